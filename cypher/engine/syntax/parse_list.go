package syntax

// bracketed reads a list, a list comprehension or a pattern comprehension.
func (p *parser) bracketed() Expr {
	p.enter()
	defer p.leave()
	bar, comma := p.lastBarOrComma()
	switch {
	case p.isName(1) && p.wordAt(2) == wIn && !comma:
		return p.listComprehension(bar)
	case bar > 0 && p.isPatternComprehension():
		return p.patternComprehension(bar)
	}
	l := &ListLiteral{Pos: p.pos()}
	p.advance()
	if !p.at(tokRBracket) {
		l.Items = p.exprs()
	}
	p.expect(tokRBracket, "]")
	return l
}

// isPatternComprehension tells whether [ v = (…)-… or [ (…)-… stands here.
func (p *parser) isPatternComprehension() bool {
	n := 1
	if p.isName(1) && p.kindAt(2) == tokEq {
		n = 3
	}
	return p.isPattern(n)
}

// lastBarOrComma looks through the bracket that opens here, but not into brackets inside it, and gives the
// index of the last | and whether a comma stands before any | or WHERE.
//
// A comprehension's | is the last one: those before it join labels, as in [x IN xs WHERE x:A|B | x].
func (p *parser) lastBarOrComma() (bar int, comma bool) {
	closing := int(p.tokens[p.i].pair)
	where, cases := false, 0
	for i := p.i + 1; i < closing; i++ {
		t := p.tokens[i]
		switch {
		case t.pair > 0:
			i = int(t.pair)
		case t.kind == tokPipe:
			bar = i
		case t.word == wWhere:
			where = true
		case t.word == wCase:
			cases++
		case t.word == wEnd:
			cases--
		case t.kind == tokComma && bar == 0 && !where && cases <= 0:
			comma = true
		}
	}
	return bar, comma
}

// lastBar is lastBarOrComma without the comma.
func (p *parser) lastBar() int {
	bar, _ := p.lastBarOrComma()
	return bar
}

// listComprehension reads [v IN list WHERE e | e].
func (p *parser) listComprehension(bar int) Expr {
	c := &ListComprehension{Pos: p.pos()}
	p.advance()
	outer := p.bar
	p.bar = bar
	c.Var = p.variable()
	p.advance()
	c.List = p.expr()
	c.Where = p.where()
	if p.accept(tokPipe) {
		c.Map = p.expr()
	}
	p.bar = outer
	p.expect(tokRBracket, "]")
	return c
}

// patternComprehension reads [v = pattern WHERE e | e].
func (p *parser) patternComprehension(bar int) Expr {
	c := &PatternComprehension{Pos: p.pos()}
	p.advance()
	outer := p.bar
	p.bar = bar
	pp := &PathPattern{Pos: p.pos()}
	if p.isName(0) {
		pp.Var = p.variable()
		p.advance()
	}
	pp.Elements = p.pathElements(false)
	c.Pattern = pp
	c.Where = p.where()
	p.expect(tokPipe, "|")
	c.Map = p.expr()
	p.bar = outer
	p.expect(tokRBracket, "]")
	return c
}

// listPredicate reads all(v IN list WHERE e) and its like.
func (p *parser) listPredicate() Expr {
	l := &ListPredicate{Pos: p.pos(), Kind: listPredicates[p.tokens[p.i].word]}
	p.i += 2
	l.Var = p.variable()
	p.advance()
	l.List = p.expr()
	l.Where = p.where()
	p.expect(tokRParen, ")")
	return l
}

var listPredicates = map[word]string{wAll: "all", wAny: "any", wNone: "none", wSingle: "single"}

// reduce reads reduce(acc = init, v IN list | e).
func (p *parser) reduce() Expr {
	r := &Reduce{Pos: p.pos()}
	p.advance()
	outer := p.bar
	p.bar = p.lastBar()
	p.advance()
	r.Acc = p.variable()
	p.advance()
	r.Init = p.expr()
	p.expect(tokComma, ",")
	r.Var = p.variable()
	p.expectWord(wIn, "IN")
	r.List = p.expr()
	if !p.accept(tokPipe) {
		p.fail(int(r.Pos), "reduce(...) requires '| expression' (an accumulation expression)")
	}
	r.Expr = p.expr()
	p.bar = outer
	p.expect(tokRParen, ")")
	return r
}

// subquery reads EXISTS, COUNT or COLLECT { … }; the first two also take a bare pattern.
func (p *parser) subquery() Expr {
	s := &Subquery{Pos: p.pos()}
	w := p.tokens[p.i].word
	s.Kind = subqueries[w]
	p.enter()
	p.i += 2
	if w != wCollect && p.isBarePattern() {
		s.Short = true
		m := &Match{Pos: p.pos(), Patterns: p.patterns()}
		m.Where = p.where()
		single := &SingleQuery{Pos: m.Pos, Clauses: []Clause{m}}
		s.Query = &Query{Pos: m.Pos, Parts: []*SingleQuery{single}}
	} else {
		s.Query = p.query()
	}
	p.expect(tokRBrace, "}")
	p.leave()
	return s
}

var subqueries = map[word]string{wExists: "exists", wCount: "count", wCollect: "collect"}

// isBarePattern tells whether a pattern, and no clause, begins here.
func (p *parser) isBarePattern() bool {
	switch {
	case p.at(tokLParen), p.isName(0) && p.kindAt(1) == tokEq, p.isShortestFunction(0):
		return true
	}
	return p.atWord(wAny) || p.atWord(wAll) || p.atWord(wShortest)
}

// mapProjection reads {.key, .*, k: e, v} after v.
func (p *parser) mapProjection(v *Variable) Expr {
	m := &MapProjection{Pos: v.Pos, Expr: v}
	p.enter()
	p.advance()
	for !p.at(tokRBrace) {
		m.Items = append(m.Items, p.projectionItem())
		if !p.accept(tokComma) {
			break
		}
	}
	p.expect(tokRBrace, "}")
	p.leave()
	return m
}

func (p *parser) projectionItem() ProjectionItem {
	item := ProjectionItem{Pos: p.pos()}
	if p.accept(tokDot) {
		if p.accept(tokStar) {
			item.All = true
		} else {
			item.Key = p.name("a property name or '*'")
		}
		return item
	}
	v := p.variable()
	item.Key = v.Name
	if p.accept(tokColon) {
		item.Expr = p.expr()
	} else {
		item.Expr = v
	}
	return item
}
