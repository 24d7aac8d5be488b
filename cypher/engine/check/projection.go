package check

import (
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// A projecting is a WITH or RETURN being checked.
type projecting struct {
	*syntax.Projection
	at    int
	name  string // for messages
	where syntax.Expr

	aggregates bool // one of the items aggregates
	cols       []column
}

// project checks a projection, leaves its columns as the variables in scope, and gives them.
func (c *checker) project(p projecting) []column {
	before := c.scope
	if p.Star {
		if len(before.vars) == 0 && p.name != "WITH" {
			c.failDetail(p.at, "NoVariablesInScope", "RETURN * is not allowed when there are no variables in scope")
		}
		for _, b := range before.vars {
			p.cols = append(p.cols, column{b.name, b.typ, p.at})
		}
	}
	c.items(&p)
	if p.aggregates {
		c.grouping(&p)
	}
	after := &scope{outer: before.outer, imported: before.imported}
	for _, col := range p.cols {
		after.add(col.name, col.typ)
	}
	c.ordering(&p, before, after)
	c.page(p.Skip, "SKIP")
	c.page(p.Limit, "LIMIT")
	c.scope = after
	return p.cols
}

// items checks the items of a projection and adds their columns.
func (c *checker) items(p *projecting) {
	stars := len(p.cols)
	for _, item := range p.Items {
		var t typ
		c.with(aggAllowed, func() { t = c.expr(item.Expr) })
		p.aggregates = p.aggregates || aggregates(item.Expr)
		v, isVariable := item.Expr.(*syntax.Variable)
		_, isMap := item.Expr.(*syntax.MapProjection)
		if !item.Aliased && p.name != "RETURN" && !isVariable && !isMap {
			c.failDetail(int(item.Pos), "NoExpressionAlias", "Expression in %s must be aliased (use AS)", p.name)
		}
		at := int(item.Pos)
		if item.Aliased {
			at = int(item.AliasAt)
		}
		if (!isVariable || v.Name != item.Name) && c.scope.outer.find(item.Name) != nil {
			c.shadows(item.Name, at)
		}
		c.addColumn(p, stars, column{item.Name, t, at})
	}
}

// addColumn adds a column. Of two of the same name one must come from the *, which the other replaces.
func (c *checker) addColumn(p *projecting, stars int, col column) {
	for i, other := range p.cols {
		if other.name != col.name {
			continue
		}
		if i >= stars {
			c.failDetail(int(p.Items[0].Pos), "ColumnNameConflict", "Multiple result columns with the same name are not supported")
		}
		p.cols[i] = col
		return
	}
	p.cols = append(p.cols, col)
}

// ordering checks ORDER BY and WHERE. They see the new columns, and the variables before as long as
// every row stands for one row before: not after DISTINCT or an aggregation.
func (c *checker) ordering(p *projecting, before, after *scope) {
	if len(p.OrderBy) == 0 && p.where == nil {
		return
	}
	both := before.clone()
	for _, col := range p.cols {
		both.add(col.name, col.typ)
	}
	c.scope = both
	collapsed := p.Distinct || p.aggregates
	for _, item := range p.OrderBy {
		if !p.aggregates && aggregates(item.Expr) {
			c.failDetail(p.at, "InvalidAggregation", "Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding %s", p.name)
		}
	}
	for _, item := range p.OrderBy {
		c.with(aggAllowed, func() { c.expr(item.Expr) })
		if collapsed {
			c.projectedOnly(p, before, after, item.Expr)
		}
		if aggregates(item.Expr) {
			c.sortedGroups(p, item.Expr)
		}
	}
	c.where(p.where)
	if collapsed && p.where != nil {
		c.projectedOnly(p, before, after, p.where)
	}
}

// projectedOnly fails where e refers to what a DISTINCT or an aggregation left behind: a variable that is
// no column, outside of an expression that is one.
func (c *checker) projectedOnly(p *projecting, before, after *scope, e syntax.Expr) {
	known := map[string]bool{}
	for _, item := range p.Items {
		known[syntax.FormatExpr(item.Expr)] = true
	}
	r := references{c: c, covered: func(e syntax.Expr) bool { return known[syntax.FormatExpr(e)] }}
	r.visit = func(e syntax.Expr) {
		v := root(e)
		if after.find(v.Name) == nil && before.find(v.Name) != nil {
			c.failDetail(v.Position(), "UndefinedVariable", "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: %s", v.Name)
		}
	}
	r.walk(e)
}

// page checks SKIP or LIMIT, which must be known before the query runs.
func (c *checker) page(e syntax.Expr, word string) {
	if e == nil {
		return
	}
	if l, ok := e.(*syntax.Literal); ok {
		c.count(l, 0)
		return
	}
	before := c.scope
	c.scope = &scope{}
	defer func() { c.scope = before }()
	r := references{c: c, visit: func(e syntax.Expr) {
		c.failDetail(place(e), "NonConstantExpression", "It is not allowed to refer to variables in %s, so that the value for %s can be statically calculated.", word, word)
	}, graph: func(at int) {
		c.failDetail(at, "NonConstantExpression", "It is not allowed to use patterns in the expression for %s, so that the value for %s can be statically calculated.", word, word)
	}}
	r.walk(e)
	c.with(aggRefused, func() {
		if t := c.want(e, just(kInteger)); t.kinds == kFloat {
			c.mismatch(place(e), just(kInteger), t)
		}
	})
}

// count checks a literal that must be an integer of at least lowest, which is 0 or 1.
func (c *checker) count(l *syntax.Literal, lowest int64) {
	n, isInt := l.Value.AsInt()
	if isInt && n >= lowest {
		return
	}
	shown := l.Text
	if s, ok := l.Value.AsString(); ok {
		shown = s
	} else if l.Value.Kind() == value.KindNull {
		shown = "NULL"
	}
	detail, what := "InvalidArgumentType", "non-negative"
	if isInt {
		detail = "NegativeIntegerArgument"
	}
	if lowest > 0 {
		what = "positive"
	}
	c.failDetail(l.Position(), detail, "Invalid input. '%s' is not a valid value. Must be a %s integer.", shown, what)
}
