package value

import (
	"guestgraph/cypher/engine/fault"
)

// In is x IN list: Unknown where no element equals x but one might. A value that is no list counts as a list of itself.
func In(x, list Value) Ternary {
	if list.ref == nil {
		return Unknown
	}
	l, ok := list.AsList()
	if !ok {
		return Equal(x, list)
	}
	result := False
	for i := range l {
		switch Equal(x, l[i]) {
		case True:
			return True
		case Unknown:
			result = Unknown
		}
	}
	return result
}

// At is container[index]: an element of a list by position, from the end where negative, or a part of a map, node,
// relationship, point or temporal value by name. Null where there is none.
func At(g Graph, container, index Value) (Value, error) {
	if container.ref == nil || index.ref == nil {
		return Value{}, nil
	}
	switch container.Kind() {
	case KindList:
		l, _ := container.AsList()
		i, ok := index.AsInt()
		if !ok {
			return Value{}, fault.New(fault.TypeError, "Cannot access a list '%s' using a non-number index, got %s", Describe(container), Describe(index))
		}
		if i < 0 {
			i += int64(len(l))
		}
		if i < 0 || i >= int64(len(l)) {
			return Value{}, nil
		}
		return l[i], nil
	case KindMap, KindNode, KindRel, KindPoint, KindDate, KindLocalTime, KindTime, KindLocalDateTime, KindDateTime, KindDuration:
		key, ok := index.AsString()
		if !ok {
			return Value{}, fault.New(fault.TypeError, "Cannot access a map '%s' by key '%s': a key is a string", Describe(container), Describe(index))
		}
		return Get(g, container, key)
	}
	return Value{}, fault.New(fault.TypeError, "`%s` is not a collection or a map. Element access is only possible by performing a collection lookup using an integer index, or by performing a map lookup using a string key (found: %s[%s])",
		Describe(container), Describe(container), Describe(index))
}

// Get is v.key: a property of a node or relationship, a value of a map, or a component of a point or temporal value.
// Null where there is none.
func Get(g Graph, v Value, key string) (Value, error) {
	switch r := v.ref.(type) {
	case nil:
		return Value{}, nil
	case Map:
		return r.Get(key), nil
	case Kind:
		switch r {
		case KindNode:
			id := NodeID(v.num)
			if g.NodeDeleted(id) {
				return Value{}, fault.New(fault.EntityNotFound, "Node with id %d has been deleted in this transaction", id)
			}
			return g.NodeProperty(id, key), nil
		case KindRel:
			id := RelID(v.num)
			if g.RelDeleted(id) {
				return Value{}, fault.New(fault.EntityNotFound, "Relationship with id %d has been deleted in this transaction", id)
			}
			return g.RelProperty(id, key), nil
		}
	}
	return Component(v, key)
}

// Slice is list[from..to]; hasFrom and hasTo tell which bounds the query gives.
func Slice(list, from, to Value, hasFrom, hasTo bool) (Value, error) {
	if list.ref == nil || hasFrom && from.ref == nil || hasTo && to.ref == nil {
		return Value{}, nil
	}
	l, ok := list.AsList()
	if !ok {
		l = []Value{list}
	}
	lo, hi := int64(0), int64(len(l))
	if hasFrom {
		if lo, ok = whole(from); !ok {
			return Value{}, sliceFault(from)
		}
		lo = bound(lo, len(l))
	}
	if hasTo {
		if hi, ok = whole(to); !ok {
			return Value{}, sliceFault(to)
		}
		hi = bound(hi, len(l))
	}
	if lo >= hi {
		return List(nil), nil
	}
	return List(l[lo:hi:hi]), nil
}

// whole reads a position; a float counts by its whole part.
func whole(v Value) (int64, bool) {
	if f, ok := v.AsFloat(); ok {
		return int64(f), true
	}
	return v.AsInt()
}

// bound clamps a position, counted from the end where negative, to a list of n.
func bound(i int64, n int) int64 {
	if i < 0 {
		i += int64(n)
	}
	return max(0, min(i, int64(n)))
}

func sliceFault(v Value) error {
	return fault.New(fault.TypeError, "Expected a numeric value but got: %s", Describe(v))
}
