package function

import (
	"strings"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

// A builder holds what a map says about a temporal value: other values it takes its date or time from, and fields
// that it sets itself.
type builder struct {
	date   temporal.DateFields
	time   temporal.TimeFields
	base   temporal.Moment // what was selected by date, time, datetime, epochSeconds and epochMillis
	picked []string        // which of these were given, in lower case
	zone   *temporal.Zone  // of timezone; nil without
}

// read takes a map apart, refusing what the kind does not have.
func (k *temporalKind) read(m value.Map) (*builder, error) {
	if len(m) == 0 {
		return nil, argumentError("At least one temporal unit must be specified.")
	}
	b := &builder{}
	for _, e := range m {
		if err := k.readEntry(b, e); err != nil {
			return nil, err
		}
	}
	return b, b.conflicts()
}

func (k *temporalKind) readEntry(b *builder, e value.Entry) error {
	if f, ok := temporal.FieldOf(e.Key); ok {
		if f.IsDate() && !k.hasDate || !f.IsDate() && !k.hasTime {
			return typeError("Not supported: %s", f)
		}
		n, ok := e.Val.AsInt()
		switch {
		case e.Val.IsNull():
			n = defaultOf(f)
		case !ok:
			return argumentError("%s must be an integer value, but was a %s", f, value.TypeName(e.Val))
		}
		if f.IsDate() {
			b.date.Set(f, n)
		} else {
			b.time.Set(f, n)
		}
		return nil
	}
	switch key := strings.ToLower(e.Key); key {
	case "timezone":
		s, ok := e.Val.AsString()
		if !ok {
			return argumentError("Cannot convert to ZoneId: %s", value.Describe(e.Val))
		}
		var err error
		b.zone, err = temporal.ParseZone(s)
		return err
	case "date", "time", "datetime", "epochseconds", "epochmillis":
		return k.selectBase(b, key, e)
	}
	return argumentError("No such field: %s", e.Key)
}

func defaultOf(f temporal.Field) int64 {
	if f.IsDate() && f != temporal.Year {
		return 1
	}
	return 0
}

// selectBase takes date, time or both of another value, or of the time since 1970.
func (k *temporalKind) selectBase(b *builder, key string, e value.Entry) error {
	supported := k.hasDate && key == "date" || k.hasTime && key == "time" ||
		k.hasDate && k.hasTime && (key == "datetime" || k.zoned)
	if !supported {
		return typeError("Not supported: %s", e.Key)
	}
	b.picked = append(b.picked, key)
	if n, ok := e.Val.AsInt(); ok && strings.HasPrefix(key, "epoch") {
		return b.selectEpoch(key, n)
	}
	m, err := momentOf(e.Val)
	if err != nil || strings.HasPrefix(key, "epoch") {
		return argumentError("Cannot construct %s from: %s", key, value.Describe(e.Val))
	}
	if key != "time" {
		if !m.HasDate {
			return typeError("Cannot get the date of: %s", value.Describe(e.Val))
		}
		b.base.Date, b.base.HasDate = m.Date, true
	}
	if key != "date" {
		if !m.HasTime {
			return typeError("Cannot get the time of: %s", value.Describe(e.Val))
		}
		b.base.Time, b.base.HasTime, b.base.Zone = m.Time, true, m.Zone
		if !k.hasDate && m.Zone != nil { // a time's zone is the offset on the day it comes from
			offset, _ := offsetOf(e.Val)
			b.base.Zone = temporal.FixedZone(offset)
		}
	}
	return nil
}

func (b *builder) selectEpoch(key string, n int64) error {
	d := temporal.DateTime{Sec: n, Zone: temporal.UTC}
	if key == "epochmillis" {
		d = epochMillis(n)
	}
	if err := inRange(d); err != nil {
		return err
	}
	l := d.Local()
	b.base = temporal.Moment{Date: l.Date(), HasDate: true, Time: l.Time(), HasTime: true, Zone: temporal.UTC}
	return nil
}

func (b *builder) conflicts() error {
	parts, wholes := 0, 0
	for _, key := range b.picked {
		if key == "date" || key == "time" {
			parts++
		} else {
			wholes++
		}
	}
	switch {
	case wholes > 1:
		return argumentError("datetime, epochSeconds and epochMillis cannot be selected together.")
	case wholes == 1 && parts > 0:
		return argumentError("datetime, epochSeconds and epochMillis cannot be selected together with date or time.")
	}
	return nil
}

func (b *builder) buildDate() (temporal.Date, error) {
	if b.base.HasDate {
		return b.date.Change(b.base.Date)
	}
	return b.date.Date()
}

func (b *builder) buildTime() (temporal.LocalTime, error) {
	if b.base.HasTime {
		return b.time.Change(b.base.Time)
	}
	return b.time.Time()
}

func (b *builder) buildZonedTime(ctx *Context) (temporal.Time, error) {
	local, err := b.buildTime()
	t := temporal.Time{Local: local}
	switch {
	case b.base.Zone != nil:
		t.Offset = b.base.Zone.OffsetAt(ctx.Now.Unix())
		if b.zone != nil {
			t = t.At(b.zone.OffsetAt(ctx.Now.Unix()))
		}
	case b.zone != nil:
		t.Offset = b.zone.OffsetAt(ctx.Now.Unix())
	default:
		t.Offset = ctx.zone().OffsetAt(ctx.Now.Unix())
	}
	return t, err
}

func (b *builder) buildLocalDateTime() (temporal.LocalDateTime, error) {
	if !b.base.HasDate && (b.time.Any() || b.base.HasTime) {
		if err := b.date.Complete(); err != nil {
			return temporal.LocalDateTime{}, err
		}
	}
	d, err := b.buildDate()
	if err != nil {
		return temporal.LocalDateTime{}, err
	}
	t, err := b.buildTime()
	return temporal.NewLocalDateTime(d, t), err
}

// buildDateTime reads the local time in the zone of the selected time, if it has one, and then changes to the zone
// that the map names.
func (b *builder) buildDateTime(ctx *Context) (temporal.DateTime, error) {
	l, err := b.buildLocalDateTime()
	if err != nil {
		return temporal.DateTime{}, err
	}
	if b.base.Zone != nil {
		d := temporal.NewDateTime(l, b.base.Zone)
		if b.zone != nil {
			d.Zone = b.zone
		}
		return d, nil
	}
	if b.zone != nil {
		return temporal.NewDateTime(l, b.zone), nil
	}
	return temporal.NewDateTime(l, ctx.zone()), nil
}
