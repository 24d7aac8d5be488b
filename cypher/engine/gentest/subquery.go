package gentest

import "guestgraph/cypher/engine/syntax"

// nested draws the reading part of a subquery; what it binds stays in scope until the caller leaves it.
func (g *generator) nested() []syntax.Clause {
	m := g.match(false)
	if m.Where == nil && g.chance(50) {
		m.Where = g.where()
	}
	return []syntax.Clause{m}
}

func (g *generator) existsSubquery() syntax.Expr { return g.rowsSubquery("exists", false) }

func (g *generator) countSubquery() syntax.Expr { return g.rowsSubquery("count", true) }

// rowsSubquery draws a subquery that asks for its rows only; distinct ones, where that may matter.
func (g *generator) rowsSubquery(kind string, mayBeDistinct bool) syntax.Expr {
	e := &syntax.Subquery{Kind: kind}
	g.inside(func() {
		if e.Short = !g.chance(30); e.Short {
			e.Query = single(g.nested()...)
			return
		}
		clauses := g.nested()
		e.Query = single(append(clauses, &syntax.Return{Projection: syntax.Projection{
			Distinct: mayBeDistinct && g.chance(50), Items: []syntax.ReturnItem{item(g.expr(kInt, 1), g.fresh())}}})...)
	})
	return e
}

// collectSubquery collects in an order, so that the list is certain.
func (g *generator) collectSubquery(k kind) syntax.Expr {
	var e syntax.Expr
	g.inside(func() {
		clauses := g.nested()
		as := g.fresh()
		e = &syntax.Subquery{Kind: "collect", Query: single(append(clauses, &syntax.Return{Projection: syntax.Projection{
			Distinct: g.chance(30), Items: []syntax.ReturnItem{item(g.expr(k, 1), as)}, OrderBy: []syntax.SortItem{{Expr: name(as), Desc: g.chance(50)}},
		}})...)}
	})
	return e
}

// callSubquery draws CALL (…) { … }, which gives one or two values for each row.
func (g *generator) callSubquery() syntax.Clause {
	c := &syntax.CallSubquery{HasScope: true}
	var out []variable
	outer := g.scope
	g.inside(func() {
		g.scope = nil
		for _, v := range outer {
			if g.chance(60) {
				c.Imports = append(c.Imports, name(v.name))
				g.scope = append(g.scope, v)
			}
		}
		if g.chance(10) {
			c.ScopeAll, c.Imports, g.scope = true, nil, outer
		}
		c.Query = &syntax.Query{}
		imported := g.scope
		parts := 1
		if g.chance(20) {
			parts = 2
		}
		for p := range parts {
			g.scope = imported[:len(imported):len(imported)]
			var clauses []syntax.Clause
			if g.chance(70) {
				clauses = append(clauses, g.match(g.chance(30)))
			} else {
				clauses = append(clauses, g.unwind())
			}
			ret := &syntax.Return{}
			if p == 0 {
				ret.Projection, out = g.projection(1+g.r.IntN(2), true)
			} else {
				for _, v := range out {
					ret.Items = append(ret.Items, item(g.expr(v.kind, 1), v.name))
				}
				c.Query.All = append(c.Query.All, g.chance(50))
				c.Query.Unions = append(c.Query.Unions, 0)
			}
			c.Query.Parts = append(c.Query.Parts, &syntax.SingleQuery{Clauses: append(clauses, ret)})
		}
	})
	c.Optional = g.chance(10)
	g.scope = append(g.scope[:len(g.scope):len(g.scope)], out...)
	return c
}
