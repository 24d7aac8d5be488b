package check

import "guestgraph/cypher/engine/syntax"

// expect fails when a value of type t can be none of want.
func (c *checker) expect(e syntax.Expr, t typ, want kinds) {
	if !t.fits(just(want)) {
		c.mismatch(e, t, just(want))
	}
}

func (c *checker) mismatch(e syntax.Expr, t, want typ) {
	c.failDetail(place(e), "InvalidArgumentType", "Type mismatch: expected %s but was %s", want, t)
}

// predicate checks an expression that must be true or false; there a pattern stands for its existence.
func (c *checker) predicate(e syntax.Expr) {
	old := c.aggregates
	c.aggregates = notHere
	c.boolean(e)
	c.aggregates = old
}

// boolean is predicate where aggregates are as they are around.
func (c *checker) boolean(e syntax.Expr) typ {
	switch e := e.(type) {
	case *syntax.PatternPredicate:
		c.existing(e.Pattern)
	case *syntax.Unary:
		if e.Op != syntax.OpNot {
			c.expect(e, c.expr(e), kBoolean)
			break
		}
		c.boolean(e.E)
	case *syntax.Binary:
		if e.Op != syntax.OpAnd && e.Op != syntax.OpOr && e.Op != syntax.OpXor {
			c.expect(e, c.expr(e), kBoolean)
			break
		}
		c.boolean(e.L)
		c.boolean(e.R)
	default:
		c.expect(e, c.expr(e), kBoolean)
	}
	return just(kBoolean)
}

// expr checks an expression and gives what its value can be.
func (c *checker) expr(e syntax.Expr) typ {
	switch e := e.(type) {
	case *syntax.Literal:
		return literalType(e.Value)
	case *syntax.Variable:
		return c.use(e)
	case *syntax.ListLiteral:
		return c.list(e)
	case *syntax.MapLiteral:
		for _, v := range e.Values {
			c.expr(v)
		}
		return just(kMap)
	case *syntax.Property:
		c.expect(e.Expr, c.expr(e.Expr), kHasKeys)
		return anything
	case *syntax.Unary:
		return c.unary(e)
	case *syntax.Binary:
		return c.binary(e)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Case:
		return c.choice(e)
	case *syntax.HasLabels:
		c.expect(e.E, c.expr(e.E), kEntity)
		c.labels(e.Labels)
		return just(kBoolean)
	case *syntax.Comparison, *syntax.IsNull, *syntax.IsTyped, *syntax.IsNormalized:
		for _, child := range children(e) {
			c.expr(child)
		}
		return just(kBoolean)
	}
	return c.scoped(e)
}

// scoped checks expressions that hold a pattern, a query, or variables of their own.
func (c *checker) scoped(e syntax.Expr) typ {
	switch e := e.(type) {
	case *syntax.ListComprehension:
		return c.comprehension(e)
	case *syntax.PatternComprehension:
		return c.patternComprehension(e)
	case *syntax.Reduce:
		c.expr(e.Init)
		t := c.expr(e.List)
		c.local(func() {
			c.scope.add(e.Acc.Name, anything)
			c.scope.add(e.Var.Name, elementOf(t))
			c.with(notHere, e.Expr)
		})
		return anything
	case *syntax.ListPredicate:
		t := c.expr(e.List)
		c.local(func() {
			c.scope.add(e.Var.Name, elementOf(t))
			if e.Where != nil {
				c.predicate(e.Where)
			}
		})
		return just(kBoolean)
	case *syntax.PatternPredicate:
		return c.patternValue(e)
	case *syntax.Subquery:
		return c.subquery(e)
	default:
		for _, child := range children(e) {
			if child != nil {
				c.expr(child)
			}
		}
		if _, ok := e.(*syntax.MapProjection); ok {
			return just(kMap)
		}
		return anything
	}
}

func (c *checker) list(l *syntax.ListLiteral) typ {
	if len(l.Items) == 0 {
		return just(kList)
	}
	elem := c.expr(l.Items[0])
	for _, item := range l.Items[1:] {
		elem = join(elem, c.expr(item))
	}
	return listOf(elem)
}

func (c *checker) unary(e *syntax.Unary) typ {
	if e.Op == syntax.OpNot {
		return c.boolean(e)
	}
	t := c.expr(e.E)
	c.expect(e.E, t, kNumber|kDuration)
	return t
}

func (c *checker) binary(e *syntax.Binary) typ {
	switch e.Op {
	case syntax.OpAnd, syntax.OpOr, syntax.OpXor:
		return c.boolean(e)
	}
	l, r := c.expr(e.L), c.expr(e.R)
	switch e.Op {
	case syntax.OpIn, syntax.OpStartsWith, syntax.OpEndsWith, syntax.OpContains, syntax.OpRegex:
		return just(kBoolean)
	}
	if (l.kinds|r.kinds)&^kNumber == 0 {
		if e.Op == syntax.OpPow {
			return just(kFloat)
		}
		return just(l.kinds | r.kinds)
	}
	return anything
}

func (c *checker) choice(e *syntax.Case) typ {
	if e.Input != nil {
		c.expr(e.Input)
	}
	var result *typ
	add := func(t typ) {
		if result != nil {
			t = join(*result, t)
		}
		result = &t
	}
	for _, when := range e.Whens {
		for _, cond := range when.Conds {
			if e.Input == nil {
				c.boolean(cond)
			} else {
				c.expr(cond)
			}
		}
		add(c.expr(when.Then))
	}
	if e.Else != nil {
		add(c.expr(e.Else))
	}
	return *result
}

func (c *checker) comprehension(e *syntax.ListComprehension) typ {
	t := elementOf(c.expr(e.List))
	elem := t
	c.local(func() {
		c.scope.add(e.Var.Name, t)
		if e.Where != nil {
			c.predicate(e.Where)
		}
		if e.Map != nil {
			elem = c.with(notHere, e.Map)
		}
	})
	return listOf(elem)
}

func (c *checker) patternComprehension(e *syntax.PatternComprehension) typ {
	around := c.scope
	c.scope = &scope{outer: around}
	c.pattern([]*syntax.PathPattern{e.Pattern})
	if e.Where != nil {
		c.predicate(e.Where)
	}
	elem := c.with(notHere, e.Map)
	c.scope = around
	return listOf(elem)
}

// patternValue checks a pattern where a value is wanted: only the shortest paths are one.
func (c *checker) patternValue(e *syntax.PatternPredicate) typ {
	switch e.Pattern.Selector {
	case syntax.ShortestPath, syntax.AllShortestPaths:
		c.existing(e.Pattern)
		if e.Pattern.Selector == syntax.ShortestPath {
			return just(kPath)
		}
		return listOf(just(kPath))
	}
	c.failDetail(e.Position(), "UnexpectedSyntax", "A pattern expression should only be used in order to test the existence of a pattern, "+
		"where an expression is true or false: in WHERE, or inside exists(). Use a pattern comprehension instead.")
	return anything
}

// existing checks a pattern that tests for existence; it must not bring new variables.
func (c *checker) existing(p *syntax.PathPattern) {
	for _, element := range p.Elements {
		var v *syntax.Variable
		switch e := element.(type) {
		case *syntax.NodePattern:
			v = e.Var
		case *syntax.RelPattern:
			v = e.Var
		}
		if v != nil && c.scope.find(v.Name) == nil && !c.open {
			c.failDetail(v.Position(), "UndefinedVariable", "PatternExpressions are not allowed to introduce new variables: '%s'.", v.Name)
		}
	}
	c.pattern([]*syntax.PathPattern{p})
}

func (c *checker) subquery(e *syntax.Subquery) typ {
	around, aggregates, readOnly := c.scope, c.aggregates, c.readOnly
	c.scope, c.aggregates = &scope{outer: around}, notHere
	var result typ
	switch e.Kind {
	case "exists":
		c.readOnly, result = "An Exists Expression", just(kBoolean)
	case "count":
		c.readOnly, result = "A Count Expression", just(kInteger)
	default:
		c.readOnly, result = "A Collect Expression", just(kList)
	}
	c.query(e.Query)
	c.scope, c.aggregates, c.readOnly = around, aggregates, readOnly
	return result
}
