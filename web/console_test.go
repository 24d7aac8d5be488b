package web

import (
	"context"
	"errors"
	"html"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"guestgraph/cypher"
	"guestgraph/graph"
)

func consoleURL(q, params string) string {
	return "/console?" + url.Values{"q": {q}, "params": {params}, "run": {"1"}}.Encode()
}

func TestConsolePrefillsWithoutRunning(t *testing.T) {
	f := newFake()
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		t.Error("a statement ran without run=1")
		return nil, nil
	}
	_, body := get(t, newSite(t, f), "/console?q=MATCH+(n)+RETURN+n+%26+1")
	if !strings.Contains(body, "\nMATCH (n) RETURN n &amp; 1</textarea>") {
		t.Error("the statement is not in the form")
	}
}

func TestConsoleRunsReadOnlyWithinLimits(t *testing.T) {
	f := newFake()
	var gotStatement string
	var gotParams map[string]any
	var gotOpts graph.QueryOptions
	f.query = func(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions) (*graph.Table, error) {
		gotStatement, gotParams, gotOpts = statement, params, opts
		if _, ok := ctx.Deadline(); !ok {
			t.Error("no deadline")
		}
		return &graph.Table{Columns: []string{"n"}}, nil
	}
	s := newSite(t, f)
	res, body := get(t, s, consoleURL("RETURN $n AS n, $f, $deep", `{"n": 2, "f": 2.5, "deep": [{"n": 9007199254740993}]}`))
	if res.StatusCode != http.StatusOK || !strings.Contains(body, "found nothing") || !strings.Contains(body, "<code>n</code>") {
		t.Errorf("status %d: an empty answer is not told", res.StatusCode)
	}
	wantParams := map[string]any{"n": int64(2), "f": 2.5, "deep": []any{map[string]any{"n": int64(9007199254740993)}}}
	if diff := cmp.Diff(wantParams, gotParams); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
	want := graph.QueryOptions{MaxRows: 1000, MaxBytes: 8 << 20, Timeout: 10 * time.Second}
	if gotStatement != "RETURN $n AS n, $f, $deep" || gotOpts != want {
		t.Errorf("ran %q with %+v", gotStatement, gotOpts)
	}
}

func TestConsolePointsAtTheMistake(t *testing.T) {
	f := newFake()
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		return nil, &graph.QueryError{Code: "Neo.ClientError.Statement.SyntaxError", Message: "Invalid input 'RETRUN'", Line: 2, Column: 4, Offset: 14}
	}
	s := newSite(t, f)
	res, body := get(t, s, consoleURL("MATCH (ä)\n\t  RETRUN ä", ""))
	if res.StatusCode != http.StatusBadRequest {
		t.Errorf("status %d", res.StatusCode)
	}
	for _, want := range []string{"Invalid input &#39;RETRUN&#39;", "Line 2, column 4", "\t  RETRUN ä\n<span class=\"caret\">\t  ^</span>"} {
		if !strings.Contains(body, want) {
			t.Errorf("page lacks %q", want)
		}
	}
	res, body = ask(t, s, "POST", "/api/v1/query", `{"query":"MATCH (ä)\n\t  RETRUN ä"}`, "Content-Type", "application/json")
	got := decode[problem](t, body)
	if res.StatusCode != 400 || got.Line != 2 || got.Column != 4 || got.Offset == nil || *got.Offset != 14 || got.Code == "" {
		t.Errorf("problem %+v", got)
	}
}

func TestWritesAreRefused(t *testing.T) {
	f := newFake()
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		return nil, &graph.QueryError{Code: "Neo.ClientError.Statement.AccessMode", Message: "Writing in read access mode not allowed."}
	}
	res, body := ask(t, newSite(t, f), "POST", "/api/v1/query", `{"query":"CREATE (n)"}`, "Content-Type", "application/json")
	if got := decode[problem](t, body); res.StatusCode != 400 || !strings.Contains(got.Detail, "only read") || got.Code == "" {
		t.Errorf("status %d: %+v", res.StatusCode, got)
	}
}

func TestPointAt(t *testing.T) {
	tests := []struct {
		name, statement string
		line, column    int
		excerpt, caret  string
	}{
		{"start", "RETRUN 1", 1, 1, "RETRUN 1", "^"},
		{"end", "RETURN", 1, 7, "RETURN", "      ^"},
		{"past the end", "RETURN", 1, 99, "RETURN", "      ^"},
		{"windows line ends", "A\r\nB C\r\n", 2, 3, "B C", "  ^"},
		{"line too far", "A", 5, 1, "", ""},
		{"empty line", "A\n\nB", 2, 1, "", ""},
		{"column zero", "A", 1, 0, "A", "^"},
		{"long", strings.Repeat("a", 100) + "!" + strings.Repeat("b", 100), 1, 101, "…" + strings.Repeat("a", 60) + "!" + strings.Repeat("b", 59) + "…", strings.Repeat(" ", 61) + "^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			excerpt, caret := pointAt(tt.statement, tt.line, tt.column)
			if excerpt != tt.excerpt || caret != tt.caret {
				t.Errorf("got\n%q\n%q, want\n%q\n%q", excerpt, caret, tt.excerpt, tt.caret)
			}
		})
	}
}

func TestAskRefuses(t *testing.T) {
	f := newFake()
	tests := []struct {
		name, body, kind string
		status           int
		detail           string
	}{
		{"check", `{"query":"CREATE (n)"}`, "application/json", 400, "only reads"},
		{"empty", `{"query":"  "}`, "application/json", 400, "no statement"},
		{"long", `{"query":"` + strings.Repeat("x", 101) + `"}`, "application/json", 413, "100 bytes at most"},
		{"body", `{"query":"` + strings.Repeat("x", 2000) + `"}`, "application/json", 413, "1,000 bytes"},
		{"form", `q=1`, "application/x-www-form-urlencoded", 415, "application/json"},
		{"text", `{"query":"RETURN 1"}`, "text/plain", 415, "application/json"},
		{"not JSON", `{"query":`, "application/json", 400, "ends too early"},
		{"unknown field", `{"statement":"RETURN 1"}`, "application/json", 400, "unknown field"},
		{"two values", `{"query":"RETURN 1"} {}`, "application/json", 400, "more than one"},
		{"parameters are a list", `{"query":"RETURN 1","parameters":[1]}`, "application/json", 400, "JSON object"},
		{"parameter too big", `{"query":"RETURN 1","parameters":{"n":9223372036854775808}}`, "application/json", 400, "64 bits"},
	}
	s := newSite(t, f, func(c *Config) {
		c.Limits = Limits{Statement: 100, Body: 1000}
		c.Check = func(statement string) error {
			if strings.Contains(statement, "CREATE") {
				return errors.New("this console only reads")
			}
			return nil
		}
	})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res, body := ask(t, s, "POST", "/api/v1/query", tt.body, "Content-Type", tt.kind)
			got := decode[problem](t, body)
			if res.StatusCode != tt.status || got.Status != tt.status || !strings.Contains(got.Detail, tt.detail) {
				t.Errorf("status %d: %+v", res.StatusCode, got)
			}
		})
	}
}

func TestAskOneTooMany(t *testing.T) {
	f := newFake()
	started, finish := make(chan struct{}), make(chan struct{})
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		started <- struct{}{}
		<-finish
		return &graph.Table{}, nil
	}
	s := newSite(t, f, func(c *Config) { c.Limits.Concurrent = 1 })
	done := make(chan int, 1)
	go func() {
		res, _ := get(t, s, consoleURL("RETURN 1", ""))
		done <- res.StatusCode
	}()
	<-started
	res, body := ask(t, s, "POST", "/api/v1/query", `{"query":"RETURN 1"}`, "Content-Type", "application/json")
	if res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") != "2" || res.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("status %d, headers %v: %s", res.StatusCode, res.Header, body)
	}
	if res, body := get(t, s, consoleURL("RETURN 1", "")); res.StatusCode != http.StatusTooManyRequests || !strings.Contains(body, "The console is busy") {
		t.Errorf("page: status %d", res.StatusCode)
	}
	close(finish)
	if status := <-done; status != http.StatusOK {
		t.Errorf("the first: status %d", status)
	}
}

func TestAskTakesTooLong(t *testing.T) {
	f := newFake()
	f.query = func(ctx context.Context, _ string, _ map[string]any, _ graph.QueryOptions) (*graph.Table, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	s := newSite(t, f, func(c *Config) { c.Limits.Timeout = 10 * time.Millisecond })
	res, body := get(t, s, consoleURL("RETURN 1", ""))
	if res.StatusCode != http.StatusGatewayTimeout || !strings.Contains(body, "ran longer than 10ms") {
		t.Errorf("status %d: %s", res.StatusCode, mainOf(t, body))
	}
}

func TestSavedQueries(t *testing.T) {
	lib, err := cypher.LoadFS(fstest.MapFS{
		"schema.cypher": {Data: []byte("CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x);\n")},
		"queries/ask/alumni.cypher": {Data: []byte("// title: Who worked at a company\n// category: companies\n// description: Everyone said to have worked there.\n" +
			"// param: company string = \"Harbor & Grid\" — its name\n// param: n int\n// access: read\nMATCH (c:Company {name: $company}) RETURN c LIMIT $n\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t, newFake(), func(c *Config) { c.Library = lib })
	_, body := get(t, s, "/console")
	if !strings.Contains(body, `<a href="/console?saved=ask%2falumni" rel="nofollow">Who worked at a company</a>`) {
		t.Errorf("the saved query is not offered:\n%s", mainOf(t, body))
	}
	_, body = get(t, s, "/console?saved=ask%2falumni")
	text := html.UnescapeString(body)
	for _, want := range []string{"\nMATCH (c:Company {name: $company}) RETURN c LIMIT $n</textarea>", "Everyone said to have worked there.",
		`<option selected>string</option>`, `<input id="p-company" name="p.company" value="Harbor & Grid"`, `data-typeahead="company" aria-describedby="d-company">`, ">its name</span>",
		`<option selected>number</option>`, `<input id="p-n" name="p.n" value=""`} {
		if !strings.Contains(text, want) {
			t.Errorf("page lacks %s", want)
		}
	}
}

// Each page's Cypher opens in the console with the statement and the parameter that make the page's list.
func TestCypherBehindThePages(t *testing.T) {
	files, err := os.ReadDir("behind")
	if err != nil {
		t.Fatal(err)
	}
	unused := map[string]bool{}
	for _, f := range files {
		unused[strings.TrimSuffix(f.Name(), ".cypher")] = true
	}
	s := newSite(t, newFake())
	for _, path := range []string{
		"/", "/search?q=a", "/flow",
		"/person/maren-oskarsson", "/person/maren-oskarsson?part=mentions", "/person/paula-quist",
		"/company/harbor-grid", "/technology/kelpdb", "/show/deep-water", "/episode/deep-water-41",
		"/path?from=maren-oskarsson&to=wen-abara", "/explore?ids=person:maren-oskarsson",
	} {
		_, body := get(t, s, path)
		for part := range strings.SplitSeq(body, `class="behind" href="`) {
			link, _, _ := strings.Cut(part, `"`)
			u, err := url.Parse(html.UnescapeString(link))
			if err != nil || u.Path != "/console" {
				continue
			}
			for name := range unused {
				if b, _ := behindFiles.ReadFile("behind/" + name + ".cypher"); strings.TrimSpace(string(b)) == u.Query().Get("q") {
					delete(unused, name)
				}
			}
			params, err := parameters([]byte(u.Query().Get("params")))
			if err != nil {
				t.Errorf("%s: %v", link, err)
			}
			for _, name := range []string{"id", "nodes", "q"} {
				if strings.Contains(u.Query().Get("q"), "$"+name) != (params[name] != nil) {
					t.Errorf("%s: parameter %s", link, name)
				}
			}
			if res, _ := get(t, s, u.String()); res.StatusCode != http.StatusOK {
				t.Errorf("%s: status %d", link, res.StatusCode)
			}
		}
	}
	if len(unused) > 0 {
		t.Errorf("no page links to %v", unused)
	}
}

func TestCells(t *testing.T) {
	edge := map[string]any{"id": "5:1", "type": "WORKED_AT", "start": "4:x:1", "end": "4:2", "properties": map[string]any{}}
	firm := map[string]any{"id": "4:2", "labels": []any{"Thing"}, "properties": map[string]any{"n": int64(1)}}
	tests := []struct {
		name string
		in   any
		want cell
	}{
		{"null", nil, cell{Text: "null", Class: "null"}},
		{"integer", int64(-3), cell{Text: "-3", Class: "number"}},
		{"float", 0.1, cell{Text: "0.1", Class: "number"}},
		{"true", true, cell{Text: "true"}},
		{"text", "a", cell{Text: "a"}},
		{"node with a page", personNode(maren), cell{Text: "Maren Oskarsson", Href: "/person/maren-oskarsson", Kind: graph.KindPerson}},
		{"node without", firm, cell{Text: "(:Thing {n: 1})"}},
		{"relationship", edge, cell{Text: "[:WORKED_AT]"}},
		{"path", map[string]any{"nodes": []any{personNode(maren), firm}, "relationships": []any{edge}}, cell{Text: `(:Entity:Person "Maren Oskarsson")-[:WORKED_AT]->(:Thing {n: 1})`, Class: "long"}},
		{"path backwards", map[string]any{"nodes": []any{firm, personNode(maren)}, "relationships": []any{edge}}, cell{Text: `(:Thing {n: 1})<-[:WORKED_AT]-(:Entity:Person "Maren Oskarsson")`, Class: "long"}},
		{"list", []any{"a", int64(1), nil}, cell{Text: `["a", 1, null]`}},
		{"map", map[string]any{"b": "x", "a": []any{}}, cell{Text: `{a: [], b: "x"}`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, newCell(tt.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzParameters(f *testing.F) {
	for _, seed := range []string{`{}`, `{"a": 1, "b": [1.5e3, {"c": null}]}`, `[]`, `{"n": 1e400}`, ` `} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		params, err := parameters(text)
		if err != nil && params != nil {
			t.Errorf("both %v and %v", params, err)
		}
	})
}

func TestConsoleSuggests(t *testing.T) {
	f := newFake()
	message := "One of the labels in your query is not available in the database, make sure you didn't misspell it or that the label is available when you run this statement in your application (the missing label name is: Persn)"
	f.query = func(_ context.Context, statement string, _ map[string]any, _ graph.QueryOptions) (*graph.Table, error) {
		if strings.HasPrefix(statement, "EXPLAIN\n") {
			return nil, &graph.QueryError{Code: "Neo.ClientError.Statement.SyntaxError", Message: "Unknown function 'cuont'; did you mean 'count'?", Line: 2, Column: 3, Offset: 10}
		}
		return &graph.Table{Columns: []string{"n"}, Notices: []graph.Notice{{Message: message, Line: 1, Column: 10}}}, nil
	}
	s := newSite(t, f)
	_, body := get(t, s, consoleURL("MATCH (n:Persn) RETURN n", ""))
	if !strings.Contains(body, "Did you mean <code>Person</code>?") {
		t.Errorf("no label is suggested: %s", mainOf(t, body))
	}
	_, body = get(t, s, strings.Replace(consoleURL("  cuont(1)", ""), "run=1", "run=explain", 1))
	if !strings.Contains(body, "<p>Unknown function &#39;cuont&#39;</p>") || !strings.Contains(body, "Did you mean <code>count</code>?") || !strings.Contains(body, "Line 1, column 3") {
		t.Errorf("no function is suggested: %s", mainOf(t, body))
	}
	_, body = ask(t, s, "POST", "/api/v1/query", `{"query":"EXPLAIN\n cuont(1)"}`, "Content-Type", "application/json")
	if got := decode[problem](t, body); got.Wrong != "cuont" || got.Suggestion != "count" || got.Line != 2 {
		t.Errorf("problem %+v", got)
	}
}

func TestConsoleShowsAPlan(t *testing.T) {
	rows, hits, nanos := int64(1200), int64(0), int64(1_500_000)
	f := newFake()
	f.query = func(_ context.Context, statement string, _ map[string]any, opts graph.QueryOptions) (*graph.Table, error) {
		if statement != "PROFILE\nMATCH (n) RETURN n" || !opts.ReadOn {
			t.Errorf("ran %q with %+v", statement, opts)
		}
		return &graph.Table{Columns: []string{"n"}, Plan: &graph.Step{Operator: "ProduceResults", Details: "n", EstimatedRows: 10, Rows: &rows, DBHits: &hits, Nanos: &nanos,
			Children: []graph.Step{{Operator: "AllNodesScan", EstimatedRows: 10, Rows: &rows, DBHits: &hits}}}}, nil
	}
	_, body := get(t, newSite(t, f), strings.Replace(consoleURL("MATCH (n) RETURN n", ""), "run=1", "run=profile", 1))
	for _, want := range []string{"ProduceResults", "AllNodesScan", "rows 1,200, store hits 0, 1.500 ms, estimated 10"} {
		if !strings.Contains(body, want) {
			t.Errorf("page lacks %q: %s", want, mainOf(t, body))
		}
	}
	checkMarkup(t, body)
}

func TestAPISchemaAndQueries(t *testing.T) {
	lib, err := cypher.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t, newFake(), func(c *Config) {
		c.Library = lib
		c.Check = func(statement string) error {
			if statement == "CALL db.labels" {
				return &graph.QueryError{Code: "Neo.ClientError.Statement.AccessMode"}
			}
			return nil
		}
	})
	_, body := get(t, s, "/api/v1/schema")
	if got := decode[graph.Catalog](t, body); len(got.Labels) != 2 || len(got.Functions) != 1 || len(got.Procedures) != 0 {
		t.Errorf("schema %+v; a procedure that may not be called is not offered", got)
	}
	_, body = get(t, s, "/api/v1/queries")
	got := decode[listing[cypher.Query]](t, body)
	if len(got.Results) != len(lib.Questions()) || got.Results[0].Text == "" {
		t.Errorf("%d queries", len(got.Results))
	}
}
