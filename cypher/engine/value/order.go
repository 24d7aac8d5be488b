package value

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"
)

// ranks gives the place of each kind in ORDER BY, ascending (openCypher CIP2016-06-14, with the temporal kinds where
// Neo4j has them). Integers and floats share theirs; null comes last.
var ranks = [...]uint8{
	KindMap: 0, KindNode: 1, KindRel: 2, KindList: 3, KindPath: 4, KindBytes: 5, KindPoint: 6,
	KindDateTime: 7, KindLocalDateTime: 8, KindDate: 9, KindTime: 10, KindLocalTime: 11, KindDuration: 12,
	KindString: 13, KindBool: 14, KindInt: 15, KindFloat: 15, KindNull: 16,
}

// Order is orderability, the total order of ORDER BY, min and max: negative, zero or positive as a comes before,
// with or after b. It is zero exactly where Equivalent is true.
func Order(a, b Value) int {
	if a.ref == KindInt && b.ref == KindInt {
		return cmp.Compare(int64(a.num), int64(b.num))
	}
	if sa, ok := a.AsString(); ok {
		if sb, ok := b.AsString(); ok {
			return strings.Compare(sa, sb)
		}
	}
	ka, kb := a.Kind(), b.Kind()
	if ranks[ka] != ranks[kb] {
		return cmp.Compare(ranks[ka], ranks[kb])
	}
	if isNumber(ka) {
		return orderNumbers(a, b)
	}
	return orderSame(a, b, ka)
}

// orderNumbers puts NaN after all other numbers.
func orderNumbers(a, b Value) int {
	if c := compareNumbers(a, b); c != Unordered {
		return c
	}
	return cmp.Compare(boolInt(isNaN(a)), boolInt(isNaN(b)))
}

func isNaN(v Value) bool {
	f, ok := v.AsFloat()
	return ok && f != f
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// orderSame orders two values of the one kind k.
func orderSame(a, b Value, k Kind) int {
	switch k {
	case KindInt, KindFloat:
		return orderNumbers(a, b)
	case KindBool, KindNode, KindRel:
		return cmp.Compare(a.num, b.num)
	case KindDate, KindLocalTime:
		return cmp.Compare(int64(a.num), int64(b.num))
	case KindTime:
		ta, _ := a.AsTime()
		tb, _ := b.AsTime()
		return ta.Compare(tb)
	case KindString:
		sa, _ := a.AsString()
		sb, _ := b.AsString()
		return strings.Compare(sa, sb)
	}
	return orderBoxed(a, b, k)
}

func orderBoxed(a, b Value, k Kind) int {
	switch k {
	case KindLocalDateTime:
		la, _ := a.AsLocalDateTime()
		lb, _ := b.AsLocalDateTime()
		return la.Compare(lb)
	case KindDateTime:
		da, _ := a.AsDateTime()
		db, _ := b.AsDateTime()
		return da.Compare(db)
	case KindDuration:
		da, _ := a.AsDuration()
		db, _ := b.AsDuration()
		return da.Compare(db)
	case KindPoint:
		pa, _ := a.AsPoint()
		pb, _ := b.AsPoint()
		return pa.compare(pb)
	case KindList:
		la, _ := a.AsList()
		lb, _ := b.AsList()
		return slices.CompareFunc(la, lb, Order)
	case KindMap:
		ma, _ := a.AsMap()
		mb, _ := b.AsMap()
		return orderMaps(ma, mb)
	case KindPath:
		pa, _ := a.AsPath()
		pb, _ := b.AsPath()
		return orderPaths(pa, pb)
	case KindBytes:
		ba, _ := a.AsBytes()
		bb, _ := b.AsBytes()
		return bytes.Compare(ba, bb)
	}
	return 0 // null and null
}

func orderMaps(a, b Map) int {
	if c := compareKeys(a, b); c != 0 {
		return c
	}
	for i := range a {
		if c := Order(a[i].Val, b[i].Val); c != 0 {
			return c
		}
	}
	return 0
}

// orderPaths orders by start node, then step by step; a path comes before one that continues it.
func orderPaths(a, b *Path) int {
	if c := slices.Compare(a.Nodes[:min(1, len(a.Nodes))], b.Nodes[:min(1, len(b.Nodes))]); c != 0 {
		return c
	}
	if c := slices.Compare(a.Rels, b.Rels); c != 0 {
		return c
	}
	return slices.Compare(a.Nodes, b.Nodes)
}

// floatOrder maps a float to bits that sort as unsigned integers, NaN last and -0 with 0.
func floatOrder(f float64) uint64 {
	if f == 0 {
		f = 0
	}
	if f != f {
		return math.MaxUint64
	}
	u := math.Float64bits(f)
	if u>>63 != 0 {
		return ^u
	}
	return u | 1<<63
}
