package bolt

import (
	"context"
	"errors"
	"sync/atomic"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// testGraph is (1:P {name: 'Ada'})-[7:T]->(2:P {name: 'Ada'}).
type testGraph struct{}

func (testGraph) NodeLabels(value.NodeID) []string { return []string{"P"} }
func (testGraph) NodeProperties(value.NodeID) value.Map {
	return value.Map{{Key: "name", Val: value.String("Ada")}}
}
func (testGraph) NodeProperty(value.NodeID, string) value.Value { return value.String("Ada") }
func (testGraph) NodeDeleted(value.NodeID) bool                 { return false }
func (testGraph) RelType(value.RelID) string                    { return "T" }
func (testGraph) RelEnds(value.RelID) (start, end value.NodeID) { return 1, 2 }
func (testGraph) RelProperties(value.RelID) value.Map           { return nil }
func (testGraph) RelProperty(value.RelID, string) value.Value   { return value.Value{} }
func (testGraph) DatabaseID() string                            { return "db" }
func (testGraph) RelDeleted(value.RelID) bool                   { return false }

// A fakeDB answers a handful of made-up statements, some of them as an engine never should.
type fakeDB struct {
	begun, committed, rolledBack atomic.Int64
	last                         atomic.Pointer[engine.TxConfig]
}

func (db *fakeDB) begin(ctx context.Context, c engine.TxConfig) (transaction, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	db.begun.Add(1)
	db.last.Store(&c)
	return &fakeTx{db: db}, nil
}

type fakeTx struct {
	db   *fakeDB
	done bool
}

func (tx *fakeTx) run(ctx context.Context, statement string, params value.Map) (result, error) {
	r := &fakeResult{ctx: ctx, columns: []string{"x"}, summary: engine.Summary{Kind: "r"}}
	switch statement {
	case "ONE":
		r.left = 1
	case "MANY":
		n, _ := params.Get("n").AsInt()
		r.left = int(n)
	case "ECHO":
		r.left, r.row = 1, params.Get("x")
	case "WRITE":
		r.columns = nil
		r.summary = engine.Summary{Kind: "w", Counters: engine.Counters{NodesCreated: 1, PropertiesSet: 2}}
	case "NOTED":
		r.summary.Notifications = []engine.Notification{
			{Code: "Neo.ClientNotification.Statement.X", Title: "t", Description: "d", Severity: "WARNING", Category: "UNRECOGNIZED", Line: 1, Column: 2, Offset: 1, HasPosition: true},
			{Code: "Neo.ClientNotification.Statement.Y", Title: "t", Description: "d", Severity: "INFORMATION", Category: "PERFORMANCE"}}
	case "EXPLAIN":
		r.summary.Plan = &engine.PlanNode{Operator: "ProduceResults@neo4j", Identifiers: []string{"x"}, Args: value.Map{{Key: "Details", Val: value.String("x")}},
			Children: []*engine.PlanNode{{Operator: "AllNodesScan@neo4j"}}}
	case "PROFILE":
		r.summary.Plan, r.summary.Profiled = &engine.PlanNode{Operator: "ProduceResults@neo4j", Rows: 3, DbHits: 4}, true
	case "SYNTAX":
		return nil, fault.At(1, fault.SyntaxError, "no")
	case "ERROR":
		return nil, errors.New("a secret of the server")
	case "PANIC":
		panic("in run")
	case "PANIC LATER":
		r.left, r.fails = 2, func() error { panic("in a row") }
	case "FAIL LATER":
		r.left, r.fails = 2, func() error { return fault.New(fault.ArithmeticError, "/ by zero") }
	case "FOREVER":
		r.left, r.fails = 0, func() error { <-ctx.Done(); return ctx.Err() }
	default:
		return nil, fault.At(0, fault.SyntaxError, "unknown statement")
	}
	return r, nil
}

func (tx *fakeTx) commit(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	tx.done = true
	tx.db.committed.Add(1)
	return "bookmark", nil
}

func (tx *fakeTx) rollback() error {
	if !tx.done {
		tx.db.rolledBack.Add(1)
	}
	return nil
}

type fakeResult struct {
	ctx     context.Context
	columns []string
	left, n int
	row     value.Value
	fails   func() error // after the rows
	err     error
	summary engine.Summary
	buf     [1]value.Value
}

func (r *fakeResult) Columns() []string { return r.columns }
func (r *fakeResult) Next() bool {
	if r.n == r.left {
		if r.fails != nil && r.err == nil {
			r.err = r.fails()
		}
		return false
	}
	r.n++
	r.buf[0] = r.row
	if r.row.IsNull() {
		r.buf[0] = value.Int(int64(r.n))
	}
	return true
}
func (r *fakeResult) Row() []value.Value { return r.buf[:len(r.columns)] }
func (r *fakeResult) Err() error         { return r.err }
func (r *fakeResult) Graph() value.Graph { return testGraph{} }
func (r *fakeResult) Close() error {
	r.n = r.left
	r.Next()
	return r.err
}
func (r *fakeResult) Summary() *engine.Summary { return &r.summary }
