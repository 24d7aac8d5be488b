package check

import "guestgraph/cypher/engine/syntax"

// projection checks WITH or RETURN, makes its columns the scope, and gives them.
func (c *checker) projection(p *syntax.Projection, where syntax.Expr, with bool) []binding {
	before := c.scope
	after := &scope{outer: before.outer}
	if p.Star {
		if !with && len(before.vars) == 0 && before.outer == nil && !c.open {
			c.failDetail(0, "NoVariablesInScope", "RETURN * is not allowed when there are no variables in scope")
		}
		after.vars = append(after.vars, before.vars...)
	}
	aggregated := false
	for _, item := range p.Items {
		name, variable := item.Name, false
		if v, ok := item.Expr.(*syntax.Variable); ok {
			variable = true
			if !item.Aliased {
				name = v.Name
			}
		}
		if with && !item.Aliased && !variable {
			c.failDetail(item.Position(), "NoExpressionAlias", "Expression in WITH must be aliased (use AS)")
		}
		t := c.aggregating(item.Expr)
		aggregated = aggregated || hasAggregate(item.Expr)
		if after.own(name) != nil {
			c.failDetail(item.Position(), "ColumnNameConflict", "Multiple result columns with the same name are not supported")
		}
		after.add(name, t)
	}
	columns := append([]binding(nil), after.vars...)
	grouped := aggregated || p.Distinct
	c.scope = after
	if !grouped {
		c.scope = &scope{vars: append(append([]binding(nil), before.vars...), after.vars...), outer: before.outer}
	}
	order := ordering{c: c, items: p.Items, grouped: grouped, aggregated: aggregated, before: before}
	for _, item := range p.OrderBy {
		order.check(item.Expr)
	}
	if where != nil {
		c.predicate(where)
	}
	c.scope = after
	return columns
}

// An ordering checks the expressions of ORDER BY after a projection. Where that groups rows, only its
// columns, and expressions it has computed, are still there to sort by.
type ordering struct {
	c          *checker
	items      []syntax.ReturnItem
	grouped    bool
	aggregated bool
	before     *scope
}

func (o *ordering) check(e syntax.Expr) {
	aggregate := hasAggregate(e)
	switch {
	case aggregate && !o.aggregated:
		o.c.failDetail(e.Position(), "InvalidAggregation", "Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding projection")
	case o.grouped:
		o.walk(e, aggregate)
	default:
		o.c.expr(e)
	}
}

// walk descends to expressions that the projection has computed. In one that aggregates, these must be
// variables, properties or the aggregates themselves.
func (o *ordering) walk(e syntax.Expr, aggregate bool) {
	if o.projected(e) {
		if aggregate && !isSimple(e) {
			o.c.failDetail(e.Position(), "AmbiguousAggregationExpression",
				"Order by expression contains implicit grouping expressions: `%s`", syntax.FormatExpr(e))
		}
		return
	}
	switch e := e.(type) {
	case *syntax.Variable:
		if o.c.scope.find(e.Name) == nil && o.before.find(e.Name) != nil {
			o.c.failDetail(e.Position(), "UndefinedVariable",
				"In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: %s", e.Name)
		}
		o.c.expr(e)
	case *syntax.Binary:
		o.walk(e.L, aggregate)
		o.walk(e.R, aggregate)
	case *syntax.Unary:
		o.walk(e.E, aggregate)
	case *syntax.Property:
		o.walk(e.Expr, aggregate)
	case *syntax.Call:
		for _, arg := range e.Args {
			o.walk(arg, aggregate)
		}
	default:
		if aggregate {
			return
		}
		o.c.expr(e)
	}
}

func (o *ordering) projected(e syntax.Expr) bool {
	text := syntax.FormatExpr(e)
	for _, item := range o.items {
		if syntax.FormatExpr(item.Expr) == text {
			return true
		}
	}
	return false
}

// isSimple tells whether e is a variable, a property of one, a constant, or an aggregate.
func isSimple(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.Variable, *syntax.Literal, *syntax.Parameter:
		return true
	case *syntax.Property:
		return isSimple(e.Expr)
	case *syntax.Call:
		return isAggregate(e)
	}
	return false
}
