package web

import (
	"context"
	"fmt"
	"html"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// A pageCheck compares the statements behind the pages of a kind with what those pages show: for each statement the
// columns that matter, joined, and what they should be by the answer that the page is made of.
type pageCheck struct {
	of   string // lists the ids of the pages
	want func(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error)
	cols map[string]string
}

// The statements behind the pages say what the pages show, on the sample that a first run shows.
func TestBehindThePagesIsWhatTheyShow(t *testing.T) {
	g := openGraph(t, graph.Config{URI: bolttest.Serve(t)})
	graphtest.LoadDemo(t, g)
	for _, c := range pageChecks() {
		rows := map[string]int{}
		for _, row := range answerTo(t, g, c.of, nil).Rows {
			id, _ := row[0].(string)
			want, err := c.want(t.Context(), g, id)
			if err != nil {
				t.Fatal(err)
			}
			for name, columns := range c.cols {
				got := joined(t, answerTo(t, g, behindText(t, name), map[string]any{"id": id}), columns)
				rows[name] += len(got)
				if diff := cmp.Diff(distinct(want[name]), got); diff != "" {
					t.Errorf("%s of %q (-page +statement):\n%s", name, id, diff)
				}
			}
		}
		for name := range c.cols {
			if rows[name] == 0 {
				t.Errorf("%s has no row on any page", name)
			}
		}
	}
}

// Those of the pages that take more than an id are opened as the pages link to them.
func TestBehindThePicturesIsWhatTheyShow(t *testing.T) {
	g := openGraph(t, graph.Config{URI: bolttest.Serve(t)})
	graphtest.LoadDemo(t, g)
	s := newSite(t, g)
	for _, c := range []struct {
		name, page, columns string
		want                func() ([]string, error)
	}{
		{"flow", "/flow", "from to people", func() ([]string, error) {
			flow, err := g.Flow(t.Context(), graph.FlowQuery{})
			return keysOf(flow.Moves, func(m graph.Move) string {
				return keyOf(m.From.ID, m.To.ID, strings.Join(keysOf(m.People, func(p graph.Mover) string { return p.Person.Name }), ","))
			}), err
		}},
		{"path", "/path?from=person:aaron-francis&to=person:sugu-sougoumarane", "through", func() ([]string, error) {
			paths, err := g.Paths(t.Context(), graph.PathQuery{From: graph.ParseRef("person:aaron-francis"), To: graph.ParseRef("person:sugu-sougoumarane"), Limit: 25})
			return keysOf(paths.Paths, func(p graph.Path) string {
				return strings.Join(keysOf(p.Nodes, func(r graph.Ref) string { return r.Name }), ",")
			}), err
		}},
		{"explore", "/explore?ids=company:planetscale,person:aaron-francis,person:sugu-sougoumarane,episode:ds-bento", "a tie b", func() ([]string, error) {
			piece, err := g.Piece(t.Context(), []graph.Ref{graph.ParseRef("company:planetscale"), graph.ParseRef("person:aaron-francis"), graph.ParseRef("person:sugu-sougoumarane"), graph.ParseRef("episode:ds-bento")})
			return keysOf(piece.Edges, func(e graph.PieceEdge) string { return keyOf(e.From.ID, e.Type, e.To.ID) }), err
		}},
		{"search", "/search?q=PlanetScale", "found", func() ([]string, error) {
			found, err := g.Search(t.Context(), "PlanetScale", graph.SearchOptions{Kinds: []graph.Kind{graph.KindPerson, graph.KindCompany, graph.KindTechnology}})
			return keysOf(found.Hits, func(h graph.Hit) string { return h.ID }), err
		}},
	} {
		want, err := c.want()
		if err != nil {
			t.Fatal(err)
		}
		_, body := get(t, s, c.page)
		query := linkBehind(t, body, c.name)
		params, err := parameters([]byte(query.Get("params")))
		if err != nil {
			t.Fatal(err)
		}
		got := joined(t, answerTo(t, g, query.Get("q"), params), c.columns)
		if diff := cmp.Diff(distinct(want), got); diff != "" || len(got) == 0 {
			t.Errorf("%s (-page +statement):\n%s", c.name, diff)
		}
	}
}

// Home shows the first of what its statements list, in the same order.
func TestBehindHomeIsWhatItShows(t *testing.T) {
	g := openGraph(t, graph.Config{URI: bolttest.Serve(t)})
	graphtest.LoadDemo(t, g)
	home, err := g.Home(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	episodes := make([]graph.Counted, len(home.Episodes))
	for i, e := range home.Episodes {
		episodes[i].Entity.ID = e.ID
	}
	for name, want := range map[string][]graph.Counted{
		"home-episodes": episodes, "home-people": home.People, "home-companies": home.Companies, "home-technologies": home.Techs,
	} {
		table := answerTo(t, g, behindText(t, name), nil)
		if len(want) == 0 || len(table.Rows) < len(want) {
			t.Fatalf("%s: %d rows, %d shown", name, len(table.Rows), len(want))
		}
		for i, w := range want {
			row := table.Rows[i]
			if text(row[0]) != w.Entity.ID || w.N > 0 && text(row[1]) != fmt.Sprint(w.N) {
				t.Errorf("%s: row %d is %v, the page shows %+v", name, i, row, w)
			}
		}
	}
}

// Every statement behind a page runs, on Neo4j too where there is one.
func TestBehindRunsOnTheStores(t *testing.T) {
	onStores(t, func(t *testing.T, g *graph.Graph) {
		files, err := behindFiles.ReadDir("behind")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			name := strings.TrimSuffix(f.Name(), ".cypher")
			table := answerTo(t, g, behindText(t, name), map[string]any{
				"id": "nothing", "q": "nothing", "nodes": []any{"nothing"}, "company": "", "to": "", "since": "", "until": "", "people": int64(1), "limit": int64(1),
				"from": "nothing", "fromKind": "person", "toKind": "person", "hops": []any{"WORKED_AT"}, "max": int64(2),
			})
			if len(table.Columns) == 0 {
				t.Errorf("%s gives no columns", name)
			}
		}
	})
}

func behindText(t *testing.T, name string) string {
	t.Helper()
	b, err := behindFiles.ReadFile("behind/" + name + ".cypher")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// linkBehind finds the address of a statement on a page.
func linkBehind(t *testing.T, body, name string) url.Values {
	t.Helper()
	for part := range strings.SplitSeq(body, `class="behind" href="`) {
		link, _, _ := strings.Cut(part, `"`)
		u, err := url.Parse(html.UnescapeString(link))
		if err == nil && u.Query().Get("q") == strings.TrimSpace(behindText(t, name)) {
			return u.Query()
		}
	}
	t.Fatalf("the page does not link to %s", name)
	return nil
}

func answerTo(t *testing.T, g *graph.Graph, statement string, params map[string]any) *graph.Table {
	t.Helper()
	table, err := g.Query(t.Context(), statement, params, graph.QueryOptions{})
	if err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	return table
}

// joined is some columns of a table, each row once, in order of the alphabet.
func joined(t *testing.T, table *graph.Table, columns string) []string {
	t.Helper()
	var at []int
	for name := range strings.FieldsSeq(columns) {
		i := slices.Index(table.Columns, name)
		if i < 0 {
			t.Fatalf("no column %s among %v", name, table.Columns)
		}
		at = append(at, i)
	}
	return distinct(keysOf(table.Rows, func(row []any) string {
		return keyOf(keysOf(at, func(i int) string { return text(row[i]) })...)
	}))
}

// text is a value of an answer as the keys have it: a node by its id.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case map[string]any:
		if p, ok := v["properties"].(map[string]any); ok {
			return text(p["id"])
		}
	case []any:
		return strings.Join(keysOf(v, text), ",")
	}
	return fmt.Sprint(v)
}

func keyOf(parts ...string) string { return strings.Join(parts, " | ") }

func keysOf[T any](list []T, f func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = f(x)
	}
	return out
}

func distinct(keys []string) []string {
	set := map[string]bool{}
	for _, k := range keys {
		set[k] = true
	}
	return slices.Sorted(maps.Keys(set))
}
