package extract_test

import (
	"slices"
	"testing"

	"guestgraph/extract"
)

// A namesTest is a text and the names it tells of one kind, in order.
type namesTest struct {
	text string
	want []string
}

// namesOf checks which names of one kind texts tell, and that each has its quote.
func namesOf(t *testing.T, kind string, of func(*extract.Facts) []extract.Mention, tests []namesTest) {
	x := extract.New()
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			ep := extract.Episode{ID: "a", Text: tt.text}
			f := x.Extract(ep)
			checkQuotes(t, &ep, f)
			var got []string
			for _, m := range of(f) {
				got = append(got, m.Name)
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("%s %q, want %q", kind, got, tt.want)
			}
		})
	}
}
