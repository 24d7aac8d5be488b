package graphtest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
	"guestgraph/graph"
)

// testCut has more said of one job, of what a person created and of what a company makes than a page gives of each:
// the page says how much there is, and a window gives all of it.
func testCut(t *testing.T, g *graph.Graph) {
	const said = graph.MaxSaid + 5
	var docs []graph.Document
	for i := range said {
		docs = append(docs, episode(fmt.Sprintf("tide-%02d", i), "Tide", fmt.Sprint("On tide ", i), fmt.Sprintf("2024-01-%02d", i+1), "Ada Example of Acme, who created Sluice, with Ben Other of Acme. Acme makes Sluice.").
			person("Ada Example").person("Ben Other").company("Acme").technology("Sluice", "database").
			job("Ada Example", "Acme", extract.Current, "", "Ada Example of Acme").job("Ben Other", "Acme", extract.Current, "", "Ben Other of Acme").
			created("Ada Example", "Sluice", "", "who created Sluice").makes("Acme", "Sluice", "Acme makes Sluice").Document)
	}
	load(t, g, docs)
	ada, err := g.Person(t.Context(), "ada-example", graph.Window{})
	if err != nil {
		t.Fatal(err)
	}
	acme, err := g.Company(t.Context(), "acme", graph.Window{})
	if err != nil {
		t.Fatal(err)
	}
	sluice, err := g.Technology(t.Context(), "sluice", graph.Window{})
	if err != nil {
		t.Fatal(err)
	}
	cut := func(part string, kind graph.Kind, id, name string) graph.Cut {
		return graph.Cut{Part: part, Of: graph.Ref{Kind: kind, ID: id, Name: name}, Total: said}
	}
	for name, c := range map[string]struct{ want, got []graph.Cut }{
		"person":     {[]graph.Cut{cut("jobs", graph.KindCompany, "acme", "Acme"), cut("created", graph.KindTechnology, "sluice", "Sluice")}, ada.Cut},
		"company":    {[]graph.Cut{cut("current", graph.KindPerson, "ada-example", "Ada Example"), cut("current", graph.KindPerson, "ben-other", "Ben Other"), cut("makes", graph.KindTechnology, "sluice", "Sluice")}, acme.Cut},
		"technology": {[]graph.Cut{cut("makers", graph.KindCompany, "acme", "Acme"), cut("makers", graph.KindPerson, "ada-example", "Ada Example")}, sluice.Cut},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if len(ada.Jobs) != graph.MaxSaid || len(ada.Coworkers) != 1 || ada.Coworkers[0].MineTotal != said || ada.Coworkers[0].TheirsTotal != said {
		t.Errorf("%d jobs, co-workers %+v", len(ada.Jobs), ada.Coworkers)
	}
	wholeOfOne(t, g, said)
}

// wholeOfOne asks for all that is said of one job and of one making, also past the first rows.
func wholeOfOne(t *testing.T, g *graph.Graph, said int) {
	for offset, want := range map[int]int{0: said, said - 2: 2, said + 9: 0} {
		of := func(part, with string) graph.Window {
			return graph.Window{Part: part, With: graph.ParseRef(with), Offset: offset}
		}
		job, err := g.Person(t.Context(), "ada-example", of("jobs", "company:acme"))
		if err != nil || len(job.Jobs) != want || job.Totals["jobs"] != said || len(job.Cut) != 0 {
			t.Errorf("from %d: %d jobs, %v, %v", offset, len(job.Jobs), job.Totals, err)
		}
		created, err := g.Person(t.Context(), "ada-example", of("created", "technology:sluice"))
		if err != nil || len(created.Created) != want || created.Totals["created"] != said {
			t.Errorf("from %d: %d created, %v, %v", offset, len(created.Created), created.Totals, err)
		}
		makes, err := g.Company(t.Context(), "acme", of("makes", "technology:sluice"))
		if err != nil || len(makes.Makes) != want || makes.Totals["makes"] != said || want > 0 && makes.Makes[0].Maker.ID != "acme" {
			t.Errorf("from %d: %d made, %v, %v", offset, len(makes.Makes), makes.Totals, err)
		}
	}
}
