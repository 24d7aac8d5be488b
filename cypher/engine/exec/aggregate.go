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
	// The keys of a row follow from the nodes they are read from, where same is set: when these are
	// those of the row before, so is the group.
	same      bool
	nodeSlots []int
	nodes     []value.NodeID
	last      int            // group of the row before, -1 for none
	seen      *table         // of count(DISTINCT x): pairs of counter and value
	pair      [2]value.Value // the pair being looked up
	seenNodes pairSet        // of count(DISTINCT x) where x is a node
	pos       int
	full      bool
	held      int64
}

// An aggregation is one aggregating call: a plain count is a number, everything else an Aggregator.
type aggregation struct {
	slot  int
	fn    *function.Function
	args  []eval
	count bool // also of distinct values, when dist is set
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
		if x.count = x.star || x.fn.Name == "count"; x.count {
			x.i = a.nCounts
			a.nCounts++
		} else {
			x.i = a.nAccs
			a.nAccs++
		}
		a.aggs = append(a.aggs, x)
	}
	a.same = c.readOnly && len(p.Keys) > 0
	for _, k := range p.Keys {
		slot, ok := nodeSlot(k.E)
		a.same = a.same && ok
		a.nodeSlots = append(a.nodeSlots, slot)
	}
	a.nodes = make([]value.NodeID, len(a.nodeSlots))
	return a
}

// nodeSlot gives the slot of which a key is the value or a property.
func nodeSlot(e plan.Expr) (int, bool) {
	if p, ok := e.(*plan.Prop); ok {
		e = p.E
	}
	s, ok := e.(*plan.Slot)
	if !ok {
		return -1, false
	}
	return s.N, true
}

// repeats tells whether the row's keys are read from the same nodes as those of the row before.
func (a *aggregate) repeats(st *state) bool {
	if !a.same {
		return false
	}
	all := a.last >= 0
	for i, slot := range a.nodeSlots {
		id, ok := st.frame[slot].AsNode()
		if !ok {
			a.last = -1
			return false
		}
		all = all && a.nodes[i] == id
		a.nodes[i] = id
	}
	return all
}

func (a *aggregate) open(st *state) error {
	a.drop(st)
	a.groups = newTable(len(a.keys))
	a.full, a.pos, a.last, a.seen = false, 0, -1, newTable(2)
	return a.src.open(st)
}

func (a *aggregate) drop(st *state) {
	st.release(a.held)
	a.held, a.groups, a.counts, a.accs, a.seen, a.seenNodes = 0, nil, nil, nil, nil, pairSet{}
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
		n := 0
		if len(a.keys) > 0 {
			if n, err = a.groupOf(st); err != nil {
				return err
			}
		}
		if err := a.add(st, n); err != nil {
			return err
		}
	}
}

// groupOf gives the group of the current row.
func (a *aggregate) groupOf(st *state) (int, error) {
	if a.repeats(st) {
		return a.last, nil
	}
	for i, k := range a.keys {
		v, err := k(st)
		if err != nil {
			return 0, err
		}
		a.key[i] = v
	}
	n, fresh := a.group(a.key)
	a.last = n
	if !fresh {
		return n, nil
	}
	size := int64(16 + 16*a.nAccs + 8*a.nCounts)
	for _, v := range a.key {
		size += sizeOf(v)
	}
	return n, a.hold(st, size)
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
			if err := a.count(st, x, group*a.nCounts+x.i); err != nil {
				return err
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

// count adds to a counter. The values that distinct ones are told by stand in one table for all groups.
func (a *aggregate) count(st *state, x *aggregation, counter int) error {
	if x.vals[0].IsNull() {
		return nil
	}
	if id, ok := x.vals[0].AsNode(); ok && x.dist {
		if !a.seenNodes.add(uint32(counter), uint32(id)) {
			return nil
		}
		if err := a.hold(st, 16); err != nil {
			return err
		}
	} else if x.dist {
		a.pair = [2]value.Value{value.Int(int64(counter)), x.vals[0]}
		if _, fresh := a.seen.find(a.pair[:]); !fresh {
			return nil
		}
		if err := a.hold(st, valueSize+sizeOf(x.vals[0])); err != nil {
			return err
		}
	}
	a.counts[counter]++
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
