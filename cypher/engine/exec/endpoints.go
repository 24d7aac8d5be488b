package exec

import (
	"slices"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// endpoints binds or checks the ends of a relationship, or of a list of them, that is known already.
type endpoints struct {
	source
	p     *plan.ProjectEndpoints
	pairs [][2]value.NodeID
}

func newEndpoints(src source, p *plan.ProjectEndpoints) operator {
	return &endpoints{source: src, p: p}
}

func (e *endpoints) open(st *state) error { e.pairs = e.pairs[:0]; return e.src.open(st) }

func (e *endpoints) next(st *state) (bool, error) {
	for {
		for len(e.pairs) > 0 {
			p := e.pairs[0]
			e.pairs = e.pairs[1:]
			if e.bind(st, p) {
				return true, nil
			}
		}
		ok, err := e.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		e.pairs = e.find(st)
	}
}

// bind checks the ends known before and sets the others.
func (e *endpoints) bind(st *state, p [2]value.NodeID) bool {
	for i, end := range []struct {
		slot  int
		bound bool
	}{{e.p.From, e.p.FromBound}, {e.p.To, e.p.ToBound}} {
		if end.bound || i == 1 && e.p.From == e.p.To {
			if id, ok := st.frame[end.slot].AsNode(); !ok || id != p[i] {
				return false
			}
			continue
		}
		st.frame[end.slot] = value.Node(p[i])
	}
	return true
}

// find gives the pairs of ends the relationships have in the direction asked for.
func (e *endpoints) find(st *state) [][2]value.NodeID {
	v := st.frame[e.p.Rel]
	var rels []value.RelID
	if id, ok := v.AsRel(); ok && !e.p.Many {
		rels = []value.RelID{id}
	} else if l, ok := v.AsList(); ok && e.p.Many {
		for _, x := range l {
			id, ok := x.AsRel()
			if !ok {
				return nil
			}
			rels = append(rels, id)
		}
	} else {
		return nil
	}
	for _, r := range rels {
		if repeats(st, r, e.p.Unique) || len(e.p.Types) > 0 && !slices.Contains(e.p.Types, st.tx.RelType(r)) {
			return nil
		}
	}
	if n := int64(len(rels)); e.p.Many && (n < e.p.Min || e.p.Max >= 0 && n > e.p.Max) {
		return nil
	}
	if len(rels) == 0 {
		for i, slot := range []int{e.p.From, e.p.To} {
			if id, ok := st.frame[slot].AsNode(); ok && (i == 0 && e.p.FromBound || i == 1 && e.p.ToBound) {
				return [][2]value.NodeID{{id, id}}
			}
		}
		return nil
	}
	var out [][2]value.NodeID
	a, b := st.tx.RelEnds(rels[0])
	for _, start := range [][2]value.NodeID{{a, b}, {b, a}} {
		if end, ok := e.walk(st, rels, start[0]); ok && !(a == b && len(out) > 0) {
			out = append(out, [2]value.NodeID{start[0], end})
		}
	}
	return out
}

// walk follows the relationships from a node.
func (e *endpoints) walk(st *state, rels []value.RelID, at value.NodeID) (value.NodeID, bool) {
	for _, r := range rels {
		a, b := st.tx.RelEnds(r)
		switch {
		case at == a && e.p.Dir != syntax.Left:
			at = b
		case at == b && e.p.Dir != syntax.Right:
			at = a
		default:
			return 0, false
		}
	}
	return at, true
}
