package value

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value/temporal"
)

// Component is v.name for a point or a temporal value; names of temporal components may be in any case. Each kind has
// a fixed set of names, and any other is an error, as is a component of a value of another kind.
func Component(v Value, name string) (Value, error) {
	if p, ok := v.AsPoint(); ok {
		return p.get(name)
	}
	c, ok := temporalComponent(v, name)
	if ok {
		return c, nil
	}
	switch v.Kind() {
	case KindDate, KindLocalTime, KindTime, KindLocalDateTime, KindDateTime, KindDuration:
	default:
		return Value{}, fault.New(fault.TypeError, "Type mismatch: expected a map but was %s", Describe(v))
	}
	if spelling, known := temporal.ComponentName(name); known {
		c, ok = temporalComponent(v, spelling)
	}
	if !ok {
		return Value{}, fault.New(fault.TypeError, "No such field: %s", name)
	}
	return c, nil
}

func temporalComponent(v Value, name string) (c Value, ok bool) {
	var (
		n    int64
		text string
	)
	switch v.Kind() {
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
	}
	if text != "" {
		return String(text), ok
	}
	return Int(n), ok
}
