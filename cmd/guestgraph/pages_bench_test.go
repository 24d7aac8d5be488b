package main

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"guestgraph/graph"
	"guestgraph/graph/graphtest"
	"guestgraph/web"
)

// BenchmarkPages times what the server does for each kind of page, over an embedded store on disk full of made-up
// episodes (GUESTGRAPH_BENCH_EPISODES, 1,000 without it). It reports the median and the 95th percentile in
// milliseconds. The targets with 10,000 episodes are 50 ms for pages and 20 ms for related episodes.
func BenchmarkPages(b *testing.B) {
	n := 1000
	if asked, err := strconv.Atoi(os.Getenv("GUESTGRAPH_BENCH_EPISODES")); err == nil {
		n = asked
	}
	site := generatedSite(b, n)
	for _, p := range pagesToTime(n) {
		b.Run(p.name, func(b *testing.B) {
			addresses := answered(site, p.addresses)
			if len(addresses) == 0 {
				b.Skip("no such page")
			}
			timePages(b, site, addresses)
		})
	}
}

// generatedSite is the server as serve builds it, full of n made-up episodes.
func generatedSite(b *testing.B, n int) *web.Server {
	p := &program{err: &bytes.Buffer{}, log: slog.New(slog.DiscardHandler), settings: settings{Data: b.TempDir()}}
	store, err := p.openBackend(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	if err := store.graph.EnsureSchema(b.Context()); err != nil {
		b.Fatal(err)
	}
	if _, err := store.graph.Load(b.Context(), graphtest.Generate(n), graph.LoadOptions{Version: "bench"}); err != nil {
		b.Fatal(err)
	}
	site, err := p.newServer(store, "")
	if err != nil {
		b.Fatal(err)
	}
	return site
}

type timedPage struct {
	name      string
	addresses []string // visited in turn
}

// pagesToTime lists the pages; the heavy ones are those that most of the graph hangs on.
func pagesToTime(n int) []timedPage {
	some := func(format string, from, step, count int) []string {
		var list []string
		for i := range count {
			list = append(list, fmt.Sprintf(format, from+i*step))
		}
		return list
	}
	return []timedPage{
		{"home", []string{"/"}},
		{"person", some("/person/guest-number%d", 1, 7, 40)},
		{"person-heavy", some("/person/host-number%d", 0, 1, 10)},
		{"company", some("/company/company%d", 100, 13, 40)},
		{"company-heavy", some("/company/company%d", 0, 1, 3)},
		{"technology", some("/technology/tech%d", 25, 7, 40)},
		{"technology-heavy", some("/technology/tech%d", 0, 1, 3)},
		{"episode", some("/episode/made-%d", 5, max(n/40, 1), 40)},
		{"show", some("/show/show-%d", 0, 1, 10)},
		{"search", append(some("/search?q=guest+number%d", 1, 77, 20), some("/search?q=compny%d", 1, 11, 20)...)},
		{"search-common", []string{"/search?q=company", "/search?q=guest", "/search?q=tech"}},
		{"path", some("/path?from=person:guest-number%d&to=person:host-number3", 1, 7, 40)},
		{"path-heavy", []string{"/path?from=company:company0&to=company:company1", "/path?from=person:host-number0&to=person:host-number1"}},
		{"flow", []string{"/flow"}},
		{"explore", some("/explore?ids=person:guest-number%d", 1, 7, 40)},
		{"explore-heavy", []string{"/explore?ids=company:company0", "/explore?ids=technology:tech0"}},
		{"console", []string{"/console"}},
		{"embed", []string{"/embed"}},
		{"api-suggest", some("/api/v1/search?q=gues+number%d&limit=8", 1, 7, 40)},
		{"api-related", some("/api/v1/episode/made-%d/related", 5, max(n/40, 1), 40)},
		{"embed-related", some("/embed/related/made-%d", 5, max(n/40, 1), 40)},
		{"embed-chosen", some("/embed?ref=episode:made-%d", 5, max(n/40, 1), 40)},
		{"api-related-url", some("/api/v1/related?url=http://podcast.example/made-%d/?utm_source=x", 5, max(n/40, 1), 40)},
		{"show-feed", some("/show/show-%d/related.xml", 0, 1, 40)},
	}
}

// answered visits each address once and keeps those there is a page for: not everybody that the generator knows was drawn.
func answered(site http.Handler, addresses []string) []string {
	return slices.DeleteFunc(slices.Clone(addresses), func(address string) bool {
		return visit(site, address) != http.StatusOK
	})
}

func visit(site http.Handler, address string) int {
	rec := httptest.NewRecorder()
	site.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
	return rec.Code
}

func timePages(b *testing.B, site http.Handler, addresses []string) {
	var took []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		if code := visit(site, addresses[len(took)%len(addresses)]); code != http.StatusOK {
			b.Fatalf("status %d", code)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	for _, percent := range []int{50, 95} {
		at := took[min(len(took)*percent/100, len(took)-1)]
		b.ReportMetric(float64(at.Microseconds())/1000, fmt.Sprintf("p%d-ms", percent))
	}
}
