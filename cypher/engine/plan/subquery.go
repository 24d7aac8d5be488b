package plan

import (
	"errors"
	"slices"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// subqueryExpr plans EXISTS { }, COUNT { } and COLLECT { }.
func (b *builder) subqueryExpr(e *syntax.Subquery, sc *scope) Expr {
	outer := sc.clone()
	outer.aliases = nil
	op, cols := b.query(e.Query, newScope(outer), false)
	switch e.Kind {
	case "exists":
		return b.countNested(NestedExists, op)
	case "count":
		return b.countNested(NestedCount, op)
	}
	if len(cols) != 1 {
		b.fail(e, fault.SyntaxError, "A Collect Expression must end with a single return column.")
	}
	return &Nested{Kind: NestedCollect, Plan: op, Value: &Slot{cols[0].slot, cols[0].name}}
}

// patternPredicate plans a pattern used as an expression.
func (b *builder) patternPredicate(e *syntax.PatternPredicate, sc *scope) Expr {
	m := b.newMatcher(sc)
	m.add([]*syntax.PathPattern{e.Pattern}, nil)
	switch e.Pattern.Selector {
	case syntax.ShortestPath:
		return &Nested{Kind: NestedFirst, Plan: b.solve(m.g, argument()), Value: m.pathSlot()}
	case syntax.AllShortestPaths:
		return &Nested{Kind: NestedCollect, Plan: b.solve(m.g, argument()), Value: m.pathSlot()}
	}
	return b.countNested(NestedExists, b.solve(m.g, argument()))
}

func (m *matcher) pathSlot() Expr { return &Slot{m.g.rels[0].path, "path"} }

func (b *builder) patternComprehension(e *syntax.PatternComprehension, sc *scope) Expr {
	m := b.newMatcher(sc)
	m.add([]*syntax.PathPattern{{Pos: e.Pattern.Pos, Var: e.Pattern.Var, Elements: e.Pattern.Elements, Selector: e.Pattern.Selector, Where: e.Pattern.Where}}, e.Where)
	return &Nested{Kind: NestedCollect, Plan: b.solve(m.g, argument()), Value: b.resolve(e.Map, m.sc)}
}

// subquery plans CALL { }.
func (c *clauses) subquery(cl *syntax.CallSubquery) {
	in := newScope(nil)
	if cl.HasScope {
		outer := newScope(nil)
		for _, v := range cl.Imports {
			outer.add(v.Name, c.b.variable(v, c.sc).(*Slot).N)
		}
		if cl.ScopeAll {
			outer = c.sc.clone()
		}
		in = newScope(outer)
	}
	a := &Apply{Base: Base{Src: c.op}, Optional: cl.Optional, Status: -1}
	var cols []column
	if cl.HasScope {
		a.Plan, cols = c.b.query(cl.Query, in, false)
	} else {
		a.Plan, cols = c.importing(cl.Query)
	}
	a.Unit = cols == nil
	a.Est = c.op.Rows() * max(1, a.Plan.Rows())
	sc := c.sc.clone()
	if cl.Optional {
		cols = c.b.apart(a, cols, sc)
	}
	for _, col := range cols {
		sc.add(col.name, col.slot)
		a.Nulls = append(a.Nulls, col.slot)
	}
	if cl.InTx != nil {
		c.inTransactions(cl.InTx, a, sc)
	}
	c.op, c.sc = a, sc
}

// apart gives the columns of an optional subquery slots that are not those of variables around it: RETURN x AS y makes y
// a second name of x, and x must not become null with y.
func (b *builder) apart(a *Apply, cols []column, around *scope) []column {
	outer := map[int]bool{}
	for _, slot := range around.slots {
		outer[slot] = true
	}
	p := &Project{Base: Base{a.Plan, a.Plan.Rows()}}
	out := slices.Clone(cols)
	for i, col := range cols {
		if outer[col.slot] {
			out[i].slot = b.slot(col.name)
			p.Items = append(p.Items, Assign{out[i].slot, col.name, &Slot{col.slot, col.name}})
		}
	}
	if len(p.Items) > 0 {
		a.Plan = p
	}
	return out
}

// inTransactions plans IN TRANSACTIONS. CONCURRENT makes no difference: there is one writer.
func (c *clauses) inTransactions(t *syntax.InTransactions, a *Apply, sc *scope) {
	a.Batch = &Batch{OnError: t.OnError}
	if t.Rows != nil {
		a.Batch.Rows = c.b.resolve(t.Rows, newScope(nil))
	}
	if t.Report != nil {
		a.Status = c.b.slot(t.Report.Name)
		sc.add(t.Report.Name, a.Status)
	}
}

// importing plans CALL { WITH x … }: each part of the query imports by a WITH of its own.
func (c *clauses) importing(q *syntax.Query) (Op, []column) {
	in := newScope(nil)
	for _, part := range q.Parts {
		if len(part.Clauses) == 0 {
			continue
		}
		w, ok := part.Clauses[0].(*syntax.With)
		if !ok {
			continue
		}
		if w.Star {
			for _, n := range c.sc.order {
				in.add(n, c.sc.slots[n])
			}
		}
		for _, it := range w.Items {
			if v, ok := it.Expr.(*syntax.Variable); ok {
				in.add(v.Name, c.b.variable(v, c.sc).(*Slot).N)
			}
		}
	}
	return c.b.query(q, in, false)
}

// procedure plans CALL ns.name(…).
func (c *clauses) procedure(cl *syntax.CallProcedure) {
	p, ok := c.b.procs.Procedure(cl.Name)
	if !ok {
		c.b.fail(cl, fault.ProcedureNotFound, "There is no procedure with the name `%s` registered for this database instance. Please ensure you've spelled the procedure name correctly and that the procedure is properly deployed.", cl.Name)
	}
	op := &CallProcedure{Base: Base{c.op, c.op.Rows() * 10}, Name: cl.Name, Optional: cl.Optional, Writes: p.Writes, Void: len(p.Columns) == 0}
	if cl.HasArgs {
		op.Args = c.b.resolveAll(cl.Args, c.sc)
	} else {
		for _, name := range p.Args {
			op.Args = append(op.Args, &Param{name})
		}
	}
	sc := c.sc.clone()
	standalone := c.top && c.alone && !cl.HasYield
	var cols []column
	for i, name := range p.Columns {
		alias, wanted := name, cl.YieldAll || standalone
		for _, y := range cl.Yield {
			if y.Name == name {
				alias, wanted = y.Alias, true
			}
		}
		if !wanted {
			continue
		}
		slot := c.b.slot(alias)
		sc.add(alias, slot)
		op.Yield = append(op.Yield, YieldColumn{i, slot, alias})
		cols = append(cols, column{alias, slot})
	}
	c.op, c.sc = op, sc
	c.filter(cl.Where)
	if c.top && c.alone {
		c.columns = yieldOrder(cols, cl)
	}
}

// yieldOrder puts the columns of a standalone CALL in the order of its YIELD.
func yieldOrder(cols []column, cl *syntax.CallProcedure) []column {
	if len(cl.Yield) == 0 {
		return cols
	}
	var out []column
	for _, y := range cl.Yield {
		for _, c := range cols {
			if c.name == y.Alias {
				out = append(out, c)
			}
		}
	}
	return out
}

// show plans SHOW … [YIELD …] [WHERE …]; a RETURN after it is the next clause.
func (c *clauses) show(cl *syntax.Show) {
	all, standard, err := c.b.procs.Show(cl)
	if err != nil {
		panic(asFault(err))
	}
	op := &Show{Base: Base{c.op, 10}, Stmt: cl, Names: c.b.resolveAll(cl.Names, c.sc)}
	names := standard
	if cl.YieldAll || len(cl.Yield) > 0 {
		names = all
	}
	sc := newScope(nil)
	var cols []column
	slots := map[string]int{}
	for i, name := range all {
		if !contains(names, name) {
			continue
		}
		slots[name] = c.b.slot(name)
		op.Yield = append(op.Yield, YieldColumn{i, slots[name], name})
	}
	if len(cl.Yield) == 0 {
		for _, name := range names {
			sc.add(name, slots[name])
			cols = append(cols, column{name, slots[name]})
		}
	}
	for _, y := range cl.Yield {
		slot, ok := slots[y.Name]
		if !ok {
			c.b.fail(y, fault.SyntaxError, "Trying to YIELD non-existing column: `%s`", y.Name)
		}
		sc.add(y.Alias, slot)
		cols = append(cols, column{y.Alias, slot})
	}
	c.op, c.sc = op, sc
	c.order(&syntax.Projection{OrderBy: cl.OrderBy, Skip: cl.Skip, Limit: cl.Limit}, sc, sc.live())
	c.filter(cl.Where)
	if c.alone {
		c.columns = cols
	}
}

func asFault(err error) *fault.Error {
	var f *fault.Error
	if errors.As(err, &f) {
		return f
	}
	return fault.Wrap(err, fault.UnknownError, "%v", err)
}

// schema plans a schema command.
func (b *builder) schema(body syntax.Body) Op {
	s := &Schema{Base: Base{argument(), 0}, Command: body}
	switch c := body.(type) {
	case *syntax.CreateIndex:
		s.Options = b.resolve(c.Options, newScope(nil))
	case *syntax.CreateConstraint:
		s.Options = b.resolve(c.Options, newScope(nil))
	}
	return s
}
