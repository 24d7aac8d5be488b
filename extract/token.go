package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A tokenKind tells words from the rest.
type tokenKind uint8

const (
	punct tokenKind = iota
	word
	number
	urlToken
)

// A caseKind is how a word is written.
type caseKind uint8

const (
	noCase    caseKind = iota // digits, or a script without case
	lowerCase                 // word
	titleCase                 // Word
	upperCase                 // WORD, or a single capital
	mixedCase                 // wOrd, WoRd
)

// A token is the smallest unit of text: a run of letters and digits, one other character, or a whole URL.
// Fine tokens let the lexicon decide what belongs together ("C++", "Node.js", "Fly.io").
type token struct {
	start, end int // in the source's cleaned text
	kind       tokenKind
	letters    caseKind
	glued      bool   // no space before it
	id         int32  // of the folded word in the lexicon; -1 when no list holds it
	lower      string // folded text; empty for unknown words and URLs
}

// capital reports whether a token may begin a name.
func (t *token) capital() bool {
	return t.letters == titleCase || t.letters == upperCase || t.letters == mixedCase
}

// is reports whether the token is one of the given folded words.
func (t *token) is(words ...string) bool {
	for _, w := range words {
		if t.lower == w {
			return true
		}
	}
	return false
}

// tokenize appends the tokens of text[start:end) to toks. urls are the bare URLs in order.
func (x *Lexicon) tokenize(toks []token, text string, start, end int, urls []link) []token {
	space := true
	for i := start; i < end; {
		for len(urls) > 0 && (!urls[0].bare || urls[0].start < i) {
			urls = urls[1:]
		}
		if len(urls) > 0 && urls[0].start == i {
			toks = append(toks, token{start: i, end: min(urls[0].end, end), kind: urlToken, glued: !space, id: -1})
			i, space = min(urls[0].end, end), false
			continue
		}
		b := text[i]
		if b == ' ' || b == '\n' || b == '\t' {
			space = true
			i++
			continue
		}
		t := scanToken(text, i, end)
		t.glued = !space
		t.id, t.lower = x.fold(text[t.start:t.end], t.kind)
		toks = append(toks, t)
		i, space = t.end, false
	}
	return toks
}

// scanToken reads the token that begins at i.
func scanToken(text string, i, end int) token {
	j := i
	var upper, lower, digits int
	firstUpper := false
	for j < end {
		b := text[j]
		switch {
		case b >= 'a' && b <= 'z':
			lower++
		case b >= 'A' && b <= 'Z':
			upper++
			firstUpper = firstUpper || j == i
		case b >= '0' && b <= '9':
			digits++
		case b < utf8.RuneSelf:
			goto done
		default:
			r, size := utf8.DecodeRuneInString(text[j:end])
			switch {
			case unicode.IsUpper(r):
				upper++
				firstUpper = firstUpper || j == i
			case unicode.IsLower(r):
				lower++
			case unicode.IsLetter(r) || unicode.IsMark(r):
				lower += 0
			case unicode.IsDigit(r):
				digits++
			default:
				if j == i {
					return token{start: i, end: i + size, kind: punct}
				}
				goto done
			}
			j += size
			continue
		}
		j++
	}
done:
	if j == i {
		return token{start: i, end: i + 1, kind: punct}
	}
	t := token{start: i, end: j, kind: word}
	switch {
	case upper == 0 && lower == 0:
		if digits > 0 {
			t.kind = number
		}
	case upper == 0:
		t.letters = lowerCase
	case firstUpper && upper == 1 && lower > 0:
		t.letters = titleCase
	case lower == 0:
		t.letters = upperCase
	default:
		t.letters = mixedCase
	}
	return t
}

// fold looks a token up by its lower-case text. It allocates only for capitalised words no list holds.
func (x *Lexicon) fold(s string, kind tokenKind) (int32, string) {
	if kind == punct {
		if len(s) == 1 {
			return x.single[s[0]], s
		}
		if id, ok := x.ids[s]; ok {
			return id, s
		}
		return -1, ""
	}
	var buf [longestWord]byte
	if len(s) > len(buf) {
		return -1, ""
	}
	upper := false
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b >= utf8.RuneSelf {
			low := strings.ToLower(s)
			if id, ok := x.ids[low]; ok {
				return id, x.words[id]
			}
			return -1, low
		}
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
			upper = true
		}
		buf[i] = b
	}
	slot := recentSlot(&buf, len(s))
	if id, ok := x.recent.get(slot); ok && x.words[id] == string(buf[:len(s)]) {
		return id, x.words[id]
	}
	if id, ok := x.ids[string(buf[:len(s)])]; ok {
		x.recent.put(slot, id)
		return id, x.words[id]
	}
	if upper {
		return -1, string(buf[:len(s)])
	}
	return -1, s
}
