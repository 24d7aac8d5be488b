package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"guestgraph/graph"
)

// hostile fills every page with what a malicious feed could hold.
func hostile() *fakeGraph {
	const (
		script = `<script>alert(1)</script><img src=x onerror=alert(1)>`
		bidi   = "abc\u202egnp.exe\u2066\u2069"
	)
	long := strings.Repeat("x", 1<<20)
	bad := graph.Ref{Kind: graph.KindPerson, ID: `"><script>alert(1)</script>`, Name: script + bidi}
	firm := graph.Ref{Kind: graph.KindCompany, ID: "../../admin?x=1#y", Name: "{{.}}" + script}
	tech := graph.Ref{Kind: graph.KindTechnology, ID: "javascript:alert(1)", Name: bidi}
	show := graph.Ref{Kind: graph.KindShow, ID: "//evil.example", Name: script}
	ep := graph.EpisodeRef{ID: "https://evil.example/?a=b", Title: script + bidi, Show: show, Published: `2025"><script>`, URL: "javascript:alert(1)"}
	text := script + "\n" + `<a href="javascript:alert(1)" onclick="alert(1)">click</a> <a href="data:text/html,x">d</a> <p style="x">p</p><iframe src=//evil.example>in</iframe>` + bidi + long
	said := func(quote string) graph.Statement {
		at := strings.Index(text, quote)
		return graph.Statement{Episode: ep, Quote: quote, Start: at, End: at + len(quote), Context: text, Confidence: 1}
	}
	outside := graph.Statement{Episode: ep, Quote: "q", Start: -5, End: 1 << 40, Context: "no such", In: `"><script>`}
	job := graph.Job{Person: bad, Company: firm, Roles: []string{script}, Status: script, AsOf: script, Said: said("<script>alert(1)</script>")}
	making := graph.Making{Maker: bad, Technology: tech, Role: script, Said: outside}
	urls := []string{"javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>", "//evil.example", "/console", "http:", "https://user@evil.example/", "vbscript:x"}
	f := newFake()
	f.home = &graph.HomePage{Counts: graph.Counts{Episodes: 1}, Episodes: []graph.EpisodeRef{ep}, Shows: []graph.Counted{{Entity: show}},
		People: []graph.Counted{{Entity: bad}}, Companies: []graph.Counted{{Entity: firm}}, Techs: []graph.Counted{{Entity: tech}}}
	f.persons = map[string]*graph.PersonPage{"x": {Ref: bad, Aliases: []string{script, bidi, long}, URLs: urls, Jobs: []graph.Job{job}, Created: []graph.Making{making},
		Coworkers: []graph.Coworker{{Person: bad, Company: firm, Mine: []graph.Job{job}, Theirs: []graph.Job{job}}},
		Episodes:  []graph.Appearance{{Person: bad, Episode: ep, Part: script}}, MentionsIn: []graph.Statement{said("click"), outside},
		Timeline: []graph.Told{{Episode: ep, Parts: []string{script}, Jobs: []graph.Job{job}, Created: []graph.Making{making}, Named: &outside}, {Episode: ep, Named: &outside}},
		Dates:    []graph.Dated{{Part: "job", Company: &firm, Status: script, Month: "2020-01", N: 1}, {Part: script, Month: "2024-05", N: -1}, {Part: "guest", Month: script, N: 1 << 40}},
		Totals:   graph.Totals{"coworkers": 1 << 40}}}
	f.companies = map[string]*graph.CompanyPage{"x": {Ref: firm, URLs: urls, Jobs: []graph.Job{job}, Makes: []graph.Making{making}, Sponsored: []graph.Statement{outside}, MentionsIn: []graph.Statement{outside},
		Went: []graph.Mover{{Person: bad, Left: job, Joined: job}}, Came: []graph.Mover{{Person: bad, Left: job, Joined: job}}, Years: []graph.YearCount{{Part: script, Year: script, N: 1}, {Part: "mentions", Year: "1", N: 1}, {Part: "mentions", Year: "9999", N: 1}}}}
	f.technologies = map[string]*graph.TechnologyPage{"x": {Ref: tech, Class: script, URLs: urls, MadeBy: []graph.Making{making}, SeenWith: []graph.Counted{{Entity: tech}}, Guests: []graph.Talker{{Person: bad, Said: outside}}, MentionsIn: []graph.Statement{outside}}}
	f.shows = map[string]*graph.ShowPage{"x": {Ref: show, Totals: graph.Totals{"episodes": 1}, Hosts: []graph.Counted{{Entity: bad}}, Guests: []graph.Counted{{Entity: bad}}, Episodes: []graph.EpisodeRef{ep}, Passages: []graph.Statement{outside}, Years: []graph.ShowYear{{Year: script, Top: []graph.Counted{{Entity: bad}}}}}}
	f.episodes = map[string]*graph.EpisodePage{"x": {EpisodeRef: ep, Text: text, AudioURL: "file:///etc/passwd", Hosts: []graph.Mentioned{{Entity: bad, Said: []graph.Statement{said("click")}}}, Guests: []graph.Mentioned{{Entity: bad, Said: []graph.Statement{outside}}}, Jobs: []graph.Job{job}, Makings: []graph.Making{making},
		People: []graph.Mentioned{{Entity: bad, Said: []graph.Statement{said("click"), outside}}}, Sponsors: []graph.Mentioned{{Entity: firm, Said: []graph.Statement{outside}}},
		Chapters: []graph.ChapterLine{{Start: -1, Title: script, Entities: []graph.Ref{bad}}, {Start: -1, Title: long}}}}
	f.related = map[string][]graph.Related{"x": {{Episode: ep, Reasons: []graph.Reason{{Entity: bad, Text: script + bad.Name + script}}}}}
	tie := graph.Tie{Roles: []string{script}, Status: script, AsOf: script, Said: said("click")}
	f.piece = &graph.Piece{Nodes: []graph.PieceNode{{Ref: bad, Counts: map[graph.Kind]int{graph.KindCompany: 3}}, {Ref: firm}, {Ref: tech}, {Ref: show}},
		Edges: []graph.PieceEdge{{From: bad, To: firm, Type: "WORKED_AT", Date: script, Said: []graph.Tie{tie, {Role: script, Said: outside}}, Total: 2}, {From: bad, To: tech, Type: script, Said: []graph.Tie{{Said: outside}}}}}
	f.query = func(_ context.Context, _ string, _ map[string]any, _ graph.QueryOptions) (*graph.Table, error) {
		return &graph.Table{Columns: []string{script}, Rows: [][]any{{script, bidi, long, personNode(bad), map[string]any{script: []any{script}}}}}, nil
	}
	f.hostilePaths(bad, firm, job)
	return f
}

func TestHostileTextIsHarmless(t *testing.T) {
	s := newSite(t, hostile(), withPhrases(t))
	evil := url.QueryEscape("\"><script>alert(1)</script>\u202e")
	for _, path := range []string{"/", "/person/x", "/company/x", "/technology/x", "/show/x", "/show/x?part=episodes&with=person:" + evil, "/person/x?part=timeline", "/company/x?part=went", "/technology/x?part=mentions&with=technology:" + evil, "/episode/x", "/search?q=" + evil, "/console?run=1&q=" + evil + "&params=" + url.QueryEscape(`{"a":1}`),
		"/ask", "/ask/moves", "/ask/role?role=" + evil, "/ask/both?company=" + evil + "&other=harbor&other-ref=" + evil, "/ask/" + evil, "/search?offset=1&type=person&q=who+worked+at+" + evil,
		"/console?run=1&q=x&params=" + evil, "/nowhere/" + evil,
		"/explore?ids=x", "/explore?ids=" + evil + "&add=" + evil, "/explore?ids=x&expand=company,person:x&drop=x", "/explore?expand=company," + evil, "/explore?expand=" + evil,
		"/path?from=maren-oskarsson&to=wen-abara", "/path?from=" + evil + "&to=" + evil, "/path?from=harbor&from-ref=" + evil, "/flow", "/flow?company=" + evil, "/path?from=%ff%00&from-ref=person:%ff&to=%fe"} {
		t.Run(path, func(t *testing.T) {
			res, body := get(t, s, path)
			if res.StatusCode >= 500 {
				t.Fatalf("status %d", res.StatusCode)
			}
			if strings.ContainsAny(body, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
				t.Error("bidirectional control characters reach the page")
			}
			if len(body) > 1<<20 {
				t.Errorf("the page has %d bytes; long text was not cut", len(body))
			}
			checkMarkup(t, body)
		})
	}
}

// checkMarkup parses a page as a browser does and refuses what only ingested text could have brought in.
func checkMarkup(t *testing.T, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			if attr(n, "type") == "application/ld+json" {
				checkLinked(t, n)
			} else if attr(n, "type") == "application/json" && json.Valid([]byte(n.FirstChild.Data)) && !strings.Contains(n.FirstChild.Data, "<") {
				continue // data, which no browser runs
			} else if src := attr(n, "src"); !strings.HasPrefix(src, "/static/") && src != "/widget.js" || n.FirstChild != nil {
				t.Errorf("script in the page: src=%q", src)
			}
		case "img", "iframe", "style", "object", "embed", "base":
			t.Errorf("<%s> in the page", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s %s=%q> in the page", n.Data, a.Key, a.Val)
			}
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("id %q stands twice in the page", a.Val)
				}
				ids[a.Val] = true
			}
			if a.Key == "href" || a.Key == "src" || a.Key == "action" {
				checkLink(t, n, a.Val)
			}
		}
	}
}

// checkLinked: facts for machines are one JSON value, in which the page's own markup cannot end.
func checkLinked(t *testing.T, n *html.Node) {
	t.Helper()
	var value struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if attr(n, "src") != "" || n.FirstChild == nil || n.FirstChild != n.LastChild {
		t.Error("JSON-LD is not one text")
	} else if err := json.Unmarshal([]byte(n.FirstChild.Data), &value); err != nil || value.Context == "" || len(value.Graph) == 0 {
		t.Errorf("JSON-LD does not parse: %v", err)
	}
	for _, o := range value.Graph {
		same, _ := o["sameAs"].([]any)
		for _, address := range same {
			if s, ok := address.(string); !ok || !strings.HasPrefix(s, "http") {
				t.Errorf("JSON-LD names the address %v", address)
			}
		}
	}
}

func checkLink(t *testing.T, n *html.Node, address string) {
	t.Helper()
	u, err := url.Parse(address)
	switch {
	case err != nil:
		t.Errorf("link to %q: %v", address, err)
	case u.Scheme == "" && u.Host == "" && !strings.HasPrefix(address, "//"):
	case n.Data == "link" && attr(n, "rel") == "alternate" && u.Host == "example.com": // absolute, of the site itself
	case u.Scheme != "http" && u.Scheme != "https":
		t.Errorf("link to %q", address)
	case attr(n, "rel") != "nofollow noopener":
		t.Errorf("outgoing link to %q has rel=%q", address, attr(n, "rel"))
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPagesAreSound(t *testing.T) {
	s := newSite(t, newFake())
	for _, path := range []string{"/", "/person/maren-oskarsson", "/company/harbor-grid", "/technology/kelpdb", "/show/deep-water", "/episode/deep-water-41", "/search?q=a", "/console", "/about", "/nowhere",
		"/explore", "/explore?ids=person:maren-oskarsson,company:tidewater-systems", "/explore?ids=person:maren-oskarsson&add=a", "/explore?ids=x"} {
		t.Run(path, func(t *testing.T) {
			_, body := get(t, s, path)
			checkMarkup(t, body)
			checkHeadings(t, body)
		})
	}
}

// checkHeadings wants one h1 and no level left out on the way down.
func checkHeadings(t *testing.T, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	last, firsts := 0, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		level := int(n.Data[1] - '0')
		if level == 1 {
			firsts++
		}
		if level > last+1 {
			t.Errorf("h%d follows h%d", level, last)
		}
		last = level
	}
	if firsts != 1 {
		t.Errorf("%d h1", firsts)
	}
}

func TestOutgoing(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
		" http://example.org ":        "http://example.org",
		"HTTPS://example.org":         "https://example.org",
		"javascript:alert(1)":         "", "mailto:a@example.org": "", "//example.org": "", "/console": "", "https:": "",
		"https://user:pass@example.org": "", "https://[::1": "", "": "",
	} {
		if got := outgoing(in); got != want {
			t.Errorf("outgoing(%q) = %q, want %q", in, got, want)
		}
	}
}

// No request, however its path is bent, may be answered with a redirect.
func TestNoRedirects(t *testing.T) {
	s := newSite(t, newFake())
	for _, path := range []string{"//evil.example", "//evil.example/%2e%2e", "/person//evil.example", "/person/", "/person/..", "/./about", "/%2f%2fevil.example", `/\evil.example`, "/about/", "/search?next=https://evil.example"} {
		r, err := http.NewRequest(http.MethodGet, "http://localhost", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.Opaque = "" // the path goes in as it came over the wire
		raw, query, _ := strings.Cut(path, "?")
		r.URL.RawPath, r.URL.RawQuery = raw, query
		if r.URL.Path, err = url.PathUnescape(raw); err != nil {
			t.Fatal(err)
		}
		w := serve(s, r)
		if w.Code >= 300 && w.Code < 400 || w.Header().Get("Location") != "" {
			t.Errorf("%s: status %d to %q", path, w.Code, w.Header().Get("Location"))
		}
	}
}

func serve(s *Server, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}
