package exec

import (
	"math"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// varExpand follows a variable number of relationships, depth first, none of them twice.
type varExpand struct {
	source
	stepper
	min, max int
	each     cond
	eachRel  int
	reversed bool
	start    value.NodeID
	target   value.NodeID
	levels   []adjacency // one for each relationship of the current path and one more
	path     []store.Adj
	emit     bool // the path just reached is to be given
	active   bool
}

func (c *compiler) varExpand(src source, p *plan.VarExpand) operator {
	v := &varExpand{source: src, stepper: newStepper(&p.Step), min: int(p.Min), max: math.MaxInt, eachRel: p.EachRel, reversed: p.Reversed}
	if p.Max >= 0 {
		v.max = int(p.Max)
	}
	if p.Each != nil {
		v.each = c.cond(p.Each)
	}
	if p.Distinct {
		return &reach{varExpand: v}
	}
	return v
}

func (v *varExpand) open(st *state) error {
	v.active = false
	return v.src.open(st)
}

func (v *varExpand) next(st *state) (bool, error) {
	for {
		for v.active {
			ok, err := v.step(st)
			if err != nil {
				return false, err
			}
			if ok {
				return true, nil
			}
		}
		ok, err := v.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if err := v.begin(st); err != nil {
			return false, err
		}
	}
}

func (v *varExpand) begin(st *state) error {
	from, ok, err := node(st, v.from)
	if err != nil || !ok {
		return err
	}
	v.start = from
	if v.into {
		if v.target, ok, err = node(st, v.to); err != nil || !ok {
			return err
		}
	}
	v.active, v.emit = true, v.min == 0
	v.path, v.levels = v.path[:0], v.levels[:0]
	if v.max > 0 {
		v.deepen(st, from)
	}
	return nil
}

// deepen opens the relationships of the node the path has come to.
func (v *varExpand) deepen(st *state, id value.NodeID) {
	n := len(v.levels)
	if n < cap(v.levels) {
		v.levels = v.levels[:n+1]
	} else {
		v.levels = append(v.levels, adjacency{})
	}
	v.levels[n].start(st, &v.spec, id)
}

// step goes on to the next path and tells whether it is a result. There is a level for the start
// and for each relationship of the path; the last has none when the path was not to be made longer.
func (v *varExpand) step(st *state) (bool, error) {
	if v.emit {
		v.emit = false
		if v.bind(st) {
			return true, nil
		}
	}
	if len(v.levels) == 0 {
		v.active = false
		return false, nil
	}
	if len(v.path) == len(v.levels) {
		v.path = v.path[:len(v.path)-1]
	}
	if err := st.tick(); err != nil {
		return false, err
	}
	a, ok := v.levels[len(v.levels)-1].next(st)
	if !ok {
		v.levels = v.levels[:len(v.levels)-1]
		return false, nil
	}
	st.hits++
	if v.used(a.Rel) || len(v.unique) > 0 && repeats(st, a.Rel, v.unique) {
		return false, nil
	}
	if v.each != nil {
		st.frame[v.eachRel] = value.Rel(a.Rel)
		if t, err := v.each(st); err != nil || t != value.True {
			return false, err
		}
	}
	v.path = append(v.path, a)
	if len(v.path) < v.max {
		v.deepen(st, a.Node)
	}
	v.emit = len(v.path) >= v.min
	return false, nil
}

func (v *varExpand) used(r value.RelID) bool {
	for i := range v.path {
		if v.path[i].Rel == r {
			return true
		}
	}
	return false
}

// bind sets the slots for the current path; false when it ends elsewhere than it must.
func (v *varExpand) bind(st *state) bool {
	end := v.start
	if n := len(v.path); n > 0 {
		end = v.path[n-1].Node
	}
	if v.into && end != v.target {
		return false
	}
	if v.rel >= 0 {
		st.frame[v.rel] = relList(v.path, v.reversed)
	}
	if !v.into {
		st.frame[v.to] = value.Node(end)
	}
	return true
}

func relList(path []store.Adj, reversed bool) value.Value {
	l := make([]value.Value, len(path))
	for i, a := range path {
		if reversed {
			l[len(path)-1-i] = value.Rel(a.Rel)
		} else {
			l[i] = value.Rel(a.Rel)
		}
	}
	return value.List(l)
}
