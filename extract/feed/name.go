package feed

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// extensions are the ends of names that stem takes away. Others are part of the name: "1. Trees on disk".
var extensions = map[string]bool{
	".gz": true, ".txt": true, ".text": true, ".md": true, ".markdown": true, ".html": true, ".htm": true, ".json": true, ".jsonl": true, ".ndjson": true,
	".xml": true, ".rss": true, ".atom": true, ".vtt": true, ".srt": true, ".info": true, ".description": true, ".chapters": true, ".transcript": true,
}

// stem gives a file's name without its folders and its extensions.
func stem(name string) string {
	base := path.Base(filepath.ToSlash(strings.TrimRight(name, "/")))
	if isURL(name) {
		base, _, _ = strings.Cut(base, "?")
	}
	for {
		ext := path.Ext(base)
		if !extensions[strings.ToLower(ext)] || len(ext) == len(base) {
			return base
		}
		base = strings.TrimSuffix(base, ext)
	}
}

var languageTag = regexp.MustCompile(`\.[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*(?:\.auto|-orig)?$`)

// cutLanguage takes the language off a transcript's stem: "talk.en" is "talk" in "en".
func cutLanguage(stem string) (rest, language string) {
	tag := languageTag.FindString(stem)
	if len(tag) == len(stem) {
		return stem, ""
	}
	return strings.TrimSuffix(stem, tag), strings.TrimPrefix(tag, ".")
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

// fileID gives the id of the one episode of a file: its name, after that of the show, since the files of many shows are
// called 001.md.
func fileID(stem, show string) string {
	id := slug(stem)
	if show == "" || strings.HasPrefix(id, slug(show)) {
		return id
	}
	return fmt.Sprintf("%s-%s", slug(show), id)
}
