package temporal

import (
	"strings"

	"guestgraph/cypher/engine/fault"
)

// A Field is a part of a date or a time that a map or a text can give.
type Field uint8

// The fields.
const (
	Year Field = iota
	Month
	Day
	Week
	DayOfWeek
	Quarter
	DayOfQuarter
	OrdinalDay
	Hour
	Minute
	Second
	Millisecond
	Microsecond
	Nanosecond
	numFields
)

var fieldNames = [numFields]string{
	"year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
	"hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
}

func (f Field) String() string { return fieldNames[f] }

// IsDate tells fields of dates from those of times.
func (f Field) IsDate() bool { return f < Hour }

// FieldOf finds a field by its name, in any case.
func FieldOf(name string) (Field, bool) {
	for f, n := range fieldNames {
		if strings.EqualFold(n, name) {
			return Field(f), true
		}
	}
	return 0, false
}

type fields struct {
	set uint16
	n   [numFields]int64
}

func (f *fields) has(x Field) bool { return f.set&(1<<x) != 0 }

func (f *fields) any() bool { return f.set != 0 }

func (f *fields) or(x Field, otherwise int64) int64 {
	if f.has(x) {
		return f.n[x]
	}
	return otherwise
}

// Set gives a field its value.
func (f *fields) Set(x Field, n int64) {
	f.set |= 1 << x
	f.n[x] = n
}

// DateFields are the parts of a date that were given: a year and one way of naming a day in it.
type DateFields struct{ fields }

// A dateSystem is a way of naming the days of a year.
type dateSystem struct {
	name           string
	unit, smaller  Field
	last, maxInner int64 // the largest number of the unit and of the day in it
}

var dateSystems = [...]dateSystem{
	{"calendar", Month, Day, 12, 31},
	{"week", Week, DayOfWeek, 53, 7},
	{"quarter", Quarter, DayOfQuarter, 4, 92},
	{"ordinal", OrdinalDay, OrdinalDay, 366, 366},
}

var rangeNames = [numFields]string{
	Month: "MonthOfYear (valid values 1 - 12)", Day: "DayOfMonth (valid values 1 - 28/31)",
	Week: "WeekOfWeekBasedYear (valid values 1 - 52/53)", DayOfWeek: "DayOfWeek (valid values 1 - 7)",
	Quarter: "QuarterOfYear (valid values 1 - 4)", DayOfQuarter: "DayOfQuarter (valid values 1 - 90/92)",
	OrdinalDay: "DayOfYear (valid values 1 - 365/366)", Year: "Year (valid values -999999999 - 999999999)",
	Hour: "HourOfDay (valid values 0 - 23)", Minute: "MinuteOfHour (valid values 0 - 59)", Second: "SecondOfMinute (valid values 0 - 59)",
	Millisecond: "Millisecond", Microsecond: "Microsecond", Nanosecond: "Nanosecond",
}

func outOfRange(f Field, n int64) error {
	return fault.New(fault.ArgumentError, "Invalid value for %s: %d", rangeNames[f], n)
}

// system finds the one way of naming a day that the fields use; the calendar where they give a year at most.
func (f *DateFields) system() (dateSystem, error) {
	found := dateSystems[0]
	chosen := false
	for _, s := range dateSystems {
		if !f.has(s.unit) && !f.has(s.smaller) {
			continue
		}
		if chosen {
			wrong := s.unit
			if !f.has(wrong) {
				wrong = s.smaller
			}
			return found, fault.New(fault.TypeError, "Cannot assign %s to %s date.", wrong, found.name)
		}
		found, chosen = s, true
	}
	if n := f.or(found.unit, 1); n < 1 || n > found.last {
		return found, outOfRange(found.unit, n)
	}
	if n := f.or(found.smaller, 1); n < 1 || n > found.maxInner {
		return found, outOfRange(found.smaller, n)
	}
	if y := f.or(Year, 0); y < MinYear || y > MaxYear {
		return found, outOfRange(Year, y)
	}
	return found, nil
}

// Complete tells, by an error, which field a date that a time follows still lacks.
func (f *DateFields) Complete() error {
	s, err := f.system()
	if err != nil {
		return err
	}
	for _, x := range [...]Field{Year, s.unit, s.smaller} {
		if !f.has(x) {
			return fault.New(fault.ArgumentError, "%s must be specified", x)
		}
	}
	return nil
}

// Date gives the date: the year must be there, and what is missing is the first.
func (f *DateFields) Date() (Date, error) {
	s, err := f.system()
	switch {
	case err != nil:
		return 0, err
	case !f.has(Year):
		return 0, fault.New(fault.ArgumentError, "year must be specified")
	case f.has(s.smaller) && !f.has(s.unit):
		return 0, fault.New(fault.ArgumentError, "%s cannot be specified without %s", s.smaller, s.unit)
	}
	return f.within(NewDate(f.n[Year], 1, 1), s, true)
}

// Change gives the date d with the fields that were given.
func (f *DateFields) Change(d Date) (Date, error) {
	s, err := f.system()
	if err != nil {
		return 0, err
	}
	return f.within(d, s, false)
}

// within names a day in the way s, with the parts of d, or (fresh) the first ones, for fields that are not given.
func (f *DateFields) within(d Date, s dateSystem, fresh bool) (Date, error) {
	year, month, _ := d.Civil()
	var r Date
	switch s.unit {
	case Month:
		r = d.addMonths((f.or(Year, year) - year) * 12).addMonths(f.or(Month, int64(month)) - int64(month))
		y, m, _ := r.Civil()
		if f.has(Day) {
			if int(f.n[Day]) > DaysIn(y, m) {
				return 0, fault.New(fault.ArgumentError, "Invalid date: month %d of %d has no day %d", m, y, f.n[Day])
			}
			r = NewDate(y, m, int(f.n[Day]))
		}
	case Week:
		wy, w := d.ISOWeek()
		weekday := d.Weekday()
		if fresh {
			wy, w, weekday = year, 1, 1
		}
		wy = f.or(Year, wy)
		w = min(w, WeeksIn(wy))
		r = WeekDate(wy, int(f.or(Week, int64(w))), int(f.or(DayOfWeek, int64(weekday))))
	case Quarter:
		q := int64(month-1)/3 + 1
		r = d.addMonths((f.or(Year, year)-year)*12 + (f.or(Quarter, q)-q)*3)
		if f.has(DayOfQuarter) {
			y, m, _ := r.Civil()
			r = NewDate(y, (m-1)/3*3+1, 1) + Date(f.n[DayOfQuarter]-1)
		}
	case OrdinalDay:
		y := f.or(Year, year)
		if f.n[OrdinalDay] == 366 && !IsLeap(y) {
			return 0, fault.New(fault.ArgumentError, "Invalid date 'DayOfYear 366' as '%d' is not a leap year", y)
		}
		r = NewDate(y, 1, 1) + Date(f.n[OrdinalDay]-1)
	}
	if !r.Valid() {
		y, _, _ := r.Civil()
		return 0, outOfRange(Year, y)
	}
	return r, nil
}

// TimeFields are the parts of a time that were given.
type TimeFields struct{ fields }

// Any tells whether a field is set.
func (f *TimeFields) Any() bool { return f.any() }

func (f *TimeFields) check() error {
	limits := [numFields]int64{Hour: 24, Minute: 60, Second: 60, Millisecond: 1000, Microsecond: 1_000_000, Nanosecond: nanosPerSecond}
	if f.has(Millisecond) {
		limits[Microsecond], limits[Nanosecond] = 1000, 1_000_000
	}
	if f.has(Microsecond) {
		limits[Nanosecond] = 1000
	}
	for x := Hour; x <= Nanosecond; x++ {
		if n := f.n[x]; n < 0 || n >= limits[x] {
			return outOfRange(x, n)
		}
	}
	return nil
}

func (f *TimeFields) subsecond() bool {
	return f.has(Millisecond) || f.has(Microsecond) || f.has(Nanosecond)
}

// nanos joins the parts of a second.
func (f *TimeFields) nanos() int64 {
	return f.n[Millisecond]*1_000_000 + f.n[Microsecond]*1000 + f.n[Nanosecond]
}

// Time gives the time. No unit may be there without the next larger; with no field at all it is midnight.
func (f *TimeFields) Time() (LocalTime, error) {
	if !f.any() {
		return 0, nil
	}
	switch {
	case !f.has(Hour):
		return 0, fault.New(fault.ArgumentError, "hour must be specified")
	case f.has(Second) && !f.has(Minute):
		return 0, fault.New(fault.ArgumentError, "second cannot be specified without minute")
	case f.subsecond() && !f.has(Second):
		return 0, fault.New(fault.ArgumentError, "subsecond cannot be specified without second")
	}
	if err := f.check(); err != nil {
		return 0, err
	}
	return NewLocalTime(int(f.n[Hour]), int(f.n[Minute]), int(f.n[Second]), f.nanos()), nil
}

// Change gives the time t with the fields that were given; any part of a second replaces all of t's.
func (f *TimeFields) Change(t LocalTime) (LocalTime, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	h, m, s, nano := t.Clock()
	if f.subsecond() {
		nano = f.nanos()
	}
	return NewLocalTime(int(f.or(Hour, int64(h))), int(f.or(Minute, int64(m))), int(f.or(Second, int64(s))), nano), nil
}
