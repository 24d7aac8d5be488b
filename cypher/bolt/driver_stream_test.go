package bolt

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestDriverStreams(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx := t.Context()
	s := d.NewSession(ctx, neo4j.SessionConfig{FetchSize: 100})
	defer func() { _ = s.Close(ctx) }()
	res, err := s.Run(ctx, "UNWIND range(1, 100000) AS i RETURN i, 'row ' + toString(i) AS s", nil)
	if err != nil {
		t.Fatal(err)
	}
	n := int64(0)
	for res.Next(ctx) {
		if n++; res.Record().Values[0] != n {
			t.Fatalf("row %d is %v", n, res.Record().Values)
		}
	}
	if res.Err() != nil || n != 100000 {
		t.Fatal(n, res.Err())
	}
	// Only begun, then dropped: the session discards the rest.
	if res, err = s.Run(ctx, "UNWIND range(1, 100000) AS i RETURN i", nil); err != nil || !res.Next(ctx) {
		t.Fatal(err)
	}
	if _, err := res.Consume(ctx); err != nil {
		t.Fatal(err)
	}
}

func TestDriverTwoResults(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx := t.Context()
	s := d.NewSession(ctx, neo4j.SessionConfig{FetchSize: 2})
	defer func() { _ = s.Close(ctx) }()
	tx, err := s.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	outer, err := tx.Run(ctx, "UNWIND range(1, 7) AS i RETURN i", nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for outer.Next(ctx) {
		inner, err := tx.Run(ctx, "UNWIND range(1, $n) AS j RETURN j", map[string]any{"n": outer.Record().Values[0]})
		if err != nil {
			t.Fatal(err)
		}
		for inner.Next(ctx) {
			sum += inner.Record().Values[0].(int64)
		}
		if inner.Err() != nil {
			t.Fatal(inner.Err())
		}
	}
	if err := outer.Err(); err != nil || sum != 84 {
		t.Error(sum, err)
	}
	if err := tx.Commit(ctx); err != nil {
		t.Error(err)
	}
}

const endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)"

func TestDriverCancels(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := neo4j.ExecuteQuery(ctx, d, endless, nil, neo4j.EagerResultTransformer); err == nil {
		t.Error("ended")
	}
	query(t, d, "RETURN 1", nil)

	s := d.NewSession(t.Context(), neo4j.SessionConfig{})
	defer func() { _ = s.Close(t.Context()) }()
	res, err := s.Run(t.Context(), endless, nil, neo4j.WithTxTimeout(200*time.Millisecond))
	if err == nil {
		_, err = res.Consume(t.Context())
	}
	if !strings.HasPrefix(code(err), "Neo.ClientError.Transaction.TransactionTimedOut") {
		t.Error(err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}
