package graph

import (
	"strings"
	"unicode"
)

// fold writes a name the way search compares it: lower case, no accents, words parted by one space. "+" and "#" stay,
// for C++ and C#. Scripts other than Latin stay too, so that they are found by what their readers type.
func fold(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range plain(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#':
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if latin, ok := romanize(r); ok && unicode.Is(unicode.Latin, r) {
			b.WriteString(latin)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// searchText joins the folded names so that one CONTAINS tells what a query matches: each name stands on a line of its
// own, each word after a space ("\n planet scale\n planetscale\n"). So " sca" is the beginning of a word, "\n planet"
// the beginning of a name, and "\n planet scale\n" a whole one. A name of two or three words also stands there as one word.
func searchText(name string, aliases []string) string {
	seen := map[string]bool{"": true}
	var b strings.Builder
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			b.WriteString("\n ")
			b.WriteString(s)
		}
	}
	for _, s := range append([]string{name}, aliases...) {
		folded := fold(s)
		add(folded)
		if strings.Count(folded, " ") < 3 {
			add(strings.ReplaceAll(folded, " ", ""))
		}
	}
	b.WriteByte('\n')
	return b.String()
}
