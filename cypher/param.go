package cypher

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Param is one parameter that a query takes.
type Param struct {
	Name    string `json:"name"`
	Type    Type   `json:"type"`
	Default any    `json:"default,omitempty"` // nil: the caller must give a value
	Doc     string `json:"doc,omitempty"`
}

// A Type is what a parameter holds.
type Type string

// The values of Type; a list holds strings, rows is a list of maps, a map is a JSON object.
const (
	String Type = "string"
	Int    Type = "int"
	Float  Type = "float"
	Bool   Type = "bool"
	List   Type = "list"
	Rows   Type = "rows"
	Map    Type = "map"
)

func types() []Type { return []Type{String, Int, Float, Bool, List, Rows, Map} }

// parseParam reads `name type = default — what it is`; default and explanation may be absent.
func parseParam(s string) (Param, error) {
	s, doc, _ := strings.Cut(s, "—")
	s, value, hasDefault := strings.Cut(s, "=")
	words := strings.Fields(s)
	if len(words) != 2 {
		return Param{}, fmt.Errorf("param wants `name type = default — what it is`, not %q", strings.TrimSpace(s))
	}
	p := Param{Name: words[0], Type: Type(words[1]), Doc: strings.TrimSpace(doc)}
	if !slices.Contains(types(), p.Type) {
		return Param{}, fmt.Errorf("param %s: unknown type %q; known are %v", p.Name, p.Type, types())
	}
	if hasDefault {
		v, err := p.Type.Value(strings.TrimSpace(value))
		if err != nil {
			return Param{}, fmt.Errorf("param %s: default: %w", p.Name, err)
		}
		p.Default = v
	}
	return p, nil
}

// Value reads s as a value of t, ready to send over Bolt: a string may be bare or in double quotes,
// a list is JSON or words parted by commas, rows are JSON.
func (t Type) Value(s string) (any, error) {
	switch t {
	case Int:
		return wrong(t, s)(strconv.ParseInt(s, 10, 64))
	case Float:
		return wrong(t, s)(strconv.ParseFloat(s, 64))
	case Bool:
		return wrong(t, s)(strconv.ParseBool(s))
	case List:
		return listValue(s)
	case Rows:
		var rows []any
		if err := json.Unmarshal([]byte(s), &rows); err != nil {
			return nil, fmt.Errorf("%q is no JSON list: %w", s, err)
		}
		return rows, nil
	case Map:
		var object map[string]any
		if err := json.Unmarshal([]byte(s), &object); err != nil {
			return nil, fmt.Errorf("%q is no JSON object: %w", s, err)
		}
		return object, nil
	default:
		if strings.HasPrefix(s, `"`) {
			return wrong(t, s)(strconv.Unquote(s))
		}
		return s, nil
	}
}

// wrong turns a strconv error into one that names the type asked for.
func wrong(t Type, s string) func(v any, err error) (any, error) {
	return func(v any, err error) (any, error) {
		if err != nil {
			return nil, fmt.Errorf("%q is no %s", s, t)
		}
		return v, nil
	}
}

func listValue(s string) (any, error) {
	if strings.HasPrefix(s, "[") {
		var list []string
		if err := json.Unmarshal([]byte(s), &list); err != nil {
			return nil, fmt.Errorf("%q is no JSON list of strings: %w", s, err)
		}
		return list, nil
	}
	list := []string{}
	for item := range strings.SplitSeq(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list, nil
}

// Bind turns the values a user typed into the parameters of q, filling in defaults.
// It names a parameter that q does not take, that is missing, or that does not fit its type.
func (q *Query) Bind(given map[string]string) (map[string]any, error) {
	params := make(map[string]any, len(q.Params))
	known := map[string]bool{}
	for _, p := range q.Params {
		known[p.Name] = true
		s, ok := given[p.Name]
		if !ok {
			if p.Default == nil {
				return nil, fmt.Errorf("query %s: parameter %s (%s) is missing", q.Name, p.Name, p.Type)
			}
			params[p.Name] = p.Default
			continue
		}
		v, err := p.Type.Value(s)
		if err != nil {
			return nil, fmt.Errorf("query %s: parameter %s: %w", q.Name, p.Name, err)
		}
		params[p.Name] = v
	}
	for name := range given {
		if !known[name] {
			return nil, fmt.Errorf("query %s takes no parameter %q", q.Name, name)
		}
	}
	return params, nil
}
