package temporal

import "strings"

// Component gives a part of the date by its name in Cypher; ok is false for a name dates do not have.
func (d Date) Component(name string) (n int64, ok bool) {
	y, m, day := d.Civil()
	switch name {
	case "year":
		return y, true
	case "quarter":
		return int64((m-1)/3 + 1), true
	case "month":
		return int64(m), true
	case "week":
		_, w := d.ISOWeek()
		return int64(w), true
	case "weekYear":
		wy, _ := d.ISOWeek()
		return wy, true
	case "dayOfQuarter":
		return int64(d.QuarterDay()), true
	case "quarterDay":
		return int64(d.QuarterDay()), true
	case "day":
		return int64(day), true
	case "ordinalDay":
		return int64(d.YearDay()), true
	case "dayOfWeek", "weekDay":
		return int64(d.Weekday()), true
	}
	return 0, false
}

// Component gives a part of the time by its name in Cypher; millisecond, microsecond and nanosecond are of the whole second.
func (t LocalTime) Component(name string) (n int64, ok bool) {
	h, m, s, nano := t.Clock()
	switch name {
	case "hour":
		return int64(h), true
	case "minute":
		return int64(m), true
	case "second":
		return int64(s), true
	case "millisecond":
		return nano / 1_000_000, true
	case "microsecond":
		return nano / 1000, true
	case "nanosecond":
		return nano, true
	}
	return 0, false
}

// Component gives a part of the time or the offset, as a number or, where text is not empty, as text.
func (t Time) Component(name string) (n int64, text string, ok bool) {
	if n, ok := t.Local.Component(name); ok {
		return n, "", true
	}
	return offsetComponent(t.Offset, name)
}

func offsetComponent(offset int32, name string) (n int64, text string, ok bool) {
	switch name {
	case "timezone", "offset":
		return 0, string(appendOffset(nil, offset)), true
	case "offsetMinutes":
		return int64(offset) / 60, "", true
	case "offsetSeconds":
		return int64(offset), "", true
	}
	return 0, "", false
}

// Component gives a part of the date or the time.
func (l LocalDateTime) Component(name string) (n int64, ok bool) {
	if n, ok := l.Time().Component(name); ok {
		return n, true
	}
	return l.Date().Component(name)
}

// Component gives a part of what the zone's clocks show, of the zone, or the instant since 1970 as epochSeconds and
// epochMillis.
func (d DateTime) Component(name string) (n int64, text string, ok bool) {
	switch name {
	case "epochSeconds": // toward zero, as Neo4j has it
		return d.epochMillis() / 1000, "", true
	case "epochMillis":
		return d.epochMillis(), "", true
	case "timezone":
		return 0, d.Zone.Name(), true
	}
	if n, ok := d.Local().Component(name); ok {
		return n, "", true
	}
	return offsetComponent(d.Offset(), name)
}

func (d DateTime) epochMillis() int64 { return d.Sec*1000 + int64(d.Nano)/1_000_000 }

// Component gives a part of the duration: whole units of its months, its days, or its seconds (years, months, hours,
// nanoseconds …), or what a larger unit leaves over (monthsOfYear, minutesOfHour …).
func (d Duration) Component(name string) (n int64, ok bool) {
	switch name {
	case "years":
		return d.Months / 12, true
	case "quarters":
		return d.Months / 3, true
	case "months":
		return d.Months, true
	case "quartersOfYear":
		return d.Months / 3 % 4, true
	case "monthsOfYear":
		return d.Months % 12, true
	case "monthsOfQuarter":
		return d.Months % 3, true
	case "weeks":
		return d.Days / 7, true
	case "days":
		return d.Days, true
	case "daysOfWeek":
		return d.Days % 7, true
	}
	return d.clockComponent(name)
}

func (d Duration) clockComponent(name string) (n int64, ok bool) {
	switch name {
	case "hours":
		return d.Sec / 3600, true
	case "minutes":
		return d.Sec / 60, true
	case "minutesOfHour":
		return d.Sec / 60 % 60, true
	case "seconds":
		return d.Sec, true
	case "secondsOfMinute":
		return d.Sec % 60, true
	case "milliseconds":
		return d.Sec*1000 + int64(d.Nano)/1_000_000, true
	case "millisecondsOfSecond":
		return int64(d.Nano) / 1_000_000, true
	case "microseconds":
		return d.Sec*1_000_000 + int64(d.Nano)/1000, true
	case "microsecondsOfSecond":
		return int64(d.Nano) / 1000, true
	case "nanoseconds":
		return d.Sec*nanosPerSecond + int64(d.Nano), true
	case "nanosecondsOfSecond":
		return int64(d.Nano), true
	}
	return 0, false
}

// componentNames are the names of all components.
var componentNames = [...]string{
	"year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "quarterDay", "day", "ordinalDay", "dayOfWeek", "weekDay",
	"hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
	"timezone", "offset", "offsetMinutes", "offsetSeconds", "epochSeconds", "epochMillis",
	"years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds",
	"quartersOfYear", "monthsOfYear", "monthsOfQuarter", "daysOfWeek", "minutesOfHour", "secondsOfMinute",
	"millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
}

// ComponentName gives the usual spelling of a component's name, which Cypher takes in any case; ok is false for a
// name that no temporal value has.
func ComponentName(name string) (spelling string, ok bool) {
	for _, n := range componentNames {
		if strings.EqualFold(n, name) {
			return n, true
		}
	}
	return "", false
}
