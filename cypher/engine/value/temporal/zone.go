package temporal

import (
	_ "embed"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // named zones work on machines without a zone database

	"guestgraph/cypher/engine/fault"
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

// quarters are the offsets of whole quarters of an hour, which are nearly all there are: from -18:00.
var quarters = func() (q [2*MaxOffset/quarter + 1]*Zone) {
	for i := range q {
		q[i] = &Zone{offset: int32(i*quarter - MaxOffset)}
	}
	q[MaxOffset/quarter] = UTC
	return q
}()

const quarter = secondsPerHour / 4

// zoneNames lists the names of the IANA database, which time.LoadLocation knows only by exact spelling.
//
//go:embed zones.txt
var zoneNames string

// canonical maps a name in lower case to its spelling.
var canonical = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 600)
	for name := range strings.Lines(zoneNames) {
		name = strings.TrimSpace(name)
		m[strings.ToLower(name)] = name
	}
	return m
})

// FixedZone gives the zone of an offset in seconds, which must be within ±MaxOffset.
func FixedZone(offset int32) *Zone {
	if offset%quarter == 0 {
		return quarters[(offset+MaxOffset)/quarter]
	}
	if z, ok := zones.Load(offset); ok {
		return z.(*Zone)
	}
	z, _ := zones.LoadOrStore(offset, &Zone{offset: offset})
	return z.(*Zone)
}

// NamedZone gives the zone of an IANA name, in upper or lower case.
func NamedZone(name string) (*Zone, error) {
	if z, ok := zones.Load(name); ok {
		return z.(*Zone), nil
	}
	exact, ok := canonical()[strings.ToLower(name)]
	if !ok {
		return nil, unknownZone(name)
	}
	if exact != name {
		return NamedZone(exact)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, unknownZone(name)
	}
	z, _ := zones.LoadOrStore(name, &Zone{name: name, loc: loc})
	return z.(*Zone), nil
}

func unknownZone(name string) error {
	return fault.New(fault.SyntaxError, "Invalid value for TimeZone: Text '%s' could not be parsed", name)
}

// ParseZone reads what the timezone of a temporal value may be: Z, +01:00, +01:00:30 or an IANA name.
func ParseZone(s string) (*Zone, error) {
	if s == "Z" || s == "z" {
		return UTC, nil
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return NamedZone(s)
	}
	if len(s) != 6 && len(s) != 9 {
		return nil, unknownZone(s)
	}
	p := parser{s: s}
	offset, ok := p.offset(true)
	if !ok || p.at != len(s) || s[3] != ':' {
		return nil, unknownZone(s)
	}
	if err := checkOffset(offset); err != nil {
		return nil, err
	}
	return FixedZone(offset), nil
}

func checkOffset(offset int32) error {
	if offset < -MaxOffset || offset > MaxOffset {
		return fault.New(fault.ArgumentError, "Zone offset not in valid range: -18:00 to +18:00")
	}
	return nil
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

// offsetOfLocal gives the offset to subtract from a clock's reading: the earlier of two, and before a gap the one
// that moves the reading on by the length of the gap.
func (z *Zone) offsetOfLocal(local int64) int32 {
	if z.loc == nil {
		return z.offset
	}
	// The offsets half a day and more to either side embrace any change of the clocks near this reading.
	near := local - int64(z.OffsetAt(local))
	before, after := z.OffsetAt(near-secondsPerDay), z.OffsetAt(near+secondsPerDay)
	if before == after || z.OffsetAt(local-int64(before)) == before {
		return before
	}
	if z.OffsetAt(local-int64(after)) == after {
		return after
	}
	return before
}

// shows tells whether the clocks of the zone show a reading at a time when their offset is the given one.
func (z *Zone) shows(local int64, offset int32) bool {
	return z.OffsetAt(local-int64(offset)) == offset
}
