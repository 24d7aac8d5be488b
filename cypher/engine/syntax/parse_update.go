package syntax

// merge reads MERGE pattern and its actions.
func (p *parser) merge() Clause {
	m := &Merge{Pos: p.pos()}
	p.advance()
	m.Pattern = p.pathPattern()
	for p.atWord(wOn) {
		a := MergeAction{Pos: p.pos()}
		p.advance()
		switch {
		case p.acceptWord(wCreate):
			a.OnCreate = true
		case p.acceptWord(wMatch):
		default:
			p.unexpected("'CREATE' or 'MATCH'")
		}
		p.expectWord(wSet, "SET")
		a.Items = p.setItems()
		m.Actions = append(m.Actions, a)
	}
	return m
}

// setItems reads assignments separated by commas.
func (p *parser) setItems() []SetItem {
	items := []SetItem{p.setItem()}
	for p.accept(tokComma) {
		items = append(items, p.setItem())
	}
	return items
}

func (p *parser) setItem() SetItem {
	at := p.pos()
	if p.isName(0) {
		switch next := p.kindAt(1); {
		case next == tokEq || next == tokPlusEq:
			v := p.variable()
			p.advance()
			return &SetAll{Pos: at, Var: v, Value: p.expr(), Merge: next == tokPlusEq}
		case next == tokColon || p.wordAt(1) == wIs:
			v := p.variable()
			return &SetLabels{Pos: at, Var: v, Labels: p.labelList()}
		}
	}
	target := p.propertyTarget()
	p.expect(tokEq, "=")
	return &SetProperty{Pos: at, Target: target, Value: p.expr()}
}

// propertyTarget reads e.key or e[expr].
func (p *parser) propertyTarget() Expr {
	e := p.postfix(p.primary())
	switch e.(type) {
	case *Property, *Index:
		return e
	}
	p.unexpected("'.' or '['")
	return nil
}

// remove reads REMOVE items.
func (p *parser) remove() Clause {
	r := &Remove{Pos: p.pos()}
	p.advance()
	for {
		at := p.pos()
		if p.isName(0) && (p.kindAt(1) == tokColon || p.wordAt(1) == wIs) {
			v := p.variable()
			r.Items = append(r.Items, &RemoveLabels{Pos: at, Var: v, Labels: p.labelList()})
		} else {
			r.Items = append(r.Items, &RemoveProperty{Pos: at, Target: p.propertyTarget()})
		}
		if !p.accept(tokComma) {
			return r
		}
	}
}

// delete reads [DETACH|NODETACH] DELETE expressions.
func (p *parser) delete() Clause {
	d := &Delete{Pos: p.pos()}
	if p.acceptWord(wDetach) {
		d.Detach = true
	} else {
		p.acceptWord(wNodetach)
	}
	p.expectWord(wDelete, "DELETE")
	d.Exprs = p.exprs()
	return d
}

// foreach reads FOREACH (v IN list | clauses).
func (p *parser) foreach() Clause {
	f := &Foreach{Pos: p.pos()}
	p.enter()
	p.advance()
	bar := p.bar
	p.bar = p.clauseBar()
	p.expect(tokLParen, "(")
	f.Var = p.variable()
	p.expectWord(wIn, "IN")
	f.List = p.expr()
	p.expect(tokPipe, "|")
	p.bar = bar
	for {
		c := p.clause()
		if c == nil {
			break
		}
		f.Body = append(f.Body, c)
	}
	if len(f.Body) == 0 {
		p.unexpected("an updating clause, such as 'SET', 'CREATE', 'MERGE', 'DELETE', 'REMOVE' or 'FOREACH'")
	}
	p.expect(tokRParen, ")")
	p.leave()
	return f
}

// clauseBar looks through the parenthesis that opens here for the | before the first clause.
func (p *parser) clauseBar() int {
	closing := int(p.tokens[p.i].pair)
	for i := p.i + 1; i < closing; i++ {
		t := p.tokens[i]
		if t.pair > 0 {
			i = int(t.pair)
			continue
		}
		if t.kind != tokPipe {
			continue
		}
		switch p.tokens[i+1].word {
		case wSet, wCreate, wInsert, wMerge, wDelete, wDetach, wNodetach, wRemove, wForeach:
			return i
		}
	}
	return 0
}
