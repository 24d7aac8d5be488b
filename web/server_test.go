package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"guestgraph/graph"
)

func TestSecurityHeaders(t *testing.T) {
	s := newSite(t, newFake())
	for _, path := range []string{"/", "/person/nobody", "/api/v1/search?q=a", "/api/v1/nowhere", "/healthz", s.assets.byName["style.css"]} {
		res, _ := get(t, s, path)
		csp := res.Header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("%s: policy %q lacks %s", path, csp, want)
			}
		}
		if strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin", "X-Frame-Options": "DENY"} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		if res.Header.Get("Permissions-Policy") == "" || res.Header.Get("Set-Cookie") != "" {
			t.Errorf("%s: Permissions-Policy %q, Set-Cookie %q", path, res.Header.Get("Permissions-Policy"), res.Header.Get("Set-Cookie"))
		}
	}
}

func TestStatuses(t *testing.T) {
	tests := []struct {
		method, path string
		status       int
		kind         string
		allow        string
	}{
		{"GET", "/person/maren-oskarsson", 200, "text/html; charset=utf-8", ""},
		{"HEAD", "/person/maren-oskarsson", 200, "text/html; charset=utf-8", ""},
		{"GET", "/person/nobody", 404, "text/html; charset=utf-8", ""},
		{"GET", "/episode/nobody", 404, "text/html; charset=utf-8", ""},
		{"GET", "/person/%zz", 404, "text/html; charset=utf-8", ""},
		{"GET", "/nowhere", 404, "text/html; charset=utf-8", ""},
		{"POST", "/person/maren-oskarsson", 405, "text/html; charset=utf-8", "GET, HEAD, OPTIONS"},
		{"DELETE", "/api/v1/person/maren-oskarsson", 405, "application/problem+json", "GET, HEAD, OPTIONS"},
		{"GET", "/api/v1/query", 405, "application/problem+json", "POST, OPTIONS"},
		{"OPTIONS", "/api/v1/search", 204, "", "GET, HEAD, OPTIONS"},
		{"GET", "/api/v1/nowhere", 404, "application/problem+json", ""},
		{"GET", "/api/v1/person/nobody", 404, "application/problem+json", ""},
		{"GET", "/api/v1/search", 400, "application/problem+json", ""},
		{"GET", "/api/v1/search?q=a&type=planet", 400, "application/problem+json", ""},
		{"GET", "/api/v1/search?q=a&limit=101", 400, "application/problem+json", ""},
		{"GET", "/search?q=" + strings.Repeat("a", 201), 400, "text/html; charset=utf-8", ""},
		{"GET", "/console?saved=none", 404, "text/html; charset=utf-8", ""},
		{"GET", "/static/style.css", 404, "application/problem+json", ""},
		{"GET", "/robots.txt", 200, "text/plain; charset=utf-8", ""},
		{"GET", "/healthz", 200, "text/plain; charset=utf-8", ""},
		{"GET", "/readyz", 200, "text/plain; charset=utf-8", ""},
	}
	s := newSite(t, newFake())
	for _, tt := range tests {
		t.Run(tt.method+" "+tt.path, func(t *testing.T) {
			r := httptest.NewRequest(tt.method, "/", nil)
			path, query, _ := strings.Cut(tt.path, "?")
			r.URL.Path, r.URL.RawQuery = path, query
			res := serve(s, r).Result()
			if res.StatusCode != tt.status || res.Header.Get("Content-Type") != tt.kind || res.Header.Get("Allow") != tt.allow {
				t.Errorf("got %d %q, Allow %q", res.StatusCode, res.Header.Get("Content-Type"), res.Header.Get("Allow"))
			}
		})
	}
}

func TestIDsMayHoldAnything(t *testing.T) {
	f := newFake()
	id := "https://pod.example/?p=1 2&x=ä/%2F"
	f.episodes[id] = &graph.EpisodePage{EpisodeRef: graph.EpisodeRef{ID: id, Title: "Odd id"}}
	s := newSite(t, f)
	for _, path := range []string{href(graph.KindEpisode, id), "/api/v1" + href(graph.KindEpisode, id), "/api/v1" + href(graph.KindEpisode, id) + "/related"} {
		if res, body := get(t, s, path); res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d: %.200s", path, res.StatusCode, body)
		}
	}
}

func TestFailuresHideTheCause(t *testing.T) {
	f := newFake()
	f.broken = errors.New("dial bolt://secret-host:7687")
	s := newSite(t, f)
	for _, path := range []string{"/", "/person/x", "/api/v1/person/x", "/api/v1/search?q=a"} {
		res, body := get(t, s, path)
		if res.StatusCode != http.StatusInternalServerError || strings.Contains(body, "secret-host") {
			t.Errorf("%s: status %d: %s", path, res.StatusCode, body)
		}
	}
	f.ready = errors.New("down")
	if res, _ := get(t, s, "/readyz"); res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
		t.Errorf("readyz: status %d", res.StatusCode)
	}
	f.broken = fmt.Errorf("run: %w", context.DeadlineExceeded)
	if res, _ := get(t, s, "/"); res.StatusCode != http.StatusGatewayTimeout {
		t.Errorf("slow graph: status %d", res.StatusCode)
	}
}

func TestPanicBecomesAPage(t *testing.T) {
	f := newFake()
	f.home = nil // the page reads through it
	res, body := get(t, newSite(t, f), "/")
	if res.StatusCode != http.StatusInternalServerError || !strings.Contains(body, "<main") {
		t.Errorf("status %d: %.200s", res.StatusCode, body)
	}
}

func TestETag(t *testing.T) {
	s := newSite(t, newFake())
	for _, path := range []string{"/", "/api/v1/episode/deep-water-41", "/api/v1/episode/deep-water-41/related", "/api/v1/search?q=a", "/api/v1/openapi.json", s.assets.byName["style.css"]} {
		res, _ := get(t, s, path)
		tag := res.Header.Get("ETag")
		if tag == "" {
			t.Errorf("%s: no ETag", path)
			continue
		}
		for _, header := range []string{tag, `"other", ` + strings.TrimPrefix(tag, "W/"), "*"} {
			res, body := get(t, s, path, "If-None-Match", header)
			if res.StatusCode != http.StatusNotModified || body != "" {
				t.Errorf("%s with %s: status %d", path, header, res.StatusCode)
			}
		}
		if res, _ := get(t, s, path, "If-None-Match", `"other"`); res.StatusCode != http.StatusOK {
			t.Errorf("%s with another tag: status %d", path, res.StatusCode)
		}
	}
}

func TestGzip(t *testing.T) {
	s := newSite(t, newFake())
	_, plain := get(t, s, "/")
	res, body := get(t, s, "/", "Accept-Encoding", "br, gzip;q=0.8")
	if res.Header.Get("Content-Encoding") != "gzip" || res.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("headers %v", res.Header)
	}
	zr, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(zr); err != nil || string(got) != plain {
		t.Errorf("unzipped page differs: %v", err)
	}
	for _, refuse := range []string{"", "br", "gzip;q=0"} {
		if res, _ := get(t, s, "/", "Accept-Encoding", refuse); res.Header.Get("Content-Encoding") != "" {
			t.Errorf("Accept-Encoding %q was answered with gzip", refuse)
		}
	}
}

func TestAssetsAreImmutable(t *testing.T) {
	s := newSite(t, newFake())
	_, page := get(t, s, "/")
	links := regexp.MustCompile(`"(/static/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) != 4 {
		t.Fatalf("links to files: %v", links)
	}
	for _, m := range links {
		res, _ := get(t, s, m[1])
		if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: status %d, Cache-Control %q", m[1], res.StatusCode, res.Header.Get("Cache-Control"))
		}
	}
}

func TestCORSIsForReading(t *testing.T) {
	s := newSite(t, newFake())
	for path, want := range map[string]string{"/api/v1/search?q=a": "*", "/api/v1/person/nobody": "*", "/": "", "/console": ""} {
		if res, _ := get(t, s, path, "Origin", "https://pod.example"); res.Header.Get("Access-Control-Allow-Origin") != want {
			t.Errorf("%s: Access-Control-Allow-Origin %q, want %q", path, res.Header.Get("Access-Control-Allow-Origin"), want)
		}
	}
	res, _ := ask(t, s, "POST", "/api/v1/query", `{"query":"RETURN 1"}`, "Content-Type", "application/json", "Origin", "https://pod.example")
	if res.StatusCode != http.StatusOK || res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("query: status %d, Access-Control-Allow-Origin %q", res.StatusCode, res.Header.Get("Access-Control-Allow-Origin"))
	}
}

func TestMetrics(t *testing.T) {
	s := newSite(t, newFake())
	get(t, s, "/person/maren-oskarsson")
	get(t, s, "/person/nobody")
	get(t, s, "/console?q=RETURN+1&run=1")
	_, body := get(t, s, "/metrics")
	for _, want := range []string{
		`guestgraph_build_info{version="1.2.3"} 1`,
		`guestgraph_http_request_seconds_count{route="/person/{id}",code="200"} 1`,
		`guestgraph_http_request_seconds_count{route="/person/{id}",code="404"} 1`,
		`guestgraph_console_queries_total{outcome="ok"} 1`,
		`guestgraph_console_queries_running 0`,
	} {
		if !strings.Contains(body, want+"\n") {
			t.Errorf("metrics lack %s in:\n%s", want, body)
		}
	}
}

// Serve lets a running request finish after it was told to stop.
func TestServeStopsGracefully(t *testing.T) {
	f := newFake()
	started := make(chan struct{})
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		close(started)
		time.Sleep(50 * time.Millisecond)
		return &graph.Table{Columns: []string{"late"}}, nil
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	site := newSite(t, f)
	go func() { served <- site.Serve(ctx, ln) }()
	answered := make(chan string, 1)
	go func() {
		res, err := http.Get("http://" + ln.Addr().String() + "/console?q=RETURN+1&run=1")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer func() { _ = res.Body.Close() }()
		body, _ := io.ReadAll(res.Body)
		answered <- string(body)
	}()
	<-started
	stop()
	if body := <-answered; !strings.Contains(body, "<code>late</code>") {
		t.Errorf("the running request got %.200s", body)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

// An id that decisions merged into another leads there, on pages and in the API.
func TestMoved(t *testing.T) {
	f := newFake()
	f.broken = fmt.Errorf("person: %w", &graph.MovedError{To: graph.Ref{Kind: graph.KindPerson, ID: "ada-example", Name: "Ada Example"}})
	s := newSite(t, f)
	for from, to := range map[string]string{
		"/person/ada-e":        "/person/ada-example",
		"/api/v1/person/ada-e": "/api/v1/person/ada-example",
	} {
		res, _ := get(t, s, from)
		if res.StatusCode != http.StatusMovedPermanently || res.Header.Get("Location") != to {
			t.Errorf("%s: status %d to %q, want a redirect to %s", from, res.StatusCode, res.Header.Get("Location"), to)
		}
	}
}
