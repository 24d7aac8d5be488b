package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// dropControls removes the bidirectional embeddings, overrides and isolates (Unicode TR 9,
// section 2) from a rendered page: in a name they would turn round the text that follows it.
// Plain marks (U+200E, U+200F) stay; they are needed to write Hebrew and Arabic well.
func dropControls(page []byte) []byte {
	out := page[:0]
	for i := 0; i < len(page); {
		if isBidiControl(page[i:]) {
			i += 3
			continue
		}
		out = append(out, page[i])
		i++
	}
	return out
}

// isBidiControl tells whether b starts with U+202A…U+202E or U+2066…U+2069 in UTF-8.
func isBidiControl(b []byte) bool {
	if len(b) < 3 || b[0] != 0xE2 {
		return false
	}
	return b[1] == 0x80 && b[2] >= 0xAA && b[2] <= 0xAE || b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9
}

// shorten cuts s to at most n runes, at a space where there is one near.
func shorten(s string, n int) string {
	end := runeOffset(s, n)
	if end == len(s) {
		return s
	}
	if space := strings.LastIndexByte(s[:end], ' '); space > end*3/4 {
		end = space
	}
	return strings.TrimRight(s[:end], " ,;–-") + "…"
}

// otherNames leaves out of aliases what is the name itself but for capitals.
func otherNames(name string, aliases []string) []string {
	return slices.DeleteFunc(slices.Clone(aliases), func(alias string) bool { return strings.EqualFold(alias, name) })
}

// short cuts what should be a name or a title but may be anything.
func short(name string) string { return shorten(name, 300) }

// shortenLeft cuts s to at most its last n runes, at a space where there is one near.
func shortenLeft(s string, n int) string {
	runes := utf8.RuneCountInString(s)
	if runes <= n {
		return s
	}
	s = s[runeOffset(s, runes-n):]
	if space := strings.IndexByte(s, ' '); space >= 0 && space < len(s)/4 {
		s = s[space+1:]
	}
	return "…" + s
}

// runeOffset is the byte offset after the first n runes of s.
func runeOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// day writes an RFC 3339 time as "6 Nov 2025"; what it cannot read it leaves out.
func day(rfc3339 string) string {
	t, ok := parseDay(rfc3339)
	if !ok {
		return ""
	}
	return t.Format("2 Jan 2006")
}

// date writes an RFC 3339 time as "2025-11-06", which every language reads; what it cannot read it leaves out.
func date(rfc3339 string) string {
	t, ok := parseDay(rfc3339)
	if !ok {
		return ""
	}
	return t.Format(time.DateOnly)
}

func parseDay(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// clock writes seconds as chapter lists do: 3:00, 1:02:03.
func clock(seconds float64) string {
	s := int(seconds)
	if s < 0 {
		s = 0
	}
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// number writes 12345 as "12,345".
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// bytesText writes a number of bytes as "16 KiB".
func bytesText(n int) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return number(n>>20) + " MiB"
	case n >= 1<<10 && n%(1<<10) == 0:
		return number(n>>10) + " KiB"
	}
	return count(n, "byte")
}

// lasting writes a time limit as "10 seconds" or "1 minute".
func lasting(d time.Duration) string {
	switch {
	case d >= time.Minute && d%time.Minute == 0:
		return count(int(d/time.Minute), "minute")
	case d >= time.Second && d%time.Second == 0:
		return count(int(d/time.Second), "second")
	}
	return d.String()
}

// count writes a number with its noun: "1 episode", "12 episodes".
func count(n int, noun string) string { return number(n) + " " + plural(n, noun) }

func plural(n int, noun string) string {
	switch {
	case n == 1:
		return noun
	case noun == "person":
		return "people"
	case strings.HasSuffix(noun, "ss"):
		return noun + "es"
	case strings.HasSuffix(noun, "y"):
		return strings.TrimSuffix(noun, "y") + "ies"
	}
	return noun + "s"
}

// list joins words as a sentence does: "a", "a and b", "a, b and c".
func list(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// roleText writes roles, which the graph keeps in lower case, as they are usually written.
func roleText(roles []string) string {
	out := make([]string, len(roles))
	for i, role := range roles {
		words := strings.Fields(role)
		for j, word := range words {
			switch word {
			case "ceo", "cto", "cfo", "coo", "cio", "cmo", "cpo", "cro", "ciso", "vp", "svp", "evp", "cso", "dba", "sre", "qa", "ai", "ml", "phd", "ux", "ui":
				words[j] = strings.ToUpper(word)
			}
		}
		out[i] = strings.Join(words, " ")
	}
	return list(out)
}
