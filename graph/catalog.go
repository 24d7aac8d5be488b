package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// A Catalog is what a statement may name: it completes what is being typed and mends what was misspelt.
type Catalog struct {
	Labels        []Named    `json:"labels"`
	Relationships []Named    `json:"relationships"` // their types
	Functions     []Callable `json:"functions"`
	Procedures    []Callable `json:"procedures"` // those that read
}

// A Named is a label or a relationship type, with the keys of the properties found under it.
type Named struct {
	Name       string     `json:"name"`
	Properties []Property `json:"properties"`
}

// A Property is a key and the types of its values, as Cypher names them: STRING, INTEGER, LIST<STRING> …
type Property struct {
	Name  string   `json:"name"`
	Types []string `json:"types"`
}

// A Callable is a function or a procedure.
type Callable struct {
	Name        string `json:"name"`
	Signature   string `json:"signature"`
	Description string `json:"description"`
}

// Catalog lists what the graph holds and the server can do. It looks at every node, so ask for it rarely.
func (g *Graph) Catalog(ctx context.Context) (*Catalog, error) {
	c := &Catalog{Labels: []Named{}, Relationships: []Named{}, Functions: []Callable{}, Procedures: []Callable{}}
	err := g.read(ctx, func(t tx) error {
		labels, types := namedSet{}, namedSet{}
		err := t.run(ctx, "page/label-properties", nil, func(r record) {
			for _, label := range r.strings("names") {
				labels.add(label, r.str("property"), r.strings("types"))
			}
		})
		if err != nil {
			return err
		}
		err = t.run(ctx, "page/type-properties", nil, func(r record) {
			types.add(strings.Trim(r.str("name"), ":`"), r.str("property"), r.strings("types"))
		})
		if err != nil {
			return err
		}
		c.Labels, c.Relationships = labels.sorted(), types.sorted()
		if c.Functions, err = t.callables(ctx, "page/functions"); err != nil {
			return err
		}
		c.Procedures, err = t.callables(ctx, "page/procedures")
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list what statements may name: %w", err)
	}
	return c, nil
}

// callables keeps the first signature of each name.
func (t tx) callables(ctx context.Context, statement string) ([]Callable, error) {
	out := []Callable{}
	err := t.run(ctx, statement, nil, func(r record) {
		f := Callable{Name: r.str("name"), Signature: r.str("signature"), Description: r.str("description")}
		if n := len(out); n == 0 || out[n-1].Name != f.Name {
			out = append(out, f)
		}
	})
	return out, err
}

// A namedSet gathers the properties of each name.
type namedSet map[string]map[string][]string

func (s namedSet) add(name, property string, types []string) {
	if s[name] == nil {
		s[name] = map[string][]string{}
	}
	if property == "" {
		return
	}
	for _, stored := range types {
		if t := cypherType(stored); !slices.Contains(s[name][property], t) {
			s[name][property] = append(s[name][property], t)
		}
	}
}

func (s namedSet) sorted() []Named {
	out := []Named{}
	for name, properties := range s {
		n := Named{Name: name, Properties: []Property{}}
		for key, types := range properties {
			slices.Sort(types)
			n.Properties = append(n.Properties, Property{Name: key, Types: types})
		}
		slices.SortFunc(n.Properties, func(a, b Property) int { return cmp.Compare(a.Name, b.Name) })
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b Named) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// cypherType names a type as Cypher does; db.schema.nodeTypeProperties names the types of Java.
func cypherType(stored string) string {
	if of, ok := strings.CutSuffix(stored, "Array"); ok {
		return "LIST<" + cypherType(of) + ">"
	}
	switch stored {
	case "String", "Boolean", "Date", "Duration", "Point":
		return strings.ToUpper(stored)
	case "Long", "Integer", "Short", "Byte":
		return "INTEGER"
	case "Double", "Float":
		return "FLOAT"
	case "DateTime":
		return "ZONED DATETIME"
	}
	return stored
}
