package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"guestgraph/cypher/engine/fault"
)

// maxText bounds a statement, so that offsets fit a token.
const maxText = 1 << 30

// A lexer cuts a statement into tokens, in one go: the parser looks ahead freely and cheaply.
type lexer struct {
	text   string
	at     int
	tokens []token
	open   []int32 // indexes of brackets not closed yet
}

// lex gives the tokens of text, the last of which is tokEnd.
func lex(text string) (tokens []token, err error) {
	if len(text) > maxText {
		return nil, fault.New(fault.SyntaxError, "the statement is longer than %d bytes", maxText)
	}
	l := &lexer{text: text, tokens: make([]token, 0, len(text)/4+8)}
	for {
		if err := l.skipBlank(); err != nil {
			return nil, err
		}
		if l.at >= len(text) {
			l.add(tokEnd, l.at, l.at)
			return l.tokens, nil
		}
		if err := l.next(); err != nil {
			return nil, err
		}
	}
}

func (l *lexer) add(k kind, start, end int) {
	l.tokens = append(l.tokens, token{kind: k, start: int32(start), end: int32(end), pair: -1})
	l.at = end
}

// skipBlank passes white space and comments.
func (l *lexer) skipBlank() error {
	for l.at < len(l.text) {
		c := l.text[l.at]
		switch {
		case c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1c && c <= 0x1f:
			l.at++
		case c == '/' && strings.HasPrefix(l.text[l.at:], "//"):
			i := strings.IndexAny(l.text[l.at:], "\n\r")
			if i < 0 {
				i = len(l.text) - l.at
			}
			l.at += i
		case c == '/' && strings.HasPrefix(l.text[l.at:], "/*"):
			i := strings.Index(l.text[l.at+2:], "*/")
			if i < 0 {
				return fault.At(l.at, fault.SyntaxError, "Failed to parse comment. A comment starting on `/*` must have a closing `*/`.")
			}
			l.at += i + 4
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(l.text[l.at:])
			if !unicode.IsSpace(r) && !unicode.Is(unicode.Z, r) && r != 0x180e && r != 0xfeff {
				return nil
			}
			l.at += n
		default:
			return nil
		}
	}
	return nil
}

// next reads one token at l.at, which is no blank.
func (l *lexer) next() error {
	c := l.text[l.at]
	switch {
	case isASCIILetter(c) || c == '_':
		l.name()
	case isDigit(c), c == '.' && l.at+1 < len(l.text) && isDigit(l.text[l.at+1]):
		l.number()
	case c == '\'' || c == '"':
		return l.quoted(c)
	case c == '`':
		return l.backticked()
	case c >= utf8.RuneSelf:
		return l.unicode()
	default:
		l.sign(c)
	}
	return nil
}

// name reads a plain name or keyword.
func (l *lexer) name() {
	start := l.at
	end := start + nameLength(l.text[start:])
	l.add(tokWord, start, end)
	l.tokens[len(l.tokens)-1].word = lookupWord(l.text[start:end])
}

// nameLength gives the number of bytes of s that continue a name.
func nameLength(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if !isASCIILetter(c) && !isDigit(c) && c != '_' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isNamePart(r) {
			return i
		}
		i += n
	}
	return len(s)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool       { return c >= '0' && c <= '9' }

func isNameStart(r rune) bool {
	return unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Pc, unicode.Sc) && r != '$'
}

func isNamePart(r rune) bool {
	return r != utf8.RuneError && (isNameStart(r) || unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd) || r == '·')
}

// number reads a number. A name that follows without a blank makes it a bad number, except after $, where
// digits begin the name of a parameter.
func (l *lexer) number() {
	start, i, k := l.at, l.at, tokInt
	if l.tokensEnd(tokDollar) {
		l.add(tokWord, start, start+nameLength(l.text[start:]))
		return
	}
	rest := func(n int) byte {
		if i+n < len(l.text) {
			return l.text[i+n]
		}
		return 0
	}
	for isDigit(rest(0)) || rest(0) == '_' {
		i++
	}
	if rest(0) == '.' && isDigit(rest(1)) {
		k = tokFloat
		for i++; isDigit(rest(0)) || rest(0) == '_'; {
			i++
		}
	}
	// An exponent with a sign; one without is part of the name that follows.
	if rest(0)|0x20 == 'e' && (rest(1) == '+' || rest(1) == '-') && isDigit(rest(2)) {
		k = tokFloat
		i += 2
	}
	i += nameLength(l.text[i:])
	s := l.text[start:i]
	switch {
	case k == tokInt && isInteger(s):
	case isFloat(s):
		k = tokFloat
	default:
		k = tokBadNumber
	}
	l.add(k, start, i)
}

// tokensEnd tells whether the last token is a k.
func (l *lexer) tokensEnd(k kind) bool {
	return len(l.tokens) > 0 && l.tokens[len(l.tokens)-1].kind == k
}

// quoted reads a string up to its closing quote; the parser resolves its escapes.
func (l *lexer) quoted(q byte) error {
	for i := l.at + 1; i < len(l.text); i++ {
		switch l.text[i] {
		case '\\':
			i++
		case q:
			l.add(tokString, l.at, i+1)
			return nil
		}
	}
	return fault.At(l.at, fault.SyntaxError, "Failed to parse string literal. The query must contain an even number of non-escaped quotes.")
}

// backticked reads a name in backticks, in which a doubled backtick stands for one.
func (l *lexer) backticked() error {
	for i := l.at + 1; i < len(l.text); i++ {
		if l.text[i] != '`' {
			continue
		}
		if i+1 < len(l.text) && l.text[i+1] == '`' {
			i++
			continue
		}
		l.add(tokQuoted, l.at, i+1)
		return nil
	}
	return fault.At(l.at, fault.SyntaxError, "Failed to parse name: a name starting with a backtick must have a closing backtick.")
}

// unicode reads a token that begins outside ASCII: a name, or the dashes and arrow heads openCypher
// allows in patterns.
func (l *lexer) unicode() error {
	r, n := utf8.DecodeRuneInString(l.text[l.at:])
	if r == utf8.RuneError && n <= 1 {
		return fault.At(l.at, fault.SyntaxError, "the statement is not valid UTF-8")
	}
	switch r {
	case '\u00ad', '‐', '‑', '‒', '–', '—', '―', '﹘', '﹣', '-':
		l.add(tokDash, l.at, l.at+n)
	case '⟨', '〈', '﹤', '<':
		l.add(tokLeftHead, l.at, l.at+n)
	case '⟩', '〉', '﹥', '>':
		l.add(tokRightHead, l.at, l.at+n)
	default:
		if isNameStart(r) {
			l.name()
		} else {
			l.add(tokOther, l.at, l.at+n)
		}
	}
	return nil
}

// sign reads an operator or a bracket.
func (l *lexer) sign(c byte) {
	var d byte
	if l.at+1 < len(l.text) {
		d = l.text[l.at+1]
	}
	k, n := signKind(c, d)
	l.add(k, l.at, l.at+n)
	self := int32(len(l.tokens) - 1)
	switch k {
	case tokLParen, tokLBracket, tokLBrace:
		l.open = append(l.open, self)
	case tokRParen, tokRBracket, tokRBrace:
		if len(l.open) == 0 {
			return
		}
		top := l.open[len(l.open)-1]
		if l.tokens[top].kind == k-1 {
			l.tokens[top].pair = self
			l.open = l.open[:len(l.open)-1]
		}
	}
}

// signKind gives the token that c, followed by d, begins, and its length.
func signKind(c, d byte) (kind, int) {
	switch {
	case c == '.' && d == '.':
		return tokDotDot, 2
	case c == ':' && d == ':':
		return tokColonColon, 2
	case c == '|' && d == '|':
		return tokPipePipe, 2
	case c == '+' && d == '=':
		return tokPlusEq, 2
	case c == '<' && d == '>':
		return tokNe, 2
	case c == '<' && d == '=':
		return tokLe, 2
	case c == '>' && d == '=':
		return tokGe, 2
	case c == '!' && d == '=':
		return tokBangEq, 2
	case c == '=' && d == '~':
		return tokRegex, 2
	}
	if k := signs[c]; k != tokEnd {
		return k, 1
	}
	return tokOther, 1
}

var signs = [128]kind{
	'(': tokLParen, ')': tokRParen, '[': tokLBracket, ']': tokRBracket, '{': tokLBrace, '}': tokRBrace,
	',': tokComma, '.': tokDot, ':': tokColon, ';': tokSemicolon, '$': tokDollar, '|': tokPipe, '&': tokAmp,
	'!': tokBang, '%': tokPercent, '*': tokStar, '/': tokSlash, '+': tokPlus, '-': tokMinus, '^': tokCaret,
	'=': tokEq, '<': tokLt, '>': tokGt,
}
