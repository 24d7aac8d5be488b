package check

import (
	"guestgraph/cypher/engine/syntax"
)

// create checks the patterns of CREATE or MERGE. The expressions of a pattern see what was there before it.
func (c *checker) create(patterns []*syntax.PathPattern, clause string) {
	for _, p := range patterns {
		c.createPath(p, clause)
	}
}

func (c *checker) createPath(p *syntax.PathPattern, clause string) {
	if name := selectorFunction(p.Selector); name != "" {
		c.fail(int(p.SelectAt), "%s(...) cannot be used in a %s clause, but only in a MATCH clause.", name, clause)
	}
	if p.Selector != syntax.AllPaths {
		c.fail(int(p.SelectAt), "Path selectors cannot be used in a %s clause, but only in a MATCH clause.", clause)
	}
	if p.Where != nil {
		c.fail(p.Where.Position(), "Path pattern predicates are not allowed in a %s clause, but only in a MATCH clause", clause)
	}
	c.juxtaposition(p)
	created := &scope{}
	for _, e := range p.Elements {
		switch e := e.(type) {
		case *syntax.NodePattern:
			c.createNode(e, clause, created, len(p.Elements) == 1)
		case *syntax.RelPattern:
			c.createRel(e, clause, created)
		case *syntax.QuantifiedPath:
			c.fail(e.Position(), "Quantified path patterns cannot be used in a %s clause, but only in a MATCH clause.", clause)
		}
	}
	for _, e := range p.Elements {
		c.createdExprs(e, clause, created)
	}
	for _, b := range created.vars {
		c.scope.add(b.name, b.typ)
	}
	if p.Var != nil {
		c.declare(p.Var, just(kPath))
	}
}

// createNode checks a node of CREATE or MERGE. One that is known already can only be an end of a
// relationship, as it is.
func (c *checker) createNode(n *syntax.NodePattern, clause string, created *scope, alone bool) {
	if n.Labels != nil && !conjunction(n.Labels) {
		c.fail(n.Labels.Position(), "Label expressions in patterns are not allowed in a %s clause, but only in a MATCH clause and in expressions", clause)
	}
	if n.Where != nil {
		c.fail(n.Where.Position(), "Node pattern predicates are not allowed in a %s clause, but only in a MATCH clause or inside a pattern comprehension", clause)
	}
	if n.Var == nil {
		return
	}
	b := c.scope.find(n.Var.Name)
	if b == nil {
		b = created.own(n.Var.Name)
	}
	switch {
	case b == nil:
		created.add(n.Var.Name, just(kNode))
	case alone:
		c.failDetail(n.Var.Position(), "VariableAlreadyBound", "Variable `%s` already declared", n.Var.Name)
	case n.Labels != nil || n.Properties != nil:
		c.failDetail(n.Var.Position(), "VariableAlreadyBound", "Can't create node `%s` with labels or properties here. The variable is already declared in this context", n.Var.Name)
	case !b.typ.fits(just(kNode)):
		c.conflict(n.Var, b.typ, just(kNode))
	}
}

// conjunction tells whether l is names that all hold.
func conjunction(l syntax.LabelExpr) bool {
	names := true
	syntax.WalkLabels(l, func(l syntax.LabelExpr) {
		switch l.(type) {
		case *syntax.LabelName, *syntax.LabelAnd:
		default:
			names = false
		}
	})
	return names
}

func (c *checker) createRel(r *syntax.RelPattern, clause string, created *scope) {
	if r.Var != nil {
		if c.scope.find(r.Var.Name) != nil || created.own(r.Var.Name) != nil {
			c.failDetail(r.Var.Position(), "VariableAlreadyBound", "Variable `%s` already declared", r.Var.Name)
		}
		created.add(r.Var.Name, just(kRelationship))
	}
	switch {
	case r.Quantifier != nil:
		c.fail(r.Position(), "Quantified path patterns cannot be used in a %s clause, but only in a MATCH clause.", clause)
	case r.Range != nil:
		c.failDetail(r.Position(), "CreatingVarLength", "Variable length relationships cannot be used in %s", clause)
	case r.Types == nil:
		c.failDetail(r.Position(), "NoSingleRelationshipType", "Exactly one relationship type must be specified for %s. Did you forget to prefix your relationship type with a ':'?", clause)
	case r.Direction == syntax.Both && clause == "CREATE":
		c.failDetail(r.Position(), "RequiresDirectedRelationship", "Only directed relationships are supported in CREATE")
	case r.Where != nil:
		c.fail(r.Where.Position(), "Relationship pattern predicates are not allowed in a %s clause, but only in a MATCH clause or inside a pattern comprehension", clause)
	}
	if _, ok := r.Types.(*syntax.LabelName); !ok {
		c.failDetail(r.Position(), "NoSingleRelationshipType", "A single relationship type must be specified for %s", clause)
	}
}

// createdExprs checks labels and properties of an element, which must not refer to what the same pattern creates.
func (c *checker) createdExprs(e syntax.PathElement, clause string, created *scope) {
	var labels syntax.LabelExpr
	var properties syntax.Expr
	switch e := e.(type) {
	case *syntax.NodePattern:
		labels, properties = e.Labels, e.Properties
		c.labels(labels)
	case *syntax.RelPattern:
		labels, properties = e.Types, e.Properties
		c.types(labels)
	}
	if properties == nil {
		return
	}
	r := references{c: c, visit: func(e syntax.Expr) {
		v := root(e)
		if b := created.own(v.Name); b != nil {
			c.failDetail(v.Position(), "UndefinedVariable", "The %s variable '%s' is referencing a %s that is created in the same %s clause which is not allowed. Please only reference variables created in earlier clauses.", b.typ, v.Name, b.typ, clause)
		}
	}}
	r.walk(properties)
	c.properties(properties, clause == "MERGE", clause)
}

func (c *checker) merge(m *syntax.Merge) {
	c.info.Reads = true
	c.createPath(m.Pattern, "MERGE")
	for _, a := range m.Actions {
		c.setItems(a.Items)
	}
}

func (c *checker) setItems(items []syntax.SetItem) {
	for _, item := range items {
		switch s := item.(type) {
		case *syntax.SetProperty:
			c.target(s.Target)
			c.expr(s.Value)
		case *syntax.SetAll:
			c.want(s.Var, just(kEntity))
			c.want(s.Value, just(kMapLike))
		case *syntax.SetLabels:
			c.labelTarget(s.Var, s.Labels)
		}
	}
}

func (c *checker) removeItems(items []syntax.RemoveItem) {
	for _, item := range items {
		switch r := item.(type) {
		case *syntax.RemoveProperty:
			c.target(r.Target)
		case *syntax.RemoveLabels:
			c.labelTarget(r.Var, r.Labels)
		}
	}
}

// target checks e.key or e[expr], which SET or REMOVE changes: e must be able to be a node or relationship.
func (c *checker) target(e syntax.Expr) {
	var of syntax.Expr
	switch e := e.(type) {
	case *syntax.Property:
		of = e.Expr
	case *syntax.Index:
		of = e.Expr
		c.want(e.Index, just(kString))
	}
	t := c.want(of, just(kHasKeys))
	if !t.fits(just(kEntity)) {
		c.mismatch(place(of), just(kEntity), t)
	}
}

func (c *checker) labelTarget(v *syntax.Variable, labels []syntax.LabelName) {
	c.want(v, just(kNode))
	for i := range labels {
		c.labels(&labels[i])
	}
}

func (c *checker) delete(d *syntax.Delete) {
	for _, e := range d.Exprs {
		if _, ok := e.(*syntax.HasLabels); ok {
			c.failDetail(place(e), "InvalidDelete", "DELETE doesn't support removing labels from a node. Try REMOVE.")
		}
		c.want(e, just(kEntity|kPath))
	}
}

// foreach checks FOREACH (v IN list | updates), whose variables end with it.
func (c *checker) foreach(f *syntax.Foreach) {
	t := c.expr(f.List)
	if t.kinds == kList {
		t = t.element()
	} else if t.kinds&kList != 0 {
		t = anything
	}
	c.local(func() {
		c.scope.add(f.Var.Name, t)
		for _, clause := range f.Body {
			if !updates(clause) {
				c.failDetail(clause.Position(), "InvalidClauseComposition", "Invalid use of %s inside FOREACH", clauseName(clause))
			}
			c.clause(clause, topLevel)
		}
	})
}
