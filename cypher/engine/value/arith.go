package value

import (
	"math"
	"math/bits"

	"guestgraph/cypher/engine/fault"
)

func overflow() error { return fault.New(fault.ArithmeticError, "long overflow") }

func divisionByZero() error { return fault.New(fault.ArithmeticError, "/ by zero") }

// Add is a + b: numbers, temporal values and durations add up, strings join (and join with the text of numbers,
// booleans, temporal values and points), lists join with lists and take up anything else.
func Add(a, b Value) (Value, error) {
	if a.ref == KindInt && b.ref == KindInt {
		x, y := int64(a.num), int64(b.num)
		sum := x + y
		if (sum > x) != (y > 0) {
			return Value{}, overflow()
		}
		return Int(sum), nil
	}
	if x, ok := a.AsNumber(); ok {
		if y, ok := b.AsNumber(); ok {
			return Float(x + y), nil
		}
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	if v, ok := addLists(a, b); ok {
		return v, nil
	}
	if v, ok := addText(a, b); ok {
		return v, nil
	}
	if v, ok, err := addTemporal(a, b); ok || err != nil {
		return v, err
	}
	return Value{}, fault.New(fault.TypeError, "Cannot add `%s` and `%s`", javaName(a), javaName(b))
}

func addLists(a, b Value) (v Value, ok bool) {
	la, aList := a.AsList()
	lb, bList := b.AsList()
	if !aList && !bList {
		return Value{}, false
	}
	if !aList {
		la = []Value{a}
	}
	if !bList {
		lb = []Value{b}
	}
	out := make([]Value, 0, len(la)+len(lb))
	return List(append(append(out, la...), lb...)), true
}

func addText(a, b Value) (v Value, ok bool) {
	sa, aText := a.AsString()
	sb, bText := b.AsString()
	switch {
	case aText && bText:
		return String(sa + sb), true
	case aText:
		if sb, ok := ToString(b); ok {
			return String(sa + sb), true
		}
	case bText:
		if sa, ok := ToString(a); ok {
			return String(sa + sb), true
		}
	}
	return Value{}, false
}

// Concat is a || b: two strings or two lists.
func Concat(a, b Value) (Value, error) {
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	if a.Kind() == b.Kind() && (a.Kind() == KindString || a.Kind() == KindList) {
		return Add(a, b)
	}
	return Value{}, fault.New(fault.TypeError, "Cannot concatenate `%s` and `%s`", javaName(a), javaName(b))
}

// Sub is a - b.
func Sub(a, b Value) (Value, error) {
	if a.ref == KindInt && b.ref == KindInt {
		x, y := int64(a.num), int64(b.num)
		diff := x - y
		if (diff < x) != (y > 0) {
			return Value{}, overflow()
		}
		return Int(diff), nil
	}
	if x, ok := a.AsNumber(); ok {
		if y, ok := b.AsNumber(); ok {
			return Float(x - y), nil
		}
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	if v, ok, err := subTemporal(a, b); ok || err != nil {
		return v, err
	}
	return Value{}, fault.New(fault.TypeError, "Cannot subtract `%s` from `%s`", javaName(b), javaName(a))
}

// Mul is a * b, of numbers, or of a duration and a number.
func Mul(a, b Value) (Value, error) {
	if a.ref == KindInt && b.ref == KindInt {
		return mulInts(int64(a.num), int64(b.num))
	}
	x, aNum := a.AsNumber()
	y, bNum := b.AsNumber()
	if aNum && bNum {
		return Float(x * y), nil
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	if d, ok := a.AsDuration(); ok && bNum {
		return scaled(d.Scale(y))
	}
	if d, ok := b.AsDuration(); ok && aNum {
		return scaled(d.Scale(x))
	}
	return Value{}, fault.New(fault.TypeError, "Cannot multiply `%s` and `%s`", javaName(a), javaName(b))
}

func mulInts(x, y int64) (Value, error) {
	hi, lo := bits.Mul64(uint64(abs(x)), uint64(abs(y))) // |MinInt64| is right as an unsigned number
	negative := (x < 0) != (y < 0)
	switch {
	case hi != 0 || lo > 1<<63 || lo == 1<<63 && !negative:
		return Value{}, overflow()
	case negative:
		return Int(-int64(lo)), nil
	}
	return Int(int64(lo)), nil
}

func abs(x int64) int64 {
	if x < 0 {
		return -x
	}
	return x
}

// Div is a / b: whole toward zero for two integers.
func Div(a, b Value) (Value, error) {
	if a.ref == KindInt && b.ref == KindInt {
		if b.num == 0 {
			return Value{}, divisionByZero()
		}
		return Int(int64(a.num) / int64(b.num)), nil
	}
	x, aNum := a.AsNumber()
	y, bNum := b.AsNumber()
	if aNum && bNum {
		return Float(x / y), nil
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	if d, ok := a.AsDuration(); ok && bNum {
		if b.ref == KindInt && b.num == 0 {
			return Value{}, divisionByZero()
		}
		return scaled(d.Divide(y))
	}
	return Value{}, fault.New(fault.TypeError, "Cannot divide `%s` by `%s`", javaName(a), javaName(b))
}

// Mod is a % b, with the sign of a.
func Mod(a, b Value) (Value, error) {
	if a.ref == KindInt && b.ref == KindInt {
		if b.num == 0 {
			return Value{}, divisionByZero()
		}
		return Int(int64(a.num) % int64(b.num)), nil
	}
	x, aNum := a.AsNumber()
	y, bNum := b.AsNumber()
	if aNum && bNum {
		return Float(math.Mod(x, y)), nil
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	return Value{}, fault.New(fault.TypeError, "Cannot calculate modulus of `%s` and `%s`", javaName(a), javaName(b))
}

// Pow is a ^ b, always a float.
func Pow(a, b Value) (Value, error) {
	x, aNum := a.AsNumber()
	y, bNum := b.AsNumber()
	if aNum && bNum {
		return Float(math.Pow(x, y)), nil
	}
	if a.ref == nil || b.ref == nil {
		return Value{}, nil
	}
	return Value{}, fault.New(fault.TypeError, "Cannot raise `%s` to the power of `%s`", javaName(a), javaName(b))
}

// Neg is -a.
func Neg(a Value) (Value, error) {
	if f, ok := a.AsFloat(); ok {
		return Float(-f), nil
	}
	return Sub(Int(0), a)
}
