package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestOEmbed(t *testing.T) {
	s := newSite(t, newFake())
	for _, address := range []string{"http://example.com/episode/deep-water-41", "http://example.com/episode/deep-water-41?x=1#related", "https://deepwater.example/41"} {
		res, body := get(t, s, "/oembed?format=json&maxwidth=400&maxheight=9999&url="+url.QueryEscape(address))
		o := decode[oembed](t, body)
		want := oembed{Version: "1.0", Type: "rich", Title: "Related episodes: Building KelpDB at the edge of the sea", AuthorName: "Deep Water", AuthorURL: "http://example.com/show/deep-water",
			ProviderName: "guestgraph", ProviderURL: "http://example.com/", CacheAge: 3600, Width: 400, Height: 480,
			HTML: `<iframe src="http://example.com/embed/related/deep-water-41/frame" title="Related episodes: Building KelpDB at the edge of the sea" width="400" height="480" loading="lazy"></iframe>`}
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/json" || o != want {
			t.Errorf("%s: status %d: %s", address, res.StatusCode, body)
		}
		if res, _ := get(t, s, "/oembed?format=json&maxwidth=400&maxheight=9999&url="+url.QueryEscape(address), "If-None-Match", res.Header.Get("ETag")); res.StatusCode != http.StatusNotModified {
			t.Errorf("%s asked again: status %d", address, res.StatusCode)
		}
	}
	res, body := get(t, s, "/oembed?format=xml&url="+url.QueryEscape("http://example.com/episode/deep-water-41"))
	var o oembed
	if err := xml.Unmarshal([]byte(body), &o); err != nil || res.Header.Get("Content-Type") != "text/xml; charset=utf-8" || o.Type != "rich" || o.Width != 640 || !strings.HasPrefix(o.HTML, "<iframe ") {
		t.Errorf("xml: %v: %s", err, body)
	}
	for query, status := range map[string]int{
		"": 400, "url=http://example.com/episode/nobody": 404, "url=https://elsewhere.example/": 404, "url=http://example.com/episode/deep-water-41&format=yaml": 501,
		"url=http://example.com/episode/deep-water-41&maxwidth=0": 400, "url=http://example.com/episode/deep-water-41&maxheight=wide": 400,
	} {
		if res, _ := get(t, s, "/oembed?"+query); res.StatusCode != status {
			t.Errorf("%s: status %d, want %d", query, res.StatusCode, status)
		}
	}
}

// A consumer finds the address in the page and gets an answer there.
func TestOEmbedIsDiscovered(t *testing.T) {
	s := newSite(t, newFake())
	_, page := get(t, s, "/episode/deep-water-41")
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "link" && attr(n, "rel") == "alternate" {
			found[attr(n, "type")] = attr(n, "href")
		}
	}
	for _, kind := range []string{"application/json+oembed", "text/xml+oembed"} {
		address, ok := strings.CutPrefix(found[kind], "http://example.com")
		if !ok {
			t.Fatalf("%s at %q", kind, found[kind])
		}
		if res, body := get(t, s, address); res.StatusCode != http.StatusOK || !strings.Contains(body, "/embed/related/deep-water-41/frame") {
			t.Errorf("%s: status %d: %s", address, res.StatusCode, body)
		}
	}
	if _, page := get(t, s, "/person/maren-oskarsson"); strings.Contains(page, "oembed") {
		t.Error("a person's page offers an oEmbed")
	}
}

func TestOEmbedOfHostileText(t *testing.T) {
	s := newSite(t, hostile())
	for _, format := range []string{"json", "xml"} {
		res, body := get(t, s, "/oembed?url=http://example.com/episode/x&format="+format)
		var o oembed
		if format == "json" {
			o = decode[oembed](t, body)
		} else if err := xml.Unmarshal([]byte(body), &o); err != nil {
			t.Fatal(err)
		}
		if res.StatusCode != http.StatusOK || strings.Contains(o.HTML, "<script") || strings.Contains(o.HTML, "<img") || strings.Count(o.HTML, "<") != 2 {
			t.Errorf("%s: status %d, html %s", format, res.StatusCode, o.HTML)
		}
	}
}
