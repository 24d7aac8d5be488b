package browser

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
)

// testPages opens every page in every view: no script fails, no policy refuses, nothing is wider than the screen, and
// axe-core finds nothing.
func (s *suite) testPages(t *testing.T) {
	axe, err := os.ReadFile("../ui/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Logf("axe-core is not checked, for web/ui/node_modules is not there (make ui): %v", err)
	}
	for _, view := range Views() {
		t.Run(view.Name, func(t *testing.T) {
			t.Parallel()
			tab := s.tab(t, view)
			rules := map[string]string{"light": EveryRule, "dark": ColorRules, "phone": PlaceRules}[view.Name]
			for _, page := range s.pages {
				t.Run(page.Name, func(t *testing.T) { s.testPage(t, tab, page, string(axe), rules) })
			}
		})
	}
}

// widths are those of the page and of the window.
const widths = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"

func (s *suite) testPage(t *testing.T, tab *Tab, page Page, axe, rules string) {
	if page.Code >= 500 {
		t.Fatalf("%s answers %d", page.Path, page.Code)
	}
	must(t, tab.Open(s.site.URL+page.Path))
	must(t, tab.Settle())
	width, err := Eval[[]int](tab, widths)
	must(t, err)
	if width[0] > width[1] {
		t.Errorf("the page is %d pixels wide on a screen of %d: %s", width[0], width[1], tab.sticking())
	}
	if axe != "" {
		violations, err := tab.Axe(axe, rules)
		must(t, err)
		for _, v := range violations {
			t.Error(v)
		}
	}
	for _, bad := range tab.Errors() {
		refused := fmt.Sprintf("status of %d ", page.Code) // Chromium tells of the page's own status, too
		if page.Code == http.StatusOK || !strings.Contains(bad, refused) {
			t.Errorf("%s: %s", page.Path, bad)
		}
	}
}

// sticking names an element that makes the page wider than its screen.
func (t *Tab) sticking() string {
	what, err := Eval[string](t, `[...document.querySelectorAll("main *, header *, footer *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.outerHTML.slice(0, 200)).slice(0, 3).join(" | ")`)
	if err != nil {
		return err.Error()
	}
	return what
}
