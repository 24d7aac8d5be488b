package exec

import (
	"errors"
	"fmt"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// defaultBatch is how many rows a batch has without OF … ROWS, as in Neo4j.
const defaultBatch = 1000

// batches runs a plan for every row in transactions of their own (IN TRANSACTIONS): it reads so many rows, runs the
// plan for each, commits, and only then gives what came of them.
//
//	source ─ n rows ─▶ in ─ plan for each ─▶ out ─ commit ─▶ rows
//	                              └ error ─ undo the batch ─▶ FAIL: the error; CONTINUE, BREAK: the rows of in, with nulls
type batches struct {
	source
	inner   operator
	p       *plan.Apply
	size    eval // nil: defaultBatch
	in, out buffer
	pos     int // of the next row of out
	done    int // batches committed
	end     bool
	broken  bool // an error has ended all later batches
}

func (c *compiler) batches(src source, p *plan.Apply) operator {
	all := make([]int, c.slots)
	for i := range all {
		all[i] = i
	}
	b := &batches{source: src, inner: c.op(p.Plan), p: p, in: buffer{slots: all}, out: buffer{slots: all}}
	if p.Batch.Rows != nil {
		b.size = c.expr(p.Batch.Rows)
	}
	return b
}

func (b *batches) open(st *state) error {
	b.in.reset(st)
	b.out.reset(st)
	b.pos, b.done, b.end, b.broken = 0, 0, false, false
	return b.src.open(st)
}

func (b *batches) next(st *state) (bool, error) {
	for b.pos == b.out.n {
		if b.end {
			return false, nil
		}
		if err := b.fill(st); err != nil {
			return false, err
		}
		if err := b.run(st); err != nil {
			return false, err
		}
	}
	b.out.load(st, b.pos)
	b.pos++
	return true, nil
}

// fill reads the rows of the next batch.
func (b *batches) fill(st *state) error {
	b.in.reset(st)
	size := int64(defaultBatch)
	if b.size != nil {
		var err error
		if size, err = batchSize(st, b.size); err != nil {
			return err
		}
	}
	for int64(b.in.n) < size {
		ok, err := b.src.next(st)
		if err != nil {
			return err
		}
		if !ok {
			b.end = true
			break
		}
		if err := b.in.save(st); err != nil {
			return err
		}
	}
	return nil
}

func batchSize(st *state, size eval) (int64, error) {
	v, err := size(st)
	if err != nil {
		return 0, err
	}
	n, ok := v.AsInt()
	if !ok || n <= 0 {
		return 0, fault.New(fault.ArgumentError, "OF ... ROWS: Invalid input. %s is not a valid value. Must be a positive integer.", value.Format(v, st.fn.Graph))
	}
	return n, nil
}

// run runs the batch that was read and ends its transaction.
func (b *batches) run(st *state) error {
	b.out.reset(st)
	b.pos = 0
	if b.in.n == 0 {
		return nil
	}
	if b.broken {
		return b.skipped(st, b.status(false, false, "", ""))
	}
	before := st.counters
	id := st.batch.ID()
	err := b.rows(st, b.status(true, true, id, ""))
	if err == nil {
		err = st.endBatch(true)
	}
	if err == nil {
		b.done++
		return nil
	}
	if b.p.Batch.OnError == "" || b.p.Batch.OnError == "FAIL" || st.check() != nil {
		return b.counted(err)
	}
	st.counters = before
	b.broken = b.p.Batch.OnError == "BREAK"
	b.out.reset(st)
	if undone := st.endBatch(false); undone != nil {
		return undone
	}
	return b.skipped(st, b.status(true, false, id, message(err)))
}

// counted tells of an error how much of the statement stays done all the same.
func (b *batches) counted(err error) error {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	told := *f
	told.Message = fmt.Sprintf("%s (Transactions committed: %d)", f.Message, b.done)
	return &told
}

// message is an error as clients see it, without its code.
func message(err error) string {
	if f, ok := errors.AsType[*fault.Error](err); ok {
		return f.Message
	}
	return err.Error()
}

// rows runs the plan for each row of the batch.
func (b *batches) rows(st *state, status value.Value) error {
	for i := range b.in.n {
		b.in.load(st, i)
		if b.p.Status >= 0 {
			st.frame[b.p.Status] = status
		}
		given := false
		err := drain(st, b.inner, func() error {
			given = true
			if b.p.Unit {
				return nil
			}
			return b.out.save(st)
		})
		if err != nil {
			return err
		}
		if b.p.Unit || b.p.Optional && !given {
			b.nulls(st)
			if err := b.out.save(st); err != nil {
				return err
			}
		}
	}
	return nil
}

// skipped gives the rows of a batch that came to nothing.
func (b *batches) skipped(st *state, status value.Value) error {
	for i := range b.in.n {
		b.in.load(st, i)
		b.nulls(st)
		if b.p.Status >= 0 {
			st.frame[b.p.Status] = status
		}
		if err := b.out.save(st); err != nil {
			return err
		}
	}
	return nil
}

func (b *batches) nulls(st *state) {
	for _, s := range b.p.Nulls {
		st.frame[s] = value.Value{}
	}
}

// status is what REPORT STATUS gives.
func (b *batches) status(started, committed bool, id, message string) value.Value {
	text := func(s string) value.Value {
		if s == "" {
			return value.Value{}
		}
		return value.String(s)
	}
	return value.FromMap(value.NewMap([]value.Entry{{Key: "started", Val: value.Bool(started)}, {Key: "committed", Val: value.Bool(committed)},
		{Key: "transactionId", Val: text(id)}, {Key: "errorMessage", Val: text(message)}}))
}

func (b *batches) close(st *state) {
	b.in.reset(st)
	b.out.reset(st)
	b.inner.close(st)
	b.src.close(st)
}

// A Batch ends the transactions of IN TRANSACTIONS.
type Batch interface {
	// ID names the transaction of the batch that runs.
	ID() string
	// End commits the batch's transaction, or undoes it, and begins the next.
	End(commit bool) (*store.Tx, error)
}

// endBatch ends the transaction of a batch. Names that an undone one brought in are unknown again: what was cached of
// them is too.
func (st *state) endBatch(commit bool) error {
	tx, err := st.batch.End(commit)
	if err != nil {
		return err
	}
	st.tx = tx
	st.run++
	return nil
}
