package store

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// defaultAnalyzer is the analyzer of full-text indexes that name none.
const defaultAnalyzer = "standard-no-stop-words"

// An Analyzer is a way to cut text into terms. Its name is the one Neo4j gives it.
type Analyzer struct {
	Name, Description string
	StopWords         []string
	split             func(text string) []string
	fold              func(term string) string
}

// Analyzers gives all analyzers by name.
func Analyzers() []Analyzer {
	english := strings.Fields("a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with")
	lower := strings.ToLower
	return []Analyzer{
		{"keyword", "The whole text as one term.", nil, func(s string) []string { return []string{s} }, nil},
		{"simple", "Runs of letters, in lower case.", nil, letters, lower},
		{"standard", "Words, in lower case, without common English words.", english, words, lower},
		{"standard-folding", "Words, in lower case and without accents.", english, words, unaccented},
		{defaultAnalyzer, "Words, in lower case.", nil, words, lower},
		{"stop", "Runs of letters, in lower case, without common English words.", english, letters, lower},
		{"unicode_whitespace", "What stands between spaces.", nil, strings.Fields, nil},
		{"whitespace", "What stands between spaces.", nil, strings.Fields, nil},
	}
}

func findAnalyzer(name string) (Analyzer, bool) {
	for _, a := range Analyzers() {
		if a.Name == name {
			return a, true
		}
	}
	return Analyzer{}, false
}

func knownAnalyzer(name string) bool {
	_, ok := findAnalyzer(name)
	return ok
}

// Terms cuts text into terms. A stop word leaves an empty term, so that positions are kept.
func (a *Analyzer) Terms(text string) []string {
	terms := a.split(text)
	for i, t := range terms {
		if a.fold != nil {
			t = a.fold(t)
		}
		if slices.Contains(a.StopWords, t) {
			t = ""
		}
		terms[i] = strings.ReplaceAll(t, "\x00", "")
	}
	return terms
}

func letters(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

func unaccented(term string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(term)))
}

// maxTerm is the longest term in characters; longer words are cut into pieces.
const maxTerm = 255

// words cuts text into words by the main rules of UAX #29: runs of letters, digits and
// underscores; an apostrophe or a full stop between letters and a comma or full stop between
// digits joins; each ideograph is a word.
func words(text string) []string {
	var out []string
	rs := []rune(text)
	for i := 0; i < len(rs); {
		if !wordRune(rs[i]) {
			i++
			continue
		}
		if ideograph(rs[i]) {
			out = append(out, string(rs[i]))
			i++
			continue
		}
		j := i + 1
		for j < len(rs) && j-i < maxTerm && !ideograph(rs[j]) {
			if wordRune(rs[j]) || unicode.Is(unicode.Mn, rs[j]) || unicode.Is(unicode.Cf, rs[j]) {
				j++
				continue
			}
			if j+1 < len(rs) && joins(rs[j-1], rs[j], rs[j+1]) {
				j += 2
				continue
			}
			break
		}
		if slices.ContainsFunc(rs[i:j], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			out = append(out, string(rs[i:j]))
		}
		i = j
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func ideograph(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana) }

// joins tells whether mid between two characters continues a word (rules WB6, WB7, WB11, WB12).
func joins(before, mid, after rune) bool {
	switch mid {
	case '\'', '.', '\u2019', '\u2018', '\u2024', '\uFE52', '\uFF07', '\uFF0E':
		return unicode.IsLetter(before) && unicode.IsLetter(after) || unicode.IsDigit(before) && unicode.IsDigit(after)
	case ':', '\u00B7', '\u0387', '\u055F', '\u05F4', '\u2027':
		return mid != ':' && unicode.IsLetter(before) && unicode.IsLetter(after)
	case ',', ';', '\u037E', '\u0589', '\u060C', '\u060D', '\u066C', '\u07F8', '\u2044':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}
