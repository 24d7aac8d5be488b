package web

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func newSite(t testing.TB, g Graph, change ...func(*Config)) *Server {
	t.Helper()
	cfg := Config{Graph: g, Version: "1.2.3"}
	for _, c := range change {
		c(&cfg)
	}
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ask(t testing.TB, s *Server, method, target, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	res := w.Result()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(b)
}

func get(t testing.TB, s *Server, target string, headers ...string) (*http.Response, string) {
	t.Helper()
	return ask(t, s, http.MethodGet, target, "", headers...)
}

func decode[T any](t *testing.T, body string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("decode %.200s: %v", body, err)
	}
	return v
}

var blankLines = regexp.MustCompile(`\n\s*\n+`)

// mainOf cuts the page's own part out and drops empty lines.
func mainOf(t *testing.T, page string) string {
	t.Helper()
	start, end := strings.Index(page, "<main"), strings.Index(page, "</main>")
	if start < 0 || end < start {
		t.Fatalf("no <main> in %.300s", page)
	}
	return blankLines.ReplaceAllString(page[start:end], "\n") + "</main>\n"
}

func TestPagesGolden(t *testing.T) {
	f := newFake()
	f.home.Episodes, f.home.People, f.home.Companies, f.home.Techs = f.home.Episodes[:2], f.home.People[:2], f.home.Companies[:2], f.home.Techs[:2]
	f.query = func(_ context.Context, statement string, params map[string]any, opts graph.QueryOptions) (*graph.Table, error) {
		return &graph.Table{Columns: []string{"person", "n"}, Rows: [][]any{{personNode(maren), int64(7)}, {nil, 1.5}}, Truncated: true, Millis: 4}, nil
	}
	s := newSite(t, f, func(c *Config) { c.BoltURI, c.Contact = "bolt://127.0.0.1:7687", "mailto:hello@example.org" })
	for name, path := range map[string]string{
		"home":       "/",
		"person":     "/person/maren-oskarsson",
		"host":       "/person/paula-quist",
		"company":    "/company/harbor-grid",
		"unknown":    "/company/quarry-labs",
		"technology": "/technology/kelpdb",
		"show":       "/show/deep-water",
		"episode":    "/episode/deep-water-41",
		"bare":       "/episode/night-ops-7",
		"search":     "/search?q=mo&type=person",
		"nothing":    "/search?q=zzz",
		"found":      "/search?q=e&offset=2",
		"meant":      "/search?q=mraen",
		"console":    "/console?q=MATCH+(p)+RETURN+p&params=%7B%22id%22%3A+%22a%22%7D&run=1",
		"explore":    "/explore?ids=person:maren-oskarsson,company:tidewater-systems,company:harbor-grid,episode:deep-water-41,show:deep-water,nobody",
		"start":      "/explore",
		"choices":    "/explore?ids=person:maren-oskarsson&add=a",
		"about":      "/about",
		"path":       "/path?from=person:maren-oskarsson&to=wen-abara",
		"path-ask":   "/path?from=a&to=zzz&max=4",
		"path-none":  "/path?from=maren-oskarsson&to=rust&hops=worked",
		"path-start": "/path",
		"flow":       "/flow?limit=20",
		"flow-none":  "/flow?company=Quarry+Labs&since=2020",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, s, path)
			if res.StatusCode != http.StatusOK {
				t.Fatalf("status %d: %s", res.StatusCode, body)
			}
			golden(t, name, mainOf(t, body))
		})
	}
}

// fileHash is what tells builds of a file apart.
var fileHash = regexp.MustCompile(`\.[0-9a-f]{8}\.(js|css)\b`)

func golden(t *testing.T, name, got string) {
	t.Helper()
	got = fileHash.ReplaceAllString(got, ".HASH.$1")
	file := filepath.Join("testdata", name+".html")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test ./web -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", file, diff)
	}
}

func personNode(ref graph.Ref) map[string]any {
	return map[string]any{"id": "4:x:1", "labels": []any{"Entity", "Person"}, "properties": map[string]any{"id": ref.ID, "name": ref.Name}}
}

// Every fact must be shown with its quote, its episode and its time.
func TestPersonShowsEvidence(t *testing.T) {
	_, body := get(t, newSite(t, newFake()), "/person/maren-oskarsson")
	for _, want := range []string{
		`Paula talks with <mark>Maren Oskarsson, co-founder and CEO of Tidewater Systems</mark> and former`, // quote in its sentence
		`<span class="status current">works there</span> <span class="roles"><bdi>co-founder and CEO</bdi>`,
		`as of <time datetime="2025-11-06T06:00:00Z">6 Nov 2025</time>`,
		`href="/episode/deep-water-41#b17">in its description</a>`,
		`href="/episode/night-ops-7#t754"><span class="sr">at </span>12:34</a>`, // chapter time
		`uncertain, 0.62`,
		`<summary>1 more statement</summary>`,
		`href="https://maren.example/notes" rel="nofollow noopener"`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("page lacks %s", want)
		}
	}
	main := mainOf(t, body)
	current, former, unknown := strings.Index(main, "/company/tidewater"), strings.Index(main, "/company/harbor"), strings.Index(main, "/company/quarry")
	if current > former || former > unknown {
		t.Error("companies are not in the order current, former, unknown")
	}
}

func TestCompanyFoldsEvidenceOfMany(t *testing.T) {
	f := newFake()
	page := f.companies[harbor.ID]
	for i := range 8 {
		j := wenCurrent
		j.Person = graph.Ref{Kind: graph.KindPerson, ID: "p" + string(rune('a'+i)), Name: "P"}
		page.Jobs = append(page.Jobs, j)
	}
	_, body := get(t, newSite(t, f), "/company/harbor-grid")
	if n := strings.Count(body, "<summary>What was said</summary>"); n != 9 {
		t.Errorf("%d folded people, want 9", n)
	}
}

func TestEmptyGraphSaysWhatToDo(t *testing.T) {
	f := newFake()
	f.home = &graph.HomePage{}
	_, body := get(t, newSite(t, f), "/")
	if !strings.Contains(body, "guestgraph load") || strings.Contains(body, "Most connected") {
		t.Error("the first page of an empty graph does not help")
	}
}

func TestNewNeedsGraph(t *testing.T) {
	if _, err := New(Config{}); err == nil {
		t.Fatal("New took a Config without a Graph")
	}
}

// Every part says how much of it is shown and leads to the rest; the page of one part leads back and on.
func TestPartsSayHowMuchIsShown(t *testing.T) {
	s := newSite(t, newFake())
	for path, want := range map[string][]string{
		"/person/maren-oskarsson":                            {"10 of 1,204 shown", `href="/person/maren-oskarsson?part=coworkers">See all 1,204</a>`},
		"/person/maren-oskarsson?part=coworkers&offset=1100": {"1,101–1,200 of 1,204", `href="/person/maren-oskarsson?offset=1000&amp;part=coworkers" rel="prev"`, `href="/person/maren-oskarsson?offset=1200&amp;part=coworkers" rel="next"`, `<a href="/person/maren-oskarsson">everything`},
		"/person/maren-oskarsson?part=coworkers&offset=5000": {"Nothing this far on", `rel="prev"`},
		"/company/harbor-grid":                               {"10 of 31 shown", "5 of 12 shown", `href="/company/harbor-grid?part=sponsored&amp;year=2023">12</a>`},
		"/technology/kelpdb?part=mentions&year=2025":         {"Only episodes of <strong>2025</strong>", `href="/technology/kelpdb?part=mentions">All years`},
		"/technology/kelpdb":                                 {`href="/technology/kelpdb?part=mentions&amp;with=technology%3Asqlite">3`, `href="/technology/kelpdb?part=mentions&amp;with=person%3Amaren-oskarsson">1`},
		"/show/deep-water?year=2025":                         {"Only episodes of <strong>2025</strong>", `part=episodes&amp;year=2025">See all 41`},
	} {
		res, body := get(t, s, path)
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
		for _, w := range want {
			if !strings.Contains(body, w) {
				t.Errorf("%s lacks %s", path, w)
			}
		}
	}
	for _, path := range []string{"/person/maren-oskarsson?part=pets", "/person/maren-oskarsson?offset=10", "/person/maren-oskarsson?part=jobs&offset=-1", "/company/harbor-grid?part=mentions&year=x",
		"/technology/kelpdb?part=mentions&with=kelp", "/company/harbor-grid?part=mentions&with=technology:sqlite", "/show/deep-water?with=technology:sqlite"} {
		if res, _ := get(t, s, path); res.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d, want 400", path, res.StatusCode)
		}
	}
}

// A part of every node's page is as sound a page as the whole.
func TestPartPagesAreSound(t *testing.T) {
	s := newSite(t, newFake())
	for path, kind := range map[string]graph.Kind{"/person/maren-oskarsson": graph.KindPerson, "/company/harbor-grid": graph.KindCompany,
		"/technology/kelpdb": graph.KindTechnology, "/show/deep-water": graph.KindShow} {
		for _, part := range graph.Parts(kind) {
			_, body := get(t, s, path+"?part="+part)
			checkMarkup(t, body)
			checkHeadings(t, body)
			if !strings.Contains(body, `class="behind"`) {
				t.Errorf("%s?part=%s does not lead to its Cypher", path, part)
			}
		}
	}
}
