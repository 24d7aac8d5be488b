package function

import (
	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

// truncate cuts the input, or the current time, to a unit, and then sets the fields of the map.
func (k *temporalKind) truncate(ctx *Context, args []value.Value) (value.Value, error) {
	name, ok := args[0].AsString()
	if !ok {
		if args[0].IsNull() {
			return null, invalidCall(k.name+".truncate", args)
		}
		return null, typeError("Can't coerce `%s` to String", value.Describe(args[0]))
	}
	unit, err := temporal.ParseUnit(name)
	if err != nil {
		return null, err
	}
	input := k.at(ctx.Now, ctx.zone())
	if len(args) > 1 {
		input = args[1]
	}
	m, err := momentOf(input)
	if err != nil {
		return null, invalidCall(k.name+".truncate", args)
	}
	var fields value.Map
	if len(args) > 2 && !args[2].IsNull() {
		if fields, ok = args[2].AsMap(); !ok {
			return null, typeError("Can't coerce `%s` to Map", value.Describe(args[2]))
		}
	}
	if err := k.truncatable(input, m, unit); err != nil {
		return null, err
	}
	return k.cut(ctx, input, m, unit, fields)
}

// truncatable tells why an input has no value of the kind at a unit.
func (k *temporalKind) truncatable(input value.Value, m temporal.Moment, unit temporal.Unit) error {
	switch {
	case k.hasDate && !m.HasDate:
		return typeError("Cannot get the date of: %s", value.Describe(input))
	case !k.hasDate && !m.HasTime:
		return typeError("Cannot get the time of: %s", value.Describe(input))
	case k.hasDate && !k.hasTime && unit > temporal.UnitDay:
		return typeError("Unit too small for truncation: %s", unit)
	case !k.hasDate && unit < temporal.UnitDay:
		return typeError("Unit is too large to be used for truncation: %s", unit)
	case unit > temporal.UnitDay && !m.HasTime:
		return typeError("Cannot truncate %s to %s with a time based unit.", value.Describe(input), k.name)
	}
	return nil
}

func (k *temporalKind) cut(ctx *Context, input value.Value, m temporal.Moment, unit temporal.Unit, fields value.Map) (value.Value, error) {
	b := &builder{}
	if len(fields) > 0 {
		var err error
		if b, err = k.read(fields); err != nil {
			return null, err
		}
	}
	if b.zone != nil && !k.zoned {
		return null, typeError("Cannot assign time zone if also assigning other fields.")
	}
	zone := m.Zone
	if offset, ok := offsetOf(input); ok && !k.hasDate {
		zone = temporal.FixedZone(offset)
	}
	if b.zone != nil { // the clock's reading stays: the zone is set, not changed to
		zone, b.zone = b.zone, nil
	}
	b.base = temporal.Moment{Date: m.Date.Truncate(unit), HasDate: true, Time: m.Time.Truncate(unit), HasTime: true, Zone: zone}
	b.time.Keep(b.base.Time, unit)
	return k.build(ctx, b)
}
