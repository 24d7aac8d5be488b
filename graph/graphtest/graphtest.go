// Package graphtest is the one suite that every backend of package graph must pass with the very same answers.
//
// The answers it expects stand in golden/, one file a question; "go test ./graph -update" writes them anew.
package graphtest

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

//go:embed golden
var golden embed.FS

// Run runs the suite. open gives a graph that holds nothing, a new one each time it is called; it fails or skips the
// test itself when it cannot.
func Run(t *testing.T, open func(t *testing.T) *graph.Graph) {
	t.Run("load", func(t *testing.T) { testLoad(t, open) })
	t.Run("decisions", func(t *testing.T) { testDecisions(t, open) })
	t.Run("demo", func(t *testing.T) { testDemo(t, open(t)) })
	t.Run("search-follows", func(t *testing.T) { testSearchFollows(t, open) })
	t.Run("cut", func(t *testing.T) { testCut(t, open(t)) })
	t.Run("find", func(t *testing.T) { testSharedPage(t, open(t)) })
	t.Run("answers", func(t *testing.T) {
		g := open(t)
		load(t, g, Sample())
		t.Run("pages", func(t *testing.T) { testPages(t, g) })
		t.Run("piece", func(t *testing.T) { testPiece(t, g) })
		t.Run("windows", func(t *testing.T) { testWindows(t, g) })
		t.Run("missing", func(t *testing.T) { testMissing(t, g) })
		t.Run("related", func(t *testing.T) { testRelated(t, g) })
		t.Run("named", func(t *testing.T) { testNamed(t, g) })
		t.Run("export", func(t *testing.T) { testExport(t, g) })
		t.Run("paths", func(t *testing.T) { testPaths(t, g) })
		t.Run("flow", func(t *testing.T) { testFlow(t, g) })
		t.Run("search", func(t *testing.T) { testSearch(t, g) })
		t.Run("called", func(t *testing.T) { testCalled(t, g) })
		t.Run("console", func(t *testing.T) { testConsole(t, g) })
		t.Run("library", func(t *testing.T) { testLibrary(t, g) })
	})
}

// version stands for the extractor's.
const version = "test"

func load(t *testing.T, g *graph.Graph, docs []graph.Document) graph.Report {
	t.Helper()
	report, err := g.Load(t.Context(), graph.Documents(docs), graph.LoadOptions{Version: version})
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return report
}

// check compares an answer, as JSON, with its golden file.
func check(t *testing.T, name string, answer any) {
	t.Helper()
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(answer); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		_, here, _, _ := runtime.Caller(0)
		if err := os.WriteFile(filepath.Join(filepath.Dir(here), "golden", name+".json"), got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := golden.ReadFile("golden/" + name + ".json")
	if err != nil {
		t.Fatalf("%v; run go test ./graph -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s differs from its golden file (-want +got):\n%s", name, diff)
	}
}

// statement runs Cypher that checks what the graph holds, and returns the rows.
func statement(t *testing.T, g *graph.Graph, text string, params map[string]any) [][]any {
	t.Helper()
	table, err := g.Query(context.Background(), text, params, graph.QueryOptions{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return table.Rows
}
