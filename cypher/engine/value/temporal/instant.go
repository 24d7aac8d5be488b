package temporal

import (
	"cmp"
	"time"
)

// A LocalTime counts nanoseconds since midnight, less than a day.
type LocalTime int64

// NewLocalTime gives a time of day.
func NewLocalTime(hour, minute, second int, nano int64) LocalTime {
	return LocalTime(int64(hour)*nanosPerHour + int64(minute)*nanosPerMinute + int64(second)*nanosPerSecond + nano)
}

// Clock gives hour, minute, second and nanosecond.
func (t LocalTime) Clock() (hour, minute, second int, nano int64) {
	n := int64(t)
	return int(n / nanosPerHour), int(n / nanosPerMinute % 60), int(n / nanosPerSecond % 60), n % nanosPerSecond
}

// A Time is a time of day in a place that is Offset seconds east of UTC.
type Time struct {
	Local  LocalTime
	Offset int32
}

func (t Time) utc() int64 { return int64(t.Local) - int64(t.Offset)*nanosPerSecond }

// Compare orders times by the instant they would name on one day, then by offset.
func (t Time) Compare(o Time) int {
	if c := cmp.Compare(t.utc(), o.utc()); c != 0 {
		return c
	}
	return cmp.Compare(t.Offset, o.Offset)
}

// At gives the time that the clock of another offset shows at the same instant.
func (t Time) At(offset int32) Time {
	return Time{LocalTime(floorMod(int64(t.Local)+int64(offset-t.Offset)*nanosPerSecond, nanosPerDay)), offset}
}

// A LocalDateTime counts seconds since 1970-01-01T00:00 on the clock of an unnamed place, and the nanoseconds after them.
type LocalDateTime struct {
	Sec  int64
	Nano int32
}

// NewLocalDateTime joins a day and a time.
func NewLocalDateTime(d Date, t LocalTime) LocalDateTime {
	return LocalDateTime{int64(d)*secondsPerDay + int64(t)/nanosPerSecond, int32(int64(t) % nanosPerSecond)}
}

// Date gives the day.
func (l LocalDateTime) Date() Date { return Date(floorDiv(l.Sec, secondsPerDay)) }

// Time gives the time of day.
func (l LocalDateTime) Time() LocalTime {
	return LocalTime(floorMod(l.Sec, secondsPerDay)*nanosPerSecond + int64(l.Nano))
}

// Compare orders by time.
func (l LocalDateTime) Compare(o LocalDateTime) int {
	if c := cmp.Compare(l.Sec, o.Sec); c != 0 {
		return c
	}
	return cmp.Compare(l.Nano, o.Nano)
}

// A DateTime is an instant, in seconds since 1970-01-01T00:00Z and nanoseconds after them, seen in a zone.
type DateTime struct {
	Sec  int64
	Nano int32
	Zone *Zone
}

// NewDateTime gives the instant at which the clocks of a zone show l. A time that a zone's clocks skip is moved
// on by the length of the gap; of a time they show twice the earlier instant is meant (as java.time has it).
func NewDateTime(l LocalDateTime, z *Zone) DateTime {
	return DateTime{l.Sec - int64(z.offsetOfLocal(l.Sec)), l.Nano, z}
}

// DateTimeOf gives an instant in a zone.
func DateTimeOf(t time.Time, z *Zone) DateTime {
	return DateTime{t.Unix(), int32(t.Nanosecond()), z}
}

// Offset gives the seconds east of UTC at that instant.
func (d DateTime) Offset() int32 { return d.Zone.OffsetAt(d.Sec) }

// Local gives what the clocks of the zone show.
func (d DateTime) Local() LocalDateTime {
	return LocalDateTime{d.Sec + int64(d.Offset()), d.Nano}
}

// Compare orders by instant, then by offset, then fixed offsets before named zones, then by name.
func (d DateTime) Compare(o DateTime) int {
	if c := cmp.Compare(d.Sec, o.Sec); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Nano, o.Nano); c != 0 || d.Zone == o.Zone {
		return c
	}
	if c := cmp.Compare(d.Offset(), o.Offset()); c != 0 {
		return c
	}
	return cmp.Compare(d.Zone.name, o.Zone.name)
}
