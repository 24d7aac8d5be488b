package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// deletion deletes nodes, relationships and paths for every row. A node that keeps relationships
// makes the commit fail, so that the order of deletions within a transaction does not matter.
type deletion struct {
	source
	exprs  []eval
	detach bool
}

func (d *deletion) next(st *state) (bool, error) {
	ok, err := d.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	if err := st.tick(); err != nil {
		return false, err
	}
	for _, f := range d.exprs {
		v, err := f(st)
		if err != nil {
			return false, err
		}
		if err := d.delete(st, v); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (d *deletion) delete(st *state, v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if id, ok := v.AsNode(); ok {
		return d.node(st, id)
	}
	if id, ok := v.AsRel(); ok {
		deleteRel(st, id)
		return nil
	}
	p, ok := v.AsPath()
	if !ok {
		return fault.New(fault.TypeError, "Expected to delete a Node, Relationship or Path but got %s", value.Describe(v))
	}
	for _, r := range p.Rels {
		deleteRel(st, r)
	}
	for _, n := range p.Nodes {
		if err := d.node(st, n); err != nil {
			return err
		}
	}
	return nil
}

func (d *deletion) node(st *state, id value.NodeID) error {
	if !st.tx.NodeExists(id) {
		return nil
	}
	if d.detach {
		for _, dir := range []store.Direction{store.Out, store.In} {
			for _, typ := range st.tx.AdjacentTypes(id, dir) {
				for _, a := range st.tx.Adjacent(id, dir, typ) {
					if err := st.tick(); err != nil {
						return err
					}
					deleteRel(st, a.Rel)
				}
			}
		}
	}
	st.deleted = true
	st.tx.DeleteNode(id)
	st.counters.NodesDeleted++
	return nil
}

func deleteRel(st *state, id value.RelID) {
	if !st.tx.RelExists(id) {
		return
	}
	st.deleted = true
	st.tx.DeleteRel(id)
	st.counters.RelationshipsDeleted++
}
