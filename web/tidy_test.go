package web

import (
	"strings"
	"testing"

	"guestgraph/graph"
)

// What a page has none of is not counted, and without any date nothing is told by year or called the newest.
func TestPagesLeaveOutWhatSaysNothing(t *testing.T) {
	f := newFake()
	x := f.technologies["kelpdb"]
	x.Aliases = []string{"KELPDB", "Kelp Store"}
	x.MadeBy, x.Totals["makers"] = nil, 0
	x.Totals["technologies"], x.Totals["companies"] = 1, 0
	x.Years = []graph.YearCount{{Part: "mentions", N: 3}}
	show := f.shows["deep-water"]
	show.Years = []graph.ShowYear{{Episodes: 3}}
	for i := range f.home.Episodes {
		f.home.Episodes[i].Published = ""
	}
	s := newSite(t, f)
	for path, c := range map[string]struct{ has, lacks []string }{
		"/technology/kelpdb": {[]string{"Also written <bdi>Kelp Store</bdi>", "named with 1 other<"}, []string{"<bdi>KELPDB", "0 makers", "By year"}},
		"/show/deep-water":   {[]string{"Episodes</h2>"}, []string{"Year by year", "by year</a>"}},
		"/":                  {[]string{"<h2>Episodes</h2>"}, []string{"Newest episodes"}},
	} {
		_, body := get(t, s, path)
		for _, want := range c.has {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %q", path, want)
			}
		}
		for _, not := range c.lacks {
			if strings.Contains(body, not) {
				t.Errorf("%s says %q", path, not)
			}
		}
	}
}
