package browser

import (
	"context"
	"os"
	"testing"
)

// A suite is what the tests share: one site with the sample, one Chromium, and the pages that a crawl found.
type suite struct {
	ctx     context.Context
	program *Program
	site    *Site
	browser *Browser
	pages   []Page
}

// TestBrowser holds all tests with a real browser, for starting one takes seconds.
func TestBrowser(t *testing.T) {
	chromium := os.Getenv("GUESTGRAPH_TEST_BROWSER")
	if chromium == "" {
		t.Skip("GUESTGRAPH_TEST_BROWSER names no Chromium")
	}
	s := start(t, chromium)
	t.Run("Editor", s.testEditor)
	t.Run("Pages", s.testPages)
	t.Run("Keyboard", s.testKeyboard)
	t.Run("Explorer", s.testExplorer)
	t.Run("Canvas", s.testCanvas)
	t.Run("CanvasPhone", s.testCanvasPhone)
	t.Run("Console", s.testConsole)
	t.Run("Hostile", s.testHostile)
	t.Run("Widget", s.testWidget)
	t.Run("NoScript", s.testNoScript)
	t.Run("Neo4jBrowser", s.testNeo4jBrowser)
}

func start(t *testing.T, chromium string) *suite {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	s := suite{ctx: ctx}
	var err error
	if s.program, err = Build(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { must(t, s.program.Remove()) })
	s.site = s.serve(t, "--demo")
	if s.browser, err = Start(ctx, chromium); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.browser.Close)
	if s.pages, err = s.site.Pages(ctx); err != nil {
		t.Fatal(err)
	}
	return &s
}

func (s *suite) serve(t *testing.T, args ...string) *Site {
	t.Helper()
	site, err := s.program.Serve(s.ctx, args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { must(t, site.Close()) })
	return site
}

// tab opens a tab that closes with the test, in which nothing may go wrong.
func (s *suite) tab(t *testing.T, v View) *Tab {
	t.Helper()
	tab, err := s.browser.Tab(v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, bad := range tab.Errors() {
			t.Errorf("the page reported: %s", bad)
		}
		tab.Close()
	})
	return tab
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
