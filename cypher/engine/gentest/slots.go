package gentest

import (
	"reflect"

	"guestgraph/cypher/engine/syntax"
)

var exprType = reflect.TypeFor[syntax.Expr]()

// slots calls f for each place of a tree that holds an expression, from the top; what is in an expression is
// visited when f gives true.
func slots(tree any, f func(get syntax.Expr, set func(syntax.Expr)) bool) {
	visitSlots(reflect.ValueOf(tree), f)
}

func visitSlots(v reflect.Value, f func(syntax.Expr, func(syntax.Expr)) bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			visitSlots(v.Elem(), f)
		}
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		if v.Type() == exprType && !f(v.Interface().(syntax.Expr), func(e syntax.Expr) { v.Set(reflect.ValueOf(&e).Elem()) }) {
			return
		}
		visitSlots(v.Elem(), f)
	case reflect.Slice:
		for i := range v.Len() {
			visitSlots(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				visitSlots(v.Field(i), f)
			}
		}
	}
}
