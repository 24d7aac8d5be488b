package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestWidgetScript(t *testing.T) {
	s := newSite(t, newFake())
	res, body := get(t, s, "/widget.js", "Origin", "https://pod.example")
	for name, want := range map[string]string{
		"Content-Type": "text/javascript; charset=utf-8", "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin",
		"Cache-Control": "public, max-age=3600, stale-while-revalidate=86400", "Set-Cookie": "",
	} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if res, _ := get(t, s, "/widget.js", "If-None-Match", res.Header.Get("ETag")); res.StatusCode != http.StatusNotModified {
		t.Errorf("asked again: status %d", res.StatusCode)
	}
	var zipped bytes.Buffer
	zw, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	if _, err := zw.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	if zipped.Len() > 5000 {
		t.Errorf("the widget has %d bytes gzipped, 5,000 are allowed", zipped.Len())
	}
	// What would need a looser policy on the page that embeds it, or keep something about its reader.
	for _, never := range []string{"innerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setAttribute(\"style\"", "cookie", "localStorage", "sessionStorage", "indexedDB", "import("} {
		if strings.Contains(body, never) {
			t.Errorf("the widget uses %s", never)
		}
	}
}

func TestRelatedByIDOrAddress(t *testing.T) {
	s := newSite(t, newFake())
	for _, query := range []string{"id=deep-water-41", "url=" + url.QueryEscape("https://deepwater.example/41"), "guid=deep-water-41"} {
		res, body := get(t, s, "/api/v1/related?limit=1&"+query)
		got := decode[relatedTo](t, body)
		if res.StatusCode != http.StatusOK || got.Episode.ID != epKelp.ID || len(got.Results) != 1 || got.Results[0].Episode.ID != epMove.ID {
			t.Errorf("%s: status %d: %s", query, res.StatusCode, body)
		}
		if res.Header.Get("Access-Control-Allow-Origin") != "*" || res.Header.Get("ETag") == "" || !strings.Contains(res.Header.Get("Cache-Control"), "stale-while-revalidate") {
			t.Errorf("%s: headers %v", query, res.Header)
		}
	}
	if _, body := get(t, s, "/api/v1/related?id=night-ops-7"); !strings.Contains(body, `"results":[]`) {
		t.Errorf("nothing related: %s", body)
	}
	for query, want := range map[string]int{"": 400, "id=a&guid=b": 400, "id=": 400, "url=" + strings.Repeat("a", 2049): 400, "id=deep-water-41&limit=0": 400, "guid=nobody": 404} {
		if res, _ := get(t, s, "/api/v1/related?"+query); res.StatusCode != want || res.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.40s: status %d, want %d", query, res.StatusCode, want)
		}
	}
}

func TestWordings(t *testing.T) {
	all, err := loadWordings()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Errorf("%d languages, want ten", len(all))
	}
	for lang, w := range all {
		for _, kind := range []string{"guest", "maker", "employer", "mention"} {
			if strings.Count(w.reason(kind), "{}") != 1 {
				t.Errorf("%s: %s is %q", lang, kind, w.reason(kind))
			}
		}
		if w.Heading == "" || w.Untitled == "" || w.Evidence == "" || w.Comma == "" {
			t.Errorf("%s lacks words: %+v", lang, w)
		}
	}
	for tag, want := range map[string]string{"pt-BR": "pt", "ZH-hant-TW": "zh", "": "en", "tlh": "en", "ar": "ar"} {
		if got := all.in(tag).Lang; got != want {
			t.Errorf("%q speaks %q, want %q", tag, got, want)
		}
	}
}
