package extract

import (
	"sort"
	"strings"
	"testing"
)

// TestLexicon finds duplicates and conflicts in the lists.
func TestLexicon(t *testing.T) {
	x, err := DefaultLexicon()
	if err != nil {
		t.Fatal(err)
	}
	// Spellings that differ only in case may name different things (Swift, SWIFT), if both count only as written.
	spelled := map[string]*form{}
	for i := range x.forms[1:] {
		f := &x.forms[i+1]
		key := strings.ToLower(f.text)
		o := spelled[key]
		spelled[key] = f
		if o != nil && o.entry != f.entry && (o.text == f.text || !o.exact || !f.exact) {
			t.Errorf("%q of %s also belongs to %s", f.text, x.entries[f.entry].name, x.entries[o.entry].name)
		}
	}
	for _, l := range [...]struct {
		file        string
		columns     int
		name, flags int
	}{{"technologies.tsv", 6, 0, 4}, {"companies.tsv", 3, 0, 2}, {"others.tsv", 3, 1, -1},
		{"brands.tsv", 6, 1, 4}, {"languages.tsv", 6, 1, 4}} {
		seen := map[string]bool{}
		var names []string
		err := eachLine(l.file, func(n int, line string) error {
			if c := strings.Count(line, "\t") + 1; c > l.columns {
				t.Errorf("%s:%d: %d columns, want at most %d", l.file, n, c, l.columns)
			}
			f := fields(line, l.columns)
			if seen[f[l.name]] {
				t.Errorf("%s:%d: %s occurs twice", l.file, n, f[l.name])
			}
			seen[f[l.name]] = true
			names = append(names, f[l.name])
			if l.flags >= 0 && strings.Trim(f[l.flags], "Axncp") != "" {
				t.Errorf("%s:%d: unknown flags %q", l.file, n, f[l.flags])
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		if l.name == 0 && !sort.SliceIsSorted(names, func(i, j int) bool { return strings.ToLower(names[i]) < strings.ToLower(names[j]) }) {
			t.Errorf("%s is not in order", l.file)
		}
	}
	for _, file := range [...]string{"first_names.txt", "rare_names.txt", "words.txt", "function_words.txt", "role_heads.txt", "role_modifiers.txt", "tech_nouns.txt"} {
		seen := map[string]bool{}
		if err := eachLine(file, func(n int, line string) error {
			if seen[line] {
				t.Errorf("%s:%d: %s occurs twice", file, n, line)
			}
			seen[line] = true
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkLoadLexicon(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadLexicon(func(string, string) bool { return true }); err != nil {
			b.Fatal(err)
		}
	}
}
