package exec

import (
	"slices"

	"guestgraph/cypher/engine/value"
)

// A trail is a path in the making, linked to the one it extends.
type trail struct {
	before *trail
	rel    value.RelID
	node   value.NodeID
	length int
}

func (t *trail) uses(r value.RelID) bool {
	for ; t.before != nil; t = t.before {
		if t.rel == r {
			return true
		}
	}
	return false
}

func (t *trail) path() *value.Path {
	p := &value.Path{}
	for ; t.before != nil; t = t.before {
		p.Nodes, p.Rels = append(p.Nodes, t.node), append(p.Rels, t.rel)
	}
	p.Nodes = append(p.Nodes, t.node)
	slices.Reverse(p.Nodes)
	slices.Reverse(p.Rels)
	return p
}

// trails tries paths in order of length until predicates on the whole path hold. It may have to try all.
func (s *shortestPath) trails(st *state, from, to value.NodeID) error {
	queue := []*trail{{node: from}}
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if len(s.results) > 0 && t.length > len(s.results[0].Rels) {
			return nil
		}
		if t.node == to && t.length >= int(s.p.Min) {
			p := t.path()
			ok, err := s.holds(st, p)
			if err != nil {
				return err
			}
			if ok {
				s.results = append(s.results, p)
				if !s.p.All {
					return nil
				}
			}
		}
		if t.length >= s.max {
			continue
		}
		var it adjacency
		it.start(st, &s.spec, t.node)
		for {
			a, ok := it.next(st)
			if !ok {
				break
			}
			if err := st.tick(); err != nil {
				return err
			}
			st.hits++
			if t.uses(a.Rel) {
				continue
			}
			if s.each != nil {
				st.frame[s.p.EachRel] = value.Rel(a.Rel)
				if ok, err := s.each(st); err != nil || ok != value.True {
					if err != nil {
						return err
					}
					continue
				}
			}
			if err := s.hold(st, 40); err != nil {
				return err
			}
			queue = append(queue, &trail{t, a.Rel, a.Node, t.length + 1})
		}
	}
	return nil
}

func (s *shortestPath) holds(st *state, p *value.Path) (bool, error) {
	s.bind(st, p)
	for _, w := range s.where {
		t, err := w(st)
		if err != nil || t != value.True {
			return false, err
		}
	}
	return true, nil
}
