package bolt

import (
	"context"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/value"
)

// What a session needs of a database. *engine.DB is it; the tests' scripted one stands in for
// what the engine cannot be made to do on demand.
type (
	database interface {
		begin(context.Context, engine.TxConfig) (transaction, error)
	}
	transaction interface {
		run(ctx context.Context, statement string, params value.Map) (result, error)
		commit(context.Context) (bookmark string, err error)
		rollback() error
	}
	result interface {
		Columns() []string
		Next() bool
		Row() []value.Value
		Err() error
		Graph() value.Graph
		Close() error
		Summary() *engine.Summary
	}
)

type engineDB struct{ db *engine.DB }

func (d engineDB) begin(ctx context.Context, c engine.TxConfig) (transaction, error) {
	tx, err := d.db.Begin(ctx, c)
	if err != nil {
		return nil, err
	}
	return engineTx{tx}, nil
}

type engineTx struct{ tx *engine.Tx }

func (t engineTx) run(ctx context.Context, statement string, params value.Map) (result, error) {
	r, err := t.tx.Run(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	return r, nil
}

func (t engineTx) commit(ctx context.Context) (string, error) { return t.tx.Commit(ctx) }
func (t engineTx) rollback() error                            { return t.tx.Rollback() }
