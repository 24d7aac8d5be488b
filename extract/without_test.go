package extract

import (
	"slices"
	"testing"
)

func TestLexiconWithout(t *testing.T) {
	x, err := DefaultLexicon()
	if err != nil {
		t.Fatal(err)
	}
	text := "We moved from postgres to Cassandra; let us go on, with React-Query and Go."
	names := x.NamesIn(text)
	for _, want := range []string{"PostgreSQL", "Apache Cassandra", "Go"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among %q", want, names)
		}
	}
	if slices.Contains(x.NamesIn("let us go on"), "Go") {
		t.Error("a verb was taken for a spelling that counts only as written")
	}
	less, n, err := x.Without(map[string]bool{"Apache Cassandra": true, "no such name": true})
	if err != nil || n != 1 {
		t.Fatalf("%d lines left out, %v", n, err)
	}
	if slices.Contains(less.NamesIn(text), "Apache Cassandra") || !slices.Contains(less.NamesIn(text), "PostgreSQL") {
		t.Errorf("names left: %q", less.NamesIn(text))
	}
	ep := Episode{ID: "a", Text: text}
	if with, out := New().Extract(ep), NewWith(less).Extract(ep); !tells(with, "Apache Cassandra") || tells(out, "Apache Cassandra") {
		t.Error("the extractor does not keep to its lists")
	}
}

func tells(f *Facts, name string) bool {
	return slices.ContainsFunc(f.Technologies, func(m Mention) bool { return m.Name == name })
}
