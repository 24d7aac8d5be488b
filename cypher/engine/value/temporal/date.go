package temporal

import "time"

// A Date counts days since 1970-01-01.
type Date int64

// NewDate gives the date of a year, a month (1 to 12) and a day of that month, which it does not check.
func NewDate(year int64, month, day int) Date {
	return Date(daysFromCivil(year, month, day))
}

// DateOf gives the date that the clock of t's location shows.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(int64(y), int(m), d)
}

// daysFromCivil counts the days from 1970-01-01, by Howard Hinnant's
// "chrono-Compatible Low-Level Date Algorithms" (eras of 400 years starting in March).
func daysFromCivil(y int64, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := int64((m + 9) % 12)
	doy := (153*mp+2)/5 + int64(d) - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// Civil gives the year, the month (1 to 12) and the day of the month.
func (d Date) Civil() (year int64, month, day int) {
	z := int64(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = int(doy - (153*mp+2)/5 + 1)
	month = int(mp + 3)
	year = yoe + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// Weekday gives the ISO day of the week: 1 is Monday, 7 is Sunday.
func (d Date) Weekday() int { return int(floorMod(int64(d)+3, 7)) + 1 }

// YearDay gives the day of the year, from 1.
func (d Date) YearDay() int {
	y, _, _ := d.Civil()
	return int(d-NewDate(y, 1, 1)) + 1
}

// ISOWeek gives the ISO 8601 week and the year that week belongs to.
func (d Date) ISOWeek() (year int64, week int) {
	thursday := d + Date(4-d.Weekday())
	year, _, _ = thursday.Civil()
	return year, int(thursday-NewDate(year, 1, 1))/7 + 1
}

// QuarterDay gives the day of the quarter, from 1.
func (d Date) QuarterDay() int {
	y, m, _ := d.Civil()
	return int(d-NewDate(y, (m-1)/3*3+1, 1)) + 1
}

// WeekDate gives the date of an ISO year, week and day of the week.
func WeekDate(year int64, week, weekday int) Date {
	fourth := NewDate(year, 1, 4) // always in week 1
	monday := fourth - Date(fourth.Weekday()-1)
	return monday + Date((week-1)*7+weekday-1)
}

// IsLeap tells whether the year has 366 days.
func IsLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn gives the length of a month.
func DaysIn(year int64, month int) int {
	switch month {
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// WeeksIn gives the number of ISO weeks of a year, 52 or 53.
func WeeksIn(year int64) int {
	_, w := NewDate(year, 12, 28).ISOWeek()
	return w
}

// addMonths moves the date by whole months; a day past the end of the month becomes its last.
func (d Date) addMonths(n int64) Date {
	y, m, day := d.Civil()
	total := y*12 + int64(m-1) + n
	y, m = floorDiv(total, 12), int(floorMod(total, 12))+1
	return NewDate(y, m, min(day, DaysIn(y, m)))
}

// Valid tells whether the year of the date is one a date may have.
func (d Date) Valid() bool {
	return d >= Date(minDays) && d <= Date(maxDays)
}

var (
	minDays = daysFromCivil(MinYear, 1, 1)
	maxDays = daysFromCivil(MaxYear, 12, 31)
)
