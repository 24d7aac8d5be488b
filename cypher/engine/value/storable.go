package value

import "guestgraph/cypher/engine/fault"

// Storable tells why v cannot be a property: nil for scalars, temporal values, points, and lists of one of these
// kinds without nulls. Integers and floats may share a list.
func Storable(v Value) error {
	switch v.Kind() {
	case KindMap, KindNode, KindRel, KindPath:
		return fault.New(fault.TypeError, "Property values can only be of primitive types or arrays thereof. Encountered: %s.", Describe(v))
	case KindList:
		l, _ := v.AsList()
		return storableList(l)
	}
	return nil
}

func storableList(l []Value) error {
	first := KindNull
	for i, e := range l {
		k := e.Kind()
		switch k {
		case KindNull:
			return fault.New(fault.TypeError, "Collections containing null values can not be stored in properties.")
		case KindList:
			return fault.New(fault.TypeError, "Collections containing collections can not be stored in properties.")
		case KindMap, KindNode, KindRel, KindPath, KindBytes:
			return fault.New(fault.TypeError, "Property values can only be of primitive types or arrays thereof. Encountered: %s.", Describe(e))
		}
		if p, ok := e.AsPoint(); ok && i > 0 && k == first {
			if q, _ := l[0].AsPoint(); q.SRID != p.SRID {
				return fault.New(fault.TypeError, "Collections containing point values with different CRS can not be stored in properties.")
			}
		}
		if i == 0 {
			first = k
		} else if k != first && (!isNumber(k) || !isNumber(first)) {
			return fault.New(fault.TypeError, "A list of values of different types can not be stored in properties.")
		}
	}
	return nil
}

// Stored gives the form in which a storable value is kept: the numbers of a list that has a float all become floats.
func Stored(v Value) Value {
	l, ok := v.AsList()
	if !ok {
		return v
	}
	ints, floats := 0, 0
	for _, e := range l {
		switch e.ref {
		case KindInt:
			ints++
		case KindFloat:
			floats++
		}
	}
	if ints == 0 || floats == 0 {
		return v
	}
	out := make([]Value, len(l))
	for i, e := range l {
		f, _ := e.AsNumber()
		out[i] = Float(f)
	}
	return List(out)
}
