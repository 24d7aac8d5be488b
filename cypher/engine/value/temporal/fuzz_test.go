package temporal_test

import (
	"testing"

	"guestgraph/cypher/engine/value/temporal"
)

var texts = []string{
	"2015-07-21", "20150721", "2015-W30-2", "2015W302", "2015-Q2-60", "2015Q260", "2015-202", "2015202", "+999999999-12-31", "-0001-01",
	"21:40:32.142", "214032,142", "21", "T21:40Z", "21:40+01:30", "2140-02", "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]",
	"2015-10-25T01:30Z[Europe/London]", "P1Y2M3W4DT5H6M7.8S", "-P1.5D", "P2012-02-02T14:37:21.545", "PT9223372036854775807S", "P0.5W", "PT-0.5S",
}

// FuzzParse reads any text as every type: none may panic, and what is read comes back from its own text.
func FuzzParse(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := temporal.ParseDate(s); err == nil {
			again, err := temporal.ParseDate(d.String())
			same(t, s, d, again, err)
		}
		if v, err := temporal.ParseLocalTime(s); err == nil {
			again, err := temporal.ParseLocalTime(v.String())
			same(t, s, v, again, err)
		}
		if v, err := temporal.ParseTime(s, 3600); err == nil {
			again, err := temporal.ParseTime(v.String(), 0)
			same(t, s, v, again, err)
		}
		if v, err := temporal.ParseLocalDateTime(s); err == nil {
			again, err := temporal.ParseLocalDateTime(v.String())
			same(t, s, v, again, err)
		}
		if v, err := temporal.ParseDateTime(s, temporal.UTC); err == nil && v.Offset()%60 == 0 {
			again, err := temporal.ParseDateTime(v.String(), temporal.UTC)
			same(t, s, v, again, err)
		}
		if v, err := temporal.ParseDuration(s); err == nil {
			again, err := temporal.ParseDuration(v.String())
			same(t, s, v, again, err)
		}
		_, _ = temporal.ParseZone(s)
	})
}

func same[T comparable](t *testing.T, text string, a, b T, err error) {
	t.Helper()
	if err != nil || a != b {
		t.Fatalf("%q is %v, whose text reads as %v (%v)", text, a, b, err)
	}
}
