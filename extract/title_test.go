package extract_test

import (
	"slices"
	"testing"

	"guestgraph/extract"
)

// TestTitles holds that a title alone tells who is there.
func TestTitles(t *testing.T) {
	x := extract.New()
	for title, want := range map[string][]string{
		"Trees on disk with Bo Sample":                     {"guest Bo Sample title"},
		"Bo Sample (Heapworks): Trees on disk":             {"guest Bo Sample title", "job Bo Sample,  at Heapworks, unknown title"},
		"#12: Trees on disk – Bo Sample, CEO of Heapworks": {"guest Bo Sample title", "job Bo Sample, ceo at Heapworks, current title"},
		"Bo Sample & Cara Lindqvist | Storage Hour":        {"guest Bo Sample title", "guest Cara Lindqvist title"},
		"Interview: Bo Sample from Cloudflare":             {"guest Bo Sample title", "job Bo Sample,  at Cloudflare, current title"},
		"Scaling Cloudflare's edge":                        {"company Cloudflare title"},
	} {
		ep := extract.Episode{Title: title, Text: "We talk about trees and how they grow."}
		f := x.Extract(ep)
		checkQuotes(t, &ep, f)
		got := told(f)
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%q: no %q among %q", title, w, got)
			}
		}
	}
}
