package value

import "guestgraph/cypher/engine/fault"

// Component is v.name for a point or a temporal value. A point lacks what it does not have (null); a temporal value
// has a fixed set of names, and any other is an error, as is a component of a value of another kind.
func Component(v Value, name string) (Value, error) {
	var (
		n    int64
		text string
		ok   bool
	)
	switch v.Kind() {
	case KindPoint:
		p, _ := v.AsPoint()
		if c, ok := p.component(name); ok {
			return c, nil
		}
		return Value{}, nil
	case KindDate:
		d, _ := v.AsDate()
		n, ok = d.Component(name)
	case KindLocalTime:
		t, _ := v.AsLocalTime()
		n, ok = t.Component(name)
	case KindTime:
		t, _ := v.AsTime()
		n, text, ok = t.Component(name)
	case KindLocalDateTime:
		l, _ := v.AsLocalDateTime()
		n, ok = l.Component(name)
	case KindDateTime:
		d, _ := v.AsDateTime()
		n, text, ok = d.Component(name)
	case KindDuration:
		d, _ := v.AsDuration()
		n, ok = d.Component(name)
	default:
		return Value{}, fault.New(fault.TypeError, "Type mismatch: expected a map but was %s", Describe(v))
	}
	switch {
	case !ok:
		return Value{}, fault.New(fault.ArgumentError, "No such field: %s", name)
	case text != "":
		return String(text), nil
	}
	return Int(n), nil
}
