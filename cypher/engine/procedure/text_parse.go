package procedure

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// The query language of full-text searches is that of Lucene's classic query parser, which Neo4j
// hands queries to:
//
//	query   = clause { [AND | && | OR | ||] clause }
//	clause  = [+ | - | ! | NOT] [field ":"] ( "(" query ")" | operand ) ["^" number]
//	operand = word ["~" [number]] | word with * or ? | '"' words '"' ["~" number] | "/" regex "/"
//	        | ("[" | "{") word TO word ("]" | "}") | "*:*"
//
// Clauses are optional unless AND or + makes them required or - or NOT excludes them.

type occur uint8

const (
	should occur = iota
	must
	mustNot
)

// A textNode is a parsed query before it is bound to an index.
type textNode struct {
	kind    textKind
	field   string  // empty: all fields
	text    string  // word, phrase, pattern, lower end of a range
	upper   string  // of a range
	open    [2]bool // range ends that are exclusive
	number  float64 // slop of a phrase, edits of a fuzzy word; -1 when not given
	boost   float64
	clauses []textClause
}

type textKind uint8

const (
	textWord textKind = iota
	textPhrase
	textPattern // word with * or ?
	textFuzzy
	textRegexp
	textRange
	textAll // *:*
	textBool
)

type textClause struct {
	occur occur
	node  *textNode
}

type textParser struct {
	in  []rune
	pos int
}

// parseText parses a query; the error says where it fails.
func parseText(query string) (n *textNode, err error) {
	p := &textParser{in: []rune(query)}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(textError)
			if !ok {
				panic(r)
			}
			n, err = nil, e
		}
	}()
	n = p.query(0)
	if p.pos < len(p.in) {
		p.fail("unexpected %q", p.in[p.pos])
	}
	return n, nil
}

type textError struct{ message string }

func (e textError) Error() string { return e.message }

func (p *textParser) fail(format string, args ...any) {
	panic(textError{fmt.Sprintf("cannot parse the query at column %d: ", p.pos) + fmt.Sprintf(format, args...)})
}

// maxTextDepth bounds how deep parentheses nest.
const maxTextDepth = 100

func (p *textParser) query(depth int) *textNode {
	if depth > maxTextDepth {
		p.fail("parentheses nest too deep")
	}
	n := &textNode{kind: textBool, boost: 1}
	for {
		p.space()
		if p.pos >= len(p.in) || p.in[p.pos] == ')' {
			break
		}
		and := false
		if len(n.clauses) > 0 {
			switch {
			case p.word("AND"), p.literal("&&"):
				and = true
			case p.word("OR"), p.literal("||"):
			}
			p.space()
		}
		occurs := should
		switch {
		case p.literal("+"):
			occurs = must
		case p.literal("-"), p.literal("!"), p.word("NOT"):
			occurs = mustNot
		}
		if and {
			if last := &n.clauses[len(n.clauses)-1]; last.occur == should {
				last.occur = must
			}
			if occurs == should {
				occurs = must
			}
		}
		n.clauses = append(n.clauses, textClause{occurs, p.clause(depth)})
	}
	if len(n.clauses) == 0 {
		p.fail("a word is missing")
	}
	return n
}

func (p *textParser) clause(depth int) *textNode {
	p.space()
	field := p.field()
	if field == "*" && p.literal("*") {
		return p.boosted(&textNode{kind: textAll})
	}
	var n *textNode
	if p.literal("(") {
		n = p.query(depth + 1)
		p.space()
		if !p.literal(")") {
			p.fail("a ) is missing")
		}
		n.setField(field)
	} else {
		n = p.operand()
		n.field = field
	}
	return p.boosted(n)
}

// setField gives a field to the words of a group that name none.
func (n *textNode) setField(field string) {
	if field == "" {
		return
	}
	if n.kind != textBool && n.field == "" {
		n.field = field
	}
	for _, c := range n.clauses {
		c.node.setField(field)
	}
}

// field reads a word and a colon; without the colon it reads nothing.
func (p *textParser) field() string {
	start := p.pos
	if p.literal("*:") {
		return "*"
	}
	name, _ := p.term()
	if name != "" && p.literal(":") {
		return name
	}
	p.pos = start
	return ""
}

func (p *textParser) boosted(n *textNode) *textNode {
	n.boost = 1
	if p.literal("^") {
		if n.boost = p.number(); n.boost < 0 {
			p.fail("a number is missing after ^")
		}
	}
	return n
}

func (p *textParser) operand() *textNode {
	switch {
	case p.literal(`"`):
		n := &textNode{kind: textPhrase, text: p.until('"')}
		if p.literal("~") {
			n.number = max(p.number(), 0)
		}
		return n
	case p.literal("/"):
		return &textNode{kind: textRegexp, text: p.until('/')}
	case p.literal("["):
		return p.span(false)
	case p.literal("{"):
		return p.span(true)
	}
	text, pattern := p.term()
	if text == "" {
		p.fail("a word is missing")
	}
	if pattern {
		return &textNode{kind: textPattern, text: text}
	}
	if p.literal("~") {
		return &textNode{kind: textFuzzy, text: text, number: p.number()}
	}
	return &textNode{kind: textWord, text: text}
}

// span reads a range after its opening bracket.
func (p *textParser) span(open bool) *textNode {
	n := &textNode{kind: textRange, open: [2]bool{open, false}}
	end := func() string {
		p.space()
		if p.literal(`"`) {
			return p.until('"')
		}
		start := p.pos
		for p.pos < len(p.in) && !unicode.IsSpace(p.in[p.pos]) && p.in[p.pos] != ']' && p.in[p.pos] != '}' {
			p.pos++
		}
		return string(p.in[start:p.pos])
	}
	n.text = end()
	p.space()
	if !p.word("TO") {
		p.fail("TO is missing in a range")
	}
	n.upper = end()
	p.space()
	switch {
	case p.literal("]"):
	case p.literal("}"):
		n.open[1] = true
	default:
		p.fail("a ] or } is missing after a range")
	}
	if n.text == "" || n.upper == "" {
		p.fail("a range needs both ends")
	}
	return n
}

// term reads a word. Escaped characters lose their backslash, but * and ? of patterns keep it, so
// that they can be told from wildcards.
func (p *textParser) term() (text string, pattern bool) {
	var b strings.Builder
	start := p.pos
	for p.pos < len(p.in) {
		r := p.in[p.pos]
		if r == '\\' {
			if p.pos++; p.pos >= len(p.in) {
				p.fail("a character is missing after \\")
			}
			r = p.in[p.pos]
			if r == '*' || r == '?' || r == '\\' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
			p.pos++
			continue
		}
		if unicode.IsSpace(r) || strings.ContainsRune(`!():^[]"{}~/`, r) || p.pos == start && (r == '+' || r == '-') {
			break
		}
		pattern = pattern || r == '*' || r == '?'
		b.WriteRune(r)
		p.pos++
	}
	if pattern {
		return b.String(), true
	}
	return strings.NewReplacer(`\*`, "*", `\?`, "?", `\\`, `\`).Replace(b.String()), false
}

// until reads up to an end mark, which a backslash escapes.
func (p *textParser) until(end rune) string {
	var b strings.Builder
	for ; p.pos < len(p.in); p.pos++ {
		switch r := p.in[p.pos]; {
		case r == end:
			p.pos++
			return b.String()
		case r == '\\' && p.pos+1 < len(p.in):
			p.pos++
			if end == '/' && p.in[p.pos] != '/' {
				b.WriteByte('\\')
			}
			b.WriteRune(p.in[p.pos])
		default:
			b.WriteRune(r)
		}
	}
	p.fail("a %c is missing", end)
	return ""
}

// number reads a number, -1 when there is none.
func (p *textParser) number() float64 {
	start := p.pos
	for p.pos < len(p.in) && (unicode.IsDigit(p.in[p.pos]) || p.in[p.pos] == '.') {
		p.pos++
	}
	f, err := strconv.ParseFloat(string(p.in[start:p.pos]), 64)
	if err != nil {
		p.pos = start
		return -1
	}
	return f
}

func (p *textParser) space() {
	for p.pos < len(p.in) && unicode.IsSpace(p.in[p.pos]) {
		p.pos++
	}
}

func (p *textParser) literal(s string) bool {
	if strings.HasPrefix(string(p.in[p.pos:min(len(p.in), p.pos+len(s))]), s) {
		p.pos += len(s)
		return true
	}
	return false
}

// word reads an operator written as a word, which a space or a parenthesis must follow.
func (p *textParser) word(s string) bool {
	end := p.pos + len(s)
	if end > len(p.in) || string(p.in[p.pos:end]) != s {
		return false
	}
	if end < len(p.in) && !unicode.IsSpace(p.in[end]) && p.in[end] != '(' {
		return false
	}
	p.pos = end
	return true
}
