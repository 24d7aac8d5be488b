package gentest

import (
	"strings"
	"testing"

	"guestgraph/cypher/engine/check"
	"guestgraph/cypher/engine/syntax"
)

// TestDrawnStatementsAreValid also checks that a statement follows from its seed and survives printing.
func TestDrawnStatementsAreValid(t *testing.T) {
	for seed := range uint64(2000) {
		st, graph := Draw(seed)
		text := syntax.Format(st)
		parsed, err := syntax.Parse(text)
		if err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, text)
			continue
		}
		if err := check.Check(parsed); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, text)
		}
		if again := syntax.Format(parsed); again != text {
			t.Errorf("seed %d: printed as\n%s\nand, parsed, as\n%s", seed, text, again)
		}
		if _, err := syntax.Parse(graph.Create()); err != nil {
			t.Errorf("seed %d: %v\n%s", seed, err, graph.Create())
		}
		if st, other := Draw(seed); syntax.Format(st) != text || other.Create() != graph.Create() {
			t.Errorf("seed %d gives one statement, then another", seed)
		}
	}
}

func TestShrink(t *testing.T) {
	graph := &Graph{
		Nodes: []GraphNode{{ID: 0, Labels: []string{"A", "B"}, Props: []Prop{{"k", "1"}, {"s", "'a'"}}}, {ID: 1}},
		Rels:  []GraphRel{{ID: 0, From: 0, To: 1, Type: "R"}},
	}
	statement := "MATCH (a:A)-[r:R]->(b) WHERE a.k = 1 AND size(b.s) > abs(2) WITH a, b ORDER BY a.id LIMIT 3 RETURN a.k AS x, abs(1 + size(b.s)) AS y ORDER BY x"
	got, small := Shrink(statement, graph, 10000, func(s string, g *Graph) bool {
		st, err := syntax.Parse(s)
		return err == nil && check.Check(st) == nil && strings.Contains(s, "size(") && strings.Contains(g.Create(), ":B")
	})
	if want := "RETURN size('a') AS y"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if want := "CREATE (n0:B {id: 0})"; small.Create() != want {
		t.Errorf("got %s\nwant %s", small.Create(), want)
	}
}
