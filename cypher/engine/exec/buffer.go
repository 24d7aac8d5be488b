package exec

import "guestgraph/cypher/engine/value"

// A buffer keeps copies of some slots of many rows.
type buffer struct {
	slots []int
	rows  []value.Value // len(slots) to a row
	n     int
	held  int64
}

func (b *buffer) reset(st *state) {
	st.release(b.held)
	*b = buffer{slots: b.slots}
}

// save adds the current row.
func (b *buffer) save(st *state) error {
	size := int64(8)
	for _, s := range b.slots {
		v := st.frame[s]
		size += sizeOf(v)
		b.rows = append(b.rows, v)
	}
	b.n++
	b.held += size
	return st.grow(size)
}

// load makes row i the current one.
func (b *buffer) load(st *state, i int) {
	row := b.rows[i*len(b.slots):]
	for j, s := range b.slots {
		st.frame[s] = row[j]
	}
}

// eager reads all rows before it gives one.
type eager struct {
	source
	rows buffer
	full bool
	pos  int
}

func (e *eager) open(st *state) error {
	e.rows.reset(st)
	e.full, e.pos = false, 0
	return e.src.open(st)
}

func (e *eager) next(st *state) (bool, error) {
	for !e.full {
		ok, err := e.src.next(st)
		if err != nil {
			return false, err
		}
		if !ok {
			e.full = true
			break
		}
		if err := e.rows.save(st); err != nil {
			return false, err
		}
	}
	if e.pos == e.rows.n {
		return false, nil
	}
	e.rows.load(st, e.pos)
	e.pos++
	return true, nil
}

func (e *eager) close(st *state) {
	e.rows.reset(st)
	e.src.close(st)
}
