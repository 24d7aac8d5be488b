package plan

import (
	"slices"

	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// declareGroups declares the variables of a quantified path: outside it each is a list.
func (m *matcher) declareGroups(q *syntax.QuantifiedPath) {
	m.slots[q] = m.anonymous("q")
	for _, el := range q.Elements {
		switch el := el.(type) {
		case *syntax.NodePattern:
			if el.Var != nil {
				m.bind(el.Var.Name)
			}
		case *syntax.RelPattern:
			if el.Var != nil {
				m.bind(el.Var.Name)
			}
		}
	}
}

// repeat makes the link of a quantified path: a graph of its own, whose named variables are gathered into lists.
func (m *matcher) repeat(q *syntax.QuantifiedPath) *link {
	l := &link{slot: m.slots[q], path: -1, eachRel: -1, eachNode: -1, many: true}
	l.min, l.max = bounds(q.Quantifier, false)
	outer := m.sc.clone()
	var names []string
	for _, el := range q.Elements {
		var v *syntax.Variable
		switch el := el.(type) {
		case *syntax.NodePattern:
			v = el.Var
		case *syntax.RelPattern:
			v = el.Var
		}
		if v != nil && m.g.own.has(outer.slots[v.Name]) && !slices.Contains(names, v.Name) {
			names = append(names, v.Name)
			delete(outer.slots, v.Name)
			outer.order = slices.DeleteFunc(outer.order, func(n string) bool { return n == v.Name })
		}
	}
	in := m.b.newMatcher(outer)
	in.add([]*syntax.PathPattern{{Pos: q.Pos, Var: q.Var, Elements: q.Elements, Where: q.Where}}, nil)
	first, last := q.Elements[0].(*syntax.NodePattern), q.Elements[len(q.Elements)-1].(*syntax.NodePattern)
	l.quantified = &quantified{inner: in.g, from: in.slots[first], to: in.slots[last]}
	for _, n := range names {
		l.quantified.groups = append(l.quantified.groups, in.sc.slots[n])
		l.quantified.lists = append(l.quantified.lists, m.sc.slots[n])
	}
	for _, r := range in.g.rels {
		l.quantified.rels = append(l.quantified.rels, r.slot)
	}
	return l
}

// shortestPredicates moves predicates on a shortest path into its search: all(r IN relationships(p) …)
// and the like hold step by step; the rest is asked of whole paths.
func (m *matcher) shortestPredicates() {
	for _, l := range m.g.rels {
		if l.selector != syntax.ShortestPath && l.selector != syntax.AllShortestPaths || l.quantified != nil || l.gql {
			continue
		}
		for _, p := range m.g.preds {
			if p.done || !p.deps.has(l.path) && !p.deps.has(l.slot) {
				continue
			}
			p.done = true
			if step, ok := m.stepPredicate(l, p.e); ok {
				l.each = append(l.each, step)
			} else {
				l.wholePath = append(l.wholePath, p.e)
			}
		}
	}
}

// stepPredicate turns all/none over the relationships of a shortest path into a predicate on each. Predicates over its
// nodes are not: they concern the start as well, which no step leads to.
func (m *matcher) stepPredicate(l *link, e Expr) (Expr, bool) {
	q, ok := e.(*Quantifier)
	if !ok || q.Kind != "all" && q.Kind != "none" || q.Where == nil || !isRelsOf(q.List, l) {
		return nil, false
	}
	var deps slotSet
	slotsOf(q.Where, &deps)
	if deps.has(l.path) || deps.has(l.slot) {
		return nil, false
	}
	where := q.Where
	if q.Kind == "none" {
		where = &Unary{syntax.OpNot, where}
	}
	return &Let{q.Slot, &Slot{l.eachRel, "r"}, where}, true
}

func isRelsOf(e Expr, l *link) bool {
	if s, ok := e.(*Slot); ok {
		return s.N == l.slot
	}
	c, ok := e.(*Call)
	if !ok || lower(c.Fn.Name) != "relationships" || len(c.Args) != 1 {
		return false
	}
	s, ok := c.Args[0].(*Slot)
	return ok && s.N == l.path
}

// A selection is a path pattern of which only some paths are wanted for each pair of ends.
type selection struct {
	g     *graph
	kind  syntax.Selector
	count Expr
	path  int
}

// simpleShortest tells whether one breadth-first search answers a selector: of one path, or all the
// shortest, over one relationship pattern.
func simpleShortest(p *syntax.PathPattern, chain []syntax.PathElement) bool {
	if len(chain) != 3 || p.Where != nil {
		return false
	}
	if n, ok := p.Count.(*syntax.Literal); p.Count != nil && (!ok || n.Value != value.Int(1)) {
		return false
	}
	_, ok := chain[1].(*syntax.RelPattern)
	return ok
}

// selectPaths makes a path pattern a graph of its own, from whose paths some are selected.
func (m *matcher) selectPaths(p *syntax.PathPattern, chain []syntax.PathElement, def *pathDef) {
	sub := &matcher{b: m.b, g: &graph{}, sc: m.sc, slots: m.slots, group: m.group, clause: m.clause}
	for _, el := range chain {
		slot := m.slots[el]
		if m.g.own.has(slot) {
			sub.g.own.add(slot)
			if _, ok := el.(*syntax.NodePattern); ok && !contains(sub.g.nodes, slot) {
				sub.g.nodes = append(sub.g.nodes, slot)
			}
		}
		if q, ok := el.(*syntax.QuantifiedPath); ok {
			for _, in := range q.Elements {
				if slot, ok := m.sc.slots[elementName(in)]; ok {
					sub.g.own.add(slot)
				}
			}
		}
	}
	if def.slot < 0 {
		def.slot = m.anonymous("p")
	}
	sub.g.own.add(def.slot)
	all := *p
	all.Selector, all.Where = syntax.AllPaths, nil
	all.Var = &syntax.Variable{Pos: p.Pos, Name: m.b.names[def.slot]}
	m.sc.add(all.Var.Name, def.slot)
	sub.path(&all, chain)
	if p.Where != nil {
		sub.require(m.b.resolve(p.Where, m.sc))
	}
	l := &link{slot: def.slot, name: def.name, from: m.slots[chain[0]], to: m.slots[chain[len(chain)-1]], path: def.slot,
		eachRel: -1, eachNode: -1, group: m.group, selector: p.Selector,
		selection: &selection{sub.g, p.Selector, m.b.resolve(p.Count, newScope(nil)), def.slot}}
	m.g.rels = append(m.g.rels, l)
}

func elementName(el syntax.PathElement) string {
	switch el := el.(type) {
	case *syntax.NodePattern:
		return nameOf(el.Var)
	case *syntax.RelPattern:
		return nameOf(el.Var)
	}
	return ""
}
