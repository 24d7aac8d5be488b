package check

import (
	"guestgraph/cypher/engine/syntax"
)

// subquery checks EXISTS, COUNT or COLLECT { … }, which sees all around it and changes nothing.
func (c *checker) subquery(s *syntax.Subquery) typ {
	name := map[string]string{"exists": "An Exists", "count": "A Count", "collect": "A Collect"}[s.Kind]
	syntax.Walk(s.Query, func(n syntax.Node) bool {
		if clause, ok := n.(syntax.Clause); ok && updates(clause) {
			c.failDetail(s.Position(), "InvalidClauseComposition", "%s Expression cannot contain any updates", name)
		}
		return true
	})
	before := c.scope
	c.scope = &scope{outer: before}
	defer func() { c.scope = before }()
	var cols []column
	role := inExists
	if s.Kind == "collect" {
		role = inCollect
	}
	c.with(aggRefused, func() { cols = c.query(s.Query, role, nil) })
	switch s.Kind {
	case "exists":
		return just(kBoolean)
	case "count":
		return just(kInteger)
	}
	if len(cols) != 1 {
		c.fail(s.Position(), "A Collect Expression must end with a single return column.")
	}
	return listOf(cols[0].typ)
}

// callSubquery checks CALL { … } and adds what it returns to the scope.
func (c *checker) callSubquery(s *syntax.CallSubquery) []column {
	before := c.scope
	c.info.Reads = true
	var cols []column
	if s.HasScope {
		c.scope = &scope{outer: c.imports(s), imported: true}
		cols = c.query(s.Query, inCall, nil)
	} else {
		cols = c.importingQuery(s.Query)
	}
	c.scope = before
	for _, col := range cols {
		if before.find(col.name) != nil {
			c.failDetail(col.at, "VariableAlreadyBound", "Variable `%s` already declared in outer scope", col.name)
		}
		before.add(col.name, col.typ)
	}
	if s.InTx != nil {
		c.inTransactions(s.InTx)
	}
	return cols
}

// imports gives the scope of what CALL (…) lets in.
func (c *checker) imports(s *syntax.CallSubquery) *scope {
	if s.ScopeAll {
		return c.scope
	}
	in := &scope{}
	for _, v := range s.Imports {
		in.add(v.Name, c.use(v))
	}
	return in
}

// importingQuery checks the query of CALL without parentheses: each part sees only what a WITH that it
// begins with lets in.
func (c *checker) importingQuery(q *syntax.Query) []column {
	around := c.scope
	for _, part := range q.Parts {
		c.importingWith(part)
	}
	return c.query(q, inCall, func(part *syntax.SingleQuery) *scope {
		in := &scope{}
		w := c.leadingWith(part, around)
		switch {
		case w == nil:
		case w.Star:
			for s := around; s != nil; s = s.outer {
				in.vars = append(in.vars, s.vars...)
			}
		default:
			for _, item := range w.Items {
				if b := around.find(item.Name); b != nil {
					in.add(b.name, b.typ)
				}
			}
		}
		return in
	})
}

// leadingWith gives the WITH that a query begins with, when it refers to anything around.
func (c *checker) leadingWith(s *syntax.SingleQuery, around *scope) *syntax.With {
	w, ok := s.Clauses[0].(*syntax.With)
	if !ok {
		return nil
	}
	if w.Star {
		return w
	}
	refers := false
	r := references{c: c, visit: func(e syntax.Expr) { refers = refers || around.find(root(e).Name) != nil }}
	for _, item := range w.Items {
		r.walk(item.Expr)
	}
	if !refers {
		return nil
	}
	return w
}

// importingWith checks that a WITH which imports does nothing else.
func (c *checker) importingWith(s *syntax.SingleQuery) {
	w := c.leadingWith(s, c.scope)
	if w == nil {
		return
	}
	const only = "Importing WITH should consist only of simple references to outside variables. %s"
	for _, item := range w.Items {
		if v, ok := item.Expr.(*syntax.Variable); !ok || v.Name != item.Name {
			c.fail(w.Position(), only, "Aliasing or expressions are not supported.")
		}
	}
	switch {
	case w.Where != nil:
		c.fail(w.Position(), only, "WHERE is not allowed.")
	case w.Distinct:
		c.fail(w.Position(), only, "DISTINCT is not allowed.")
	case len(w.OrderBy) > 0:
		c.fail(w.Position(), only, "ORDER BY is not allowed.")
	case w.Skip != nil:
		c.fail(w.Position(), only, "SKIP is not allowed.")
	case w.Limit != nil:
		c.fail(w.Position(), only, "LIMIT is not allowed.")
	}
}

// batchPlaces checks where IN TRANSACTIONS stands: what it commits must be all that its statement has written so far.
func (c *checker) batchPlaces(q *syntax.Query, r role) {
	for _, part := range q.Parts {
		wrote := false
		for _, clause := range part.Clauses {
			wrote = wrote || updates(clause)
			call, ok := clause.(*syntax.CallSubquery)
			if !ok || call.InTx == nil {
				continue
			}
			const what = "CALL { ... } IN TRANSACTIONS"
			switch {
			case r != topLevel:
				c.fail(call.Position(), what+" nested in a regular CALL is not supported")
			case len(q.Parts) > 1:
				c.fail(call.Position(), what+" in a UNION is not supported")
			case wrote:
				c.fail(call.Position(), what+" after a write clause is not supported")
			}
		}
	}
}

// inTransactions checks the options of IN TRANSACTIONS.
func (c *checker) inTransactions(t *syntax.InTransactions) {
	for _, e := range []syntax.Expr{t.Rows, t.Workers} {
		if l, ok := e.(*syntax.Literal); ok {
			c.count(l, 1)
		} else if e != nil {
			before := c.scope
			c.scope = &scope{}
			c.want(e, just(kInteger))
			c.scope = before
		}
	}
	if t.Report != nil {
		if t.OnError == "" || t.OnError == "FAIL" {
			c.fail(t.Report.Position(), "REPORT STATUS can only be used when specifying ON ERROR CONTINUE or ON ERROR BREAK")
		}
		c.declare(t.Report, just(kMap))
	}
}
