package graph_test

import (
	"testing"
	"time"

	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// TestSearchFollowsALargeGraph: names of a large graph are read beside the answers; what was loaded is found soon.
func TestSearchFollowsALargeGraph(t *testing.T) {
	g := openEmbedded(t)
	if _, err := g.Load(t.Context(), graphtest.Generate(1300), graph.LoadOptions{Version: "test"}); err != nil {
		t.Fatal(err)
	}
	total := func(q string) int {
		found, err := g.Search(t.Context(), q, graph.SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return found.Total
	}
	if n := total("made"); n != 0 {
		t.Fatalf("%d hits for a name that is not there", n)
	}
	if n := total("guest number"); n < 1300 {
		t.Fatalf("%d hits, want all guests and their episodes", n)
	}
	if _, err := g.Query(t.Context(), "MERGE (p:Entity:Company {id: 'made', name: 'Made', aliases: [], episodes: 1, searchName: 'made', searchText: '\n made\n'})", nil, graph.QueryOptions{Write: true}); err != nil {
		t.Fatal(err)
	}
	for begin := time.Now(); total("made") == 0; time.Sleep(20 * time.Millisecond) {
		if time.Since(begin) > 30*time.Second {
			t.Fatal("a new name is not found half a minute later")
		}
	}
	if n := total("made"); n != 1 {
		t.Errorf("%d hits, want 1", n)
	}
}
