package graphtest

import (
	"path"
	"slices"
	"testing"

	"guestgraph/cypher"
	"guestgraph/extract"
	"guestgraph/extract/sample"
	"guestgraph/graph"
)

// testLibrary asks each question of the library about the little world of Sample.
func testLibrary(t *testing.T, g *graph.Graph) {
	values := map[string]string{
		"company": "Volant", "other": "Brightbase", "person": "Maya Lindqvist", "second": "Tomás Řehoř", "technology": "PostgreSQL",
		"show": "Night Deploys", "against": "Storage Row", "role": "engineer", "word": "replicas", "year": "2023",
	}
	for _, q := range questions(t) {
		t.Run(path.Base(q.Name), func(t *testing.T) {
			given := map[string]string{}
			for _, p := range q.Params {
				if value, ok := values[p.Name]; ok {
					given[p.Name] = value
				}
			}
			table := answer(t, g, q, given)
			table.Millis, table.Notices = 0, nil // remarks are the server's affair
			check(t, "ask-"+path.Base(q.Name), table)
		})
	}
}

// testDemo asks them with the values that they propose themselves about the sample that a first run shows: each gives
// an answer there, but for the one that looks for mistakes the sample has not.
func testDemo(t *testing.T, g *graph.Graph) {
	LoadDemo(t, g)
	for _, q := range questions(t) {
		t.Run(path.Base(q.Name), func(t *testing.T) {
			table := answer(t, g, q, nil)
			if len(table.Rows) == 0 && q.Name != "ask/possible-aliases" {
				t.Error("no rows")
			}
			called := linked(t, g, q, table)
			for _, l := range q.Links {
				if !slices.Contains(table.Columns, l.Column) {
					t.Errorf("links name a column %s; there are %v", l.Column, table.Columns)
				}
			}
			if len(q.Links) > 0 && len(table.Rows) > 0 && called == 0 {
				t.Error("no value of the columns that name nodes names one")
			}
		})
	}
}

// linked counts the nodes that the answer names.
func linked(t *testing.T, g *graph.Graph, q *cypher.Query, table *graph.Table) int {
	var all []graph.Calling
	for _, l := range q.Links {
		i := slices.Index(table.Columns, l.Column)
		for _, row := range table.Rows {
			if i < 0 {
				continue
			}
			values, isList := row[i].([]any)
			if !isList {
				values = []any{row[i]}
			}
			for _, v := range values {
				if name, ok := v.(string); ok {
					all = append(all, graph.Calling{Kind: graph.Kind(l.Kind), Name: name})
				}
			}
		}
	}
	called, err := g.Called(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	return len(called)
}

// LoadDemo loads the sample that a first run shows.
func LoadDemo(t *testing.T, g *graph.Graph) {
	t.Helper()
	episodes, err := sample.Episodes()
	if err != nil {
		t.Fatal(err)
	}
	var docs []graph.Document
	for i, facts := range extract.New().ExtractAll(episodes) {
		docs = append(docs, graph.Document{Episode: episodes[i], Facts: *facts})
	}
	load(t, g, docs)
}

func questions(t *testing.T) []*cypher.Query {
	t.Helper()
	library, err := cypher.Load()
	if err != nil {
		t.Fatal(err)
	}
	return library.Questions()
}

func answer(t *testing.T, g *graph.Graph, q *cypher.Query, given map[string]string) *graph.Table {
	t.Helper()
	params, err := q.Bind(given)
	if err != nil {
		t.Fatal(err)
	}
	table, err := g.Query(t.Context(), q.Text, params, graph.QueryOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return table
}
