package syntax

// The binding strength of operators, weakest first. NOT binds between AND and the comparisons.
const (
	strengthOr = iota + 1
	strengthXor
	strengthAnd
	strengthNot
	strengthComparison
	strengthPredicate // IN, STARTS WITH, IS NULL, …: at most one, as in Neo4j
	strengthAdd
	strengthMul
	strengthPow
)

// expr reads an expression.
func (p *parser) expr() Expr {
	p.enter()
	outer := p.height
	p.height = 0
	e := p.binary(strengthOr)
	p.height = max(outer, p.height+1)
	p.leave()
	return e
}

// exprs reads expressions separated by commas.
func (p *parser) exprs() []Expr {
	list := []Expr{p.expr()}
	for p.accept(tokComma) {
		list = append(list, p.expr())
	}
	return list
}

// binary reads an operand and the operators after it that bind at least as strongly as lowest.
// highest falls with each operator read: what follows e IS NULL, say, cannot bind to NULL.
func (p *parser) binary(lowest int) Expr {
	var left Expr
	highest := strengthPow
	if lowest <= strengthNot && p.atWord(wNot) && p.startsOperand(1) {
		left = p.not()
		highest = strengthAnd
	} else {
		left = p.unary()
	}
	for {
		op, strength, length := p.operator()
		if strength < lowest || strength > highest || length == 0 {
			return left
		}
		p.grow()
		highest = strength
		switch strength {
		case strengthComparison:
			left = p.comparison(left)
			continue
		case strengthPredicate:
			left = p.predicate(left, op, length)
			highest = strengthComparison
			continue
		}
		at := p.pos()
		p.i += length
		left = &Binary{Pos: at, Op: op, L: left, R: p.binary(strength + 1)}
	}
}

// not reads NOT e.
func (p *parser) not() Expr {
	at := p.pos()
	p.enter()
	p.advance()
	e := p.binary(strengthNot)
	p.grow()
	p.leave()
	return &Unary{Pos: at, Op: OpNot, E: e}
}

// operator gives the operator that stands here, its strength and its number of tokens (0 for none).
// IS and :: are of strengthPredicate with OpEq, which predicate tells apart by their tokens.
func (p *parser) operator() (op Op, strength, length int) {
	switch t := p.tokens[p.i]; t.kind {
	case tokWord:
		return p.wordOperator(t.word)
	case tokEq, tokNe, tokLt, tokLe, tokGt, tokGe:
		return comparisons[t.kind-tokEq], strengthComparison, 1
	case tokBangEq:
		p.fail(p.start(), "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)")
	case tokRegex:
		return OpRegex, strengthPredicate, 1
	case tokColonColon:
		return OpEq, strengthPredicate, 1
	case tokPlus:
		return OpAdd, strengthAdd, 1
	case tokMinus:
		return OpSub, strengthAdd, 1
	case tokPipePipe:
		return OpConcat, strengthAdd, 1
	case tokStar:
		return OpMul, strengthMul, 1
	case tokSlash:
		return OpDiv, strengthMul, 1
	case tokPercent:
		return OpMod, strengthMul, 1
	case tokCaret:
		return OpPow, strengthPow, 1
	}
	return 0, 0, 0
}

// comparisons is indexed by kind, from tokEq on; tokBangEq is no operator.
var comparisons = [...]Op{
	0: OpEq, tokNe - tokEq: OpNe, tokLt - tokEq: OpLt, tokLe - tokEq: OpLe, tokGt - tokEq: OpGt, tokGe - tokEq: OpGe,
}

func (p *parser) wordOperator(w word) (op Op, strength, length int) {
	switch w {
	case wOr:
		return OpOr, strengthOr, 1
	case wXor:
		return OpXor, strengthXor, 1
	case wAnd:
		return OpAnd, strengthAnd, 1
	case wIn:
		return OpIn, strengthPredicate, 1
	case wContains:
		return OpContains, strengthPredicate, 1
	case wStarts:
		if p.wordAt(1) == wWith {
			return OpStartsWith, strengthPredicate, 2
		}
	case wEnds:
		if p.wordAt(1) == wWith {
			return OpEndsWith, strengthPredicate, 2
		}
	case wIs:
		return OpEq, strengthPredicate, 1
	}
	return 0, 0, 0
}

// comparison reads the rest of a chain of comparisons.
func (p *parser) comparison(first Expr) Expr {
	c := &Comparison{Pos: p.pos(), First: first}
	for {
		op, strength, _ := p.operator()
		if strength != strengthComparison {
			return c
		}
		p.advance()
		p.grow()
		c.Ops = append(c.Ops, op)
		c.Rest = append(c.Rest, p.binary(strengthPredicate))
	}
}

// predicate reads what follows left: IN e, STARTS WITH e, IS …, :: type.
func (p *parser) predicate(left Expr, op Op, length int) Expr {
	at := p.pos()
	switch {
	case p.accept(tokColonColon):
		return &IsTyped{Pos: at, E: left, Type: p.typ()}
	case p.acceptWord(wIs):
		return p.is(left, at)
	}
	p.i += length
	return &Binary{Pos: at, Op: op, L: left, R: p.binary(strengthAdd)}
}

// is reads what follows IS: [NOT] NULL, [NOT] :: type, [NOT] [form] NORMALIZED. IS Label belongs to postfix.
func (p *parser) is(left Expr, at Pos) Expr {
	not := p.acceptWord(wNot)
	switch {
	case p.acceptWord(wNull):
		return &IsNull{Pos: at, E: left, Not: not}
	case p.acceptWord(wTyped), p.accept(tokColonColon):
		return &IsTyped{Pos: at, E: left, Not: not, Type: p.typ()}
	case p.acceptWord(wNormalized):
		return &IsNormalized{Pos: at, E: left, Not: not, Form: "NFC"}
	}
	if form := normalForm(p.tokens[p.i].word); form != "" && p.wordAt(1) == wNormalized {
		p.i += 2
		return &IsNormalized{Pos: at, E: left, Not: not, Form: form}
	}
	p.unexpected("'::', 'NFC', 'NFD', 'NFKC', 'NFKD', 'NORMALIZED', 'NOT', 'NULL' or 'TYPED'")
	return nil
}

func normalForm(w word) string {
	switch w {
	case wNFC:
		return "NFC"
	case wNFD:
		return "NFD"
	case wNFKC:
		return "NFKC"
	case wNFKD:
		return "NFKD"
	}
	return ""
}

// unary reads [+|-] e. A minus before a number belongs to the number.
func (p *parser) unary() Expr {
	op := OpPlus
	switch p.tokens[p.i].kind {
	case tokPlus:
	case tokMinus:
		op = OpMinus
	default:
		return p.labelled(p.postfix(p.primary()))
	}
	at := p.pos()
	p.enter()
	p.advance()
	defer p.leave()
	if op == OpMinus && (p.at(tokInt) || p.at(tokFloat)) {
		return p.labelled(p.postfix(p.number(at, true)))
	}
	e := p.unary()
	p.grow()
	return &Unary{Pos: at, Op: op, E: e}
}

// postfix reads .key, [index] and [from..to] after e.
func (p *parser) postfix(e Expr) Expr {
	for {
		switch p.tokens[p.i].kind {
		case tokDot:
			p.advance()
			at := p.pos()
			e = &Property{Pos: at, Expr: e, Key: p.name("an identifier")}
		case tokLBracket:
			e = p.index(e)
		default:
			return e
		}
		p.grow()
	}
}

// index reads [i], [from..to], [from..], [..to] or [..].
func (p *parser) index(e Expr) Expr {
	at := p.pos()
	p.advance()
	var from, to Expr
	if !p.at(tokDotDot) {
		from = p.expr()
	}
	if !p.accept(tokDotDot) {
		p.expect(tokRBracket, "]")
		return &Index{Pos: at, Expr: e, Index: from}
	}
	if !p.at(tokRBracket) {
		to = p.expr()
	}
	p.expect(tokRBracket, "]")
	return &Slice{Pos: at, Expr: e, From: from, To: to}
}

// labelled reads :Labels or IS Labels after e, which bind as strongly as .key.
func (p *parser) labelled(e Expr) Expr {
	for p.at(tokColon) || p.atWord(wIs) && p.isLabelAfterIs() {
		h := &HasLabels{Pos: p.pos(), E: e}
		p.advance()
		h.Labels = p.labelExpr()
		p.grow()
		e = p.postfix(h)
	}
	return e
}

// isLabelAfterIs tells IS Label from IS NULL and its like.
func (p *parser) isLabelAfterIs() bool {
	switch p.kindAt(1) {
	case tokQuoted, tokBang, tokPercent, tokDollar, tokLParen:
		return true
	case tokWord:
		switch w := p.wordAt(1); w {
		case wNot, wNull, wTyped, wNormalized:
			return false
		default:
			return normalForm(w) == "" || p.wordAt(2) != wNormalized
		}
	}
	return false
}

// startsOperand tells whether the token n after the current one can begin an operand, which decides
// whether the word before it is a keyword or a name.
func (p *parser) startsOperand(n int) bool {
	switch p.kindAt(n) {
	case tokQuoted, tokInt, tokFloat, tokBadNumber, tokString, tokLParen, tokLBracket, tokLBrace, tokDollar, tokPlus, tokMinus, tokStar:
		return true
	case tokWord:
		switch p.wordAt(n) {
		case wAs, wAnd, wOr, wXor, wIn, wIs, wStarts, wEnds, wContains, wOrder, wSkip, wLimit, wThen, wElse, wWhere, wUnion, wDesc, wAsc:
			// Only a name that is the whole operand can follow here.
			return p.kindAt(n+1) == tokEnd || p.kindAt(n+1) == tokDot || p.kindAt(n+1) == tokComma || p.wordAt(n+1) == wAs
		}
		return true
	}
	return false
}
