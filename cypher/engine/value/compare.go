package value

import (
	"cmp"
	"math"
	"strings"
)

// Unordered is what Compare gives for two numbers one of which is NaN: neither less, equal nor greater.
const Unordered = math.MinInt

// Compare is comparability, what <, <=, > and >= ask: c is negative, zero or positive as a is less than, equal to
// or greater than b. ok is false where the answer is null: a null is met, or the types cannot be compared.
// With NaN on either side ok is true and c is Unordered, for which all four operators are false.
// Less and its siblings read this for you.
func Compare(a, b Value) (c int, ok bool) {
	ka, aScalar := a.ref.(Kind)
	kb, bScalar := b.ref.(Kind)
	if aScalar && bScalar {
		if ka == KindInt && kb == KindInt {
			return cmp.Compare(int64(a.num), int64(b.num)), true
		}
		if isNumber(ka) && isNumber(kb) {
			return compareNumbers(a, b), true
		}
		if ka != kb {
			return 0, false
		}
		return orderSame(a, b, ka), true
	}
	if sa, ok := a.AsString(); ok {
		if sb, ok := b.AsString(); ok {
			return strings.Compare(sa, sb), true
		}
		return 0, false
	}
	if a.ref == nil || b.ref == nil {
		return 0, false
	}
	return compareDeep(a, b)
}

func compareDeep(a, b Value) (c int, ok bool) {
	k := a.Kind()
	if k != b.Kind() {
		return 0, false
	}
	switch k {
	case KindList:
		la, _ := a.AsList()
		lb, _ := b.AsList()
		return compareLists(la, lb)
	case KindMap:
		ma, _ := a.AsMap()
		mb, _ := b.AsMap()
		return compareMaps(ma, mb)
	case KindPoint, KindDuration, KindPath: // only equality is defined
		return 0, Equal(a, b) == True
	}
	return orderSame(a, b, k), true
}

func compareLists(a, b []Value) (c int, ok bool) {
	for i := 0; i < len(a) && i < len(b); i++ {
		if c, ok := Compare(a[i], b[i]); !ok || c == Unordered {
			return 0, false
		} else if c != 0 {
			return c, true
		}
	}
	return cmp.Compare(len(a), len(b)), true
}

func compareMaps(a, b Map) (c int, ok bool) {
	if c := compareKeys(a, b); c != 0 {
		return c, true
	}
	for i := range a {
		if c, ok := Compare(a[i].Val, b[i].Val); !ok || c == Unordered {
			return 0, false
		} else if c != 0 {
			return c, true
		}
	}
	return 0, true
}

// compareKeys orders maps by size, then by their keys.
func compareKeys(a, b Map) int {
	if c := cmp.Compare(len(a), len(b)); c != 0 {
		return c
	}
	for i := range a {
		if c := strings.Compare(a[i].Key, b[i].Key); c != 0 {
			return c
		}
	}
	return 0
}

func compareNumbers(a, b Value) int {
	fa, aFloat := a.AsFloat()
	fb, bFloat := b.AsFloat()
	switch {
	case aFloat && fa != fa, bFloat && fb != fb:
		return Unordered
	case aFloat && bFloat:
		return cmp.Compare(fa, fb)
	case aFloat:
		return -compareIntFloat(int64(b.num), fa)
	case bFloat:
		return compareIntFloat(int64(a.num), fb)
	}
	return cmp.Compare(int64(a.num), int64(b.num))
}

// compareIntFloat compares without rounding; f must not be NaN for order, and is greater if it is.
func compareIntFloat(i int64, f float64) int {
	const two63 = 1 << 63
	switch {
	case f >= two63 || f != f:
		return -1
	case f < -two63:
		return 1
	}
	whole := int64(f)
	if c := cmp.Compare(i, whole); c != 0 {
		return c
	}
	return cmp.Compare(0, f-float64(whole))
}

// Less is a < b.
func Less(a, b Value) Ternary { return compared(a, b, true, false, false) }

// LessEqual is a <= b.
func LessEqual(a, b Value) Ternary { return compared(a, b, true, true, false) }

// Greater is a > b.
func Greater(a, b Value) Ternary { return compared(a, b, false, false, true) }

// GreaterEqual is a >= b.
func GreaterEqual(a, b Value) Ternary { return compared(a, b, false, true, true) }

func compared(a, b Value, less, equal, greater bool) Ternary {
	c, ok := Compare(a, b)
	switch {
	case !ok:
		return Unknown
	case c == Unordered:
		return False
	case c < 0:
		return TernaryOf(less)
	case c == 0:
		return TernaryOf(equal)
	}
	return TernaryOf(greater)
}
