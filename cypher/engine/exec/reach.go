package exec

import (
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// reach is a variable-length expansion of which only the distinct ends count: a breadth-first search.
//
// An end other than the start is reached by a shortest walk, which repeats nothing. The start is an
// end when it lies on a cycle that is short enough: found where two branches of the search, told
// apart by their first relationship, meet.
type reach struct {
	*varExpand
	visited map[value.NodeID]reached
	queue   []value.NodeID
	pos     int
	held    int64
	cycle   int // length of the shortest cycle through the start, 0 when none was found
}

type reached struct {
	depth  int32
	branch value.RelID
}

func (r *reach) next(st *state) (bool, error) {
	for {
		if r.active {
			for r.pos < len(r.queue) {
				id := r.queue[r.pos]
				r.pos++
				if id != r.start || r.min == 0 {
					st.frame[r.to] = value.Node(id)
					return true, nil
				}
			}
			r.active = false
			if r.min == 1 && r.cycle > 0 && r.cycle <= r.max {
				st.frame[r.to] = value.Node(r.start)
				return true, nil
			}
		}
		ok, err := r.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		from, ok, err := node(st, r.from)
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		if err := r.search(st, from); err != nil {
			return false, err
		}
	}
}

// search fills queue with every node within max relationships, the start first.
func (r *reach) search(st *state, from value.NodeID) error {
	st.release(r.held)
	r.held = 0
	r.start, r.active, r.cycle = from, true, 0
	if r.visited == nil {
		r.visited = map[value.NodeID]reached{}
	}
	clear(r.visited)
	r.visited[from] = reached{}
	r.queue = append(r.queue[:0], from)
	for i := 0; i < len(r.queue); i++ {
		at := r.visited[r.queue[i]]
		if int(at.depth) >= r.max {
			break
		}
		if err := r.spread(st, r.queue[i], at); err != nil {
			return err
		}
	}
	r.pos = 0
	return nil
}

func (r *reach) spread(st *state, id value.NodeID, at reached) error {
	var it adjacency
	it.start(st, &r.spec, id)
	for {
		a, ok := it.next(st)
		if !ok {
			return nil
		}
		if err := st.tick(); err != nil {
			return err
		}
		st.hits++
		if r.each != nil {
			st.frame[r.eachRel] = value.Rel(a.Rel)
			if t, err := r.each(st); err != nil || t != value.True {
				if err != nil {
					return err
				}
				continue
			}
		}
		branch := at.branch
		if id == r.start {
			branch = a.Rel
		}
		was, seen := r.visited[a.Node]
		if seen {
			r.meet(a, id, at, was, branch)
			continue
		}
		if err := st.grow(32); err != nil {
			return err
		}
		r.held += 32
		r.visited[a.Node] = reached{at.depth + 1, branch}
		r.queue = append(r.queue, a.Node)
	}
}

// meet looks for a cycle through the start in a relationship to a node reached before.
func (r *reach) meet(a store.Adj, id value.NodeID, at, was reached, branch value.RelID) {
	length := 0
	switch {
	case a.Node == r.start:
		if id == r.start || a.Rel != at.branch {
			length = int(at.depth) + 1
		}
	case !r.undirected():
		return // going on from there would come back to the start by its own shortest walk
	case id == r.start && a.Rel == was.branch:
		return
	case branch != was.branch:
		length = int(at.depth) + 1 + int(was.depth)
	}
	if length > 0 && (r.cycle == 0 || length < r.cycle) {
		r.cycle = length
	}
}

func (r *reach) undirected() bool { return r.spec.out() && r.spec.in() }

func (r *reach) close(st *state) {
	st.release(r.held)
	r.held, r.visited, r.queue = 0, nil, nil
	r.varExpand.close(st)
}
