package value

import (
	"encoding/binary"
	"errors"
	"math"

	"guestgraph/cypher/engine/value/temporal"
)

// The binary form of a value is a tag byte and what the tag says. Numbers are varints (zigzag where signed), floats 8
// bytes little endian, text a length and its bytes. The tags are part of the store's file format: they never change meaning.
const (
	tagNull byte = iota
	tagFalse
	tagTrue
	tagInt
	tagFloat
	tagString
	tagBytes
	tagList
	tagMap
	tagDate
	tagLocalTime
	tagTime
	tagLocalDateTime
	tagDateTimeOffset
	tagDateTimeZone
	tagDuration
	tagPoint
	tagSmall // tagSmall+n is the integer n, up to 255
)

const maxSmall = int64(255 - tagSmall)

// maxDepth bounds how deep lists and maps may nest in a decoded value.
const maxDepth = 64

var errCorrupt = errors.New("value: corrupt encoding")

// AppendBinary appends the encoding of v. Nodes, relationships and paths have none: they are written as null.
func AppendBinary(b []byte, v Value) []byte {
	switch v.Kind() {
	case KindBool:
		return append(b, tagFalse+byte(v.num))
	case KindInt:
		if i := int64(v.num); i >= 0 && i <= maxSmall {
			return append(b, tagSmall+byte(i))
		}
		return binary.AppendVarint(append(b, tagInt), int64(v.num))
	case KindFloat:
		return binary.LittleEndian.AppendUint64(append(b, tagFloat), v.num)
	case KindString:
		s, _ := v.AsString()
		return appendBlob(append(b, tagString), s)
	case KindBytes:
		bs, _ := v.AsBytes()
		return appendBlob(append(b, tagBytes), bs)
	case KindList:
		l, _ := v.AsList()
		b = binary.AppendUvarint(append(b, tagList), uint64(len(l)))
		for i := range l {
			b = AppendBinary(b, l[i])
		}
		return b
	case KindMap:
		m, _ := v.AsMap()
		b = binary.AppendUvarint(append(b, tagMap), uint64(len(m)))
		for i := range m {
			b = AppendBinary(appendBlob(b, m[i].Key), m[i].Val)
		}
		return b
	}
	return appendTemporalBinary(b, v)
}

func appendBlob[T string | []byte](b []byte, s T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendTemporalBinary(b []byte, v Value) []byte {
	switch v.Kind() {
	case KindDate:
		return binary.AppendVarint(append(b, tagDate), int64(v.num))
	case KindLocalTime:
		return binary.AppendUvarint(append(b, tagLocalTime), v.num)
	case KindTime:
		t, _ := v.AsTime()
		return binary.AppendVarint(binary.AppendUvarint(append(b, tagTime), uint64(t.Local)), int64(t.Offset))
	case KindLocalDateTime:
		l, _ := v.AsLocalDateTime()
		return appendInstant(append(b, tagLocalDateTime), l.Sec, l.Nano)
	case KindDateTime:
		d, _ := v.AsDateTime()
		if d.Zone.Named() {
			return appendBlob(appendInstant(append(b, tagDateTimeZone), d.Sec, d.Nano), d.Zone.Name())
		}
		return binary.AppendVarint(appendInstant(append(b, tagDateTimeOffset), d.Sec, d.Nano), int64(d.Offset()))
	case KindDuration:
		d, _ := v.AsDuration()
		b = binary.AppendVarint(binary.AppendVarint(append(b, tagDuration), d.Months), d.Days)
		return appendInstant(b, d.Sec, d.Nano)
	case KindPoint:
		p, _ := v.AsPoint()
		b = binary.AppendUvarint(append(b, tagPoint), uint64(p.SRID))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.X))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.Y))
		if p.Has3D() {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p.Z))
		}
		return b
	}
	return append(b, tagNull)
}

func appendInstant(b []byte, sec int64, nano int32) []byte {
	return binary.AppendUvarint(binary.AppendVarint(b, sec), uint64(nano))
}

// DecodeBinary reads one value from the start of b and gives what is left of b. The value does not share b's memory.
// Bytes that AppendBinary cannot have written are an error.
func DecodeBinary(b []byte) (v Value, rest []byte, err error) {
	d := decoder{b: b}
	v = d.value(0)
	if d.failed {
		return Value{}, nil, errCorrupt
	}
	return v, d.b, nil
}

// A decoder keeps its first failure: every read after it gives zero.
type decoder struct {
	b      []byte
	failed bool
}

func (d *decoder) fail() { d.failed, d.b = true, nil }

func (d *decoder) byte() byte {
	if len(d.b) == 0 {
		d.fail()
		return 0
	}
	c := d.b[0]
	d.b = d.b[1:]
	return c
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.b)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[size:]
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.b)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[size:]
	return n
}

func (d *decoder) float() float64 {
	if len(d.b) < 8 {
		d.fail()
		return 0
	}
	u := binary.LittleEndian.Uint64(d.b)
	d.b = d.b[8:]
	return math.Float64frombits(u)
}

// blob gives bytes that still belong to the input.
func (d *decoder) blob() []byte {
	n := d.uvarint()
	if n > uint64(len(d.b)) {
		d.fail()
		return nil
	}
	s := d.b[:n]
	d.b = d.b[n:]
	return s
}

// within reads a number that has to be in a range.
func (d *decoder) within(n, lo, hi int64) int64 {
	if n < lo || n > hi {
		d.fail()
		return lo
	}
	return n
}

func (d *decoder) value(depth int) Value {
	if depth > maxDepth {
		d.fail()
		return Value{}
	}
	switch tag := d.byte(); tag {
	case tagNull:
		return Value{}
	case tagFalse, tagTrue:
		return Bool(tag == tagTrue)
	case tagInt:
		return Int(d.varint())
	case tagFloat:
		return Float(d.float())
	case tagString:
		return String(string(d.blob()))
	case tagBytes:
		return Bytes(append([]byte{}, d.blob()...))
	case tagList:
		return d.list(depth)
	case tagMap:
		return d.mapValue(depth)
	default:
		if tag >= tagSmall {
			return Int(int64(tag - tagSmall))
		}
		return d.temporal(tag)
	}
}

// count reads how many parts follow, each of at least size bytes.
func (d *decoder) count(size int) int {
	n := d.uvarint()
	if n > uint64(len(d.b)/size) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) list(depth int) Value {
	l := make([]Value, d.count(1))
	for i := range l {
		if l[i] = d.value(depth + 1); d.failed {
			return Value{}
		}
	}
	return List(l)
}

func (d *decoder) mapValue(depth int) Value {
	m := make(Map, d.count(2))
	for i := range m {
		m[i].Key = string(d.blob())
		m[i].Val = d.value(depth + 1)
		if d.failed || i > 0 && m[i-1].Key >= m[i].Key {
			d.fail()
			return Value{}
		}
	}
	return FromMap(m)
}

func (d *decoder) temporal(tag byte) Value {
	const dayNanos = 86_400_000_000_000
	switch tag {
	case tagDate:
		date := temporal.Date(d.varint())
		if !date.Valid() {
			d.fail()
		}
		return FromDate(date)
	case tagLocalTime:
		return FromLocalTime(temporal.LocalTime(d.within(int64(d.uvarint()), 0, dayNanos-1)))
	case tagTime:
		t := temporal.LocalTime(d.within(int64(d.uvarint()), 0, dayNanos-1))
		return FromTime(temporal.Time{Local: t, Offset: d.offset()})
	case tagLocalDateTime:
		return FromLocalDateTime(d.instant())
	case tagDateTimeOffset:
		i := d.instant()
		return FromDateTime(temporal.DateTime{Sec: i.Sec, Nano: i.Nano, Zone: temporal.FixedZone(d.offset())})
	case tagDateTimeZone:
		i := d.instant()
		zone, err := temporal.NamedZone(string(d.blob()))
		if err != nil {
			d.fail()
			return Value{}
		}
		return FromDateTime(temporal.DateTime{Sec: i.Sec, Nano: i.Nano, Zone: zone})
	case tagDuration:
		months, days := d.varint(), d.varint()
		sec, nano := d.seconds()
		return FromDuration(temporal.Duration{Months: months, Days: days, Sec: sec, Nano: nano})
	}
	return d.point()
}

func (d *decoder) offset() int32 {
	return int32(d.within(d.varint(), -temporal.MaxOffset, temporal.MaxOffset))
}

func (d *decoder) instant() temporal.LocalDateTime {
	sec, nano := d.seconds()
	l := temporal.LocalDateTime{Sec: sec, Nano: nano}
	if !l.Date().Valid() {
		d.fail()
	}
	return l
}

func (d *decoder) seconds() (sec int64, nano int32) {
	sec = d.varint()
	return sec, int32(d.within(int64(d.uvarint()), 0, 999_999_999))
}

func (d *decoder) point() Value {
	p := Point{SRID: int32(d.within(int64(d.uvarint()), 0, math.MaxInt32))}
	switch p.SRID {
	case WGS84, WGS84in3D, Cartesian, Cartesian3D:
	default:
		d.fail()
		return Value{}
	}
	p.X, p.Y = d.float(), d.float()
	if p.Has3D() {
		p.Z = d.float()
	}
	return FromPoint(p)
}
