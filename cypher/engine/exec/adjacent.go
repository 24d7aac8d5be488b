package exec

import (
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// A relSpec is which relationships of a node are followed.
type relSpec struct {
	types []*token // empty: all
	dir   syntax.Direction

	prefetch bool // properties of the relationships will be read
}

func newRelSpec(types []string, dir syntax.Direction) relSpec {
	return relSpec{types: tokens(typeSpace, types), dir: dir}
}

// flipped is the spec of the same relationships seen from their other end.
func (r relSpec) flipped() relSpec {
	switch r.dir {
	case syntax.Right:
		r.dir = syntax.Left
	case syntax.Left:
		r.dir = syntax.Right
	}
	return r
}

func (r *relSpec) out() bool { return r.dir != syntax.Left }

func (r *relSpec) in() bool { return r.dir != syntax.Right }

// degree counts the relationships of a node; of Both, loops count twice.
func (r *relSpec) degree(st *state, id value.NodeID) int {
	n := 0
	st.hits++
	count := func(d store.Direction) {
		if len(r.types) == 0 {
			n += st.tx.DegreeAll(id, d)
			return
		}
		for _, t := range r.types {
			if tok, ok := t.get(st); ok {
				n += st.tx.Degree(id, d, tok)
			}
		}
	}
	if r.out() {
		count(store.Out)
	}
	if r.in() {
		count(store.In)
	}
	return n
}

// loops counts the relationships of a node to itself.
func (r *relSpec) loops(st *state, id value.NodeID) int {
	n := 0
	one := relSpec{types: r.types, dir: syntax.Right}
	var it adjacency
	it.start(st, &one, id)
	for {
		a, ok := it.next(st)
		if !ok {
			return n
		}
		if a.Node == id {
			n++
		}
	}
}

// adjacency walks the relationships of one node that a spec admits.
type adjacency struct {
	spec *relSpec
	node value.NodeID
	list []store.Adj // what is left of the current list; it is walked from its end, the newest first, as Neo4j does
	dir  store.Direction
	both bool // walking In after Out: loops were given already
	i    int  // next type or group
	near int  // how many of list were fetched ahead
}

func (a *adjacency) start(_ *state, spec *relSpec, node value.NodeID) {
	*a = adjacency{spec: spec, node: node, dir: store.Out}
	if !spec.out() {
		a.dir = store.In
	}
}

func (a *adjacency) next(st *state) (store.Adj, bool) {
	for {
		for len(a.list) > 0 {
			if a.spec.prefetch {
				a.fetch(st)
			}
			adj := a.list[len(a.list)-1]
			a.list = a.list[:len(a.list)-1]
			if a.both && adj.Node == a.node {
				continue
			}
			return adj, true
		}
		if !a.nextList(st) {
			return store.Adj{}, false
		}
	}
}

// fetch fetches ahead, once in store.FetchLen relationships.
func (a *adjacency) fetch(st *state) {
	if a.near == 0 {
		a.near = min(len(a.list), store.FetchLen)
		if a.near > 1 {
			st.tx.FetchRels(a.list[len(a.list)-a.near:])
		}
	}
	a.near--
}

// nextList moves to the relationships of the next type, or the other direction.
func (a *adjacency) nextList(st *state) bool {
	for {
		if len(a.spec.types) == 0 {
			_, list, ok := st.tx.AdjacentGroup(a.node, a.dir, a.i)
			if ok {
				a.i++
				a.list = list
				return true
			}
		} else {
			for a.i < len(a.spec.types) {
				tok, ok := a.spec.types[a.i].get(st)
				a.i++
				if !ok {
					continue
				}
				if a.list = st.tx.Adjacent(a.node, a.dir, tok); len(a.list) > 0 {
					return true
				}
			}
		}
		if a.dir == store.In || a.spec.dir != syntax.Both {
			a.list = nil
			return false
		}
		a.dir, a.both, a.i = store.In, true, 0
	}
}
