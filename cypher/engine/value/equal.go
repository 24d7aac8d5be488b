package value

import (
	"bytes"
	"math"
	"slices"
)

// Equal is Cypher's a = b. Null makes it Unknown, also inside lists and maps unless another part already differs;
// NaN equals nothing; an integer equals a float of exactly its value; values of different types are not equal.
func Equal(a, b Value) Ternary {
	ka, aScalar := a.ref.(Kind)
	kb, bScalar := b.ref.(Kind)
	if aScalar && bScalar {
		if ka == kb && ka != KindFloat {
			return TernaryOf(a.num == b.num)
		}
		return equalNumbers(a, b, ka, kb)
	}
	if sa, ok := a.AsString(); ok {
		if sb, ok := b.AsString(); ok {
			return TernaryOf(sa == sb)
		}
	}
	if a.ref == nil || b.ref == nil {
		return Unknown
	}
	return equalDeep(a, b)
}

func equalNumbers(a, b Value, ka, kb Kind) Ternary {
	switch {
	case ka == KindFloat && kb == KindFloat:
		return TernaryOf(math.Float64frombits(a.num) == math.Float64frombits(b.num))
	case ka == KindInt && kb == KindFloat:
		return TernaryOf(compareIntFloat(int64(a.num), math.Float64frombits(b.num)) == 0)
	case ka == KindFloat && kb == KindInt:
		return TernaryOf(compareIntFloat(int64(b.num), math.Float64frombits(a.num)) == 0)
	}
	return False
}

func equalDeep(a, b Value) Ternary {
	k := a.Kind()
	if k != b.Kind() {
		return False
	}
	switch k {
	case KindList:
		la, _ := a.AsList()
		lb, _ := b.AsList()
		return equalLists(la, lb)
	case KindMap:
		ma, _ := a.AsMap()
		mb, _ := b.AsMap()
		return equalMaps(ma, mb)
	case KindBytes:
		ba, _ := a.AsBytes()
		bb, _ := b.AsBytes()
		return TernaryOf(bytes.Equal(ba, bb))
	case KindPath:
		pa, _ := a.AsPath()
		pb, _ := b.AsPath()
		return TernaryOf(slices.Equal(pa.Nodes, pb.Nodes) && slices.Equal(pa.Rels, pb.Rels))
	case KindPoint:
		pa, _ := a.AsPoint()
		pb, _ := b.AsPoint()
		return TernaryOf(*pa == *pb)
	}
	return TernaryOf(orderSame(a, b, k) == 0)
}

func equalLists(a, b []Value) Ternary {
	if len(a) != len(b) {
		return False
	}
	result := True
	for i := range a {
		switch Equal(a[i], b[i]) {
		case False:
			return False
		case Unknown:
			result = Unknown
		}
	}
	return result
}

func equalMaps(a, b Map) Ternary {
	if len(a) != len(b) {
		return False
	}
	for i := range a {
		if a[i].Key != b[i].Key {
			return False
		}
	}
	result := True
	for i := range a {
		switch Equal(a[i].Val, b[i].Val) {
		case False:
			return False
		case Unknown:
			result = Unknown
		}
	}
	return result
}

// Equivalent tells whether DISTINCT and grouping take a and b for the same: as Equal, but null is
// equivalent to null and NaN to NaN.
func Equivalent(a, b Value) bool {
	ka, aScalar := a.ref.(Kind)
	kb, bScalar := b.ref.(Kind)
	if aScalar && bScalar {
		if a.num == b.num && ka == kb {
			return true
		}
		return (ka == KindFloat || kb == KindFloat) && isNumber(ka) && isNumber(kb) && orderNumbers(a, b) == 0
	}
	if sa, ok := a.AsString(); ok {
		sb, ok := b.AsString()
		return ok && sa == sb
	}
	return equivalentDeep(a, b)
}

func equivalentDeep(a, b Value) bool {
	k := a.Kind()
	if k != b.Kind() {
		return false
	}
	switch k {
	case KindList:
		la, _ := a.AsList()
		lb, _ := b.AsList()
		return slices.EqualFunc(la, lb, Equivalent)
	case KindMap:
		ma, _ := a.AsMap()
		mb, _ := b.AsMap()
		return slices.EqualFunc(ma, mb, func(x, y Entry) bool { return x.Key == y.Key && Equivalent(x.Val, y.Val) })
	}
	return Order(a, b) == 0
}

func isNumber(k Kind) bool { return k == KindInt || k == KindFloat }
