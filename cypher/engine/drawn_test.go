package engine

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/gentest"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// drawnStatements is how many random statements TestRulesChangeNoDrawnStatement asks with each rule left out.
const drawnStatements = 250

// TestRulesChangeNoDrawnStatement asks statements of every kind, writing ones included, with all rules and without each.
func TestRulesChangeNoDrawnStatement(t *testing.T) {
	rules := []string{"matches", "order", "seek", "pushdown", "hashjoin", "degree"}
	for _, r := range plan.Rules() {
		if r.Name != "eager" && r.Name != "exhaust" { // without these a statement may see its own writes
			rules = append(rules, r.Name)
		}
	}
	var db *DB
	for seed := range uint64(drawnStatements) {
		st, graph := gentest.Draw(seed)
		if seed%gentest.StatementsPerGraph == 0 {
			db = open(t, Options{})
			for _, s := range []string{graph.Create(), "CREATE INDEX FOR (n:A) ON (n.k)", "CREATE INDEX FOR (n:B) ON (n.s)"} {
				if err := autocommit(db, context.Background(), s); err != nil {
					t.Fatal(err)
				}
			}
		}
		text := syntax.Format(st)
		want := drawnAnswer(t, db, text, "")
		if failed(want) {
			continue // which rows meet an error first depends on the plan
		}
		for _, rule := range rules {
			got := drawnAnswer(t, db, text, rule)
			if rule == "pushdown" && failed(got) {
				continue // predicates keep what follows them from an error
			}
			if !slices.Equal(got, want) {
				t.Errorf("statement %d without %s:\n%s;\n%s;\ngot  %q\nwant %q", seed, rule, graph.Create(), text, got, want)
			}
		}
	}
}

func failed(answer []string) bool { return len(answer) > 0 && strings.HasPrefix(answer[0], "error") }

// drawnAnswer gives the sorted rows of a statement and the graph it leaves, which is taken back.
func drawnAnswer(t *testing.T, db *DB, statement, without string) []string {
	t.Helper()
	db.planning = plan.Options{Without: map[string]bool{without: true}}
	db.schema.Add(1) // nothing planned before is used
	tx := begin(t, db, TxConfig{})
	defer func() { _ = tx.Rollback() }()
	var out []string
	for _, q := range []string{statement, "MATCH (n) RETURN labels(n), properties(n)", "MATCH (a)-[r]->(b) RETURN properties(a), r, properties(b)"} {
		rows, err := drawnRows(tx, q)
		if f, ok := errors.AsType[*fault.Error](err); ok {
			return []string{"error " + string(f.Code)}
		}
		slices.Sort(rows)
		out = append(out, rows...)
	}
	return out
}

func drawnRows(tx *Tx, statement string) ([]string, error) {
	r, err := tx.Run(context.Background(), statement, nil)
	if err != nil {
		return nil, err
	}
	var rows []string
	for r.Next() {
		parts := make([]string, len(r.Row()))
		for i, v := range r.Row() {
			parts[i] = value.Format(v, r.Graph())
		}
		rows = append(rows, strings.Join(parts, " | "))
	}
	return rows, r.Err()
}
