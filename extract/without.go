package extract

import (
	"slices"
	"strings"
)

// Without returns the lists without the curated lines of some canonical names, and how many lines that left out. Lists
// that are generated from elsewhere stay whole: what they know, they owe to no episode.
func (x *Lexicon) Without(names map[string]bool) (*Lexicon, int, error) {
	columns := map[string]int{"technologies.tsv": 0, "companies.tsv": 0, "others.tsv": 1} // of the name
	left := 0
	lists, err := loadLexicon(func(file, line string) bool {
		column, curated := columns[file]
		if !curated || !names[fields(line, column+1)[column]] {
			return true
		}
		left++
		return false
	})
	return lists, left, err
}

// WithoutGiven returns the lists without the given names of people that drop wants out, which it is told in lower case.
func (x *Lexicon) WithoutGiven(drop func(name string) bool) (*Lexicon, error) {
	return loadLexicon(func(file, line string) bool {
		return file != "first_names.txt" && file != "rare_names.txt" || !drop(strings.ToLower(line))
	})
}

// Names returns the canonical names of the lists, in their order.
func (x *Lexicon) Names() []string {
	out := make([]string, 0, len(x.entries))
	for i := range x.entries {
		out = append(out, x.entries[i].name)
	}
	return out
}

// NamesIn returns the canonical names of which any spelling occurs in a text, sorted: whether or not it means them.
func (x *Lexicon) NamesIn(text string) []string {
	var out []string
	found := make([]bool, len(x.entries))
	toks := x.tokenize(nil, text, 0, len(text), nil)
	for i := range toks {
		node := int32(0)
		for j := i; x.step(&node, toks, i, j); j++ {
			for k := x.last[node]; k != 0; k = x.forms[k].before {
				f := &x.forms[k]
				if !found[f.entry] && (!f.exact || spelled(f.text, text[toks[i].start:toks[j].end])) {
					found[f.entry] = true
					out = append(out, x.entries[f.entry].name)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}
