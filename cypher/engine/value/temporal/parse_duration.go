package temporal

import (
	"strconv"
	"strings"

	"guestgraph/cypher/engine/fault"
)

// DurationUnits are the parts that a map can give a duration, by size; each may be a fraction.
type DurationUnits struct {
	Years, Months, Weeks, Days, Hours, Minutes, Seconds, Milliseconds, Microseconds, Nanoseconds Amount
}

// An Amount is a number of units: a whole number and a fraction of the same sign.
type Amount struct {
	Whole int64
	Frac  float64
}

// DurationUnit finds a unit by its name, in any case; nil for a name that is none.
func (u *DurationUnits) DurationUnit(name string) *Amount {
	switch strings.ToLower(name) {
	case "years":
		return &u.Years
	case "months":
		return &u.Months
	case "weeks":
		return &u.Weeks
	case "days":
		return &u.Days
	case "hours":
		return &u.Hours
	case "minutes":
		return &u.Minutes
	case "seconds":
		return &u.Seconds
	case "milliseconds":
		return &u.Milliseconds
	case "microseconds":
		return &u.Microseconds
	case "nanoseconds":
		return &u.Nanoseconds
	}
	return nil
}

// An exact sums multiples of units and notes when 64 bits do not hold them.
type exact struct {
	n        int64
	overflow bool
}

func (e *exact) add(n, times int64) {
	product := n * times
	if times != 0 && (product/times != n) || addOverflows(e.n, product) && product != 0 {
		e.overflow = true
		return
	}
	e.n += product
}

// Duration joins the units: whole ones exactly, fractions carried down to the smaller units.
func (u *DurationUnits) Duration() (Duration, error) {
	var months, days, sec, nanos exact
	months.add(u.Years.Whole, 12)
	months.add(u.Months.Whole, 1)
	days.add(u.Weeks.Whole, 7)
	days.add(u.Days.Whole, 1)
	sec.add(u.Hours.Whole, secondsPerHour)
	sec.add(u.Minutes.Whole, secondsPerMinute)
	sec.add(u.Seconds.Whole, 1)
	for _, part := range [...]struct{ n, perSecond int64 }{
		{u.Milliseconds.Whole, 1000}, {u.Microseconds.Whole, 1_000_000}, {u.Nanoseconds.Whole, nanosPerSecond},
	} {
		sec.add(part.n/part.perSecond, 1)
		nanos.add(part.n%part.perSecond, nanosPerSecond/part.perSecond)
	}
	if months.overflow || days.overflow || sec.overflow {
		return Duration{}, fault.New(fault.ArgumentError, "Invalid value for duration, will cause overflow.")
	}
	whole, err := NewDuration(months.n, days.n, sec.n, nanos.n)
	if err != nil || !u.fractional() {
		return whole, err
	}
	part, err := Approximate(
		u.Years.Frac*12+u.Months.Frac,
		u.Weeks.Frac*7+u.Days.Frac,
		u.Hours.Frac*secondsPerHour+u.Minutes.Frac*secondsPerMinute+u.Seconds.Frac,
		u.Milliseconds.Frac*1_000_000+u.Microseconds.Frac*1000+u.Nanoseconds.Frac)
	if err != nil {
		return Duration{}, err
	}
	return whole.Add(part)
}

func (u *DurationUnits) fractional() bool {
	for _, a := range [...]Amount{u.Years, u.Months, u.Weeks, u.Days, u.Hours, u.Minutes, u.Seconds, u.Milliseconds, u.Microseconds, u.Nanoseconds} {
		if a.Frac != 0 {
			return true
		}
	}
	return false
}

// ParseDuration reads P1Y2M3W4DT5H6M7.8S, where any part may be missing or have a sign and the last a fraction, and the
// form of a date and a time, P2012-02-02T14:37:21.545. A minus sign before the P turns all parts around.
func ParseDuration(s string) (Duration, error) {
	p := parser{s: s}
	negative := p.take('-')
	if !negative {
		p.take('+')
	}
	if !p.takeFold('P') {
		return Duration{}, unparsable("Duration", s)
	}
	if d, ok, err := p.dateDuration(); ok || err != nil {
		return signed(d, negative, err)
	}
	var u DurationUnits
	ok, err := p.units(&u)
	switch {
	case err != nil:
		return Duration{}, err
	case !ok:
		return Duration{}, unparsable("Duration", s)
	}
	d, err := u.Duration()
	return signed(d, negative, err)
}

func signed(d Duration, negative bool, err error) (Duration, error) {
	if err != nil || !negative {
		return d, err
	}
	return d.Negate()
}

// takeFold steps over a letter in upper or lower case.
func (p *parser) takeFold(upper byte) bool {
	return p.take(upper) || p.take(upper|0x20)
}

// units reads the parts with letters.
func (p *parser) units(u *DurationUnits) (ok bool, err error) {
	fraction, found := false, false
	read := func(letters string, units ...*Amount) bool {
		for i := 0; i < len(letters); i++ {
			start := p.at
			a, hasFraction, valid, e := p.amount()
			if e != nil {
				err = e
				return false
			}
			if !valid || !p.takeFold(letters[i]) {
				p.at = start
				continue
			}
			if fraction {
				return false // only the last part may be a fraction
			}
			*units[i], fraction, found = a, hasFraction, true
		}
		return true
	}
	if !read("YMWD", &u.Years, &u.Months, &u.Weeks, &u.Days) {
		return false, err
	}
	if p.takeFold('T') {
		found = false
		if !read("HMS", &u.Hours, &u.Minutes, &u.Seconds) || !found {
			return false, err
		}
	}
	return found && p.at == len(p.s), err
}

// amount reads a sign, digits and perhaps up to nine digits of a fraction.
func (p *parser) amount() (a Amount, fraction, ok bool, err error) {
	negative := p.take('-')
	if !negative {
		p.take('+')
	}
	digits := p.run()
	if digits == 0 {
		return a, false, false, nil
	}
	text := p.s[p.at : p.at+digits]
	p.at += digits
	if a.Whole, err = strconv.ParseInt(text, 10, 64); err != nil {
		return a, false, false, fault.New(fault.ArgumentError, "Invalid value for duration, will cause overflow. Value was %s", text)
	}
	if c := p.peek(); c == '.' || c == ',' {
		p.at++
		nanos, ok := p.fraction()
		if !ok {
			return a, false, false, nil
		}
		a.Frac, fraction = float64(nanos)/nanosPerSecond, true
	}
	if negative {
		a.Whole, a.Frac = -a.Whole, -a.Frac
	}
	return a, fraction, true, nil
}

// dateDuration reads the form of a date and a time; ok is false where the text is not of that form.
func (p *parser) dateDuration() (d Duration, ok bool, err error) {
	q := *p
	if q.run() == 4 || q.run() == 8 {
		year := q.number(4)
		long := q.take('-')
		month, ok1 := q.exactly(2)
		ok2 := !long || q.take('-')
		day, ok3 := q.exactly(2)
		if !ok1 || !ok2 || !ok3 {
			return d, false, nil
		}
		switch {
		case month > 12:
			return d, false, fault.New(fault.ArgumentError, "months is out of range: %d", month)
		case day > 31:
			return d, false, fault.New(fault.ArgumentError, "days is out of range: %d", day)
		}
		d.Months, d.Days = int64(year)*12+int64(month), int64(day)
		if q.at == len(q.s) {
			return d, true, nil
		}
	}
	if !q.takeFold('T') {
		return d, false, nil
	}
	f, ok := q.clock()
	if !ok || q.at != len(q.s) {
		return d, false, nil
	}
	if err := f.check(); err != nil {
		return d, false, err
	}
	d.Sec = f.n[Hour]*secondsPerHour + f.n[Minute]*secondsPerMinute + f.n[Second]
	d.Nano = int32(f.n[Nanosecond])
	return d, true, nil
}
