package exec

import (
	"container/heap"
	"math"
	"slices"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// sorter orders rows; with a limit it keeps only the first in a heap.
type sorter struct {
	source
	keys  []eval
	desc  []bool
	skip  eval
	limit eval
	rows  buffer
	vals  []value.Value // len(keys) to a row
	order []int32
	key   []value.Value // of the row being read
	top   int           // how many rows to keep; -1 for all
	full  bool
	pos   int
	held  int64
}

func (c *compiler) sort(src source, p *plan.Sort) operator {
	s := &sorter{source: src, skip: c.opt(p.Skip), limit: c.opt(p.Limit), rows: buffer{slots: p.Live}}
	for _, k := range p.Keys {
		s.keys = append(s.keys, c.expr(k.E))
		s.desc = append(s.desc, k.Desc)
	}
	s.key = make([]value.Value, len(s.keys))
	return s
}

func (s *sorter) open(st *state) error {
	s.drop(st)
	s.full, s.pos, s.top = false, 0, -1
	return s.src.open(st)
}

func (s *sorter) drop(st *state) {
	s.rows.reset(st)
	st.release(s.held)
	s.held, s.vals, s.order = 0, nil, nil
}

func (s *sorter) close(st *state) {
	s.drop(st)
	s.src.close(st)
}

func (s *sorter) next(st *state) (bool, error) {
	if !s.full {
		if err := s.fill(st); err != nil {
			return false, err
		}
		s.full = true
	}
	if s.pos == len(s.order) {
		return false, nil
	}
	s.rows.load(st, int(s.order[s.pos]))
	s.pos++
	return true, nil
}

func (s *sorter) fill(st *state) error {
	if s.limit != nil {
		n, err := rowCount(st, s.limit, "LIMIT")
		if err != nil {
			return err
		}
		if s.skip != nil {
			k, err := rowCount(st, s.skip, "SKIP")
			if err != nil {
				return err
			}
			n += k
		}
		if n >= 0 && n < math.MaxInt32 {
			s.top = int(n)
		}
	}
	for {
		ok, err := s.src.next(st)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		for i, k := range s.keys {
			if s.key[i], err = k(st); err != nil {
				return err
			}
		}
		if err := s.add(st); err != nil {
			return err
		}
	}
	slices.SortFunc(s.order, func(a, b int32) int {
		if c := s.compare(a, b); c != 0 {
			return c
		}
		return int(a) - int(b)
	})
	return nil
}

func (s *sorter) add(st *state) error {
	if s.top == 0 {
		return nil
	}
	if s.top < 0 || len(s.order) < s.top {
		s.order = append(s.order, int32(s.rows.n))
		s.vals = append(s.vals, s.key...)
		s.held += int64(len(s.key)) * valueSize
		if err := st.grow(int64(len(s.key)) * valueSize); err != nil {
			return err
		}
		if err := s.rows.save(st); err != nil {
			return err
		}
		if len(s.order) == s.top {
			heap.Init((*topHeap)(s))
		}
		return nil
	}
	worst := s.order[0]
	if s.compareKeys(s.key, s.keyOf(worst)) >= 0 {
		return nil
	}
	copy(s.keyOf(worst), s.key)
	row := s.rows.rows[int(worst)*len(s.rows.slots):]
	for j, slot := range s.rows.slots {
		row[j] = st.frame[slot]
	}
	heap.Fix((*topHeap)(s), 0)
	return nil
}

func (s *sorter) keyOf(row int32) []value.Value {
	return s.vals[int(row)*len(s.keys) : (int(row)+1)*len(s.keys)]
}

func (s *sorter) compare(a, b int32) int { return s.compareKeys(s.keyOf(a), s.keyOf(b)) }

func (s *sorter) compareKeys(a, b []value.Value) int {
	for i := range a {
		c := value.Order(a[i], b[i])
		if c == 0 {
			continue
		}
		if s.desc[i] {
			return -c
		}
		return c
	}
	return 0
}

// topHeap keeps the last of the rows kept on top.
type topHeap sorter

func (h *topHeap) Len() int           { return len(h.order) }
func (h *topHeap) Less(i, j int) bool { return (*sorter)(h).compare(h.order[i], h.order[j]) > 0 }
func (h *topHeap) Swap(i, j int)      { h.order[i], h.order[j] = h.order[j], h.order[i] }
func (h *topHeap) Push(any)           {}
func (h *topHeap) Pop() any           { return nil }

// rowCount evaluates SKIP or LIMIT.
func rowCount(st *state, f eval, what string) (int64, error) {
	v, err := f(st)
	if err != nil {
		return 0, err
	}
	n, ok := v.AsInt()
	if !ok {
		return 0, fault.New(fault.ArgumentError, "%s: Invalid input. '%s' is not a valid value. Must be a non-negative integer.", what, value.Describe(v))
	}
	if n < 0 {
		return 0, fault.New(fault.ArgumentError, "%s: Invalid input. '%d' is not a valid value. Must be a non-negative integer.", what, n)
	}
	return n, nil
}

// skip drops the first rows.
type skip struct {
	source
	n    eval
	left int64
	set  bool
}

func (s *skip) open(st *state) error { s.set = false; return s.src.open(st) }

func (s *skip) next(st *state) (bool, error) {
	if !s.set {
		var err error
		if s.left, err = rowCount(st, s.n, "SKIP"); err != nil {
			return false, err
		}
		s.set = true
	}
	for ; s.left > 0; s.left-- {
		if ok, err := s.src.next(st); err != nil || !ok {
			return false, err
		}
	}
	return s.src.next(st)
}

// limit ends after so many rows.
type limit struct {
	source
	n    eval
	all  bool // run the source to its end all the same
	left int64
	set  bool
}

func (l *limit) open(st *state) error { l.set = false; return l.src.open(st) }

func (l *limit) next(st *state) (bool, error) {
	if !l.set {
		var err error
		if l.left, err = rowCount(st, l.n, "LIMIT"); err != nil {
			return false, err
		}
		l.set = true
	}
	if l.left > 0 {
		l.left--
		return l.src.next(st)
	}
	for l.all {
		if ok, err := l.src.next(st); err != nil || !ok {
			return false, err
		}
	}
	return false, nil
}
