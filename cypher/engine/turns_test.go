package engine

import (
	"context"
	"errors"
	"testing"
	"time"

	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
)

// Long statements take turns on one place, each still ends at its time, and short ones need no turn.
func TestLongStatementsTakeTurns(t *testing.T) {
	db, err := Open("", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.turns = exec.NewTurns(1)
	run := func(ctx context.Context, statement string, timeout time.Duration) error {
		tx, err := db.Begin(ctx, TxConfig{ReadOnly: true, Timeout: timeout, Implicit: true})
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		r, err := tx.Run(ctx, statement, nil)
		if err != nil {
			return err
		}
		for r.Next() {
		}
		return r.Err()
	}
	const endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 3)
	for range 3 {
		go func() { ended <- run(ctx, endless, 0) }()
	}
	time.Sleep(200 * time.Millisecond) // they are long now
	from := time.Now()
	for range 20 {
		if err := run(t.Context(), "RETURN 1", 0); err != nil {
			t.Fatal(err)
		}
	}
	err = run(t.Context(), endless, 400*time.Millisecond)
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Code != fault.TransactionTimedOut {
		t.Errorf("a fourth: %v", err)
	}
	if took := time.Since(from); took > 5*time.Second {
		t.Errorf("beside three endless statements, 20 short ones and one of 400 ms took %v", took)
	}
	cancel()
	for range 3 {
		if f, ok := errors.AsType[*fault.Error](<-ended); !ok || f.Code != fault.TransactionTerminated {
			t.Errorf("a cancelled one ended with %v", f)
		}
	}
}
