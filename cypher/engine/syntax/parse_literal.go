package syntax

import (
	"strconv"
	"strings"

	"guestgraph/cypher/engine/value"
)

// parameter reads $name.
func (p *parser) parameter() *Parameter {
	at := p.pos()
	p.advance()
	if !p.isName(0) {
		p.unexpected("an identifier or an integer value")
	}
	return &Parameter{Pos: at, Name: p.name("a parameter name")}
}

// stringText reads a string and resolves its escapes.
func (p *parser) stringText() string {
	t := p.tokens[p.i]
	raw := p.text[t.start+1 : t.end-1]
	s := raw
	if strings.IndexByte(raw, '\\') >= 0 {
		s = p.unescape(raw, int(t.start)+1)
	}
	p.advance()
	return s
}

// unescape resolves the escapes of raw, which stands at offset at. A backslash before any other
// character stays, as in Neo4j.
func (p *parser) unescape(raw string, at int) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' || i+1 == len(raw) {
			b.WriteByte(raw[i])
			continue
		}
		i++
		if k := strings.IndexByte(escapes, raw[i]); k >= 0 {
			b.WriteByte(escaped[k])
			continue
		}
		if raw[i] != 'u' {
			b.WriteByte('\\')
			b.WriteByte(raw[i])
			continue
		}
		r, n := p.unicodeEscape(raw[i+1:], at+i+1)
		b.WriteRune(r)
		i += n
	}
	return b.String()
}

const (
	escapes = `\'"` + "`bfnrt"
	escaped = `\'"` + "`\b\f\n\r\t"
)

// unicodeEscape reads the four digits after \u, and a second escape that completes a surrogate pair.
func (p *parser) unicodeEscape(s string, at int) (r rune, length int) {
	unit := func(s string) (rune, bool) {
		if len(s) < 4 {
			return 0, false
		}
		n, err := strconv.ParseUint(s[:4], 16, 16)
		return rune(n), err == nil
	}
	r, ok := unit(s)
	if !ok {
		p.failDetail(at, "InvalidUnicodeLiteral", "Invalid input '%s': expected four hexadecimal digits specifying a unicode character", firstRunes(s, 4))
	}
	if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(s[4:], `\u`) {
		if low, ok := unit(s[6:]); ok && low >= 0xdc00 && low < 0xe000 {
			return (r-0xd800)<<10 + (low - 0xdc00) + 0x10000, 10
		}
	}
	return r, 4
}

// firstRunes gives at most n characters of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// literal makes a literal of the current token and passes it.
func (p *parser) literal(v value.Value) *Literal {
	l := &Literal{Pos: p.pos(), Value: v, Text: p.tokenText(p.i)}
	p.advance()
	return l
}

// number reads a number; negative when a minus sign stood before it, at at.
func (p *parser) number(at Pos, negative bool) *Literal {
	s := p.tokenText(p.i)
	l := &Literal{Pos: at}
	switch p.tokens[p.i].kind {
	case tokInt:
		l.Value = p.integer(s, negative)
	case tokFloat:
		l.Value = p.float(s, negative)
	default:
		p.failDetail(p.start(), "InvalidNumberLiteral", "invalid literal number")
	}
	p.advance()
	l.Text = s
	if negative {
		l.Text = "-" + s
	}
	return l
}

// mapLiteral reads {k: v}.
func (p *parser) mapLiteral() *MapLiteral {
	m := &MapLiteral{Pos: p.pos()}
	p.enter()
	p.expect(tokLBrace, "{")
	for !p.at(tokRBrace) {
		at := p.pos()
		m.Keys = append(m.Keys, PropertyKey{Pos: at, Name: p.name("an identifier or '}'")})
		p.expect(tokColon, ":")
		m.Values = append(m.Values, p.expr())
		if !p.accept(tokComma) {
			break
		}
		if p.at(tokRBrace) {
			p.unexpected("an identifier")
		}
	}
	p.expect(tokRBrace, "}")
	p.leave()
	return m
}
