package graphtest

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

func testPages(t *testing.T, g *graph.Graph) {
	ctx := t.Context()
	for _, page := range []struct {
		name string
		ask  func() (any, error)
	}{
		{"home", func() (any, error) { return g.Home(ctx) }},
		{"person", func() (any, error) { return g.Person(ctx, "maya-lindqvist", graph.Window{}) }},
		{"person-unicode", func() (any, error) { return g.Person(ctx, "soren-agard", graph.Window{}) }},
		{"person-mentioned", func() (any, error) { return g.Person(ctx, "ines-duarte", graph.Window{}) }},
		{"company", func() (any, error) { return g.Company(ctx, "volant", graph.Window{}) }},
		{"company-sponsor", func() (any, error) { return g.Company(ctx, "brightbase", graph.Window{}) }},
		{"technology", func() (any, error) { return g.Technology(ctx, "postgresql", graph.Window{}) }},
		{"technology-made", func() (any, error) { return g.Technology(ctx, "rill", graph.Window{}) }},
		{"technology-sign", func() (any, error) { return g.Technology(ctx, "c-plus-plus", graph.Window{}) }},
		{"show", func() (any, error) { return g.Show(ctx, "night-deploys", graph.Window{}) }},
		{"credits", func() (any, error) { return g.Credits(ctx, "storage-row", 1, 2) }},
		{"episode", func() (any, error) { return g.Episode(ctx, "row-1") }},
		{"episode-html", func() (any, error) { return g.Episode(ctx, graph.EpisodeID("https://night.example/?p=7")) }},
		{"episode-scripts", func() (any, error) { return g.Episode(ctx, "mir-1") }},
		{"episode-loose", func() (any, error) { return g.Episode(ctx, "loose") }},
	} {
		t.Run(page.name, func(t *testing.T) {
			answer, err := page.ask()
			if err != nil {
				t.Fatal(err)
			}
			check(t, page.name, answer)
		})
	}
}

func testMissing(t *testing.T, g *graph.Graph) {
	ctx := t.Context()
	for name, ask := range map[string]func() error{
		"person":     func() error { _, err := g.Person(ctx, "volant", graph.Window{}); return err },
		"company":    func() error { _, err := g.Company(ctx, "maya-lindqvist", graph.Window{}); return err },
		"technology": func() error { _, err := g.Technology(ctx, "", graph.Window{}); return err },
		"show":       func() error { _, err := g.Show(ctx, "nothing", graph.Window{}); return err },
		"episode":    func() error { _, err := g.Episode(ctx, "nothing"); return err },
		"find":       func() error { _, err := g.FindEpisode(ctx, "https://nothing.example"); return err },
		"neighbours": func() error {
			_, err := g.Neighbours(ctx, graph.NeighbourQuery{Of: graph.ParseRef("person:nobody"), Kind: graph.KindCompany})
			return err
		},
		"related": func() error { _, err := g.Related(ctx, "nothing", 3); return err },
		"credits": func() error { _, err := g.Credits(ctx, "nothing", 0, 9); return err },
	} {
		if err := ask(); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%s: err = %v, want ErrNotFound", name, err)
		}
	}
}

func testRelated(t *testing.T, g *graph.Graph) {
	night := graph.EpisodeID("https://night.example/?p=7")
	for _, ask := range []struct {
		name, id string
		limit    int
	}{
		{"related", "row-1", 10}, {"related-one", "row-1", 1}, {"related-night", night, 10}, {"related-employer", "row-3", 10},
		{"related-loose", "loose", 0},
	} {
		t.Run(ask.name, func(t *testing.T) {
			found, err := g.Related(t.Context(), ask.id, ask.limit)
			if err != nil {
				t.Fatal(err)
			}
			check(t, ask.name, found)
		})
	}
	relatedBothWays(t, g, []string{"row-1", "row-2", "row-3", "row-4", night, "night-8", "loose"})
	relatedToEach(t, g, []string{"row-1", "row-2", "nothing", "row-3", "row-4", night, "night-8", "loose", "row-1"})
	for ref, want := range map[string]string{
		"row-2": "row-2", "https://podcast.example/night-8": "night-8", "http://www.podcast.example/night-8/?utm=x#t=1": "night-8",
		"https://night.example/?p=7": night,
	} {
		if e, err := g.FindEpisode(t.Context(), ref); err != nil || e.ID != want {
			t.Errorf("find episode %s = %v, %v; want %s", ref, e.ID, err, want)
		}
	}
}

func testNamed(t *testing.T, g *graph.Graph) {
	var refs []graph.Ref
	for _, s := range []string{
		"company:volant", "maya-lindqvist", "person:volant", "row-1", "night-deploys", "technology:rill", "nothing", "", "person:maya-lindqvist",
		graph.EpisodeID("https://night.example/?p=7"),
	} {
		refs = append(refs, graph.ParseRef(s))
	}
	found, err := g.Named(t.Context(), refs)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "named", found)
	if none, err := g.Named(t.Context(), nil); err != nil || len(none) != 0 {
		t.Errorf("named of nothing = %v, %v", none, err)
	}
}

// testSharedPage has two episodes with the page of their show: it names neither of them, and makes neither the other's rerun.
func testSharedPage(t *testing.T, g *graph.Graph) {
	docs := []graph.Document{
		episode("one", "Tide", "On tides", "2024-01-01", "Ada Example on tides.").guest("Ada Example").Document,
		episode("two", "Tide", "On waves", "2024-01-02", "Ada Example on waves.").guest("Ada Example").Document,
	}
	for i := range docs {
		docs[i].Episode.URL = "https://tide.example/"
	}
	docs[1].Episode.GUID = "https://tide.example/?two"
	load(t, g, docs)
	for ref, want := range map[string]string{"https://tide.example/": "", "http://tide.example?from=mail": "", "https://tide.example/?two": "two", "one": "one"} {
		e, err := g.FindEpisode(t.Context(), ref)
		if e.ID != want || (want == "") != errors.Is(err, graph.ErrNotFound) {
			t.Errorf("find episode %s = %q, %v; want %q", ref, e.ID, err, want)
		}
	}
	found, err := g.Related(t.Context(), "one", 5)
	if err != nil || len(found) != 1 || found[0].Episode.ID != "two" {
		t.Errorf("related to one: %+v, %v", found, err)
	}
}

// relatedToEach checks that several episodes asked about at once have the answers that each has alone.
func relatedToEach(t *testing.T, g *graph.Graph, ids []string) {
	together, err := g.RelatedToEach(t.Context(), ids, 3)
	if err != nil {
		t.Fatal(err)
	}
	alone := map[string][]graph.Related{}
	for _, id := range ids {
		found, err := g.Related(t.Context(), id, 3)
		if errors.Is(err, graph.ErrNotFound) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		alone[id] = found
	}
	if diff := cmp.Diff(alone, together); diff != "" || len(alone) == 0 {
		t.Errorf("asked together (-alone +together):\n%s", diff)
	}
	if none, err := g.RelatedToEach(t.Context(), nil, 3); err != nil || len(none) != 0 {
		t.Errorf("related to none = %v, %v", none, err)
	}
}

// relatedBothWays checks what holds for every answer: two cards of a show at most, never the episode itself, parts that
// add up, and the same score from the other side.
func relatedBothWays(t *testing.T, g *graph.Graph, ids []string) {
	type pair struct{ from, to string }
	scores := map[pair]float64{}
	for _, id := range ids {
		found, err := g.Related(t.Context(), id, 50)
		if err != nil {
			t.Fatalf("related to %s: %v", id, err)
		}
		ofShow := map[string]int{}
		for _, r := range found {
			sum := 0.0
			for _, why := range r.Reasons {
				sum += why.Score
			}
			ofShow[r.Episode.Show.ID]++
			if r.Episode.ID == id || ofShow[r.Episode.Show.ID] > 2 || len(r.Reasons) == 0 || math.Abs(sum-r.Score) > 1e-6 {
				t.Errorf("related to %s: %+v", id, r)
			}
			scores[pair{id, r.Episode.ID}] = r.Score
		}
	}
	for p, score := range scores {
		if back, ok := scores[pair{p.to, p.from}]; ok && back != score {
			t.Errorf("%s to %s scores %v, back %v", p.from, p.to, score, back)
		}
	}
}

func testPiece(t *testing.T, g *graph.Graph) {
	refs := func(list ...string) []graph.Ref {
		out := []graph.Ref{}
		for _, s := range list {
			out = append(out, graph.ParseRef(s))
		}
		return out
	}
	type asked struct {
		Of     string
		Kind   graph.Kind
		Offset int `json:",omitempty"`
		Limit  int `json:",omitempty"`
		With   []string
		Answer *graph.Piece
	}
	piece, err := g.Piece(t.Context(), refs("maya-lindqvist", "company:volant", "company:pinyon", "technology:rill", "row-1", "row-2", "storage-row", "nadia-okafor", "cloudloft", "nothing"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "piece", piece)
	all := []asked{
		{Of: "person:maya-lindqvist", Kind: graph.KindCompany}, {Of: "person:maya-lindqvist", Kind: graph.KindEpisode, Limit: 2},
		{Of: "person:maya-lindqvist", Kind: graph.KindEpisode, Offset: 2, Limit: 2}, {Of: "person:maya-lindqvist", Kind: graph.KindTechnology},
		{Of: "company:volant", Kind: graph.KindPerson, With: []string{"company:pinyon", "company:no-such", "person:ines-duarte"}}, {Of: "company:cloudloft", Kind: graph.KindEpisode},
		{Of: "technology:postgresql", Kind: graph.KindEpisode, With: []string{"technology:rill", "person:tomas-rehor"}}, {Of: "technology:sextant", Kind: graph.KindCompany},
		{Of: "episode:row-1", Kind: graph.KindPerson}, {Of: "episode:row-1", Kind: graph.KindShow}, {Of: "episode:row-1", Kind: graph.KindTechnology, Limit: 1},
		{Of: "show:storage-row", Kind: graph.KindEpisode, Offset: 3}, {Of: "show:storage-row", Kind: graph.KindPerson}, {Of: "person:maya-lindqvist", Kind: graph.KindShow},
	}
	for i, a := range all {
		all[i].Answer, err = g.Neighbours(t.Context(), graph.NeighbourQuery{Of: graph.ParseRef(a.Of), Kind: a.Kind, Offset: a.Offset, Limit: a.Limit, With: refs(a.With...)})
		if err != nil {
			t.Fatalf("neighbours of %s: %v", a.Of, err)
		}
	}
	check(t, "neighbours", all)
}
