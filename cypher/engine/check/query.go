package check

import (
	"fmt"

	"guestgraph/cypher/engine/syntax"
)

// A place for a query: what it must end with, and what may be in it.
type role uint8

const (
	topLevel  role = iota
	inCall         // CALL { … }
	inExists       // EXISTS { … } and COUNT { … }, which need no RETURN
	inCollect      // COLLECT { … }
)

// A column is one column that a query returns.
type column struct {
	name string
	typ  typ
	at   int
}

// topQuery checks a whole statement and gives the names of its columns.
func (c *checker) topQuery(q *syntax.Query) []string {
	var names []string
	for _, col := range c.query(q, topLevel, nil) {
		names = append(names, col.name)
	}
	return names
}

// query checks single queries joined by UNION. start gives the scope that each begins with; nil means
// the current one.
func (c *checker) query(q *syntax.Query, r role, start func(*syntax.SingleQuery) *scope) []column {
	c.batchPlaces(q, r)
	before := c.scope
	if start == nil {
		start = func(*syntax.SingleQuery) *scope { return before.clone() }
	}
	var first []column
	for i, part := range q.Parts {
		c.scope = start(part)
		cols := c.singleQuery(part, r, len(q.Parts) == 1)
		if i == 0 {
			first = cols
			continue
		}
		if !sameNames(first, cols) {
			c.failDetail(q.Unions[i-1].Position(), "DifferentColumnsInUnion", "All sub queries in an UNION must have the same return column names")
		}
		for k, col := range first {
			first[k].typ = join(col.typ, typeOf(cols, col.name))
		}
		if i > 1 && q.All[i-1] != q.All[i-2] {
			c.failDetail(q.Unions[i-1].Position(), "InvalidClauseComposition", "Invalid combination of UNION and UNION ALL")
		}
	}
	c.scope = before
	return first
}

// sameNames tells whether two queries return columns of the same names, in any order.
func sameNames(a, b []column) bool {
	if len(a) != len(b) {
		return false
	}
	for _, col := range a {
		if typeOf(b, col.name).kinds == 0 {
			return false
		}
	}
	return true
}

// typeOf gives the type of a column by its name; without kinds when there is none.
func typeOf(cols []column, name string) typ {
	for _, col := range cols {
		if col.name == name {
			return col.typ
		}
	}
	return typ{}
}

// singleQuery checks clauses in their order and gives what the last one returns.
func (c *checker) singleQuery(s *syntax.SingleQuery, r role, only bool) []column {
	if show, ok := s.Clauses[0].(*syntax.Show); ok && r == topLevel {
		return c.showQuery(show, s.Clauses[1:])
	}
	if call, ok := s.Clauses[0].(*syntax.CallProcedure); ok && r == topLevel && only && len(s.Clauses) == 1 {
		return c.standaloneCall(call)
	}
	var cols []column
	for _, clause := range s.Clauses {
		cols = c.clause(clause, r)
	}
	for i, clause := range s.Clauses[:len(s.Clauses)-1] {
		if ends(clause) {
			c.failDetail(clause.Position(), "InvalidClauseComposition", "%s can only be used at the end of the query.", clauseName(clause))
		}
		c.order(clause, s.Clauses[i+1])
	}
	last := s.Clauses[len(s.Clauses)-1]
	if !c.concludes(last, r, cols) {
		c.failDetail(last.Position(), "InvalidClauseComposition", "Query cannot conclude with %s (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, or a procedure call with no YIELD).", clauseName(last))
	}
	if _, isReturn := last.(*syntax.Return); !isReturn {
		return nil
	}
	return cols
}

// order refuses reading after writing without a WITH between them.
func (c *checker) order(before, clause syntax.Clause) {
	if !updates(before) || updates(clause) || ends(clause) {
		return
	}
	if _, ok := clause.(*syntax.With); !ok {
		c.failDetail(clause.Position(), "InvalidClauseComposition", "WITH is required between %s and %s", clauseName(before), clauseName(clause))
	}
}

// ends tells whether nothing can follow a clause.
func ends(clause syntax.Clause) bool {
	switch clause.(type) {
	case *syntax.Return, *syntax.Finish:
		return true
	}
	return false
}

// updates tells whether a clause itself changes data.
func updates(clause syntax.Clause) bool {
	switch clause.(type) {
	case *syntax.Create, *syntax.Merge, *syntax.Set, *syntax.Remove, *syntax.Delete, *syntax.Foreach:
		return true
	}
	return false
}

// concludes tells whether a query may end with clause, which gave cols.
func (c *checker) concludes(clause syntax.Clause, r role, cols []column) bool {
	if r == inExists || updates(clause) || ends(clause) {
		return true
	}
	switch call := clause.(type) {
	case *syntax.CallSubquery:
		return len(cols) == 0
	case *syntax.CallProcedure:
		return !call.HasYield
	}
	return false
}

// clauseName gives the words that begin a clause.
func clauseName(clause syntax.Clause) string {
	switch clause := clause.(type) {
	case *syntax.Match:
		return "MATCH"
	case *syntax.With:
		return "WITH"
	case *syntax.CallProcedure, *syntax.CallSubquery:
		return "CALL"
	case *syntax.LoadCSV:
		return "LOAD CSV"
	case *syntax.Delete:
		if clause.Detach {
			return "DETACH DELETE"
		}
		return "DELETE"
	case *syntax.Unwind:
		return "UNWIND"
	case *syntax.Return:
		return "RETURN"
	case *syntax.Finish:
		return "FINISH"
	case *syntax.Create:
		return "CREATE"
	case *syntax.Merge:
		return "MERGE"
	case *syntax.Set:
		return "SET"
	case *syntax.Remove:
		return "REMOVE"
	case *syntax.Foreach:
		return "FOREACH"
	case *syntax.Show:
		return "SHOW"
	}
	panic(fmt.Sprintf("check: unknown clause %T", clause))
}

// clause checks one clause and gives the columns of RETURN, or those a subquery adds.
func (c *checker) clause(clause syntax.Clause, r role) []column {
	if updates(clause) {
		c.info.Writes = true
	}
	switch clause := clause.(type) {
	case *syntax.Match:
		c.matchClause(clause)
	case *syntax.Unwind:
		c.unwind(clause)
	case *syntax.With:
		p := projecting{Projection: &clause.Projection, at: clause.Position(), name: "WITH", where: clause.Where}
		c.project(p)
	case *syntax.Return:
		name := "RETURN"
		if r == inCall {
			name = "CALL { RETURN ... }"
		}
		return c.project(projecting{Projection: &clause.Projection, at: clause.Position(), name: name})
	case *syntax.Create:
		c.create(clause.Patterns, "CREATE")
	case *syntax.Merge:
		c.merge(clause)
	case *syntax.Set:
		c.setItems(clause.Items)
	case *syntax.Remove:
		c.removeItems(clause.Items)
	case *syntax.Delete:
		c.delete(clause)
	case *syntax.Foreach:
		c.foreach(clause)
	case *syntax.CallProcedure:
		c.callInQuery(clause)
	case *syntax.CallSubquery:
		return c.callSubquery(clause)
	case *syntax.LoadCSV:
		c.loadCSV(clause)
	case *syntax.Show:
		c.fail(clause.Position(), "SHOW can only be used at the beginning of the query.")
	}
	return nil
}

func (c *checker) matchClause(m *syntax.Match) {
	c.info.Reads = true
	if m.RepeatableElements {
		c.fail(m.Position(), "Match modes such as `REPEATABLE ELEMENTS` are not supported yet.")
	}
	c.match(m.Patterns)
	for _, h := range m.Hints {
		names := h.Vars
		if h.Var != "" {
			names = []string{h.Var}
		}
		for _, name := range names {
			c.use(&syntax.Variable{Pos: h.Pos, Name: name})
		}
	}
	c.where(m.Where)
}

// unwind checks UNWIND e AS v; a value that is no list counts as a list of it.
func (c *checker) unwind(u *syntax.Unwind) {
	var t typ
	c.with(aggList, func() { t = c.expr(u.Expr) })
	switch {
	case t.kinds == kList:
		t = t.element()
	case t.kinds&kList != 0:
		t = anything
	}
	c.declare(u.Var, t)
}

func (c *checker) loadCSV(l *syntax.LoadCSV) {
	c.info.Reads, c.info.LoadCSV = true, true
	c.want(l.Source, just(kString))
	if len([]rune(l.Terminator)) > 1 {
		c.fail(l.Position(), "CSV field terminator can only be one character wide")
	}
	if l.WithHeaders {
		c.declare(l.Var, just(kMap))
	} else {
		c.declare(l.Var, listOf(just(kString)))
	}
}
