package check

import (
	"fmt"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// standaloneCall checks a statement that is one CALL, and gives its columns. It may leave out the
// parentheses, and then takes its arguments from the parameters, and it yields all columns unless told which.
func (c *checker) standaloneCall(call *syntax.CallProcedure) []column {
	p := c.procedure(call)
	if call.Where != nil {
		c.fail(call.Where.Position(), "Cannot use standalone call with WHERE (instead use: `CALL ... WITH * WHERE ... RETURN *`)")
	}
	if call.HasArgs {
		c.procedureArgs(call, p)
	}
	if call.HasYield && !call.YieldAll {
		return c.yield(call.Yield, p, "Unknown procedure output: `%s`")
	}
	return p.columns(call.Position())
}

// callInQuery checks a CALL among other clauses and adds what it yields to the scope.
func (c *checker) callInQuery(call *syntax.CallProcedure) {
	p := c.procedure(call)
	if !call.HasArgs {
		c.failDetail(call.Position(), "InvalidArgumentPassingMode", "Procedure call is missing parentheses: %s", call.Name)
	}
	if call.YieldAll {
		c.failDetail(call.Position(), "UnexpectedSyntax", "Cannot use `YIELD *` outside standalone call")
	}
	if p != nil && len(p.Columns) > 0 && !call.HasYield {
		c.failDetail(call.Position(), "UndefinedVariable", "Procedure call inside a query does not support naming results implicitly (name explicitly using `YIELD` instead)")
	}
	c.procedureArgs(call, p)
	for _, col := range c.yield(call.Yield, p, "Unknown procedure output: `%s`") {
		c.scope.add(col.name, col.typ)
	}
	c.where(call.Where)
}

// procedure finds the procedure of a call; nil when none are known.
func (c *checker) procedure(call *syntax.CallProcedure) *Procedure {
	c.info.Reads = true
	if c.procs == nil {
		c.open = c.open || !call.HasYield || call.YieldAll
		return nil
	}
	p, ok := c.procs.Procedure(call.Name)
	if !ok {
		e := fault.At(call.Position(), fault.ProcedureNotFound, "There is no procedure with the name `%s` registered for this database instance. Please ensure you've spelled the procedure name correctly and that the procedure is properly deployed.", call.Name)
		e.Detail = "ProcedureNotFound"
		panic(e)
	}
	c.info.Writes = c.info.Writes || p.Writes
	return p
}

// columns gives all columns of a procedure; at is the place of the call.
func (p *Procedure) columns(at int) []column {
	if p == nil {
		return nil
	}
	var cols []column
	for _, col := range p.Columns {
		cols = append(cols, column{col.Name, parseType(col.Type), at})
	}
	return cols
}

// procedureArgs checks number and types of the arguments.
func (c *checker) procedureArgs(call *syntax.CallProcedure, p *Procedure) {
	for _, arg := range call.Args {
		if aggregates(arg) {
			c.failDetail(arg.Position(), "InvalidAggregation", "Procedure call cannot take an aggregating function as argument, please add a 'WITH' to your statement.")
		}
	}
	if p != nil {
		c.numberOfArgs(call, p)
	}
	for i, arg := range call.Args {
		if p == nil {
			c.expr(arg)
			continue
		}
		c.want(arg, parseType(p.Args[i].Type))
	}
}

func (c *checker) numberOfArgs(call *syntax.CallProcedure, p *Procedure) {
	got, most, least := len(call.Args), len(p.Args), 0
	for _, a := range p.Args {
		if !a.Optional {
			least++
		}
	}
	switch {
	case got > most && most == 0:
		c.failDetail(call.Position(), "InvalidNumberOfArguments", "Procedure call provides too many arguments: got %d expected none.", got)
	case got > most:
		c.failDetail(call.Position(), "InvalidNumberOfArguments", "Procedure call provides too many arguments: got %d expected no more than %d.", got, most)
	case got < least:
		total := ""
		if least < most {
			total = fmt.Sprintf(" (total: %d, %d of which have default values)", most, most-least)
		}
		c.failDetail(call.Position(), "InvalidNumberOfArguments", "Procedure call does not provide the required number of arguments: got %d expected at least %d%s.", got, least, total)
	}
}

// yield gives the columns that YIELD names; they must exist and have new names. unknown is the message
// for one that does not exist.
func (c *checker) yield(items []syntax.YieldItem, p *Procedure, unknown string) []column {
	var cols []column
	for _, item := range items {
		t := anything
		if p != nil {
			if t = typeOf(p.columns(0), item.Name); t.kinds == 0 {
				c.fail(int(item.Pos), unknown, item.Name)
			}
		}
		for _, col := range cols {
			if col.name == item.Alias {
				c.failDetail(int(item.AliasAt), "VariableAlreadyBound", "Variable `%s` already declared", item.Alias)
			}
		}
		c.fresh(item.Alias, int(item.AliasAt))
		cols = append(cols, column{item.Alias, t, int(item.AliasAt)})
	}
	return cols
}

// showQuery checks SHOW … and a RETURN after it, and gives its columns.
func (c *checker) showQuery(s *syntax.Show, rest []syntax.Clause) []column {
	c.info.Reads = true
	for _, name := range s.Names {
		c.expr(name)
	}
	cols := c.showColumns(s)
	after := &scope{}
	for _, col := range cols {
		after.add(col.name, col.typ)
	}
	c.scope = after.clone()
	for _, item := range s.Yield {
		c.scope.add(item.Name, anything) // WHERE and ORDER BY see columns by both names
	}
	for _, item := range s.OrderBy {
		c.expr(item.Expr)
	}
	c.page(s.Skip, "SKIP")
	c.page(s.Limit, "LIMIT")
	c.where(s.Where)
	c.scope = after
	for i, clause := range rest {
		if _, ok := clause.(*syntax.Return); !ok || i > 0 {
			c.fail(clause.Position(), "%s cannot follow SHOW", clauseName(clause))
		}
		cols = c.clause(clause, topLevel)
	}
	return cols
}

// showColumns gives the columns of SHOW before its RETURN.
func (c *checker) showColumns(s *syntax.Show) []column {
	if c.procs == nil {
		c.open = c.open || !s.HasYield || s.YieldAll
		return c.yield(s.Yield, nil, "")
	}
	all, standard, ok := c.procs.Show(s)
	if !ok {
		c.fail(s.Position(), "SHOW %s is not supported", s.What)
	}
	listing := &Procedure{}
	for _, name := range all {
		listing.Columns = append(listing.Columns, Column{Name: name, Type: "ANY"})
	}
	if s.HasYield && !s.YieldAll {
		return c.yield(s.Yield, listing, "Trying to YIELD non-existing column: `%s`")
	}
	if !s.HasYield {
		listing.Columns = nil
		for _, name := range standard {
			listing.Columns = append(listing.Columns, Column{Name: name, Type: "ANY"})
		}
	}
	return listing.columns(s.Position())
}
