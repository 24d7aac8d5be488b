package check

import (
	"math/bits"
	"strings"

	"guestgraph/cypher/engine/value"
)

// A kinds is a set of kinds of values.
type kinds uint32

// The kinds, in the order in which Neo4j lists them in messages.
const (
	kBoolean kinds = 1 << iota
	kFloat
	kInteger
	kMap
	kNode
	kPath
	kRelationship
	kPoint
	kString
	kDuration
	kDate
	kTime
	kLocalTime
	kLocalDateTime
	kDateTime
	kList
	kAny = 1<<iota - 1

	kNumber   = kFloat | kInteger
	kEntity   = kNode | kRelationship
	kMapLike  = kMap | kEntity
	kInstant  = kDate | kTime | kLocalTime | kLocalDateTime | kDateTime
	kStorable = kBoolean | kNumber | kString | kPoint | kDuration | kInstant | kList
	kHasKeys  = kMapLike | kPoint | kDuration | kInstant
)

var kindNames = [...]string{
	"Boolean", "Float", "Integer", "Map", "Node", "Path", "Relationship", "Point", "String", "Duration", "Date", "Time",
	"LocalTime", "LocalDateTime", "DateTime", "List<T>",
}

// A typ is what a value can be: of one of kinds; elem is what the elements of a list can be, nil for anything.
type typ struct {
	kinds kinds
	elem  *typ
}

var anything = typ{kinds: kAny}

func just(k kinds) typ { return typ{kinds: k} }

func listOf(elem typ) typ {
	if elem.kinds == kAny {
		return typ{kinds: kList}
	}
	return typ{kinds: kList, elem: &elem}
}

// element gives what the elements of a list of type t can be.
func (t typ) element() typ {
	if t.elem == nil {
		return anything
	}
	return *t.elem
}

// equal tells whether two types are the same.
func (t typ) equal(u typ) bool {
	if t.kinds != u.kinds || (t.elem == nil) != (u.elem == nil) {
		return false
	}
	return t.elem == nil || t.elem.equal(*u.elem)
}

// fits tells whether a value of type t can be a u: an integer passes for a float, a list for another
// if its elements do.
func (t typ) fits(u typ) bool {
	if u.kinds&kFloat != 0 {
		u.kinds |= kInteger
	}
	common := t.kinds & u.kinds
	if t.kinds == 0 {
		return true // nothing is known
	}
	if common != kList {
		return common != 0
	}
	if t.elem == nil || u.elem == nil {
		return true
	}
	return t.elem.fits(*u.elem)
}

// join gives the type of a value that is either a t or a u, as in [t, u]. Like Neo4j it gives up on
// values that have nothing in common.
func join(t, u typ) typ {
	switch {
	case t.equal(u):
		return t
	case (t.kinds|u.kinds)&^kNumber == 0:
		return just(t.kinds | u.kinds)
	case t.kinds == kList && u.kinds == kList:
		return listOf(join(t.element(), u.element()))
	}
	return anything
}

// String names the type as Neo4j does: "Float or Integer", "List<Node>".
func (t typ) String() string {
	if t.kinds == kAny {
		return "Any"
	}
	var names []string
	for k := t.kinds; k != 0; k &= k - 1 {
		i := bits.TrailingZeros32(uint32(k))
		name := kindNames[i]
		if kinds(1)<<i == kList && t.elem != nil {
			name = "List<" + t.elem.String() + ">"
		}
		names = append(names, name)
	}
	last := len(names) - 1
	if last <= 0 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// literalType gives the type of a literal; null can be anything.
func literalType(v value.Value) typ {
	switch v.Kind() {
	case value.KindBool:
		return just(kBoolean)
	case value.KindInt:
		return just(kInteger)
	case value.KindFloat:
		return just(kFloat)
	case value.KindString:
		return just(kString)
	}
	return anything
}

// parseType reads a type as signatures write it: INTEGER | FLOAT, LIST<STRING>, ZONED DATETIME.
// What it does not know can be anything.
func parseType(s string) typ {
	var t typ
	for _, part := range splitTop(s, '|') {
		u := parseSingle(strings.TrimSpace(part))
		t.kinds |= u.kinds
		if u.elem != nil {
			t.elem = u.elem
		}
	}
	return t
}

func parseSingle(s string) typ {
	s = strings.TrimSuffix(s, " NOT NULL")
	if inner, ok := strings.CutPrefix(s, "LIST<"); ok && strings.HasSuffix(inner, ">") {
		return listOf(parseType(strings.TrimSuffix(inner, ">")))
	}
	if k, ok := typeKinds[s]; ok {
		return just(k)
	}
	return anything
}

var typeKinds = map[string]kinds{
	"BOOLEAN": kBoolean, "FLOAT": kFloat, "INTEGER": kInteger, "NUMBER": kNumber, "MAP": kMapLike, "NODE": kNode, "PATH": kPath,
	"RELATIONSHIP": kRelationship, "POINT": kPoint, "STRING": kString, "DURATION": kDuration, "DATE": kDate,
	"ZONED TIME": kTime, "LOCAL TIME": kLocalTime, "LOCAL DATETIME": kLocalDateTime, "ZONED DATETIME": kDateTime,
}

// splitTop splits s at each sep outside of <>, [] and ().
func splitTop(s string, sep byte) []string {
	var parts []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '<', '[', '(':
			depth++
		case '>', ']', ')':
			depth--
		case sep:
			if depth == 0 {
				parts = append(parts, s[from:i])
				from = i + 1
			}
		}
	}
	return append(parts, s[from:])
}
