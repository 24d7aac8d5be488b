package value

import "guestgraph/cypher/engine/value/temporal"

// addTemporal adds durations to durations and to temporal values, from either side.
func addTemporal(a, b Value) (v Value, ok bool, err error) {
	d, aDuration := a.AsDuration()
	e, bDuration := b.AsDuration()
	switch {
	case aDuration && bDuration:
		v, err = scaled(d.Add(e))
		return v, err == nil, err
	case aDuration:
		return shift(b, d)
	case bDuration:
		return shift(a, e)
	}
	return Value{}, false, nil
}

func subTemporal(a, b Value) (v Value, ok bool, err error) {
	e, ok := b.AsDuration()
	if !ok {
		return Value{}, false, nil
	}
	n, err := e.Negate()
	if err != nil {
		return Value{}, false, err
	}
	if d, ok := a.AsDuration(); ok {
		v, err = scaled(d.Add(n))
		return v, err == nil, err
	}
	return shift(a, n)
}

// shift moves a temporal value; ok is false for any other kind.
func shift(v Value, d temporal.Duration) (out Value, ok bool, err error) {
	switch v.Kind() {
	case KindDate:
		x, _ := v.AsDate()
		x, err = x.Add(d)
		out = FromDate(x)
	case KindLocalTime:
		x, _ := v.AsLocalTime()
		out = FromLocalTime(x.Add(d))
	case KindTime:
		x, _ := v.AsTime()
		x.Local = x.Local.Add(d)
		out = FromTime(x)
	case KindLocalDateTime:
		x, _ := v.AsLocalDateTime()
		x, err = x.Add(d)
		out = FromLocalDateTime(x)
	case KindDateTime:
		x, _ := v.AsDateTime()
		x, err = x.Add(d)
		out = FromDateTime(x)
	default:
		return Value{}, false, nil
	}
	if err != nil {
		return Value{}, false, err
	}
	return out, true, nil
}

func scaled(d temporal.Duration, err error) (Value, error) {
	if err != nil {
		return Value{}, err
	}
	return FromDuration(d), nil
}
