package gentest_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/cypher/engine/gentest"
	"guestgraph/cypher/engine/syntax"
)

var (
	seed       = flag.Uint64("differential.seed", 1, "where the statements of TestDifferential begin")
	statements = flag.Uint64("differential.statements", 300, "how many statements TestDifferential draws")
	failures   = flag.Int("differential.failures", 10, "after how many failures TestDifferential gives up")
)

// shrinkLimit bounds the candidates that are tried for one failure.
const shrinkLimit = 600

// TestDifferential asks Neo4j and the engine the same and compares rows, errors and what was written.
func TestDifferential(t *testing.T) {
	uri := os.Getenv("GUESTGRAPH_TEST_NEO4J_URI")
	if uri == "" {
		t.Skip("set GUESTGRAPH_TEST_NEO4J_URI to compare with a Neo4j, whose graph is replaced")
	}
	here, there := connect(t, bolttest.Serve(t)), connect(t, uri)
	first := *seed * 1_000_000
	failed, refused := 0, map[string]int{}
	for n := first; n < first+*statements && failed < *failures; n++ {
		st, graph := gentest.Draw(n)
		text := syntax.Format(st)
		if n == first || n%gentest.StatementsPerGraph == 0 {
			here.load(graph)
			there.load(graph)
		}
		want, got := there.ask(text), here.ask(text)
		if want.code != "" {
			refused[want.code]++
		}
		if want.excused() || got.equal(want, gentest.Ordered(text)) {
			continue
		}
		failed++
		report(t, n, here, there, text, graph)
		here.load(graph)
		there.load(graph)
	}
	t.Logf("%d statements differ; errors: %v", failed, refused)
}

// report shrinks a failure and prints what reproduces it.
func report(t *testing.T, n uint64, here, there *server, text string, graph *gentest.Graph) {
	t.Helper()
	class := func(s string) string {
		want, got := there.ask(s), here.ask(s)
		switch {
		case want.excused() || got.equal(want, gentest.Ordered(s)):
			return ""
		case got.code == want.code:
			return "rows"
		}
		return got.code + " for " + want.code
	}
	original := class(text)
	loaded := graph
	small, smallest := gentest.Shrink(text, graph, shrinkLimit, func(s string, g *gentest.Graph) bool {
		if g != loaded {
			here.load(g)
			there.load(g)
			loaded = g
		}
		return class(s) == original
	})
	here.load(smallest)
	there.load(smallest)
	t.Errorf("statement %d (%s):\n%s\nshrunk:\n%s;\n%s;\nhere:  %s\nNeo4j: %s", n, original, text, smallest.Create(), small, here.ask(small), there.ask(small))
}

// An outcome is what a server says to a statement.
type outcome struct {
	code  string
	words string // of the error
	rows  []string
	graph []string // after a statement that writes
}

func (o outcome) equal(p outcome, ordered bool) bool {
	if o.code != p.code || !slices.Equal(o.graph, p.graph) {
		return false
	}
	if ordered {
		return slices.Equal(o.rows, p.rows)
	}
	return slices.Equal(slices.Sorted(slices.Values(o.rows)), slices.Sorted(slices.Values(p.rows)))
}

func (o outcome) String() string {
	if o.code != "" {
		return o.code + ": " + o.words
	}
	return strings.Join(o.rows, "\n       ") + "\n       graph: " + strings.Join(o.graph, ", ")
}
