package graphtest

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
	"guestgraph/graph"
)

func decide(t *testing.T, lines string) *graph.Decisions {
	t.Helper()
	ds, err := graph.ParseDecisions("test", strings.NewReader(lines))
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// loadDecided loads documents, or none, under decisions.
func loadDecided(t *testing.T, g *graph.Graph, docs []graph.Document, ds *graph.Decisions) graph.Report {
	t.Helper()
	report, err := g.Load(t.Context(), graph.Documents(docs), graph.LoadOptions{Version: version, Decisions: ds})
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	return report
}

func testDecisions(t *testing.T, open func(t *testing.T) *graph.Graph) {
	for _, c := range []struct {
		name, lines string
		hides       bool
	}{
		{"merge", "merge person tomas-rehor into soren-agard", false},
		{"merge-absent", "merge company brightbase into bright-base-labs", false},
		{"merge-chain", "merge company brightbase into volant\nmerge company volant into pinyon", false},
		{"split-show", `split person maya-lindqvist in show night-deploys as "Maya Lindqvist (Pinyon)"`, false},
		{"split-episode", `split person maya-lindqvist in episode row-3 as "Maya Lindqvist II"`, false},
		{"rename", "rename technology postgresql \"Postgres\"", false},
		{"drop", "drop person maya-lindqvist worked-at volant\ndrop company cloudloft sponsored in show storage-row\n" +
			"drop person ines-duarte mentioned in episode night-8", false},
		{"hide", "hide person maya-lindqvist # on request", true},
		{"all", "split person maya-lindqvist in episode row-3 as \"Maya L\"\nmerge person maya-l into ines-duarte\n" +
			"rename person ines-duarte \"Ines D.\"\nhide company volant\ndrop company pinyon makes sextant", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds, g := decide(t, c.lines), open(t)
			load(t, g, Sample())
			before := dump(t, g)
			dry, err := g.Load(t.Context(), graph.Documents(nil), graph.LoadOptions{Version: version, Decisions: ds, DryRun: true})
			if err != nil {
				t.Fatal(err)
			}
			same(t, before, dump(t, g))

			report := loadDecided(t, g, nil, ds)
			decided := dump(t, g)
			check(t, "decided-"+c.name, struct {
				Report     graph.Report
				Difference []string
			}{report, difference(before, decided)})
			if dry.Decided != report.Decided || len(dry.Effects) != len(ds.List()) {
				t.Errorf("dry run: %d episodes, %v; then %d", dry.Decided, dry.Effects, report.Decided)
			}
			if once := loadDecided(t, g, nil, ds); once.Decided != 0 || once.Awaiting != 0 {
				t.Errorf("deciding again: %+v", once)
			}
			again := loadDecided(t, g, Sample(), ds)
			if again.Kept != len(Sample()) || again.Decided != 0 {
				t.Errorf("loading again: %+v", again)
			}
			same(t, decided, dump(t, g))
			fresh := open(t)
			loadDecided(t, fresh, Sample(), ds)
			same(t, decided, dump(t, fresh))

			undone := loadDecided(t, g, nil, decide(t, ""))
			if c.hides {
				if undone.Awaiting == 0 {
					t.Error("nothing awaits its source although something was hidden")
				}
				loadDecided(t, g, Sample(), decide(t, ""))
			}
			same(t, before, dump(t, g))
		})
	}
	t.Run("namesakes", func(t *testing.T) { testNamesakes(t, open) })
	t.Run("survive", func(t *testing.T) { testSurvive(t, open(t)) })
	t.Run("hidden", func(t *testing.T) { testHidden(t, open(t)) })
	t.Run("moved", func(t *testing.T) { testMoved(t, open(t)) })
	t.Run("unconcerned", func(t *testing.T) { testUnconcerned(t, open(t)) })
}

// testSurvive: a changed episode and another extractor leave decisions in force, and undoing them leaves no trace.
func testSurvive(t *testing.T, g *graph.Graph) {
	ds := decide(t, "merge person tomas-rehor into soren-agard\nrename company volant \"Volant Systems\"")
	loadDecided(t, g, Sample(), ds)
	want := dump(t, g)
	if _, err := g.Load(t.Context(), graph.Documents(Sample()), graph.LoadOptions{Version: version}); !errors.Is(err, graph.ErrDecided) {
		t.Errorf("a load that forgets the decisions: err = %v", err)
	}
	if _, err := g.Load(t.Context(), graph.Documents(Sample()), graph.LoadOptions{Version: "other", Decisions: ds}); err != nil {
		t.Fatal(err)
	}
	same(t, want, dump(t, g))
	loadDecided(t, g, nil, decide(t, "rename company volant \"Volant AG\""))
	loadDecided(t, g, nil, decide(t, ""))
	after := dump(t, g)
	ids := []string{}
	for _, d := range Sample() {
		ids = append(ids, d.Episode.ID)
	}
	if _, err := g.Withdraw(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	if n := count(t, g); n != [2]int64{} {
		t.Errorf("after withdrawing everything the graph holds %v nodes and edges", n)
	}
	load(t, g, Sample())
	same(t, after, dump(t, g))
}

// testHidden: nothing of one who is hidden can be asked for, in a graph that held it before.
func testHidden(t *testing.T, g *graph.Graph) {
	load(t, g, Sample())
	loadDecided(t, g, nil, decide(t, "hide person ines-duarte"))
	if _, err := g.Person(t.Context(), "ines-duarte", graph.Window{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("page: %v", err)
	}
	if found, err := g.Search(t.Context(), "duarte", graph.SearchOptions{}); err != nil || len(found.Hits) != 0 {
		t.Errorf("search: %v, %v", found, err)
	}
	// The descriptions still say what they say; the graph draws nothing from them.
	for _, line := range dump(t, g) {
		if strings.Contains(line, "ines-duarte") || strings.Contains(line, "Ines Duarte") && !strings.HasPrefix(line, "(Episode ") {
			t.Errorf("still there: %s", line)
		}
	}
}

func testMoved(t *testing.T, g *graph.Graph) {
	loadDecided(t, g, Sample(), decide(t, "merge person tomas-rehor into soren-agard\nmerge company brightbase into pinyon\nmerge technology rill into fjord"))
	for to, ask := range map[string]func() error{
		"soren-agard": func() error { _, err := g.Person(t.Context(), "tomas-rehor", graph.Window{}); return err },
		"pinyon":      func() error { _, err := g.Company(t.Context(), "brightbase", graph.Window{}); return err },
		"fjord":       func() error { _, err := g.Technology(t.Context(), "rill", graph.Window{}); return err },
	} {
		var moved *graph.MovedError
		if err := ask(); !errors.As(err, &moved) || moved.To.ID != to {
			t.Errorf("err = %v, want a move to %s", err, to)
		}
	}
	if refs, err := g.Named(t.Context(), []graph.Ref{graph.ParseRef("rill"), graph.ParseRef("company:brightbase"), graph.ParseRef("person:brightbase")}); err != nil || len(refs) != 2 || refs[0].ID != "fjord" || refs[1].ID != "pinyon" {
		t.Errorf("named by former ids: %v, %v", refs, err)
	}
	if _, err := g.Person(t.Context(), "brightbase", graph.Window{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a person by a company's former id: %v", err)
	}
}

// testUnconcerned: a decision that matches nothing changes nothing and says so.
func testUnconcerned(t *testing.T, g *graph.Graph) {
	load(t, g, Sample())
	before := dump(t, g)
	ds := decide(t, "merge person maya-lindquist into maya-lindqvist\nhide company nothing-of-the-kind")
	report := loadDecided(t, g, Sample(), ds)
	if report.Kept != len(Sample()) || len(report.Effects) != 0 {
		t.Errorf("report = %+v", report)
	}
	same(t, before, dump(t, g))
	near, err := g.Near(t.Context(), graph.KindPerson, "maya-lindquist")
	if err != nil || len(near) != 1 || near[0].ID != "maya-lindqvist" {
		t.Errorf("near maya-lindquist: %v, %v", near, err)
	}
}

// namesakes are two people called David Brown: one of Storage Row, one who appears on two other shows, tied by his
// employer, the second time without a handle; and one appearance that tells nothing.
func namesakes() []graph.Document {
	var docs []graph.Document
	for _, b := range []*builder{
		episode("brown-1", "Storage Row", "Pages", "2023-01-01", "David Brown on pages. https://twitter.com/dbrown").
			guest("David Brown").link("https://twitter.com/dbrown", "David Brown"),
		episode("brown-2", "Night Deploys", "Alarms", "2023-02-01", "David Brown of Acme on alarms. https://x.com/BrownDavid_").
			guest("David Brown").company("Acme").job("David Brown", "Acme", extract.Current, "", "David Brown of Acme").
			link("https://x.com/BrownDavid_", "David Brown"),
		episode("brown-3", "Day Deploys", "More alarms", "2023-03-01", "David Brown, an engineer at Acme, is on.").
			guest("David Brown").company("Acme").job("David Brown", "Acme", extract.Current, "engineer", "engineer at Acme"),
		episode("brown-4", "Heap Talk", "Heaps", "2023-04-01", "David Brown on heaps.").guest("David Brown"),
	} {
		docs = append(docs, b.Document)
	}
	return docs
}

// testNamesakes: two people of one name stay two, whatever the order of loads; what ties them makes them one again, and
// curators have the last word.
func testNamesakes(t *testing.T, open func(t *testing.T) *graph.Graph) {
	g, docs := open(t), namesakes()
	load(t, g, docs)
	want := dump(t, g)
	who := "MATCH (p:Person)-[:GUEST_ON]->(e:Episode) RETURN e.id, p.id, p.name ORDER BY e.id"
	apart := [][]any{
		{"brown-1", "david-brown", "David Brown"}, {"brown-2", "david-brown-browndavid", "David Brown (browndavid_)"},
		{"brown-3", "david-brown-browndavid", "David Brown (browndavid_)"}, {"brown-4", "david-brown", "David Brown"},
	}
	if diff := cmp.Diff(apart, statement(t, g, who, nil)); diff != "" {
		t.Fatal(diff)
	}
	if again := load(t, g, docs); again.Kept != len(docs) || again.Decided != 0 {
		t.Errorf("loading again: %+v", again)
	}
	for _, order := range [][]int{{3, 2, 1, 0}, {1, 0, 3, 2}, {2, 3, 1, 0}} {
		other := open(t)
		for _, i := range order {
			load(t, other, docs[i:i+1])
		}
		same(t, want, dump(t, other))
	}

	// The first of them turns out to have worked for the second's employer.
	tie := episode("brown-5", "Storage Row", "Pages again", "2023-05-01", "David Brown left Acme.").
		guest("David Brown").company("Acme").job("David Brown", "Acme", extract.Former, "", "David Brown left Acme")
	load(t, g, []graph.Document{tie.Document})
	if rows := statement(t, g, "MATCH (p:Person)-[:GUEST_ON]->() RETURN DISTINCT p.id, p.name", nil); len(rows) != 1 || rows[0][0] != "david-brown" || rows[0][1] != "David Brown" {
		t.Errorf("tied by an employer: %v", rows)
	}
	if _, err := g.Withdraw(t.Context(), []string{"brown-5"}); err != nil {
		t.Fatal(err)
	}
	load(t, g, docs)
	same(t, want, dump(t, g))

	merged := decide(t, "merge person david-brown-browndavid into david-brown")
	loadDecided(t, g, nil, merged)
	if rows := statement(t, g, "MATCH (p:Person)-[:GUEST_ON]->() RETURN DISTINCT p.id, p.name", nil); len(rows) != 1 || rows[0][0] != "david-brown" || rows[0][1] != "David Brown" {
		t.Errorf("merged: %v", rows)
	}
	loadDecided(t, g, docs, decide(t, ""))
	same(t, want, dump(t, g))

	// One is hidden: the other stays who he was, also when the sources come again.
	hide := decide(t, "hide person david-brown-browndavid")
	loadDecided(t, g, docs, hide)
	for range 2 {
		if again := loadDecided(t, g, docs, hide); again.Kept != len(docs) || again.Decided != 0 {
			t.Errorf("loading again with one hidden: %+v", again)
		}
		if diff := cmp.Diff([][]any{apart[0], apart[3]}, statement(t, g, who, nil)); diff != "" {
			t.Errorf("one hidden: %s", diff)
		}
	}
	loadDecided(t, g, docs, decide(t, ""))
	same(t, want, dump(t, g))

	// The first is hidden: the second keeps his id.
	hide = decide(t, "hide person david-brown")
	for range 2 {
		loadDecided(t, g, docs, hide)
		if diff := cmp.Diff(apart[1:3], statement(t, g, who, nil)); diff != "" {
			t.Errorf("the first hidden: %s", diff)
		}
	}
	loadDecided(t, g, docs, decide(t, ""))
	same(t, want, dump(t, g))
}
