// Package temporal holds Cypher's temporal values, their calendar, their text and their arithmetic,
// as Neo4j 5 has them: the proleptic Gregorian calendar, years -999999999 to 999999999, nanoseconds,
// IANA time zones (embedded in the binary) and fixed offsets of up to 18 hours.
//
//	Date           a day
//	LocalTime      a time of day
//	Time           a time of day with an offset
//	LocalDateTime  a day and a time
//	DateTime       an instant, seen in a zone
//	Duration       months, days, seconds and nanoseconds, each counted by itself
package temporal

// Lengths that the units of the calendar share.
const (
	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400
	nanosPerSecond   = 1_000_000_000
	nanosPerMinute   = 60 * nanosPerSecond
	nanosPerHour     = 3600 * nanosPerSecond
	nanosPerDay      = secondsPerDay * nanosPerSecond
)

// The years a date may have.
const (
	MinYear = -999_999_999
	MaxYear = 999_999_999
)

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }
