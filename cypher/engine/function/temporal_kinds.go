package function

import (
	"time"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func temporalKinds() []*temporalKind {
	return []*temporalKind{dateKind(), dateTimeKind(), localDateTimeKind(), localTimeKind(), timeKind()}
}

func dateKind() *temporalKind {
	return &temporalKind{
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
	}
}

func dateTimeKind() *temporalKind {
	return &temporalKind{
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
	}
}

func localDateTimeKind() *temporalKind {
	return &temporalKind{
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
	}
}

func localTimeKind() *temporalKind {
	return &temporalKind{
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
	}
}

func timeKind() *temporalKind {
	return &temporalKind{
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
	}
}
