package exec

import (
	"math"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// repeat runs one repetition of a quantified path after the other, depth first; no relationship occurs twice.
type repeat struct {
	source
	p        *plan.Repeat
	body     operator
	min, max int
	start    value.NodeID
	target   value.NodeID
	levels   [][]repetition // what is left to try, for the start and each repetition of the current path
	path     []repetition
	emit     bool
	active   bool
}

// A repetition is one row of the body.
type repetition struct {
	to     value.NodeID
	groups []value.Value
	rels   []value.RelID
}

func (c *compiler) repeat(src source, p *plan.Repeat) operator {
	r := &repeat{source: src, p: p, body: c.op(p.Body), min: int(p.Min), max: math.MaxInt}
	if p.Max >= 0 {
		r.max = int(p.Max)
	}
	return r
}

func (r *repeat) open(st *state) error { r.active = false; return r.src.open(st) }

func (r *repeat) close(st *state) {
	r.levels, r.path = nil, nil
	r.body.close(st)
	r.src.close(st)
}

func (r *repeat) next(st *state) (bool, error) {
	for {
		for r.active {
			ok, err := r.step(st)
			if err != nil || ok {
				return ok, err
			}
		}
		ok, err := r.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		from, ok, err := node(st, r.p.From)
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		r.start = from
		if r.p.Into {
			if r.target, ok, err = node(st, r.p.To); err != nil {
				return false, err
			} else if !ok {
				continue
			}
		}
		r.active, r.emit = true, r.min == 0
		r.levels, r.path = r.levels[:0], r.path[:0]
		if r.max > 0 {
			if err := r.deepen(st, from); err != nil {
				return false, err
			}
		}
	}
}

// deepen runs the body from a node and keeps its rows, since deeper levels run it again.
func (r *repeat) deepen(st *state, from value.NodeID) error {
	st.frame[r.p.InFrom] = value.Node(from)
	var rows []repetition
	err := drain(st, r.body, func() error {
		if err := st.tick(); err != nil {
			return err
		}
		row := repetition{rels: r.relsOf(st)}
		for _, rel := range row.rels {
			if r.used(rel) || repeats(st, rel, r.p.Unique) {
				return nil
			}
		}
		var err error
		row.to, _, err = node(st, r.p.InTo)
		for _, g := range r.p.Groups {
			row.groups = append(row.groups, st.frame[g])
		}
		rows = append(rows, row)
		return err
	})
	r.levels = append(r.levels, rows)
	return err
}

func (r *repeat) relsOf(st *state) []value.RelID {
	var out []value.RelID
	for _, s := range r.p.Rels {
		v := st.frame[s]
		if id, ok := v.AsRel(); ok {
			out = append(out, id)
			continue
		}
		for _, x := range members(v) {
			if id, ok := x.AsRel(); ok {
				out = append(out, id)
			}
		}
	}
	return out
}

func (r *repeat) used(rel value.RelID) bool {
	for i := range r.path {
		for _, x := range r.path[i].rels {
			if x == rel {
				return true
			}
		}
	}
	return false
}

// step goes on to the next path, as that of varExpand does.
func (r *repeat) step(st *state) (bool, error) {
	if r.emit {
		r.emit = false
		if r.bind(st) {
			return true, nil
		}
	}
	if len(r.levels) == 0 {
		r.active = false
		return false, nil
	}
	if len(r.path) == len(r.levels) {
		r.path = r.path[:len(r.path)-1]
	}
	top := len(r.levels) - 1
	if len(r.levels[top]) == 0 {
		r.levels = r.levels[:top]
		return false, nil
	}
	row := r.levels[top][0]
	r.levels[top] = r.levels[top][1:]
	r.path = append(r.path, row)
	r.emit = len(r.path) >= r.min
	if len(r.path) < r.max {
		return false, r.deepen(st, row.to)
	}
	return false, nil
}

func (r *repeat) bind(st *state) bool {
	end := r.start
	if n := len(r.path); n > 0 {
		end = r.path[n-1].to
	}
	if r.p.Into && end != r.target {
		return false
	}
	if !r.p.Into {
		st.frame[r.p.To] = value.Node(end)
	}
	n := len(r.path)
	at := func(i int) *repetition {
		if r.p.Reversed {
			i = n - 1 - i
		}
		return &r.path[i]
	}
	for g, slot := range r.p.Lists {
		l := make([]value.Value, n)
		for i := range l {
			l[i] = at(i).groups[g]
		}
		st.frame[slot] = value.List(l)
	}
	if r.p.PathSlot >= 0 {
		var l []value.Value
		for i := range n {
			for _, rel := range at(i).rels {
				l = append(l, value.Rel(rel))
			}
		}
		st.frame[r.p.PathSlot] = value.List(l)
	}
	return true
}
