package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestEmbedPageGolden(t *testing.T) {
	s := newSite(t, newFake(), func(c *Config) { c.PublicURL = "https://graph.example" })
	for name, path := range map[string]string{
		"embed":        "/embed",
		"embed-chosen": "/embed?ref=episode:deep-water-41&episode=Building+KelpDB+at+the+edge+of+the+sea&limit=2&theme=dark&lang=de&heading=More",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, s, path)
			if res.StatusCode != http.StatusOK {
				t.Fatalf("status %d: %s", res.StatusCode, body)
			}
			checkHeadings(t, body)
			golden(t, name, mainOf(t, body))
		})
	}
}

func TestEmbedChooses(t *testing.T) {
	s := newSite(t, newFake())
	for query, want := range map[string]string{
		"episode=deep-water-41":                                "deep-water-41",
		"episode=https://deepwater.example/41":                 "deep-water-41",
		"ref=episode:night-ops-7":                              "night-ops-7",
		"ref=episode:night-ops-7&episode=deep-water-41":        "deep-water-41", // the box says otherwise by now
		"ref=episode:nobody&episode=deep-water-41":             "deep-water-41",
		"ref=person:maren-oskarsson&episode=nothing+of+a+sort": "",
	} {
		_, body := get(t, s, "/embed?"+query)
		got := ""
		if _, rest, ok := strings.Cut(body, `data-ref="episode:`); ok {
			got, _, _ = strings.Cut(rest, `"`)
		}
		if got != want {
			t.Errorf("%s chooses %q, want %q", query, got, want)
		}
		if want == "" && !strings.Contains(body, "Not found") {
			t.Errorf("%s: nothing says that there is none", query)
		}
	}
	for _, query := range []string{"limit=21", "limit=x", "episode=" + strings.Repeat("a", 2049)} {
		if res, _ := get(t, s, "/embed?"+query); res.StatusCode != http.StatusBadRequest {
			t.Errorf("%.30s: status %d", query, res.StatusCode)
		}
	}
}

// The snippet is markup that a browser reads back as what was chosen, with the links in it.
func TestSnippetReadsBack(t *testing.T) {
	const heading = `"><script>alert('1')</script>+&`
	s := newSite(t, newFake())
	_, page := get(t, s, "/embed?ref=episode:deep-water-41&limit=3&heading="+url.QueryEscape(heading))
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	code := ""
	for n := range doc.Descendants() {
		if attr(n, "id") == "code-element" && n.FirstChild != nil {
			code = n.FirstChild.Data
		}
	}
	snippet, err := html.Parse(strings.NewReader(code))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for n := range snippet.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		seen[n.Data]++
		switch n.Data {
		case "script":
			if attr(n, "src") != "http://example.com/widget.js" || attr(n, "type") != "module" {
				t.Errorf("script: %+v", n.Attr)
			}
		case "related-episodes":
			if attr(n, "episode") != "deep-water-41" || attr(n, "limit") != "3" || attr(n, "heading") != heading {
				t.Errorf("element: %+v", n.Attr)
			}
		}
	}
	if seen["script"] != 1 || seen["related-episodes"] != 1 || seen["a"] != 2 {
		t.Errorf("snippet %s holds %v", code, seen)
	}
}

func TestEmbedOfHostileText(t *testing.T) {
	f := hostile()
	s := newSite(t, f)
	for _, path := range []string{"/embed?ref=episode:x", "/embed?episode=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/embed?ref=episode:x&heading=%22%3E%3Cscript%3E&lang=%22%3E&theme=%22%3E"} {
		res, body := get(t, s, path)
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
		checkMarkup(t, strings.ReplaceAll(body, `http://example.com/`, "/"))
	}
}
