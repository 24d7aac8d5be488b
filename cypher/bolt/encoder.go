package bolt

import (
	"encoding/binary"
	"math"

	"guestgraph/cypher/engine/value"
)

// An encoder appends PackStream to buf. Nothing it writes can fail: sizes are those of values
// already in memory, and PackStream holds any of up to 4 GiB.
type encoder struct {
	buf     []byte
	version version
	utc     bool // date-times as I and i, not F and f
}

func (e *encoder) structHeader(tag byte, fields int) {
	e.buf = append(e.buf, packStruct|byte(fields), tag)
}

// size appends a marker with a length: in the low half of tiny when it fits there, else after
// base, base+1 or base+2 in 8, 16 or 32 bits.
func (e *encoder) size(n int, tiny, base byte) {
	switch {
	case n < 16:
		e.buf = append(e.buf, tiny|byte(n))
	case n < 1<<8:
		e.buf = append(e.buf, base, byte(n))
	case n < 1<<16:
		e.buf = append(e.buf, base+1, byte(n>>8), byte(n))
	default:
		e.buf = binary.BigEndian.AppendUint32(append(e.buf, base+2), uint32(n))
	}
}

func (e *encoder) listHeader(n int) { e.size(n, packTinyList, packList) }
func (e *encoder) mapHeader(n int)  { e.size(n, packTinyMap, packMap) }

func (e *encoder) null() { e.buf = append(e.buf, packNull) }

func (e *encoder) bool(b bool) {
	if b {
		e.buf = append(e.buf, packTrue)
	} else {
		e.buf = append(e.buf, packFalse)
	}
}

func (e *encoder) int(i int64) {
	switch {
	case i >= -16 && i < 1<<7:
		e.buf = append(e.buf, byte(i))
	case i >= -1<<7 && i < 1<<7:
		e.buf = append(e.buf, packInt8, byte(i))
	case i >= -1<<15 && i < 1<<15:
		e.buf = append(e.buf, packInt16, byte(i>>8), byte(i))
	case i >= -1<<31 && i < 1<<31:
		e.buf = binary.BigEndian.AppendUint32(append(e.buf, packInt32), uint32(i))
	default:
		e.buf = binary.BigEndian.AppendUint64(append(e.buf, packInt64), uint64(i))
	}
}

func (e *encoder) float(f float64) {
	e.buf = binary.BigEndian.AppendUint64(append(e.buf, packFloat), math.Float64bits(f))
}

func (e *encoder) string(s string) {
	e.size(len(s), packTinyString, packString)
	e.buf = append(e.buf, s...)
}

func (e *encoder) bytes(b []byte) {
	switch n := len(b); {
	case n < 1<<8:
		e.buf = append(e.buf, packBytes, byte(n))
	case n < 1<<16:
		e.buf = append(e.buf, packBytes+1, byte(n>>8), byte(n))
	default:
		e.buf = binary.BigEndian.AppendUint32(append(e.buf, packBytes+2), uint32(n))
	}
	e.buf = append(e.buf, b...)
}

func (e *encoder) strings(list []string) {
	e.listHeader(len(list))
	for _, s := range list {
		e.string(s)
	}
}

func (e *encoder) mapping(m value.Map, g value.Graph) {
	e.mapHeader(len(m))
	for i := range m {
		e.string(m[i].Key)
		e.value(m[i].Val, g)
	}
}

// value appends any value; g gives what nodes, relationships and paths stand for.
func (e *encoder) value(v value.Value, g value.Graph) {
	switch v.Kind() {
	case value.KindNull:
		e.null()
	case value.KindBool:
		b, _ := v.AsBool()
		e.bool(b)
	case value.KindInt:
		i, _ := v.AsInt()
		e.int(i)
	case value.KindFloat:
		f, _ := v.AsFloat()
		e.float(f)
	case value.KindString:
		s, _ := v.AsString()
		e.string(s)
	case value.KindBytes:
		b, _ := v.AsBytes()
		e.bytes(b)
	case value.KindList:
		l, _ := v.AsList()
		e.listHeader(len(l))
		for i := range l {
			e.value(l[i], g)
		}
	case value.KindMap:
		m, _ := v.AsMap()
		e.mapping(m, g)
	case value.KindNode:
		id, _ := v.AsNode()
		e.node(id, g)
	case value.KindRel:
		id, _ := v.AsRel()
		e.relationship(id, g)
	case value.KindPath:
		p, _ := v.AsPath()
		e.path(p, g)
	default:
		e.temporal(v)
	}
}
