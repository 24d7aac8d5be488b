package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// testNoScript visits the pages and the forms as somebody whose browser runs no scripts.
func (s *suite) testNoScript(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, View{Name: "noscript", Width: 1200, Height: 900, NoScript: true})
	for _, page := range s.pages {
		t.Run(page.Name, func(t *testing.T) {
			must(t, tab.Open(s.site.URL+page.Path))
			tab.Errors()
			text, err := Eval[string](tab, `document.querySelector("main").innerText`)
			must(t, err)
			if len(text) < 60 || strings.Contains(text, "Loading") {
				t.Errorf("%s shows only %q", page.Path, text)
			}
			if ran, err := Eval[bool](tab, `Boolean(document.querySelector("[role=combobox], canvas"))`); ran || err != nil {
				t.Fatalf("scripts ran: %v", err)
			}
		})
	}
	t.Run("search", func(t *testing.T) {
		must(t, tab.Open(s.site.URL))
		must(t, tab.Type("#find", "planetscale"+kb.Enter))
		must(t, tab.Wait(`location.pathname === "/search" && document.querySelector("main a[href^='/company/planetscale']")`))
	})
	t.Run("console", func(t *testing.T) {
		must(t, tab.Open(s.site.URL+"/console"))
		must(t, tab.Type("textarea[name=q]", "MATCH (c:Company {id: 'planetscale'}) RETURN c.name AS name"))
		must(t, tab.Do(chromedp.Click(chromedp.CSS("form.ask button.primary"))))
		must(t, tab.Wait(`document.querySelector("#result td")?.innerText === "PlanetScale"`))
	})
}
