package graph

import (
	"strings"
	"testing"
	"time"

	"guestgraph/extract"
)

func TestTitle(t *testing.T) {
	text := "Try our course today! Nadia talks with Maya Lindqvist about sharding. More follows.\n00:00 Intro"
	at := strings.Index(text, "Maya")
	guest := []extract.Mention{{Name: "Maya Lindqvist", Evidence: []extract.Evidence{{Start: at, End: at + len("Maya Lindqvist")}}}}
	long := strings.Repeat("word ", 40)
	for _, c := range []struct {
		name string
		doc  Document
		want string
	}{
		{"its own", Document{Episode: extract.Episode{Title: " Sharding ", Text: text}}, "Sharding"},
		{"the guest's sentence", Document{extract.Episode{Text: text}, extract.Facts{Guests: guest}}, "Nadia talks with Maya Lindqvist about sharding."},
		{"the beginning", Document{Episode: extract.Episode{Text: long}}, strings.TrimSpace(long[:80]) + "…"},
		{"the id", Document{Episode: extract.Episode{ID: "e-1"}}, "e-1"},
		{"bad offsets", Document{extract.Episode{Text: "short"}, extract.Facts{Guests: guest}}, "short"},
	} {
		if got := c.doc.title(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHash(t *testing.T) {
	doc := Document{Episode: extract.Episode{ID: "a", Text: "text"}, Facts: extract.Facts{ID: "a"}}
	first, err := doc.hash("1")
	if err != nil {
		t.Fatal(err)
	}
	changed := doc
	changed.Episode.Text = "texts"
	richer := doc
	richer.Facts.Title = "title"
	for name, other := range map[string]func() (string, error){
		"extractor": func() (string, error) { return doc.hash("2") },
		"text":      func() (string, error) { return changed.hash("1") },
		"facts":     func() (string, error) { return richer.hash("1") },
	} {
		if h, err := other(); err != nil || h == first {
			t.Errorf("another %s has the same hash", name)
		}
	}
	if again, _ := doc.hash("1"); again != first {
		t.Error("the same document has two hashes")
	}
}

func TestPublished(t *testing.T) {
	oslo := time.FixedZone("", 3600)
	for _, c := range []struct {
		doc  Document
		want string
	}{
		{Document{Episode: extract.Episode{Published: time.Date(2024, 1, 1, 0, 30, 0, 0, oslo)}}, "2023-12-31T23:30:00Z"},
		{Document{Facts: extract.Facts{Published: "2024-01-01T00:30:00+01:00"}}, "2023-12-31T23:30:00Z"},
		{Document{Facts: extract.Facts{Published: "spring"}}, ""},
	} {
		if got := c.doc.published(); got != c.want {
			t.Errorf("published = %q, want %q", got, c.want)
		}
	}
}
