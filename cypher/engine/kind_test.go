package engine

import (
	"context"
	"testing"
)

// TestKind holds the kinds of statements against those Neo4j 5.26 tells.
func TestKind(t *testing.T) {
	db := open(t, Options{})
	for statement, want := range map[string]string{
		"MATCH (n) RETURN n":                         "r",
		"CREATE (n)":                                 "w",
		"CREATE (n) RETURN n":                        "rw",
		"CREATE INDEX FOR (n:A) ON (n.x)":            "s",
		"DROP INDEX absent IF EXISTS":                "s",
		"SHOW INDEXES":                               "r",
		"SHOW TRANSACTIONS":                          "r",
		"SHOW SETTINGS":                              "r",
		"SHOW DATABASES":                             "s",
		"SHOW DEFAULT DATABASE":                      "s",
		"SHOW USERS":                                 "s",
		"SHOW CURRENT USER":                          "s",
		"EXPLAIN SHOW DATABASES":                     "s",
		"CALL db.createLabel('X')":                   "w",
		"CALL db.labels() YIELD label AS l RETURN l": "r",
	} {
		tx := begin(t, db, TxConfig{Implicit: true})
		r, err := tx.Run(context.Background(), statement, nil)
		if err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
		if got := r.Summary().Kind; got != want {
			t.Errorf("%s: kind %q, want %q", statement, got, want)
		}
		if err := tx.Rollback(); err != nil {
			t.Error(err)
		}
	}
}
