package exec

import (
	"math"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// shortestPath finds shortest paths between two nodes by a breadth-first search from both ends. The paths through the
// nodes where both meet are made one by one, as they are asked for: there may be very many.
//
// Predicates on whole paths are tried on the shortest paths first. Only when none holds are others tried; see trails.
type shortestPath struct {
	source
	p       *plan.ShortestPath
	spec    relSpec
	back    relSpec
	each    cond
	where   []cond
	max     int
	every   bool // all ways are kept, not one
	results []*value.Path
	pos     int
	ends    [2]value.NodeID
	fore    side
	rear    side
	joint   *joint // the shortest paths, as long as there are more
	found   bool   // one of them held
	held    int64
}

func (c *compiler) shortestPath(src source, p *plan.ShortestPath) operator {
	s := &shortestPath{source: src, p: p, spec: newRelSpec(p.Types, p.Dir), max: math.MaxInt}
	s.back = s.spec.flipped()
	if p.Max >= 0 {
		s.max = int(p.Max)
	}
	if p.Each != nil {
		s.each = c.cond(p.Each)
	}
	for _, w := range p.Where {
		s.where = append(s.where, c.cond(w))
	}
	s.every = p.All || len(s.where) > 0
	return s
}

func (s *shortestPath) open(st *state) error {
	s.drop(st)
	return s.src.open(st)
}

func (s *shortestPath) drop(st *state) {
	st.release(s.held)
	s.held, s.results, s.pos, s.fore, s.rear, s.joint, s.found = 0, nil, 0, side{}, side{}, nil, false
}

func (s *shortestPath) close(st *state) {
	s.drop(st)
	s.src.close(st)
}

func (s *shortestPath) next(st *state) (bool, error) {
	for {
		if s.pos < len(s.results) {
			s.bind(st, s.results[s.pos])
			s.pos++
			return true, nil
		}
		if s.joint != nil {
			if ok, err := s.joined(st); ok || err != nil {
				return ok, err
			}
			if !s.found && len(s.where) > 0 {
				if err := s.trails(st, s.ends[0], s.ends[1]); err != nil {
					return false, err
				}
			}
			continue
		}
		ok, err := s.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		from, ok1, err := node(st, s.p.From)
		if err != nil {
			return false, err
		}
		to, ok2, err := node(st, s.p.To)
		if err != nil {
			return false, err
		}
		s.drop(st)
		if ok1 && ok2 {
			if err := s.search(st, from, to); err != nil {
				return false, err
			}
		}
	}
}

func (s *shortestPath) bind(st *state, p *value.Path) {
	if s.p.Path >= 0 {
		st.frame[s.p.Path] = value.FromPath(p)
	}
	if s.p.Rel >= 0 {
		l := make([]value.Value, len(p.Rels))
		for i, r := range p.Rels {
			l[i] = value.Rel(r)
		}
		st.frame[s.p.Rel] = value.List(l)
	}
}

func (s *shortestPath) search(st *state, from, to value.NodeID) error {
	if from == to && s.p.Min > 0 && !s.p.AllowSame {
		return fault.New(fault.ExecutionFailed, "The shortest path algorithm does not work when the start and end nodes are the same. If you would rather not experience this exception, and instead accept missing results for start = end, give the pattern a minimum length of 0.")
	}
	if s.p.Min > 1 || from == to && (s.p.Min > 0 || len(s.where) > 0) {
		return s.trails(st, from, to)
	}
	if from == to {
		s.results = []*value.Path{{Nodes: []value.NodeID{from}}}
		return nil
	}
	s.ends = [2]value.NodeID{from, to}
	s.fore, s.rear = newSide(&s.spec, from), newSide(&s.back, to)
	for s.fore.depth+s.rear.depth < s.max {
		a, b := &s.fore, &s.rear
		if len(b.frontier) < len(a.frontier) {
			a, b = b, a
		}
		if len(a.frontier) == 0 {
			return nil
		}
		if err := s.level(st, a); err != nil {
			return err
		}
		var meets []value.NodeID
		for _, id := range a.frontier {
			if _, ok := b.seen[id]; ok {
				meets = append(meets, id)
			}
		}
		if len(meets) > 0 {
			s.joint = newJoint(&s.fore, &s.rear, meets)
			return nil
		}
	}
	return nil
}

// A side is one half of the search.
type side struct {
	spec     *relSpec
	seen     map[value.NodeID]visit
	frontier []value.NodeID
	depth    int
}

// A visit tells how a node was first reached: at what depth, and from where.
type visit struct {
	depth int32
	from  store.Adj   // the relationship and the node before
	more  []store.Adj // others as short, when all are wanted
}

func newSide(spec *relSpec, start value.NodeID) side {
	return side{spec: spec, seen: map[value.NodeID]visit{start: {}}, frontier: []value.NodeID{start}}
}

// level goes one relationship further from a side.
func (s *shortestPath) level(st *state, a *side) error {
	a.depth++
	var next []value.NodeID
	for _, id := range a.frontier {
		var it adjacency
		it.start(st, a.spec, id)
		for {
			adj, ok := it.next(st)
			if !ok {
				break
			}
			if err := st.tick(); err != nil {
				return err
			}
			st.hits++
			v, seen := a.seen[adj.Node]
			if seen && (!s.every || int(v.depth) != a.depth) {
				continue
			}
			if s.each != nil {
				st.frame[s.p.EachRel] = value.Rel(adj.Rel)
				t, err := s.each(st)
				if err != nil {
					return err
				}
				if t != value.True {
					continue
				}
			}
			if err := s.hold(st, 64); err != nil {
				return err
			}
			from := store.Adj{Rel: adj.Rel, Node: id}
			if seen {
				v.more = append(v.more, from)
				a.seen[adj.Node] = v
				continue
			}
			a.seen[adj.Node] = visit{depth: int32(a.depth), from: from}
			next = append(next, adj.Node)
		}
	}
	a.frontier = next
	return nil
}

func (s *shortestPath) hold(st *state, n int64) error {
	s.held += n
	return st.grow(n)
}

// joined binds the next of the shortest paths that holds.
func (s *shortestPath) joined(st *state) (bool, error) {
	for {
		p := s.joint.next()
		if p == nil {
			s.joint = nil
			return false, nil
		}
		if err := st.tick(); err != nil {
			return false, err
		}
		ok, err := s.holds(st, p)
		if err != nil {
			return false, err
		}
		if ok {
			s.found = true
			if !s.p.All {
				s.joint = nil
			}
			return true, nil
		}
	}
}
