package plan

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// query plans a query whose scope may hold the variables around it. It gives the columns of its
// RETURN, nil without one.
func (b *builder) query(q *syntax.Query, sc *scope, top bool) (Op, []column) {
	if len(q.Parts) == 1 {
		return b.single(q.Parts[0], sc, top)
	}
	u := &Union{Base: Base{Src: argument()}}
	var cols []column
	distinct := false
	for i, part := range q.Parts {
		op, c := b.single(part, sc, top)
		if i == 0 {
			for _, col := range c {
				cols = append(cols, column{col.name, b.slot(col.name)})
			}
		} else if !q.All[i-1] {
			distinct = true
		}
		p := &Project{Base: Base{op, op.Rows()}}
		for _, col := range cols {
			for _, from := range c {
				if from.name == col.name {
					p.Items = append(p.Items, Assign{col.slot, col.name, &Slot{from.slot, from.name}})
				}
			}
		}
		u.Parts = append(u.Parts, p)
		u.Est += op.Rows()
	}
	if !distinct {
		return u, cols
	}
	d := &Distinct{Base: Base{u, u.Est}}
	for _, c := range cols {
		d.Slots = append(d.Slots, c.slot)
	}
	return d, cols
}

func argument() *Argument { return &Argument{Base{nil, 1}} }

// single plans the clauses of one query in turn.
func (b *builder) single(q *syntax.SingleQuery, sc *scope, top bool) (Op, []column) {
	if q.Use != "" && q.Use != "neo4j" && q.Use != "system" {
		b.fail(q, fault.DatabaseNotFound, "Graph not found: %s", q.Use)
	}
	c := &clauses{b: b, op: argument(), sc: sc, top: top, alone: len(q.Clauses) == 1}
	for i := 0; i < len(q.Clauses); {
		i += c.clause(q.Clauses[i:])
	}
	return c.op, c.columns
}

// clauses is the state of planning one single query.
type clauses struct {
	b       *builder
	op      Op
	sc      *scope
	top     bool
	alone   bool // the query is one clause
	columns []column
}

// clause plans the first of the clauses left, and gives how many it took.
func (c *clauses) clause(rest []syntax.Clause) int {
	switch cl := rest[0].(type) {
	case *syntax.Match:
		return c.match(rest)
	case *syntax.Unwind:
		e := c.b.resolve(cl.Expr, c.sc)
		slot := c.b.slot(cl.Var.Name)
		c.op = &Unwind{Base{c.op, c.op.Rows() * 10}, e, slot, cl.Var.Name}
		c.sc = c.sc.with(cl.Var.Name, slot)
	case *syntax.With:
		c.with(cl)
	case *syntax.Return:
		c.project(&cl.Projection, nil, true)
		for _, n := range c.sc.order {
			c.columns = append(c.columns, column{n, c.sc.slots[n]})
		}
		if c.columns == nil {
			c.columns = []column{}
		}
	case *syntax.Finish:
		c.op = &Drain{Base{c.op, 0}}
	case *syntax.Create:
		c.create(cl)
	case *syntax.Merge:
		c.merge(cl)
	case *syntax.Set:
		c.op = &Set{Base{c.op, c.op.Rows()}, c.b.setItems(cl.Items, c.sc)}
	case *syntax.Remove:
		c.op = &Set{Base{c.op, c.op.Rows()}, c.b.removeItems(cl.Items, c.sc)}
	case *syntax.Delete:
		c.op = &Delete{Base{c.op, c.op.Rows()}, c.b.resolveAll(cl.Exprs, c.sc), cl.Detach}
	case *syntax.Foreach:
		c.foreach(cl)
	case *syntax.CallProcedure:
		c.procedure(cl)
	case *syntax.CallSubquery:
		c.subquery(cl)
	case *syntax.Show:
		c.show(cl)
	case *syntax.LoadCSV:
		c.b.fail(cl, fault.Forbidden, "LOAD CSV is not available: the server reads no files or addresses on behalf of queries. Send the rows as a parameter and UNWIND them")
	default:
		c.b.fail(cl, fault.SyntaxError, "unsupported clause")
	}
	return 1
}

// match plans one OPTIONAL MATCH, or all the MATCH clauses that follow one another as one graph:
// each keeps its own rule that relationships differ.
func (c *clauses) match(rest []syntax.Clause) int {
	first := rest[0].(*syntax.Match)
	m := c.b.newMatcher(c.sc)
	m.addMatch(first)
	if first.Optional {
		inner := c.b.solve(m.g, &Argument{Base{nil, 1}})
		a := &Apply{Base: Base{c.op, c.op.Rows() * max(inner.Rows(), 1)}, Plan: inner, Optional: true, Status: -1}
		for n := 0; n < len(m.g.own)*64; n++ {
			if m.g.own.has(n) {
				a.Nulls = append(a.Nulls, n)
			}
		}
		c.op, c.sc = a, m.sc
		return 1
	}
	n := 1
	for ; n < len(rest); n++ {
		next, ok := rest[n].(*syntax.Match)
		if !ok || next.Optional || c.b.opts.Without["matches"] {
			break
		}
		m.addMatch(next)
	}
	c.op, c.sc = c.b.solve(m.g, c.op), m.sc
	return n
}

func (m *matcher) addMatch(cl *syntax.Match) {
	m.add(cl.Patterns, cl.Where)
	if cl.RepeatableElements {
		// Each relationship gets a clause of its own, so that none must differ from another.
		for _, l := range m.g.rels {
			if l.group == m.group {
				l.group = -len(m.g.rels) - l.slot
			}
		}
	}
}

func (c *clauses) with(w *syntax.With) {
	c.project(&w.Projection, w.Where, false)
}

func (c *clauses) filter(e syntax.Expr) {
	if e == nil {
		return
	}
	c.op = &Filter{Base{c.op, c.op.Rows() * otherGuess}, conjuncts(c.b.resolve(e, c.sc))}
}
