package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// testKeyboard walks through every page with the Tab key alone: it reaches all there is to use, and shows where it is.
func (s *suite) testKeyboard(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, Views()[0])
	for _, page := range s.pages {
		t.Run(page.Name, func(t *testing.T) {
			must(t, tab.Open(s.site.URL+page.Path))
			must(t, tab.Settle())
			tab.Errors() // testPages looks at them
			tour, err := tab.Tour()
			must(t, err)
			if len(tour) < 5 {
				t.Errorf("the page has only %d things to use", len(tour))
			}
			for _, stop := range tour {
				if !stop.Reached {
					t.Errorf("Tab never reaches %s", stop.What)
				} else if !stop.Visible {
					t.Errorf("the focus does not show on %s", stop.What)
				}
			}
		})
	}
	t.Run("skip link", func(t *testing.T) {
		must(t, tab.Open(s.site.URL+"/about"))
		must(t, tab.Press(kb.Tab))
		must(t, tab.Press(kb.Enter))
		must(t, tab.Wait(`document.activeElement.id === "main"`))
	})
}
