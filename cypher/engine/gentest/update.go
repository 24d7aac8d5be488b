package gentest

import "guestgraph/cypher/engine/syntax"

// writing draws a statement that reads, writes, and may go on. What a row writes depends on nothing that other rows
// write: a value that is set depends on its own node alone, and one clause sets one variable.
func (g *generator) writing() []syntax.Clause {
	var out []syntax.Clause
	if g.chance(85) {
		out = g.reading(1 + g.r.IntN(2))
	}
	for range 1 + g.r.IntN(2) {
		out = append(out, g.update())
		if g.wrote = true; g.chance(30) {
			out = append(out, g.after()...)
		}
	}
	switch out[len(out)-1].(type) {
	case *syntax.With, *syntax.Match:
		return append(out, g.last())
	}
	if g.chance(50) {
		out = append(out, g.last())
	}
	return out
}

// after draws a clause that reads between writes.
func (g *generator) after() []syntax.Clause {
	w := g.with()
	if g.nodes < maxNodes && g.chance(50) {
		return []syntax.Clause{w, g.match(g.chance(30))}
	}
	return []syntax.Clause{w}
}

func (g *generator) update() syntax.Clause {
	switch n := g.r.IntN(100); {
	case n < 30:
		return g.create()
	case n < 50 && (g.has(kNode) || g.has(kRel)):
		if v, ok := g.target(); ok {
			return &syntax.Set{Items: g.setItems(v)}
		}
	case n < 60 && g.has(kNode):
		return g.remove()
	case n < 72 && (g.has(kNode) || g.has(kRel)):
		return g.delete()
	case n < 86:
		return g.merge()
	}
	return g.foreach()
}

func (g *generator) target() (variable, bool) {
	vars := append(g.of(kNode), g.of(kRel)...)
	if len(vars) == 0 {
		return variable{}, false
	}
	return pick(g, vars), true
}

// alone runs f with v alone in scope and without subqueries.
func (g *generator) alone(v variable, f func()) {
	g.inside(func() {
		g.scope, g.plain = []variable{v}, true
		f()
	})
}

func (g *generator) setItems(v variable) []syntax.SetItem {
	var items []syntax.SetItem
	g.alone(v, func() {
		for range 1 + g.r.IntN(2) {
			p := pick(g, keysOf(v.kind)[1:])
			switch n := g.r.IntN(10); {
			case n < 6:
				items = append(items, &syntax.SetProperty{Target: get(name(v.name), p.key), Value: g.expr(p.kind, 1)})
			case n < 8:
				items = append(items, &syntax.SetAll{Var: name(v.name), Merge: true, Value: mapping([]string{p.key}, []syntax.Expr{g.expr(p.kind, 1)})})
			case n < 9 && v.kind == kNode:
				items = append(items, &syntax.SetLabels{Var: name(v.name), Labels: []syntax.LabelName{{Name: pick(g, labelNames)}}})
			default:
				items = append(items, &syntax.SetAll{Var: name(v.name), Value: mapping([]string{"id", p.key}, []syntax.Expr{get(name(v.name), "id"), g.expr(p.kind, 1)})})
			}
		}
	})
	return items
}

func (g *generator) remove() syntax.Clause {
	v := pick(g, g.of(kNode))
	if g.chance(50) {
		return &syntax.Remove{Items: []syntax.RemoveItem{&syntax.RemoveLabels{Var: name(v.name), Labels: []syntax.LabelName{{Name: pick(g, labelNames)}}}}}
	}
	return &syntax.Remove{Items: []syntax.RemoveItem{&syntax.RemoveProperty{Target: get(name(v.name), pick(g, nodeKeys[1:]).key)}}}
}

// delete draws DELETE. Afterwards nothing that may be deleted is in scope.
func (g *generator) delete() syntax.Clause {
	d := &syntax.Delete{}
	if g.has(kRel) && (g.chance(50) || !g.has(kNode)) {
		d.Exprs = []syntax.Expr{name(pick(g, g.of(kRel)).name)}
	} else {
		d.Detach, d.Exprs = true, []syntax.Expr{name(pick(g, g.of(kNode)).name)}
	}
	var left []variable
	for _, v := range g.scope {
		if !v.kind.isEntity() {
			left = append(left, v)
		}
	}
	g.scope = left
	return d
}

// made draws the properties of something created: constants, and values of the row.
func (g *generator) made(keys []property) syntax.Expr {
	p := pick(g, keys[1:])
	var m syntax.Expr
	g.inside(func() {
		g.plain = true
		value := g.constant(p.kind)
		if !g.wrote && g.chance(60) {
			value = g.expr(p.kind, 1)
		}
		m = mapping([]string{"id", p.key}, []syntax.Expr{integer(100), value})
	})
	return m
}

func (g *generator) create() syntax.Clause {
	c := &syntax.Create{}
	p := &syntax.PathPattern{}
	node := func() *syntax.NodePattern {
		if vars := g.of(kNode); len(vars) > 0 && len(p.Elements)+g.r.IntN(2) > 0 {
			return &syntax.NodePattern{Var: name(pick(g, vars).name)}
		}
		return g.newNode()
	}
	first := node()
	p.Elements = append(p.Elements, first)
	if bare := first.Properties == nil && first.Labels == nil; bare || g.chance(40) {
		r := &syntax.RelPattern{Types: label(pick(g, typeNames)), Direction: pick(g, []syntax.Direction{syntax.Left, syntax.Right}), Properties: g.made(relKeys)}
		second := g.newNode()
		if first.Var != nil && g.chance(50) {
			second = node()
		}
		p.Elements = append(p.Elements, r, second)
	}
	c.Patterns = append(c.Patterns, p)
	for _, e := range p.Elements {
		if n, ok := e.(*syntax.NodePattern); ok && n.Properties != nil && g.chance(60) {
			n.Var = g.bind(kNode)
		}
	}
	return c
}

func (g *generator) newNode() *syntax.NodePattern {
	n := &syntax.NodePattern{Properties: g.made(nodeKeys)}
	for _, l := range labelNames {
		if g.chance(35) {
			n.Labels = and(n.Labels, label(l))
		}
	}
	return n
}

// merge draws MERGE of a node by constants or of a relationship between bound nodes.
func (g *generator) merge() syntax.Clause {
	m := &syntax.Merge{Pattern: &syntax.PathPattern{}}
	var v variable
	if nodes := g.of(kNode); len(nodes) > 0 && g.chance(50) {
		r := &syntax.RelPattern{Types: label(pick(g, typeNames)), Direction: syntax.Direction(g.r.IntN(3))}
		if g.chance(30) {
			r.Properties = mapping([]string{"w"}, []syntax.Expr{g.constant(kInt)})
		}
		from, to := pick(g, nodes), pick(g, nodes)
		r.Var = g.bind(kRel)
		m.Pattern.Elements = []syntax.PathElement{&syntax.NodePattern{Var: name(from.name)}, r, &syntax.NodePattern{Var: name(to.name)}}
	} else {
		n := &syntax.NodePattern{Labels: label(pick(g, labelNames)), Properties: mapping([]string{"k"}, []syntax.Expr{g.constant(kInt)})}
		n.Var = g.bind(kNode)
		m.Pattern.Elements = []syntax.PathElement{n}
	}
	v = g.scope[len(g.scope)-1]
	for _, onCreate := range []bool{true, false} {
		if g.chance(40) {
			p := pick(g, keysOf(v.kind)[1:])
			if p.key == "k" || p.key == "w" {
				continue
			}
			m.Actions = append(m.Actions, syntax.MergeAction{OnCreate: onCreate, Items: []syntax.SetItem{
				&syntax.SetProperty{Target: get(name(v.name), p.key), Value: g.constant(p.kind)}}})
		}
	}
	return m
}

func (g *generator) foreach() syntax.Clause {
	f := &syntax.Foreach{}
	k := kInt
	if g.has(listOf(kNode)) && g.chance(60) {
		k = kNode
	}
	f.List = g.expr(listOf(k), 1)
	g.inside(func() {
		f.Var = g.bind(k)
		v := g.scope[len(g.scope)-1]
		if k == kNode {
			f.Body = []syntax.Clause{&syntax.Set{Items: g.setItems(v)}}
			return
		}
		if g.chance(50) {
			f.Body = []syntax.Clause{g.create()}
		} else {
			f.Body = []syntax.Clause{g.merge()}
		}
	})
	return f
}
