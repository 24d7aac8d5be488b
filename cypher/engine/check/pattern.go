package check

import (
	"guestgraph/cypher/engine/syntax"
)

const noPattern = "A pattern expression should only be used in order to test the existence of a pattern. It should therefore only be used in contexts that evaluate to a boolean, e.g. inside the function exists() or in a WHERE-clause. No other uses are allowed, instead they should be replaced by a pattern comprehension."

// match checks the patterns of a MATCH: all declare their variables before any expression in them is
// checked, for these may look ahead.
func (c *checker) match(patterns []*syntax.PathPattern) {
	first := len(c.scope.vars)
	for _, p := range patterns {
		if p.Selector >= syntax.AnyPaths && len(patterns) > 1 {
			c.fail(p.Position(), "Multiple path patterns cannot be used in the same clause in combination with a selective path selector.")
		}
		c.path(p, first)
	}
	for _, p := range patterns {
		c.elementExprs(p.Elements, true)
		c.where(p.Where)
	}
}

// path checks the shape of a path pattern and declares its variables. Variables from first on belong to
// the same clause.
func (c *checker) path(p *syntax.PathPattern, first int) {
	c.shape(p)
	rels := map[string]bool{}
	for _, e := range p.Elements {
		switch e := e.(type) {
		case *syntax.NodePattern:
			c.bind(e.Var, just(kNode))
		case *syntax.RelPattern:
			c.uniqueRel(e, rels)
			c.bind(e.Var, relType(e))
		case *syntax.QuantifiedPath:
			c.quantified(e, first)
		}
	}
	if p.Var != nil {
		c.declare(p.Var, just(kPath))
	}
}

// relType gives the type of the variable of a relationship, a list when the length varies.
func relType(r *syntax.RelPattern) typ {
	if r.Range != nil || r.Quantifier != nil {
		return listOf(just(kRelationship))
	}
	return just(kRelationship)
}

// bind declares a variable of a pattern, or checks that the one in scope can be what it stands for.
func (c *checker) bind(v *syntax.Variable, t typ) {
	if v == nil {
		return
	}
	b := c.scope.find(v.Name)
	switch {
	case b == nil:
		c.scope.add(v.Name, t)
	case !b.typ.fits(t):
		c.conflict(v, b.typ, t)
	case b.typ.kinds != t.kinds:
		b.typ = t // of what it could be, it now is the one
	}
}

func (c *checker) conflict(v *syntax.Variable, is, want typ) {
	c.failDetail(v.Position(), "VariableTypeConflict", "Type mismatch: %s defined with conflicting type %s (expected %s)", v.Name, is, want)
}

// uniqueRel refuses one variable for two relationships of a path, which never match.
func (c *checker) uniqueRel(r *syntax.RelPattern, seen map[string]bool) {
	if r.Var == nil {
		return
	}
	if seen[r.Var.Name] {
		c.failDetail(r.Var.Position(), "RelationshipUniquenessViolation", "Cannot use the same relationship variable '%s' for multiple relationships of a path", r.Var.Name)
	}
	seen[r.Var.Name] = true
}

// quantified checks ((a)-[r]->(b)){1,3} and declares its variables as lists.
func (c *checker) quantified(q *syntax.QuantifiedPath, first int) {
	if q.Var != nil && q.Quantifier != nil {
		c.fail(q.Var.Position(), "Assigning a path in a quantified path pattern is not yet supported.")
	}
	if q.Quantifier == nil {
		c.path(&syntax.PathPattern{Pos: q.Pos, Var: q.Var, Elements: q.Elements}, first)
		return
	}
	c.quantifier(q.Quantifier)
	var seen []string
	outer := c.scope
	c.scope = &scope{}
	for _, e := range q.Elements {
		switch e := e.(type) {
		case *syntax.NodePattern:
			c.bind(e.Var, just(kNode))
			c.grouped(outer, e.Var, q.Position(), first)
		case *syntax.RelPattern:
			if e.Range != nil || e.Quantifier != nil {
				c.fail(e.Position(), "Variable length relationships cannot be part of a quantified path pattern.")
			}
			c.bind(e.Var, just(kRelationship))
			c.grouped(outer, e.Var, q.Position(), first)
			seen = append(seen, "")
		case *syntax.QuantifiedPath:
			c.fail(e.Position(), "Quantified path patterns are not allowed to be nested.")
		}
	}
	if len(seen) == 0 {
		c.fail(q.Position(), "A quantified path pattern needs to have at least one relationship.")
	}
	inner := c.scope.vars
	c.scope = outer
	for _, b := range inner {
		c.scope.add(b.name, listOf(b.typ))
	}
}

// grouped fails when a variable inside a quantified path pattern is known outside of it.
func (c *checker) grouped(outer *scope, v *syntax.Variable, at, first int) {
	if v == nil || outer.find(v.Name) == nil {
		return
	}
	for i := first; i < len(outer.vars); i++ {
		b := outer.vars[i]
		if b.name != v.Name {
			continue
		}
		if b.typ.kinds == kList {
			c.failDetail(at, "VariableAlreadyBound", "The variable `%s` occurs in multiple quantified path patterns and needs to be renamed.", v.Name)
		}
		c.failDetail(at, "VariableAlreadyBound", "The variable `%s` occurs both inside and outside a quantified path pattern and needs to be renamed.", v.Name)
	}
	c.failDetail(at, "VariableAlreadyBound", "The variable `%s` is already defined in a previous clause, it cannot be referenced as a node or as a relationship variable inside of a quantified path pattern.", v.Name)
}

// quantifier checks the bounds of a quantifier.
func (c *checker) quantifier(q *syntax.Range) {
	if q.Max == nil {
		return
	}
	if *q.Max == 0 {
		c.fail(q.Position(), "A quantifier for a path pattern must not be limited by 0.")
	}
	if *q.Min > *q.Max {
		c.fail(q.Position(), "A quantifier for a path pattern must not have a lower bound which exceeds its upper bound.")
	}
}

// shape checks what a path pattern is made of.
func (c *checker) shape(p *syntax.PathPattern) {
	if name := selectorFunction(p.Selector); name != "" {
		c.shortest(p, name)
	}
	c.juxtaposition(p)
	for _, e := range p.Elements {
		if r, ok := e.(*syntax.RelPattern); ok {
			c.relationship(r)
		}
	}
}

// juxtaposition refuses two nodes without a relationship between them.
func (c *checker) juxtaposition(p *syntax.PathPattern) {
	for i, e := range p.Elements {
		if i > 0 && juxtaposed(p.Elements[i-1], e) {
			c.fail(e.Position(), "Juxtaposition is currently only supported for quantified path patterns.")
		}
	}
}

// juxtaposed tells whether two elements stand side by side without a relationship, and neither repeats.
func juxtaposed(a, b syntax.PathElement) bool {
	repeats := func(e syntax.PathElement) bool {
		q, ok := e.(*syntax.QuantifiedPath)
		return ok && q.Quantifier != nil
	}
	_, aRel := a.(*syntax.RelPattern)
	_, bRel := b.(*syntax.RelPattern)
	return !aRel && !bRel && !repeats(a) && !repeats(b)
}

// selectorFunction names shortestPath and allShortestPaths.
func selectorFunction(s syntax.Selector) string {
	switch s {
	case syntax.ShortestPath:
		return "shortestPath"
	case syntax.AllShortestPaths:
		return "allShortestPaths"
	}
	return ""
}

func (c *checker) shortest(p *syntax.PathPattern, name string) {
	if len(p.Elements) != 3 {
		c.fail(int(p.SelectAt), "%s(...) requires a pattern containing a single relationship", name)
	}
	r := p.Elements[1].(*syntax.RelPattern)
	if r.Range != nil && r.Range.Min != nil && *r.Range.Min > 1 {
		c.fail(r.Position(), "%s(...) does not support a minimal length different from 0 or 1", name)
	}
}

func (c *checker) relationship(r *syntax.RelPattern) {
	if r.Quantifier != nil {
		c.quantifier(r.Quantifier)
		if r.Range != nil {
			c.fail(r.Position(), "Variable length relationships cannot be part of a quantified path pattern.")
		}
	}
	if r.Range == nil {
		return
	}
	if r.Where != nil {
		c.fail(r.Where.Position(), "Relationship pattern predicates are not supported for variable-length relationships.")
	}
	if r.Types != nil && !alternatives(r.Types) {
		c.fail(r.Types.Position(), "Variable length relationships must not use relationship type expressions.")
	}
}

// alternatives tells whether l is names joined by |.
func alternatives(l syntax.LabelExpr) bool {
	switch l := l.(type) {
	case *syntax.LabelName:
		return true
	case *syntax.LabelOr:
		return alternatives(l.L) && alternatives(l.R)
	}
	return false
}

// elementExprs checks labels, properties and predicates of the elements of a path. In a MATCH the
// properties are written out, not given by a parameter.
func (c *checker) elementExprs(elements []syntax.PathElement, match bool) {
	for _, e := range elements {
		switch e := e.(type) {
		case *syntax.NodePattern:
			c.labels(e.Labels)
			c.properties(e.Properties, match, "MATCH")
			c.where(e.Where)
		case *syntax.RelPattern:
			c.types(e.Types)
			c.properties(e.Properties, match, "MATCH")
			c.relWhere(e)
		case *syntax.QuantifiedPath:
			c.local(func() {
				if e.Quantifier != nil {
					c.singles(e.Elements)
				}
				c.elementExprs(e.Elements, match)
				c.where(e.Where)
			})
		}
	}
}

// relWhere checks the predicate of a relationship; inside a quantified one its variable is a single one.
func (c *checker) relWhere(r *syntax.RelPattern) {
	c.local(func() {
		if r.Quantifier != nil && r.Var != nil {
			c.scope.add(r.Var.Name, just(kRelationship))
		}
		c.where(r.Where)
	})
}

// singles makes the variables of a quantified path single again, as its own predicates see them.
func (c *checker) singles(elements []syntax.PathElement) {
	for _, e := range elements {
		switch e := e.(type) {
		case *syntax.NodePattern:
			if e.Var != nil {
				c.scope.add(e.Var.Name, just(kNode))
			}
		case *syntax.RelPattern:
			if e.Var != nil {
				c.scope.add(e.Var.Name, just(kRelationship))
			}
		}
	}
}

// properties checks the map of an element. literal tells that a parameter cannot stand for it.
func (c *checker) properties(e syntax.Expr, literal bool, clause string) {
	if e == nil {
		return
	}
	if _, ok := e.(*syntax.Parameter); ok && literal {
		c.failDetail(e.Position(), "InvalidParameterUse", "Parameter maps cannot be used in `%s` patterns (use a literal map instead, e.g. `{id: $%s.id}`)", clause, e.(*syntax.Parameter).Name)
	}
	c.with(aggRefused, func() { c.expr(e) })
}

// patternExpr checks a pattern that stands for a value: shortestPath(…), exists(…), and no other.
func (c *checker) patternExpr(p *syntax.PatternPredicate) typ {
	c.patternPredicate(p)
	switch {
	case p.Exists:
		return just(kBoolean)
	case p.Pattern.Selector == syntax.AllPaths:
		c.failDetail(p.Position(), "UnexpectedSyntax", noPattern)
	}
	if p.Pattern.Selector == syntax.AllShortestPaths {
		return listOf(just(kPath))
	}
	return just(kPath)
}

// patternPredicate checks a pattern whose variables must be known.
func (c *checker) patternPredicate(p *syntax.PatternPredicate) {
	shortest := p.Pattern.Selector != syntax.AllPaths
	for i, e := range p.Pattern.Elements {
		var v *syntax.Variable
		switch e := e.(type) {
		case *syntax.NodePattern:
			v = e.Var
		case *syntax.RelPattern:
			v = e.Var
		}
		if v != nil && c.scope.find(v.Name) == nil && (!shortest || i != 1) {
			if shortest {
				c.undefined(v)
			}
			c.failDetail(v.Position(), "UndefinedVariable", "PatternExpressions are not allowed to introduce new variables: '%s'.", v.Name)
		}
	}
	c.local(func() {
		c.path(p.Pattern, len(c.scope.vars))
		c.elementExprs(p.Pattern.Elements, true)
	})
}

// patternComprehension checks [p = (a)-->(b) WHERE e | e], whose new variables are its own.
func (c *checker) patternComprehension(p *syntax.PatternComprehension) typ {
	var elem typ
	c.local(func() {
		pattern := *p.Pattern
		pattern.Var = nil
		c.path(&pattern, len(c.scope.vars))
		if v := p.Pattern.Var; v != nil {
			c.scope.add(v.Name, just(kPath))
		}
		c.elementExprs(p.Pattern.Elements, true)
		c.where(p.Where)
		c.overList(func() { elem = c.expr(p.Map) })
	})
	return listOf(elem)
}
