package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harm tells what a page holds that only ingested text could have brought in.
const harm = `(() => {
	const found = [];
	if (window.hacked !== undefined) found.push("a script of the text ran");
	const look = root => { for (const e of root.querySelectorAll("*")) {
		for (const a of e.attributes) {
			if (/^on/i.test(a.name)) found.push(a.name + " on " + e.outerHTML.slice(0, 120));
			if (["href", "src", "action", "formaction", "data", "xlink:href"].includes(a.name) && /^[\s\u0000-\u001f]*(javascript|data|vbscript):/i.test(a.value) && e.localName !== "img") found.push(a.name + "=" + a.value.slice(0, 80));
		}
		if (["base", "object", "embed", "math", "marquee"].includes(e.localName) || e.matches("meta[http-equiv=refresh], script:not([src]):not([type$=json]), iframe[srcdoc]")) found.push(e.outerHTML.slice(0, 120));
		if (e.shadowRoot) look(e.shadowRoot);
	} };
	look(document);
	const text = document.body.innerText;
	const bidi = text.match(/.{0,20}[\u202a-\u202e\u2066-\u2069].{0,20}/u);
	if (bidi) found.push("a bidirectional control in " + JSON.stringify(bidi[0]));
	return found;
})()`

// testHostile serves what a malicious feed could hold and looks at the pages that show it.
func (s *suite) testHostile(t *testing.T) {
	t.Parallel()
	site := s.serve(t, "--demo", "--decisions", "testdata/hostile.decisions", "testdata/hostile.jsonl", "testdata/hostile.xml", longLine(t))
	pages, err := site.Crawl(s.ctx, "/person/ada-verne", 2)
	must(t, err)
	pages = append(pages, Page{Name: "search-img", Path: "/search?q=%3Cimg+src%3Dx+onerror%3Dhacked%3D1%3E"}, Page{Name: "search-ada", Path: "/search?q=ada"},
		Page{Name: "marks", Path: "/episode/zalgo"}, Page{Name: "long line", Path: "/episode/long-line"},
		Page{Name: "explore-ada", Path: "/explore?ids=person:ada-verne,company:fernworks,technology:brook"},
		Page{Name: "path-ada", Path: "/path?from=person:ada-verne&to=company:planetscale"},
		Page{Name: "console-nodes", Path: "/console?run=1&q=MATCH+(n)-[r]->(m)+WHERE+n.name+CONTAINS+'hacked'+OR+m.name+CONTAINS+'hacked'+RETURN+n,r,m,n.name+LIMIT+50"})
	tab := s.tab(t, Views()[0])
	shown := 0
	for _, page := range pages {
		t.Run(page.Name, func(t *testing.T) {
			must(t, tab.Open(site.URL+page.Path))
			must(t, tab.Settle())
			found, err := Eval[[]string](tab, harm)
			must(t, err)
			for _, f := range append(found, tab.Errors()...) {
				if !strings.Contains(f, "status of 404") {
					t.Errorf("%s: %s", page.Path, f)
				}
			}
			if names, err := Eval[bool](tab, `document.body.innerText.includes("onerror=hacked=1")`); names {
				shown++
			} else {
				must(t, err)
			}
			width, err := Eval[[]int](tab, widths)
			must(t, err)
			if width[0] > width[1] {
				t.Errorf("%s is %d pixels wide in a window of %d: %s", page.Path, width[0], width[1], tab.sticking())
			}
		})
	}
	if shown < 6 {
		t.Errorf("only %d of %d pages show a hostile name: the test looks in the wrong places", shown, len(pages))
	}
	t.Run("suggestions", func(t *testing.T) {
		must(t, tab.Open(site.URL))
		must(t, tab.Type("#find", "<img src"))
		must(t, tab.Wait(`document.querySelector("[role=listbox] [role=option]")`))
		found, err := Eval[[]string](tab, harm)
		must(t, err)
		for _, f := range found {
			t.Error(f)
		}
	})
}

// longLine is a file with an episode whose description has a line of a megabyte, and a word as long as a page is wide many times.
func longLine(t *testing.T) string {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": "long-line", "show": "Night Vault", "title": "Ada Verne " + strings.Repeat("W", 2000), "published": "2024-05-05",
		"text": "Ada Verne, CTO of Fernworks, on PostgreSQL.\n" + strings.Repeat("PostgreSQL <b>", 1<<20/14) + "\n" + strings.Repeat("x", 5000)})
	must(t, err)
	path := filepath.Join(t.TempDir(), "long.jsonl")
	must(t, os.WriteFile(path, fmt.Appendln(line), 0o600))
	return path
}
