package graphtest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
	"guestgraph/graph"
)

func testLoad(t *testing.T, open func(t *testing.T) *graph.Graph) {
	g := open(t)
	docs := Sample()

	t.Run("dry run writes nothing", func(t *testing.T) {
		report, err := g.Load(t.Context(), graph.Documents(docs), graph.LoadOptions{Version: version, DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		if report.Added != len(docs) || count(t, g) != [2]int64{} {
			t.Errorf("dry run reports %d added, graph holds %v nodes and edges", report.Added, count(t, g))
		}
	})
	t.Run("first load adds all", func(t *testing.T) {
		check(t, "load-first", load(t, g, docs))
		check(t, "graph", dump(t, g))
	})
	t.Run("second load keeps all", func(t *testing.T) {
		before := dump(t, g)
		check(t, "load-second", load(t, g, docs))
		same(t, before, dump(t, g))
	})
	t.Run("another extractor replaces all and changes nothing else", func(t *testing.T) {
		before := dump(t, g)
		report, err := g.Load(t.Context(), graph.Documents(docs), graph.LoadOptions{Version: "other"})
		if err != nil {
			t.Fatal(err)
		}
		if report.Replaced != len(docs) || report.Wrote != report.Deleted {
			t.Errorf("report = %+v", report)
		}
		same(t, before, dump(t, g))
		load(t, g, docs)
		same(t, before, dump(t, g))
	})
	t.Run("a changed episode replaces exactly its facts", func(t *testing.T) { testReplace(t, g) })
	t.Run("withdraw", func(t *testing.T) { testWithdraw(t, open(t)) })
	t.Run("repeated id", func(t *testing.T) { testRepeated(t, open(t)) })
	t.Run("order does not matter", func(t *testing.T) { testOrder(t, open) })
	t.Run("a stopped load leaves whole episodes", func(t *testing.T) { testStopped(t, open(t)) })
	t.Run("a bad document stops the load", func(t *testing.T) { testBad(t, open(t)) })
}

func testReplace(t *testing.T, g *graph.Graph) {
	before := dump(t, g)
	changed := episode("row-2", "Storage Row", "Inside a query engine with Tomás Řehoř", "2023-04-01",
		"Tomás Řehoř founded Pinyon. Nadia Okafor asks him about DuckDB.").
		host("Nadia Okafor").guest("Tomás Řehoř", "Tomás Řehoř", "title:Tomás Řehoř").company("Pinyon").technology("DuckDB|Duck", "database", "DuckDB").
		job("Tomás Řehoř", "Pinyon", extract.Current, "founder", "founded Pinyon")
	check(t, "load-changed", load(t, g, []graph.Document{changed.Document}))
	check(t, "graph-changed", difference(before, dump(t, g)))

	load(t, g, []graph.Document{queryEngine().Document})
	same(t, before, dump(t, g))
}

func testWithdraw(t *testing.T, g *graph.Graph) {
	docs := Sample()
	load(t, g, docs[:1])
	before := dump(t, g)
	load(t, g, docs[1:])
	var ids []string
	for _, d := range docs[1:] {
		ids = append(ids, d.Episode.ID)
	}
	report, err := g.Withdraw(t.Context(), append(ids, "never-there"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "withdraw", report)
	same(t, before, dump(t, g))

	if _, err := g.Withdraw(t.Context(), []string{docs[0].Episode.ID}); err != nil {
		t.Fatal(err)
	}
	if n := count(t, g); n != [2]int64{} {
		t.Errorf("after withdrawing everything the graph holds %v nodes and edges", n)
	}
}

func testRepeated(t *testing.T, g *graph.Graph) {
	docs := Sample()[:2]
	report := load(t, g, append(docs, docs[0]))
	if report.Read != 3 || report.Added != 2 || report.Repeated != 1 {
		t.Errorf("report = %+v", report)
	}
}

// testOrder: the graph depends on what was loaded, not on the order or the number of loads.
func testOrder(t *testing.T, open func(t *testing.T) *graph.Graph) {
	docs := Sample()
	g := open(t)
	load(t, g, docs)
	want := dump(t, g)

	g = open(t)
	for i := len(docs) - 1; i >= 0; i-- {
		load(t, g, docs[i:i+1])
	}
	same(t, want, dump(t, g))
}

// testStopped ends a load between two batches and goes on with it later.
func testStopped(t *testing.T, g *graph.Graph) {
	const n = 120
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	report, err := g.Load(ctx, Generate(n), graph.LoadOptions{Version: version, Progress: func(graph.Report) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("err = %v", err)
	}
	rows := statement(t, g, "MATCH (e:Episode) WHERE EXISTS { (e)-[:MENTIONS]->() } AND EXISTS { (e)<-[:HOSTED]-() } RETURN count(e)", nil)
	if rows[0][0] != int64(report.Added) || report.Added == 0 || report.Added == n {
		t.Errorf("graph holds %v whole episodes, reported %d", rows[0][0], report.Added)
	}
	again, err := g.Load(t.Context(), Generate(n), graph.LoadOptions{Version: version})
	if err != nil || again.Kept != report.Added || again.Added != n-report.Added {
		t.Errorf("second load: %+v, %v", again, err)
	}
}

func testBad(t *testing.T, g *graph.Graph) {
	bad := orphan()
	bad.Facts.Technologies[0].Evidence = nil
	_, err := g.Load(t.Context(), graph.Documents([]graph.Document{bad.Document}), graph.LoadOptions{})
	if err == nil || count(t, g) != [2]int64{} {
		t.Errorf("a fact without evidence: err = %v, graph holds %v", err, count(t, g))
	}
	broken := errors.New("feed ends early")
	_, err = g.Load(t.Context(), func(yield func(graph.Document, error) bool) {
		if yield(orphan().Document, nil) {
			yield(graph.Document{}, broken)
		}
	}, graph.LoadOptions{})
	if !errors.Is(err, broken) {
		t.Errorf("broken source: err = %v", err)
	}
}

// count is the number of nodes and of edges.
func count(t *testing.T, g *graph.Graph) [2]int64 {
	t.Helper()
	nodes := statement(t, g, "MATCH (n) RETURN count(n)", nil)
	edges := statement(t, g, "MATCH ()-[r]->() RETURN count(r)", nil)
	return [2]int64{nodes[0][0].(int64), edges[0][0].(int64)}
}

func same(t *testing.T, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("graph changed (-before +after):\n%s", diff)
	}
}
