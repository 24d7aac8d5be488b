package temporal

import (
	"errors"
	"strings"

	"guestgraph/cypher/engine/fault"
)

// A parser reads the text forms of Cypher's temporal values: ISO 8601 with and without separators.
type parser struct {
	s  string
	at int
}

func (p *parser) peek() byte {
	if p.at < len(p.s) {
		return p.s[p.at]
	}
	return 0
}

// take steps over c, if it is next.
func (p *parser) take(c byte) bool {
	if p.peek() == c && p.at < len(p.s) {
		p.at++
		return true
	}
	return false
}

// run counts the digits that come next.
func (p *parser) run() int {
	n := 0
	for p.at+n < len(p.s) && p.s[p.at+n] >= '0' && p.s[p.at+n] <= '9' {
		n++
	}
	return n
}

// number reads n digits, which must be there.
func (p *parser) number(n int) int {
	v := 0
	for range n {
		v = v*10 + int(p.s[p.at]-'0')
		p.at++
	}
	return v
}

// upTo reads between one and n digits that are not followed by more.
func (p *parser) upTo(n int) (int, bool) {
	if r := p.run(); r >= 1 && r <= n {
		return p.number(r), true
	}
	return 0, false
}

// exactly reads n digits.
func (p *parser) exactly(n int) (int, bool) {
	if p.run() < n {
		return 0, false
	}
	return p.number(n), true
}

func unparsable(kind, s string) error {
	return fault.New(fault.SyntaxError, "Text cannot be parsed to a %s\n\"%s\"\n ^", kind, s)
}

// asSyntax gives an error of a value that came from text the code of its text.
func asSyntax(err error) error {
	var f *fault.Error
	if errors.As(err, &f) && f.Code == fault.ArgumentError {
		return fault.Wrap(f, fault.SyntaxError, "%s", f.Message)
	}
	return err
}

// ParseDate reads 2015-07-21, 20150721, 2015-07, 201507, 2015-W30-2, 2015W302, 2015-W30, 2015W30, 2015-Q2-60, 2015Q260,
// 2015-Q2, 2015Q2, 2015-202, 2015202 and 2015. A year with a sign may have up to nine digits, and then needs the dashes.
func ParseDate(s string) (Date, error) {
	p := parser{s: s}
	f, ok := p.date()
	if !ok || p.at != len(s) {
		return 0, unparsable("Date", s)
	}
	return f.parsed()
}

// parsed gives the date of a text, which unlike a map's may not run past the end of its quarter.
func (f *DateFields) parsed() (Date, error) {
	d, err := f.Date()
	if err != nil {
		return 0, asSyntax(err)
	}
	if f.has(DayOfQuarter) {
		if _, m, _ := d.Civil(); int64(m-1)/3+1 != f.n[Quarter] {
			return 0, fault.New(fault.ArgumentError, "Quarter %d has no day %d.", f.n[Quarter], f.n[DayOfQuarter])
		}
	}
	return d, nil
}

// date reads the parts of a date; what follows is left.
func (p *parser) date() (f DateFields, ok bool) {
	sign := p.peek()
	signed := sign == '-' || sign == '+'
	if signed {
		p.at++
	}
	digits := p.run()
	switch {
	case signed && digits >= 1 && digits <= 9:
	case !signed && digits >= 4:
		digits = 4
	default:
		return f, false
	}
	year := p.number(digits)
	if sign == '-' {
		year = -year
	}
	f.Set(Year, int64(year))
	if p.take('-') {
		return f, p.longDate(&f)
	}
	if signed {
		return f, true
	}
	return f, p.shortDate(&f)
}

func (p *parser) longDate(f *DateFields) bool {
	switch {
	case p.take('W'):
		return p.pair(f, Week, DayOfWeek, 2, 1)
	case p.take('Q'):
		return p.pair(f, Quarter, DayOfQuarter, 1, 2)
	case p.run() == 3:
		f.Set(OrdinalDay, int64(p.number(3)))
		return true
	}
	return p.pair(f, Month, Day, 2, 2)
}

// pair reads a unit and, after a dash, a smaller one.
func (p *parser) pair(f *DateFields, unit, smaller Field, digits, smallerDigits int) bool {
	n, ok := p.upTo(digits)
	if !ok {
		return false
	}
	f.Set(unit, int64(n))
	if p.take('-') {
		if n, ok = p.upTo(smallerDigits); ok {
			f.Set(smaller, int64(n))
		}
	}
	return ok
}

func (p *parser) shortDate(f *DateFields) bool {
	unit, smaller := Week, DayOfWeek
	digits, smallerDigits := 2, 1
	switch {
	case p.take('W'):
	case p.take('Q'):
		unit, smaller, digits, smallerDigits = Quarter, DayOfQuarter, 1, 2
	default:
		switch p.run() {
		case 0:
			return true
		case 2:
			f.Set(Month, int64(p.number(2)))
			return true
		case 3:
			f.Set(OrdinalDay, int64(p.number(3)))
			return true
		case 4:
			unit, smaller, smallerDigits = Month, Day, 2
		default:
			return false
		}
	}
	n, ok := p.exactly(digits)
	if !ok {
		return false
	}
	f.Set(unit, int64(n))
	if p.run() > 0 {
		if n, ok = p.exactly(smallerDigits); ok {
			f.Set(smaller, int64(n))
		}
	}
	return ok
}

// clock reads 21:40:32.142, 214032.142, 21:40, 2140 or 21. Only seconds may have a fraction.
func (p *parser) clock() (f TimeFields, ok bool) {
	long := p.run() <= 2
	next := func(first bool) (int, bool) {
		if long {
			return p.upTo(2)
		}
		return p.exactly(2)
	}
	for i, unit := range [...]Field{Hour, Minute, Second} {
		if i > 0 {
			if long && !p.take(':') || !long && p.run() == 0 {
				return f, true
			}
		}
		n, ok := next(i == 0)
		if !ok {
			return f, false
		}
		f.Set(unit, int64(n))
	}
	if c := p.peek(); c == '.' || c == ',' {
		p.at++
		n, ok := p.fraction()
		f.Set(Nanosecond, n)
		return f, ok
	}
	return f, true
}

// fraction reads one to nine digits as nanoseconds.
func (p *parser) fraction() (int64, bool) {
	digits := p.run()
	if digits < 1 || digits > 9 {
		return 0, false
	}
	n := int64(p.number(digits))
	for ; digits < 9; digits++ {
		n *= 10
	}
	return n, true
}

// offset reads +01, +0130, +01:30 or, where seconds are wanted, +01:30:15.
func (p *parser) offset(seconds bool) (int32, bool) {
	sign := int32(1)
	if p.peek() == '-' {
		sign = -1
	}
	p.at++
	hours, ok := p.exactly(2)
	if !ok {
		return 0, false
	}
	total := int32(hours) * secondsPerHour
	unit := int32(60)
	for range 2 {
		if unit == 1 && !seconds || !p.take(':') && p.run() == 0 {
			break
		}
		n, ok := p.exactly(2)
		if !ok || n > 59 {
			return 0, false
		}
		total += int32(n) * unit
		unit /= 60
	}
	return sign * total, true
}

// zone reads an offset, a name in brackets, both or neither. hasOffset tells of the first, zone is nil without a name.
func (p *parser) zone() (offset int32, hasOffset bool, zone *Zone, err error) {
	switch p.peek() {
	case 'Z', 'z':
		p.at++
		hasOffset = true
	case '+', '-':
		if offset, hasOffset = p.offset(false); !hasOffset {
			return 0, false, nil, errText
		}
		if err := checkOffset(offset); err != nil {
			return 0, false, nil, err
		}
	}
	if !p.take('[') {
		return offset, hasOffset, nil, nil
	}
	end := strings.IndexByte(p.s[p.at:], ']')
	if end < 0 {
		return 0, false, nil, errText
	}
	name := p.s[p.at : p.at+end]
	p.at += end + 1
	if name == "Z" {
		return offset, hasOffset, UTC, nil
	}
	zone, err = NamedZone(name)
	return offset, hasOffset, zone, err
}

// errText says that the text is malformed; the caller knows what it was to be.
var errText = errors.New("malformed text")
