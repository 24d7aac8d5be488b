package syntax

// clause reads one clause, or gives nil where none begins.
func (p *parser) clause() Clause {
	switch p.tokens[p.i].word {
	case wMatch:
		return p.match(false)
	case wOptional:
		return p.optional()
	case wUnwind:
		return p.unwind()
	case wWith:
		return p.with()
	case wOrder, wSkip, wOffset, wLimit:
		return p.bareOrder()
	case wReturn:
		at := p.pos()
		p.advance()
		return &Return{Pos: at, Projection: p.projection()}
	case wFinish:
		at := p.pos()
		p.advance()
		return &Finish{Pos: at}
	case wCreate, wInsert:
		at := p.pos()
		p.advance()
		return &Create{Pos: at, Patterns: p.patterns()}
	case wMerge:
		return p.merge()
	case wSet:
		at := p.pos()
		p.advance()
		return &Set{Pos: at, Items: p.setItems()}
	case wRemove:
		return p.remove()
	case wDelete, wDetach, wNodetach:
		return p.delete()
	case wForeach:
		return p.foreach()
	case wCall:
		return p.call(false)
	case wLoad:
		return p.loadCSV()
	case wShow, wTerminate:
		return p.show()
	}
	return nil
}

// optional reads OPTIONAL MATCH and OPTIONAL CALL.
func (p *parser) optional() Clause {
	switch p.wordAt(1) {
	case wMatch:
		return p.match(true)
	case wCall:
		return p.call(true)
	}
	p.advance()
	p.unexpected("'MATCH' or 'CALL'")
	return nil
}

// match reads [OPTIONAL] MATCH [mode] patterns hints [WHERE].
func (p *parser) match(optional bool) Clause {
	m := &Match{Pos: p.pos(), Optional: optional}
	if optional {
		p.advance()
	}
	p.advance()
	m.RepeatableElements = p.matchMode()
	m.Patterns = p.patterns()
	for p.atWord(wUsing) {
		m.Hints = append(m.Hints, p.hint())
	}
	m.Where = p.where()
	return m
}

// matchMode reads DIFFERENT RELATIONSHIPS or REPEATABLE ELEMENTS.
func (p *parser) matchMode() (repeatable bool) {
	if p.kindAt(1) != tokWord {
		return false
	}
	switch {
	case p.acceptWord(wRepeatable):
		if p.acceptWord(wElement) {
			p.acceptWord(wBindings)
		} else {
			p.expectWord(wElements, "ELEMENTS")
		}
		return true
	case p.acceptWord(wDifferent):
		if p.acceptWord(wRelationship) {
			p.acceptWord(wBindings)
		} else {
			p.expectWord(wRelationships, "RELATIONSHIPS")
		}
	}
	return false
}

// where reads WHERE e, or gives nil.
func (p *parser) where() Expr {
	if !p.acceptWord(wWhere) {
		return nil
	}
	return p.expr()
}

// hint reads USING INDEX, USING SCAN or USING JOIN ON.
func (p *parser) hint() Hint {
	h := Hint{Pos: p.pos()}
	p.advance()
	switch {
	case p.acceptWord(wJoin):
		p.expectWord(wOn, "ON")
		h.Kind = "JOIN ON"
		h.Vars = p.names("a variable name")
		return h
	case p.acceptWord(wScan):
		h.Kind = "SCAN"
		h.Var, h.Label = p.hintTarget()
		return h
	case p.acceptWords(wText, wIndex):
		h.Kind = "TEXT INDEX"
	case p.acceptWords(wPoint, wIndex):
		h.Kind = "POINT INDEX"
	case p.acceptWords(wRange, wIndex):
		h.Kind = "RANGE INDEX"
	case p.acceptWord(wIndex):
		h.Kind = "INDEX"
	default:
		p.unexpected("'INDEX', 'RANGE', 'TEXT', 'POINT', 'SCAN' or 'JOIN'")
	}
	if p.atWord(wSeek) && p.isName(1) {
		p.advance()
		h.Seek = true
	}
	h.Var, h.Label = p.hintTarget()
	p.expect(tokLParen, "(")
	h.Props = p.names("a property name")
	p.expect(tokRParen, ")")
	return h
}

// hintTarget reads v:Label.
func (p *parser) hintTarget() (variable, label string) {
	variable = p.name("a variable name")
	p.expect(tokColon, ":")
	return variable, p.name("a label")
}

// names reads names separated by commas.
func (p *parser) names(expected string) []string {
	names := []string{p.name(expected)}
	for p.accept(tokComma) {
		names = append(names, p.name(expected))
	}
	return names
}

// unwind reads UNWIND e AS v.
func (p *parser) unwind() Clause {
	u := &Unwind{Pos: p.pos()}
	p.advance()
	u.Expr = p.expr()
	p.expectWord(wAs, "AS")
	u.Var = p.variable()
	return u
}

// with reads WITH projection [WHERE].
func (p *parser) with() Clause {
	w := &With{Pos: p.pos()}
	p.advance()
	w.Projection = p.projection()
	w.Where = p.where()
	return w
}

// bareOrder reads ORDER BY, SKIP and LIMIT standing alone, which mean WITH * with them.
func (p *parser) bareOrder() Clause {
	w := &With{Pos: p.pos(), Projection: Projection{Star: true}}
	p.order(&w.Projection)
	return w
}

// loadCSV reads LOAD CSV [WITH HEADERS] FROM e AS v [FIELDTERMINATOR s].
func (p *parser) loadCSV() Clause {
	l := &LoadCSV{Pos: p.pos()}
	p.advance()
	p.expectWord(wCSV, "CSV")
	if p.acceptWord(wWith) {
		p.expectWord(wHeaders, "HEADERS")
		l.WithHeaders = true
	}
	p.expectWord(wFrom, "FROM")
	l.Source = p.expr()
	p.expectWord(wAs, "AS")
	l.Var = p.variable()
	if p.acceptWord(wFieldTerminator) {
		if !p.at(tokString) {
			p.unexpected("a string")
		}
		l.Terminator = p.stringText()
	}
	return l
}
