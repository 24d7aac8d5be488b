package engine

import (
	"context"
	"fmt"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/store"
)

// A batch ends the transactions of CALL { } IN TRANSACTIONS inside the transaction of its statement. Between two of
// them others have their turn to write.
type batch struct {
	tx      *Tx
	virtual *procedure.Overlay
	ctx     context.Context
	writes  bool // the statement writes
	n       int  // batches before this one
}

// ID names the running batch: that of its statement's transaction, with the batch's number.
func (b *batch) ID() string { return fmt.Sprintf("%s-%d", b.tx.name(), b.n+1) }

// End commits or undoes what the statement has written since the batch before, and begins anew. What follows sees the
// newest graph.
func (b *batch) End(commit bool) (*store.Tx, error) {
	tx := b.tx
	b.n++
	if !b.writes {
		return tx.read, nil
	}
	ended := tx.write // nil after a commit that failed
	tx.write = nil
	switch {
	case ended == nil:
	case !commit:
		ended.Rollback()
	default:
		if err := ended.Commit(); err != nil {
			return nil, wrap(err, fault.UnknownError, "commit")
		}
	}
	if err := tx.beginWrite(b.ctx); err != nil {
		return nil, err
	}
	b.virtual.Graph = tx.write
	return tx.write, nil
}
