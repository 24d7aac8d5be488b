package syntax

// projection reads what follows WITH and RETURN: [DISTINCT] items [ORDER BY] [SKIP] [LIMIT].
func (p *parser) projection() Projection {
	var pr Projection
	if p.atWord(wDistinct) && p.startsOperand(1) {
		p.advance()
		pr.Distinct = true
	}
	if p.accept(tokStar) {
		pr.Star = true
	} else {
		pr.Items = append(pr.Items, p.returnItem())
	}
	for p.accept(tokComma) {
		pr.Items = append(pr.Items, p.returnItem())
	}
	p.order(&pr)
	return pr
}

// returnItem reads e [AS name]. Without AS the name is the text of e; a variable and a map projection
// give the variable's name, as in Neo4j.
func (p *parser) returnItem() ReturnItem {
	item := ReturnItem{Pos: p.pos()}
	start := p.start()
	item.Expr = p.expr()
	written := p.text[start:p.end()]
	if p.acceptWord(wAs) {
		item.Aliased = true
		item.AliasAt = p.pos()
		item.Name = p.name("an identifier")
		return item
	}
	item.Name = written
	if name := implicitName(item.Expr); name != "" && written[0] != '(' {
		item.Name = name
	}
	return item
}

// implicitName gives the name of a variable or of a map projection's variable, else "".
func implicitName(e Expr) string {
	if m, ok := e.(*MapProjection); ok {
		e = m.Expr
	}
	if v, ok := e.(*Variable); ok {
		return v.Name
	}
	return ""
}

// order reads [ORDER BY items] [SKIP n] [LIMIT n].
func (p *parser) order(pr *Projection) {
	if p.acceptWord(wOrder) {
		p.expectWord(wBy, "BY")
		pr.OrderBy = p.sortItems()
	}
	if p.acceptWord(wSkip) || p.acceptWord(wOffset) {
		pr.Skip = p.expr()
	}
	if p.acceptWord(wLimit) {
		pr.Limit = p.expr()
	}
}

// sortItems reads the keys of ORDER BY.
func (p *parser) sortItems() []SortItem {
	var items []SortItem
	for {
		item := SortItem{Pos: p.pos(), Expr: p.expr()}
		switch {
		case p.acceptWord(wDesc), p.acceptWord(wDescending):
			item.Desc = true
		case p.acceptWord(wAsc), p.acceptWord(wAscending):
		}
		items = append(items, item)
		if !p.accept(tokComma) {
			return items
		}
	}
}

// yield reads what follows YIELD: * or columns. all tells which.
func (p *parser) yield() (items []YieldItem, all bool) {
	if p.accept(tokStar) {
		return nil, true
	}
	for {
		item := YieldItem{Pos: p.pos(), AliasAt: p.pos()}
		item.Name = p.name("a column to yield")
		item.Alias = item.Name
		if p.acceptWord(wAs) {
			item.AliasAt = p.pos()
			item.Alias = p.name("an identifier")
		}
		items = append(items, item)
		if !p.accept(tokComma) {
			return items, false
		}
	}
}
