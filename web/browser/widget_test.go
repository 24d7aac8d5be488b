package browser

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	inWidget   = `document.querySelector("related-episodes").shadowRoot`
	widgetHas  = inWidget + `?.querySelector("li")`
	linksStand = inWidget + `?.querySelector("slot")`
)

// still tells what moved without a reader's doing (https://web.dev/articles/cls), how much wider than the screen the page
// is, and how much it keeps.
const still = `new Promise(done => {
	let moved = 0;
	new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) moved += e.value; }).observe({type: "layout-shift", buffered: true});
	setTimeout(() => done([moved, document.documentElement.scrollWidth - document.documentElement.clientWidth, document.cookie.length, localStorage.length + sessionStorage.length]), 100);
})`

// testWidget has the widget in pages of another site. The episode is one of the sample that two others are related to.
func (s *suite) testWidget(t *testing.T) {
	h := newHost(t)
	const episode = "dtfm-zed"
	open := func(t *testing.T, v View, query url.Values) *Tab {
		t.Helper()
		if query.Get("server") == "" {
			query.Set("server", s.site.URL)
		}
		tab := s.tab(t, v)
		must(t, tab.Open(h.address(query)))
		return tab
	}
	light, dark, phone := Views()[0], Views()[1], Views()[2]
	for _, c := range []struct {
		name  string
		view  View
		query url.Values
	}{
		{"below the fold", light, url.Values{"episode": {episode}, "notes": {"60"}}},
		{"dark", dark, url.Values{"episode": {episode}, "notes": {"60"}}},
		{"phone", phone, url.Values{"episode": {episode}, "notes": {"60"}}},
		{"with room reserved", light, url.Values{"episode": {episode}, "class": {"roomy"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := open(t, c.view, c.query)
			must(t, tab.Wait(widgetHas))
			must(t, tab.Settle())
			s.checkWidget(t, tab)
		})
	}
	t.Run("in sight", func(t *testing.T) {
		tab := open(t, light, url.Values{"episode": {episode}})
		must(t, tab.Wait(linksStand))
		must(t, tab.Settle())
		s.checkStill(t, tab)
	})
	t.Run("unknown episode", func(t *testing.T) {
		tab := open(t, light, url.Values{"guid": {"nobody"}, "notes": {"60"}})
		must(t, tab.Settle())
		must(t, tab.Wait(linksStand))
		for _, bad := range tab.Errors() {
			if !strings.Contains(bad, "404") {
				t.Error(bad)
			}
		}
	})
	t.Run("right to left", func(t *testing.T) {
		tab := open(t, light, url.Values{"episode": {episode}, "notes": {"60"}, "page-lang": {"ar-EG"}, "page-dir": {"rtl"}})
		must(t, tab.Wait(widgetHas))
		if got, err := Eval[string](tab, `[`+inWidget+`.querySelector("section").dir, `+inWidget+`.querySelector("h2").textContent].join(" ")`); err != nil || got != "rtl حلقات ذات صلة" {
			t.Errorf("the widget speaks %q, %v", got, err)
		}
	})
	t.Run("keyboard", func(t *testing.T) {
		tab := open(t, light, url.Values{"episode": {episode}, "notes": {"60"}})
		must(t, tab.Wait(widgetHas))
		must(t, tab.Press(kb.Tab))
		if got, err := Eval[string](tab, inWidget+`.activeElement?.getAttribute("part")`); err != nil || got != "title" {
			t.Errorf("the first Tab leads to %q, %v", got, err)
		}
	})
	t.Run("no script", func(t *testing.T) {
		view := light
		view.NoScript = true
		tab := open(t, view, url.Values{"episode": {episode}})
		if seen, err := Eval[bool](tab, `document.querySelector("related-episodes a").checkVisibility()`); err != nil || !seen {
			t.Errorf("the link inside is seen: %v, %v", seen, err)
		}
	})
	t.Run("hostile", func(t *testing.T) {
		tab := open(t, light, url.Values{"episode": {episode}, "notes": {"60"}, "server": {hostileServer(t, s).URL}})
		must(t, tab.Wait(widgetHas))
		links, err := Eval[[]string](tab, `[...`+inWidget+`.querySelectorAll("a")].map(a => a.protocol + " " + a.textContent.length)`)
		must(t, err)
		for _, link := range links {
			if protocol, _, _ := strings.Cut(link, " "); protocol != "http:" && protocol != "https:" {
				t.Errorf("link with %s", link)
			}
		}
		bad, err := Eval[int](tab, inWidget+`.querySelectorAll("script, img, iframe, [onerror]").length + (/[\u202a-\u202e\u2066-\u2069]/.test(`+inWidget+`.textContent) ? 1 : 0)`)
		must(t, err)
		if len(links) != 13 || bad != 0 { // six cards with a title and a name each, and where to read on
			t.Errorf("%d links, %d bad things", len(links), bad)
		}
	})
}

// checkWidget looks at a widget that has its cards.
func (s *suite) checkWidget(t *testing.T, tab *Tab) {
	t.Helper()
	s.checkStill(t, tab)
	cards, err := Eval[[]string](tab, `[...`+inWidget+`.querySelectorAll("li")].map(li => li.innerText)`)
	must(t, err)
	for _, card := range cards {
		if !strings.Contains(card, "Both ") {
			t.Errorf("a card without a reason: %q", card)
		}
	}
	if len(cards) < 2 {
		t.Errorf("cards: %q", cards)
	}
	if axe, err := os.ReadFile("../ui/node_modules/axe-core/axe.min.js"); err == nil {
		violations, err := tab.Axe(string(axe), EveryRule)
		must(t, err)
		for _, v := range violations {
			t.Error(v)
		}
	}
}

// checkStill makes sure that nothing moved, nothing is wider than the screen, and nothing was kept.
func (s *suite) checkStill(t *testing.T, tab *Tab) {
	t.Helper()
	state, err := Eval[[]float64](tab, still)
	must(t, err)
	for i, what := range []string{"layout shift", "pixels wider than the screen", "cookie", "stored items"} {
		if state[i] > 0 {
			t.Errorf("%s: %v", what, state[i])
		}
	}
}
