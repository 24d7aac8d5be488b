package exec

import (
	"context"
	"errors"
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// A Config is what one execution needs.
type Config struct {
	Tx       *store.Tx
	Params   value.Map
	Function *function.Context // clocks, random numbers; the graph is set by Start
	Memory   int64             // bytes that buffering operators may hold; 0 is no limit
	Deadline time.Time         // zero is none
	Timeout  time.Duration     // what led to Deadline, for the message
	Services Services
	Turns    *Turns // nil: a long execution does not wait for others
	Batch    Batch  // for IN TRANSACTIONS; nil where the plan has none
}

// state is one execution.
type state struct {
	frame    []value.Value
	ctx      context.Context
	tx       *store.Tx
	fn       *function.Context
	params   []value.Value // by number of the program's parameter
	services Services
	batch    Batch
	counters Counters
	notes    []Note
	run      uint64 // number of the execution, by which cached tokens are valid
	ticks    uint32
	hits     int64
	memory   int64
	limit    int64
	deadline time.Time
	timeout  time.Duration
	deleted  bool // something was deleted by this statement
	args     []value.Value
	turn     turn
}

// Counters count what a statement changed.
type Counters struct {
	NodesCreated, NodesDeleted                 int64
	RelationshipsCreated, RelationshipsDeleted int64
	PropertiesSet                              int64
	LabelsAdded, LabelsRemoved                 int64
	IndexesAdded, IndexesRemoved               int64
	ConstraintsAdded, ConstraintsRemoved       int64
	SystemUpdates                              int64
}

// tickMask is how many steps pass between two looks at the context and the clock.
const tickMask = 1<<11 - 1

// tick is called in every loop that may be long.
func (st *state) tick() error {
	st.ticks++
	if st.ticks&tickMask != 0 {
		return nil
	}
	st.take()
	st.take()
	return st.check()
}

func (st *state) check() error {
	if err := st.ctx.Err(); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return st.timedOut()
		}
		return fault.Wrap(err, fault.TransactionTerminated, "The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result. Explicitly terminated by the user.")
	}
	if !st.deadline.IsZero() && time.Now().After(st.deadline) {
		return st.timedOut()
	}
	return nil
}

func (st *state) timedOut() error {
	return fault.New(fault.TransactionTimedOut, "The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result. The transaction has not completed within the specified timeout (%s). You may want to retry with a longer timeout.", st.timeout)
}

// grow accounts for memory an operator will hold.
func (st *state) grow(bytes int64) error {
	st.memory += bytes
	return st.fits(0)
}

// fits tells whether so many bytes more, held only for a moment, stay within the limit.
func (st *state) fits(bytes int64) error {
	if st.limit > 0 && st.memory+bytes > st.limit {
		return fault.New(fault.TransactionMemoryExceeded, "The allocation of an extra %d bytes would use more than the limit %d bytes. Currently using %d bytes. Memory limit of a query exceeded.", bytes, st.limit, st.memory-bytes)
	}
	return nil
}

func (st *state) release(bytes int64) { st.memory -= bytes }

const valueSize = 24

// sizeOf estimates the bytes of a value.
func sizeOf(v value.Value) int64 {
	switch v.Kind() {
	case value.KindString:
		s, _ := v.AsString()
		return valueSize + int64(len(s))
	case value.KindList:
		l, _ := v.AsList()
		n := int64(valueSize)
		for _, x := range l {
			n += sizeOf(x)
		}
		return n
	case value.KindMap:
		m, _ := v.AsMap()
		n := int64(valueSize)
		for _, e := range m {
			n += 16 + sizeOf(e.Val)
		}
		return n
	case value.KindPath:
		p, _ := v.AsPath()
		return valueSize + 8*int64(len(p.Nodes))
	}
	return valueSize
}
