package engine

import (
	"context"
	"log/slog"
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// Options say how to open a database.
type Options struct {
	Logger  *slog.Logger
	Limits  Limits
	Version string // what dbms.components() tells, e.g. "5.26.0"
	NoSync  bool   // leave flushing to the operating system: fast, not durable
}

// Limits bound each query; 0 means no bound.
type Limits struct {
	Timeout time.Duration
	Rows    int64 // rows of a result
	Memory  int64 // bytes that buffering operators may hold
}

// A DB is an open database.
type DB struct{}

// Open opens the database in the file at path, made when absent; "" keeps everything in memory.
func Open(path string, o Options) (*DB, error) {
	return nil, fault.New(fault.DatabaseUnavailable, "open %s: not built yet", path)
}

// Close closes the database; open transactions must have ended.
func (db *DB) Close() error { return nil }

// TxConfig says what kind of transaction to begin.
type TxConfig struct {
	ReadOnly bool
	Implicit bool          // the transaction of one autocommit statement
	Timeout  time.Duration // 0 leaves the database's limit
	Database string
	Metadata value.Map
}

// Begin begins a transaction.
func (db *DB) Begin(ctx context.Context, c TxConfig) (*Tx, error) {
	return nil, fault.New(fault.DatabaseUnavailable, "begin: not built yet")
}

// A Tx is a transaction. It is used by one goroutine at a time.
type Tx struct{}

// Run parses, checks and plans a statement and begins to run it; ctx cancels it.
func (tx *Tx) Run(ctx context.Context, statement string, params value.Map) (*Result, error) {
	return nil, fault.New(fault.DatabaseUnavailable, "run: not built yet")
}

// Commit makes the changes durable and gives a bookmark.
func (tx *Tx) Commit(ctx context.Context) (bookmark string, err error) {
	return "", fault.New(fault.DatabaseUnavailable, "commit: not built yet")
}

// Rollback undoes the changes. After Commit it does nothing.
func (tx *Tx) Rollback() error { return nil }

// A Result gives the rows of a statement.
type Result struct{}

// Columns names the columns.
func (r *Result) Columns() []string { return nil }

// Next advances to the next row; it is false at the end and on an error.
func (r *Result) Next() bool { return false }

// Row is the current row, valid until the next call of Next.
func (r *Result) Row() []value.Value { return nil }

// Err is the error that ended the rows, nil at a proper end.
func (r *Result) Err() error { return nil }

// Graph gives what the nodes and relationships in the rows stand for.
func (r *Result) Graph() value.Graph { return nil }

// Close discards the remaining rows but finishes the statement's writes.
func (r *Result) Close() error { return nil }

// Summary tells what the statement did; it is complete after the last row or Close.
func (r *Result) Summary() *Summary { return &Summary{} }

// ReadOnly parses a statement and gives nil when it only reads: no writes, no schema commands,
// no LOAD CSV, and only procedures known to read.
func ReadOnly(statement string) error {
	return fault.New(fault.DatabaseUnavailable, "read only: not built yet")
}
