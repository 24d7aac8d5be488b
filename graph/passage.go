package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPassage bounds the context of a quote, in bytes, unless the quote itself is longer.
const maxPassage = 320

// passage cuts the sentence or line around text[start:end] out of text. Its result always contains that slice.
// Offsets outside the text, as a damaged store could hold them, give "".
func passage(text string, start, end int) string {
	if start < 0 || end > len(text) || start > end {
		return ""
	}
	from, to := lineAround(text, start, end)
	if to-from > maxPassage {
		from, to = sentenceAround(text, from, to, start, end)
	}
	if to-from > maxPassage {
		from, to = wordsAround(text, from, to, start, end)
	}
	for from < start && isSpace(text[from]) {
		from++
	}
	for to > end && isSpace(text[to-1]) {
		to--
	}
	return text[from:to]
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// lineAround widens the quote to its line; in HTML a block's tag ends a line as well. It looks no further than a
// passage may reach, for a line may be a megabyte and hold thousands of quotes.
func lineAround(text string, start, end int) (from, to int) {
	from, to = max(0, start-maxPassage-1), min(len(text), end+maxPassage+1)
	for _, mark := range []string{"\n", "<br>", "<br/>", "<br />", "<p>", "</p>", "<li>", "</li>", "<div>", "</div>"} {
		if i := strings.LastIndex(text[from:start], mark); i >= 0 {
			from += i + len(mark)
		}
		if i := strings.Index(text[end:to], mark); i >= 0 {
			to = end + i
		}
	}
	return from, to
}

// sentenceAround narrows from..to to the sentences the quote touches: a sentence ends at . ! or ? before a space.
func sentenceAround(text string, from, to, start, end int) (int, int) {
	for i := start - 1; i > from; i-- {
		if isSpace(text[i]) && strings.IndexByte(".!?", text[i-1]) >= 0 {
			from = i + 1
			break
		}
	}
	for i := end; i < to-1; i++ {
		if strings.IndexByte(".!?", text[i]) >= 0 && isSpace(text[i+1]) {
			to = i + 1
			break
		}
	}
	return from, to
}

// wordsAround narrows from..to to whole words within maxPassage, the quote about in the middle.
func wordsAround(text string, from, to, start, end int) (int, int) {
	room := max(0, maxPassage-(end-start)) / 2
	if start-from > room {
		from = start - room
		for from < start && !isSpace(text[from-1]) {
			from++
		}
	}
	if to-end > room {
		to = end + room
		for to > end && !isSpace(text[to]) {
			to--
		}
	}
	return from, to
}

// lead gives a text without a title something to be called by: the beginning of its first line, at most n runes.
func lead(text string, n int) string {
	text = strings.TrimSpace(text)
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	if utf8.RuneCountInString(line) <= n {
		return line
	}
	runes := []rune(line)[:n]
	for i := len(runes) - 1; i > n/2; i-- {
		if unicode.IsSpace(runes[i]) {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRightFunc(string(runes), unicode.IsPunct) + "…"
}
