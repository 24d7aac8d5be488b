package plan

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// A graph is what a MATCH asks for, taken apart: nodes, relationships and predicates, in no order.
type graph struct {
	nodes []int // slots
	rels  []*link
	preds []*pred
	paths []*pathDef
	own   slotSet // the slots the graph binds
}

// A link is a relationship of the pattern, a variable-length one, a shortest path or a quantified path.
type link struct {
	slot       int
	name       string
	from, to   int // as written, left to right
	fromName   string
	toName     string
	types      []string
	dir        syntax.Direction
	bound      bool // the relationship is known before
	many       bool
	min, max   int64
	eachRel    int
	eachNode   int
	each       []Expr
	group      int // of relationships that must differ: one clause
	selector   syntax.Selector
	path       int    // slot of a shortest path
	gql        bool   // selected by a keyword of GQL: predicates are asked of the paths selected
	wholePath  []Expr // predicates on a shortest path that only the whole path can answer
	quantified *quantified
	selection  *selection
}

// quantified is the inside of a quantified path pattern.
type quantified struct {
	inner    *graph
	from, to int
	groups   []int
	lists    []int
	rels     []int
}

// A pred is one conjunct and the slots it reads.
type pred struct {
	e    Expr
	deps slotSet
	done bool
}

// A pathDef is a named path.
type pathDef struct {
	slot  int
	name  string
	steps []Expr
	deps  slotSet
}

// matcher builds a graph from patterns.
type matcher struct {
	b      *builder
	g      *graph
	sc     *scope
	slots  map[syntax.PathElement]int
	group  int
	clause string // for messages: MATCH or MERGE
	// of a node pattern that has a name already bound, or was met before
	seen slotSet
}

func (b *builder) newMatcher(sc *scope) *matcher {
	return &matcher{b: b, g: &graph{}, sc: sc.clone(), slots: map[syntax.PathElement]int{}, clause: "MATCH"}
}

// add adds the patterns of one clause with its WHERE. All variables are declared before any
// expression is resolved, since predicates may refer to variables of patterns after them.
func (m *matcher) add(patterns []*syntax.PathPattern, where syntax.Expr) {
	m.group++
	chains := make([][]syntax.PathElement, len(patterns))
	var wheres []syntax.Expr
	for i, p := range patterns {
		chain, w := m.flatten(p.Elements)
		chains[i] = chain
		wheres = append(wheres, w...)
		m.declare(chain)
		if p.Var != nil {
			m.bind(p.Var.Name)
		}
	}
	for i, p := range patterns {
		m.path(p, chains[i])
		wheres = append(wheres, p.Where)
	}
	for _, w := range append(wheres, where) {
		if w != nil {
			m.require(m.b.resolve(w, m.sc))
		}
	}
	m.shortestPredicates()
}

// bind gives the slot of a variable and whether it was bound before this graph.
func (m *matcher) bind(name string) (slot int, before bool) {
	if s, ok := m.sc.slots[name]; ok {
		return s, !m.g.own.has(s)
	}
	s := m.b.slot(name)
	m.sc.add(name, s)
	m.g.own.add(s)
	return s, false
}

func (m *matcher) anonymous(kind string) int {
	s := m.b.hidden(kind)
	m.g.own.add(s)
	return s
}

// flatten removes parentheses without a quantifier and puts nodes where quantified paths meet.
func (m *matcher) flatten(in []syntax.PathElement) (out []syntax.PathElement, wheres []syntax.Expr) {
	needNode := func() {
		if len(out) == 0 {
			out = append(out, &syntax.NodePattern{})
		} else if _, ok := out[len(out)-1].(*syntax.NodePattern); !ok {
			out = append(out, &syntax.NodePattern{})
		}
	}
	for _, el := range in {
		switch el := el.(type) {
		case *syntax.QuantifiedPath:
			if el.Quantifier == nil {
				inner, w := m.flatten(el.Elements)
				wheres = append(append(wheres, w...), el.Where)
				out = append(out, inner...)
				continue
			}
			needNode()
			out = append(out, el)
		case *syntax.RelPattern:
			needNode()
			out = append(out, el)
		default:
			out = append(out, el)
		}
	}
	needNode()
	return out, wheres
}

// declare gives every element of a chain its slot.
func (m *matcher) declare(chain []syntax.PathElement) {
	for _, el := range chain {
		switch el := el.(type) {
		case *syntax.NodePattern:
			var slot int
			before := false
			if el.Var != nil {
				slot, before = m.bind(el.Var.Name)
			} else {
				slot = m.anonymous("n")
			}
			m.slots[el] = slot
			if !before && !m.seen.has(slot) {
				m.g.nodes = append(m.g.nodes, slot)
			}
			m.seen.add(slot)
		case *syntax.RelPattern:
			if el.Var != nil {
				m.slots[el], _ = m.bind(el.Var.Name)
			} else {
				m.slots[el] = m.anonymous("r")
			}
		case *syntax.QuantifiedPath:
			m.declareGroups(el)
		}
	}
}

// path adds the links and predicates of one path pattern.
func (m *matcher) path(p *syntax.PathPattern, chain []syntax.PathElement) {
	def := &pathDef{slot: -1}
	if p.Var != nil {
		def.slot, def.name = m.sc.slots[p.Var.Name], p.Var.Name
	}
	first := chain[0].(*syntax.NodePattern)
	if p.Selector > syntax.AllShortestPaths && !simpleShortest(p, chain) {
		m.selectPaths(p, chain, def)
		return
	}
	m.node(first)
	if len(chain) == 1 && !m.g.own.has(m.slots[first]) { // it may be null, and no step from it would fail
		m.require(&IsNull{m.nodeExpr(first), true})
	}
	def.steps = append(def.steps, m.nodeExpr(first))
	left := first
	for i := 1; i < len(chain); i += 2 {
		right := chain[i+1].(*syntax.NodePattern)
		m.node(right)
		var l *link
		switch el := chain[i].(type) {
		case *syntax.RelPattern:
			l = m.rel(el)
		case *syntax.QuantifiedPath:
			l = m.repeat(el)
		}
		l.from, l.to, l.group = m.slots[left], m.slots[right], m.group
		l.fromName, l.toName = nameOf(left.Var), nameOf(right.Var)
		m.selected(l, p, def)
		m.g.rels = append(m.g.rels, l)
		def.steps = append(def.steps, &Slot{l.slot, l.name}, m.nodeExpr(right))
		left = right
	}
	if def.slot >= 0 && p.Selector == syntax.AllPaths {
		for _, s := range def.steps {
			slotsOf(s, &def.deps)
		}
		m.g.paths = append(m.g.paths, def)
	}
}

func nameOf(v *syntax.Variable) string {
	if v == nil {
		return ""
	}
	return v.Name
}

func (m *matcher) nodeExpr(n *syntax.NodePattern) Expr { return &Slot{m.slots[n], nameOf(n.Var)} }

// selected makes a link a search for shortest paths.
func (m *matcher) selected(l *link, p *syntax.PathPattern, def *pathDef) {
	if p.Selector == syntax.AllPaths {
		return
	}
	l.selector, l.path = p.Selector, def.slot
	if l.gql = p.Selector > syntax.AllShortestPaths; l.gql {
		l.selector = syntax.ShortestPath
		if p.Selector == syntax.AllShortest || p.Selector == syntax.ShortestKGroups {
			l.selector = syntax.AllShortestPaths
		}
	}
	if l.path < 0 {
		l.path = m.anonymous("p")
	}
	if !l.many && l.quantified == nil {
		l.many, l.min, l.max = true, 1, 1
	}
}

// node adds the predicates of a node pattern.
func (m *matcher) node(n *syntax.NodePattern) {
	v := m.nodeExpr(n)
	if n.Labels != nil {
		for _, l := range splitLabels(m.b.labels(n.Labels, m.sc)) {
			m.require(&HasLabels{v, l})
		}
	}
	m.properties(v, n.Properties, m.require)
	if n.Where != nil {
		m.require(m.b.resolve(n.Where, m.sc))
	}
}

// splitLabels splits a conjunction of labels.
func splitLabels(l *LabelExpr) []*LabelExpr {
	if l.Kind == LabelAnd {
		return append(splitLabels(l.L), splitLabels(l.R)...)
	}
	return []*LabelExpr{l}
}

// properties turns {k: v} into v.k = v for each key.
func (m *matcher) properties(v Expr, props syntax.Expr, require func(Expr)) {
	switch p := props.(type) {
	case nil:
	case *syntax.MapLiteral:
		for i, k := range p.Keys {
			require(&Binary{syntax.OpEq, &Prop{v, k.Name, k.Position()}, m.b.resolve(p.Values[i], m.sc), k.Position()})
		}
	default:
		m.b.fail(props, fault.SyntaxError, "Parameter maps cannot be used in `%s` patterns (use a literal map instead, e.g. `{id: $param.id}`)", m.clause)
	}
}

// rel makes the link of a relationship pattern.
func (m *matcher) rel(r *syntax.RelPattern) *link {
	l := &link{slot: m.slots[r], name: nameOf(r.Var), dir: r.Direction, min: 1, max: 1, path: -1, eachRel: -1, eachNode: -1}
	l.bound = !m.g.own.has(l.slot)
	for _, o := range m.g.rels { // of a MATCH before this one
		l.bound = l.bound || o.slot == l.slot
	}
	rng := r.Range
	if rng == nil {
		rng = r.Quantifier
	}
	sc, v := m.sc, Expr(&Slot{l.slot, l.name})
	require := m.require
	if rng != nil {
		l.many = true
		l.min, l.max = bounds(rng, r.Range != nil)
		l.eachRel = m.b.hidden("e")
		v = &Slot{l.eachRel, l.name}
		if r.Var != nil {
			sc = sc.with(r.Var.Name, l.eachRel)
		}
		require = func(e Expr) { l.each = append(l.each, conjuncts(e)...) }
	}
	if r.Types != nil {
		t := m.b.labels(r.Types, m.sc)
		if names, ok := typeNames(t); ok {
			l.types = names
		} else {
			require(&HasLabels{v, t})
		}
	}
	m.properties(v, r.Properties, require)
	if r.Where != nil {
		require(m.b.resolve(r.Where, sc))
	}
	return l
}

// bounds gives the least and greatest length, -1 for no greatest. A legacy range begins at 1.
func bounds(r *syntax.Range, legacy bool) (lo, hi int64) {
	lo, hi = 0, -1
	if legacy {
		lo = 1
	}
	if r.Min != nil {
		lo = *r.Min
	}
	if r.Max != nil {
		hi = *r.Max
	}
	return lo, hi
}

// typeNames gives the names of a disjunction of plain types.
func typeNames(l *LabelExpr) ([]string, bool) {
	switch l.Kind {
	case LabelName:
		return []string{l.Name}, true
	case LabelOr:
		a, ok1 := typeNames(l.L)
		b, ok2 := typeNames(l.R)
		for _, t := range b {
			if !contains(a, t) {
				a = append(a, t)
			}
		}
		return a, ok1 && ok2
	}
	return nil, false
}

func contains[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// require adds the conjuncts of a predicate.
func (m *matcher) require(e Expr) {
	for _, c := range conjuncts(e) {
		p := &pred{e: c}
		slotsOf(c, &p.deps)
		m.g.preds = append(m.g.preds, p)
	}
}
