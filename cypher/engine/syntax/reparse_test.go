package syntax_test

import (
	"reflect"
	"testing"

	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

var (
	posType   = reflect.TypeFor[syntax.Pos]()
	valueType = reflect.TypeFor[value.Value]()
)

// difference gives the path to the first difference of two trees, or "". Places in the text do not count,
// and of values only the kind, for Literal.Text tells the rest.
func difference(a, b reflect.Value) string {
	if a.IsValid() != b.IsValid() {
		return ": one is absent"
	}
	if !a.IsValid() || a.Type() == posType {
		return ""
	}
	if a.Type() != b.Type() {
		return ": " + a.Type().String() + " against " + b.Type().String()
	}
	if a.Type() == valueType {
		if a.Interface().(value.Value).Kind() != b.Interface().(value.Value).Kind() {
			return ": kinds of values"
		}
		return ""
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		return difference(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return ": lengths"
		}
		for i := range a.Len() {
			if d := difference(a.Index(i), b.Index(i)); d != "" {
				return "[]" + d
			}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			if d := difference(a.Field(i), b.Field(i)); d != "" {
				return "." + a.Type().Field(i).Name + d
			}
		}
	default:
		if !a.Equal(b) {
			return ": " + a.String() + " against " + b.String()
		}
	}
	return ""
}

// reparse checks that the printed form of st parses to an equal tree.
func reparse(t *testing.T, st *syntax.Statement) {
	t.Helper()
	printed := syntax.Format(st)
	again, err := syntax.Parse(printed)
	if err != nil {
		t.Errorf("%s\nprinted as\n%s\ndoes not parse: %v", st.Text, printed, err)
		return
	}
	again.Text = st.Text
	if d := difference(reflect.ValueOf(st), reflect.ValueOf(again)); d != "" {
		t.Errorf("%s\nprinted as\n%s\nparses to another tree: %s", st.Text, printed, d)
	}
}
