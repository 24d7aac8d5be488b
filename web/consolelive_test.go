package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// onStores runs a test on the embedded store, and on the Neo4j that GUESTGRAPH_TEST_NEO4J_URI names; it only reads.
func onStores(t *testing.T, test func(t *testing.T, g *graph.Graph)) {
	t.Run("embedded", func(t *testing.T) { test(t, openGraph(t, graph.Config{URI: bolttest.Serve(t)})) })
	t.Run("neo4j", func(t *testing.T) {
		uri := os.Getenv("GUESTGRAPH_TEST_NEO4J_URI")
		if uri == "" {
			t.Skip("GUESTGRAPH_TEST_NEO4J_URI is not set")
		}
		test(t, openGraph(t, graph.Config{URI: uri, User: os.Getenv("GUESTGRAPH_TEST_NEO4J_USER"), Password: os.Getenv("GUESTGRAPH_TEST_NEO4J_PASSWORD")}))
	})
}

func openGraph(t *testing.T, cfg graph.Config) *graph.Graph {
	t.Helper()
	g, err := graph.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close(context.WithoutCancel(t.Context())) })
	return g
}

// endless runs for ever; the word finds it among the transactions.
const endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*) AS endlessly"

// runs counts the endless statements that a store runs.
func runs(t *testing.T, g *graph.Graph) int {
	t.Helper()
	table, err := g.Query(t.Context(), "SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS 'endlessly' AND NOT currentQuery STARTS WITH 'SHOW' AND status = 'Running' RETURN count(*) AS n", nil, graph.QueryOptions{})
	if err != nil {
		t.Fatal(err)
	}
	n, _ := table.Rows[0][0].(int64)
	return int(n)
}

func waitFor(t *testing.T, most time.Duration, what string, done func() bool) time.Duration {
	t.Helper()
	from := time.Now()
	for !done() {
		if time.Since(from) > most {
			t.Fatalf("not within %v: %s", most, what)
		}
		time.Sleep(5 * time.Millisecond)
	}
	return time.Since(from)
}

// askEndlessly posts the endless statement; the request ends when ctx does.
func askEndlessly(ctx context.Context, address, path, accept string) {
	body, _ := json.Marshal(map[string]string{"query": endless})
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address+path, bytes.NewReader(body))
	if err != nil {
		return
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", accept)
	if res, err := http.DefaultClient.Do(req); err == nil {
		_ = res.Body.Close()
	}
}

// A visitor who cancels, or goes, takes the statement along: the store stops it within half a second.
func TestCancelStopsTheStatement(t *testing.T) {
	onStores(t, func(t *testing.T, g *graph.Graph) {
		site, err := New(Config{Graph: g, Limits: Limits{Timeout: time.Minute}})
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(site)
		defer server.Close()
		for _, accept := range []string{"application/json", "application/x-ndjson"} {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			go askEndlessly(ctx, server.URL, "/api/v1/query", accept)
			waitFor(t, 5*time.Second, "the statement runs", func() bool { return runs(t, g) == 1 })
			cancel()
			took := waitFor(t, 500*time.Millisecond, "the statement is stopped", func() bool { return runs(t, g) == 0 })
			t.Logf("%s: stopped after %v", accept, took)
		}
	})
}

// As many endless statements as may run at once leave the pages to the others.
func TestEndlessStatementsLeaveThePagesAlone(t *testing.T) {
	g := openGraph(t, graph.Config{URI: bolttest.Serve(t)})
	if err := g.EnsureSchema(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Load(t.Context(), graph.Documents(graphtest.Sample()), graph.LoadOptions{Version: "test"}); err != nil {
		t.Fatal(err)
	}
	site, err := New(Config{Graph: g, Limits: Limits{Timeout: time.Minute}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(site)
	defer server.Close()
	alone := slowest(t, server.URL)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for range site.Limits.Concurrent {
		go askEndlessly(ctx, server.URL, "/api/v1/query", "application/json")
	}
	for range site.Limits.Exports {
		go askEndlessly(ctx, server.URL, "/api/v1/query", "text/csv")
	}
	all := site.Limits.Concurrent + site.Limits.Exports
	waitFor(t, 10*time.Second, "all run", func() bool { return runs(t, g) == all })
	beside := slowest(t, server.URL)
	t.Logf("the 95th of 100 pages takes %v alone and %v beside %d endless statements on %d processors", alone, beside, all, runtime.GOMAXPROCS(0))
	if beside > 10*alone+100*time.Millisecond {
		t.Errorf("pages take %v instead of %v", beside, alone)
	}
}

// slowest is the time of the 95th of a hundred pages.
func slowest(t *testing.T, address string) time.Duration {
	t.Helper()
	var times []time.Duration
	for i := range 100 {
		from := time.Now()
		res, err := http.Get(address + []string{"/", "/search?q=maya", "/person/maya-lindqvist", "/company/volant"}[i%4])
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
		if res.StatusCode >= 500 {
			t.Fatalf("%s: status %d", res.Request.URL, res.StatusCode)
		}
		times = append(times, time.Since(from))
	}
	slices.Sort(times)
	return times[94]
}
