package temporal

import (
	"fmt"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // named zones work on machines without a zone database
)

// MaxOffset is the largest distance of a zone from UTC, in seconds.
const MaxOffset = 18 * secondsPerHour

// A Zone is a named time zone or a fixed offset from UTC. Zones are shared: equal zones are the same pointer.
type Zone struct {
	name   string // empty for a fixed offset
	offset int32  // of a fixed offset
	loc    *time.Location
}

// UTC is the offset zero, written Z.
var UTC = &Zone{}

// zones remembers the zones that were asked for, so that a date-time costs no zone of its own and a zone is read
// from the database once. What it holds never changes and is bounded by the zones and offsets that exist.
var zones sync.Map // string or int32 → *Zone

// FixedZone gives the zone of an offset in seconds, which must be within ±MaxOffset.
func FixedZone(offset int32) *Zone {
	if offset == 0 {
		return UTC
	}
	if z, ok := zones.Load(offset); ok {
		return z.(*Zone)
	}
	z, _ := zones.LoadOrStore(offset, &Zone{offset: offset})
	return z.(*Zone)
}

// NamedZone gives the zone of an IANA name.
func NamedZone(name string) (*Zone, error) {
	if z, ok := zones.Load(name); ok {
		return z.(*Zone), nil
	}
	if name == "" || name == "Local" || strings.Contains(name, "..") {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	z, _ := zones.LoadOrStore(name, &Zone{name: name, loc: loc})
	return z.(*Zone), nil
}

// Name gives the IANA name, or the offset as text (Z, +01:00).
func (z *Zone) Name() string {
	if z.loc == nil {
		return string(appendOffset(nil, z.offset))
	}
	return z.name
}

// Named tells whether the zone is a named one, not a fixed offset.
func (z *Zone) Named() bool { return z.loc != nil }

// OffsetAt gives the seconds east of UTC at an instant.
func (z *Zone) OffsetAt(sec int64) int32 {
	if z.loc == nil {
		return z.offset
	}
	_, off := time.Unix(sec, 0).In(z.loc).Zone()
	return int32(off)
}

// offsetOfLocal gives the offset to subtract from a clock's reading.
func (z *Zone) offsetOfLocal(local int64) int32 {
	if z.loc == nil {
		return z.offset
	}
	// The offsets half a day to either side embrace any change of the clocks near this reading.
	before := z.OffsetAt(local - int64(z.OffsetAt(local)) - secondsPerDay)
	after := z.OffsetAt(local - int64(z.OffsetAt(local)) + secondsPerDay)
	if before == after {
		if z.OffsetAt(local-int64(before)) == before {
			return before
		}
	}
	if z.OffsetAt(local-int64(before)) == before {
		return before
	}
	if z.OffsetAt(local-int64(after)) == after {
		return after
	}
	return before // in a gap: the offset before it moves the reading on by the gap's length
}
