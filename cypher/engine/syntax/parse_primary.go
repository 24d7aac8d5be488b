package syntax

import (
	"math"

	"guestgraph/cypher/engine/value"
)

// primary reads an expression without operators.
func (p *parser) primary() Expr {
	switch p.tokens[p.i].kind {
	case tokWord:
		if e := p.wordPrimary(); e != nil {
			return e
		}
		return p.named()
	case tokQuoted:
		return p.named()
	case tokInt, tokFloat, tokBadNumber:
		return p.number(p.pos(), false)
	case tokString:
		l := &Literal{Pos: p.pos(), Text: p.tokenText(p.i)}
		l.Value = value.String(p.stringText())
		return l
	case tokDollar:
		return p.parameter()
	case tokLParen:
		return p.parenthesized()
	case tokLBracket:
		return p.bracketed()
	case tokLBrace:
		return p.mapLiteral()
	}
	p.unexpected("an expression")
	return nil
}

// wordPrimary reads an expression that a keyword begins, or gives nil where the word is but a name.
func (p *parser) wordPrimary() Expr {
	switch w := p.tokens[p.i].word; w {
	case 0:
		return nil
	case wNull:
		return p.literal(value.Value{})
	case wTrue, wFalse:
		return p.literal(value.Bool(w == wTrue))
	case wInf, wInfinity:
		return p.literal(value.Float(math.Inf(1)))
	case wNaN:
		return p.literal(value.Float(math.NaN()))
	case wCase:
		if p.startsOperand(1) {
			return p.caseExpr()
		}
	case wExists, wCount, wCollect:
		switch p.kindAt(1) {
		case tokLBrace:
			if !p.isProjectionBrace(1) {
				return p.subquery()
			}
		case tokLParen:
			if w == wExists && p.isPattern(2) {
				return p.existsPattern()
			}
		}
	case wAll, wAny, wNone, wSingle:
		if p.kindAt(1) == tokLParen && p.isName(2) && p.wordAt(3) == wIn {
			return p.listPredicate()
		}
	case wReduce:
		if p.kindAt(1) == tokLParen && p.isName(2) && p.kindAt(3) == tokEq {
			return p.reduce()
		}
	case wShortestPath, wAllShortestPaths:
		if p.kindAt(1) == tokLParen && p.nodeEnd(2) > 0 {
			pp := &PathPattern{Pos: p.pos(), SelectAt: p.pos()}
			p.shortestFunction(pp)
			return &PatternPredicate{Pos: pp.Pos, Pattern: pp}
		}
	case wTrim:
		if p.kindAt(1) == tokLParen {
			return p.trim()
		}
	case wNormalize:
		if p.kindAt(1) == tokLParen {
			return p.normalize()
		}
	}
	return nil
}

// isProjectionBrace tells whether the { n tokens on opens a map projection and not a subquery.
func (p *parser) isProjectionBrace(n int) bool {
	switch p.kindAt(n + 1) {
	case tokRBrace, tokDot:
		return true
	case tokWord, tokQuoted:
		switch p.kindAt(n + 2) {
		case tokColon, tokComma, tokRBrace:
			return true
		}
	}
	return false
}

// named reads a variable, a map projection of one, or a function call.
func (p *parser) named() Expr {
	if p.isCall() {
		return p.functionCall()
	}
	v := p.variable()
	if p.at(tokLBrace) {
		return p.mapProjection(v)
	}
	return v
}

// isCall tells whether a (dotted) name and ( stand here.
func (p *parser) isCall() bool {
	n := 1
	for p.kindAt(n) == tokDot && p.isName(n+1) {
		n += 2
	}
	return p.kindAt(n) == tokLParen
}

// functionCall reads name([DISTINCT] args) or name(*).
func (p *parser) functionCall() Expr {
	c := &Call{Pos: p.pos(), Name: p.dottedName("a function name")}
	p.enter()
	p.expect(tokLParen, "(")
	switch {
	case p.at(tokRParen):
	case p.at(tokStar) && p.kindAt(1) == tokRParen:
		p.advance()
		c.Star = true
	default:
		if p.atWord(wDistinct) && p.startsOperand(1) {
			p.advance()
			c.Distinct = true
		} else if p.atWord(wAll) && p.startsOperand(1) && p.kindAt(1) != tokLParen {
			p.advance()
		}
		c.Args = p.exprs()
	}
	p.expect(tokRParen, ")")
	p.leave()
	return c
}

// trim reads trim([LEADING|TRAILING|BOTH] [chars] FROM s) as the function of the same effect.
func (p *parser) trim() Expr {
	c := &Call{Pos: p.pos(), Name: p.tokenText(p.i)}
	p.i += 2
	name := ""
	switch next := p.kindAt(1); {
	case next == tokRParen || next == tokDot || next == tokComma:
	case p.acceptWord(wBoth):
		name = "btrim"
	case p.acceptWord(wLeading):
		name = "ltrim"
	case p.acceptWord(wTrailing):
		name = "rtrim"
	}
	var chars []Expr
	if !p.at(tokRParen) && !p.atWord(wFrom) {
		chars = p.exprs()
	}
	if p.acceptWord(wFrom) {
		if name == "" {
			name = "btrim"
		}
		c.Args = append(p.exprs(), chars...)
	} else {
		if name != "" {
			p.unexpected("'FROM'")
		}
		c.Args = chars
	}
	if name != "" {
		c.Name = name
	}
	p.expect(tokRParen, ")")
	return c
}

// normalize reads normalize(s [, form]), in which the form is a bare keyword.
func (p *parser) normalize() Expr {
	c := &Call{Pos: p.pos(), Name: p.tokenText(p.i)}
	p.i += 2
	for !p.at(tokRParen) {
		if form := normalForm(p.tokens[p.i].word); form != "" && len(c.Args) == 1 && p.kindAt(1) == tokRParen {
			c.Args = append(c.Args, p.literal(value.String(form)))
			break
		}
		c.Args = append(c.Args, p.expr())
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(tokRParen, ")")
	return c
}

// parenthesized reads (e) or a pattern used as an expression.
func (p *parser) parenthesized() Expr {
	if p.isPattern(0) {
		return p.patternPredicate()
	}
	p.advance()
	e := p.expr()
	p.expect(tokRParen, ")")
	return e
}

// patternPredicate reads (a)-[r]-(b)….
func (p *parser) patternPredicate() *PatternPredicate {
	pp := &PathPattern{Pos: p.pos()}
	pp.Elements = p.pathElements(false)
	return &PatternPredicate{Pos: pp.Pos, Pattern: pp}
}

// existsPattern reads exists((a)-[r]-(b)).
func (p *parser) existsPattern() Expr {
	at := p.pos()
	p.i += 2
	e := p.patternPredicate()
	e.Pos = at
	e.Exists = true
	p.expect(tokRParen, ")")
	return e
}

// caseExpr reads CASE [input] WHEN … THEN … [ELSE …] END.
func (p *parser) caseExpr() Expr {
	c := &Case{Pos: p.pos()}
	p.enter()
	p.advance()
	if !p.atWord(wWhen) || p.wordAt(1) == wWhen {
		c.Input = p.expr()
	}
	for p.atWord(wWhen) {
		c.Whens = append(c.Whens, p.when(c.Input != nil))
	}
	if len(c.Whens) == 0 {
		p.unexpected("'WHEN'")
	}
	if p.acceptWord(wElse) {
		c.Else = p.expr()
	}
	p.expectWord(wEnd, "END")
	p.leave()
	return c
}

// when reads WHEN conditions THEN e.
func (p *parser) when(simple bool) When {
	w := When{Pos: p.pos()}
	p.advance()
	for {
		if simple {
			w.Conds = append(w.Conds, p.whenOperand())
		} else {
			w.Conds = append(w.Conds, p.expr())
		}
		if !simple || !p.accept(tokComma) {
			break
		}
	}
	p.expectWord(wThen, "THEN")
	w.Then = p.expr()
	return w
}

// whenOperand reads a value, or the rest of a comparison of the input: > 3, IS NULL, STARTS WITH 'a'.
func (p *parser) whenOperand() Expr {
	at := p.pos()
	op, strength, length := p.operator()
	isWord := p.at(tokWord)
	if isWord && (op == OpIn || op == OpContains || p.atWord(wIs) && p.isLabelAfterIs()) {
		return p.expr()
	}
	input := &CaseInput{Pos: at}
	switch strength {
	case strengthComparison:
		p.advance()
		c := &Comparison{Pos: at, First: input, Ops: []Op{op}}
		c.Rest = []Expr{p.binary(strengthPredicate)}
		return &Compared{Pos: at, Expr: c}
	case strengthPredicate:
		if !isWord || p.atWord(wIs) || length == 2 {
			return &Compared{Pos: at, Expr: p.predicate(input, op, length)}
		}
	}
	return p.expr()
}
