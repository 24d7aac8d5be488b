package check

import (
	"guestgraph/cypher/engine/syntax"
)

// query checks the parts of a query, each in the scope it begins with, and gives the columns of its result.
func (c *checker) query(q *syntax.Query) []binding {
	begin := c.scope
	var columns []binding
	for i, part := range q.Parts {
		c.scope = begin.clone()
		got := c.clauses(part.Clauses)
		if i == 0 {
			columns = got
			continue
		}
		if q.All[i-1] != q.All[0] {
			c.failDetail(part.Position(), "InvalidClauseComposition", "Invalid combination of UNION and UNION ALL")
		}
		if !c.open && !sameNames(columns, got) {
			c.failDetail(part.Position(), "DifferentColumnsInUnion", "All sub queries in an UNION must have the same return column names")
		}
		for j := range columns {
			columns[j].typ = anything
		}
	}
	c.scope = begin
	return columns
}

func sameNames(a, b []binding) bool {
	if len(a) != len(b) {
		return false
	}
	names := map[string]bool{}
	for _, x := range a {
		names[x.name] = true
	}
	for _, x := range b {
		if !names[x.name] {
			return false
		}
	}
	return true
}

// clauses checks clauses in order and gives the columns of a RETURN at their end.
func (c *checker) clauses(list []syntax.Clause) []binding {
	var columns []binding
	for _, clause := range list {
		c.mayWrite(clause)
		switch clause := clause.(type) {
		case *syntax.With:
			c.projection(&clause.Projection, clause.Where, true)
		case *syntax.Return:
			columns = c.projection(&clause.Projection, nil, false)
		default:
			c.clause(clause)
		}
	}
	return columns
}

// mayWrite refuses a clause that writes inside EXISTS, COUNT or COLLECT.
func (c *checker) mayWrite(clause syntax.Clause) {
	if c.readOnly == "" {
		return
	}
	switch clause.(type) {
	case *syntax.Create, *syntax.Merge, *syntax.Set, *syntax.Remove, *syntax.Delete, *syntax.Foreach:
		c.failDetail(clause.Position(), "InvalidClauseComposition", "%s cannot contain any updating clauses", c.readOnly)
	}
}

func (c *checker) clause(clause syntax.Clause) {
	switch clause := clause.(type) {
	case *syntax.Match:
		c.match(clause)
	case *syntax.Unwind:
		t := c.expr(clause.Expr)
		c.declare(clause.Var, elementOf(t))
	case *syntax.Create:
		c.create(clause.Patterns, "CREATE")
	case *syntax.Merge:
		c.create([]*syntax.PathPattern{clause.Pattern}, "MERGE")
		for _, action := range clause.Actions {
			c.setItems(action.Items)
		}
	case *syntax.Set:
		c.setItems(clause.Items)
	case *syntax.Remove:
		c.removeItems(clause.Items)
	case *syntax.Delete:
		c.deletions(clause.Exprs)
	case *syntax.Foreach:
		t := c.expr(clause.List)
		begin := c.scope
		c.scope = begin.clone()
		c.declare(clause.Var, elementOf(t))
		c.clauses(clause.Body)
		c.scope = begin
	case *syntax.CallProcedure:
		c.callProcedure(clause)
	case *syntax.CallSubquery:
		c.callSubquery(clause)
	case *syntax.LoadCSV:
		c.expr(clause.Source)
		c.declare(clause.Var, just(kMap|kList))
	case *syntax.Show:
		c.open = true
	}
}

// elementOf gives what UNWIND and FOREACH bind: the elements of a list, or a value that is none.
func elementOf(t typ) typ {
	if t.kinds == kList {
		return t.element()
	}
	return anything
}

func (c *checker) callProcedure(call *syntax.CallProcedure) {
	for _, arg := range call.Args {
		c.expr(arg)
	}
	if !call.HasYield || call.YieldAll {
		c.open = true
	}
	for _, item := range call.Yield {
		c.fresh(item.Alias, int(item.AliasAt))
		c.scope.add(item.Alias, anything)
	}
	if call.Where != nil {
		c.predicate(call.Where)
	}
}

// callSubquery checks CALL { … }: it sees the variables it imports, and adds those it returns.
func (c *checker) callSubquery(call *syntax.CallSubquery) {
	around := c.scope
	inner := &scope{}
	switch {
	case call.ScopeAll:
		inner = &scope{outer: around}
	case call.HasScope:
		imported := &scope{}
		for _, v := range call.Imports {
			imported.add(v.Name, c.use(v))
		}
		inner.outer = imported
	}
	var columns []binding
	if call.ScopeAll || call.HasScope {
		c.scope = inner
		columns = c.query(call.Query)
	} else {
		columns = c.importing(call.Query)
	}
	c.scope = around
	for _, column := range columns {
		c.fresh(column.name, call.Position())
		c.scope.add(column.name, column.typ)
	}
	if call.InTx != nil && call.InTx.Report != nil {
		c.declare(call.InTx.Report, just(kMap))
	}
}

// importing checks CALL { WITH x … }, each part of which may begin with a WITH that imports variables.
func (c *checker) importing(q *syntax.Query) []binding {
	around := c.scope
	var columns []binding
	for i, part := range q.Parts {
		clauses := part.Clauses
		c.scope = &scope{}
		if with, ok := importingWith(clauses); ok {
			c.scope = around.clone()
			c.projection(&with.Projection, with.Where, true)
			clauses = clauses[1:]
		}
		got := c.clauses(clauses)
		if i == 0 {
			columns = got
		} else if !c.open && !sameNames(columns, got) {
			c.failDetail(part.Position(), "DifferentColumnsInUnion", "All sub queries in an UNION must have the same return column names")
		}
	}
	return columns
}

func importingWith(clauses []syntax.Clause) (*syntax.With, bool) {
	if len(clauses) == 0 {
		return nil, false
	}
	with, ok := clauses[0].(*syntax.With)
	if !ok {
		return nil, false
	}
	for _, item := range with.Items {
		if _, plain := item.Expr.(*syntax.Variable); !plain {
			return nil, false
		}
	}
	return with, true
}
