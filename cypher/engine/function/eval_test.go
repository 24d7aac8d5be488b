package function_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// An evaluator walks the tree of an expression: enough of a Cypher engine to test functions and operators by
// statements that touch no graph.
type evaluator struct {
	ctx          *function.Context
	vars, params map[string]value.Value
	noAggregates bool
}

func newEvaluator() *evaluator {
	now := time.Date(2024, 3, 5, 12, 30, 0, 0, time.UTC)
	return &evaluator{
		ctx:  &function.Context{Now: now, TxNow: now, Clock: func() time.Time { return now }},
		vars: map[string]value.Value{},
	}
}

// evalText parses and evaluates one expression.
func (e *evaluator) evalText(text string) (value.Value, error) {
	x, err := syntax.ParseExpr(text)
	if err != nil {
		return value.Value{}, err
	}
	return e.eval(x)
}

func (e *evaluator) all(xs []syntax.Expr) ([]value.Value, error) {
	out := make([]value.Value, len(xs))
	for i, x := range xs {
		var err error
		if out[i], err = e.eval(x); err != nil {
			return nil, err
		}
	}
	return out, nil
}

type unsupported struct{ what string }

func (u unsupported) Error() string { return "the test's evaluator has no " + u.what }

func (e *evaluator) eval(x syntax.Expr) (value.Value, error) {
	switch x := x.(type) {
	case *syntax.Literal:
		return x.Value, nil
	case *syntax.Variable:
		v, ok := e.vars[x.Name]
		if !ok {
			return value.Value{}, unsupported{"variable " + x.Name}
		}
		return v, nil
	case *syntax.Parameter:
		return e.params[x.Name], nil
	case *syntax.ListLiteral:
		l, err := e.all(x.Items)
		return value.List(l), err
	case *syntax.MapLiteral:
		vals, err := e.all(x.Values)
		if err != nil {
			return value.Value{}, err
		}
		var entries []value.Entry
		for i, k := range x.Keys {
			entries = append(entries, value.Entry{Key: k.Name, Val: vals[i]})
		}
		return value.FromMap(value.NewMap(entries)), nil
	case *syntax.Property:
		v, err := e.eval(x.Expr)
		if err != nil {
			return v, err
		}
		return value.Get(nil, v, x.Key)
	case *syntax.Index:
		l, err := e.all([]syntax.Expr{x.Expr, x.Index})
		if err != nil {
			return value.Value{}, err
		}
		return value.At(nil, l[0], l[1])
	case *syntax.Slice:
		return e.slice(x)
	case *syntax.IsNull:
		v, err := e.eval(x.E)
		return value.Bool(v.IsNull() != x.Not), err
	case *syntax.IsTyped:
		v, err := e.eval(x.E)
		return value.Bool(value.IsType(v, typeOf(x.Type)) != x.Not), err
	case *syntax.Unary:
		return e.unary(x)
	case *syntax.Binary:
		return e.binary(x)
	case *syntax.Comparison:
		return e.comparison(x)
	case *syntax.Call:
		return e.call(x)
	}
	return value.Value{}, unsupported{fmt.Sprintf("%T", x)}
}

func typeOf(t *syntax.Type) *value.Type {
	if t == nil {
		return nil
	}
	out := &value.Type{Name: t.Name, NotNull: t.NotNull, Elem: typeOf(t.Elem)}
	for _, u := range t.Union {
		out.Union = append(out.Union, typeOf(u))
	}
	return out
}

func (e *evaluator) slice(x *syntax.Slice) (value.Value, error) {
	var parts [3]value.Value
	for i, p := range [...]syntax.Expr{x.Expr, x.From, x.To} {
		if p == nil {
			continue
		}
		var err error
		if parts[i], err = e.eval(p); err != nil {
			return value.Value{}, err
		}
	}
	return value.Slice(parts[0], parts[1], parts[2], x.From != nil, x.To != nil)
}

func (e *evaluator) unary(x *syntax.Unary) (value.Value, error) {
	v, err := e.eval(x.E)
	if err != nil {
		return v, err
	}
	switch x.Op {
	case syntax.OpNot:
		t, err := value.Truth(v)
		return t.Not().Value(), err
	case syntax.OpMinus:
		return value.Neg(v)
	}
	return v, nil
}

func (e *evaluator) binary(x *syntax.Binary) (value.Value, error) {
	l, err := e.all([]syntax.Expr{x.L, x.R})
	if err != nil {
		return value.Value{}, err
	}
	a, b := l[0], l[1]
	arithmetic := map[syntax.Op]func(a, b value.Value) (value.Value, error){
		syntax.OpAdd: value.Add, syntax.OpSub: value.Sub, syntax.OpMul: value.Mul, syntax.OpDiv: value.Div,
		syntax.OpMod: value.Mod, syntax.OpPow: value.Pow, syntax.OpConcat: value.Concat,
	}
	if f, ok := arithmetic[x.Op]; ok {
		return f(a, b)
	}
	switch x.Op {
	case syntax.OpIn:
		return value.In(a, b).Value(), nil
	case syntax.OpStartsWith:
		return value.StartsWith(a, b).Value(), nil
	case syntax.OpEndsWith:
		return value.EndsWith(a, b).Value(), nil
	case syntax.OpContains:
		return value.Contains(a, b).Value(), nil
	case syntax.OpRegex:
		t, err := value.Matches(a, b)
		return t.Value(), err
	}
	ta, err := value.Truth(a)
	if err != nil {
		return value.Value{}, err
	}
	tb, err := value.Truth(b)
	if err != nil {
		return value.Value{}, err
	}
	switch x.Op {
	case syntax.OpAnd:
		return ta.And(tb).Value(), nil
	case syntax.OpOr:
		return ta.Or(tb).Value(), nil
	case syntax.OpXor:
		return ta.Xor(tb).Value(), nil
	}
	return value.Value{}, unsupported{fmt.Sprintf("operator %d", x.Op)}
}

func (e *evaluator) comparison(x *syntax.Comparison) (value.Value, error) {
	l, err := e.all(append([]syntax.Expr{x.First}, x.Rest...))
	if err != nil {
		return value.Value{}, err
	}
	result := value.True
	for i, op := range x.Ops {
		a, b := l[i], l[i+1]
		var t value.Ternary
		switch op {
		case syntax.OpEq:
			t = value.Equal(a, b)
		case syntax.OpNe:
			t = value.Equal(a, b).Not()
		case syntax.OpLt:
			t = value.Less(a, b)
		case syntax.OpLe:
			t = value.LessEqual(a, b)
		case syntax.OpGt:
			t = value.Greater(a, b)
		case syntax.OpGe:
			t = value.GreaterEqual(a, b)
		}
		result = result.And(t)
	}
	return result.Value(), nil
}

// call runs a function; an aggregate takes one list as the column of its argument.
func (e *evaluator) call(x *syntax.Call) (value.Value, error) {
	f, ok := function.Lookup(x.Name)
	if !ok || f.Aggregate && e.noAggregates {
		return value.Value{}, unsupported{"function " + x.Name}
	}
	args, err := e.all(x.Args)
	if err != nil {
		return value.Value{}, err
	}
	if len(args) < f.MinArgs || f.MaxArgs >= 0 && len(args) > f.MaxArgs {
		return value.Value{}, fmt.Errorf("%s: %d arguments", x.Name, len(args))
	}
	if !f.Aggregate && f.Call != nil {
		return f.Call(e.ctx, args)
	}
	column, ok := args[0].AsList()
	if !ok {
		return value.Value{}, unsupported{"aggregate over anything but a list"}
	}
	agg := f.NewAggregator(x.Distinct)
	for _, v := range column {
		if err := agg.Add(e.ctx, slices.Concat([]value.Value{v}, args[1:])); err != nil {
			return value.Value{}, err
		}
	}
	return agg.Result()
}

// show gives the result of an expression as the golden files write it: Cypher text, or ! and the class of the error.
func show(v value.Value, err error) string {
	if err == nil {
		return value.Format(v, nil)
	}
	text := err.Error()
	if code, _, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(code, "Neo.") {
		return "!" + code[strings.LastIndexByte(code, '.')+1:]
	}
	return "!" + text
}

// prepared gives the function of a call and the values of its arguments.
func prepared(t testing.TB, e *evaluator, text string) (*function.Function, []value.Value) {
	t.Helper()
	x, err := syntax.ParseExpr(text)
	if err != nil {
		t.Fatal(err)
	}
	c, ok := x.(*syntax.Call)
	if !ok {
		t.Fatalf("%s is no call", text)
	}
	f, ok := function.Lookup(c.Name)
	if !ok {
		t.Fatalf("no function %s", c.Name)
	}
	args, err := e.all(c.Args)
	if err != nil {
		t.Fatal(err)
	}
	return f, args
}
