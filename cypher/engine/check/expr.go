package check

import (
	"guestgraph/cypher/engine/syntax"
)

// expr checks an expression and gives its type.
func (c *checker) expr(e syntax.Expr) typ {
	switch e := e.(type) {
	case *syntax.Variable:
		return c.use(e)
	case *syntax.Literal:
		return literalType(e.Value)
	case *syntax.ListLiteral:
		return c.list(e)
	case *syntax.MapLiteral:
		for _, v := range e.Values {
			c.expr(v)
		}
		return just(kMap)
	case *syntax.Property:
		return c.property(e)
	case *syntax.Index:
		return c.index(e)
	case *syntax.Slice:
		t := c.want(e.Expr, just(kList))
		for _, bound := range []syntax.Expr{e.From, e.To} {
			if bound != nil {
				c.want(bound, just(kInteger))
			}
		}
		return listOf(t.element())
	case *syntax.Unary:
		return c.unary(e)
	case *syntax.Binary:
		return c.binary(e)
	case *syntax.Comparison:
		c.expr(e.First)
		for _, r := range e.Rest {
			c.expr(r)
		}
		return just(kBoolean)
	case *syntax.IsNull:
		c.expr(e.E)
		return just(kBoolean)
	case *syntax.IsTyped:
		c.expr(e.E)
		return just(kBoolean)
	case *syntax.IsNormalized:
		c.expr(e.E)
		return just(kBoolean)
	case *syntax.HasLabels:
		c.want(e.E, just(kEntity))
		c.labels(e.Labels)
		return just(kBoolean)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Case:
		return c.caseExpr(e)
	case *syntax.Compared:
		return c.expr(e.Expr)
	case *syntax.MapProjection:
		return c.mapProjection(e)
	}
	return c.binder(e)
}

// binder checks an expression with variables of its own. A parameter and the input of CASE, which come
// here as well, can be anything.
func (c *checker) binder(e syntax.Expr) typ {
	switch e := e.(type) {
	case *syntax.ListComprehension:
		return c.listComprehension(e)
	case *syntax.ListPredicate:
		return c.listPredicate(e)
	case *syntax.Reduce:
		return c.reduce(e)
	case *syntax.PatternComprehension:
		return c.patternComprehension(e)
	case *syntax.PatternPredicate:
		return c.patternExpr(e)
	case *syntax.Subquery:
		return c.subquery(e)
	}
	return anything
}

// want checks an expression that must be able to be a t.
func (c *checker) want(e syntax.Expr, t typ) typ {
	got := c.expr(e)
	if !got.fits(t) {
		c.mismatch(place(e), t, got)
	}
	return got
}

func (c *checker) mismatch(at int, want, got typ) {
	c.failDetail(at, "InvalidArgumentType", "Type mismatch: expected %s but was %s", want, got)
}

// boolean checks an expression that must be able to be a boolean; here, and nowhere else, a pattern can
// stand for whether it exists.
func (c *checker) boolean(e syntax.Expr) {
	if p, ok := e.(*syntax.PatternPredicate); ok && p.Pattern.Selector == syntax.AllPaths {
		c.patternPredicate(p)
		return
	}
	got := c.expr(e)
	if got.kinds == kList {
		c.failDetail(place(e), "InvalidArgumentType", "Coercion of list to boolean is not allowed. Please use `NOT isEmpty(...)` instead.")
	}
	if !got.fits(just(kBoolean)) {
		c.mismatch(place(e), just(kBoolean), got)
	}
}

// where checks a WHERE, which may be absent.
func (c *checker) where(e syntax.Expr) {
	if e != nil {
		c.with(aggRefused, func() { c.boolean(e) })
	}
}

func (c *checker) list(l *syntax.ListLiteral) typ {
	if len(l.Items) == 0 {
		return just(kList)
	}
	t := c.expr(l.Items[0])
	for _, item := range l.Items[1:] {
		t = join(t, c.expr(item))
	}
	return listOf(t)
}

// property checks e.key. What nodes and relationships hold can be stored; of the rest nothing is known.
func (c *checker) property(p *syntax.Property) typ {
	t := c.want(p.Expr, just(kHasKeys))
	if t.kinds&^kEntity == 0 {
		return just(kStorable)
	}
	return anything
}

// index checks e[i], which takes an element of a list or a property by its name.
func (c *checker) index(x *syntax.Index) typ {
	t := c.expr(x.Expr)
	i := c.expr(x.Index)
	expected := func(k kinds, what string) {
		if !i.fits(just(k)) || k == kInteger && i.kinds == kFloat {
			c.failDetail(place(x.Index), "InvalidArgumentType", "Type mismatch: %s must be given as %s, but was %s", what, just(k), i)
		}
	}
	switch {
	case t.kinds&kList != 0 && t.kinds&kMapLike == 0:
		expected(kInteger, "list index")
		return t.element()
	case t.kinds == kMap:
		expected(kString, "map key")
	case t.kinds&^kEntity == 0:
		expected(kString, "node or relationship property key")
		return just(kStorable)
	case !t.fits(just(kList | kHasKeys)):
		c.mismatch(place(x.Expr), just(kList), t)
	}
	return anything
}

func (c *checker) caseExpr(e *syntax.Case) typ {
	if e.Input != nil {
		c.expr(e.Input)
	}
	var result typ
	add := func(t typ) {
		if result.kinds == 0 {
			result = t
		} else {
			result = join(result, t)
		}
	}
	for _, w := range e.Whens {
		for _, cond := range w.Conds {
			if e.Input == nil {
				c.boolean(cond)
			} else {
				c.expr(cond)
			}
		}
		add(c.expr(w.Then))
	}
	if e.Else != nil {
		add(c.expr(e.Else))
	}
	return result
}

func (c *checker) mapProjection(m *syntax.MapProjection) typ {
	c.want(m.Expr, just(kMapLike))
	for _, item := range m.Items {
		if item.Expr != nil {
			c.expr(item.Expr)
		}
	}
	return just(kMap)
}

// elements checks an expression that must be able to be a list, and gives the type of its elements.
func (c *checker) elements(e syntax.Expr) typ {
	return c.want(e, just(kList)).element()
}

func (c *checker) listComprehension(l *syntax.ListComprehension) typ {
	elem := c.elements(l.List)
	c.local(func() {
		c.inner(l.Var, elem)
		c.overList(func() {
			if l.Where != nil {
				c.boolean(l.Where)
			}
			if l.Map != nil {
				elem = c.expr(l.Map)
			}
		})
	})
	return listOf(elem)
}

func (c *checker) listPredicate(l *syntax.ListPredicate) typ {
	if l.Where == nil {
		c.fail(l.Position(), "%s(...) requires a WHERE predicate", l.Kind)
	}
	elem := c.elements(l.List)
	c.local(func() {
		c.inner(l.Var, elem)
		c.overList(func() { c.boolean(l.Where) })
	})
	return just(kBoolean)
}

// reduce checks reduce(acc = init, v IN list | e): e must be able to take the place of init.
func (c *checker) reduce(r *syntax.Reduce) typ {
	if r.Acc.Name == r.Var.Name {
		c.failDetail(r.Acc.Position(), "VariableAlreadyBound", "Variable `%s` already declared", r.Var.Name)
	}
	acc := c.expr(r.Init)
	elem := c.elements(r.List)
	c.local(func() {
		known := acc
		if acc.kinds&kNumber != 0 {
			known.kinds |= kNumber
		}
		c.inner(r.Acc, known)
		c.inner(r.Var, elem)
		c.overList(func() {
			got := c.expr(r.Expr)
			if !got.fits(known) {
				c.failDetail(place(r.Expr), "InvalidArgumentType", "Type mismatch: accumulator is %s but expression has type %s", acc, got)
			}
			acc = join(acc, got)
		})
	})
	return acc
}
