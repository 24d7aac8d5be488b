package graphtest

import (
	"errors"
	"strings"
	"testing"

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
	if _, err := g.Person(t.Context(), "ines-duarte"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("page: %v", err)
	}
	if hits, err := g.Search(t.Context(), "duarte", "", 10); err != nil || len(hits) != 0 {
		t.Errorf("search: %v, %v", hits, err)
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
		"soren-agard": func() error { _, err := g.Person(t.Context(), "tomas-rehor"); return err },
		"pinyon":      func() error { _, err := g.Company(t.Context(), "brightbase"); return err },
		"fjord":       func() error { _, err := g.Technology(t.Context(), "rill"); return err },
	} {
		var moved *graph.MovedError
		if err := ask(); !errors.As(err, &moved) || moved.To.ID != to {
			t.Errorf("err = %v, want a move to %s", err, to)
		}
	}
	if _, err := g.Person(t.Context(), "brightbase"); !errors.Is(err, graph.ErrNotFound) {
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
