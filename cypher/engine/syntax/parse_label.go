package syntax

// labelExpr reads what follows the colon: L|R of L&R of !L.
func (p *parser) labelExpr() LabelExpr {
	p.enter()
	l := p.labelAnd()
	for p.at(tokPipe) && p.i != p.bar {
		at := p.pos()
		p.advance()
		p.accept(tokColon)
		p.grow()
		l = &LabelOr{Pos: at, L: l, R: p.labelAnd()}
	}
	p.leave()
	return l
}

func (p *parser) labelAnd() LabelExpr {
	l := p.labelNot()
	for p.at(tokAmp) || p.at(tokColon) {
		and := &LabelAnd{Pos: p.pos(), L: l, Colon: p.at(tokColon)}
		p.advance()
		p.grow()
		and.R = p.labelNot()
		l = and
	}
	return l
}

func (p *parser) labelNot() LabelExpr {
	at := p.pos()
	switch {
	case p.accept(tokBang):
		p.enter()
		n := &LabelNot{Pos: at, E: p.labelNot()}
		p.leave()
		return n
	case p.accept(tokPercent):
		return &LabelWildcard{Pos: at}
	case p.accept(tokLParen):
		l := p.labelExpr()
		p.expect(tokRParen, ")")
		return l
	}
	return p.labelName()
}

// labelName reads a name, $(e), $all(e) or $any(e).
func (p *parser) labelName() *LabelName {
	l := &LabelName{Pos: p.pos()}
	if !p.accept(tokDollar) {
		l.Name = p.name("a label, a relationship type, '!', '%', '$' or '('")
		return l
	}
	if p.acceptWord(wAny) {
		l.Any = true
	} else {
		p.acceptWord(wAll)
	}
	p.expect(tokLParen, "(")
	l.Dynamic = p.expr()
	p.expect(tokRParen, ")")
	return l
}

// labelList reads :A:B, IS A or :$(e), as SET and REMOVE take them.
func (p *parser) labelList() []LabelName {
	if p.acceptWord(wIs) {
		list := []LabelName{*p.labelName()}
		for p.accept(tokColon) {
			list = append(list, *p.labelName())
		}
		return list
	}
	var list []LabelName
	for p.accept(tokColon) {
		list = append(list, *p.labelName())
	}
	return list
}
