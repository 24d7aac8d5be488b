package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// stepper is what single and variable-length expansion share.
type stepper struct {
	spec, back    relSpec
	from, rel, to int
	into          bool
	unique        []int
}

func newStepper(p *plan.Step) stepper {
	spec := newRelSpec(p.Types, p.Dir)
	return stepper{spec: spec, back: spec.flipped(), from: p.From, rel: p.Rel, to: p.To, into: p.Into, unique: p.Unique}
}

// node reads a slot that must hold a node; ok is false when it is null.
func node(st *state, slot int) (id value.NodeID, ok bool, err error) {
	v := st.frame[slot]
	if id, ok = v.AsNode(); ok || v.IsNull() {
		return id, ok, nil
	}
	return 0, false, fault.New(fault.TypeError, "Type mismatch: expected Node but was %s", value.TypeName(v))
}

// repeats tells whether a relationship is one of those in the slots, or in their lists.
func repeats(st *state, r value.RelID, slots []int) bool {
	for _, s := range slots {
		v := st.frame[s]
		if id, ok := v.AsRel(); ok {
			if id == r {
				return true
			}
			continue
		}
		l, _ := v.AsList()
		for _, x := range l {
			if id, ok := x.AsRel(); ok && id == r {
				return true
			}
		}
	}
	return false
}

// expand follows one relationship.
type expand struct {
	source
	stepper
	it     adjacency
	active bool
	target value.NodeID
}

func newExpand(src source, p *plan.Expand) *expand {
	e := &expand{source: src, stepper: newStepper(&p.Step)}
	e.spec.prefetch = p.Prefetch
	return e
}

func (e *expand) open(st *state) error { e.active = false; return e.src.open(st) }

func (e *expand) next(st *state) (bool, error) {
	for {
		for e.active {
			a, ok := e.it.next(st)
			if !ok {
				e.active = false
				break
			}
			if err := st.tick(); err != nil {
				return false, err
			}
			st.hits++
			if e.into && a.Node != e.target || len(e.unique) > 0 && repeats(st, a.Rel, e.unique) {
				continue
			}
			if e.rel >= 0 {
				st.frame[e.rel] = value.Rel(a.Rel)
			}
			if !e.into {
				st.frame[e.to] = value.Node(a.Node)
			}
			return true, nil
		}
		ok, err := e.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if err := e.begin(st); err != nil {
			return false, err
		}
	}
}

// begin starts on a row. Between two known nodes it walks from the one with fewer relationships.
func (e *expand) begin(st *state) error {
	from, ok, err := node(st, e.from)
	if err != nil || !ok {
		return err
	}
	if !e.into {
		e.it.start(st, &e.spec, from)
		e.active = true
		return nil
	}
	to, ok, err := node(st, e.to)
	if err != nil || !ok {
		return err
	}
	e.active = true
	if from != to && e.spec.degree(st, from) > e.back.degree(st, to) {
		e.it.start(st, &e.back, to)
		e.target = from
		return nil
	}
	e.it.start(st, &e.spec, from)
	e.target = to
	return nil
}
