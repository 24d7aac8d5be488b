package check

import "guestgraph/cypher/engine/syntax"

func (c *checker) match(m *syntax.Match) {
	c.pattern(m.Patterns)
	if !m.RepeatableElements {
		c.uniqueRels(m.Patterns)
	}
	if m.Where != nil {
		c.predicate(m.Where)
	}
}

// pattern declares the variables of patterns, then checks the expressions in them, which may use any of
// these variables.
func (c *checker) pattern(patterns []*syntax.PathPattern) {
	for _, p := range patterns {
		if p.Var != nil {
			c.path(p.Var)
		}
		c.bindElements(p.Elements)
	}
	for _, p := range patterns {
		c.elementExprs(p.Elements)
		if p.Where != nil {
			c.predicate(p.Where)
		}
	}
}

func (c *checker) path(v *syntax.Variable) {
	if c.scope.find(v.Name) != nil {
		c.failDetail(v.Position(), "VariableAlreadyBound", "Variable `%s` already declared", v.Name)
	}
	c.scope.add(v.Name, just(kPath))
}

func (c *checker) bindElements(elements []syntax.PathElement) {
	for _, element := range elements {
		switch e := element.(type) {
		case *syntax.NodePattern:
			c.bind(e.Var, just(kNode))
		case *syntax.RelPattern:
			if e.Range != nil || e.Quantifier != nil {
				c.bind(e.Var, listOf(just(kRelationship)))
			} else {
				c.bind(e.Var, just(kRelationship))
			}
		case *syntax.QuantifiedPath:
			c.bindQuantified(e)
		}
	}
}

// bindQuantified checks a parenthesized path; repeated, its variables are lists outside of it.
func (c *checker) bindQuantified(q *syntax.QuantifiedPath) {
	if q.Quantifier == nil {
		if q.Var != nil {
			c.path(q.Var)
		}
		c.bindElements(q.Elements)
		return
	}
	around := c.scope
	c.scope = &scope{outer: around}
	c.bindElements(q.Elements)
	c.elementExprs(q.Elements)
	if q.Where != nil {
		c.predicate(q.Where)
	}
	group := c.scope.vars
	c.scope = around
	for _, v := range group {
		if c.scope.find(v.name) == nil {
			c.scope.add(v.name, listOf(v.typ))
		}
	}
}

// bind declares a variable of a pattern, or checks that the one in scope can be a t.
func (c *checker) bind(v *syntax.Variable, t typ) {
	if v == nil {
		return
	}
	b := c.scope.find(v.Name)
	if b == nil {
		c.scope.add(v.Name, t)
		return
	}
	if !b.typ.fits(t) {
		c.failDetail(v.Position(), "VariableTypeConflict", "Type mismatch: %s defined with conflicting type %s (expected %s)", v.Name, b.typ, t)
	}
}

func (c *checker) elementExprs(elements []syntax.PathElement) {
	for _, element := range elements {
		switch e := element.(type) {
		case *syntax.NodePattern:
			c.labels(e.Labels)
			c.properties(e.Properties, e.Where)
		case *syntax.RelPattern:
			c.labels(e.Types)
			c.properties(e.Properties, e.Where)
		case *syntax.QuantifiedPath:
			if e.Quantifier == nil {
				c.elementExprs(e.Elements)
				c.properties(nil, e.Where)
			}
		}
	}
}

func (c *checker) properties(properties, where syntax.Expr) {
	if properties != nil {
		c.expr(properties)
	}
	if where != nil {
		c.predicate(where)
	}
}

// uniqueRels refuses one relationship variable at two places of one MATCH: it could never match.
func (c *checker) uniqueRels(patterns []*syntax.PathPattern) {
	seen := map[string]bool{}
	for _, p := range patterns {
		for _, element := range p.Elements {
			rel, ok := element.(*syntax.RelPattern)
			if !ok || rel.Var == nil {
				continue
			}
			if seen[rel.Var.Name] {
				c.failDetail(rel.Var.Position(), "RelationshipUniquenessViolation", "Cannot use the same relationship variable '%s' for multiple relationships", rel.Var.Name)
			}
			seen[rel.Var.Name] = true
		}
	}
}

// create checks the patterns of CREATE and MERGE, which make what they do not name as bound already.
func (c *checker) create(patterns []*syntax.PathPattern, clause string) {
	for _, p := range patterns {
		if p.Var != nil {
			c.path(p.Var)
		}
		for _, element := range p.Elements {
			switch e := element.(type) {
			case *syntax.NodePattern:
				c.createNode(e, len(p.Elements) == 1, clause)
			case *syntax.RelPattern:
				c.createRel(e, clause)
			}
		}
	}
	for _, p := range patterns {
		c.elementExprs(p.Elements)
	}
}

func (c *checker) createNode(n *syntax.NodePattern, alone bool, clause string) {
	if n.Var == nil {
		return
	}
	if c.scope.find(n.Var.Name) != nil && (alone || n.Labels != nil || n.Properties != nil) {
		c.failDetail(n.Var.Position(), "VariableAlreadyBound",
			"Can't create node `%s` with labels or properties here. The variable is already declared in this context", n.Var.Name)
	}
	c.bind(n.Var, just(kNode))
}

func (c *checker) createRel(r *syntax.RelPattern, clause string) {
	if r.Range != nil || r.Quantifier != nil {
		c.failDetail(r.Position(), "CreatingVarLength", "Variable length relationships cannot be used in %s", clause)
	}
	if name, ok := r.Types.(*syntax.LabelName); !ok || name == nil {
		c.failDetail(r.Position(), "NoSingleRelationshipType",
			"Exactly one relationship type must be specified for each relationship in %s. Did you forget to prefix your relationship type with a ':'?", clause)
	}
	if r.Direction == syntax.Both && clause == "CREATE" {
		c.failDetail(r.Position(), "RequiresDirectedRelationship", "Only directed relationships are supported in CREATE")
	}
	if r.Var == nil {
		return
	}
	if c.scope.find(r.Var.Name) != nil {
		c.failDetail(r.Var.Position(), "VariableAlreadyBound", "Variable `%s` already declared", r.Var.Name)
	}
	c.scope.add(r.Var.Name, just(kRelationship))
}

// labels checks the expressions of dynamic labels.
func (c *checker) labels(l syntax.LabelExpr) {
	switch l := l.(type) {
	case *syntax.LabelName:
		if l.Dynamic != nil {
			c.expr(l.Dynamic)
		}
	case *syntax.LabelNot:
		c.labels(l.E)
	case *syntax.LabelAnd:
		c.labels(l.L)
		c.labels(l.R)
	case *syntax.LabelOr:
		c.labels(l.L)
		c.labels(l.R)
	}
}
