package extract

import (
	"strings"
	"unicode/utf8"
)

// A part is one word of a capitalised run: "Alam-Naylor", "O'Brien" and "C." are one part each.
type part struct {
	from, to int
	particle bool // van, de, bin
}

// particles may stand within the name of a person in lower case.
var particles = map[string]bool{"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true,
	"do": true, "dos": true, "du": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "ibn": true, "ter": true, "ten": true, "zu": true, "y": true}

// runAt reads the capitalised run that begins at token i: words with capitals and spaces between them.
func (r *reading) runAt(s *sentence, i int) []part {
	var run []part
	for i < len(s.toks) && len(run) < 8 {
		t := &s.toks[i]
		if len(run) > 0 && t.glued {
			break
		}
		if t.kind == word && t.letters == lowerCase && particles[t.lower] && len(run) > 0 {
			if j := i + 1; j < len(s.toks) && !s.toks[j].glued && (s.toks[j].capital() || particles[s.toks[j].lower] && j+1 < len(s.toks) && s.toks[j+1].capital()) {
				run = append(run, part{from: i, to: i + 1, particle: true})
				i++
				continue
			}
			break
		}
		if t.kind != word || !t.capital() {
			break
		}
		p := part{from: i, to: r.partEnd(s, i)}
		run = append(run, p)
		i = p.to
		if len(run) == 1 {
			i = pastNickname(s, i)
		}
	}
	for len(run) > 0 && run[len(run)-1].particle {
		run = run[:len(run)-1]
	}
	return run
}

// pastNickname skips the quoted word in 'Ada "Quill" Long'.
func pastNickname(s *sentence, i int) int {
	if q := s.tokAt(i); q.is("\"", "'") && !q.glued && s.tokAt(i+1).glued && s.tokAt(i+2).lower == q.lower && s.tokAt(i+2).glued && s.tokAt(i+3).capital() && !s.tokAt(i+3).glued {
		return i + 3
	}
	return i
}

// partEnd returns the token after the word that begins at i.
func (r *reading) partEnd(s *sentence, i int) int {
	text := s.src.text
	j := i + 1
	for j < len(s.toks) && s.toks[j].glued {
		b := text[s.toks[j].start]
		next := j+1 < len(s.toks) && s.toks[j+1].glued && s.toks[j+1].kind == word
		switch {
		case b == '-' && next && s.toks[j+1].capital():
			j += 2
		case b == '\'' && next && s.toks[j+1].capital() && s.toks[j].start-s.toks[i].start <= 2:
			j += 2
		case b == '.' && j == i+1 && s.toks[i].is("st") && j+1 < len(s.toks) && s.toks[j+1].capital():
			return j + 2
		case b == '.' && s.toks[i].end-s.toks[i].start == 1 && s.toks[i].letters == upperCase && j == i+1:
			j++
			if j < len(s.toks) && s.toks[j].glued && s.toks[j].letters == upperCase && s.toks[j].end-s.toks[j].start == 1 {
				continue
			}
			return j
		default:
			return j
		}
	}
	return j
}

// single returns the token of a one-token part.
func (s *sentence) single(p part) *token {
	return &s.toks[p.from]
}

func (s *sentence) partText(run []part) string {
	if len(run) > 1 && run[0].to != run[1].from { // past a nickname
		return s.text(run[0].from, run[0].to) + " " + s.partText(run[1:])
	}
	return strings.Join(strings.Fields(s.text(run[0].from, run[len(run)-1].to)), " ")
}

// fold is how names are compared: lower case, without accents or punctuation.
func foldName(s string) string {
	var buf [64]byte
	out := buf[:0]
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			out = append(out, c)
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c >= utf8.RuneSelf:
			return foldAccents(s)
		}
	}
	return string(out)
}

// foldAccents is foldName for names that are not ASCII.
func foldAccents(s string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(s) {
		if f, ok := plainLetters[c]; ok {
			b.WriteString(f)
			continue
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// plainLetters are the ASCII spellings of accented letters, as handles and domains spell them.
var plainLetters = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'å': "a", 'ð': "d", 'þ': "th", 'ł': "l", 'đ': "d", 'ı': "i"}
	for plain, accented := range map[string]string{"a": "àáâãäāăą", "c": "çćčĉ", "d": "ď", "e": "èéêëēėęě", "g": "ğĝģ", "h": "ĥ", "i": "ìíîïīį", "k": "ķ",
		"l": "ĺľļ", "n": "ñńňņ", "o": "òóôõöōő", "r": "řŕ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źžż"} {
		for _, c := range accented {
			m[c] = plain
		}
	}
	return m
}()
