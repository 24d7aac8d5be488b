package plan

import (
	"slices"

	"guestgraph/cypher/engine/syntax"
)

// expand solves a link, from an end that is bound.
func (s *solution) expand(i int) {
	l := s.g.rels[i]
	s.solved[i] = true
	switch {
	case l.bound:
		s.endpoints(l)
	case l.selection != nil:
		s.selectPaths(l)
	case l.selector == syntax.ShortestPath || l.selector == syntax.AllShortestPaths:
		s.shortest(l)
	case l.quantified != nil:
		s.repeat(l)
	default:
		s.follow(l)
	}
	s.bound.add(l.slot)
	s.bound.add(l.from)
	s.bound.add(l.to)
	if s.groups == nil {
		s.groups = map[int][]int{}
	}
	if l.selector == syntax.AllPaths {
		s.groups[l.group] = append(s.groups[l.group], i)
	}
	s.cost += s.rows
	s.settle()
}

// unique gives the slots of solved relationships that l must differ from.
func (s *solution) unique(l *link) []int {
	var out []int
	for _, j := range s.groups[l.group] {
		o := s.g.rels[j]
		if o.slot == l.slot {
			continue
		}
		if len(l.types) > 0 && len(o.types) > 0 && l.quantified == nil && o.quantified == nil &&
			!slices.ContainsFunc(l.types, func(t string) bool { return slices.Contains(o.types, t) }) {
			continue
		}
		out = append(out, o.slot)
	}
	return out
}

// orient gives the link as walked from a bound end.
func (s *solution) orient(l *link) (from, to int, fromName, toName string, dir syntax.Direction, reversed bool) {
	forward := s.has(l.from)
	if forward && s.has(l.to) && s.fan(l, false) < s.fan(l, true) {
		forward = false
	}
	if forward {
		return l.from, l.to, l.fromName, l.toName, l.dir, false
	}
	return l.to, l.from, l.toName, l.fromName, flip(l.dir), true
}

func flip(d syntax.Direction) syntax.Direction {
	switch d {
	case syntax.Right:
		return syntax.Left
	case syntax.Left:
		return syntax.Right
	}
	return d
}

func (s *solution) follow(l *link) {
	from, to, fromName, toName, dir, reversed := s.orient(l)
	into := s.has(to) || from == to
	rows := s.rows * s.fan(l, !reversed)
	if l.many {
		rows = s.rows * manyFan(s.fan(l, !reversed), l.min, l.max)
	}
	if into {
		rows /= max(s.b.cat.NodeCount(), 1)
	}
	step := Step{Base: Base{s.op, rows}, From: from, Rel: l.slot, To: to, Types: l.types, Dir: dir,
		Into: into, Unique: s.unique(l), Names: [3]string{fromName, l.name, toName}}
	s.rows = rows
	s.expandedNodes.add(to)
	if !l.many {
		s.op = &Expand{Step: step}
		return
	}
	v := &VarExpand{Step: step, Min: l.min, Max: l.max, EachRel: l.eachRel, EachNode: l.eachNode, Reversed: reversed}
	if len(l.each) > 0 {
		v.Each = allOf(l.each)
	}
	s.op = v
}

func (s *solution) endpoints(l *link) {
	s.op = &ProjectEndpoints{Base: Base{s.op, s.rows}, Rel: l.slot, From: l.from, To: l.to,
		FromBound: s.has(l.from), ToBound: s.has(l.to), Dir: l.dir, Types: l.types, Many: l.many,
		Min: l.min, Max: l.max, Unique: s.unique(l), FromName: l.fromName, ToName: l.toName, Nm: l.name}
	if l.many && len(l.each) > 0 {
		// The relationships are known, so their predicates can be asked after.
		s.op = &Filter{Base{s.op, s.rows}, []Expr{&Quantifier{"all", l.eachRel, &Slot{l.slot, l.name}, allOf(l.each)}}}
	}
}

func (s *solution) shortest(l *link) {
	if !s.has(l.from) || !s.has(l.to) {
		for _, n := range []int{l.from, l.to} {
			if !s.has(n) {
				s.leaf(n)
			}
		}
	}
	p := &ShortestPath{Base: Base{s.op, s.rows}, From: l.from, To: l.to, Rel: l.slot, Path: l.path, Types: l.types, Dir: l.dir,
		Min: l.min, Max: l.max, All: l.selector == syntax.AllShortestPaths, EachRel: l.eachRel, EachNode: l.eachNode, Where: l.wholePath, AllowSame: l.gql}
	if len(l.each) > 0 {
		p.Each = allOf(l.each)
	}
	s.bound.add(l.path)
	s.op = p
}

// selectPaths runs the pattern of a selection by itself; ends that are bound already it takes as they are.
func (s *solution) selectPaths(l *link) {
	g := *l.selection.g
	g.own = g.own.clone()
	g.nodes = nil
	sel := &SelectPaths{Base: Base{s.op, s.rows}, From: l.from, To: l.to, Path: l.path, Count: l.selection.count}
	for _, n := range l.selection.g.nodes {
		if s.has(n) {
			g.own.remove(n)
		} else {
			g.nodes = append(g.nodes, n)
		}
	}
	sel.Groups = l.selector == syntax.AllShortest || l.selector == syntax.ShortestKGroups
	sel.Plan = s.b.solve(&g, &Argument{Base{nil, 1}})
	for n := 0; n < len(g.own)*64; n++ {
		if g.own.has(n) {
			sel.Live = append(sel.Live, n)
			s.bound.add(n)
		}
	}
	s.rows *= max(1, sel.Plan.Rows())
	sel.Est = s.rows
	s.op = sel
}

func (s *solution) repeat(l *link) {
	from, to, _, _, _, reversed := s.orient(l)
	q := l.quantified
	inFrom, inTo := q.from, q.to
	if reversed {
		inFrom, inTo = inTo, inFrom
	}
	into := s.has(to) || from == to
	inner := *q.inner
	inner.own = q.inner.own.clone()
	inner.own.remove(inFrom)
	inner.nodes = slices.DeleteFunc(slices.Clone(q.inner.nodes), func(n int) bool { return n == inFrom })
	body := s.b.solve(&inner, &Argument{Base{nil, 1}})
	s.rows *= manyFan(max(body.Rows(), 1), l.min, l.max)
	r := &Repeat{Base: Base{s.op, s.rows}, From: from, To: to, Into: into, InFrom: inFrom, InTo: inTo, Body: body,
		Groups: q.groups, Lists: q.lists, Min: l.min, Max: l.max, PathSlot: l.slot, Unique: s.unique(l), Reversed: reversed, Rels: q.rels}
	for _, slot := range q.lists {
		s.bound.add(slot)
	}
	s.op = r
}

func (s *slotSet) remove(n int) {
	if n >= 0 && n/64 < len(*s) {
		(*s)[n/64] &^= 1 << (n % 64)
	}
}
