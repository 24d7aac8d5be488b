package temporal

import "guestgraph/cypher/engine/fault"

// A Moment is any temporal value but a duration, taken apart for reckoning the time between two.
type Moment struct {
	Date    Date
	HasDate bool
	Time    LocalTime
	HasTime bool
	Zone    *Zone // nil without one
}

// instant gives the seconds and nanoseconds on the clock of UTC, or on the local clock without a zone.
func (m Moment) instant() LocalDateTime {
	l := NewLocalDateTime(m.Date, m.Time)
	if m.Zone == nil {
		return l
	}
	d := NewDateTime(l, m.Zone)
	return LocalDateTime{d.Sec, d.Nano}
}

// level brings two moments to common terms: a date or a zone that one lacks is the other's, and the second is seen in
// the zone of the first. Without a date on both sides neither has one after, and only the times count.
func level(from, to Moment) (Moment, Moment) {
	if !from.HasDate || !to.HasDate {
		if from.HasDate {
			to.Date = from.Date
		} else {
			from.Date = to.Date
		}
		from.HasDate, to.HasDate = false, false
	}
	switch {
	case from.Zone == nil:
		from.Zone = to.Zone
	case to.Zone == nil:
		to.Zone = from.Zone
	}
	if from.Zone != to.Zone && from.HasDate {
		i := to.instant()
		l := DateTime{i.Sec, i.Nano, from.Zone}.Local()
		to.Date, to.Time, to.Zone = l.Date(), l.Time(), from.Zone
	}
	return from, to
}

// Between gives the duration from one moment to another in months, then days, then the rest.
func Between(from, to Moment) Duration {
	from, to = level(from, to)
	if !from.HasDate {
		return clockBetween(from, to)
	}
	months := monthsBetween(from, to)
	from.Date = from.Date.addMonths(months)
	from = from.settled()
	days := daysBetween(from, to)
	from.Date += Date(days)
	from = from.settled()
	d := clockBetween(from, to)
	d.Months, d.Days = months, days
	return d
}

// settled moves a reading that the zone's clocks skip to the one they show instead.
func (m Moment) settled() Moment {
	if m.Zone == nil || !m.Zone.Named() {
		return m
	}
	l := NewDateTime(NewLocalDateTime(m.Date, m.Time), m.Zone).Local()
	m.Date, m.Time = l.Date(), l.Time()
	return m
}

func clockBetween(from, to Moment) Duration {
	a, b := from.instant(), to.instant()
	nanos := int64(b.Nano) - int64(a.Nano)
	return Duration{Sec: b.Sec - a.Sec + floorDiv(nanos, nanosPerSecond), Nano: int32(floorMod(nanos, nanosPerSecond))}
}

// wholeDays gives the date up to which whole days pass from one moment to the other.
func wholeDays(from, to Moment) Date {
	switch {
	case to.Date > from.Date && to.Time < from.Time:
		return to.Date - 1
	case to.Date < from.Date && to.Time > from.Time:
		return to.Date + 1
	}
	return to.Date
}

func daysBetween(from, to Moment) int64 { return int64(wholeDays(from, to) - from.Date) }

func monthsBetween(from, to Moment) int64 {
	packed := func(d Date) int64 { // months and days, as java.time counts whole months
		y, m, day := d.Civil()
		return (y*12+int64(m-1))*32 + int64(day)
	}
	return (packed(wholeDays(from, to)) - packed(from.Date)) / 32
}

func needDate(from, to Moment, unit string) error {
	if !from.HasDate && !to.HasDate {
		return fault.New(fault.TypeError, "Unsupported unit: %s", unit)
	}
	return nil
}

// MonthsBetween gives the whole months from one moment to another: none unless both have a date.
func MonthsBetween(from, to Moment) (Duration, error) {
	if err := needDate(from, to, "Months"); err != nil {
		return Duration{}, err
	}
	if from, to = level(from, to); !from.HasDate {
		return Duration{}, nil
	}
	return Duration{Months: monthsBetween(from, to)}, nil
}

// DaysBetween gives the whole days from one moment to another: none unless both have a date.
func DaysBetween(from, to Moment) (Duration, error) {
	if err := needDate(from, to, "Days"); err != nil {
		return Duration{}, err
	}
	if from, to = level(from, to); !from.HasDate {
		return Duration{}, nil
	}
	return Duration{Days: daysBetween(from, to)}, nil
}

// SecondsBetween gives the seconds and nanoseconds from one moment to another.
func SecondsBetween(from, to Moment) Duration { return clockBetween(level(from, to)) }
