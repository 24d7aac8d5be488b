package temporal

import "guestgraph/cypher/engine/fault"

// A Unit is what a temporal value can be truncated to.
type Unit uint8

// The units, from the largest.
const (
	Millennium Unit = iota
	Century
	Decade
	UnitYear
	WeekYear
	UnitQuarter
	UnitMonth
	UnitWeek
	UnitDay
	UnitHour
	UnitMinute
	UnitSecond
	UnitMillisecond
	UnitMicrosecond
)

var unitNames = [...]string{
	"millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week", "day",
	"hour", "minute", "second", "millisecond", "microsecond",
}

func (u Unit) String() string { return unitNames[u] }

// ParseUnit finds a unit by its exact name.
func ParseUnit(name string) (Unit, error) {
	for u, n := range unitNames {
		if n == name {
			return Unit(u), nil
		}
	}
	return 0, fault.New(fault.ArgumentError, "Unsupported unit: %s", name)
}

// Truncate gives the first day of the unit that d is in; units smaller than a day leave it as it is.
func (d Date) Truncate(u Unit) Date {
	y, m, _ := d.Civil()
	switch u {
	case Millennium:
		return NewDate(y/1000*1000, 1, 1)
	case Century:
		return NewDate(y/100*100, 1, 1)
	case Decade:
		return NewDate(y/10*10, 1, 1)
	case UnitYear:
		return NewDate(y, 1, 1)
	case WeekYear:
		wy, _ := d.ISOWeek()
		return WeekDate(wy, 1, 1)
	case UnitQuarter:
		return NewDate(y, (m-1)/3*3+1, 1)
	case UnitMonth:
		return NewDate(y, m, 1)
	case UnitWeek:
		return d - Date(d.Weekday()-1)
	}
	return d
}

// Truncate gives the start of the unit that t is in; for a day and more it is midnight.
func (t LocalTime) Truncate(u Unit) LocalTime {
	step := int64(nanosPerDay)
	switch u {
	case UnitHour:
		step = nanosPerHour
	case UnitMinute:
		step = nanosPerMinute
	case UnitSecond:
		step = nanosPerSecond
	case UnitMillisecond:
		step = 1_000_000
	case UnitMicrosecond:
		step = 1000
	}
	return LocalTime(int64(t) / step * step)
}

// Keep makes Change keep the parts of t's second down to the unit that t was truncated to, where
// only smaller ones are given.
func (f *TimeFields) Keep(t LocalTime, u Unit) {
	if u < UnitMillisecond || !f.subsecond() {
		return
	}
	_, _, _, nano := t.Clock()
	kept := [...]struct {
		field Field
		n     int64
	}{{Millisecond, nano / 1_000_000}, {Microsecond, nano / 1000 % 1000}}
	for _, k := range kept {
		if !f.has(k.field) {
			f.Set(k.field, k.n)
		}
	}
}
