package plan

import "guestgraph/cypher/engine/syntax"

// scannable tells whether a link can be begun with: a plain relationship between nodes not bound.
func (s *solution) scannable(l *link) bool {
	return !l.bound && !l.many && l.quantified == nil && l.selection == nil && l.selector == syntax.AllPaths && l.from != l.to &&
		!s.has(l.from) && !s.has(l.to)
}

// scan begins with all relationships of a link's types.
func (s *solution) scan(i int) {
	scan := s.begin(i, s.relCount(s.g.rels[i]))
	s.op = &scan
	s.settle()
}

// begin solves a link without an end bound; so many relationships are walked for each row.
func (s *solution) begin(i int, relationships float64) RelScan {
	l := s.g.rels[i]
	s.solved[i] = true
	if l.dir == syntax.Both {
		relationships *= 2
	}
	s.rows *= relationships
	s.cost += s.rows * 2 // ends are read from the relationship, so it costs more than a step of a node scan
	for _, slot := range []int{l.slot, l.from, l.to} {
		s.bound.add(slot)
	}
	s.groups = map[int][]int{l.group: {i}}
	s.expandedNodes.add(l.from)
	s.expandedNodes.add(l.to)
	return RelScan{Base: Base{s.op, s.rows}, Rel: l.slot, From: l.from, To: l.to, Names: [3]string{l.fromName, l.name, l.toName}, Types: l.types, Dir: l.dir}
}

// relSeeks gives the ways to begin with the relationships of a link that an index finds.
func (s *solution) relSeeks(i int) (out []func(*solution)) {
	l := s.g.rels[i]
	if len(l.types) != 1 || s.b.opts.Without["seek"] {
		return nil
	}
	count := s.relCount(l)
	for _, ix := range s.b.cat.RelIndexes(l.types[0]) {
		if e, done, rows := s.equalities(l.slot, l.types[0], ix, count); e != nil {
			out = append(out, func(s *solution) {
				s.op = &RelSeek{s.begin(i, rows), *e}
				for _, p := range done {
					s.preds[p] = true
				}
				s.settle()
			})
			continue
		}
		if r, rows := s.boundsOn(l.slot, l.types[0], ix, count); r != nil {
			out = append(out, func(s *solution) {
				s.op = &RelRange{s.begin(i, rows), *r}
				s.settle()
			})
		}
	}
	return out
}
