package graphtest

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

// node asks for the page of a node.
func node(t *testing.T, g *graph.Graph, ref graph.Ref, w graph.Window) any {
	t.Helper()
	var page any
	var err error
	switch ctx := t.Context(); ref.Kind {
	case graph.KindPerson:
		page, err = g.Person(ctx, ref.ID, w)
	case graph.KindCompany:
		page, err = g.Company(ctx, ref.ID, w)
	case graph.KindTechnology:
		page, err = g.Technology(ctx, ref.ID, w)
	case graph.KindShow:
		page, err = g.Show(ctx, ref.ID, w)
	}
	if err != nil {
		t.Fatalf("%s %+v: %v", ref, w, err)
	}
	return page
}

func testWindows(t *testing.T, g *graph.Graph) {
	for _, s := range []string{
		"person:maya-lindqvist", "person:nadia-okafor", "person:ines-duarte", "company:volant", "company:brightbase",
		"technology:postgresql", "technology:rill", "show:storage-row", "show:night-deploys",
	} {
		ref := graph.ParseRef(s)
		t.Run(s, func(t *testing.T) { testParts(t, g, ref) })
	}
	for name, ask := range map[string]struct {
		ref    string
		window graph.Window
	}{
		"window-former":     {"company:volant", graph.Window{Part: "former", Offset: 1, Limit: 2}},
		"window-coworkers":  {"person:maya-lindqvist", graph.Window{Part: "coworkers", Offset: 1, Limit: 2}},
		"window-timeline":   {"person:maya-lindqvist", graph.Window{Part: "timeline", Limit: 2}},
		"window-past":       {"person:maya-lindqvist", graph.Window{Part: "guest", Offset: 50}},
		"window-year":       {"technology:postgresql", graph.Window{Part: "mentions", Year: 2024}},
		"window-show-year":  {"show:storage-row", graph.Window{Year: 2023, Limit: 1}},
		"window-other-year": {"show:storage-row", graph.Window{Part: "companies", Year: 2024}},
		"window-with":       {"technology:postgresql", graph.Window{Part: "mentions", With: graph.ParseRef("technology:rill")}},
		"window-guest":      {"technology:postgresql", graph.Window{Part: "mentions", With: graph.ParseRef("person:soren-agard")}},
		"window-show-with":  {"show:storage-row", graph.Window{Part: "episodes", With: graph.ParseRef("company:brightbase")}},
		"window-show-guest": {"show:storage-row", graph.Window{Part: "episodes", With: graph.ParseRef("person:maya-lindqvist")}},
		"window-with-none":  {"show:storage-row", graph.Window{Part: "episodes", With: graph.ParseRef("person:volant")}},
	} {
		t.Run(name, func(t *testing.T) { check(t, name, node(t, g, graph.ParseRef(ask.ref), ask.window)) })
	}
}

// testParts reads each part of a page row by row: together they are the part as it comes at once, and there are as
// many as the total says.
func testParts(t *testing.T, g *graph.Graph, ref graph.Ref) {
	whole := fields(t, node(t, g, ref, graph.Window{}))
	for _, part := range graph.Parts(ref.Kind) {
		atOnce := fields(t, node(t, g, ref, graph.Window{Part: part}))
		total := totalOf(t, whole, part)
		if got := totalOf(t, atOnce, part); got != total {
			t.Errorf("%s: total %d alone, %d on the page", part, got, total)
		}
		rows := map[string][]json.RawMessage{}
		for offset := range total {
			page := fields(t, node(t, g, ref, graph.Window{Part: part, Offset: offset, Limit: 1}))
			if got := totalOf(t, page, part); got != total {
				t.Errorf("%s from %d: total %d, want %d", part, offset, got, total)
			}
			for name := range page {
				rows[name] = append(rows[name], elements(page[name])...)
			}
		}
		for name := range atOnce {
			if diff := cmp.Diff(fmt.Sprintf("%s", elements(atOnce[name])), fmt.Sprintf("%s", rows[name])); diff != "" && name != "totals" && total > 0 {
				t.Errorf("%s: %s at once and row by row (-at once +row by row):\n%s", part, name, diff)
			}
		}
	}
}

// fields are the fields of an answer that are lists, and its totals.
func fields(t *testing.T, page any) map[string]json.RawMessage {
	t.Helper()
	text, err := json.Marshal(page)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	for name, value := range all {
		if value[0] != '[' && name != "totals" || name == "aliases" || name == "urls" {
			delete(all, name)
		}
	}
	return all
}

func elements(list json.RawMessage) []json.RawMessage {
	var out []json.RawMessage
	_ = json.Unmarshal(list, &out) // the totals are no list
	return out
}

func totalOf(t *testing.T, page map[string]json.RawMessage, part string) int {
	t.Helper()
	totals := graph.Totals{}
	if err := json.Unmarshal(page["totals"], &totals); err != nil {
		t.Fatal(err)
	}
	return totals[part]
}
