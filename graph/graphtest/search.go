package graphtest

import (
	"testing"

	"guestgraph/graph"
)

func testSearch(t *testing.T, g *graph.Graph) {
	type asked struct {
		Query  string       `json:"query"`
		Kinds  []graph.Kind `json:"kinds,omitempty"`
		Limit  int          `json:"limit,omitempty"`
		Offset int          `json:"offset,omitempty"`
		Found  *graph.Found `json:"found"`
	}
	person, company, technology := graph.KindPerson, graph.KindCompany, graph.KindTechnology
	var all []asked
	for _, a := range []asked{
		{Query: "maya"}, {Query: "MAYA lind"}, {Query: "lindqvist, m"}, {Query: "soren"}, {Query: "Søren"}, {Query: "rehor"},
		{Query: "postgres"}, {Query: "sql"}, {Query: "c++"}, {Query: "c#"}, {Query: "c"}, {Query: "c", Kinds: []graph.Kind{technology}, Limit: 1},
		{Query: "c", Kinds: []graph.Kind{technology, company}, Limit: 2, Offset: 1}, {Query: "c", Offset: 100},
		{Query: "nodejs"}, {Query: "node"}, {Query: "at&t"}, {Query: "щерб"}, {Query: "山田"}, {Query: "night"},
		{Query: "night", Kinds: []graph.Kind{graph.KindShow}}, {Query: "r", Kinds: []graph.Kind{graph.KindEpisode}}, {Query: "'; MATCH (n) DETACH DELETE n //"},
		{Query: "nobody"}, {Query: "  "}, {Query: "b", Limit: 2},
		// Slips: swapped, missing, added and wrong letters, words run together or apart, other scripts.
		{Query: "brihgtbase"}, {Query: "maya lindqist"}, {Query: "Lindkvisst", Kinds: []graph.Kind{person}}, {Query: "postgras"}, {Query: "cloud loft"},
		{Query: "mayalindqvist"}, {Query: "shcherbakova"}, {Query: "Anna Scherbakova"}, {Query: "воланд"}, {Query: "волант"}, {Query: "Rlil"}, {Query: "r1l"},
	} {
		found, err := g.Search(t.Context(), a.Query, graph.SearchOptions{Kinds: a.Kinds, Limit: a.Limit, Offset: a.Offset})
		if err != nil {
			t.Fatalf("search %q: %v", a.Query, err)
		}
		a.Found = found
		all = append(all, a)
	}
	check(t, "search", all)
}

// testSearchFollows: a search sees what has been loaded, renamed and withdrawn since the one before.
func testSearchFollows(t *testing.T, open func(t *testing.T) *graph.Graph) {
	g := open(t)
	names := func(q string) []string {
		t.Helper()
		found, err := g.Search(t.Context(), q, graph.SearchOptions{Kinds: []graph.Kind{graph.KindCompany}})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, h := range found.Hits {
			names = append(names, h.Name)
		}
		return names
	}
	expect := func(when, q, want string) {
		t.Helper()
		got := names(q)
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0] != want) {
			t.Errorf("%s: %q finds %q, want %q", when, q, got, want)
		}
	}
	expect("empty", "volant", "")
	load(t, g, Sample())
	expect("loaded", "volant", "Volant")
	loadDecided(t, g, nil, decide(t, "rename company volant \"Kite Works\""))
	expect("renamed", "kite", "Kite Works")
	statement(t, g, "MATCH (c:Company {id: 'pinyon'}) RETURN c.name", nil)
	expect("read", "pinyon", "Pinyon")
	if _, err := g.Withdraw(t.Context(), []string{"row-2"}); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Query(t.Context(), "MATCH (c:Company {id: 'pinyon'}) SET c.searchText = '\n umbrella\n'", nil, graph.QueryOptions{Write: true}); err != nil {
		t.Fatal(err)
	}
	expect("written by another", "umbrella", "Pinyon")
}

func testCalled(t *testing.T, g *graph.Graph) {
	night := graph.EpisodeID("https://night.example/?p=7")
	asked := []graph.Calling{
		{Kind: graph.KindPerson, Name: "Maya Lindqvist"}, {Kind: graph.KindCompany, Name: "Volant"}, {Kind: graph.KindShow, Name: "Storage Row"},
		{Kind: graph.KindTechnology, Name: "C++"}, {Kind: graph.KindEntity, Name: "PostgreSQL"}, {Kind: graph.KindEpisode, Name: night},
		{Kind: graph.KindCompany, Name: "Maya Lindqvist"}, {Kind: graph.KindPerson, Name: "Nobody"}, {Kind: graph.KindEntity, Name: "Storage Row"},
	}
	found, err := g.Called(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	type answer struct {
		Calling graph.Calling
		Called  graph.Called
	}
	var all []answer
	for _, c := range asked {
		if called, ok := found[c]; ok {
			all = append(all, answer{c, called})
		}
	}
	check(t, "called", all)
}
