package plan

import (
	"slices"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// An item is one column of a projection, resolved.
type item struct {
	name string
	e    Expr
	slot int
}

// project plans WITH and RETURN: projection or aggregation, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
func (c *clauses) project(p *syntax.Projection, where syntax.Expr, last bool) {
	items, aggregating := c.items(p)
	before := c.sc
	after := newScope(c.sc.globals)
	if aggregating {
		c.aggregate(items)
	} else {
		c.assign(items)
	}
	for _, it := range items {
		after.add(it.name, it.slot)
	}
	if last {
		after = newScope(nil)
		for _, it := range items {
			after.add(it.name, it.slot)
		}
	}
	if p.Distinct {
		d := &Distinct{Base: Base{c.op, c.op.Rows()}}
		for _, it := range items {
			d.Slots = append(d.Slots, it.slot)
		}
		c.op = d
	}
	sorting := orderScope(before, items, aggregating || p.Distinct)
	live := after.live()
	if where != nil {
		live = sorting.live()
	}
	c.order(p, sorting, live)
	c.sc = after
	c.sc.aliases = nil
	if where != nil {
		ws := *sorting
		ws.globals = after.globals
		c.op = &Filter{Base{c.op, c.op.Rows() * otherGuess}, conjuncts(c.b.resolve(where, &ws))}
	}
}

// items resolves the columns; a column that is only a variable keeps its slot.
func (c *clauses) items(p *syntax.Projection) (items []item, aggregating bool) {
	if p.Star {
		for _, n := range slices.Sorted(slices.Values(c.sc.order)) {
			if c.sc.globals != nil {
				if s, ok := c.sc.globals.slots[n]; ok && s == c.sc.slots[n] {
					continue
				}
			}
			if n == caseInput {
				continue
			}
			items = append(items, item{n, &Slot{c.sc.slots[n], n}, c.sc.slots[n]})
		}
	}
	for _, it := range p.Items {
		e := c.b.resolve(it.Expr, c.sc)
		x := item{it.Name, e, -1}
		if v, ok := e.(*Slot); ok {
			x.slot = v.N
		} else {
			x.slot = c.b.slot(it.Name)
		}
		aggregating = aggregating || hasAggregate(e)
		items = append(items, x)
	}
	return items, aggregating
}

func (c *clauses) assign(items []item) {
	p := &Project{Base: Base{c.op, c.op.Rows()}}
	for _, it := range items {
		if v, ok := it.e.(*Slot); ok && v.N == it.slot {
			continue
		}
		p.Items = append(p.Items, Assign{it.slot, it.name, it.e})
	}
	if len(p.Items) > 0 {
		c.op = p
	}
}

// aggregate splits the columns into keys and aggregating calls; what surrounds the calls is projected after.
func (c *clauses) aggregate(items []item) {
	a := &Aggregate{Base: Base{Src: c.op}}
	post := &Project{}
	var known []alias
	for _, it := range items {
		if hasAggregate(it.e) {
			continue
		}
		known = append(known, alias{key(it.e), it.slot, it.name})
		a.Keys = append(a.Keys, Assign{it.slot, it.name, it.e})
	}
	for _, it := range items {
		if !hasAggregate(it.e) {
			continue
		}
		if call, ok := it.e.(*Call); ok && isAggregate(call) {
			a.Aggs = append(a.Aggs, Aggregation{it.slot, call})
			continue
		}
		post.Items = append(post.Items, Assign{it.slot, it.name, c.afterGroup(a, it.e, known)})
	}
	a.Est = 1
	if len(a.Keys) > 0 {
		a.Est = max(1, c.op.Rows()/2)
	}
	c.op = a
	if len(post.Items) > 0 {
		post.Base = Base{a, a.Est}
		c.op = post
	}
}

// afterGroup replaces the aggregating calls in e by slots a gives, and keys by theirs.
func (c *clauses) afterGroup(a *Aggregate, e Expr, known []alias) Expr {
	var replace func(Expr) Expr
	replace = func(x Expr) Expr {
		k := key(x)
		for _, n := range known {
			if n.key == k {
				return &Slot{n.slot, n.name}
			}
		}
		if !isAggregate(x) {
			return mapChildren(x, replace)
		}
		for _, g := range a.Aggs {
			if key(g.Call) == k {
				return &Slot{g.Slot, text(g.Call)}
			}
		}
		slot := c.b.hidden("a")
		a.Aggs = append(a.Aggs, Aggregation{slot, x.(*Call)})
		return &Slot{slot, text(x)}
	}
	return replace(e)
}

// orderScope is what ORDER BY and the WHERE of a WITH see: the columns, and before them, where rows still stand for
// single rows, the variables that were in scope. An expression a column has computed is taken from it.
func orderScope(before *scope, items []item, grouped bool) *scope {
	s := before.clone()
	s.aliases = nil
	for _, it := range items {
		s.add(it.name, it.slot)
	}
	for _, it := range items {
		if _, ok := it.e.(*Slot); ok {
			continue
		}
		if grouped || hasAggregate(it.e) {
			s.aliases = append(s.aliases, alias{key(it.e), it.slot, it.name})
		}
	}
	return s
}

// order plans ORDER BY, SKIP and LIMIT.
func (c *clauses) order(p *syntax.Projection, sc *scope, live []int) {
	rows := c.op.Rows()
	if len(p.OrderBy) > 0 {
		s := &Sort{Base: Base{c.op, rows}, Live: live}
		for _, k := range p.OrderBy {
			s.Keys = append(s.Keys, SortKey{c.b.resolve(k.Expr, sc), k.Desc})
		}
		c.op = s
	}
	none := newScope(nil)
	if p.Skip != nil {
		c.op = &Skip{Base{c.op, rows}, c.b.rowCount(p.Skip, none)}
	}
	if p.Limit != nil {
		n := c.b.rowCount(p.Limit, none)
		if v, ok := isConst(n); ok {
			if i, ok := v.AsInt(); ok {
				rows = min(rows, float64(i))
			}
		}
		c.op = &Limit{Base: Base{c.op, rows}, N: n}
	}
}

// rowCount resolves SKIP or LIMIT and refuses a literal that is no count; what is computed is left to the run.
func (b *builder) rowCount(e syntax.Expr, sc *scope) Expr {
	n := b.resolve(e, sc)
	x, sign := n, ""
	if u, ok := n.(*Unary); ok && u.Op == syntax.OpMinus {
		x, sign = u.E, "-"
	}
	v, ok := isConst(x)
	if !ok {
		return n
	}
	if i, ok := v.AsInt(); !ok || i < 0 || sign != "" && i > 0 {
		b.fail(e, fault.SyntaxError, "Invalid input. '%s%s' is not a valid value. Must be a non-negative integer.", sign, value.Format(v, nil))
	}
	return n
}
