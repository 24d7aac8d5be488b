package web

import (
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/cypher"
)

func TestReadFields(t *testing.T) {
	query := &cypher.Query{Params: []cypher.Param{{Name: "company", Type: cypher.String, Default: "Volant", Doc: "its name"}, {Name: "n", Type: cypher.Int}}}
	statement := "MATCH (c {name: $company}) WHERE c.note <> '$no' // $neither\nRETURN c LIMIT $n"
	tests := []struct {
		name, values string
		query        *cypher.Query
		params       map[string]any
		wrong        string
	}{
		{"form", "p.company=A&t.company=string&p.n=3&t.n=number", nil, map[string]any{"company": "A", "n": int64(3)}, ""},
		{"by hand", "p.company=A&p.n=3", nil, map[string]any{"company": "A", "n": "3"}, ""},
		{"types of the library", "p.n=3", query, map[string]any{"company": "Volant", "n": int64(3)}, ""},
		{"link", `params={"company": "A", "n": 3.0, "other": 1}`, nil, map[string]any{"company": "A", "n": 3.0}, ""},
		{"form before link", `params={"company": "A", "n": 3}&p.company=B`, nil, map[string]any{"company": "B", "n": int64(3)}, ""},
		{"null", `params={"company": null, "n": 3}`, nil, map[string]any{"company": nil, "n": int64(3)}, ""},
		{"list and map", `p.company=["a", 1.0, null]&t.company=list&p.n={"a": [true]}&t.n=map`, nil,
			map[string]any{"company": []any{"a", 1.0, nil}, "n": map[string]any{"a": []any{true}}}, ""},
		{"missing", "", nil, map[string]any{"company": nil, "n": nil}, "$company has no value.\n$n has no value."},
		{"no number", "p.company=A&p.n=x&t.n=number", nil, map[string]any{"company": "A", "n": nil}, "$n is no number: write it as in 12 or 0.5."},
		{"two values", `p.company=A&p.n=1, "w": 2&t.n=number`, nil, map[string]any{"company": "A", "n": nil}, "$n is no number: write it as in 12 or 0.5."},
		{"no list", "p.company=A&p.n=1&t.n=list", nil, map[string]any{"company": "A", "n": nil}, `$n is no list: write it as JSON, such as ["a", "b"].`},
		{"empty number", "p.company=&p.n= &t.n=number", nil, map[string]any{"company": "", "n": nil}, "$n has no value."},
		{"unknown type", "p.company=A&p.n=1&t.n=date", nil, map[string]any{"company": "A", "n": "1"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			values, err := url.ParseQuery(tt.values)
			if err != nil {
				t.Fatal(err)
			}
			fields, params, wrong := readFields(statement, tt.query, values)
			if diff := cmp.Diff(tt.params, params); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := errorText(wrong); got != tt.wrong {
				t.Errorf("error %q, want %q", got, tt.wrong)
			}
			if len(fields) != 2 || fields[0].Name != "company" || fields[1].Name != "n" || fields[0].Kind != "company" {
				t.Errorf("fields %+v", fields)
			}
		})
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// What a field shows reads as the value it shows.
func TestFieldTextReadsBack(t *testing.T) {
	for _, v := range []any{"a\n\"b\" <c>", int64(-9007199254740993), 1.0, -0.5, 1e300, true, []any{}, []any{1.0, nil, "x"}, map[string]any{"__proto__": "x", "a b": []any{map[string]any{}}}} {
		f := field{Name: "x"}
		f.Type, f.Value = fieldText(v)
		got, err := f.value()
		if diff := cmp.Diff(v, got); err != nil || diff != "" {
			t.Errorf("%v as %s %s: %v %s", v, f.Type, f.Value, err, diff)
		}
	}
}
