package plan

import (
	"slices"

	"guestgraph/cypher/engine/syntax"
)

// solve makes a plan of a graph: src gives the rows in which everything outside the graph is bound.
//
// A solver is greedy: from a first node it takes, again and again, the step that leaves the fewest
// rows. Every node of the pattern is tried as the first one, and the cheapest of these plans is kept.
func (b *builder) solve(g *graph, src Op) Op {
	start := &solution{b: b, g: g, op: src, rows: max(src.Rows(), 1)}
	start.solved = make([]bool, len(g.rels))
	start.preds = make([]bool, len(g.preds))
	start.paths = make([]bool, len(g.paths))
	for i, p := range g.preds {
		start.preds[i] = p.done
	}
	start.settle()
	var best *solution
	for _, seed := range start.seeds() {
		s := start.clone()
		seed(s)
		s.finish()
		if best == nil || s.cost < best.cost {
			best = s
		}
	}
	return best.op
}

// A solution is a plan of part of a graph.
type solution struct {
	b             *builder
	g             *graph
	op            Op
	bound         slotSet // of the graph's own slots
	solved        []bool  // of g.rels
	preds, paths  []bool
	rows, cost    float64
	groups        map[int][]int // relationship slots solved, by clause
	expandedNodes slotSet
}

func (s *solution) clone() *solution {
	c := *s
	c.bound = s.bound.clone()
	c.expandedNodes = s.expandedNodes.clone()
	c.solved, c.preds, c.paths = slices.Clone(s.solved), slices.Clone(s.preds), slices.Clone(s.paths)
	c.groups = map[int][]int{}
	for k, v := range s.groups {
		c.groups[k] = slices.Clone(v)
	}
	return &c
}

func (s *solution) has(slot int) bool { return !s.g.own.has(slot) || s.bound.has(slot) }

// ready tells whether every slot in deps is bound.
func (s *solution) ready(deps slotSet) bool { return deps.within(s.bound, s.g.own) }

// seeds gives the ways to begin: with what is bound already, or else at each node or relationship.
func (s *solution) seeds() []func(*solution) {
	if s.done() || s.reachable() {
		return []func(*solution){func(*solution) {}}
	}
	var out []func(*solution)
	ordered := !s.b.opts.Without["order"]
	for _, n := range s.g.nodes {
		if !s.has(n) {
			out = append(out, func(s *solution) { s.leaf(n) })
			if !ordered {
				return out
			}
		}
	}
	for i, l := range s.g.rels {
		if !s.solved[i] && s.scannable(l) {
			out = append(out, func(s *solution) { s.scan(i) })
			out = append(out, s.relSeeks(i)...)
		}
	}
	return out
}

func (s *solution) done() bool {
	for _, n := range s.g.nodes {
		if !s.has(n) {
			return false
		}
	}
	return !slices.Contains(s.solved, false)
}

// reachable tells whether some unsolved link has an end, or itself, bound.
func (s *solution) reachable() bool {
	for i, l := range s.g.rels {
		if !s.solved[i] && s.expandable(l) {
			return true
		}
	}
	return false
}

func (s *solution) expandable(l *link) bool {
	if l.bound {
		return s.has(l.slot)
	}
	if l.selection != nil {
		return true
	}
	if l.selector != syntax.AllPaths {
		return s.has(l.from) && s.has(l.to)
	}
	return (s.has(l.from) || s.has(l.to)) && s.linkReady(l)
}

// linkReady tells whether what the relationships themselves must satisfy can be asked.
func (s *solution) linkReady(l *link) bool {
	for _, e := range l.each {
		var deps slotSet
		slotsOf(e, &deps)
		if !s.ready(deps) {
			return false
		}
	}
	return true
}

// finish takes the best next step until everything is solved.
func (s *solution) finish() {
	for !s.done() {
		s.next()
	}
	s.settle()
}

func (s *solution) next() {
	var best *solution
	try := func(step func(*solution)) {
		c := s.clone()
		step(c)
		if best == nil || c.rows < best.rows || c.rows == best.rows && c.cost < best.cost {
			best = c
		}
	}
	ordered := !s.b.opts.Without["order"]
	expands := false
	for i, l := range s.g.rels {
		if s.solved[i] || !s.expandable(l) {
			continue
		}
		if !ordered && expands {
			break
		}
		expands = true
		try(func(c *solution) { c.expand(i) })
	}
	for _, n := range s.g.nodes {
		if s.has(n) || expands && (!ordered || !s.pinned(n)) {
			continue
		}
		if !ordered && best != nil {
			break
		}
		try(func(c *solution) { c.leaf(n) })
	}
	if best == nil {
		// Only a link whose own predicate refers to something unbound is left: bind by the link all the same.
		for i := range s.g.rels {
			if !s.solved[i] {
				try(func(c *solution) { c.expand(i) })
				break
			}
		}
	}
	*s = *best
}

// pinned tells whether a node is found by a unique index or its id, so that jumping to it is never dear.
func (s *solution) pinned(n int) bool {
	l := s.bestLeaf(n)
	return l != nil && l.rows <= 1
}

// settle adds the predicates and named paths that can be computed now.
func (s *solution) settle() {
	for again := true; again; {
		again = false
		s.filter()
		for i, p := range s.g.paths {
			if s.paths[i] || !s.ready(p.deps) {
				continue
			}
			s.paths[i], again = true, true
			s.bound.add(p.slot)
			s.op = &Project{Base{s.op, s.rows}, []Assign{{p.slot, p.name, &PathOf{p.steps}}}}
		}
	}
}

// filter adds the predicates that are ready, cheap ones first.
func (s *solution) filter() {
	if s.b.opts.Without["pushdown"] && !s.done() {
		return
	}
	var now []Expr
	for i, p := range s.g.preds {
		if s.preds[i] || !s.ready(p.deps) {
			continue
		}
		s.preds[i] = true
		now = append(now, p.e)
		s.rows *= s.selectivity(p.e)
	}
	if len(now) == 0 {
		return
	}
	slices.SortStableFunc(now, func(a, b Expr) int { return weight(a) - weight(b) })
	if f, ok := s.op.(*Filter); ok {
		s.op = &Filter{Base{f.Src, s.rows}, append(slices.Clone(f.Preds), now...)}
		return
	}
	s.op = &Filter{Base{s.op, s.rows}, now}
}

// weight orders predicates by what they cost to ask.
func weight(e Expr) int {
	w := 0
	walk(e, func(x Expr) bool {
		switch x := x.(type) {
		case *Nested:
			w += 100
			return false
		case *ListComp, *Quantifier, *Reduce, *PathOf:
			w += 20
		case *Call, *Prop:
			w += 3
		case *Binary:
			if x.Op == syntax.OpRegex {
				w += 10
			}
			w++
		default:
			w++
		}
		return true
	})
	return w
}
