package gentest

import (
	"slices"

	"guestgraph/cypher/engine/syntax"
)

// statement draws a query: reading, and in one case of four writing.
func (g *generator) statement() *syntax.Query {
	if g.chance(25) {
		return single(g.writing()...)
	}
	if g.chance(8) {
		return g.union()
	}
	return single(append(g.reading(1+g.r.IntN(4)), g.last())...)
}

// union draws parts with the same columns.
func (g *generator) union() *syntax.Query {
	q := &syntax.Query{}
	kinds := []kind{pick(g, scalars), pick(g, scalars)}
	all := g.chance(50)
	for p := range 2 + g.r.IntN(2) {
		g.scope, g.nodes = nil, 2
		clauses := g.reading(1 + g.r.IntN(2))
		ret := &syntax.Return{}
		for i, k := range kinds {
			ret.Items = append(ret.Items, item(g.expr(k, 2), []string{"x", "y"}[i]))
		}
		if p > 0 {
			q.All, q.Unions = append(q.All, all), append(q.Unions, 0)
		}
		q.Parts = append(q.Parts, &syntax.SingleQuery{Clauses: append(clauses, ret)})
	}
	return q
}

func (g *generator) reading(n int) []syntax.Clause {
	var out []syntax.Clause
	for i := range n {
		switch c := g.r.IntN(100); {
		case i == 0 && c < 75 || c < 35:
			if g.nodes < maxNodes {
				out = append(out, g.match(i > 0 && g.chance(40)))
			}
		case c < 45:
			out = append(out, g.unwind())
		case c < 55:
			out = append(out, g.callSubquery())
		case c < 62 && len(g.of(kNode)) > 0:
			out = append(out, g.shortest())
		case c < 70:
			out = append(out, g.collect()...)
		default:
			out = append(out, g.with())
		}
	}
	return out
}

func (g *generator) match(optional bool) *syntax.Match {
	m := &syntax.Match{Optional: optional}
	rep := repetition(g.r.IntN(3))
	if g.chance(40) {
		rep = once
	}
	m.Patterns = append(m.Patterns, g.pattern(rep))
	if g.chance(15) && g.nodes < maxNodes {
		m.Patterns = append(m.Patterns, g.pattern(rep))
	}
	if g.chance(50) {
		m.Where = g.where()
	}
	return m
}

// where draws a predicate, more often one that a planner has a use for.
func (g *generator) where() syntax.Expr {
	if g.chance(35) {
		if e := g.seekable(); e != nil {
			if g.chance(30) {
				return binary(syntax.OpAnd, e, g.expr(kBool, 2))
			}
			return e
		}
	}
	if g.has(kNode) && g.chance(8) {
		return &syntax.PatternPredicate{Pattern: g.patternPredicate()}
	}
	return g.expr(kBool, 3)
}

// seekable draws a predicate on a property that an index may serve.
func (g *generator) seekable() syntax.Expr {
	vars := append(g.of(kNode), g.of(kRel)...)
	if len(vars) == 0 {
		return nil
	}
	v := pick(g, vars)
	p := pick(g, keysOf(v.kind))
	if p.kind.isList() || p.kind == kPoint || p.kind == kDuration {
		p = property{"id", kInt}
	}
	e := get(name(v.name), p.key)
	switch n := g.r.IntN(6); {
	case n == 0:
		return binary(syntax.OpIn, e, list(g.constant(p.kind), g.constant(p.kind), g.leaf(p.kind)))
	case n == 1:
		return &syntax.IsNull{E: e, Not: g.chance(60)}
	case n == 2 && p.kind == kString:
		return binary(pick(g, []syntax.Op{syntax.OpStartsWith, syntax.OpEndsWith, syntax.OpContains}), e, g.constant(kString))
	case n == 3:
		return binary(syntax.OpAnd, compare(syntax.OpGe, e, g.constant(p.kind)), compare(syntax.OpLt, get(name(v.name), p.key), g.leaf(p.kind)))
	}
	return compare(pick(g, []syntax.Op{syntax.OpEq, syntax.OpEq, syntax.OpLt, syntax.OpGe, syntax.OpNe}), e, g.leaf(p.kind))
}

func (g *generator) unwind() syntax.Clause {
	k := pick(g, scalars)
	var e syntax.Expr
	if g.has(listOf(kNode)) && g.chance(30) {
		k = kNode
	}
	if k == kNode || g.chance(50) {
		e = g.expr(listOf(k), 2)
	} else {
		items := []syntax.Expr{}
		for range 1 + g.r.IntN(3) {
			items = append(items, g.expr(k, 1))
		}
		e = list(items...)
	}
	return &syntax.Unwind{Expr: e, Var: g.bind(k)}
}

// with draws WITH; afterwards its columns are the scope.
func (g *generator) with() syntax.Clause {
	w := &syntax.With{}
	var out []variable
	w.Projection, out = g.projection(1+g.r.IntN(3), false)
	g.scope = out
	if g.chance(25) {
		w.Where = g.expr(kBool, 2)
	}
	return w
}

// collect draws WITH … ORDER BY x and WITH …, collect(x): in an order, so that the list is certain.
func (g *generator) collect() []syntax.Clause {
	k := pick(g, scalars)
	x, by := g.fresh(), g.fresh()
	key := pick(g, scalars)
	first := &syntax.With{Projection: syntax.Projection{
		Items:   []syntax.ReturnItem{item(g.expr(k, 2), x), item(g.expr(key, 2), by)},
		OrderBy: []syntax.SortItem{{Expr: name(x), Desc: g.chance(40)}},
	}}
	c := call("collect", name(x))
	c.Distinct = g.chance(25)
	g.scope = []variable{{by, key}}
	xs := g.bind(listOf(k))
	return []syntax.Clause{first, &syntax.With{Projection: syntax.Projection{Items: []syntax.ReturnItem{item(name(by), by), item(c, xs.Name)}}}}
}

// last draws RETURN.
func (g *generator) last() syntax.Clause {
	r := &syntax.Return{}
	r.Projection, _ = g.projection(1+g.r.IntN(3), true)
	return r
}

// projection draws n columns, and gives what they bind. Those of a RETURN are named anew.
func (g *generator) projection(n int, anew bool) (syntax.Projection, []variable) {
	var p syntax.Projection
	var out []variable
	add := func(e syntax.Expr, as string, k kind) {
		p.Items = append(p.Items, item(e, as))
		out = append(out, variable{as, k})
	}
	aggregating := g.chance(25)
	if !anew && !aggregating {
		for _, v := range g.scope {
			if g.chance(70) {
				add(name(v.name), v.name, v.kind)
			}
		}
	}
	for i := range n {
		if aggregating && (i == n-1 || g.chance(50)) {
			k, e := g.aggregate()
			add(e, g.fresh(), k)
			continue
		}
		k := g.column()
		add(g.expr(k, 2), g.fresh(), k)
	}
	p.Distinct = g.chance(15)
	g.ordering(&p, out)
	return p, out
}

// column draws the kind of a column.
func (g *generator) column() kind {
	if len(g.scope) > 0 && g.chance(25) {
		if k := pick(g, g.scope).kind; k != kShortest {
			return k
		}
	}
	k := pick(g, scalars)
	if g.chance(20) {
		return listOf(pick(g, []kind{kInt, kInt, kString, kFloat, kBool}))
	}
	if g.chance(5) {
		return kMap
	}
	return k
}

// ordering draws ORDER BY, and with a total one SKIP and LIMIT.
func (g *generator) ordering(p *syntax.Projection, columns []variable) {
	if !g.chance(35) {
		return
	}
	total := !g.wrote
	var by []syntax.SortItem
	for _, c := range columns {
		var e syntax.Expr = name(c.name)
		if c.kind == kNode || c.kind == kRel {
			e = get(e, "id")
		} else if c.kind.isEntity() {
			total = false
			continue
		}
		by = append(by, syntax.SortItem{Expr: e, Desc: g.chance(30)})
	}
	g.r.Shuffle(len(by), func(i, j int) { by[i], by[j] = by[j], by[i] })
	if len(by) == 0 {
		return
	}
	p.OrderBy = by
	if !total {
		return
	}
	if g.chance(25) {
		p.Skip = integer(int64(g.r.IntN(3)))
	}
	if g.chance(40) {
		p.Limit = integer(int64(g.r.IntN(6)))
	}
}

// aggregate draws an aggregating expression that does not depend on the order of rows.
func (g *generator) aggregate() (kind, syntax.Expr) {
	of := func(fn string, k kind, args ...syntax.Expr) syntax.Expr {
		c := call(fn, append([]syntax.Expr{g.expr(k, 2)}, args...)...)
		c.Distinct = g.chance(20)
		return c
	}
	switch g.r.IntN(11) {
	case 0, 1:
		return kInt, &syntax.Call{Name: "count", Star: true}
	case 2:
		k := pick(g, scalars)
		if g.has(kNode) && g.chance(40) {
			k = kNode
		}
		return kInt, of("count", k)
	case 3:
		return kInt, of("sum", kInt)
	case 4:
		return kFloat, of("avg", pick(g, []kind{kInt, kFloat}))
	case 5, 6:
		k := pick(g, slices.DeleteFunc(slices.Clone(scalars), func(k kind) bool { return k == kPoint || k == kDuration }))
		return k, of(pick(g, []string{"min", "max"}), k)
	case 7:
		return kInt, call("size", of("collect", pick(g, scalars)))
	case 8:
		return kFloat, of(pick(g, []string{"stDev", "stDevP"}), kInt)
	case 9:
		return kFloat, of(pick(g, []string{"percentileCont", "percentileDisc"}), pick(g, []kind{kFloat, kInt}), real(pick(g, []float64{0.5, 0.25, 0.75})))
	}
	return kInt, binary(syntax.OpAdd, of("sum", kInt), integer(1))
}
