package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// indexScan gives the nodes of a label in the order of an index on a property: those the index holds, and those without
// the property.
type indexScan struct {
	source
	slot   int
	index  index
	back   bool
	cur    store.NodeCursor
	part   int  // of the walk: 0 before it, 1 and 2 in its parts
	absent bool // this part gives the nodes without the property
}

func newIndexScan(src source, p *plan.IndexScan) operator {
	return &indexScan{source: src, slot: p.Slot, index: newIndex(labelSpace, p.Label, []string{p.Key}), back: p.Order == plan.Descending}
}

func (x *indexScan) open(st *state) error { x.part = 0; return x.src.open(st) }

func (x *indexScan) next(st *state) (bool, error) {
	for {
		if x.part == 0 {
			if ok, err := x.src.next(st); err != nil || !ok {
				return false, err
			}
		} else {
			if err := st.tick(); err != nil {
				return false, err
			}
			id, ok := x.cur.Next()
			if ok && x.absent && !x.without(st, id) {
				continue
			}
			if ok {
				st.hits++
				st.frame[x.slot] = value.Node(id)
				return true, nil
			}
		}
		if err := x.turn(st); err != nil {
			return false, err
		}
	}
}

// turn goes on to the next part of the walk.
func (x *indexScan) turn(st *state) error {
	if x.part++; x.part > 2 {
		x.part = 0
		return nil
	}
	ix, err := x.index.get(st)
	if err != nil {
		return err
	}
	x.cur = store.NodeCursor{}
	if x.absent = x.back == (x.part == 1); !x.absent {
		if x.cur = st.tx.SeekRange(ix, nil, nil); x.back {
			x.cur.Back()
		}
		return nil
	}
	if label, ok := x.index.label.get(st); ok && st.tx.LabelCount(label) > st.tx.IndexSize(ix) {
		x.cur = st.tx.NodesWithLabel(label)
	}
	return nil
}

func (x *indexScan) without(st *state, id value.NodeID) bool {
	key, ok := x.index.keys[0].get(st)
	return !ok || st.tx.NodePropertyAt(id, key).IsNull()
}
