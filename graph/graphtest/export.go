package graphtest

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"guestgraph/graph"
	"guestgraph/graph/export"
)

// An exported is a whole graph in a fixed order, which the stores do not have.
type exported struct {
	nodes []graph.Node
	edges []graph.Edge
}

func exportAll(t *testing.T, g *graph.Graph, kinds []graph.Kind) exported {
	t.Helper()
	var all exported
	err := g.Export(t.Context(), kinds,
		func(n graph.Node) error { all.nodes = append(all.nodes, n); return nil },
		func(e graph.Edge) error { all.edges = append(all.edges, e); return nil })
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all.nodes, func(a, b graph.Node) int { return cmp.Compare(a.String(), b.String()) })
	place := func(e graph.Edge) string { return fmt.Sprint(e.Type, e.From, e.To, e.Props) }
	slices.SortFunc(all.edges, func(a, b graph.Edge) int { return cmp.Compare(place(a), place(b)) })
	return all
}

func testExport(t *testing.T, g *graph.Graph) {
	all := exportAll(t, g, graph.ExportKinds())
	for _, doc := range []struct {
		format  export.Format
		options export.Options
		name    string
	}{
		{export.GraphML, export.Options{}, "graphml"}, {export.GEXF, export.Options{}, "gexf"}, {export.CSV, export.Options{}, "csv"},
		{export.CSV, export.Options{Table: export.Nodes}, "csv-nodes"}, {export.JSONLD, export.Options{Base: "https://graph.example/"}, "jsonld"},
	} {
		t.Run(doc.name, func(t *testing.T) {
			var out bytes.Buffer
			w, err := export.NewWriter(doc.format, &out, doc.options)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range all.nodes {
				err = errors.Join(err, w.Node(n))
			}
			for _, e := range all.edges {
				err = errors.Join(err, w.Edge(e))
			}
			if err := errors.Join(err, w.Close()); err != nil {
				t.Fatal(err)
			}
			check(t, "export-"+doc.name, strings.Split(out.String(), "\n"))
		})
	}
	t.Run("columns", func(t *testing.T) {
		for _, n := range all.nodes {
			hasColumns(t, export.Nodes, n.Props)
		}
		for _, e := range all.edges {
			hasColumns(t, export.Relationships, e.Props)
		}
	})
	t.Run("only", func(t *testing.T) {
		some := exportAll(t, g, []graph.Kind{graph.KindPerson, graph.KindCompany})
		types := map[string]bool{}
		for _, e := range some.edges {
			types[e.Type] = true
		}
		if got := slices.Sorted(maps.Keys(types)); len(some.nodes) == 0 || !slices.Equal(got, []string{"WORKED_AT"}) {
			t.Errorf("%d nodes, edges %v; want people, companies and who worked where", len(some.nodes), got)
		}
	})
	t.Run("stop", func(t *testing.T) {
		stop := errors.New("enough")
		seen := 0
		err := g.Export(t.Context(), graph.ExportKinds(), func(graph.Node) error { seen++; return stop }, func(graph.Edge) error { return nil })
		if seen != 1 || !errors.Is(err, stop) {
			t.Errorf("%d nodes seen, err %v", seen, err)
		}
	})
	if err := g.Export(t.Context(), []graph.Kind{"record"}, nil, nil); err == nil {
		t.Error("records can be exported")
	}
}

// hasColumns: no property is forgotten by the formats that declare theirs.
func hasColumns(t *testing.T, table export.Table, props map[string]any) {
	t.Helper()
	var out bytes.Buffer
	w, err := export.NewWriter(export.CSV, &out, export.Options{Table: table})
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	columns := strings.Split(strings.TrimSpace(out.String()), ",")
	for name := range props {
		if !slices.Contains(columns, name) {
			t.Errorf("%s: the property %s has no column among %v", table, name, columns)
		}
	}
}
