package graph_test

import (
	"context"
	"net"
	"testing"

	"guestgraph/cypher/bolt"
	"guestgraph/cypher/engine"
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
	db, err := engine.Open("", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	stopped := make(chan error, 1)
	go func() { stopped <- bolt.New(db, bolt.Config{}).Serve(ctx, ln) }()
	t.Cleanup(func() {
		stop()
		if err := <-stopped; err != nil {
			t.Errorf("bolt server: %v", err)
		}
		if err := db.Close(); err != nil {
			t.Errorf("close engine: %v", err)
		}
	})
	g, err := graph.Open(t.Context(), graph.Config{URI: "bolt://" + ln.Addr().String()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close(context.WithoutCancel(t.Context())) })
	return g
}
