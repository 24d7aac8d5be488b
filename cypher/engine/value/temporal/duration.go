package temporal

import "cmp"

// A Duration counts months, days, seconds and nanoseconds, which have no fixed ratio to one another
// (except nanoseconds to seconds). Nano is 0 to 999,999,999, also when Sec is negative.
type Duration struct {
	Months, Days, Sec int64
	Nano              int32
}

// The mean length of a month of the Gregorian calendar in seconds: a year of 365.2425 days over 12.
const secondsPerMonth = 2_629_746

// Compare orders durations by their mean length, then by months, days and seconds.
func (d Duration) Compare(o Duration) int {
	dd, dr := d.MeanDays()
	od, or := o.MeanDays()
	if c := cmp.Compare(dd, od); c != 0 {
		return c
	}
	if c := cmp.Compare(dr, or); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Nano, o.Nano); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Months, o.Months); c != 0 {
		return c
	}
	return cmp.Compare(d.Days, o.Days)
}

// MeanDays gives the mean length in days and seconds of the day. 400 years are exactly 146,097 days,
// which keeps the reckoning inside 64 bits for any months and seconds.
func (d Duration) MeanDays() (days, sec int64) {
	eras, months := floorDiv(d.Months, 4800), floorMod(d.Months, 4800)
	sec = months*secondsPerMonth + floorMod(d.Sec, secondsPerDay)
	days = eras*146097 + d.Days + floorDiv(d.Sec, secondsPerDay) + sec/secondsPerDay
	return days, sec % secondsPerDay
}
