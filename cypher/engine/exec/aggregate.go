package exec

import (
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// aggregate groups rows by hash.
type aggregate struct {
	source
	keySlots []int
	keys     []eval
	aggs     []aggregation
	groups   *table
	counts   []int64               // of the counting aggregations, by group
	accs     []function.Aggregator // of the others, by group
	nCounts  int
	nAccs    int
	key      []value.Value
	pos      int
	full     bool
	held     int64
}

// An aggregation is one aggregating call: a plain count is a number, everything else an Aggregator.
type aggregation struct {
	slot  int
	fn    *function.Function
	args  []eval
	count bool
	star  bool
	dist  bool
	vals  []value.Value
	i     int // among the counts, or the others
}

func (c *compiler) aggregate(src source, p *plan.Aggregate) operator {
	a := &aggregate{source: src}
	for _, k := range p.Keys {
		a.keySlots = append(a.keySlots, k.Slot)
		a.keys = append(a.keys, c.expr(k.E))
	}
	a.key = make([]value.Value, len(a.keys))
	for _, g := range p.Aggs {
		x := aggregation{slot: g.Slot, fn: g.Call.Fn, args: c.exprs(g.Call.Args), star: g.Call.Star, dist: g.Call.Distinct}
		x.vals = make([]value.Value, len(x.args))
		if x.count = x.star || x.fn.Name == "count" && !x.dist; x.count {
			x.i = a.nCounts
			a.nCounts++
		} else {
			x.i = a.nAccs
			a.nAccs++
		}
		a.aggs = append(a.aggs, x)
	}
	return a
}

func (a *aggregate) open(st *state) error {
	a.drop(st)
	a.groups = newTable(len(a.keys))
	a.full, a.pos = false, 0
	return a.src.open(st)
}

func (a *aggregate) drop(st *state) {
	st.release(a.held)
	a.held, a.groups, a.counts, a.accs = 0, nil, nil, nil
}

func (a *aggregate) close(st *state) {
	a.drop(st)
	a.src.close(st)
}

func (a *aggregate) next(st *state) (bool, error) {
	if !a.full {
		if err := a.fill(st); err != nil {
			return false, err
		}
		a.full = true
	}
	if a.pos == a.groups.len() {
		return false, nil
	}
	for i, v := range a.groups.key(a.pos) {
		st.frame[a.keySlots[i]] = v
	}
	for i := range a.aggs {
		x := &a.aggs[i]
		if x.count {
			st.frame[x.slot] = value.Int(a.counts[a.pos*a.nCounts+x.i])
			continue
		}
		v, err := a.accs[a.pos*a.nAccs+x.i].Result()
		if err != nil {
			return false, err
		}
		st.frame[x.slot] = v
	}
	a.pos++
	return true, nil
}

// fill reads all rows. Without keys there is one group from the beginning.
func (a *aggregate) fill(st *state) error {
	if len(a.keys) == 0 {
		a.group(nil)
	}
	for {
		ok, err := a.src.next(st)
		if err != nil || !ok {
			return err
		}
		for i, k := range a.keys {
			if a.key[i], err = k(st); err != nil {
				return err
			}
		}
		n, fresh := 0, false
		if len(a.keys) > 0 {
			n, fresh = a.group(a.key)
		}
		if fresh {
			size := int64(16 + 16*a.nAccs + 8*a.nCounts)
			for _, v := range a.key {
				size += sizeOf(v)
			}
			if err := a.hold(st, size); err != nil {
				return err
			}
		}
		if err := a.add(st, n); err != nil {
			return err
		}
	}
}

func (a *aggregate) hold(st *state, size int64) error {
	a.held += size
	return st.grow(size)
}

// group gives the number of a group, making it when it is new.
func (a *aggregate) group(key []value.Value) (int, bool) {
	n, fresh := a.groups.find(key)
	if fresh {
		for range a.nCounts {
			a.counts = append(a.counts, 0)
		}
		for i := range a.aggs {
			if x := &a.aggs[i]; !x.count {
				a.accs = append(a.accs, x.fn.NewAggregator(x.dist))
			}
		}
	}
	return n, fresh
}

func (a *aggregate) add(st *state, group int) error {
	for i := range a.aggs {
		x := &a.aggs[i]
		if x.star {
			a.counts[group*a.nCounts+x.i]++
			continue
		}
		for j, f := range x.args {
			v, err := f(st)
			if err != nil {
				return err
			}
			x.vals[j] = v
		}
		if x.count {
			if !x.vals[0].IsNull() {
				a.counts[group*a.nCounts+x.i]++
			}
			continue
		}
		if x.dist || x.fn.Name == "collect" {
			if err := a.hold(st, sizeOf(x.vals[0])); err != nil {
				return err
			}
		}
		if err := a.accs[group*a.nAccs+x.i].Add(st.fn, x.vals); err != nil {
			return err
		}
	}
	return nil
}

// distinct drops rows equivalent to an earlier one.
type distinct struct {
	source
	slots []int
	seen  *table
	key   []value.Value
	held  int64
}

func (d *distinct) open(st *state) error {
	st.release(d.held)
	d.held, d.seen = 0, newTable(len(d.slots))
	d.key = make([]value.Value, len(d.slots))
	return d.src.open(st)
}

func (d *distinct) next(st *state) (bool, error) {
	for {
		ok, err := d.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		size := int64(16)
		for i, s := range d.slots {
			d.key[i] = st.frame[s]
		}
		if _, fresh := d.seen.find(d.key); !fresh {
			continue
		}
		for _, v := range d.key {
			size += sizeOf(v)
		}
		d.held += size
		return true, st.grow(size)
	}
}

func (d *distinct) close(st *state) {
	st.release(d.held)
	d.held, d.seen = 0, nil
	d.src.close(st)
}
