package value

import (
	"math"

	"guestgraph/cypher/engine/value/temporal"
)

// Temporal values live in a Value without allocation wherever 64 bits hold them: dates and times always,
// date-times from 1677 to 2262, as nanoseconds since 1970 (with their shared Zone in ref). Others are boxed.

// The first second whose nanoseconds, and all of whose fraction, fit 64 bits, and the last.
const (
	minPackedSec = math.MinInt64/1_000_000_000 + 1
	maxPackedSec = math.MaxInt64/1_000_000_000 - 1
)

const (
	offsetShift = 47 // nanoseconds of a day take 47 bits
	timeMask    = 1<<offsetShift - 1
)

// FromDate makes a DATE.
func FromDate(d temporal.Date) Value { return Value{uint64(d), KindDate} }

// FromLocalTime makes a LOCAL TIME.
func FromLocalTime(t temporal.LocalTime) Value { return Value{uint64(t), KindLocalTime} }

// FromTime makes a ZONED TIME.
func FromTime(t temporal.Time) Value {
	return Value{uint64(t.Local) | uint64(t.Offset+temporal.MaxOffset)<<offsetShift, KindTime}
}

// FromLocalDateTime makes a LOCAL DATETIME.
func FromLocalDateTime(l temporal.LocalDateTime) Value {
	if l.Sec >= minPackedSec && l.Sec <= maxPackedSec {
		return Value{packInstant(l.Sec, l.Nano), KindLocalDateTime}
	}
	far := l // so that only this copy moves to the heap
	return Value{0, &far}
}

// FromDateTime makes a ZONED DATETIME.
func FromDateTime(d temporal.DateTime) Value {
	if d.Sec >= minPackedSec && d.Sec <= maxPackedSec {
		return Value{packInstant(d.Sec, d.Nano), d.Zone}
	}
	far := d
	return Value{0, &far}
}

// FromDuration makes a DURATION.
func FromDuration(d temporal.Duration) Value { return Value{0, &d} }

func packInstant(sec int64, nano int32) uint64 { return uint64(sec*1_000_000_000 + int64(nano)) }

func unpackInstant(n uint64) (sec int64, nano int32) {
	sec, rest := int64(n)/1_000_000_000, int64(n)%1_000_000_000
	if rest < 0 {
		sec, rest = sec-1, rest+1_000_000_000
	}
	return sec, int32(rest)
}

// AsDate gives the date; ok is false for any other kind.
func (v Value) AsDate() (d temporal.Date, ok bool) { return temporal.Date(v.num), v.ref == KindDate }

// AsLocalTime gives the time of day; ok is false for any other kind.
func (v Value) AsLocalTime() (t temporal.LocalTime, ok bool) {
	return temporal.LocalTime(v.num), v.ref == KindLocalTime
}

// AsTime gives the time with its offset; ok is false for any other kind.
func (v Value) AsTime() (t temporal.Time, ok bool) {
	if v.ref != KindTime {
		return t, false
	}
	return temporal.Time{
		Local:  temporal.LocalTime(v.num & timeMask),
		Offset: int32(v.num>>offsetShift) - temporal.MaxOffset,
	}, true
}

// AsLocalDateTime gives the date and time; ok is false for any other kind.
func (v Value) AsLocalDateTime() (l temporal.LocalDateTime, ok bool) {
	switch r := v.ref.(type) {
	case Kind:
		l.Sec, l.Nano = unpackInstant(v.num)
		return l, r == KindLocalDateTime
	case *temporal.LocalDateTime:
		return *r, true
	}
	return l, false
}

// AsDateTime gives the instant with its zone; ok is false for any other kind.
func (v Value) AsDateTime() (d temporal.DateTime, ok bool) {
	switch r := v.ref.(type) {
	case *temporal.Zone:
		d.Zone = r
		d.Sec, d.Nano = unpackInstant(v.num)
		return d, true
	case *temporal.DateTime:
		return *r, true
	}
	return d, false
}

// AsDuration gives the duration; ok is false for any other kind.
func (v Value) AsDuration() (d temporal.Duration, ok bool) {
	if r, ok := v.ref.(*temporal.Duration); ok {
		return *r, true
	}
	return d, false
}
