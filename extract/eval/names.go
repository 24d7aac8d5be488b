package eval

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Names tells spellings of the same thing. The zero value knows none but those that differ in case, spaces and
// punctuation.
type Names struct {
	canonical map[string]string // normalized spelling to normalized name
}

// ReadNames reads aliases: a line names one thing, its spellings divided by tabs; lines that begin with // are remarks.
func ReadNames(in io.Reader) (Names, error) {
	n := Names{canonical: map[string]string{}}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		if line := lines.Text(); line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		var first string
		for spelling := range strings.SplitSeq(lines.Text(), "\t") {
			if spelling == "" {
				continue
			}
			if first == "" {
				first = spelling
			}
			n.canonical[normalize(spelling)] = normalize(first)
		}
	}
	if err := lines.Err(); err != nil {
		return Names{}, fmt.Errorf("read aliases: %w", err)
	}
	return n, nil
}

// Of gives what a name is compared by.
func (n Names) Of(name string) string {
	key := normalize(name)
	if canonical, ok := n.canonical[key]; ok {
		return canonical
	}
	return key
}

var article = regexp.MustCompile(`^the[\s\p{Z}]+`)

// normalize keeps letters, digits, "_", "+" and "#" of a name's compatibility form, case folded, without its article.
func normalize(name string) string {
	s := cases.Fold().String(norm.NFKC.String(name))
	s = article.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsNumber(c) || c == '_' || c == '+' || c == '#' {
			return c
		}
		return -1
	}, s)
}

var (
	roleDivider = regexp.MustCompile(`\s*(?:,|&|/|\band\b)\s*`)
	chief       = regexp.MustCompile(`chief ([etpofm])[a-z]+ officer`)
	noLetter    = regexp.MustCompile(`[^a-z]+`)
)

// roleWords gives the single roles of a list, comparable: "Co-founder & Chief Executive Officer" is cofounder and ceo.
func roleWords(roles []string) map[string]bool {
	out := map[string]bool{}
	for _, role := range roles {
		for _, part := range roleDivider.Split(cases.Fold().String(role), -1) {
			if part = noLetter.ReplaceAllString(chief.ReplaceAllString(part, "c${1}o"), ""); part != "" {
				out[part] = true
			}
		}
	}
	return out
}

// withoutCo takes a co-founder for a founder.
func withoutCo(roles map[string]bool) map[string]bool {
	out := map[string]bool{}
	for role := range roles {
		if strings.HasPrefix(role, "cofounder") {
			role = strings.TrimPrefix(role, "co")
		}
		out[role] = true
	}
	return out
}

func contains(set, subset map[string]bool) bool {
	for item := range subset {
		if !set[item] {
			return false
		}
	}
	return true
}
