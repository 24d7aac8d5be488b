package temporal

import (
	"math"
	"math/big"
	"strconv"

	"guestgraph/cypher/engine/fault"
)

const nanosPerMonth = secondsPerMonth * nanosPerSecond // of mean length

func addOverflows(a, b int64) bool { return (a+b > a) != (b > 0) }

func tooLong(months, days, sec, nanos int64) error {
	return fault.New(fault.ArgumentError, "Invalid value for duration, will cause overflow. Value was months=%d, days=%d, seconds=%d, nanos=%d",
		months, days, sec, nanos)
}

// NewDuration carries whole seconds out of the nanoseconds. A duration whose mean length in seconds does not fit
// 64 bits is an error.
func NewDuration(months, days, sec, nanos int64) (Duration, error) {
	carry := floorDiv(nanos, nanosPerSecond)
	if addOverflows(sec, carry) {
		return Duration{}, tooLong(months, days, sec, nanos)
	}
	d := Duration{months, days, sec + carry, int32(floorMod(nanos, nanosPerSecond))}
	const limit = math.MaxInt64 / secondsPerDay
	if total, _ := d.MeanDays(); months > limit || months < -limit || days > limit || days < -limit || total > limit || total < -limit {
		return Duration{}, tooLong(months, days, sec, nanos)
	}
	return d, nil
}

// Add adds part by part.
func (d Duration) Add(o Duration) (Duration, error) {
	if addOverflows(d.Months, o.Months) || addOverflows(d.Days, o.Days) || addOverflows(d.Sec, o.Sec) {
		return Duration{}, fault.New(fault.ArgumentError, "Can not add duration %s and %s without causing overflow.", d, o)
	}
	r, err := NewDuration(d.Months+o.Months, d.Days+o.Days, d.Sec+o.Sec, int64(d.Nano)+int64(o.Nano))
	if err != nil {
		return Duration{}, fault.New(fault.ArgumentError, "Can not add duration %s and %s without causing overflow.", d, o)
	}
	return r, nil
}

// Negate turns every part around.
func (d Duration) Negate() (Duration, error) {
	if d.Sec == math.MinInt64 {
		return Duration{}, tooLong(d.Months, d.Days, d.Sec, int64(d.Nano))
	}
	return NewDuration(-d.Months, -d.Days, -d.Sec, -int64(d.Nano))
}

// Scale multiplies by a number. What is left of months goes into days, a mean month each, and what is left of
// days into seconds.
func (d Duration) Scale(by float64) (Duration, error) {
	return Approximate(float64(d.Months)*by, float64(d.Days)*by, float64(d.Sec)*by, float64(d.Nano)*by)
}

// Divide divides by a number, with the same carrying.
func (d Duration) Divide(by float64) (Duration, error) {
	return Approximate(float64(d.Months)/by, float64(d.Days)/by, float64(d.Sec)/by, float64(d.Nano)/by)
}

// Approximate makes a duration of parts that need not be whole. The steps and their rounding are Neo4j's, so
// that the same nanoseconds come out.
func Approximate(months, days, sec, nanos float64) (Duration, error) {
	wholeMonths := math.Trunc(months)
	days += (months - wholeMonths) * nanosPerMonth / nanosPerDay
	wholeDays := math.Trunc(days)
	sec += secondsOf(days - wholeDays)
	wholeSec := math.Trunc(sec)
	nanos += (sec - wholeSec) * nanosPerSecond
	var whole [4]int64
	for i, f := range [...]float64{wholeMonths, wholeDays, wholeSec, nanos} {
		switch {
		case f != f: // Java's cast of NaN is 0
		case f >= 1<<63 || f < -(1<<63):
			return Duration{}, fault.New(fault.ArithmeticError, "long overflow")
		default:
			whole[i] = int64(f)
		}
	}
	return NewDuration(whole[0], whole[1], whole[2], whole[3])
}

// secondsOf gives the seconds of a part of a day, reckoned with the decimal digits that the part is written with:
// 0.7 days are 60480 seconds, though no float is 0.7.
func secondsOf(days float64) float64 {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(days, 'g', -1, 64))
	if days == 0 || !ok { // not ok: NaN
		return days
	}
	f, _ := r.Mul(r, big.NewRat(secondsPerDay, 1)).Float64()
	return f
}

// Add moves the date by months, then by days and by the whole days of the time part.
func (d Date) Add(by Duration) (Date, error) {
	// A year is at least 12 months or 365 days: steps longer than all years leave them for certain.
	const limit = 366 * 2 * (MaxYear + 1)
	days := by.Days + by.Sec/secondsPerDay
	if by.Months > limit || by.Months < -limit || days > limit || days < -limit {
		return 0, fault.New(fault.ArithmeticError, "Invalid value for Year (valid values -999999999 - 999999999)")
	}
	r := d.addMonths(by.Months) + Date(days)
	return r, r.check()
}

func (d Date) check() error {
	if d.Valid() {
		return nil
	}
	y, _, _ := d.Civil()
	return fault.New(fault.ArithmeticError, "Invalid value for Year (valid values -999999999 - 999999999): %d", y)
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
	if addOverflows(l.Sec, by.Sec+1) {
		return l, fault.New(fault.ArithmeticError, "long overflow")
	}
	r := LocalDateTime{l.Sec + by.Sec + nano/nanosPerSecond, int32(nano % nanosPerSecond)}
	return r, r.Date().check()
}

// Add moves the zone's calendar by months and days, then the instant by the time part. Where the clocks show the
// new time twice, it stays with the offset it had.
func (d DateTime) Add(by Duration) (DateTime, error) {
	if by.Months != 0 || by.Days != 0 {
		offset := d.Offset()
		l, err := d.Local().Add(Duration{Months: by.Months, Days: by.Days})
		if err != nil {
			return d, err
		}
		if d.Zone.shows(l.Sec, offset) {
			d = DateTime{l.Sec - int64(offset), l.Nano, d.Zone}
		} else {
			d = NewDateTime(l, d.Zone)
		}
	}
	u, err := LocalDateTime{d.Sec, d.Nano}.addClock(by)
	return DateTime{u.Sec, u.Nano, d.Zone}, err
}
