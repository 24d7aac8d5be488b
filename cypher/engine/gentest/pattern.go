package gentest

import "guestgraph/cypher/engine/syntax"

// maxNodes bounds the nodes that the patterns of a statement bind anew.
const maxNodes = 5

// repetition is how the relationships of a pattern may repeat; a graph pattern has variable-length
// relationships or quantified ones, not both.
type repetition int

const (
	once repetition = iota
	variableLength
	quantified
)

// pattern draws one path of MATCH.
func (g *generator) pattern(rep repetition) *syntax.PathPattern {
	p := &syntax.PathPattern{}
	before := len(g.scope)
	p.Elements = append(p.Elements, g.node(before))
	for steps := g.r.IntN(3); steps > 0 && g.nodes < maxNodes; steps-- {
		if rep == quantified && g.chance(50) {
			p.Elements = append(p.Elements, g.quantifiedPath(), g.node(before))
			continue
		}
		p.Elements = append(p.Elements, g.rel(rep), g.node(before))
	}
	if g.chance(20) {
		p.Var = g.bind(kPath)
	}
	return p
}

// node draws a node pattern: one that is bound already, or a new one. Only the first bound variables of the scope are
// seen by its predicates, for what the same MATCH binds may not be bound yet.
func (g *generator) node(bound int) *syntax.NodePattern {
	n := &syntax.NodePattern{}
	if vars := g.of(kNode); len(vars) > 0 && g.chance(45) {
		n.Var = name(pick(g, vars).name)
		if g.chance(15) {
			n.Labels = g.labels(labelNames, 1)
		}
		return n
	}
	g.nodes++
	if g.chance(50) {
		n.Labels = g.labels(labelNames, 2)
	}
	if g.chance(12) {
		p := pick(g, nodeKeys)
		g.inside(func() {
			g.scope = g.scope[:bound:bound]
			n.Properties = mapping([]string{p.key}, []syntax.Expr{g.leaf(p.kind)})
		})
	}
	if g.chance(75) {
		n.Var = g.bind(kNode)
		if g.chance(10) {
			v := g.scope[len(g.scope)-1]
			g.inside(func() {
				g.scope = append(g.scope[:bound:bound], v)
				n.Where = g.expr(kBool, 1)
			})
		}
	}
	return n
}

func (g *generator) rel(rep repetition) *syntax.RelPattern {
	r := &syntax.RelPattern{Direction: pick(g, []syntax.Direction{syntax.Both, syntax.Right, syntax.Right, syntax.Left})}
	if g.chance(55) {
		r.Types = g.labels(typeNames, 2)
	}
	k := kRel
	switch {
	case rep == variableLength && g.chance(60):
		r.Range, k = g.length(2), listOf(kRel)
		r.Types = g.plainTypes()
	case rep == quantified && g.chance(40):
		r.Quantifier, k = g.length(1), listOf(kRel)
		if r.Quantifier.Min == nil {
			var zero int64
			r.Quantifier.Min = &zero
		}
	}
	if g.chance(10) && k == kRel {
		r.Properties = mapping([]string{"w"}, []syntax.Expr{g.constant(kInt)})
	}
	if g.chance(60) {
		r.Var = g.bind(k)
	}
	return r
}

// plainTypes draws the types that a variable-length relationship may have: names, joined by |.
func (g *generator) plainTypes() syntax.LabelExpr {
	switch g.r.IntN(3) {
	case 0:
		return nil
	case 1:
		return label(pick(g, typeNames))
	}
	return &syntax.LabelOr{L: label("R"), R: label(pick(g, []string{"S", "T"}))}
}

// length draws bounds of a repetition.
func (g *generator) length(most int) *syntax.Range {
	lo := int64(g.r.IntN(3))
	hi := lo + int64(g.r.IntN(most+1))
	if hi == 0 {
		hi = 1
	}
	q := &syntax.Range{Min: &lo, Max: &hi}
	if g.chance(15) {
		q.Min = nil
	}
	if g.chance(10) {
		q.Max = nil
	}
	return q
}

// quantifiedPath draws ((x)-[r]->(y) WHERE …){1,2}; outside, what it binds are lists.
func (g *generator) quantifiedPath() *syntax.QuantifiedPath {
	q := &syntax.QuantifiedPath{Quantifier: g.length(1)}
	if q.Quantifier.Min == nil {
		var zero int64
		q.Quantifier.Min = &zero
	}
	outer := g.scope[:len(g.scope):len(g.scope)]
	var bound []variable
	g.inside(func() {
		g.scope = nil
		nodes := g.nodes
		q.Elements = []syntax.PathElement{g.node(0), g.rel(once), g.node(0)}
		g.nodes = nodes
		bound = g.scope
		if g.chance(30) {
			q.Where = g.expr(kBool, 1)
		}
	})
	for _, v := range bound {
		outer = append(outer, variable{v.name, listOf(v.kind)})
	}
	g.scope = outer
	return q
}

// shortest draws a MATCH of shortest paths between two bound nodes. The functions refuse a path from a node to itself.
func (g *generator) shortest() *syntax.Match {
	ends := g.of(kNode)
	from, to := pick(g, ends).name, pick(g, ends).name
	r := &syntax.RelPattern{Direction: pick(g, []syntax.Direction{syntax.Both, syntax.Right}), Types: g.plainTypes()}
	p := &syntax.PathPattern{Elements: []syntax.PathElement{&syntax.NodePattern{Var: name(from)}, r, &syntax.NodePattern{Var: name(to)}}}
	m := &syntax.Match{Optional: g.chance(30), Patterns: []*syntax.PathPattern{p}}
	one := int64(1)
	if from != to && g.chance(40) {
		p.Selector = pick(g, []syntax.Selector{syntax.ShortestPath, syntax.AllShortestPaths})
		r.Range = &syntax.Range{Min: &one}
		m.Where = compare(syntax.OpNe, name(from), name(to))
	} else {
		p.Selector = pick(g, []syntax.Selector{syntax.ShortestK, syntax.AllShortest, syntax.ShortestKGroups})
		if p.Selector != syntax.AllShortest && g.chance(50) {
			p.Count = integer(2)
		}
		r.Quantifier = &syntax.Range{Min: &one}
	}
	p.Var = g.bind(kShortest)
	return m
}

// patternPredicate draws a pattern over bound nodes, as a predicate has it.
func (g *generator) patternPredicate() *syntax.PathPattern {
	p := &syntax.PathPattern{Elements: []syntax.PathElement{&syntax.NodePattern{Var: name(pick(g, g.of(kNode)).name)}}}
	r := &syntax.RelPattern{Direction: syntax.Direction(g.r.IntN(3)), Types: g.plainTypes()}
	n := &syntax.NodePattern{}
	if g.chance(40) {
		n.Var = name(pick(g, g.of(kNode)).name)
	} else if g.chance(50) {
		n.Labels = g.labels(labelNames, 1)
	}
	p.Elements = append(p.Elements, r, n)
	return p
}
