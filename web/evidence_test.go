package web

import (
	"testing"

	"guestgraph/graph"
)

// TestEvidencePlace holds where a quote is said to stand, and that its time links only to a chapter on the page.
func TestEvidencePlace(t *testing.T) {
	at := 75.0
	episode := graph.EpisodeRef{ID: "e1"}
	for _, tt := range []struct {
		in, place, placeHref, timeHref string
	}{
		{"", "", "/episode/e1#b5", "/episode/e1#t75"}, {"title", "title", "", ""}, {"credit", "credits", "", ""}, {"transcript", "transcript", "", ""},
	} {
		e := newEvidence(graph.Statement{Episode: episode, Quote: "Go", Start: 5, End: 7, In: tt.in, At: &at, Context: "Google and Go, say"})
		if e.Place != tt.place || e.PlaceHref != tt.placeHref || e.TimeHref != tt.timeHref || e.Time != "1:15" {
			t.Errorf("in %q: %+v", tt.in, e)
		}
		if e.Before != "Google and " || e.After != ", say" {
			t.Errorf("in %q: before %q, after %q", tt.in, e.Before, e.After)
		}
	}
}
