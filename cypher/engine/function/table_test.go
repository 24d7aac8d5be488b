package function_test

import (
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/value"
)

// syntaxForms bind variables or take patterns: the parser reads them.
var syntaxForms = []string{"all", "any", "exists", "none", "reduce", "single"}

func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range function.Table() {
		key := strings.ToLower(f.Name)
		if seen[key] {
			t.Errorf("%s is there twice", f.Name)
		}
		seen[key] = true
		for _, name := range []string{f.Name, key, strings.ToUpper(f.Name)} {
			if got, ok := function.Lookup(name); !ok || got != f {
				t.Errorf("Lookup(%q) does not find %s", name, f.Name)
			}
		}
		if f.Category == "" || f.Description == "" {
			t.Errorf("%s: no category or no description", f.Name)
		}
		isSyntax := slices.Contains(syntaxForms, f.Name)
		if (f.Call != nil) == (f.Aggregate || isSyntax) || (f.NewAggregator != nil) != f.Aggregate {
			t.Errorf("%s: has the wrong one of Call and NewAggregator", f.Name)
		}
		if isSyntax || f.Name == "trim" || f.Name == "coalesce" {
			continue
		}
		least, most := arity(t, f.Name, f.Signature)
		for _, o := range f.Overloads {
			l, m := arity(t, f.Name, o.Signature)
			least, most = min(least, l), max(most, m)
		}
		if least != f.MinArgs || most != f.MaxArgs {
			t.Errorf("%s: takes %d to %d arguments, its signatures say %d to %d", f.Name, f.MinArgs, f.MaxArgs, least, most)
		}
	}
}

// arity counts the parameters of a signature, and those without a default.
func arity(t *testing.T, name, signature string) (least, most int) {
	t.Helper()
	inner, ok := strings.CutPrefix(signature, name+"(")
	end := strings.LastIndex(inner, ") ::")
	if !ok || end < 0 {
		t.Errorf("%s: signature %q", name, signature)
		return 0, 0
	}
	inner = inner[:end]
	depth := 0
	for _, part := range strings.FieldsFunc(inner, func(r rune) bool {
		switch r {
		case '[', '<':
			depth++
		case ']', '>':
			depth--
		}
		return r == ',' && depth == 0
	}) {
		most++
		if !strings.Contains(part, " = ") {
			least++
		}
	}
	return least, most
}

// TestNoPanic calls every function with values of every type.
func TestNoPanic(t *testing.T) {
	e := newEvaluator()
	var values []value.Value
	for _, text := range []string{
		"null", "true", "-1", "9223372036854775807", "-9223372036854775808", "0.0 / 0.0", "1.0E300", "''", "'héllo 😀'", "[]", "[1, null, 'a']",
		"{}", "{x: 1, y: 2}", "{year: 2020}", "date('-999999999-01-01')", "date('+999999999-12-31')", "time('10:00+18:00')",
		"localtime('23:59:59.999999999')", "datetime('+999999999-12-31T23:59:59Z')", "datetime('2020-03-29T02:30[Europe/Stockholm]')",
		"localdatetime('-999999999-01-01T00:00')", "duration('P1Y2M3DT4H5M6.7S')", "duration({seconds: 9223372036854775807})",
		"point({x: 1, y: 2, z: 3})", "point({longitude: 180, latitude: 90})",
	} {
		v, err := e.evalText(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		values = append(values, v)
	}
	for _, f := range function.Table() {
		if f.Call == nil || f.Name == "range" {
			continue
		}
		for n := f.MinArgs; n <= max(f.MaxArgs, f.MinArgs) && n <= 3; n++ {
			each(values, make([]value.Value, n), 0, func(args []value.Value) { _, _ = f.Call(e.ctx, args) })
		}
	}
}

func each(values, args []value.Value, at int, f func([]value.Value)) {
	if at == len(args) {
		f(args)
		return
	}
	for _, v := range values {
		args[at] = v
		each(values, args, at+1, f)
	}
}
