package plan

import (
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// resolve turns an expression of the tree into one over slots.
func (b *builder) resolve(e syntax.Expr, sc *scope) Expr {
	if e == nil {
		return nil
	}
	r := b.resolveNode(e, sc)
	if len(sc.aliases) > 0 {
		k := key(r)
		for _, a := range sc.aliases {
			if a.key == k {
				return &Slot{a.slot, a.name}
			}
		}
	}
	return r
}

func (b *builder) resolveNode(e syntax.Expr, sc *scope) Expr {
	switch e := e.(type) {
	case *syntax.Variable:
		return b.variable(e, sc)
	case *syntax.Literal:
		return &Const{e.Value}
	case *syntax.Parameter:
		return &Param{e.Name}
	case *syntax.ListLiteral:
		return &List{b.resolveAll(e.Items, sc)}
	case *syntax.MapLiteral:
		m := &Map{Vals: b.resolveAll(e.Values, sc)}
		for _, k := range e.Keys {
			m.Keys = append(m.Keys, k.Name)
		}
		return m
	case *syntax.Property:
		return &Prop{b.resolve(e.Expr, sc), e.Key, e.Position()}
	case *syntax.Index:
		return &Index{b.resolve(e.Expr, sc), b.resolve(e.Index, sc)}
	case *syntax.Slice:
		return &Slice{b.resolve(e.Expr, sc), b.resolve(e.From, sc), b.resolve(e.To, sc)}
	case *syntax.Unary:
		return &Unary{e.Op, b.resolve(e.E, sc)}
	case *syntax.Binary:
		return b.binary(e, sc)
	case *syntax.Comparison:
		return b.comparison(e, sc)
	case *syntax.IsNull:
		return &IsNull{b.resolve(e.E, sc), e.Not}
	case *syntax.IsTyped:
		return &IsTyped{b.resolve(e.E, sc), e.Not, e.Type}
	case *syntax.IsNormalized:
		return &IsNormalized{b.resolve(e.E, sc), e.Not, e.Form}
	case *syntax.HasLabels:
		return &HasLabels{b.resolve(e.E, sc), b.labels(e.Labels, sc)}
	case *syntax.Call:
		return b.call(e, sc)
	case *syntax.Case:
		return b.caseExpr(e, sc)
	}
	return b.resolveBinding(e, sc)
}

// resolveBinding resolves the expressions that bind variables of their own.
func (b *builder) resolveBinding(e syntax.Expr, sc *scope) Expr {
	switch e := e.(type) {
	case *syntax.ListComprehension:
		slot := b.slot(e.Var.Name)
		in := sc.with(e.Var.Name, slot)
		return &ListComp{slot, b.resolve(e.List, sc), b.resolve(e.Where, in), b.resolve(e.Map, in)}
	case *syntax.Reduce:
		acc, slot := b.slot(e.Acc.Name), b.slot(e.Var.Name)
		in := sc.with(e.Acc.Name, acc).with(e.Var.Name, slot)
		return &Reduce{acc, slot, b.resolve(e.Init, sc), b.resolve(e.List, sc), b.resolve(e.Expr, in)}
	case *syntax.ListPredicate:
		slot := b.slot(e.Var.Name)
		return &Quantifier{e.Kind, slot, b.resolve(e.List, sc), b.resolve(e.Where, sc.with(e.Var.Name, slot))}
	case *syntax.PatternComprehension:
		return b.patternComprehension(e, sc)
	case *syntax.PatternPredicate:
		return b.patternPredicate(e, sc)
	case *syntax.Subquery:
		return b.subqueryExpr(e, sc)
	case *syntax.MapProjection:
		return b.mapProjection(e, sc)
	case *syntax.CaseInput:
		return b.variable(&syntax.Variable{Pos: e.Pos, Name: caseInput}, sc)
	case *syntax.Compared:
		return b.resolve(e.Expr, sc)
	}
	b.fail(e, fault.SyntaxError, "unsupported expression")
	return nil
}

// caseInput is the name under which the input of a simple CASE is in scope; no variable can have it.
const caseInput = "\x00case"

func (b *builder) resolveAll(es []syntax.Expr, sc *scope) []Expr {
	out := make([]Expr, len(es))
	for i, e := range es {
		out[i] = b.resolve(e, sc)
	}
	return out
}

func (b *builder) variable(v *syntax.Variable, sc *scope) Expr {
	slot, ok := sc.slots[v.Name]
	if !ok {
		b.fail(v, fault.SyntaxError, "Variable `%s` not defined", v.Name)
	}
	return &Slot{slot, v.Name}
}

func (b *builder) binary(e *syntax.Binary, sc *scope) Expr {
	l, r := b.resolve(e.L, sc), b.resolve(e.R, sc)
	switch e.Op {
	case syntax.OpAnd, syntax.OpOr:
		x := &Logic{Op: e.Op}
		for _, a := range []Expr{l, r} {
			if n, ok := a.(*Logic); ok && n.Op == e.Op {
				x.Args = append(x.Args, n.Args...)
			} else {
				x.Args = append(x.Args, a)
			}
		}
		return x
	}
	return &Binary{e.Op, l, r, e.Position()}
}

// comparison turns a chain a < b < c into a < b AND b < c.
func (b *builder) comparison(e *syntax.Comparison, sc *scope) Expr {
	l := b.resolve(e.First, sc)
	all := &Logic{Op: syntax.OpAnd}
	for i, op := range e.Ops {
		r := b.resolve(e.Rest[i], sc)
		all.Args = append(all.Args, &Binary{op, l, r, e.Position()})
		l = r
	}
	if len(all.Args) == 1 {
		return all.Args[0]
	}
	return all
}

func (b *builder) call(e *syntax.Call, sc *scope) Expr {
	fn, ok := function.Lookup(e.Name)
	if !ok {
		b.fail(e, fault.SyntaxError, "Unknown function '%s'", e.Name)
	}
	if _, ok := firstPattern(e); ok && lower(e.Name) == "exists" {
		return b.resolve(e.Args[0], sc)
	}
	switch n := len(e.Args); {
	case !e.Star && n < fn.MinArgs:
		b.fail(e, fault.SyntaxError, "Insufficient parameters for function '%s'", e.Name)
	case !e.Star && fn.MaxArgs >= 0 && n > fn.MaxArgs:
		b.fail(e, fault.SyntaxError, "Too many parameters for function '%s'", e.Name)
	case fn.Call == nil && !fn.Aggregate:
		b.fail(e, fault.SyntaxError, "Invalid use of `%s`", e.Name)
	}
	return &Call{Fn: fn, Args: b.resolveAll(e.Args, sc), Distinct: e.Distinct, Star: e.Star, Pos: e.Position()}
}

func firstPattern(e *syntax.Call) (*syntax.PatternPredicate, bool) {
	if len(e.Args) != 1 {
		return nil, false
	}
	p, ok := e.Args[0].(*syntax.PatternPredicate)
	return p, ok
}

func (b *builder) caseExpr(e *syntax.Case, sc *scope) Expr {
	c := &Case{}
	if e.Input == nil {
		for _, w := range e.Whens {
			var conds []Expr
			for _, cond := range w.Conds {
				conds = append(conds, b.resolve(cond, sc))
			}
			c.Whens = append(c.Whens, When{anyOf(conds), b.resolve(w.Then, sc)})
		}
		c.Else = b.resolve(e.Else, sc)
		return c
	}
	slot := b.hidden("case")
	in := sc.with(caseInput, slot)
	for _, w := range e.Whens {
		var conds []Expr
		for _, cond := range w.Conds {
			x := b.resolve(cond, in)
			if _, ok := cond.(*syntax.Compared); !ok {
				x = &Binary{syntax.OpEq, &Slot{slot, "case"}, x, e.Position()}
			}
			conds = append(conds, x)
		}
		c.Whens = append(c.Whens, When{anyOf(conds), b.resolve(w.Then, sc)})
	}
	c.Else = b.resolve(e.Else, sc)
	return &Let{slot, b.resolve(e.Input, sc), c}
}

func anyOf(es []Expr) Expr {
	if len(es) == 1 {
		return es[0]
	}
	return &Logic{syntax.OpOr, es}
}

func allOf(es []Expr) Expr {
	if len(es) == 1 {
		return es[0]
	}
	return &Logic{syntax.OpAnd, es}
}

func (b *builder) mapProjection(e *syntax.MapProjection, sc *scope) Expr {
	m := &MapProj{E: b.resolve(e.Expr, sc)}
	for _, it := range e.Items {
		x := MapProjItem{All: it.All, Key: it.Key}
		switch {
		case it.Expr != nil:
			x.E = b.resolve(it.Expr, sc)
		case !it.All:
			x.E = &Prop{m.E, it.Key, it.Position()}
		}
		m.Items = append(m.Items, x)
	}
	return m
}

func (b *builder) labels(l syntax.LabelExpr, sc *scope) *LabelExpr {
	switch l := l.(type) {
	case nil:
		return nil
	case *syntax.LabelName:
		return b.labelName(l, sc)
	case *syntax.LabelWildcard:
		return &LabelExpr{Kind: LabelWildcard}
	case *syntax.LabelNot:
		return &LabelExpr{Kind: LabelNot, L: b.labels(l.E, sc)}
	case *syntax.LabelAnd:
		return &LabelExpr{Kind: LabelAnd, L: b.labels(l.L, sc), R: b.labels(l.R, sc)}
	case *syntax.LabelOr:
		return &LabelExpr{Kind: LabelOr, L: b.labels(l.L, sc), R: b.labels(l.R, sc)}
	}
	b.fail(l, fault.SyntaxError, "unsupported label expression")
	return nil
}

func (b *builder) labelName(l *syntax.LabelName, sc *scope) *LabelExpr {
	if l.Dynamic != nil {
		return &LabelExpr{Kind: LabelDynamic, Dynamic: b.resolve(l.Dynamic, sc), Any: l.Any}
	}
	return &LabelExpr{Kind: LabelName, Name: l.Name}
}

// labelNames gives the names of a conjunction of plain labels, as CREATE and SET have them.
func (b *builder) labelNames(l syntax.LabelExpr, sc *scope) []*LabelExpr {
	var names []*LabelExpr
	syntax.WalkLabels(l, func(l syntax.LabelExpr) {
		if name, ok := l.(*syntax.LabelName); ok {
			names = append(names, b.labelName(name, sc))
		}
	})
	return names
}

// conjuncts splits a predicate at its ANDs.
func conjuncts(e Expr) []Expr {
	if e == nil {
		return nil
	}
	if l, ok := e.(*Logic); ok && l.Op == syntax.OpAnd {
		var out []Expr
		for _, a := range l.Args {
			out = append(out, conjuncts(a)...)
		}
		return out
	}
	return []Expr{e}
}

// isAggregate tells whether e is an aggregating call.
func isAggregate(e Expr) bool {
	c, ok := e.(*Call)
	return ok && (c.Star || c.Fn.Aggregate)
}

// hasAggregate tells whether e contains an aggregating call, outside subqueries.
func hasAggregate(e Expr) bool {
	found := false
	var visit func(Expr) Expr
	visit = func(x Expr) Expr {
		if found || isAggregate(x) {
			found = true
			return x
		}
		return mapChildren(x, visit)
	}
	visit(e)
	return found
}

// text is e for messages and EXPLAIN: key without the numbers of slots.
func text(e Expr) string {
	var w printer
	w.expr(e)
	return w.b.String()
}

// key tells expressions apart: two with the same key have the same value on a row.
func key(e Expr) string {
	w := printer{slots: true}
	w.expr(e)
	return w.b.String()
}

func isConst(e Expr) (value.Value, bool) {
	c, ok := e.(*Const)
	if !ok {
		return value.Value{}, false
	}
	return c.V, true
}

func lower(s string) string { return strings.ToLower(s) }
