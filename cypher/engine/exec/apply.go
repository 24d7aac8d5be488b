package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// apply runs a plan for every row.
type apply struct {
	source
	inner    operator
	optional bool
	unit     bool
	nulls    []int
	running  bool
	any      bool // the inner plan has given a row for this one
}

func (c *compiler) apply(src source, p *plan.Apply) operator {
	return &apply{source: src, inner: c.op(p.Plan), optional: p.Optional, unit: p.Unit, nulls: p.Nulls}
}

func (a *apply) open(st *state) error { a.running = false; return a.src.open(st) }

func (a *apply) next(st *state) (bool, error) {
	for {
		if a.running {
			ok, err := a.inner.next(st)
			if err != nil {
				return false, err
			}
			if ok {
				a.any = true
				return true, nil
			}
			a.running = false
			if a.optional && !a.any {
				for _, s := range a.nulls {
					st.frame[s] = value.Value{}
				}
				return true, nil
			}
		}
		ok, err := a.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if a.unit {
			return true, drain(st, a.inner, func() error { return nil })
		}
		if err := a.inner.open(st); err != nil {
			return false, err
		}
		a.running, a.any = true, false
	}
}

func (a *apply) close(st *state) {
	a.inner.close(st)
	a.src.close(st)
}

// union gives the rows of each part in turn, for each row of its source.
type union struct {
	source
	parts []operator
	i     int
}

func (c *compiler) union(src source, p *plan.Union) operator {
	u := &union{source: src}
	for _, part := range p.Parts {
		u.parts = append(u.parts, c.op(part))
	}
	return u
}

func (u *union) open(st *state) error {
	u.i = 0
	return u.parts[0].open(st)
}

func (u *union) next(st *state) (bool, error) {
	for {
		ok, err := u.parts[u.i].next(st)
		if err != nil || ok {
			return ok, err
		}
		if u.i+1 == len(u.parts) {
			return false, nil
		}
		u.i++
		if err := u.parts[u.i].open(st); err != nil {
			return false, err
		}
	}
}

func (u *union) close(st *state) {
	for _, p := range u.parts {
		p.close(st)
	}
}

// hashJoin joins the source with a plan that does not depend on it.
type hashJoin struct {
	source
	inner       operator
	left, right eval
	rows        buffer
	keys        *table
	byKey       [][]int32 // rows by number of their key
	matches     []int32
	built       bool
}

func (c *compiler) hashJoin(src source, p *plan.HashJoin) operator {
	return &hashJoin{source: src, inner: c.op(p.Plan), left: c.expr(p.Left), right: c.expr(p.Right), rows: buffer{slots: p.Live}}
}

func (h *hashJoin) open(st *state) error {
	h.drop(st)
	return h.src.open(st)
}

func (h *hashJoin) drop(st *state) {
	h.rows.reset(st)
	h.keys, h.byKey, h.matches, h.built = nil, nil, nil, false
}

func (h *hashJoin) close(st *state) {
	h.drop(st)
	h.inner.close(st)
	h.src.close(st)
}

func (h *hashJoin) build(st *state) error {
	h.built = true
	h.keys = newTable(1)
	var key [1]value.Value
	return drain(st, h.inner, func() error {
		v, err := h.right(st)
		if err != nil || !selfEqual(v) {
			return err
		}
		key[0] = v
		n, fresh := h.keys.find(key[:])
		if fresh {
			h.byKey = append(h.byKey, nil)
		}
		h.byKey[n] = append(h.byKey[n], int32(h.rows.n))
		return h.rows.save(st)
	})
}

// selfEqual tells whether v equals itself: null and NaN do not, nor do lists and maps that hold them.
func selfEqual(v value.Value) bool { return value.Equal(v, v) == value.True }

func (h *hashJoin) next(st *state) (bool, error) {
	for {
		if len(h.matches) > 0 {
			if err := st.tick(); err != nil {
				return false, err
			}
			h.rows.load(st, int(h.matches[0]))
			h.matches = h.matches[1:]
			return true, nil
		}
		ok, err := h.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if !h.built {
			if err := h.build(st); err != nil {
				return false, err
			}
		}
		v, err := h.left(st)
		if err != nil {
			return false, err
		}
		if !selfEqual(v) {
			continue
		}
		if n, ok := h.keys.lookup(v); ok {
			h.matches = h.byKey[n]
		}
	}
}
