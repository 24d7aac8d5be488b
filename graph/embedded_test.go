package graph_test

import (
	"context"
	"testing"

	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// TestEmbedded runs the suite on the embedded engine, in memory, behind its own Bolt server.
func TestEmbedded(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) *graph.Graph { return openEmbedded(t) })
}

func BenchmarkEmbedded(b *testing.B) { benchmark(b, openEmbedded) }

func openEmbedded(t testing.TB) *graph.Graph {
	t.Helper()
	g, err := graph.Open(t.Context(), graph.Config{URI: bolttest.Serve(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close(context.WithoutCancel(t.Context())) })
	return g
}
