package main

import (
	"path/filepath"
	"strings"
	"unicode"
)

// known is what the lists kept by hand hold.
type known struct {
	spellings map[string]bool   // names and aliases, in lower case
	words     map[string]string // ordinary words and given names, in lower case, with the flag they ask for
}

func readKnown(lexicon string) (*known, error) {
	k := &known{spellings: map[string]bool{}, words: map[string]string{}}
	for _, l := range [...]struct {
		file          string
		name, aliases int
	}{{"technologies.tsv", 0, 2}, {"companies.tsv", 0, 1}, {"others.tsv", 1, 2}} {
		err := eachLine(filepath.Join(lexicon, l.file), func(line string) error {
			f := append(strings.Split(line, "\t"), "", "", "")
			k.spellings[strings.ToLower(f[l.name])] = true
			for a := range strings.SplitSeq(f[l.aliases], "|") {
				k.spellings[strings.ToLower(strings.TrimLeft(a, "=~"))] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, l := range [...]struct{ file, flag string }{
		{"rare_names.txt", "x"}, {"first_names.txt", "A"}, {"words.txt", "A"}, {"words_tech.txt", "A"}, {"function_words.txt", "A"},
		{"role_heads.txt", "A"}, {"role_modifiers.txt", "A"}, {"tech_nouns.txt", "A"}, {"calendar.txt", "A"},
	} {
		err := eachLine(filepath.Join(lexicon, l.file), func(line string) error {
			k.words[strings.ToLower(line)] = l.flag
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return k, nil
}

// fresh returns the rows that are new, and remembers them. Ordinary words are left out unless somebody decided to keep them;
// then they are ambiguous.
func (k *known) fresh(rows []row) []row {
	var out []row
	for _, r := range rows {
		if k.spellings[strings.ToLower(r.name)] || !speakable(r.name) {
			continue
		}
		r.flags = k.flag(r.name)
		if r.flags == "A" && !r.kept {
			continue
		}
		if r.flags == "" && len(r.name) <= 4 {
			r.flags = "x"
		}
		k.spellings[strings.ToLower(r.name)] = true
		var aliases []string
		for _, a := range r.aliases {
			if l := strings.ToLower(a); !k.spellings[l] && len(a) > 3 && speakable(a) && k.flag(a) == "" {
				k.spellings[l] = true
				aliases = append(aliases, a)
			}
		}
		r.aliases = aliases
		out = append(out, r)
	}
	return out
}

// flag returns A for a name that is an ordinary word, or is made of them, x for one that is a rare given name.
func (k *known) flag(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 1 {
		return k.words[words[0]]
	}
	for _, w := range words {
		if k.words[w] != "A" {
			return ""
		}
	}
	return "x"
}

// speakable reports whether a name has letters enough to be found by.
func speakable(name string) bool {
	letters := 0
	for _, c := range name {
		if unicode.IsLetter(c) {
			letters++
		}
		if c > unicode.MaxLatin1 && !unicode.Is(unicode.Latin, c) && unicode.IsLetter(c) || c == '\t' || c == '|' {
			return false
		}
	}
	return letters >= 2
}
