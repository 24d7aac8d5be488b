package temporal

import (
	"errors"

	"guestgraph/cypher/engine/fault"
)

// ParseLocalTime reads a time of day, with or without a T before it.
func ParseLocalTime(s string) (LocalTime, error) {
	p := parser{s: s}
	if !p.take('T') {
		p.take('t')
	}
	f, ok := p.clock()
	if !ok || p.at != len(s) {
		return 0, unparsable("LocalTime", s)
	}
	t, err := f.Time()
	return t, asSyntax(err)
}

// ParseTime reads a time of day and an offset; without one it has the given offset.
func ParseTime(s string, offset int32) (Time, error) {
	p := parser{s: s}
	if !p.take('T') {
		p.take('t')
	}
	f, ok := p.clock()
	if !ok {
		return Time{}, unparsable("Time", s)
	}
	own, hasOffset, zone, err := p.zone()
	switch {
	case errors.Is(err, errText) || err == nil && p.at != len(s):
		return Time{}, unparsable("Time", s)
	case err != nil:
		return Time{}, err
	case zone != nil:
		return Time{}, fault.New(fault.ArgumentError, "Using a named time zone e.g. [UTC] is not valid for a time without a date. Instead, use a specific time zone string e.g. +00:00.")
	case hasOffset:
		offset = own
	}
	t, err := f.Time()
	return Time{t, offset}, asSyntax(err)
}

// local reads a date and, after a T, a time.
func (p *parser) local(kind string) (l LocalDateTime, hasTime bool, err error) {
	df, ok := p.date()
	if !ok {
		return l, false, unparsable(kind, p.s)
	}
	var tf TimeFields
	if p.take('T') || p.take('t') {
		if tf, ok = p.clock(); !ok {
			return l, false, unparsable(kind, p.s)
		}
		hasTime = true
	}
	d, err := df.parsed()
	if err != nil {
		return l, false, err
	}
	t, err := tf.Time()
	return NewLocalDateTime(d, t), hasTime, asSyntax(err)
}

// ParseLocalDateTime reads a date, or a date and a time with T between them.
func ParseLocalDateTime(s string) (LocalDateTime, error) {
	p := parser{s: s}
	l, _, err := p.local("LocalDateTime")
	if err == nil && p.at != len(s) {
		err = unparsable("LocalDateTime", s)
	}
	return l, err
}

// ParseDateTime reads a date and a time with an offset, a zone's name in brackets, both or neither; with neither it
// is in the given zone. Of an hour that the zone's clocks show twice, the offset tells which is meant.
func ParseDateTime(s string, zone *Zone) (DateTime, error) {
	p := parser{s: s}
	l, hasTime, err := p.local("DateTime")
	if err != nil {
		return DateTime{}, err
	}
	if !hasTime {
		if p.at != len(s) {
			return DateTime{}, unparsable("DateTime", s)
		}
		return NewDateTime(l, zone), nil
	}
	offset, hasOffset, named, err := p.zone()
	switch {
	case errors.Is(err, errText) || err == nil && p.at != len(s):
		return DateTime{}, unparsable("DateTime", s)
	case err != nil:
		return DateTime{}, err
	case named != nil && hasOffset:
		if !named.shows(l.Sec, offset) {
			return DateTime{}, fault.New(fault.ArgumentError, "Timezone and offset do not match: %s", s)
		}
		return DateTime{l.Sec - int64(offset), l.Nano, named}, nil
	case named != nil:
		zone = named
	case hasOffset:
		zone = FixedZone(offset)
	}
	return NewDateTime(l, zone), nil
}
