package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// filter keeps the rows on which every predicate is true.
type filter struct {
	source
	preds []cond
}

func (c *compiler) filter(src source, p *plan.Filter) operator {
	f := &filter{source: src}
	for _, e := range p.Preds {
		f.preds = append(f.preds, c.cond(e))
	}
	return f
}

func (f *filter) next(st *state) (bool, error) {
rows:
	for {
		ok, err := f.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		for _, p := range f.preds {
			t, err := p(st)
			if err != nil {
				return false, err
			}
			if t != value.True {
				continue rows
			}
		}
		return true, nil
	}
}

// project evaluates expressions into slots.
type project struct {
	source
	slots []int
	exprs []eval
}

func (c *compiler) project(src source, p *plan.Project) operator {
	o := &project{source: src}
	for _, it := range p.Items {
		o.slots = append(o.slots, it.Slot)
		o.exprs = append(o.exprs, c.expr(it.E))
	}
	return o
}

func (p *project) next(st *state) (bool, error) {
	ok, err := p.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	for i, f := range p.exprs {
		v, err := f(st)
		if err != nil {
			return false, err
		}
		st.frame[p.slots[i]] = v
	}
	return true, nil
}

// unwind gives one row for each member of a list. A range is counted, not made.
type unwind struct {
	source
	slot  int
	list  eval
	args  []eval // of range(…), else nil
	rest  []value.Value
	count counter
}

func (c *compiler) unwind(src source, p *plan.Unwind) operator {
	u := &unwind{source: src, slot: p.Slot, list: c.expr(p.List)}
	if call, ok := p.List.(*plan.Call); ok && call.Fn.Name == "range" {
		u.args = c.exprs(call.Args)
	}
	return u
}

func (u *unwind) open(st *state) error {
	u.rest, u.count = nil, counter{}
	return u.src.open(st)
}

func (u *unwind) next(st *state) (bool, error) {
	for {
		if err := st.tick(); err != nil {
			return false, err
		}
		if len(u.rest) > 0 {
			st.frame[u.slot], u.rest = u.rest[0], u.rest[1:]
			return true, nil
		}
		if u.count.left > 0 {
			st.frame[u.slot] = value.Int(u.count.next)
			u.count.next += u.count.step
			u.count.left--
			return true, nil
		}
		ok, err := u.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if err := u.begin(st); err != nil {
			return false, err
		}
	}
}

func (u *unwind) begin(st *state) error {
	if u.args != nil {
		var vals [3]value.Value
		for i, f := range u.args {
			v, err := f(st)
			if err != nil {
				return err
			}
			vals[i] = v
		}
		if r, ok := newCounter(vals[:len(u.args)]); ok {
			u.count = r
			return nil
		}
	}
	v, err := u.list(st)
	u.rest = members(v)
	return err
}
