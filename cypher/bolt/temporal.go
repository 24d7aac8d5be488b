package bolt

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

const (
	nanosPerSecond = 1_000_000_000
	nanosPerDay    = 86_400 * nanosPerSecond
	// The first and the last day that temporal values have, counted from 1970-01-01.
	firstDay = -365_243_219_162 // -999999999-01-01
	lastDay  = 365_241_780_471  // +999999999-12-31
)

// temporal appends a temporal value or a point.
func (e *encoder) temporal(v value.Value) {
	switch v.Kind() {
	case value.KindDate:
		d, _ := v.AsDate()
		e.structHeader(tagDate, 1)
		e.int(int64(d))
	case value.KindLocalTime:
		t, _ := v.AsLocalTime()
		e.structHeader(tagLocalTime, 1)
		e.int(int64(t))
	case value.KindTime:
		t, _ := v.AsTime()
		e.structHeader(tagTime, 2)
		e.int(int64(t.Local))
		e.int(int64(t.Offset))
	case value.KindLocalDateTime:
		t, _ := v.AsLocalDateTime()
		e.structHeader(tagLocalDateTime, 2)
		e.int(t.Sec)
		e.int(int64(t.Nano))
	case value.KindDateTime:
		t, _ := v.AsDateTime()
		e.dateTime(t)
	case value.KindDuration:
		d, _ := v.AsDuration()
		e.structHeader(tagDuration, 4)
		e.int(d.Months)
		e.int(d.Days)
		e.int(d.Sec)
		e.int(int64(d.Nano))
	case value.KindPoint:
		p, _ := v.AsPoint()
		e.point(p)
	default:
		panic("bolt: a value of unknown kind")
	}
}

func (e *encoder) dateTime(t temporal.DateTime) {
	sec, offsetTag, zoneTag := t.Sec, byte(tagDateTime), byte(tagDateTimeZone)
	if !e.utc {
		sec, offsetTag, zoneTag = t.Local().Sec, tagLegacyDateTime, tagLegacyZoned
	}
	if t.Zone.Named() {
		e.structHeader(zoneTag, 3)
	} else {
		e.structHeader(offsetTag, 3)
	}
	e.int(sec)
	e.int(int64(t.Nano))
	if t.Zone.Named() {
		e.string(t.Zone.Name())
	} else {
		e.int(int64(t.Offset()))
	}
}

// structFields is the number of fields of each structure that may be a parameter.
func structFields(tag byte) int {
	switch tag {
	case tagDate, tagLocalTime:
		return 1
	case tagTime, tagLocalDateTime:
		return 2
	case tagDateTime, tagDateTimeZone, tagLegacyDateTime, tagLegacyZoned, tagPoint2D:
		return 3
	case tagDuration, tagPoint3D:
		return 4
	}
	return -1
}

// valueStruct reads the fields of a structure that is a value. Nodes, relationships and paths
// are none: Neo4j takes them no more than we do.
func (d *decoder) valueStruct(tag byte, fields int) value.Value {
	if !d.open(fields) {
		return value.Value{}
	}
	defer d.close()
	defer func() { d.owed -= fields }()
	switch want := structFields(tag); {
	case want < 0:
		d.reject(fault.TypeError, "structures of type %q cannot be used as parameters", tag)
		for range fields {
			d.value()
		}
		return value.Value{}
	case want != fields:
		d.fail(errStructFields)
		return value.Value{}
	}
	if !d.spend(48) {
		return value.Value{}
	}
	switch tag {
	case tagDate:
		return value.FromDate(temporal.Date(d.within("date", d.int(), firstDay, lastDay)))
	case tagLocalTime:
		return value.FromLocalTime(d.timeOfDay())
	case tagTime:
		return value.FromTime(temporal.Time{Local: d.timeOfDay(), Offset: d.offset()})
	case tagLocalDateTime:
		sec, nano := d.seconds()
		return value.FromLocalDateTime(temporal.LocalDateTime{Sec: sec, Nano: nano})
	case tagDuration:
		return value.FromDuration(d.duration())
	case tagPoint2D, tagPoint3D:
		return d.point(fields - 1)
	}
	return d.dateTime(tag)
}

// dateTime reads a date-time in the form of this connection; the other form is refused, for its
// seconds would be misread.
func (d *decoder) dateTime(tag byte) value.Value {
	if legacy := tag == tagLegacyDateTime || tag == tagLegacyZoned; legacy == d.utc {
		d.reject(fault.RequestInvalid, "date-times of structure %q are not those this connection agreed on", tag)
	}
	sec, nano := d.seconds()
	var zone *temporal.Zone
	if tag == tagDateTimeZone || tag == tagLegacyZoned {
		name := d.string()
		if d.err != nil {
			return value.Value{}
		}
		z, err := temporal.NamedZone(name)
		if err != nil {
			d.reject(fault.ArgumentError, "unknown time zone %q", name)
			return value.Value{}
		}
		zone = z
	} else {
		zone = temporal.FixedZone(d.offset())
	}
	if d.utc {
		return value.FromDateTime(temporal.DateTime{Sec: sec, Nano: nano, Zone: zone})
	}
	return value.FromDateTime(temporal.NewDateTime(temporal.LocalDateTime{Sec: sec, Nano: nano}, zone))
}

func (d *decoder) within(what string, i, low, high int64) int64 {
	if i < low || i > high {
		d.reject(fault.ArgumentError, "the %s parameter %d is out of range", what, i)
		return 0
	}
	return i
}

func (d *decoder) timeOfDay() temporal.LocalTime {
	return temporal.LocalTime(d.within("time", d.int(), 0, nanosPerDay-1))
}

func (d *decoder) offset() int32 {
	return int32(d.within("time zone offset", d.int(), -temporal.MaxOffset, temporal.MaxOffset))
}

func (d *decoder) seconds() (sec int64, nano int32) {
	sec = d.within("date-time", d.int(), firstDay*86_400, (lastDay+1)*86_400-1)
	return sec, int32(d.within("nanosecond", d.int(), 0, nanosPerSecond-1))
}

// duration reads a duration; its nanoseconds may be any number and are carried into the seconds.
func (d *decoder) duration() temporal.Duration {
	months, days, sec, nano := d.int(), d.int(), d.int(), d.int()
	carry := nano / nanosPerSecond
	if nano %= nanosPerSecond; nano < 0 {
		nano += nanosPerSecond
		carry--
	}
	return temporal.Duration{Months: months, Days: days, Sec: sec + carry, Nano: int32(nano)}
}
