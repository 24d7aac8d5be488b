package web

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a reader of feeds sees, by namespaces.
type readFeed struct {
	Channel struct {
		Title string     `xml:"title"`
		Links []readLink `xml:"http://www.w3.org/2005/Atom link"`
		Items []struct {
			GUID    string `xml:"guid"`
			Persons []struct {
				Role string `xml:"role,attr"`
				Href string `xml:"href,attr"`
				Name string `xml:",chardata"`
			} `xml:"https://podcastindex.org/namespace/1.0 person"`
			Links []readLink `xml:"http://www.w3.org/2005/Atom link"`
		} `xml:"item"`
	} `xml:"channel"`
}

type readLink struct {
	Rel   string `xml:"rel,attr"`
	Type  string `xml:"type,attr"`
	Href  string `xml:"href,attr"`
	Title string `xml:"title,attr"`
}

func TestRelatedFeed(t *testing.T) {
	s := newSite(t, newFake())
	res, body := get(t, s, "/show/deep-water/related.xml?limit=2")
	var feed readFeed
	if err := xml.Unmarshal([]byte(body), &feed); err != nil || res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/rss+xml" {
		t.Fatalf("status %d, %v: %s", res.StatusCode, err, body)
	}
	c := feed.Channel
	const page = "http://example.com/show/deep-water/related.xml?limit=2&offset="
	if c.Title != "Deep Water" || len(c.Items) != 2 {
		t.Fatalf("feed: %s", body)
	}
	if diff := cmp.Diff([]readLink{{"self", feedKind, page + "0", ""}, {"next", feedKind, page + "2", ""}}, c.Links); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	item := c.Items[0]
	if item.GUID != "guid:deep-water-41" || len(item.Persons) != 3 || item.Persons[0].Role != "host" || item.Persons[0].Name != "Paula Quist" ||
		item.Persons[0].Href != "http://example.com/person/paula-quist" || item.Persons[1].Role != "guest" || item.Persons[1].Name != "Maren Oskarsson" {
		t.Errorf("item: %+v", item)
	}
	want := []readLink{
		{"related", "text/html", "http://example.com/episode/night-ops-7", "From pagers to products with Maren Oskarsson (Both have Maren Oskarsson as a guest)"},
		{"related", "text/html", "http://example.com/episode/deep-water-38", "Rewriting a storage engine in Rust (Maren Oskarsson and Wen Abara both worked at Harbor & Grid)"},
	}
	if diff := cmp.Diff(want, item.Links); diff != "" {
		t.Errorf("related (-want +got):\n%s", diff)
	}
	if _, last := get(t, s, "/show/deep-water/related.xml?limit=2&offset=2"); !strings.Contains(last, `rel="previous"`) {
		t.Errorf("second page: %.600s", last)
	}
	if _, past := get(t, s, "/show/deep-water/related.xml?offset=9999"); strings.Contains(past, "<item>") || strings.Contains(past, `rel="next"`) {
		t.Errorf("past the end: %s", past)
	}
	for path, status := range map[string]int{"/show/nobody/related.xml": 404, "/show/deep-water/related.xml?limit=0": 400, "/show/deep-water/related.xml?offset=-1": 400} {
		if res, _ := get(t, s, path); res.StatusCode != status {
			t.Errorf("%s: status %d, want %d", path, res.StatusCode, status)
		}
	}
}

// A feed of hostile names is well formed, and its names stay text.
func TestRelatedFeedOfHostileText(t *testing.T) {
	f := hostile()
	f.shows["x"].Episodes[0].Title += "\x00\x0b\ufffe]]>&"
	res, body := get(t, newSite(t, f), "/show/x/related.xml")
	var feed readFeed
	if err := xml.Unmarshal([]byte(body), &feed); err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("status %d, %v: %s", res.StatusCode, err, body)
	}
	if strings.Contains(body, "<script") || strings.Contains(body, "\u202e") || len(feed.Channel.Items) != 1 {
		t.Errorf("feed: %s", body)
	}
	for _, p := range feed.Channel.Items[0].Persons {
		if len([]rune(p.Name)) > 128 || !strings.HasPrefix(p.Href, "http://example.com/person/") {
			t.Errorf("person %+v", p)
		}
	}
}
