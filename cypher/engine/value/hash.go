package value

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"math/bits"
)

var seed = maphash.MakeSeed()

const maxFloat = math.MaxFloat64

// Hash gives equal numbers for Equivalent values. It differs from process to process.
func Hash(v Value) uint64 {
	switch r := v.ref.(type) {
	case nil:
		return 0x9e3779b97f4a7c15
	case Kind:
		if r == KindFloat {
			return hashFloat(math.Float64frombits(v.num))
		}
		return mix(v.num, uint64(r))
	case stringRef:
		s, _ := v.AsString()
		return maphash.String(seed, s)
	case []Value:
		h := uint64(KindList)
		for i := range r {
			h = mix(h, Hash(r[i]))
		}
		return h
	case Map:
		h := uint64(KindMap)
		for i := range r {
			h = mix(mix(h, maphash.String(seed, r[i].Key)), Hash(r[i].Val))
		}
		return h
	case *Path:
		h := uint64(KindPath)
		for _, n := range r.Nodes {
			h = mix(h, uint64(n))
		}
		for _, n := range r.Rels {
			h = mix(h, uint64(n))
		}
		return h
	case []byte:
		return maphash.Bytes(seed, r)
	}
	return hashBoxed(v)
}

func hashBoxed(v Value) uint64 {
	if d, ok := v.AsDateTime(); ok {
		return mix(mix(uint64(d.Sec), uint64(d.Nano)), uint64(KindDateTime))
	}
	if l, ok := v.AsLocalDateTime(); ok {
		return mix(mix(uint64(l.Sec), uint64(l.Nano)), uint64(KindLocalDateTime))
	}
	if d, ok := v.AsDuration(); ok {
		return mix(mix(uint64(d.Months), uint64(d.Days)), mix(uint64(d.Sec), uint64(d.Nano)))
	}
	p, _ := v.AsPoint()
	return mix(mix(floatOrder(p.X), floatOrder(p.Y)), mix(floatOrder(p.Z), uint64(p.SRID)))
}

// hashFloat hashes a float of a whole number as that integer, since the two are equivalent.
func hashFloat(f float64) uint64 {
	if f >= -(1<<63) && f < 1<<63 && float64(int64(f)) == f {
		return mix(uint64(int64(f)), uint64(KindInt))
	}
	return mix(floatOrder(f), uint64(KindFloat))
}

// mix is the multiply-and-fold step of wyhash.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0x2d358dccaa6c78a5, b^0x8bb84b93962eacc9)
	return hi ^ lo
}

// AppendKey appends bytes that are the same exactly for Equivalent values, and whose order, as bytes.Compare has it,
// is Order. A key is never the beginning of another, so keys can be appended to one another and still compare.
func AppendKey(b []byte, v Value) []byte {
	k := v.Kind()
	b = append(b, ranks[k]+1) // 0 ends lists
	switch k {
	case KindBool:
		return append(b, byte(v.num))
	case KindInt:
		return appendNumberKey(b, float64(int64(v.num)), int64(v.num))
	case KindFloat:
		return appendNumberKey(b, math.Float64frombits(v.num), 0)
	case KindString:
		s, _ := v.AsString()
		return appendTextKey(b, s)
	case KindNode, KindRel:
		return binary.BigEndian.AppendUint64(b, v.num)
	case KindDate, KindLocalTime:
		return appendIntKey(b, int64(v.num))
	case KindList:
		l, _ := v.AsList()
		for i := range l {
			b = AppendKey(b, l[i])
		}
		return append(b, 0)
	case KindMap:
		m, _ := v.AsMap()
		return appendMapKey(b, m)
	case KindPath:
		p, _ := v.AsPath()
		return appendPathKey(b, p)
	case KindBytes:
		bs, _ := v.AsBytes()
		return appendTextKey(b, string(bs))
	}
	return appendTemporalKey(b, v, k)
}

func appendTemporalKey(b []byte, v Value, k Kind) []byte {
	switch k {
	case KindTime:
		t, _ := v.AsTime()
		b = appendIntKey(b, int64(t.Local)-int64(t.Offset)*1_000_000_000)
		return appendIntKey(b, int64(t.Offset))
	case KindLocalDateTime:
		l, _ := v.AsLocalDateTime()
		return appendIntKey(appendIntKey(b, l.Sec), int64(l.Nano))
	case KindDateTime:
		d, _ := v.AsDateTime()
		b = appendIntKey(appendIntKey(b, d.Sec), int64(d.Nano))
		b = appendIntKey(b, int64(d.Offset()))
		if !d.Zone.Named() {
			return append(b, 0)
		}
		return appendTextKey(append(b, 1), d.Zone.Name())
	case KindDuration:
		d, _ := v.AsDuration()
		days, sec := d.MeanDays()
		b = appendIntKey(appendIntKey(b, days), sec)
		b = appendIntKey(b, int64(d.Nano))
		return appendIntKey(appendIntKey(b, d.Months), d.Days)
	case KindPoint:
		p, _ := v.AsPoint()
		b = appendIntKey(b, int64(p.SRID))
		for _, f := range [...]float64{p.X, p.Y, p.Z} {
			b = binary.BigEndian.AppendUint64(b, floatOrder(f))
		}
		return b
	}
	return b // null
}

func appendIntKey(b []byte, n int64) []byte {
	return binary.BigEndian.AppendUint64(b, uint64(n)^1<<63)
}

// appendNumberKey appends the nearest float and what an integer i differs from it, at most half the
// float's last place: 2^9 for 64 bits.
func appendNumberKey(b []byte, f float64, i int64) []byte {
	b = binary.BigEndian.AppendUint64(b, floatOrder(f))
	rest := int64(0)
	switch {
	case i == 0:
	case f == 1<<63: // rounded past the last integer
		rest = i - math.MaxInt64 - 1
	default:
		rest = i - int64(f)
	}
	return binary.BigEndian.AppendUint16(b, uint16(rest+1<<15))
}

// appendTextKey ends the text with 00 01 and writes a zero byte in it as 00 FF, so that order is kept.
func appendTextKey(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		b = append(b, s[i])
		if s[i] == 0 {
			b = append(b, 0xff)
		}
	}
	return append(b, 0, 1)
}

func appendMapKey(b []byte, m Map) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(m)))
	for i := range m {
		b = appendTextKey(b, m[i].Key)
	}
	for i := range m {
		b = AppendKey(b, m[i].Val)
	}
	return b
}

func appendPathKey(b []byte, p *Path) []byte {
	if len(p.Nodes) > 0 {
		b = binary.BigEndian.AppendUint32(b, uint32(p.Nodes[0]))
	}
	for _, r := range p.Rels {
		b = binary.BigEndian.AppendUint32(append(b, 1), uint32(r))
	}
	b = append(b, 0)
	for _, n := range p.Nodes {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}
