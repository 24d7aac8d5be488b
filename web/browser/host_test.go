package browser

import (
	"context"
	"encoding/json"
	"html/template"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
)

// A host is another site that has the widget in its pages, under a policy that allows nothing but it.
type host struct {
	*httptest.Server
	page *template.Template
}

// newHost serves testdata/host.html. Its address says what the element is told: ?episode=, ?limit=, …; notes= how much
// stands above it, page-lang= and page-dir= what the page is in, server= where the widget comes from.
func newHost(t *testing.T) *host {
	t.Helper()
	page, err := template.ParseFiles("testdata/host.html")
	must(t, err)
	h := &host{page: page}
	h.Server = httptest.NewServer(http.HandlerFunc(h.serve))
	t.Cleanup(h.Close)
	return h
}

func (h *host) serve(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/":
	case "/host.css":
		w.Header().Set("Content-Type", "text/css")
		_, _ = w.Write([]byte(".roomy { display: block; min-block-size: 30rem }"))
		return
	default:
		w.WriteHeader(http.StatusNoContent) // the icon
		return
	}
	query := r.URL.Query()
	take := func(name, usual string) string {
		defer query.Del(name)
		if v := query.Get(name); v != "" {
			return v
		}
		return usual
	}
	server := take("server", "")
	notes, _ := strconv.Atoi(take("notes", "3"))
	lang, dir := take("page-lang", "en"), take("page-dir", "ltr")
	attributes := map[template.HTMLAttr]string{}
	for name := range query {
		attributes[template.HTMLAttr(name)] = query.Get(name) // names are the test's own
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; script-src "+server+"; connect-src "+server+"; base-uri 'none'; require-trusted-types-for 'script'")
	_ = h.page.Execute(w, map[string]any{"Server": server, "Lang": lang, "Dir": dir, "Notes": make([]struct{}, notes), "Attributes": attributes})
}

func (h *host) address(query url.Values) string { return h.URL + "/?" + query.Encode() }

// hostileServer serves the real widget with an answer that no sane server gives.
func hostileServer(t *testing.T, s *suite) *httptest.Server {
	t.Helper()
	const (
		markup = `<img src=x onerror=alert(1)><script>alert(1)</script>`
		turned = "abc\u202egnp.exe\u2066"
	)
	bad := map[string]any{"type": "../../evil", "id": `"><script>`, "name": markup + turned}
	episode := func(url string) map[string]any {
		return map[string]any{"id": "x/../y", "title": markup + strings.Repeat("x", 10_000), "show": bad, "published": "no day", "url": url}
	}
	var results []any
	for _, address := range []string{"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "https://pod.example/fine"} {
		results = append(results, map[string]any{"episode": episode(address), "reasons": []any{map[string]any{"kind": "constructor", "entity": bad}}})
	}
	body, err := json.Marshal(map[string]any{"episode": episode(""), "results": results})
	must(t, err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if r.URL.Path == "/api/v1/related" {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(body)
			return
		}
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(s.script(r.Context(), t))
	}))
	t.Cleanup(server.Close)
	return server
}

// script reads the widget from the site.
func (s *suite) script(ctx context.Context, t *testing.T) []byte {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.site.URL+"/widget.js", nil)
	if err != nil {
		t.Error(err)
		return nil
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Error(err)
		return nil
	}
	defer func() { _ = res.Body.Close() }() // it was read
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Error(err)
	}
	return body
}
