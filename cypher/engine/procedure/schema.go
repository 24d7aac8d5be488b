package procedure

import (
	"fmt"
	"slices"
	"strings"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// schemaProcedures derive from the data what a schema would say.
func schemaProcedures() []*Procedure {
	return []*Procedure{
		{
			Name: "db.schema.visualization", Mode: Read, System: true,
			Description: "The labels as nodes and the types that connect them as relationships.",
			Yields: []Field{
				{"nodes", "LIST<NODE>", "One for each label."},
				{"relationships", "LIST<RELATIONSHIP>", "One for each type between two labels."},
			},
			Call: visualization,
		},
		{
			Name: "db.schema.nodeTypeProperties", Mode: Read, System: true,
			Description: "The properties of the nodes of each set of labels, and their types.",
			Yields: []Field{
				{"nodeType", "STRING", "The labels as Cypher writes them."}, {"nodeLabels", "LIST<STRING>", "The labels."},
				{"propertyName", "STRING", "The property."}, {"propertyTypes", "LIST<STRING>", "The types of its values."},
				{"mandatory", "BOOLEAN", "Whether all these nodes have it."},
			},
			Call: nodeTypeProperties,
		},
		{
			Name: "db.schema.relTypeProperties", Mode: Read, System: true,
			Description: "The properties of the relationships of each type, and their types.",
			Yields: []Field{
				{"relType", "STRING", "The type as Cypher writes it."},
				{"propertyName", "STRING", "The property."}, {"propertyTypes", "LIST<STRING>", "The types of its values."},
				{"mandatory", "BOOLEAN", "Whether all these relationships have it."},
			},
			Call: relTypeProperties,
		},
	}
}

// A usage collects what properties the entities of one kind have.
type usage struct {
	first int // entity that stands for the kind
	count int
	keys  []store.Token // as first seen
	props map[store.Token]*propertyUsage
}

type propertyUsage struct {
	count int
	types []string // as first seen
}

func (u *usage) add(key store.Token, v value.Value) {
	p := u.props[key]
	if p == nil {
		p = &propertyUsage{}
		u.props[key] = p
		u.keys = append(u.keys, key)
	}
	p.count++
	if name := typeName(v); !slices.Contains(p.types, name) {
		p.types = append(p.types, name)
	}
}

// rows emits a row for each property, or one without when there are none.
func (u *usage) rows(tx *store.Tx, head []value.Value, emit func([]value.Value) error) error {
	if len(u.keys) == 0 {
		return emit(append(slices.Clone(head), value.Value{}, value.Value{}, value.Bool(false)))
	}
	for _, k := range u.keys {
		p := u.props[k]
		row := append(slices.Clone(head), value.String(tx.KeyName(k)), stringsOf(p.types), value.Bool(p.count == u.count))
		if err := emit(row); err != nil {
			return err
		}
	}
	return nil
}

// typeName gives the type of a stored value as Neo4j's schema procedures name it.
func typeName(v value.Value) string {
	if l, ok := v.AsList(); ok {
		if len(l) == 0 {
			return "StringArray" // the type of an empty list is not kept
		}
		return typeName(l[0]) + "Array"
	}
	switch v.Kind() {
	case value.KindBool:
		return "Boolean"
	case value.KindInt:
		return "Long"
	case value.KindFloat:
		return "Double"
	case value.KindString:
		return "String"
	case value.KindBytes:
		return "ByteArray"
	case value.KindDate:
		return "Date"
	case value.KindLocalTime:
		return "LocalTime"
	case value.KindTime:
		return "Time"
	case value.KindLocalDateTime:
		return "LocalDateTime"
	case value.KindDateTime:
		return "DateTime"
	case value.KindDuration:
		return "Duration"
	}
	return "Point"
}

// checkEvery is how many entities a scan reads between looks at whether it was stopped.
const checkEvery = 1 << 14

func nodeTypeProperties(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
	kinds := map[string]*usage{}
	var order []string
	var key []byte
	c := ctx.Tx.Nodes()
	n := 0
	for id, ok := c.Next(); ok; id, ok = c.Next() {
		if n++; n%checkEvery == 0 && ctx.Context.Err() != nil {
			return ctx.Context.Err()
		}
		key = key[:0]
		for _, t := range ctx.Tx.NodeLabelTokens(id) {
			key = fmt.Appendf(key, "%d ", t)
		}
		u := kinds[string(key)]
		if u == nil {
			u = &usage{first: int(id), props: map[store.Token]*propertyUsage{}}
			kinds[string(key)] = u
			order = append(order, string(key))
		}
		u.count++
		ctx.Tx.EachNodeProperty(id, u.add)
	}
	for _, k := range order {
		u := kinds[k]
		labels := ctx.Tx.NodeLabels(value.NodeID(u.first))
		var name strings.Builder
		for _, l := range labels {
			fmt.Fprintf(&name, ":`%s`", l)
		}
		if err := u.rows(ctx.Tx, []value.Value{value.String(name.String()), stringsOf(labels)}, emit); err != nil {
			return err
		}
	}
	return nil
}

func relTypeProperties(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
	for _, name := range ctx.Tx.TypeNames() {
		typ, _ := ctx.Tx.LookupType(name)
		u := &usage{props: map[store.Token]*propertyUsage{}}
		c := ctx.Tx.RelsWithType(typ)
		for id, ok := c.Next(); ok; id, ok = c.Next() {
			if u.count++; u.count%checkEvery == 0 && ctx.Context.Err() != nil {
				return ctx.Context.Err()
			}
			ctx.Tx.EachRelProperty(id, u.add)
		}
		if u.count == 0 {
			continue
		}
		if err := u.rows(ctx.Tx, []value.Value{value.String(":`" + name + "`")}, emit); err != nil {
			return err
		}
	}
	return nil
}

// visualization makes a virtual node for each label and a virtual relationship for each type
// between two labels.
func visualization(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
	if ctx.Virtual == nil {
		return failed("db.schema.visualization", "java.lang.IllegalStateException: virtual nodes are not available here")
	}
	nodes := map[store.Token]value.NodeID{}
	var nodeList, relList []value.Value
	for _, name := range ctx.Tx.LabelNames() {
		label, _ := ctx.Tx.LookupLabel(name)
		indexes, constraints := rulesOf(ctx.Tx, name)
		id := ctx.Virtual.AddNode([]string{name}, value.NewMap([]value.Entry{
			{Key: "name", Val: value.String(name)}, {Key: "indexes", Val: stringsOf(indexes)}, {Key: "constraints", Val: stringsOf(constraints)},
		}))
		nodes[label] = id
		nodeList = append(nodeList, value.Node(id))
	}
	links, err := connections(ctx)
	if err != nil {
		return err
	}
	for _, l := range links {
		name := ctx.Tx.TypeName(l.typ)
		id := ctx.Virtual.AddRel(name, nodes[l.from], nodes[l.to], value.NewMap([]value.Entry{{Key: "name", Val: value.String(name)}}))
		relList = append(relList, value.Rel(id))
	}
	return emit([]value.Value{value.List(nodeList), value.List(relList)})
}

// rulesOf gives the indexes over a label, by their properties, and its constraints.
func rulesOf(tx *store.Tx, label string) (indexes, constraints []string) {
	for _, ix := range tx.Indexes() {
		if !ix.Rel && ix.Constraint == "" && slices.Contains(ix.Labels, label) {
			indexes = append(indexes, strings.Join(ix.Properties, ","))
		}
	}
	for _, c := range tx.Constraints() {
		if !c.Rel && c.Label == label {
			constraints = append(constraints, c.String())
		}
	}
	return indexes, constraints
}

type link struct{ typ, from, to store.Token }

// connections gives which types connect which labels, by type and labels.
func connections(ctx *Context) ([]link, error) {
	seen := map[link]bool{}
	c := ctx.Tx.Rels()
	n := 0
	for id, ok := c.Next(); ok; id, ok = c.Next() {
		if n++; n%checkEvery == 0 && ctx.Context.Err() != nil {
			return nil, ctx.Context.Err()
		}
		typ := ctx.Tx.RelTypeToken(id)
		start, end := ctx.Tx.RelEnds(id)
		for _, from := range ctx.Tx.NodeLabelTokens(start) {
			for _, to := range ctx.Tx.NodeLabelTokens(end) {
				seen[link{typ, from, to}] = true
			}
		}
	}
	links := make([]link, 0, len(seen))
	for l := range seen {
		links = append(links, l)
	}
	slices.SortFunc(links, func(a, b link) int {
		return slices.Compare([]store.Token{a.typ, a.from, a.to}, []store.Token{b.typ, b.from, b.to})
	})
	return links, nil
}
