package value

import (
	"slices"
	"strings"
)

// typeNames are Cypher's names, in the order in which a union of types lists them.
var typeNames = [...]struct {
	kind Kind
	name string
}{
	{KindNull, "NULL"}, {KindBool, "BOOLEAN"}, {KindString, "STRING"}, {KindInt, "INTEGER"}, {KindFloat, "FLOAT"},
	{KindDate, "DATE"}, {KindLocalTime, "LOCAL TIME"}, {KindTime, "ZONED TIME"}, {KindLocalDateTime, "LOCAL DATETIME"},
	{KindDateTime, "ZONED DATETIME"}, {KindDuration, "DURATION"}, {KindPoint, "POINT"}, {KindNode, "NODE"},
	{KindRel, "RELATIONSHIP"}, {KindMap, "MAP"}, {KindList, "LIST"}, {KindPath, "PATH"}, {KindBytes, "BYTES"},
}

// String gives the name Cypher has for the kind: INTEGER, ZONED DATETIME.
func (k Kind) String() string {
	for _, t := range typeNames {
		if t.kind == k {
			return t.name
		}
	}
	return "ANY"
}

// TypeName gives Cypher's name of v's type without its parts: LIST for any list.
func TypeName(v Value) string { return v.Kind().String() }

// ValueType gives the most exact type of v, as the function valueType does: LIST<INTEGER NOT NULL> NOT NULL.
func ValueType(v Value) string {
	l, ok := v.AsList()
	switch {
	case v.ref == nil:
		return "NULL"
	case !ok:
		return TypeName(v) + " NOT NULL"
	case len(l) == 0:
		return "LIST<NOTHING> NOT NULL"
	}
	return "LIST<" + unionType(l) + "> NOT NULL"
}

// unionType names the types of a list's elements, each once.
func unionType(l []Value) string {
	type part struct {
		rank int
		name string
	}
	var parts []part
	nullable := false
	for _, e := range l {
		if e.ref == nil {
			nullable = true
			continue
		}
		p := part{slices.IndexFunc(typeNames[:], func(t struct {
			kind Kind
			name string
		}) bool {
			return t.kind == e.Kind()
		}), ValueType(e)}
		if !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return "NULL"
	}
	slices.SortFunc(parts, func(a, b part) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return strings.Compare(a.name, b.name)
	})
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.name
		if nullable {
			names[i] = strings.TrimSuffix(p.name, " NOT NULL")
		}
	}
	return strings.Join(names, " | ")
}

// javaName is the type's name in Neo4j's messages.
func javaName(v Value) string {
	switch v.Kind() {
	case KindInt:
		return "Long"
	case KindFloat:
		return "Double"
	case KindTime:
		return "Time"
	case KindLocalTime:
		return "LocalTime"
	case KindLocalDateTime:
		return "LocalDateTime"
	case KindDateTime:
		return "DateTime"
	}
	name := v.Kind().String()
	return name[:1] + strings.ToLower(name[1:])
}
