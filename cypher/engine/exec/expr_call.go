package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// call compiles a function call. Arguments stand on a stack that calls share, so that calling
// allocates nothing; a function must not keep them.
func (c *compiler) call(e *plan.Call) eval {
	args, fn := c.exprs(e.Args), e.Fn
	guard := func(*state, []value.Value) error { return nil }
	if fn.Name == "range" {
		guard = rangeFits
	}
	return func(st *state) (value.Value, error) {
		base := len(st.args)
		for _, a := range args {
			v, err := a(st)
			if err != nil {
				st.args = st.args[:base]
				return v, err
			}
			st.args = append(st.args, v)
		}
		own := st.args[base:]
		if err := guard(st, own); err != nil {
			return value.Value{}, err
		}
		v, err := fn.Call(st.fn, own)
		clear(own)
		st.args = st.args[:base]
		return v, err
	}
}

// rangeFits holds the size of a range against the memory limit before it is made.
func rangeFits(st *state, args []value.Value) error {
	r, ok := newCounter(args)
	if !ok {
		return nil
	}
	return st.fits(r.left * valueSize)
}

// A counter gives the numbers of range(from, to, step) one by one.
type counter struct{ next, step, left int64 }

func newCounter(args []value.Value) (counter, bool) {
	if len(args) < 2 {
		return counter{}, false
	}
	from, ok1 := args[0].AsInt()
	to, ok2 := args[1].AsInt()
	step, ok3 := int64(1), true
	if len(args) > 2 {
		step, ok3 = args[2].AsInt()
	}
	if !ok1 || !ok2 || !ok3 || step == 0 {
		return counter{}, false
	}
	c := counter{next: from, step: step}
	if step > 0 && from <= to {
		c.left = int64((uint64(to)-uint64(from))/uint64(step)) + 1
	} else if step < 0 && from >= to {
		c.left = int64((uint64(from)-uint64(to))/uint64(-step)) + 1
	}
	return c, true
}

// nested runs a plan inside an expression.
func (c *compiler) nested(e *plan.Nested) eval {
	op := c.op(e.Plan)
	switch e.Kind {
	case plan.NestedExists:
		return func(st *state) (value.Value, error) {
			if err := op.open(st); err != nil {
				return value.Value{}, err
			}
			ok, err := op.next(st)
			return value.Bool(ok), err
		}
	case plan.NestedCount:
		return func(st *state) (value.Value, error) {
			n := int64(0)
			err := drain(st, op, func() error { n++; return nil })
			return value.Int(n), err
		}
	case plan.NestedFirst:
		x := c.expr(e.Value)
		return func(st *state) (value.Value, error) {
			if err := op.open(st); err != nil {
				return value.Value{}, err
			}
			if ok, err := op.next(st); !ok || err != nil {
				return value.Value{}, err
			}
			return x(st)
		}
	}
	x := c.expr(e.Value)
	return func(st *state) (value.Value, error) {
		out := []value.Value{}
		err := drain(st, op, func() error {
			v, err := x(st)
			out = append(out, v)
			if len(out)&tickMask == 0 && err == nil {
				err = st.fits(int64(len(out)) * valueSize)
			}
			return err
		})
		return value.List(out), err
	}
}

// drain runs an operator from its beginning to its end.
func drain(st *state, op operator, each func() error) error {
	if err := op.open(st); err != nil {
		return err
	}
	for {
		ok, err := op.next(st)
		if err != nil || !ok {
			return err
		}
		if err := each(); err != nil {
			return err
		}
	}
}

func (c *compiler) degree(e *plan.Degree) eval {
	if e.Any {
		p := c.anyDegree(e)
		return func(st *state) (value.Value, error) {
			t, err := p(st)
			return t.Value(), err
		}
	}
	x, spec := c.expr(e.Node), newRelSpec(e.Types, e.Dir)
	return func(st *state) (value.Value, error) {
		v, err := x(st)
		id, ok := v.AsNode()
		if err != nil || !ok {
			return value.Int(0), err
		}
		n := spec.degree(st, id)
		if e.Dir == syntax.Both {
			n -= spec.loops(st, id)
		}
		return value.Int(int64(n)), nil
	}
}

func (c *compiler) anyDegree(e *plan.Degree) cond {
	x, spec := c.expr(e.Node), newRelSpec(e.Types, e.Dir)
	return func(st *state) (value.Ternary, error) {
		v, err := x(st)
		id, ok := v.AsNode()
		if err != nil || !ok {
			return value.False, err
		}
		return value.TernaryOf(spec.degree(st, id) > 0), nil
	}
}

// pathOf makes a path. It is null when a part is, which OPTIONAL MATCH makes so.
func (c *compiler) pathOf(e *plan.PathOf) eval {
	steps := c.exprs(e.Steps)
	return func(st *state) (value.Value, error) {
		p := &value.Path{}
		for i, f := range steps {
			v, err := f(st)
			if err != nil || v.IsNull() {
				return value.Value{}, err
			}
			if id, ok := v.AsNode(); ok {
				if i == 0 { // the nodes after it follow from the relationships
					p.Nodes = append(p.Nodes, id)
				}
				continue
			}
			if id, ok := v.AsRel(); ok {
				p.Rels = append(p.Rels, id)
				p.Nodes = append(p.Nodes, otherEnd(st.tx, id, p.Nodes[len(p.Nodes)-1]))
				continue
			}
			l, _ := v.AsList()
			for _, r := range l {
				id, _ := r.AsRel()
				p.Rels = append(p.Rels, id)
				p.Nodes = append(p.Nodes, otherEnd(st.tx, id, p.Nodes[len(p.Nodes)-1]))
			}
		}
		return value.FromPath(p), nil
	}
}

func otherEnd(tx *store.Tx, r value.RelID, n value.NodeID) value.NodeID {
	a, b := tx.RelEnds(r)
	if a == n {
		return b
	}
	return a
}
