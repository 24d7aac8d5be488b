package graph_test

import (
	"context"
	"flag"
	"os"
	"slices"
	"testing"

	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

var _ = flag.Bool("update", false, "write the golden files anew")

// TestNeo4j runs the suite on the Neo4j that GUESTGRAPH_TEST_NEO4J_URI names. The suite empties that database.
func TestNeo4j(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) *graph.Graph { return openNeo4j(t) })
}

func openNeo4j(t testing.TB) *graph.Graph {
	t.Helper()
	uri := os.Getenv("GUESTGRAPH_TEST_NEO4J_URI")
	if uri == "" {
		t.Skip("GUESTGRAPH_TEST_NEO4J_URI is not set")
	}
	g, err := graph.Open(t.Context(), graph.Config{
		URI: uri, User: os.Getenv("GUESTGRAPH_TEST_NEO4J_USER"), Password: os.Getenv("GUESTGRAPH_TEST_NEO4J_PASSWORD"),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close(context.WithoutCancel(t.Context())) })
	empty(t, g)
	return g
}

// empty deletes everything, unless the database holds something that is not guestgraph's.
func empty(t testing.TB, g *graph.Graph) {
	t.Helper()
	ours := []any{"Person", "Company", "Technology", "Entity", "Episode", "Show", "Chapter", "Record"}
	table, err := g.Query(t.Context(), "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label", nil, graph.QueryOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Rows {
		if !slices.Contains(ours, row[0]) {
			t.Fatalf("the test database holds nodes labelled %s: it is not ours to empty", row[0])
		}
	}
	// In parts: a transaction's memory is limited.
	for _, statement := range []string{
		"MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*)",
		"MATCH (n) WITH n LIMIT 5000 DELETE n RETURN count(*)",
	} {
		for deleted := any(int64(-1)); deleted != int64(0); {
			table, err := g.Query(t.Context(), statement, nil, graph.QueryOptions{Write: true})
			if err != nil {
				t.Fatal(err)
			}
			deleted = table.Rows[0][0]
		}
	}
}
