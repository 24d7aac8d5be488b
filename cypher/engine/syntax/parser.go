package syntax

import (
	"strings"

	"guestgraph/cypher/engine/fault"
)

const (
	// maxDepth bounds how deep brackets, subqueries and prefix operators may nest.
	maxDepth = 500
	// maxHeight bounds the height of an expression, which a long chain of operators makes high without
	// nesting: whoever walks the tree recurses that deep.
	maxHeight = 10_000
)

// A parser walks the tokens of one statement. Its methods are named after what they read; they leave the
// parser after it, or end the parse by a panic with a *fault.Error, which Parse turns into its result.
type parser struct {
	text   string
	tokens []token
	i      int
	bar    int // index of the | that ends the label expressions of a comprehension; 0 for none
	depth  int
	height int // of the highest expression read since the innermost expr began
}

// Parse reads one statement. Errors are *fault.Error with the place.
func Parse(text string) (st *Statement, err error) {
	p, err := newParser(text)
	if err != nil {
		return nil, err
	}
	defer recoverFault(&err)
	return p.statement(), nil
}

// ParseExpr reads one expression.
func ParseExpr(text string) (e Expr, err error) {
	p, err := newParser(text)
	if err != nil {
		return nil, err
	}
	defer recoverFault(&err)
	e = p.expr()
	if !p.at(tokEnd) {
		p.unexpected("the end of the expression")
	}
	return e, nil
}

func newParser(text string) (*parser, error) {
	tokens, err := lex(text)
	if err != nil {
		return nil, err
	}
	return &parser{text: text, tokens: tokens}, nil
}

// recoverFault ends the way of an error from fail to Parse; any other panic goes on.
func recoverFault(err *error) {
	switch r := recover().(type) {
	case nil:
	case *fault.Error:
		*err = r
	default:
		panic(r)
	}
}

func (p *parser) fail(at int, format string, args ...any) {
	panic(fault.At(at, fault.SyntaxError, format, args...))
}

// failDetail fails with the error detail of the openCypher TCK.
func (p *parser) failDetail(at int, detail, format string, args ...any) {
	e := fault.At(at, fault.SyntaxError, format, args...)
	e.Detail = detail
	panic(e)
}

// unexpected fails at the current token.
func (p *parser) unexpected(expected string) {
	p.failDetail(p.start(), "UnexpectedSyntax", "Invalid input '%s': expected %s", p.shown(), expected)
}

// shown gives the current token for an error message.
func (p *parser) shown() string {
	const most = 40
	s := p.tokenText(p.i)
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

func (p *parser) tokenText(i int) string {
	t := p.tokens[i]
	return p.text[t.start:t.end]
}

// start is the place of the current token.
func (p *parser) start() int { return int(p.tokens[p.i].start) }

// pos is start as a Pos.
func (p *parser) pos() Pos { return Pos(p.tokens[p.i].start) }

// end is where the token before the current one ends.
func (p *parser) end() int { return int(p.tokens[p.i-1].end) }

// kindAt gives the kind of the token n after the current one.
func (p *parser) kindAt(n int) kind {
	if p.i+n < len(p.tokens) {
		return p.tokens[p.i+n].kind
	}
	return tokEnd
}

// wordAt gives the keyword n tokens after the current one, or 0.
func (p *parser) wordAt(n int) word {
	if p.i+n < len(p.tokens) {
		return p.tokens[p.i+n].word
	}
	return 0
}

func (p *parser) at(k kind) bool     { return p.tokens[p.i].kind == k }
func (p *parser) atWord(w word) bool { return p.tokens[p.i].word == w }

// advance passes the current token; the last one stays.
func (p *parser) advance() {
	if p.i < len(p.tokens)-1 {
		p.i++
	}
}

func (p *parser) accept(k kind) bool {
	if !p.at(k) {
		return false
	}
	p.advance()
	return true
}

func (p *parser) acceptWord(w word) bool {
	if !p.atWord(w) {
		return false
	}
	p.advance()
	return true
}

// acceptWords passes all of ws when they stand next, or nothing.
func (p *parser) acceptWords(ws ...word) bool {
	for n, w := range ws {
		if p.wordAt(n) != w {
			return false
		}
	}
	p.i += len(ws)
	return true
}

// acceptAny passes one of ws, if it stands next.
func (p *parser) acceptAny(ws ...word) bool {
	for _, w := range ws {
		if p.acceptWord(w) {
			return true
		}
	}
	return false
}

func (p *parser) expect(k kind, shown string) {
	if !p.accept(k) {
		p.unexpected("'" + shown + "'")
	}
}

func (p *parser) expectWord(w word, shown string) {
	if !p.acceptWord(w) {
		p.unexpected("'" + shown + "'")
	}
}

// enter counts one level of nesting; leave must follow.
func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		p.fail(p.start(), "the statement nests more than %d levels deep", maxDepth)
	}
}

func (p *parser) leave() { p.depth-- }

// grow counts one more level of an expression that grows to the left.
func (p *parser) grow() {
	p.height++
	if p.height > maxHeight {
		p.fail(p.start(), "the expression is more than %d operators deep", maxHeight)
	}
}

// isName tells whether the token n after the current one can be a name.
func (p *parser) isName(n int) bool {
	k := p.kindAt(n)
	return k == tokWord || k == tokQuoted
}

// name reads a name; expected tells what it names.
func (p *parser) name(expected string) string {
	if !p.isName(0) {
		p.unexpected(expected)
	}
	s := p.tokenText(p.i)
	if p.at(tokQuoted) {
		s = unquoteName(s)
		if strings.Contains(s, `\u`) {
			s = p.unicodeName(s)
		}
	}
	p.advance()
	return s
}

// unicodeName resolves the \uXXXX in a quoted name, in which no other escape means anything.
func (p *parser) unicodeName(s string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, `\u`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		r, n := p.unicodeEscape(after, p.start())
		b.WriteRune(r)
		s = after[n:]
	}
}

// unquoteName takes off the backticks.
func unquoteName(s string) string {
	s = s[1 : len(s)-1]
	if strings.Contains(s, "``") {
		s = strings.ReplaceAll(s, "``", "`")
	}
	return s
}

func (p *parser) variable() *Variable {
	at := p.pos()
	return &Variable{Pos: at, Name: p.name("a variable name")}
}

// dottedName reads a.b.c, giving it with single dots and without backticks.
func (p *parser) dottedName(expected string) string {
	start := p.start()
	plain := !p.at(tokQuoted)
	name := p.name(expected)
	if !p.at(tokDot) {
		return name
	}
	for p.accept(tokDot) {
		plain = plain && !p.at(tokQuoted)
		name += "." + p.name("an identifier")
	}
	if written := p.text[start:p.end()]; plain && len(written) == len(name) {
		return written
	}
	return name
}
