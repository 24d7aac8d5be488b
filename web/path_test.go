package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

func TestPathEnds(t *testing.T) {
	s := newSite(t, newFake())
	long := strings.Repeat("a b ", 2500)
	tests := []struct {
		name, query string
		has, lacks  []string
	}{
		{"refs", "from=person:maren-oskarsson&to=person:wen-abara", []string{"2 of 143 shortest paths, 2 hops each", `href="/path?from=person:wen-abara&amp;to=person:maren-oskarsson"`}, []string{"Which is meant"}},
		{"ids", "from=maren-oskarsson&to=wen-abara", []string{`value="Maren Oskarsson"`, `href="/path?from=person:maren-oskarsson&amp;to=person:wen-abara"`}, nil},
		{"names", "from=maren oskarsson&to=Wen Abara", []string{"2 of 143 shortest paths"}, nil},
		{"the ref that a script put in", "from=Maren Oskarsson&from-ref=person:maren-oskarsson&to=wen-abara", []string{"2 of 143"}, nil},
		{"a name typed over it", "from=Idris Vale&from-ref=person:maren-oskarsson&to=wen-abara", []string{`value="Idris Vale"`}, []string{`value="Maren`}},
		{"ambiguous", "from=quar&to=a", []string{`value="Quarry Labs"`, "Which is meant"}, []string{"No path"}},
		{"unknown", "from=zzz&to=wen-abara", []string{"Nothing in the graph is called that", `<a href="/search?q=zzz">`}, nil},
		{"very long", "from=" + long + "&to=" + long, []string{"Nothing in the graph is called that"}, []string{long[:1000], "/search?q=a"}},
		{"the same", "from=wen-abara&to=person:wen-abara", []string{"Both ends are the same"}, []string{"No path"}},
		{"none", "from=wen-abara&to=rust&hops=worked", []string{"No path was found", "Take every type of hop", "up to 8 hops"}, nil},
		{"none however far", "from=wen-abara&to=rust&max=8&hops=" + joinHops(graph.HopTypes(), ","), []string{"No path was found"}, []string{"Take every type", "up to 8 hops\n"}},
		{"one end", "from=wen-abara", []string{`value="Wen Abara"`}, []string{"No path", "Paths to try"}},
		{"neither", "", []string{"Paths to try", "Maren Oskarsson to Harbor"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res, body := get(t, s, "/path?"+strings.ReplaceAll(tt.query, " ", "+"))
			if res.StatusCode != http.StatusOK {
				t.Fatalf("status %d", res.StatusCode)
			}
			for _, want := range tt.has {
				if !strings.Contains(body, want) {
					t.Errorf("page lacks %s", want)
				}
			}
			for _, not := range tt.lacks {
				if strings.Contains(body, not) {
					t.Errorf("page has %.80s", not)
				}
			}
		})
	}
}

// What the form sends when nobody chose is asked as if nothing was chosen: the graph widens the search by itself.
func TestUsualHopsAreNoChoice(t *testing.T) {
	_, body := get(t, newSite(t, newFake()), "/path?from=maren-oskarsson&to=wen-abara&hops=worked&hops=created&hops=made&hops=guest&hops=hosted")
	if strings.Contains(body, "hops=worked,created") {
		t.Error("the permalink has the usual hops in it")
	}
}

func TestParsePathQuery(t *testing.T) {
	tests := []struct {
		query      string
		hops       []graph.HopType
		max, limit int
		bad        bool
	}{
		{query: ""},
		{query: "hops=mentioned,worked,worked", hops: []graph.HopType{graph.HopWorked, graph.HopMentioned}},
		{query: "hops=guest&hops=created,%20made&max=8&limit=25", hops: []graph.HopType{graph.HopCreated, graph.HopMade, graph.HopGuest}, max: 8, limit: 25},
		{query: "hops=,"},
		{query: "hops=WORKED_AT", bad: true},
		{query: "max=0", bad: true}, {query: "max=9", bad: true}, {query: "max=x", bad: true}, {query: "limit=-1", bad: true}, {query: "limit=26", bad: true},
	}
	for _, tt := range tests {
		values, err := url.ParseQuery(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		q, err := parsePathQuery(values)
		if (err != nil) != tt.bad {
			t.Errorf("%s: %v", tt.query, err)
		}
		if !tt.bad && (!slices.Equal(q.hops, tt.hops) || q.max != tt.max || q.limit != tt.limit) {
			t.Errorf("%s = %v, %d, %d", tt.query, q.hops, q.max, q.limit)
		}
	}
}

// The address of a view leads to the same view.
func FuzzPathAddress(f *testing.F) {
	for _, seed := range []string{"", "hops=worked,made&max=3&from=person:a&to=b", "hops=mentioned&hops=mentioned", "limit=25&from=https://x/?a=b%26c", "max=9", "from=%ff%00&to=a:b,c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		values, err := url.ParseQuery(text)
		if err != nil {
			return
		}
		q, err := parsePathQuery(values)
		if err != nil {
			return
		}
		from, to := values.Get("from"), values.Get("to")
		again, err := url.Parse(q.href("/path", from, to))
		if err != nil {
			t.Fatal(err)
		}
		if again.Path != "/path" || again.Host != "" || again.Query().Get("from") != from || again.Query().Get("to") != to {
			t.Errorf("%q leads to %q", text, again)
		}
		back, err := parsePathQuery(again.Query())
		if err != nil || !cmp.Equal(back.hops, q.hops) || back.max != q.max || back.limit != q.limit {
			t.Errorf("%q is read as %+v and, from its address, as %+v: %v", text, q, back, err)
		}
	})
}

func TestHopWords(t *testing.T) {
	for _, h := range graph.HopTypes() {
		for _, status := range []string{"current", "former", "unknown"} {
			if hopWords(h, true, status) == "" || hopWords(h, false, status) == "" || hopLabel(h) == "" {
				t.Errorf("%s, %s: no words", h, status)
			}
		}
	}
	if hopWords(graph.HopWorked, false, "former") != "employed" || hopWords(graph.HopMentioned, false, "") != "mentioned in" {
		t.Error("words read along the path are wrong")
	}
}

func TestFlowFilters(t *testing.T) {
	s := newSite(t, newFake())
	for path, want := range map[string]string{
		"/flow":                                          "3 of 57 moves shown",
		"/flow?company=harbor-grid&people=2":             `To and from <bdi>Harbor &amp; Grid</bdi>`,
		"/flow?company=person:maren-oskarsson":           "Nothing in the graph is called that",
		"/flow?company=quarry+labs":                      "No moves of this kind were found",
		"/flow?company=harbor-grid&to=kelpdb":            "No company is called so",
		"/flow?company=harbor-grid&to=tidewater-systems": "<title>Moves from Harbor &amp; Grid to Tidewater Systems",
		"/flow?since=2020&until=2023":                    `value="2020"`,
		"/flow?company=ar":                               "Which is meant",
		"/flow?company=" + strings.Repeat("x", 9000):     "Nothing in the graph is called that",
	} {
		if res, body := get(t, s, path); res.StatusCode != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%.60s: status %d, or lacks %s", path, res.StatusCode, want)
		}
	}
	for _, path := range []string{"/flow?since=1", "/flow?until=x", "/flow?people=0", "/flow?limit=101", "/path?hops=x", "/path?max=99"} {
		if res, _ := get(t, s, path); res.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
	}
}
