package graph

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// misspelt finds the name that a server did not know in what it says, and tells which sort of name it is.
var misspelt = []struct {
	sort    string
	message *regexp.Regexp
}{
	{"label", regexp.MustCompile(`the missing label name is: (.+)\)`)},
	{"type", regexp.MustCompile(`the missing relationship type is: (.+)\)`)},
	{"property", regexp.MustCompile(`the missing property name is: (.+)\)`)},
	{"function", regexp.MustCompile(`Unknown function '([^']+)'`)},
	{"procedure", regexp.MustCompile("no procedure with the name `([^`]+)`")},
	{"clause", regexp.MustCompile(`^Invalid input '([A-Za-z]+)'`)},
}

// clauses are the words that begin a part of a statement.
func clauses() []string {
	return []string{"MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "RETURN DISTINCT", "WITH", "UNWIND", "ORDER BY", "SKIP", "LIMIT", "UNION", "UNION ALL",
		"CALL", "YIELD", "AS", "AND", "OR", "NOT", "IN", "CONTAINS", "STARTS WITH", "ENDS WITH", "CASE", "WHEN", "THEN", "ELSE", "END", "EXPLAIN", "PROFILE", "SHOW"}
}

// Suggest finds, in what a server says of a statement, the name it does not know, and the name in the catalog that comes
// nearest; both are empty where it says something else or nothing comes near.
func (c *Catalog) Suggest(message string) (wrong, right string) {
	for _, m := range misspelt {
		if found := m.message.FindStringSubmatch(message); found != nil {
			return found[1], nearest(found[1], c.names(m.sort))
		}
	}
	return "", ""
}

func (c *Catalog) names(sort string) []string {
	var out []string
	callables := func(all []Callable) {
		for _, f := range all {
			out = append(out, f.Name)
		}
	}
	switch sort {
	case "label":
		for _, l := range c.Labels {
			out = append(out, l.Name)
		}
	case "type":
		for _, t := range c.Relationships {
			out = append(out, t.Name)
		}
	case "property":
		for _, n := range slices.Concat(c.Labels, c.Relationships) {
			for _, p := range n.Properties {
				out = append(out, p.Name)
			}
		}
	case "function":
		callables(c.Functions)
	case "procedure":
		callables(c.Procedures)
	case "clause":
		out = clauses()
	}
	return out
}

// nearest gives the candidate that takes the fewest edits, one for a short name and three for a long one at most, or "".
// Only letters' case being wrong is nearest of all. Of equals the first wins.
func nearest(name string, candidates []string) string {
	best, limit := "", min(1+utf8.RuneCountInString(name)/4, 3)
	lower := []rune(strings.ToLower(name))
	for _, candidate := range candidates {
		if candidate == name {
			continue // known, so that is not what is wrong
		}
		if d := edits(lower, []rune(strings.ToLower(candidate))); d <= limit && d < len(lower) {
			best, limit = candidate, d-1
		}
	}
	return best
}

// edits counts the insertions, deletions, replacements and swaps of neighbours that make b of a (optimal string alignment).
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
