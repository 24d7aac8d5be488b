package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds a slug's length in bytes; a longer one is cut and told apart by a hash.
const maxSlug = 80

// Slug turns a name into a readable id of the characters a-z, 0-9 and "-": "Søren Bramer Schmidt" gives
// "soren-bramer-schmidt", "C++" gives "c-plus-plus". It depends on the name alone, so it is the same in every run.
// Names that differ only in case, accents or punctuation share a slug, and with it a node. So do two people of one
// name, until their handles or curators tell them apart. Letters of scripts that have no plain transliteration here are
// left out, and a hash of the name stands for them.
func Slug(name string) string {
	var b strings.Builder
	lost, gap := false, false
	write := func(part string) {
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(part)
		gap = false
	}
	runes := []rune(plain(name))
	for i, r := range runes {
		latin, known := romanize(r)
		sign := spelled(runes, i)
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			write(string(r))
		case known:
			if latin != "" {
				write(latin)
			}
		case sign != "":
			gap = true
			write(sign)
			gap = true
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			lost = true
		case !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’':
			gap = true
		}
	}
	slug := b.String()
	if slug == "" || lost || len(slug) > maxSlug {
		return cut(slug, maxSlug) + hashOf(name)
	}
	return slug
}

// plain decomposes a name and writes it in lower case, without trade marks.
func plain(name string) string {
	return strings.ToLower(norm.NFKD.String(strings.ReplaceAll(strings.ReplaceAll(name, "™", " "), "℠", " ")))
}

// spelled is the word for a sign that belongs to a name: C++, C#, .NET, AT&T. Elsewhere the sign is "".
func spelled(runes []rune, i int) string {
	switch runes[i] {
	case '+':
		return "plus"
	case '#':
		return "sharp"
	case '&':
		return "and"
	case '.':
		if i == 0 && len(runes) > 1 && unicode.IsLetter(runes[1]) {
			return "dot"
		}
	}
	return ""
}

// cut shortens a slug to at most n bytes at a word's end where it can, and ends it in "-" unless it is empty.
func cut(slug string, n int) string {
	if len(slug) > n {
		slug = slug[:n]
		if i := strings.LastIndexByte(slug, '-'); i > n/2 {
			slug = slug[:i]
		}
	}
	if slug = strings.TrimRight(slug, "-"); slug == "" {
		return ""
	}
	return slug + "-"
}

// hashOf gives 8 hexadecimal digits for a name, the same for all ways to encode it.
func hashOf(name string) string {
	sum := sha256.Sum256([]byte(plain(name)))
	return hex.EncodeToString(sum[:4])
}

// EpisodeID gives the id of an episode's node for the id its source gave. An id that can stand in a path as it is
// stays; any other (a guid is often a URL) becomes a slug with a hash.
func EpisodeID(source string) string {
	safe := func(r rune) bool {
		return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("-_~.:", r)
	}
	if source != "" && len(source) <= maxSlug && strings.IndexFunc(source, func(r rune) bool { return !safe(r) }) < 0 &&
		strings.Trim(source, ".") != "" {
		return source
	}
	readable := source
	if _, path, isURL := strings.Cut(source, "://"); isURL {
		readable = path
	}
	return cut(Slug(readable), maxSlug-20) + hashOf(source)
}
