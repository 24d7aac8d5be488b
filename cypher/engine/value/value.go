// Package value holds Cypher's values: their kinds, three-valued equality, comparability,
// orderability and arithmetic, as openCypher 9 and Neo4j 5 define them
// (CIP2016-06-14 "Comparability, equality, orderability, equivalence").
package value

import (
	"math"
	"unsafe"

	"guestgraph/cypher/engine/value/temporal"
)

// A Kind is the type of a Value.
type Kind uint8

// The kinds of values.
const (
	KindNull Kind = iota
	KindBool
	KindInt
	KindFloat
	KindString
	KindBytes
	KindList
	KindMap
	KindNode
	KindRel
	KindPath
	KindDate
	KindLocalTime
	KindTime
	KindLocalDateTime
	KindDateTime
	KindDuration
	KindPoint
)

// NodeID numbers a node inside one store, from 0. 32 bits keep adjacency lists small; a store of more than
// 4 billion nodes would not fit memory.
type NodeID uint32

// RelID numbers a relationship inside one store, from 0.
type RelID uint32

// A Value is any Cypher value. The zero Value is null. A Value is 24 bytes and holds booleans,
// numbers, strings and references to nodes and relationships without allocating: num holds the
// number, id or string length, and ref holds the Kind (scalars), the string's bytes, or a pointer.
type Value struct {
	num uint64
	ref any
}

type stringRef *byte

// Bool makes a boolean.
func Bool(b bool) Value {
	if b {
		return Value{1, KindBool}
	}
	return Value{0, KindBool}
}

// Int makes an INTEGER.
func Int(i int64) Value { return Value{uint64(i), KindInt} }

// Float makes a FLOAT.
func Float(f float64) Value { return Value{math.Float64bits(f), KindFloat} }

// String makes a STRING.
func String(s string) Value { return Value{uint64(len(s)), stringRef(unsafe.StringData(s))} }

// Bytes makes a byte array, which Bolt carries and no Cypher expression makes.
func Bytes(b []byte) Value { return Value{0, b} }

// List makes a LIST that shares l; l must not change afterwards.
func List(l []Value) Value { return Value{0, l} }

// FromMap makes a MAP that shares m; m must not change afterwards.
func FromMap(m Map) Value { return Value{0, m} }

// Node makes a reference to a node.
func Node(id NodeID) Value { return Value{uint64(id), KindNode} }

// Rel makes a reference to a relationship.
func Rel(id RelID) Value { return Value{uint64(id), KindRel} }

// FromPath makes a PATH.
func FromPath(p *Path) Value { return Value{0, p} }

// Kind tells the type of v.
func (v Value) Kind() Kind {
	switch r := v.ref.(type) {
	case nil:
		return KindNull
	case Kind:
		return r
	case stringRef:
		return KindString
	case []Value:
		return KindList
	case Map:
		return KindMap
	case *Path:
		return KindPath
	case *temporal.Zone, *temporal.DateTime:
		return KindDateTime
	case *temporal.LocalDateTime:
		return KindLocalDateTime
	case *temporal.Duration:
		return KindDuration
	case *Point:
		return KindPoint
	case []byte:
		return KindBytes
	}
	panic("value: unknown representation")
}

// IsNull tells whether v is null.
func (v Value) IsNull() bool { return v.ref == nil }

// AsBool gives the boolean; ok is false for any other kind.
func (v Value) AsBool() (b, ok bool) { return v.num != 0, v.ref == KindBool }

// AsInt gives the integer; ok is false for any other kind.
func (v Value) AsInt() (i int64, ok bool) { return int64(v.num), v.ref == KindInt }

// AsFloat gives the float; ok is false for any other kind, integers included.
func (v Value) AsFloat() (f float64, ok bool) {
	return math.Float64frombits(v.num), v.ref == KindFloat
}

// AsNumber gives an integer or a float as a float; ok is false for any other kind.
func (v Value) AsNumber() (f float64, ok bool) {
	switch v.ref {
	case KindInt:
		return float64(int64(v.num)), true
	case KindFloat:
		return math.Float64frombits(v.num), true
	}
	return 0, false
}

// AsString gives the string; ok is false for any other kind.
func (v Value) AsString() (s string, ok bool) {
	p, ok := v.ref.(stringRef)
	if !ok {
		return "", false
	}
	return unsafe.String((*byte)(p), int(v.num)), true
}

// AsBytes gives the byte array; ok is false for any other kind.
func (v Value) AsBytes() (b []byte, ok bool) { b, ok = v.ref.([]byte); return b, ok }

// AsList gives the list, which must not be changed; ok is false for any other kind.
func (v Value) AsList() (l []Value, ok bool) { l, ok = v.ref.([]Value); return l, ok }

// AsMap gives the map, which must not be changed; ok is false for any other kind.
func (v Value) AsMap() (m Map, ok bool) { m, ok = v.ref.(Map); return m, ok }

// AsNode gives the node's id; ok is false for any other kind.
func (v Value) AsNode() (id NodeID, ok bool) { return NodeID(v.num), v.ref == KindNode }

// AsRel gives the relationship's id; ok is false for any other kind.
func (v Value) AsRel() (id RelID, ok bool) { return RelID(v.num), v.ref == KindRel }

// AsPath gives the path; ok is false for any other kind.
func (v Value) AsPath() (p *Path, ok bool) { p, ok = v.ref.(*Path); return p, ok }
