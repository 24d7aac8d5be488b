package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A field is the form's input of one $parameter of the statement.
type field struct {
	Name, Type, Value, Doc string
	Kind                   graph.Kind // of the names that complete it; "" for other text
}

// Types are what a parameter may hold; those but string are written as JSON.
func (field) Types() []string { return []string{"string", "number", "boolean", "list", "map"} }

// readFields gives a field to each $parameter of the statement, and the values of those that have one. A value stands in
// p.NAME with its type in t.NAME, as the form sends it, or else in params, a JSON object, as links have it. The error
// tells which value is missing or not of its type; the fields are whole even then.
func readFields(statement string, query *cypher.Query, values url.Values) ([]field, map[string]any, error) {
	given, err := parameters([]byte(values.Get("params")))
	var fields []field
	params := map[string]any{}
	for _, name := range cypher.Parameters(statement) {
		f := field{Name: name, Type: "string", Kind: kindNamed(name)}
		v := f.declare(query)
		if text, has := given[name]; has {
			v = text
		}
		if v != nil {
			f.Type, f.Value = fieldText(v)
		}
		var wrong error
		switch _, null := given[name]; {
		case values.Has("p." + name):
			f.Value = strings.ToValidUTF8(values.Get("p."+name), "\uFFFD")
			if t := values.Get("t." + name); slices.Contains(f.Types(), t) {
				f.Type = t
			}
			v, wrong = f.value()
		case v == nil && !null:
			wrong = fail(http.StatusBadRequest, "$"+name+" has no value.")
		}
		fields, params[name] = append(fields, f), v
		err = errors.Join(err, wrong)
	}
	return fields, params, err
}

// declare takes what a question of the library says of its parameter, and returns the value it has when none is given.
func (f *field) declare(query *cypher.Query) any {
	if query == nil {
		return nil
	}
	i := slices.IndexFunc(query.Params, func(p cypher.Param) bool { return p.Name == f.Name })
	if i < 0 {
		return nil
	}
	for _, part := range query.Phrase {
		if kind := graph.Kind(part.Kind); part.Param == f.Name && isKind(kind) {
			f.Kind = kind
		}
	}
	f.Doc, f.Type = query.Params[i].Doc, fieldType(query.Params[i].Type)
	return query.Params[i].Default
}

func fieldType(t cypher.Type) string {
	switch t {
	case cypher.Int, cypher.Float:
		return "number"
	case cypher.Bool:
		return "boolean"
	case cypher.List, cypher.Rows:
		return "list"
	}
	return "string"
}

// kindNamed is the kind whose names a parameter of this name takes.
func kindNamed(parameter string) graph.Kind {
	switch parameter {
	case "person", "guest", "host", "second":
		return graph.KindPerson
	case "company", "other", "employer":
		return graph.KindCompany
	case "technology":
		return graph.KindTechnology
	}
	return ""
}

// fieldText is the type and the text by which a field shows a value.
func fieldText(v any) (kind, text string) {
	switch v := v.(type) {
	case string:
		return "string", v
	case bool:
		return "boolean", strconv.FormatBool(v)
	case []any, []string:
		return "list", valueText(v)
	case map[string]any:
		return "map", valueText(v)
	}
	return "number", valueText(v)
}

// value reads the field's text as its type says.
func (f field) value() (any, error) {
	text := strings.TrimSpace(f.Value)
	if f.Type == "string" {
		return f.Value, nil
	}
	if text == "" {
		return nil, fail(http.StatusBadRequest, "$"+f.Name+" has no value.")
	}
	params, err := parameters([]byte(`{"v": ` + text + `}`))
	v, fits := params["v"], false
	switch v.(type) {
	case int64, float64:
		fits = f.Type == "number"
	case bool:
		fits = f.Type == "boolean"
	case []any:
		fits = f.Type == "list"
	case map[string]any:
		fits = f.Type == "map"
	}
	if err != nil || !fits || len(params) != 1 {
		return nil, fail(http.StatusBadRequest, fmt.Sprintf("$%s is no %s: %s.", f.Name, f.Type, example(f.Type)))
	}
	return v, nil
}

func example(fieldType string) string {
	switch fieldType {
	case "boolean":
		return "write true or false"
	case "list":
		return `write it as JSON, such as ["a", "b"]`
	case "map":
		return `write it as JSON, such as {"name": "a"}`
	}
	return "write it as in 12 or 0.5"
}

// valueText writes a value as JSON that parameters reads as the same value again: 1.0 stays a float.
func valueText(v any) string {
	switch v := v.(type) {
	case float64:
		s := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(s, ".e") {
			s += ".0"
		}
		return s
	case []any:
		return "[" + strings.Join(each(v, valueText), ", ") + "]"
	case []string:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = valueText(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		return objectText(v)
	}
	return jsonText(v)
}

func objectText(m map[string]any) string {
	entries := sortedKeys(m)
	for i, key := range entries {
		entries[i] = jsonText(key) + ": " + valueText(m[key])
	}
	return "{" + strings.Join(entries, ", ") + "}"
}

// jsonText writes text, a number or the like as JSON for people to read, and not for inside HTML.
func jsonText(v any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil { // not reached: parameters are numbers, strings, booleans and null
		return "null"
	}
	return strings.TrimSuffix(b.String(), "\n")
}
