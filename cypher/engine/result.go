package engine

import (
	"runtime/debug"
	"slices"

	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// A Result gives the rows of a statement.
type Result struct {
	tx      *Tx
	entry   *planEntry
	program *exec.Program // nil once it has ended
	columns []string
	graph   value.Graph
	row     []value.Value
	kept    [][]value.Value // rows read ahead because another statement began
	count   int64
	err     error
	ended   bool // no more rows but the kept ones
	summary Summary
}

// Columns names the columns.
func (r *Result) Columns() []string { return r.columns }

// Next advances to the next row; it is false at the end and on an error.
func (r *Result) Next() bool {
	if len(r.kept) > 0 {
		r.row, r.kept = r.kept[0], r.kept[1:]
		return true
	}
	return r.pull()
}

func (r *Result) pull() bool {
	if r.ended {
		return false
	}
	row, err := r.step()
	if err == nil && row != nil {
		r.count++
		if limit := r.tx.db.opts.Limits.Rows; limit > 0 && r.count > limit {
			err = fault.New("Neo.ClientError.Statement.RowLimitExceeded", "The result has more than %d rows, which is this server's limit. Ask for fewer with LIMIT.", limit)
		}
	}
	if err != nil {
		r.fail(err)
		return false
	}
	if row == nil {
		r.finish()
		return false
	}
	r.row = row
	return true
}

// step runs the program to its next row. A panic of an operator or a function ends the statement, not
// the process.
func (r *Result) step() (row []value.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			r.tx.db.opts.Logger.Error("statement panicked", "panic", p, "stack", string(debug.Stack()))
			row, err = nil, fault.New(fault.UnknownError, "the statement failed by a mistake of the server; its log tells more")
		}
	}()
	return r.program.Next()
}

func (r *Result) fail(err error) {
	r.err = wrap(err, fault.UnknownError, "run")
	if r.tx.failed == nil {
		r.tx.failed = r.err
	}
	r.finish()
}

// finish completes the summary and lets go of the program.
func (r *Result) finish() {
	r.ended, r.row = true, nil
	if r.program == nil {
		return
	}
	r.summary.Counters = Counters(r.program.Counters())
	r.summary.Notifications = append(r.summary.Notifications, withoutEffect(r.program.Notes())...)
	if r.entry.mode == syntax.Profile {
		r.summary.Plan, r.summary.Profiled = planTree(r.entry.plan, r.program), true
	}
	r.release()
}

func (r *Result) release() {
	r.ended = true
	if r.program != nil {
		r.entry.give(r.program)
		r.program = nil
	}
	r.tx.open = slices.DeleteFunc(r.tx.open, func(o *Result) bool { return o == r })
}

// keepRest reads the rest of the rows ahead.
func (r *Result) keepRest() {
	current := slices.Clone(r.row)
	defer func() { r.row = current }()
	for r.pull() {
		r.kept = append(r.kept, slices.Clone(r.row))
	}
}

// Row is the current row, valid until the next call of Next.
func (r *Result) Row() []value.Value { return r.row }

// Err is the error that ended the rows, nil at a proper end.
func (r *Result) Err() error { return r.err }

// Graph gives what the nodes and relationships in the rows stand for.
func (r *Result) Graph() value.Graph { return r.graph }

// Close discards the remaining rows but finishes the statement's writes.
func (r *Result) Close() error {
	r.kept = nil
	if !r.ended && !r.entry.plan.Writes && !r.entry.plan.Schema && r.entry.mode != syntax.Profile {
		r.finish()
	}
	for r.pull() {
	}
	return r.err
}

// Summary tells what the statement did; it is complete after the last row or Close.
func (r *Result) Summary() *Summary { return &r.summary }
