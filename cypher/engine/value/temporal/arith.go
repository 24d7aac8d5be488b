package temporal

import (
	"errors"
	"math"
)

var (
	errOverflow = errors.New("long overflow")
	errDate     = errors.New("Text cannot be parsed to a date: out of range")
)

func addChecked(a, b int64) (int64, error) {
	s := a + b
	if (s > a) != (b > 0) {
		return 0, errOverflow
	}
	return s, nil
}

// normalized carries whole seconds out of nanoseconds.
func normalized(months, days, sec, nanos int64) (Duration, error) {
	sec, err := addChecked(sec, floorDiv(nanos, nanosPerSecond))
	return Duration{months, days, sec, int32(floorMod(nanos, nanosPerSecond))}, err
}

// Add adds part by part.
func (d Duration) Add(o Duration) (Duration, error) {
	months, err1 := addChecked(d.Months, o.Months)
	days, err2 := addChecked(d.Days, o.Days)
	sec, err3 := addChecked(d.Sec, o.Sec)
	r, err4 := normalized(months, days, sec, int64(d.Nano)+int64(o.Nano))
	return r, errors.Join(err1, err2, err3, err4)
}

// Negate turns every part around.
func (d Duration) Negate() (Duration, error) {
	if d.Months == math.MinInt64 || d.Days == math.MinInt64 || d.Sec == math.MinInt64 {
		return Duration{}, errOverflow
	}
	return normalized(-d.Months, -d.Days, -d.Sec, -int64(d.Nano))
}

// Scale multiplies by a number. What is left of months goes into days (a mean month each), what is left of
// days into seconds.
func (d Duration) Scale(by float64) (Duration, error) { return Approximate(d.parts(), by) }

// Divide divides by a number, with the same carrying.
func (d Duration) Divide(by float64) (Duration, error) { return Approximate(d.parts(), 1/by) }

func (d Duration) parts() [4]float64 {
	return [4]float64{float64(d.Months), float64(d.Days), float64(d.Sec), float64(d.Nano)}
}

// Approximate makes a duration of fractional months, days, seconds and nanoseconds, each multiplied by a factor.
func Approximate(parts [4]float64, by float64) (Duration, error) {
	months, rest := math.Modf(parts[0] * by)
	days, dayRest := math.Modf(parts[1]*by + rest*secondsPerMonth/secondsPerDay)
	sec := parts[2]*by + dayRest*secondsPerDay
	whole, frac := math.Modf(sec)
	nanos := math.Trunc(frac*nanosPerSecond + parts[3]*by)
	for _, f := range [...]float64{months, days, whole, nanos} {
		if !(math.Abs(f) < 1<<63) {
			return Duration{}, errOverflow
		}
	}
	return normalized(int64(months), int64(days), int64(whole), int64(nanos))
}

// Add moves the date by months, then by days and by the whole days of the time part.
func (d Date) Add(by Duration) (Date, error) {
	days, err := addChecked(by.Days, by.Sec/secondsPerDay)
	if err != nil || !inYears(by.Months, days) {
		return 0, errDate
	}
	r := d.addMonths(by.Months) + Date(days)
	if !r.valid() {
		return 0, errDate
	}
	return r, nil
}

// inYears tells whether steps are small enough not to overflow before they are checked.
func inYears(months, days int64) bool {
	const limit = 3 * (MaxYear + 1)
	return months > -12*limit && months < 12*limit && days > -366*limit && days < 366*limit
}

// Add moves the time around the clock by the time part.
func (t LocalTime) Add(by Duration) LocalTime {
	step := floorMod(by.Sec, secondsPerDay)*nanosPerSecond + int64(by.Nano)
	return LocalTime(floorMod(int64(t)+step, nanosPerDay))
}

// Add moves by months, then days, then the time part.
func (l LocalDateTime) Add(by Duration) (LocalDateTime, error) {
	d, err := l.Date().Add(Duration{Months: by.Months, Days: by.Days})
	if err != nil {
		return l, err
	}
	return NewLocalDateTime(d, l.Time()).addClock(by)
}

func (l LocalDateTime) addClock(by Duration) (LocalDateTime, error) {
	nano := int64(l.Nano) + int64(by.Nano)
	sec, err := addChecked(l.Sec, by.Sec)
	if err != nil {
		return l, err
	}
	sec += nano / nanosPerSecond
	if !Date(floorDiv(sec, secondsPerDay)).valid() {
		return l, errDate
	}
	return LocalDateTime{sec, int32(nano % nanosPerSecond)}, nil
}

// Add moves the zone's calendar by months and days, then the instant by the time part.
func (d DateTime) Add(by Duration) (DateTime, error) {
	if by.Months != 0 || by.Days != 0 {
		l, err := d.Local().Add(Duration{Months: by.Months, Days: by.Days})
		if err != nil {
			return d, err
		}
		d = NewDateTime(l, d.Zone)
	}
	u, err := LocalDateTime{d.Sec, d.Nano}.addClock(by)
	return DateTime{u.Sec, u.Nano, d.Zone}, err
}
