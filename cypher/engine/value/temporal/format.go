package temporal

import "strconv"

func appendInt(b []byte, n int64, width int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	digits := 1
	for limit := int64(10); digits < width; digits++ {
		if n < limit {
			break
		}
		limit *= 10
	}
	for ; digits < width; digits++ {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, n, 10)
}

// AppendText appends the ISO 8601 form, 2015-07-21; a year past 9999 has a sign.
func (d Date) AppendText(b []byte) []byte {
	y, m, day := d.Civil()
	if y > 9999 {
		b = append(b, '+')
	}
	b = append(appendInt(b, y, 4), '-')
	b = append(appendInt(b, int64(m), 2), '-')
	return appendInt(b, int64(day), 2)
}

// AppendText appends 21:40:00 or 21:40:32.142: the fraction only where it is not zero, and as short as it can be.
func (t LocalTime) AppendText(b []byte) []byte {
	h, m, s, n := t.Clock()
	b = append(appendInt(b, int64(h), 2), ':')
	b = append(appendInt(b, int64(m), 2), ':')
	return appendFraction(appendInt(b, int64(s), 2), n)
}

// appendFraction appends the nanoseconds without zeros at the end.
func appendFraction(b []byte, n int64) []byte {
	if n == 0 {
		return b
	}
	b = appendInt(append(b, '.'), n, 9)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

// appendOffset appends Z, +01:00 or +00:19:32.
func appendOffset(b []byte, offset int32) []byte {
	if offset == 0 {
		return append(b, 'Z')
	}
	o := int64(offset)
	if o < 0 {
		b, o = append(b, '-'), -o
	} else {
		b = append(b, '+')
	}
	b = append(appendInt(b, o/3600, 2), ':')
	b = appendInt(b, o/60%60, 2)
	if o%60 != 0 {
		b = appendInt(append(b, ':'), o%60, 2)
	}
	return b
}

// AppendText appends the time and the offset, 21:40:32+01:00.
func (t Time) AppendText(b []byte) []byte { return appendOffset(t.Local.AppendText(b), t.Offset) }

// AppendText appends the date, T and the time.
func (l LocalDateTime) AppendText(b []byte) []byte {
	return l.Time().AppendText(append(l.Date().AppendText(b), 'T'))
}

// AppendText appends date, time, offset and, in brackets, the zone's name: 2015-07-21T21:40+02:00[Europe/Stockholm].
func (d DateTime) AppendText(b []byte) []byte {
	b = appendOffset(d.Local().AppendText(b), d.Offset())
	if d.Zone.Named() {
		b = append(append(append(b, '['), d.Zone.name...), ']')
	}
	return b
}

// AppendText appends the ISO 8601 form, P1Y2M3DT4H5M6.7S; zero parts are left out, and all zero is PT0S.
func (d Duration) AppendText(b []byte) []byte {
	b = append(b, 'P')
	part := func(n int64, unit byte) {
		if n != 0 {
			b = append(strconv.AppendInt(b, n, 10), unit)
		}
	}
	part(d.Months/12, 'Y')
	part(d.Months%12, 'M')
	part(d.Days, 'D')
	if d.Sec == 0 && d.Nano == 0 {
		if len(b) > 0 && b[len(b)-1] == 'P' {
			b = append(b, "T0S"...)
		}
		return b
	}
	b = append(b, 'T')
	sec, nano := d.Sec, int64(d.Nano)
	if sec < 0 && nano > 0 { // toward zero, so that the parts have one sign
		sec, nano = sec+1, nano-nanosPerSecond
	}
	part(sec/3600, 'H')
	part(sec/60%60, 'M')
	sec %= 60
	if sec == 0 && nano == 0 {
		return b
	}
	if sec < 0 || nano < 0 {
		b, sec, nano = append(b, '-'), -sec, -nano
	}
	b = strconv.AppendInt(b, sec, 10)
	return append(appendFraction(b, nano), 'S')
}

// String gives the ISO form.
func (d Date) String() string { return string(d.AppendText(nil)) }

// String gives the ISO form.
func (t LocalTime) String() string { return string(t.AppendText(nil)) }

// String gives the ISO form.
func (t Time) String() string { return string(t.AppendText(nil)) }

// String gives the ISO form.
func (l LocalDateTime) String() string { return string(l.AppendText(nil)) }

// String gives the ISO form with the zone.
func (d DateTime) String() string { return string(d.AppendText(nil)) }

// String gives the ISO form.
func (d Duration) String() string { return string(d.AppendText(nil)) }
