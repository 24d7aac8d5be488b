package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// TxConfig says what kind of transaction to begin.
type TxConfig struct {
	ReadOnly bool
	Owner    bool          // may call procedures that read and write files
	Implicit bool          // the transaction of one autocommit statement
	Timeout  time.Duration // 0 leaves the database's limit
	Database string
	Metadata value.Map
	Client   Client
	// Terminate ends what the transaction runs, at the request of another. It is called from any goroutine; nil: TERMINATE
	// TRANSACTIONS does not find the transaction.
	Terminate func()
}

// A Client is who runs a transaction, as far as the server knows. Procedures and SHOW commands tell it.
type Client struct {
	User         string // empty without authentication
	Agent        string // the client's name for itself
	ConnectionID string
	Connected    time.Time
	Address      string // the client's, host:port
	Server       string // the address at which it reaches the server, host:port
	Confined     bool   // is shown no transactions and connections but its own
}

// A Tx is a transaction. It is used by one goroutine at a time.
type Tx struct {
	db      *DB
	cfg     TxConfig
	began   time.Time
	timeout time.Duration
	schema  uint64 // the database's count of schema changes when the transaction began to see it
	changed bool   // this transaction changed the schema: its plans are nobody else's
	read    *store.Tx
	write   *store.Tx
	open    []*Result
	failed  error
	ended   bool

	id         int64
	query      string // guarded by db.mu, with queryBegan
	queryBegan time.Time
}

// name is the id of the transaction as SHOW TRANSACTIONS gives it.
func (tx *Tx) name() string { return fmt.Sprintf("%s-transaction-%d", tx.database(), tx.id) }

func (tx *Tx) database() string {
	if tx.cfg.Database == "" {
		return "neo4j"
	}
	return tx.cfg.Database
}

func (tx *Tx) beginRead(ctx context.Context) error {
	tx.schema = tx.db.schema.Load()
	t, err := tx.db.store.Begin(ctx, false)
	if err != nil {
		return wrap(err, fault.TransactionStartFailed, "begin")
	}
	tx.read = t
	return nil
}

func (tx *Tx) beginWrite(ctx context.Context) error {
	if tx.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, tx.began.Add(tx.timeout))
		defer cancel()
	}
	t, err := tx.db.store.Begin(ctx, true)
	if err != nil {
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			return fault.Wrap(err, fault.TransactionTimedOut, "The transaction has been terminated. It waited longer than its timeout (%s) for another transaction that writes.", tx.timeout)
		case errors.Is(err, context.Canceled):
			return fault.Wrap(err, fault.TransactionTerminated, "The transaction has been terminated while it waited for another transaction that writes.")
		}
		return wrap(err, fault.TransactionStartFailed, "begin")
	}
	tx.schema = tx.db.schema.Load()
	if tx.read != nil {
		tx.read.Rollback()
		tx.read = nil
	}
	tx.write = t
	return nil
}

// current is what the next statement that only reads will see.
func (tx *Tx) current(ctx context.Context) (*store.Tx, error) {
	if tx.write != nil {
		return tx.write, nil
	}
	if tx.read == nil {
		if err := tx.beginRead(ctx); err != nil {
			return nil, err
		}
	}
	return tx.read, nil
}

// Run parses, checks and plans a statement and begins to run it; ctx cancels it.
func (tx *Tx) Run(ctx context.Context, statement string, params value.Map) (*Result, error) {
	if tx.ended {
		return nil, fault.New(fault.TransactionNotFound, "The transaction has ended; begin a new one.")
	}
	if tx.failed != nil {
		return nil, fault.Wrap(tx.failed, fault.TransactionTerminated, "The transaction has failed, and can only be rolled back. An earlier statement ended with: %v", tx.failed)
	}
	// What an open result has not given yet must not see what this statement does.
	for _, r := range slices.Clone(tx.open) {
		r.keepRest()
	}
	tx.open = tx.open[:0]
	r, err := tx.run(ctx, statement, params)
	if err != nil {
		tx.failed = err
		return nil, err
	}
	if r.program != nil {
		tx.open = append(tx.open, r)
	}
	return r, nil
}

func (tx *Tx) run(ctx context.Context, statement string, params value.Map) (*Result, error) {
	at, err := tx.current(ctx)
	if err != nil {
		return nil, err
	}
	e, err := tx.prepare(at, statement)
	if err != nil {
		return nil, err
	}
	r := &Result{tx: tx, entry: e, columns: e.plan.Columns, graph: at}
	r.summary.Kind = e.kind
	r.summary.Notifications = e.found.notifications(at)
	if e.mode == syntax.Explain {
		r.summary.Plan = planTree(e.plan, nil)
		r.ended = true
		return r, nil
	}
	if e.plan.InTx && !tx.cfg.Implicit {
		return nil, fault.New(fault.TransactionStartFailed, "A query with 'CALL { ... } IN TRANSACTIONS' can only be executed in an implicit transaction, but tried to execute in an explicit transaction.")
	}
	if e.plan.Writes || e.plan.Schema {
		if at, err = tx.writable(ctx); err != nil {
			return nil, err
		}
		tx.changed = tx.changed || e.plan.Schema
	}
	r.program = e.take()
	tx.db.runs(tx, statement)
	virtual := procedure.NewOverlay(at)
	r.graph = virtual
	c := exec.Config{Tx: at, Params: params, Memory: tx.db.opts.Limits.Memory, Services: services{tx, virtual},
		Function: &function.Context{Graph: virtual, Now: time.Now(), TxNow: tx.began}, Timeout: tx.timeout}
	if !e.plan.Writes && !e.plan.Schema {
		c.Turns = tx.db.turns // what writes keeps others waiting already
	}
	if e.plan.InTx {
		c.Batch = &batch{tx: tx, virtual: virtual, ctx: ctx, writes: e.plan.Writes}
	}
	if tx.timeout > 0 {
		c.Deadline = tx.began.Add(tx.timeout)
	}
	if err := r.program.Start(ctx, c); err != nil {
		e.give(r.program)
		return nil, err
	}
	return r, nil
}

// writable gives the transaction to write with, waiting for its turn if need be.
func (tx *Tx) writable(ctx context.Context) (*store.Tx, error) {
	if tx.cfg.ReadOnly {
		return nil, fault.New(fault.AccessMode, "Writing in read access mode not allowed. Attempted write to neo4j")
	}
	if tx.write == nil {
		if err := tx.beginWrite(ctx); err != nil {
			return nil, err
		}
	}
	return tx.write, nil
}

// Commit makes the changes durable and gives a bookmark. Statements still running are finished first.
func (tx *Tx) Commit(ctx context.Context) (bookmark string, err error) {
	if tx.ended {
		return "", fault.New(fault.TransactionNotFound, "The transaction has ended; begin a new one.")
	}
	if tx.failed == nil {
		for _, r := range slices.Clone(tx.open) {
			if err := r.Close(); err != nil {
				break
			}
		}
	}
	if tx.failed != nil {
		_ = tx.Rollback()
		return "", tx.failed
	}
	tx.end()
	at := tx.read
	if tx.write != nil {
		at = tx.write
		if err := tx.write.Commit(); err != nil {
			return "", wrap(err, fault.UnknownError, "commit")
		}
		if tx.changed {
			tx.db.schema.Add(1)
		}
	}
	version := tx.db.store.Version()
	if at != nil {
		version = at.Version()
	}
	return fmt.Sprintf("guestgraph:%d", version), nil
}

// Rollback undoes the changes. After Commit it does nothing.
func (tx *Tx) Rollback() error {
	if tx.ended {
		return nil
	}
	tx.end()
	for _, r := range slices.Clone(tx.open) {
		r.release()
	}
	if tx.write != nil {
		tx.write.Rollback()
	}
	if tx.read != nil {
		tx.read.Rollback()
	}
	return nil
}

func (tx *Tx) end() {
	tx.ended = true
	tx.db.unregister(tx)
}
