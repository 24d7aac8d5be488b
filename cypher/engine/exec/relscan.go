package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// relScan walks relationships, of types or found in an index, and binds their ends.
type relScan struct {
	source
	p      *plan.RelScan
	from   relCursors
	cur    store.RelCursor
	active bool
	turned bool // the relationship is to be given once more, from its other end
	rel    value.RelID
}

// relCursors are what is walked for one row of the source, one cursor after the other.
type relCursors interface {
	// begin is called when the source has given a row.
	begin(*state) error
	// next gives the next cursor; false: none is left.
	next(*state) (store.RelCursor, bool, error)
}

func (r *relScan) open(st *state) error { r.active, r.turned = false, false; return r.src.open(st) }

func (r *relScan) next(st *state) (bool, error) {
	for {
		if r.turned {
			r.turned = false
			r.bind(st, true)
			return true, nil
		}
		if r.active {
			if err := st.tick(); err != nil {
				return false, err
			}
			if id, ok := r.cur.Next(); ok {
				st.hits++
				r.rel = id
				r.bind(st, r.p.Dir == syntax.Left)
				if a, b := st.tx.RelEnds(id); r.p.Dir == syntax.Both && a != b {
					r.turned = true
				}
				return true, nil
			}
		} else {
			ok, err := r.src.next(st)
			if err != nil || !ok {
				return false, err
			}
			if err := r.from.begin(st); err != nil {
				return false, err
			}
		}
		var err error
		if r.cur, r.active, err = r.from.next(st); err != nil {
			return false, err
		}
	}
}

func (r *relScan) bind(st *state, turned bool) {
	a, b := st.tx.RelEnds(r.rel)
	if turned {
		a, b = b, a
	}
	st.frame[r.p.From], st.frame[r.p.To] = value.Node(a), value.Node(b)
	if r.p.Rel >= 0 {
		st.frame[r.p.Rel] = value.Rel(r.rel)
	}
}

// typedRels are all relationships of types, of any where there are none.
type typedRels struct {
	types []*token
	pos   int
}

func newRelScan(src source, p *plan.RelScan) *relScan {
	return &relScan{source: src, p: p, from: &typedRels{types: tokens(typeSpace, p.Types)}}
}

func (t *typedRels) begin(*state) error { t.pos = 0; return nil }

func (t *typedRels) next(st *state) (store.RelCursor, bool, error) {
	if len(t.types) == 0 && t.pos == 0 {
		t.pos++
		return st.tx.Rels(), true, nil
	}
	for t.pos < len(t.types) {
		token, ok := t.types[t.pos].get(st)
		t.pos++
		if ok {
			return st.tx.RelsWithType(token), true, nil
		}
	}
	return store.RelCursor{}, false, nil
}

// equalRels are the relationships whose properties equal values, or one of the values of a list.
type equalRels struct {
	index  index
	values []eval
	vals   []value.Value
	in     bool
	list   []value.Value // what is left to seek
}

func (c *compiler) relSeek(src source, p *plan.RelSeek) operator {
	from := &equalRels{index: newIndex(typeSpace, p.Label, p.Keys), values: c.exprs(p.Values), vals: make([]value.Value, len(p.Values)), in: p.In}
	return &relScan{source: src, p: &p.RelScan, from: from}
}

func (e *equalRels) begin(st *state) error {
	for i, f := range e.values {
		v, err := f(st)
		if err != nil {
			return err
		}
		e.vals[i] = v
	}
	e.list = e.vals[:1]
	if e.in {
		e.list = sought(e.vals[0])
	}
	return nil
}

func (e *equalRels) next(st *state) (store.RelCursor, bool, error) {
	if len(e.list) == 0 {
		return store.RelCursor{}, false, nil
	}
	ix, err := e.index.get(st)
	if err != nil {
		return store.RelCursor{}, false, err
	}
	e.vals[0], e.list = e.list[0], e.list[1:]
	return st.tx.SeekRels(ix, e.vals), true, st.tick()
}

// boundedRels are the relationships whose property lies within bounds.
type boundedRels struct {
	bounds
	done bool
}

func (c *compiler) relRange(src source, p *plan.RelRange) operator {
	return &relScan{source: src, p: &p.RelScan, from: &boundedRels{bounds: c.bounds(typeSpace, &p.Bounds)}}
}

func (b *boundedRels) begin(*state) error { b.done = false; return nil }

func (b *boundedRels) next(st *state) (cur store.RelCursor, ok bool, err error) {
	if b.done {
		return cur, false, nil
	}
	b.done = true
	err = b.seek(st, func(ix *store.Index, prefix string) { cur = st.tx.SeekPrefixRels(ix, prefix) },
		func(ix *store.Index, lo, hi *store.Bound) { cur = st.tx.SeekRangeRels(ix, lo, hi) })
	return cur, true, err
}
