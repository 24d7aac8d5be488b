package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestNotifications(t *testing.T) {
	db := open(t, Options{})
	for _, s := range []string{"CREATE (:A {x: 1})-[:R]->(:B)", "CREATE INDEX i FOR (n:A) ON (n.x)"} {
		if err := autocommit(db, context.Background(), s); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		statement string
		want      []string // last part of the code, line:column
	}{
		{"MATCH (a:A {x: 1})-[:R]->(b) RETURN b.x", nil},
		{"MATCH (a:Nope) RETURN a", []string{"UnknownLabelWarning 1:10"}},
		{"MATCH (a:A)\n-[:NO]->(b {y: 1})\nRETURN b", []string{"UnknownRelationshipTypeWarning 2:4", "UnknownPropertyKeyWarning 2:13"}},
		{"MATCH (a:A) WHERE a.z = 1 OR a:C RETURN a", []string{"UnknownPropertyKeyWarning 1:21", "UnknownLabelWarning 1:32"}},
		{"UNWIND [{q: 1}] AS r RETURN r.q", nil},
		{"MERGE (a:New {k: 1}) DELETE a", nil},
		{"MATCH (a), (b) RETURN count(*)", []string{"CartesianProduct 1:1"}},
		{"MATCH (a)-->(b), (b)-->(c) RETURN count(*)", nil},
		{"MATCH (a) RETURN id(a)", []string{"FeatureDeprecationWarning 1:18"}},
		{"UNWIND [1] AS a CALL { WITH a RETURN a + 1 AS b } RETURN b", []string{"FeatureDeprecationWarning 1:17"}},
		{"UNWIND [1] AS a CALL (a) { RETURN a + 1 AS b } RETURN b", nil},
		{"CREATE INDEX i IF NOT EXISTS FOR (n:A) ON (n.x)", []string{"IndexOrConstraintAlreadyExists 0:0"}},
		{"DROP CONSTRAINT c IF EXISTS", []string{"IndexOrConstraintDoesNotExist 0:0"}},
	} {
		tx := begin(t, db, TxConfig{})
		r, err := tx.Run(context.Background(), test.statement, nil)
		if err != nil {
			t.Fatalf("%s: %v", test.statement, err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		_ = tx.Rollback()
		var got []string
		for _, n := range r.Summary().Notifications {
			got = append(got, fmt.Sprintf("%s %d:%d", n.Code[strings.LastIndexByte(n.Code, '.')+1:], n.Line, n.Column))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.statement, got, test.want)
		}
	}
}
