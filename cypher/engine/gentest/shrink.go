package gentest

import (
	"reflect"

	"guestgraph/cypher/engine/syntax"
)

// Shrink looks for a smaller statement and graph for which fails still holds: it drops clauses, items and predicates,
// puts an expression's operands or a constant in its place, and takes nodes, relationships, labels and properties away.
// It tries limit candidates at most.
func Shrink(statement string, graph *Graph, limit int, fails func(string, *Graph) bool) (string, *Graph) {
	left := limit
	try := func(s string, g *Graph) bool {
		left--
		return left >= 0 && fails(s, g)
	}
	for changed := true; changed && left > 0; {
		changed = false
		for n := 0; left > 0; {
			smaller, ok := edited(statement, n)
			if !ok {
				break
			}
			if smaller != "" && smaller != statement && len(smaller) <= len(statement) && try(smaller, graph) {
				statement, changed = smaller, true
				continue
			}
			n++
		}
		for _, g := range graph.smaller() {
			if try(statement, g) {
				graph, changed = g, true
				break
			}
		}
	}
	return statement, graph
}

// edited gives a statement with its n-th edit done, "" where that gives no statement; ok is false after the last.
func edited(statement string, n int) (text string, ok bool) {
	st, err := syntax.Parse(statement)
	if err != nil {
		return "", false
	}
	e := editor{left: n}
	e.visit(reflect.ValueOf(st.Body))
	if !e.done {
		return "", false
	}
	defer func() {
		if recover() != nil { // a tree that cannot be printed: a list without what it needs
			text, ok = "", true
		}
	}()
	text = syntax.Format(st)
	if again, err := syntax.Parse(text); err != nil || syntax.Format(again) != text {
		return "", true
	}
	return text, true
}

// An editor does one of the edits of a tree: the one before which left others come.
type editor struct {
	left int
	done bool
}

// turn tells whether it is the turn of this edit.
func (e *editor) turn() bool {
	if e.done {
		return false
	}
	e.left--
	e.done = e.left < 0
	return e.done
}

// kept are fields that are not taken away by themselves: an order keeps rows certain that are cut off or collected.
var kept = map[string]bool{"Pos": true, "OrderBy": true, "Ops": true, "Unions": true, "All": true, "Keys": true}

func (e *editor) visit(v reflect.Value) {
	if e.done {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			e.visit(v.Elem())
		}
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		if v.Type() == exprType {
			e.expression(v)
		}
		e.visit(v.Elem())
	case reflect.Slice:
		e.drop(v)
		for i := range v.Len() {
			e.visit(v.Index(i))
		}
	case reflect.Struct:
		e.fields(v)
	}
}

// drop takes one element of a slice away.
func (e *editor) drop(v reflect.Value) {
	for i := range v.Len() {
		if e.turn() {
			rest := reflect.MakeSlice(v.Type(), 0, v.Len())
			rest = reflect.AppendSlice(rest, v.Slice(0, i))
			v.Set(reflect.AppendSlice(rest, v.Slice(i+1, v.Len())))
			return
		}
	}
}

func (e *editor) fields(v reflect.Value) {
	if q, ok := v.Addr().Interface().(*syntax.Query); ok && len(q.Parts) > 1 {
		for _, p := range q.Parts {
			if e.turn() {
				*q = syntax.Query{Parts: []*syntax.SingleQuery{p}}
				return
			}
		}
	}
	if p, ok := v.Addr().Interface().(*syntax.Projection); ok && (p.OrderBy != nil || p.Distinct) {
		if e.turn() {
			p.OrderBy, p.Skip, p.Limit = nil, nil, nil
			return
		}
		if e.turn() {
			p.Distinct = false
			return
		}
	}
	for i := range v.NumField() {
		f, field := v.Field(i), v.Type().Field(i)
		if !field.IsExported() || kept[field.Name] {
			continue
		}
		if k := f.Kind(); (k == reflect.Interface || k == reflect.Pointer) && !f.IsNil() && e.turn() {
			f.SetZero()
			return
		}
		if f.Kind() == reflect.Bool && f.Bool() && e.turn() {
			f.SetBool(false)
			return
		}
		e.visit(f)
	}
}

// expression puts an operand of an expression or a constant in its place.
func (e *editor) expression(v reflect.Value) {
	x := v.Interface().(syntax.Expr)
	switch x.(type) {
	case *syntax.Literal, *syntax.Variable:
		return
	}
	var operands []syntax.Expr
	first := true
	slots(&struct{ E syntax.Expr }{x}, func(o syntax.Expr, _ func(syntax.Expr)) bool {
		if first {
			first = false
			return true
		}
		operands = append(operands, o)
		return false
	})
	operands = append(operands, null(), integer(1), truth(true), text("a"))
	for _, o := range operands {
		if e.turn() {
			v.Set(reflect.ValueOf(o))
			return
		}
	}
}
