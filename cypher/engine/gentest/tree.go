package gentest

import (
	"strconv"

	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

func integer(n int64) syntax.Expr {
	return &syntax.Literal{Value: value.Int(n), Text: strconv.FormatInt(n, 10)}
}

func text(s string) syntax.Expr { return &syntax.Literal{Value: value.String(s)} }

func truth(b bool) syntax.Expr { return &syntax.Literal{Value: value.Bool(b)} }

func real(x float64) syntax.Expr {
	return &syntax.Literal{Value: value.Float(x), Text: strconv.FormatFloat(x, 'f', -1, 64)}
}

func null() syntax.Expr { return &syntax.Literal{} }

func call(name string, args ...syntax.Expr) *syntax.Call {
	return &syntax.Call{Name: name, Args: args}
}

func binary(op syntax.Op, l, r syntax.Expr) syntax.Expr { return &syntax.Binary{Op: op, L: l, R: r} }

func compare(op syntax.Op, l, r syntax.Expr) syntax.Expr {
	return &syntax.Comparison{First: l, Ops: []syntax.Op{op}, Rest: []syntax.Expr{r}}
}

func list(items ...syntax.Expr) syntax.Expr { return &syntax.ListLiteral{Items: items} }

func name(s string) *syntax.Variable { return &syntax.Variable{Name: s} }

func get(e syntax.Expr, key string) syntax.Expr { return &syntax.Property{Expr: e, Key: key} }

func mapping(keys []string, values []syntax.Expr) syntax.Expr {
	m := &syntax.MapLiteral{Values: values}
	for _, k := range keys {
		m.Keys = append(m.Keys, syntax.PropertyKey{Name: k})
	}
	return m
}

func label(s string) *syntax.LabelName { return &syntax.LabelName{Name: s} }

func item(e syntax.Expr, as string) syntax.ReturnItem {
	if v, ok := e.(*syntax.Variable); ok && v.Name == as {
		return syntax.ReturnItem{Expr: e, Name: as}
	}
	return syntax.ReturnItem{Expr: e, Name: as, Aliased: true}
}

func single(clauses ...syntax.Clause) *syntax.Query {
	return &syntax.Query{Parts: []*syntax.SingleQuery{{Clauses: clauses}}}
}
