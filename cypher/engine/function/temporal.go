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

func temporalKinds() []*temporalKind {
	return []*temporalKind{
		{
			kind: value.KindDate, name: "date", title: "DATE", describe: "date", hasDate: true,
			at: func(t time.Time, z *temporal.Zone) value.Value {
				return value.FromDate(temporal.DateTimeOf(t, z).Local().Date())
			},
			parse: func(_ *Context, s string) (value.Value, error) {
				d, err := temporal.ParseDate(s)
				return value.FromDate(d), err
			},
			from: func(_ *Context, v value.Value) (value.Value, error) {
				d, err := dateOf(v)
				return value.FromDate(d), err
			},
			build: func(_ *Context, b *builder) (value.Value, error) {
				d, err := b.buildDate()
				return value.FromDate(d), err
			},
		},
		{
			kind: value.KindDateTime, name: "datetime", title: "ZONED DATETIME", describe: "instant, seen in a time zone",
			hasDate: true, hasTime: true, zoned: true,
			at: func(t time.Time, z *temporal.Zone) value.Value { return value.FromDateTime(temporal.DateTimeOf(t, z)) },
			parse: func(ctx *Context, s string) (value.Value, error) {
				d, err := temporal.ParseDateTime(s, ctx.zone())
				return value.FromDateTime(d), err
			},
			from: func(ctx *Context, v value.Value) (value.Value, error) {
				m, err := momentOf(v)
				if err != nil || !m.HasDate || !m.HasTime {
					return null, typeError("Cannot select datetime from: %s", value.Describe(v))
				}
				if m.Zone != nil {
					return v, nil
				}
				return value.FromDateTime(temporal.NewDateTime(temporal.NewLocalDateTime(m.Date, m.Time), ctx.zone())), nil
			},
			build: func(ctx *Context, b *builder) (value.Value, error) {
				d, err := b.buildDateTime(ctx)
				return value.FromDateTime(d), err
			},
		},
		{
			kind: value.KindLocalDateTime, name: "localdatetime", title: "LOCAL DATETIME", describe: "date and time without a zone",
			hasDate: true, hasTime: true,
			at: func(t time.Time, z *temporal.Zone) value.Value {
				return value.FromLocalDateTime(temporal.DateTimeOf(t, z).Local())
			},
			parse: func(_ *Context, s string) (value.Value, error) {
				l, err := temporal.ParseLocalDateTime(s)
				return value.FromLocalDateTime(l), err
			},
			from: func(_ *Context, v value.Value) (value.Value, error) {
				d, err := dateOf(v)
				if err != nil {
					return null, err
				}
				t, err := timeOf(v)
				return value.FromLocalDateTime(temporal.NewLocalDateTime(d, t)), err
			},
			build: func(_ *Context, b *builder) (value.Value, error) {
				l, err := b.buildLocalDateTime()
				return value.FromLocalDateTime(l), err
			},
		},
		{
			kind: value.KindLocalTime, name: "localtime", title: "LOCAL TIME", describe: "time of day without a zone", hasTime: true,
			at: func(t time.Time, z *temporal.Zone) value.Value {
				return value.FromLocalTime(temporal.DateTimeOf(t, z).Local().Time())
			},
			parse: func(_ *Context, s string) (value.Value, error) {
				t, err := temporal.ParseLocalTime(s)
				return value.FromLocalTime(t), err
			},
			from: func(_ *Context, v value.Value) (value.Value, error) {
				t, err := timeOf(v)
				return value.FromLocalTime(t), err
			},
			build: func(_ *Context, b *builder) (value.Value, error) {
				t, err := b.buildTime()
				return value.FromLocalTime(t), err
			},
		},
		{
			kind: value.KindTime, name: "time", title: "ZONED TIME", describe: "time of day with an offset from UTC", hasTime: true, zoned: true,
			at: func(t time.Time, z *temporal.Zone) value.Value {
				d := temporal.DateTimeOf(t, z)
				return value.FromTime(temporal.Time{Local: d.Local().Time(), Offset: d.Offset()})
			},
			parse: func(ctx *Context, s string) (value.Value, error) {
				t, err := temporal.ParseTime(s, ctx.zone().OffsetAt(ctx.Now.Unix()))
				return value.FromTime(t), err
			},
			from: func(ctx *Context, v value.Value) (value.Value, error) {
				t, err := timeOf(v)
				offset, ok := offsetOf(v)
				if !ok {
					offset = ctx.zone().OffsetAt(ctx.Now.Unix())
				}
				return value.FromTime(temporal.Time{Local: t, Offset: offset}), err
			},
			build: func(ctx *Context, b *builder) (value.Value, error) {
				t, err := b.buildZonedTime(ctx)
				return value.FromTime(t), err
			},
		},
	}
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
