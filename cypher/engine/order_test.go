package engine

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// TestIndexOrder compares the order that an index gives with that of a sort: of values of all kinds and of none, both ways,
// cut short or not, in a transaction that only reads and in one that changed the index before.
func TestIndexOrder(t *testing.T) {
	ctx := context.Background()
	db := open(t, Options{})
	r := rand.New(rand.NewPCG(7, 7))
	values := []string{"null", "1", "2.5", "-3", "0.0/0.0", "'a'", "'b'", "'ab'", "true", "false", "[1, 2]", "[1]", "date('2024-05-06')", "date('2023-01-01')", "duration('P1D')", "point({x: 1, y: 2})"}
	for _, s := range []string{"CREATE INDEX FOR (n:A) ON (n.k)", "CREATE INDEX FOR (n:All) ON (n.k)"} {
		if err := autocommit(db, ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	add := func(tx *Tx, n int) {
		t.Helper()
		for i := range n {
			rows(t, tx, fmt.Sprintf("CREATE (a:A {k: %s, i: %d})-[:R]->(:All {k: %d})", values[r.IntN(len(values))], i, r.IntN(20)))
		}
	}
	tx := begin(t, db, TxConfig{})
	add(tx, 300)
	if _, err := tx.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	changed := begin(t, db, TxConfig{})
	add(changed, 50)
	rows(t, changed, "MATCH (n:A) WHERE n.i % 3 = 0 SET n.k = n.i")
	rows(t, changed, "MATCH (n:A) WHERE n.i % 7 = 0 DETACH DELETE n")
	for name, tx := range map[string]*Tx{"read": begin(t, db, TxConfig{ReadOnly: true}), "changed": changed} {
		for _, statement := range []string{
			"MATCH (n:A) RETURN n.k AS k ORDER BY k", "MATCH (n:A) RETURN n.k AS k ORDER BY n.k DESC", "MATCH (n:A) RETURN n.k ORDER BY n.k DESC SKIP 30 LIMIT 40",
			"MATCH (n:All) RETURN n.k ORDER BY n.k DESC LIMIT 10", "MATCH (n:All) WHERE 3 < n.k <= 12 RETURN n.k ORDER BY n.k DESC", "MATCH (n:All) WHERE n.k < 7 RETURN n.k ORDER BY n.k LIMIT 9",
			"MATCH (n:All) WHERE n.k > 15 RETURN n.k ORDER BY n.k DESC LIMIT 400", "MATCH (n:A) WHERE n.k STARTS WITH 'a' RETURN n.k ORDER BY n.k DESC",
			"MATCH (n:A) WHERE n.k > 100000 RETURN n.k ORDER BY n.k DESC", "MATCH (n:A)-[:R]->(m) WHERE m.k > 5 WITH n AS x RETURN x.k ORDER BY x.k DESC LIMIT 25",
			"UNWIND [1, 2] AS x CALL (x) { MATCH (n:All) WHERE n.k > x RETURN n.k AS k ORDER BY k DESC LIMIT 3 } RETURN k", "MATCH (n:Nobody) RETURN n.k ORDER BY n.k",
		} {
			want := inOrder(t, db, tx, statement, "indexorder")
			if got := inOrder(t, db, tx, statement, ""); !slices.Equal(got, want) {
				t.Errorf("%s: %s:\n%q, sorted\n%q", name, statement, got, want)
			}
		}
	}
}

// inOrder gives the rows of a statement planned without a rule, in their order.
func inOrder(t *testing.T, db *DB, tx *Tx, statement, rule string) (out []string) {
	t.Helper()
	db.planning = plan.Options{Without: map[string]bool{rule: true}}
	db.schema.Add(1) // nothing planned before is used
	tx.schema = db.schema.Load()
	res, err := tx.Run(context.Background(), statement, nil)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	for res.Next() {
		out = append(out, value.Format(res.Row()[0], res.Graph()))
	}
	if res.Err() != nil {
		t.Fatalf("%s: %v", statement, res.Err())
	}
	return out
}
