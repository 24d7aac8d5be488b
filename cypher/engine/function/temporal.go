package function

import (
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

// A temporalKind is one of the five types of instants and how its functions make it.
type temporalKind struct {
	kind                    value.Kind
	name, title, describe   string
	hasDate, hasTime, zoned bool

	at    func(t time.Time, z *temporal.Zone) value.Value
	parse func(ctx *Context, s string) (value.Value, error)
	from  func(ctx *Context, v value.Value) (value.Value, error) // of another temporal value
	build func(ctx *Context, b *builder) (value.Value, error)
}

func temporals() []*Function {
	var all []*Function
	for _, k := range temporalKinds() {
		all = append(all, k.functions()...)
	}
	return append(all, durations()...)
}

// momentOf takes a temporal value apart.
func momentOf(v value.Value) (m temporal.Moment, err error) {
	switch v.Kind() {
	case value.KindDate:
		m.Date, m.HasDate = v.AsDate()
	case value.KindLocalTime:
		m.Time, m.HasTime = v.AsLocalTime()
	case value.KindTime:
		t, _ := v.AsTime()
		m.Time, m.HasTime, m.Zone = t.Local, true, temporal.FixedZone(t.Offset)
	case value.KindLocalDateTime:
		l, _ := v.AsLocalDateTime()
		m = temporal.Moment{Date: l.Date(), HasDate: true, Time: l.Time(), HasTime: true}
	case value.KindDateTime:
		d, _ := v.AsDateTime()
		l := d.Local()
		m = temporal.Moment{Date: l.Date(), HasDate: true, Time: l.Time(), HasTime: true, Zone: d.Zone}
	default:
		return m, typeError("Cannot construct a temporal value from: %s", value.Describe(v))
	}
	return m, nil
}

func dateOf(v value.Value) (temporal.Date, error) {
	m, err := momentOf(v)
	if err == nil && !m.HasDate {
		err = typeError("Cannot get the date of: %s", value.Describe(v))
	}
	return m.Date, err
}

func timeOf(v value.Value) (temporal.LocalTime, error) {
	m, err := momentOf(v)
	if err == nil && !m.HasTime {
		err = typeError("Cannot get the time of: %s", value.Describe(v))
	}
	return m.Time, err
}

// offsetOf gives the offset of a time or a date-time.
func offsetOf(v value.Value) (offset int32, ok bool) {
	if t, ok := v.AsTime(); ok {
		return t.Offset, true
	}
	if d, ok := v.AsDateTime(); ok {
		return d.Offset(), true
	}
	return 0, false
}

// invalidCall is the error of a temporal function whose arguments fit none of its forms.
func invalidCall(name string, args []value.Value) error {
	b := []byte("Invalid call signature for " + name + ": Provided input was [")
	for i := range args {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, value.Describe(args[i])...)
	}
	return fault.New(fault.ProcedureCallFailed, "%s].", b)
}

func (k *temporalKind) functions() []*Function {
	const cat = "Temporal"
	clock := func(name, which string, now func(ctx *Context) time.Time) *Function {
		return &Function{
			Name: k.name + "." + name, Category: cat,
			Signature:   k.name + "." + name + "(timezone = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: " + k.title,
			Description: "The current " + k.describe + ", by the clock of the " + which + ".",
			MaxArgs:     1, Call: func(ctx *Context, args []value.Value) (value.Value, error) { return k.now(ctx, now(ctx), args) },
		}
	}
	all := []*Function{
		{
			Name: k.name, Category: cat, Signature: k.name + "(input = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: " + k.title,
			Description: "A " + k.describe + ", made of text, of a map of its parts or of another temporal value; the current one without an argument.",
			MaxArgs:     1, Call: k.make,
		},
		clock("realtime", "machine", func(ctx *Context) time.Time { return ctx.clock() }),
		clock("statement", "statement", func(ctx *Context) time.Time { return ctx.Now }),
		clock("transaction", "transaction", func(ctx *Context) time.Time { return ctx.TxNow }),
		{
			Name: k.name + ".truncate", Category: cat,
			Signature:   k.name + ".truncate(unit :: STRING, input = DEFAULT_TEMPORAL_ARGUMENT :: ANY, fields = null :: MAP) :: " + k.title,
			Description: "The start of the unit of time that the input is in, with the given fields set after that.",
			MinArgs:     1, MaxArgs: 3, Call: k.truncate,
		},
	}
	if k.kind == value.KindDateTime {
		all = append(all, fromEpoch()...)
	}
	return all
}

// now gives the current value in the zone the argument names, or the default zone.
func (k *temporalKind) now(ctx *Context, t time.Time, args []value.Value) (value.Value, error) {
	zone := ctx.zone()
	if len(args) == 1 {
		name, ok := args[0].AsString()
		switch {
		case args[0].IsNull():
			return null, nil
		case !ok:
			return null, invalidCall(k.name, args)
		}
		var err error
		if zone, err = temporal.ParseZone(name); err != nil {
			return null, err
		}
	}
	return k.at(t, zone), nil
}

// make is the function of the kind's name.
func (k *temporalKind) make(ctx *Context, args []value.Value) (value.Value, error) {
	if len(args) == 0 {
		return k.at(ctx.Now, ctx.zone()), nil
	}
	switch v := args[0]; v.Kind() {
	case value.KindNull:
		return null, nil
	case value.KindString:
		s, _ := v.AsString()
		return k.parse(ctx, s)
	case value.KindMap:
		m, _ := v.AsMap()
		return k.fromMap(ctx, m)
	case value.KindDate, value.KindLocalTime, value.KindTime, value.KindLocalDateTime, value.KindDateTime:
		return k.from(ctx, v)
	}
	return null, invalidCall(k.name, args)
}

func (k *temporalKind) fromMap(ctx *Context, m value.Map) (value.Value, error) {
	b, err := k.read(m)
	switch {
	case err != nil:
		return null, err
	case b.zone != nil && len(m) == 1:
		return k.at(ctx.Now, b.zone), nil
	case b.zone != nil && !k.zoned:
		return null, typeError("Cannot assign time zone if also assigning other fields.")
	}
	return k.build(ctx, b)
}
