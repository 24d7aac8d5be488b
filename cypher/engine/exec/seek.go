package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// An index is found once in each execution.
type index struct {
	label *token // or type
	rel   bool
	keys  []*token
	run   uint64
	ix    *store.Index
}

func newIndex(of space, label string, keys []string) index {
	return index{label: newToken(of, label), rel: of == typeSpace, keys: tokens(keySpace, keys)}
}

func (x *index) get(st *state) (*store.Index, error) {
	if x.run == st.run {
		return x.ix, nil
	}
	l, ok := x.label.get(st)
	toks := make([]store.Token, len(x.keys))
	for i, k := range x.keys {
		var known bool
		toks[i], known = k.get(st)
		ok = ok && known
	}
	if ok {
		x.ix, ok = st.tx.FindIndex(l, toks, x.rel)
	}
	if !ok {
		return nil, fault.New(fault.IndexNotFound, "The index on :%s that the plan uses is gone; run the statement again.", x.label.name)
	}
	x.run = st.run
	return x.ix, nil
}

// indexSeek finds nodes by equality.
type indexSeek struct {
	source
	slot   int
	index  index
	values []eval
	vals   []value.Value
	in     bool
	list   []value.Value // of IN: what is left to seek
	cursor nodeCursor
}

func (c *compiler) indexSeek(src source, p *plan.IndexSeek) operator {
	return &indexSeek{source: src, slot: p.Slot, index: newIndex(labelSpace, p.Label, p.Keys), values: c.exprs(p.Values),
		vals: make([]value.Value, len(p.Values)), in: p.In}
}

func (x *indexSeek) open(st *state) error {
	x.cursor.active, x.list = false, nil
	return x.src.open(st)
}

func (x *indexSeek) next(st *state) (bool, error) {
	if !x.in {
		return x.cursor.advance(st, x.src, x.slot, x.reopen)
	}
	for {
		if x.cursor.active {
			if id, ok := x.cursor.cur.Next(); ok {
				st.hits++
				st.frame[x.slot] = value.Node(id)
				return true, nil
			}
			x.cursor.active = false
		}
		if len(x.list) > 0 {
			if err := x.seekNext(st); err != nil {
				return false, err
			}
			continue
		}
		ok, err := x.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		v, err := x.values[0](st)
		if err != nil {
			return false, err
		}
		x.list = sought(v)
	}
}

// sought gives the values that x IN v asks for, each once.
func sought(v value.Value) []value.Value { return distinctValues(members(v)) }

func (x *indexSeek) seekNext(st *state) error {
	ix, err := x.index.get(st)
	if err != nil {
		return err
	}
	x.vals[0], x.list = x.list[0], x.list[1:]
	x.cursor.cur, x.cursor.active = st.tx.Seek(ix, x.vals), true
	return st.tick()
}

func (x *indexSeek) reopen(st *state) error {
	for i, f := range x.values {
		v, err := f(st)
		if err != nil {
			return err
		}
		x.vals[i] = v
	}
	ix, err := x.index.get(st)
	if err != nil {
		return err
	}
	x.cursor.cur = st.tx.Seek(ix, x.vals)
	return nil
}

// distinctValues drops values equivalent to an earlier one, so that each node is found once.
func distinctValues(list []value.Value) []value.Value {
	if len(list) < 2 {
		return list
	}
	t := newTable(1)
	out := make([]value.Value, 0, len(list))
	for i := range list {
		if _, fresh := t.find(list[i : i+1]); fresh {
			out = append(out, list[i])
		}
	}
	return out
}

// bounds are what an index is asked for: all between two values, or with a prefix.
type bounds struct {
	p              *plan.Bounds
	index          index
	lo, hi, prefix eval
}

func (c *compiler) bounds(of space, p *plan.Bounds) bounds {
	return bounds{p: p, index: newIndex(of, p.Label, p.Keys), lo: c.opt(p.Lo), hi: c.opt(p.Hi), prefix: c.opt(p.Prefix)}
}

// seek computes the bounds and calls one of the two, or none where nothing can lie between them.
func (b *bounds) seek(st *state, prefixed func(*store.Index, string), between func(*store.Index, *store.Bound, *store.Bound)) error {
	ix, err := b.index.get(st)
	if err != nil {
		return err
	}
	if b.prefix != nil {
		v, err := b.prefix(st)
		if s, ok := v.AsString(); ok {
			prefixed(ix, s)
		}
		return err
	}
	lo, err := bound(st, b.lo, b.p.LoIncl)
	if err != nil {
		return err
	}
	hi, err := bound(st, b.hi, b.p.HiIncl)
	if err != nil {
		return err
	}
	if lo != nil && lo.Value.IsNull() || hi != nil && hi.Value.IsNull() {
		return nil
	}
	between(ix, lo, hi)
	return nil
}

func bound(st *state, f eval, inclusive bool) (*store.Bound, error) {
	if f == nil {
		return nil, nil
	}
	v, err := f(st)
	return &store.Bound{Value: v, Inclusive: inclusive}, err
}

// indexRange finds nodes by bounds or a prefix.
type indexRange struct {
	source
	bounds
	slot   int
	cursor nodeCursor
}

func (c *compiler) indexRange(src source, p *plan.IndexRange) operator {
	return &indexRange{source: src, bounds: c.bounds(labelSpace, &p.Bounds), slot: p.Slot}
}

func (x *indexRange) open(st *state) error { x.cursor.active = false; return x.src.open(st) }

func (x *indexRange) next(st *state) (bool, error) {
	return x.cursor.advance(st, x.src, x.slot, x.reopen)
}

func (x *indexRange) reopen(st *state) error {
	x.cursor.cur = store.NodeCursor{}
	if x.p.Order == plan.Descending {
		defer x.cursor.cur.Back()
	}
	return x.seek(st, func(ix *store.Index, prefix string) { x.cursor.cur = st.tx.SeekPrefix(ix, prefix) },
		func(ix *store.Index, lo, hi *store.Bound) { x.cursor.cur = st.tx.SeekRange(ix, lo, hi) })
}
