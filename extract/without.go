package extract

import "slices"

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
