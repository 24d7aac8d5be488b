package web

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"guestgraph/graph"
)

func TestEmbedGolden(t *testing.T) {
	s := newSite(t, newFake(), func(c *Config) { c.PublicURL = "https://graph.example/" })
	for name, path := range map[string]string{
		"embed-fragment": "/embed/related/deep-water-41?lang=de-AT&limit=2",
		"embed-frame":    "/embed/related/deep-water-41/frame?lang=ar&theme=dark&heading=%3Cb%3E",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, s, path)
			if res.StatusCode != http.StatusOK || res.Header.Get("Cache-Control") != cacheOpen || res.Header.Get("ETag") == "" || res.Header.Get("Access-Control-Allow-Origin") != "*" {
				t.Errorf("status %d, headers %v", res.StatusCode, res.Header)
			}
			golden(t, name, body)
		})
	}
}

// Only the page that is made for frames may be shown in one.
func TestOnlyTheFrameIsFramed(t *testing.T) {
	s := newSite(t, newFake())
	res, _ := get(t, s, "/embed/related/deep-water-41/frame")
	if csp := res.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "frame-ancestors *") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "script-src") {
		t.Errorf("policy of the frame: %q", csp)
	}
	if x := res.Header.Get("X-Frame-Options"); x != "" {
		t.Errorf("X-Frame-Options of the frame: %q", x)
	}
	for _, path := range []string{"/embed/related/deep-water-41", "/embed/related/nobody/frame", "/embed", "/oembed?url=x", "/widget.js", "/episode/deep-water-41", "/embed/related/deep-water-41/frame?limit=x"} {
		res, _ := get(t, s, path)
		if res.Header.Get("X-Frame-Options") != "DENY" || !strings.Contains(res.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'") {
			t.Errorf("%s may be framed: %v", path, res.Header)
		}
	}
}

// Whatever a feed holds, what other sites put into their pages is plain markup with plain links.
func TestEmbedsOfHostileTextAreHarmless(t *testing.T) {
	s := newSite(t, hostile())
	for _, path := range []string{"/embed/related/x", "/embed/related/x/frame", "/embed/related/x?heading=%22%3E%3Cscript%3E&lang=%22%3E%3Cscript%3E&theme=%22%3E%3Cscript%3E"} {
		res, body := get(t, s, path)
		if res.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d: %.200s", path, res.StatusCode, body)
		}
		if strings.ContainsAny(body, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") || len(body) > 1<<16 {
			t.Errorf("%s: %d bytes, with what turns text round or too long", path, len(body))
		}
		checkEmbed(t, path, body)
	}
}

func checkEmbed(t *testing.T, path, body string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "iframe", "style", "object", "embed", "base", "b":
			t.Errorf("%s: <%s>", path, n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "http://example.com/") && !strings.HasPrefix(a.Val, "/static/") {
				t.Errorf("%s: <%s %s=%q>", path, n.Data, a.Key, a.Val)
			}
		}
	}
}

func TestBase(t *testing.T) {
	s := newSite(t, newFake())
	for host, want := range map[string]string{
		"graph.example": "http://graph.example/", "graph.example:8080": "http://graph.example:8080/", "[::1]:80": "http://[::1]:80/",
		`evil"><script>`: "http://localhost/", "a b": "http://localhost/", "user@evil.example": "http://localhost/", "": "http://localhost/",
	} {
		r, err := http.NewRequest(http.MethodGet, "/embed/related/deep-water-41", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		if body := serve(s, r).Body.String(); !strings.Contains(body, `href="`+want+`episode/deep-water-41#related"`) {
			t.Errorf("host %q: %s", host, body)
		}
		r.Header.Set("X-Forwarded-Proto", "https")
		if body := serve(s, r).Body.String(); !strings.Contains(body, `href="https`+strings.TrimPrefix(want, "http")) {
			t.Errorf("host %q behind TLS: %s", host, body)
		}
	}
}

func TestPublicURLIsAnAddress(t *testing.T) {
	for _, address := range []string{"graph.example", "javascript:alert(1)", "/here"} {
		if _, err := New(Config{Graph: newFake(), PublicURL: address}); err == nil {
			t.Errorf("New took %q for the site's address", address)
		}
	}
}

func TestEpisodePage(t *testing.T) {
	const here = "http://graph.example/episode/e"
	for address, want := range map[string]string{
		"https://pod.example/41": "https://pod.example/41", "https://pod.example/?p=41": "https://pod.example/?p=41", "http://pod.example#41": "http://pod.example#41",
		"https://pod.example": here, "https://pod.example/": here, "javascript:alert(1)": here, "": here, "/41": here,
	} {
		if got := episodePage("http://graph.example", graph.EpisodeRef{ID: "e", URL: address}); got != want {
			t.Errorf("page of %q is %s, want %s", address, got, want)
		}
	}
}
