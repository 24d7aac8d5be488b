package value

import (
	"slices"
	"strings"
)

type typeName struct {
	kind Kind
	name string
}

// typeNames are Cypher's names, in the order in which a union of types lists them.
var typeNames = [...]typeName{
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

// ExactType gives the most exact type of v, as the function valueType does: LIST<INTEGER NOT NULL> NOT NULL.
func ExactType(v Value) string { return exactType(v).text(false) }

// An exact is the type of a value: its kind and, of a list, the types of its elements.
type exact struct {
	kind     Kind
	elems    []exact // in order, none within another
	nullable bool    // an element is null
}

func exactType(v Value) exact {
	t := exact{kind: v.Kind()}
	l, _ := v.AsList()
	for _, e := range l {
		if e.ref == nil {
			t.nullable = true
			continue
		}
		t.add(exactType(e))
	}
	slices.SortFunc(t.elems, exact.compare)
	return t
}

// add notes the type of an element, unless one that is there includes it.
func (t *exact) add(e exact) {
	for _, other := range t.elems {
		if other.includes(e) {
			return
		}
	}
	t.elems = append(slices.DeleteFunc(t.elems, e.includes), e)
}

func (t exact) includes(o exact) bool {
	if t.kind != o.kind || o.nullable && !t.nullable {
		return false
	}
	for _, e := range o.elems {
		if !slices.ContainsFunc(t.elems, func(x exact) bool { return x.includes(e) }) {
			return false
		}
	}
	return true
}

func (t exact) compare(o exact) int {
	if c := t.rank() - o.rank(); c != 0 {
		return c
	}
	return slices.CompareFunc(t.elems, o.elems, exact.compare)
}

func (t exact) rank() int {
	return slices.IndexFunc(typeNames[:], func(n typeName) bool { return n.kind == t.kind })
}

func (t exact) text(nullable bool) string {
	s := t.kind.String()
	if t.kind == KindNull {
		return s
	}
	if t.kind == KindList {
		inner := make([]string, len(t.elems))
		for i, e := range t.elems {
			inner[i] = e.text(t.nullable)
		}
		switch {
		case len(inner) > 0:
			s = "LIST<" + strings.Join(inner, " | ") + ">"
		case t.nullable:
			s = "LIST<NULL>"
		default:
			s = "LIST<NOTHING>"
		}
	}
	if nullable {
		return s
	}
	return s + " NOT NULL"
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
