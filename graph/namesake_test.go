package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHandlesOf(t *testing.T) {
	got := handlesOf([]string{
		"https://twitter.com/Some_One", "https://x.com/@some_one/", "https://mobile.twitter.com/other?s=20", "https://github.com/some1",
		"https://www.linkedin.com/in/some-one/", "https://de.linkedin.com/in/another", "https://bsky.app/profile/one.example",
		// No profiles of one person.
		"https://github.com/some1/tool", "https://twitter.com/someone/status/123", "https://twitter.com/search?q=one", "https://twitter.com/{{",
		"https://linkedin.com/company/acme", "https://example.org/some1", "https://github.com", "::",
	})
	want := map[string][]string{"x.com": {"other", "some_one"}, "github.com": {"some1"}, "linkedin.com": {"another", "some-one"}, "bsky.app": {"one.example"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTellApart(t *testing.T) {
	type in struct{ episode, published, show, employer, url string }
	for name, c := range map[string]struct {
		in   []in
		want map[string]string
	}{
		"one handle":                  {[]in{{"1", "2020", "a", "", "https://x.com/p"}, {"2", "2021", "b", "", "https://twitter.com/P"}}, nil},
		"two handles":                 {[]in{{"1", "2020", "a", "", "https://x.com/p"}, {"2", "2021", "b", "", "https://x.com/q"}}, map[string]string{"2": "P Q (q)"}},
		"the older one keeps the id":  {[]in{{"1", "2022", "a", "", "https://x.com/p"}, {"2", "2021", "b", "", "https://x.com/q"}}, map[string]string{"1": "P Q (p)"}},
		"two handles on one show":     {[]in{{"1", "2020", "a", "", "https://x.com/p"}, {"2", "2021", "a", "", "https://x.com/q"}}, nil},
		"two handles of one employer": {[]in{{"1", "2020", "a", "acme", "https://x.com/p"}, {"2", "2021", "b", "acme", "https://x.com/q"}}, nil},
		"handles on different sites":  {[]in{{"1", "2020", "a", "", "https://x.com/p"}, {"2", "2021", "b", "", "https://github.com/q"}}, nil},
		"tied by a third":             {[]in{{"1", "2020", "a", "acme", "https://x.com/p"}, {"2", "2021", "b", "", "https://x.com/q"}, {"3", "2022", "b", "acme", ""}}, nil},
		"three": {[]in{{"1", "2020", "a", "", "https://x.com/p"}, {"2", "2021", "b", "", "https://x.com/q"}, {"3", "2022", "c", "", "https://x.com/r"},
			{"4", "2023", "c", "", ""}, {"5", "2023", "d", "", ""}}, map[string]string{"2": "P Q (q)", "3": "P Q (r)", "4": "P Q (r)"}},
	} {
		var list []*trace
		for _, i := range c.in {
			tr := &trace{episode: i.episode, published: i.published, name: "P Q", ties: []string{"show " + i.show}, handles: handlesOf([]string{i.url})}
			if i.employer != "" {
				tr.ties = append(tr.ties, "employer "+i.employer)
			}
			list = append(list, tr)
		}
		got := map[string]string{}
		for tr, as := range tellApart(list) {
			got[tr.episode] = as
		}
		if c.want == nil {
			c.want = map[string]string{}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
