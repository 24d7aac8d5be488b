package check

import "guestgraph/cypher/engine/syntax"

// walk visits e and, where visit says so, the expressions in it. It does not enter subqueries and patterns.
func walk(e syntax.Expr, visit func(syntax.Expr) bool) {
	if e == nil || !visit(e) {
		return
	}
	for _, child := range children(e) {
		walk(child, visit)
	}
}

// children gives the direct operands of e; some may be nil.
func children(e syntax.Expr) []syntax.Expr {
	switch e := e.(type) {
	case *syntax.ListLiteral:
		return e.Items
	case *syntax.MapLiteral:
		return e.Values
	case *syntax.Property:
		return []syntax.Expr{e.Expr}
	case *syntax.Index:
		return []syntax.Expr{e.Expr, e.Index}
	case *syntax.Slice:
		return []syntax.Expr{e.Expr, e.From, e.To}
	case *syntax.Unary:
		return []syntax.Expr{e.E}
	case *syntax.Binary:
		return []syntax.Expr{e.L, e.R}
	case *syntax.Comparison:
		return append([]syntax.Expr{e.First}, e.Rest...)
	case *syntax.IsNull:
		return []syntax.Expr{e.E}
	case *syntax.IsTyped:
		return []syntax.Expr{e.E}
	case *syntax.IsNormalized:
		return []syntax.Expr{e.E}
	case *syntax.HasLabels:
		return []syntax.Expr{e.E}
	case *syntax.Call:
		return e.Args
	case *syntax.Case:
		list := []syntax.Expr{e.Input, e.Else}
		for _, when := range e.Whens {
			list = append(append(list, when.Conds...), when.Then)
		}
		return list
	case *syntax.Compared:
		return []syntax.Expr{e.Expr}
	case *syntax.ListComprehension:
		return []syntax.Expr{e.List, e.Where, e.Map}
	case *syntax.Reduce:
		return []syntax.Expr{e.Init, e.List, e.Expr}
	case *syntax.ListPredicate:
		return []syntax.Expr{e.List, e.Where}
	case *syntax.MapProjection:
		list := []syntax.Expr{e.Expr}
		for _, item := range e.Items {
			list = append(list, item.Expr)
		}
		return list
	}
	return nil
}
