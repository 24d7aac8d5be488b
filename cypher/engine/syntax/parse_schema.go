package syntax

// indexKind gives the kind of the index that CREATE, n-1 tokens on, makes, and the number of tokens up to
// and with INDEX; 0 when it makes no index.
func (p *parser) indexKind(n int) (string, int) {
	if p.wordAt(n) == wIndex {
		if p.kindAt(n+1) == tokEq {
			return "", 0
		}
		return "RANGE", n + 1
	}
	if p.wordAt(n+1) != wIndex {
		return "", 0
	}
	switch p.wordAt(n) {
	case wRange:
		return "RANGE", n + 2
	case wText:
		return "TEXT", n + 2
	case wPoint:
		return "POINT", n + 2
	case wLookup:
		return "LOOKUP", n + 2
	case wFulltext:
		return "FULLTEXT", n + 2
	case wVector:
		return "VECTOR", n + 2
	case wBtree:
		p.fail(int(p.tokens[p.i+n].start), "Invalid index type b-tree, use range, point or text index instead.")
	}
	return "", 0
}

// createIndex reads CREATE kind INDEX, which is n tokens, and the rest.
func (p *parser) createIndex(kind string, n int) Body {
	c := &CreateIndex{Pos: p.pos(), Kind: kind}
	p.i += n
	if p.atWord(wOn) && p.kindAt(1) == tokColon {
		p.fail(p.start(), "Invalid create index syntax, use `CREATE INDEX FOR ...` instead.")
	}
	c.Name, c.NameParam, c.IfNotExists = p.schemaName()
	p.expectWord(wFor, "FOR")
	c.Var, c.Labels, c.Rel = p.schemaTarget(kind != "LOOKUP", kind == "FULLTEXT")
	p.expectWord(wOn, "ON")
	switch kind {
	case "LOOKUP":
		c.Each = true
		p.acceptWord(wEach)
		p.lookupFunction(c)
	case "FULLTEXT":
		c.Each = true
		p.expectWord(wEach, "EACH")
		p.expect(tokLBracket, "[")
		c.Properties = p.schemaProperties(c.Var)
		p.expect(tokRBracket, "]")
	default:
		if p.accept(tokLParen) {
			c.Properties = p.schemaProperties(c.Var)
			p.expect(tokRParen, ")")
		} else {
			c.Properties = []string{p.schemaProperty(c.Var)}
		}
	}
	c.Options = p.options()
	return c
}

// lookupFunction reads labels(n) or type(r), the one of its kind of entity.
func (p *parser) lookupFunction(c *CreateIndex) {
	want := "labels"
	if c.Rel {
		want = "type"
	}
	at := p.start()
	if got := p.name("'" + want + "'"); got != want {
		p.fail(at, "Failed to create index: Function '%s' is not allowed, valid function is '%s'.", got, want)
	}
	p.expect(tokLParen, "(")
	p.sameVariable(c.Var)
	p.expect(tokRParen, ")")
}

// schemaName reads [name | $param] [IF NOT EXISTS].
func (p *parser) schemaName() (name string, param *Parameter, ifNotExists bool) {
	switch {
	case p.at(tokDollar):
		param = p.parameter()
	case p.isName(0) && !p.isSchemaKeyword():
		name = p.name("a name")
	}
	if p.acceptWord(wIf) {
		p.expectWord(wNot, "NOT")
		p.expectWord(wExists, "EXISTS")
		ifNotExists = true
	}
	return name, param, ifNotExists
}

// isSchemaKeyword tells whether IF NOT, FOR ( or the ON ( of old stands here, and not a name spelled so.
func (p *parser) isSchemaKeyword() bool {
	return p.atWord(wIf) && p.wordAt(1) == wNot || (p.atWord(wFor) || p.atWord(wOn)) && p.kindAt(1) == tokLParen
}

// schemaTarget reads (n:L) or ()-[r:T]-().
func (p *parser) schemaTarget(labelled, several bool) (variable string, labels []string, rel bool) {
	p.expect(tokLParen, "(")
	closing, shown := tokRParen, ")"
	if p.accept(tokRParen) {
		rel = true
		if !p.accept(tokLt) {
			p.accept(tokLeftHead)
		}
		p.dash()
		p.expect(tokLBracket, "[")
		closing, shown = tokRBracket, "]"
	}
	variable = p.name("a variable name")
	if labelled {
		p.expect(tokColon, ":")
		labels = append(labels, p.name("a label or type"))
		for several && p.accept(tokPipe) {
			labels = append(labels, p.name("a label or type"))
		}
	}
	p.expect(closing, shown)
	if rel {
		p.dash()
		if !p.accept(tokGt) {
			p.accept(tokRightHead)
		}
		p.expect(tokLParen, "(")
		p.expect(tokRParen, ")")
	}
	return variable, labels, rel
}

// schemaProperties reads v.a, v.b.
func (p *parser) schemaProperties(variable string) []string {
	list := []string{p.schemaProperty(variable)}
	for p.accept(tokComma) {
		list = append(list, p.schemaProperty(variable))
	}
	return list
}

func (p *parser) schemaProperty(variable string) string {
	p.sameVariable(variable)
	p.expect(tokDot, ".")
	return p.name("a property name")
}

// sameVariable reads the variable the target named.
func (p *parser) sameVariable(variable string) {
	at := p.start()
	if got := p.name("a variable name"); got != variable {
		p.failDetail(at, "UndefinedVariable", "Variable `%s` not defined", got)
	}
}

// options reads OPTIONS {…} or OPTIONS $param, or gives nil.
func (p *parser) options() Expr {
	if !p.acceptWord(wOptions) {
		return nil
	}
	if p.at(tokDollar) {
		return p.parameter()
	}
	return p.mapLiteral()
}

// createConstraint reads CREATE CONSTRAINT … REQUIRE ….
func (p *parser) createConstraint() Body {
	c := &CreateConstraint{Pos: p.pos()}
	p.i += 2
	c.Name, c.NameParam, c.IfNotExists = p.schemaName()
	if p.atWord(wOn) {
		p.fail(p.start(), "Invalid constraint syntax, ON and ASSERT should not be used. Replace ON with FOR and ASSERT with REQUIRE.")
	}
	p.expectWord(wFor, "FOR")
	var labels []string
	c.Var, labels, c.Rel = p.schemaTarget(true, false)
	c.Label = labels[0]
	p.expectWord(wRequire, "REQUIRE")
	if p.accept(tokLParen) {
		c.Properties = p.schemaProperties(c.Var)
		p.expect(tokRParen, ")")
	} else {
		c.Properties = []string{p.schemaProperty(c.Var)}
	}
	p.constraintKind(c)
	c.Options = p.options()
	return c
}

// constraintKind reads IS [NODE|RELATIONSHIP] UNIQUE, IS … KEY, IS NOT NULL, IS :: type or :: type.
func (p *parser) constraintKind(c *CreateConstraint) {
	at := p.start()
	if p.accept(tokColonColon) {
		c.Kind, c.Type = "TYPED", p.typ()
		return
	}
	p.expectWord(wIs, "IS")
	switch {
	case p.acceptWords(wNot, wNull):
		c.Kind = "NOT NULL"
	case p.accept(tokColonColon), p.acceptWord(wTyped):
		c.Kind, c.Type = "TYPED", p.typ()
	default:
		p.constraintEntity(c)
		switch {
		case p.acceptWord(wUnique):
			c.Kind = "UNIQUE"
		case p.acceptWord(wKey):
			c.Kind = "KEY"
		default:
			p.unexpected("'::', 'KEY', 'NODE', 'NOT NULL', 'REL', 'RELATIONSHIP', 'TYPED' or 'UNIQUE'")
		}
		return
	}
	if len(c.Properties) > 1 {
		p.fail(at, "Constraint type '%s' does not allow multiple properties", map[string]string{"NOT NULL": "IS NOT NULL", "TYPED": "IS TYPED"}[c.Kind])
	}
}

// constraintEntity reads NODE or RELATIONSHIP, which must agree with the target.
func (p *parser) constraintEntity(c *CreateConstraint) {
	at := p.start()
	rel := false
	switch {
	case p.acceptWord(wNode):
	case p.acceptAny(wRel, wRelationship):
		rel = true
	default:
		return
	}
	if rel != c.Rel {
		p.fail(at, "the constraint is for a %s, and its target is a %s", entity(rel), entity(c.Rel))
	}
}

func entity(rel bool) string {
	if rel {
		return "relationship"
	}
	return "node"
}

// dropIndex reads DROP INDEX name [IF EXISTS].
func (p *parser) dropIndex() Body {
	d := &DropIndex{Pos: p.pos()}
	p.i += 2
	if p.atWord(wOn) && p.kindAt(1) == tokColon {
		p.fail(p.start(), "Indexes cannot be dropped by schema, please drop by name instead: DROP INDEX index_name. The index name can be found using SHOW INDEXES.")
	}
	d.Name, d.NameParam, d.IfExists = p.dropName()
	return d
}

// dropConstraint reads DROP CONSTRAINT name [IF EXISTS].
func (p *parser) dropConstraint() Body {
	d := &DropConstraint{Pos: p.pos()}
	p.i += 2
	if p.atWord(wOn) && p.kindAt(1) == tokLParen {
		p.fail(p.start(), "Constraints cannot be dropped by schema, please drop by name instead: DROP CONSTRAINT constraint_name. The constraint name can be found using SHOW CONSTRAINTS.")
	}
	d.Name, d.NameParam, d.IfExists = p.dropName()
	return d
}

// dropName reads name or $param, and [IF EXISTS].
func (p *parser) dropName() (name string, param *Parameter, ifExists bool) {
	if p.at(tokDollar) {
		param = p.parameter()
	} else {
		name = p.name("the name of an index or constraint")
	}
	if p.acceptWord(wIf) {
		p.expectWord(wExists, "EXISTS")
		ifExists = true
	}
	return name, param, ifExists
}
