package exec

import (
	"slices"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// selectPaths keeps the shortest of the paths its plan gives between each pair of ends.
type selectPaths struct {
	source
	p     *plan.SelectPaths
	inner operator
	count eval
	rows  buffer
	order []int32
	pos   int
}

func (c *compiler) selectPaths(src source, p *plan.SelectPaths) operator {
	return &selectPaths{source: src, p: p, inner: c.op(p.Plan), count: c.opt(p.Count), rows: buffer{slots: p.Live}}
}

func (s *selectPaths) open(st *state) error {
	s.drop(st)
	return s.src.open(st)
}

func (s *selectPaths) drop(st *state) {
	s.rows.reset(st)
	s.order, s.pos = nil, 0
}

func (s *selectPaths) close(st *state) {
	s.drop(st)
	s.inner.close(st)
	s.src.close(st)
}

func (s *selectPaths) next(st *state) (bool, error) {
	for {
		if s.pos < len(s.order) {
			s.rows.load(st, int(s.order[s.pos]))
			s.pos++
			return true, nil
		}
		ok, err := s.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if err := s.choose(st); err != nil {
			return false, err
		}
	}
}

// A candidate is one path: its row, the number of its pair of ends, and its length.
type candidate struct {
	row    int32
	ends   int
	length int
}

func (s *selectPaths) choose(st *state) error {
	s.drop(st)
	wanted := int64(1)
	if s.count != nil {
		n, err := rowCount(st, s.count, "SHORTEST")
		if err != nil {
			return err
		}
		wanted = n
	}
	pairs := newTable(2)
	var all []candidate
	err := drain(st, s.inner, func() error {
		p, ok := st.frame[s.p.Path].AsPath()
		if !ok {
			return nil
		}
		ends, _ := pairs.find([]value.Value{st.frame[s.p.From], st.frame[s.p.To]})
		all = append(all, candidate{int32(s.rows.n), ends, len(p.Rels)})
		return s.rows.save(st)
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		if a.ends != b.ends {
			return a.ends - b.ends
		}
		return a.length - b.length
	})
	taken := int64(0) // of the current pair: paths, or lengths
	for i, c := range all {
		fresh := i == 0 || all[i-1].ends != c.ends
		if fresh {
			taken = 0
		}
		if !s.p.Groups || fresh || all[i-1].length != c.length {
			taken++
		}
		if taken <= wanted {
			s.order = append(s.order, c.row)
		}
	}
	return nil
}
