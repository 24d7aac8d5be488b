package plan

import (
	"guestgraph/cypher/engine/syntax"
)

// A leaf is one way to find a node.
type leaf struct {
	op   func(src Op) Op
	rows float64 // for each row of the source
	done []int   // predicates it answers
}

// leaf binds a node by the cheapest of the ways to find it, or by a hash join where the node is
// tied to the rows only by an equality.
func (s *solution) leaf(n int) {
	l := s.bestLeaf(n)
	if s.rows > 1 && l.rows > 1 && s.join(n, l) {
		return
	}
	s.rows *= l.rows
	s.cost += s.rows
	s.op = l.op(s.op)
	for _, i := range l.done {
		s.preds[i] = true
	}
	s.bound.add(n)
	s.settle()
}

// scanFloor is the least number of rows a scan is taken to give. A plan made while a label is still
// empty is used when it has filled: an index must then be in it.
const scanFloor = 10

// bestLeaf gives the way to find a node that leaves the fewest rows.
func (s *solution) bestLeaf(n int) *leaf {
	best := &leaf{rows: max(s.b.cat.NodeCount(), scanFloor) + 0.5}
	best.op = func(src Op) Op { return &AllNodes{s.nodeScan(src, n, best.rows)} }
	for i, p := range s.g.preds {
		if s.preds[i] {
			continue
		}
		if label, ok := s.labelOf(p.e, n); ok {
			s.labelLeaf(&best, n, i, label)
			if !s.b.opts.Without["seek"] {
				s.indexLeaves(&best, n, i, label)
			}
		}
		if l := s.idLeaf(n, i, p); l != nil && !s.b.opts.Without["seek"] && l.rows < best.rows {
			best = l
		}
	}
	return best
}

func (s *solution) nodeScan(src Op, n int, rows float64) NodeScan {
	return NodeScan{Base: Base{src, max(src.Rows(), 1) * rows}, Slot: n, Name: s.b.names[n]}
}

func (s *solution) labelLeaf(best **leaf, n, pred int, label string) {
	rows := max(s.b.cat.LabelCount(label), scanFloor)
	if rows >= (*best).rows {
		return
	}
	*best = &leaf{rows: rows, done: []int{pred}, op: func(src Op) Op { return &LabelScan{s.nodeScan(src, n, rows), label} }}
}

// labelOf gives the label if e asks for it of slot n.
func (s *solution) labelOf(e Expr, n int) (string, bool) {
	h, ok := e.(*HasLabels)
	if !ok || h.Labels.Kind != LabelName {
		return "", false
	}
	v, ok := h.E.(*Slot)
	return h.Labels.Name, ok && v.N == n
}

// indexLeaves offers the indexes of a label that the predicates on n can use.
func (s *solution) indexLeaves(best **leaf, n, labelPred int, label string) {
	count := s.b.cat.LabelCount(label)
	for _, ix := range s.b.cat.Indexes(label) {
		if l := s.equalityLeaf(n, labelPred, label, ix, count); l != nil {
			if l.rows < (*best).rows {
				*best = l
			}
			continue
		}
		if r, rows := s.boundsOn(n, label, ix, count); r != nil && rows < (*best).rows {
			*best = &leaf{rows: rows, op: func(src Op) Op { return &IndexRange{s.nodeScan(src, n, rows), *r} }}
		}
	}
}

func (s *solution) equalityLeaf(n, labelPred int, label string, ix IndexInfo, count float64) *leaf {
	e, done, rows := s.equalities(n, label, ix, count)
	if e == nil {
		return nil
	}
	return &leaf{rows: rows, done: append(done, labelPred), op: func(src Op) Op { return &IndexSeek{s.nodeScan(src, n, rows), *e} }}
}

// equalities gives the seek of an index whose properties predicates on slot n all give a value, these predicates, and how
// many rows it leaves; count is how many entities could be in the index.
func (s *solution) equalities(n int, label string, ix IndexInfo, count float64) (e *Equality, done []int, rows float64) {
	e = &Equality{Label: label, Keys: ix.Keys, Unique: ix.Unique}
	for _, k := range ix.Keys {
		i, v, isIn := s.equalityOn(n, k, len(ix.Keys) == 1)
		if i < 0 {
			return nil, nil, 0
		}
		e.Values, e.In, done = append(e.Values, v), isIn, append(done, i)
	}
	rows = max(1, count/max(ix.Distinct, 1))
	if ix.Unique {
		rows = 1
	}
	if e.In {
		rows *= 4
	}
	return e, done, rows
}

// equalityOn finds n.k = e, or n.k IN e, with e known.
func (s *solution) equalityOn(n int, k string, in bool) (pred int, val Expr, isIn bool) {
	pred = -1
	for i, p := range s.g.preds {
		if s.preds[i] {
			continue
		}
		b, ok := p.e.(*Binary)
		if !ok {
			continue
		}
		if b.Op == syntax.OpEq {
			if isProp(b.L, n, k) && s.known(b.R) {
				return i, b.R, false
			}
			if isProp(b.R, n, k) && s.known(b.L) {
				return i, b.L, false
			}
		}
		if in && b.Op == syntax.OpIn && isProp(b.L, n, k) && s.known(b.R) {
			pred, val, isIn = i, b.R, true
		}
	}
	return pred, val, isIn
}

func isProp(e Expr, n int, k string) bool {
	p, ok := e.(*Prop)
	if !ok || p.Key != k {
		return false
	}
	v, ok := p.E.(*Slot)
	return ok && v.N == n
}

// known tells whether e can be computed before n is found.
func (s *solution) known(e Expr) bool {
	var deps slotSet
	slotsOf(e, &deps)
	return s.ready(deps)
}

// boundsOn gives the bounds that predicates set to slot n's property in an index, nil for none, and how many rows they
// leave. The predicates stay and are asked again.
func (s *solution) boundsOn(n int, label string, ix IndexInfo, count float64) (r *Bounds, rows float64) {
	k := ix.Keys[0]
	r = &Bounds{Label: label, Keys: ix.Keys}
	rows = max(count, scanFloor)
	for i, p := range s.g.preds {
		b, ok := p.e.(*Binary)
		if !ok || s.preds[i] {
			continue
		}
		op, val := b.Op, b.R
		if isProp(b.R, n, k) {
			op, val = mirror(op), b.L
		} else if !isProp(b.L, n, k) {
			continue
		}
		if !s.known(val) {
			continue
		}
		switch op {
		case syntax.OpStartsWith:
			if r.Prefix == nil && b.R == val {
				r.Prefix, rows = val, rows*0.02
			}
		case syntax.OpGt, syntax.OpGe:
			if r.Lo == nil {
				r.Lo, r.LoIncl, rows = val, op == syntax.OpGe, rows*0.3
			}
		case syntax.OpLt, syntax.OpLe:
			if r.Hi == nil {
				r.Hi, r.HiIncl, rows = val, op == syntax.OpLe, rows*0.3
			}
		}
	}
	if r.Prefix == nil && r.Lo == nil && r.Hi == nil || len(ix.Keys) > 1 {
		return nil, 0
	}
	if r.Prefix != nil {
		r.Lo, r.Hi = nil, nil
	}
	return r, rows
}

func mirror(op syntax.Op) syntax.Op {
	switch op {
	case syntax.OpLt:
		return syntax.OpGt
	case syntax.OpLe:
		return syntax.OpGe
	case syntax.OpGt:
		return syntax.OpLt
	case syntax.OpGe:
		return syntax.OpLe
	}
	return op
}

// idLeaf uses id(n) = e, elementId(n) = e or … IN e.
func (s *solution) idLeaf(n, i int, p *pred) *leaf {
	b, ok := p.e.(*Binary)
	if !ok || b.Op != syntax.OpEq && b.Op != syntax.OpIn {
		return nil
	}
	name, ok := idCall(b.L, n)
	val := b.R
	if !ok && b.Op == syntax.OpEq {
		name, ok = idCall(b.R, n)
		val = b.L
	}
	if !ok || !s.known(val) {
		return nil
	}
	rows := 1.0
	if b.Op == syntax.OpIn {
		rows = 4
	}
	return &leaf{rows: rows, done: []int{i}, op: func(src Op) Op {
		return &NodeByID{s.nodeScan(src, n, rows), val, name == "elementid", b.Op == syntax.OpIn}
	}}
}

func idCall(e Expr, n int) (string, bool) {
	c, ok := e.(*Call)
	if !ok || len(c.Args) != 1 {
		return "", false
	}
	name := lower(c.Fn.Name)
	v, ok := c.Args[0].(*Slot)
	return name, ok && v.N == n && (name == "id" || name == "elementid")
}

// join finds a node once and joins it to the rows by hash, where x = y ties the two.
func (s *solution) join(n int, l *leaf) bool {
	if s.b.opts.Without["hashjoin"] {
		return false
	}
	var only slotSet
	only.add(n)
	for i, p := range s.g.preds {
		b, ok := p.e.(*Binary)
		if s.preds[i] || !ok || b.Op != syntax.OpEq {
			continue
		}
		left, right := b.L, b.R
		if s.known(right) && !s.known(left) {
			left, right = right, left
		}
		var deps, outer slotSet
		slotsOf(right, &deps)
		slotsOf(left, &outer)
		if !s.known(left) || !outer.meets(s.bound) && !s.rowDependent(left) || !deps.within(only, s.g.own) || !deps.has(n) || s.rowDependent(right) {
			continue
		}
		inner := &solution{b: s.b, g: &graph{own: s.g.own, nodes: []int{n}}, op: &Argument{Base{nil, 1}}, rows: 1}
		for j, q := range s.g.preds {
			if j != i && !s.preds[j] && q.deps.has(n) && q.deps.within(only, s.g.own) && !s.outerDependent(q.e) {
				inner.g.preds = append(inner.g.preds, q)
				s.preds[j] = true
			}
		}
		inner.preds = make([]bool, len(inner.g.preds))
		inner.leaf(n)
		s.preds[i] = true
		s.cost += s.rows + inner.cost
		s.rows = max(s.rows, inner.rows)
		s.cost += s.rows
		s.op = &HashJoin{Base{s.op, s.rows}, inner.op, left, right, []int{n}}
		s.bound.add(n)
		s.settle()
		return true
	}
	return false
}

// rowDependent tells whether e reads anything outside the graph, which may change from row to row.
func (s *solution) rowDependent(e Expr) bool { return s.outerDependent(e) }

func (s *solution) outerDependent(e Expr) bool {
	found := false
	walk(e, func(x Expr) bool {
		if v, ok := x.(*Slot); ok && !s.g.own.has(v.N) {
			found = true
		}
		if _, ok := x.(*Nested); ok {
			found = true
		}
		return !found
	})
	return found
}
