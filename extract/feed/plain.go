package feed

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text reads a plain text with one description, or many run together. Its episodes are numbered in
// order, so that a changed text keeps the ids of its episodes.
func (r *reader) text(name string, data []byte) {
	text := string(data)
	if !utf8.ValidString(text) {
		text = latin1(text)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	base := baseName(name)
	for i, ep := range SplitText(text) {
		ep.ID = fmt.Sprintf("%s-%02d", slug(base), i+1)
		ep.Show = firstOf(ep.Show, r.options.Show, title(base))
		if !r.emit(ep) {
			return
		}
	}
}

// latin1 reads a text that is not UTF-8 as ISO 8859-1, byte by byte.
func latin1(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteRune(rune(text[i]))
	}
	return b.String()
}

// baseName gives a file's name without folders and extensions.
func baseName(name string) string {
	base := filepath.Base(strings.TrimRight(name, "/"))
	if i := strings.IndexByte(base, '.'); i > 0 {
		base = base[:i]
	}
	return base
}

// title words a file's name as a show's name: "database-school" is "Database School".
func title(base string) string {
	words := strings.FieldsFunc(base, func(c rune) bool { return c == '-' || c == '_' || unicode.IsSpace(c) })
	for i, word := range words {
		first, n := utf8.DecodeRuneInString(word)
		words[i] = string(unicode.ToUpper(first)) + word[n:]
	}
	return strings.Join(words, " ")
}

// slug keeps the letters and digits of a file's name, lower case, joined by hyphens.
func slug(base string) string {
	words := strings.FieldsFunc(strings.ToLower(base), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return firstOf(strings.Join(words, "-"), "text")
}
