package syntax

// call reads CALL of a procedure or a subquery.
func (p *parser) call(optional bool) Clause {
	at := p.pos()
	if optional {
		p.advance()
	}
	p.advance()
	if p.at(tokLBrace) || p.at(tokLParen) {
		return p.callSubquery(at, optional)
	}
	return p.callProcedure(at, optional)
}

// callProcedure reads name(args) YIELD columns WHERE e.
func (p *parser) callProcedure(at Pos, optional bool) Clause {
	c := &CallProcedure{Pos: at, Optional: optional, Name: p.dottedName("a procedure name, '{' or '('")}
	if p.accept(tokLParen) {
		c.HasArgs = true
		if !p.at(tokRParen) {
			c.Args = p.exprs()
		}
		p.expect(tokRParen, ")")
	}
	if p.acceptWord(wYield) {
		c.HasYield = true
		c.Yield, c.YieldAll = p.yield()
		c.Where = p.where()
	}
	return c
}

// callSubquery reads [(imports)] { query } [IN TRANSACTIONS …].
func (p *parser) callSubquery(at Pos, optional bool) Clause {
	c := &CallSubquery{Pos: at, Optional: optional}
	if p.accept(tokLParen) {
		c.HasScope = true
		switch {
		case p.accept(tokStar):
			c.ScopeAll = true
		case !p.at(tokRParen):
			c.Imports = append(c.Imports, p.variable())
			for p.accept(tokComma) {
				c.Imports = append(c.Imports, p.variable())
			}
		}
		p.expect(tokRParen, ")")
	}
	p.expect(tokLBrace, "{")
	c.Query = p.query()
	p.expect(tokRBrace, "}")
	if p.atWord(wIn) {
		c.InTx = p.inTransactions()
	}
	return c
}

// inTransactions reads IN [[n] CONCURRENT] TRANSACTIONS with its options in any order.
func (p *parser) inTransactions() *InTransactions {
	t := &InTransactions{Pos: p.pos()}
	p.advance()
	if !p.atWord(wTransactions) && !p.atWord(wConcurrent) {
		t.Workers = p.expr()
	}
	t.Concurrent = p.acceptWord(wConcurrent)
	if t.Workers != nil && !t.Concurrent {
		p.unexpected("'CONCURRENT'")
	}
	p.expectWord(wTransactions, "TRANSACTIONS")
	for {
		switch at := p.start(); {
		case p.acceptWord(wOf):
			p.once(at, t.Rows == nil, "OF ROWS")
			t.Rows = p.expr()
			if !p.acceptAny(wRow, wRows) {
				p.unexpected("'ROW' or 'ROWS'")
			}
		case p.acceptWords(wOn, wError):
			p.once(at, t.OnError == "", "ON ERROR")
			t.OnError = p.onError()
		case p.acceptWords(wReport, wStatus):
			p.once(at, t.Report == nil, "REPORT STATUS")
			p.expectWord(wAs, "AS")
			t.Report = p.variable()
		default:
			return t
		}
	}
}

// once fails when the option was there before.
func (p *parser) once(at int, first bool, option string) {
	if !first {
		p.fail(at, "Duplicated %s parameter", option)
	}
}

func (p *parser) onError() string {
	switch {
	case p.acceptWord(wFail):
		return "FAIL"
	case p.acceptWord(wContinue):
		return "CONTINUE"
	case p.acceptWord(wBreak):
		return "BREAK"
	}
	p.unexpected("'BREAK', 'CONTINUE' or 'FAIL'")
	return ""
}
