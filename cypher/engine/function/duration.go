package function

import (
	"math"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func fromEpoch() []*Function {
	const cat = "Temporal"
	return []*Function{
		{
			Name: "datetime.fromepoch", Category: cat,
			Signature:   "datetime.fromepoch(seconds :: INTEGER | FLOAT, nanoseconds :: INTEGER | FLOAT) :: ZONED DATETIME",
			Description: "The instant that many seconds and nanoseconds after 1970-01-01T00:00Z.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true,
			Call: func(_ *Context, args []value.Value) (value.Value, error) {
				sec, err := epochArg("datetime.fromepoch", args, 0)
				if err != nil {
					return null, err
				}
				nanos, err := epochArg("datetime.fromepoch", args, 1)
				if err == nil && (nanos < 0 || nanos > 999_999_999) {
					err = argumentError("Invalid nanosecond: %d", nanos)
				}
				d := temporal.DateTime{Sec: sec, Nano: int32(nanos), Zone: temporal.UTC}
				if err == nil {
					err = inRange(d)
				}
				return value.FromDateTime(d), err
			},
		},
		{
			Name: "datetime.fromepochmillis", Category: cat,
			Signature:   "datetime.fromepochmillis(milliseconds :: INTEGER | FLOAT) :: ZONED DATETIME",
			Description: "The instant that many milliseconds after 1970-01-01T00:00Z.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true,
			Call: func(_ *Context, args []value.Value) (value.Value, error) {
				n, err := epochArg("datetime.fromepochmillis", args, 0)
				return value.FromDateTime(epochMillis(n)), err
			},
		},
	}
}

func epochArg(name string, args []value.Value, at int) (int64, error) {
	if n, ok := args[at].AsInt(); ok {
		return n, nil
	}
	if _, isNumber := args[at].AsNumber(); isNumber || args[at].IsNull() {
		return 0, invalidCall(name, args)
	}
	return 0, typeError("Can't coerce `%s` to Number", value.Describe(args[at]))
}

func epochMillis(n int64) temporal.DateTime {
	sec, milli := n/1000, n%1000
	if milli < 0 {
		sec, milli = sec-1, milli+1000
	}
	return temporal.DateTime{Sec: sec, Nano: int32(milli) * 1_000_000, Zone: temporal.UTC}
}

func inRange(d temporal.DateTime) error {
	if !d.Local().Date().Valid() {
		return argumentError("Instant exceeds minimum or maximum instant")
	}
	return nil
}

func durations() []*Function {
	const cat = "Temporal"
	between := func(name, description string, f func(a, b temporal.Moment) (temporal.Duration, error)) *Function {
		return &Function{
			Name: name, Category: cat, Signature: name + "(from :: ANY, to :: ANY) :: DURATION", Description: description,
			MinArgs: 2, MaxArgs: 2, Deterministic: true,
			Call: strict(func(_ *Context, args []value.Value) (value.Value, error) {
				from, err1 := momentOf(args[0])
				to, err2 := momentOf(args[1])
				if err1 != nil || err2 != nil {
					return null, invalidCall(name, args)
				}
				d, err := f(from, to)
				return value.FromDuration(d), err
			}),
		}
	}
	return []*Function{
		{
			Name: "duration", Category: cat, Signature: "duration(input :: ANY) :: DURATION",
			Description: "A duration, made of text or of a map of its parts.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(duration),
		},
		between("duration.between", "The time from one instant to another in months, days and seconds.",
			func(a, b temporal.Moment) (temporal.Duration, error) { return temporal.Between(a, b), nil }),
		between("duration.inDays", "The time from one instant to another in whole days.", temporal.DaysBetween),
		between("duration.inMonths", "The time from one instant to another in whole months.", temporal.MonthsBetween),
		between("duration.inSeconds", "The time from one instant to another in seconds.",
			func(a, b temporal.Moment) (temporal.Duration, error) { return temporal.SecondsBetween(a, b), nil }),
	}
}

func duration(_ *Context, args []value.Value) (value.Value, error) {
	if s, ok := args[0].AsString(); ok {
		d, err := temporal.ParseDuration(s)
		return value.FromDuration(d), err
	}
	m, ok := args[0].AsMap()
	switch {
	case !ok:
		return null, invalidCall("duration", args)
	case len(m) == 0:
		return null, argumentError("At least one temporal unit must be specified.")
	}
	var units temporal.DurationUnits
	for _, e := range m {
		unit := units.DurationUnit(e.Key)
		if unit == nil {
			return null, argumentError("Unknown field: %s", e.Key)
		}
		if err := setAmount(unit, e); err != nil {
			return null, err
		}
	}
	d, err := units.Duration()
	return value.FromDuration(d), err
}

func setAmount(a *temporal.Amount, e value.Entry) error {
	if n, ok := e.Val.AsInt(); ok {
		a.Whole = n
		return nil
	}
	f, ok := e.Val.AsFloat()
	if !ok {
		return argumentError("%s must be a number value, but was a %s", e.Key, value.TypeName(e.Val))
	}
	whole, frac := math.Modf(f)
	if !(math.Abs(whole) < 1<<63) {
		return fault.New(fault.ArithmeticError, "long overflow")
	}
	a.Whole, a.Frac = int64(whole), frac
	return nil
}
