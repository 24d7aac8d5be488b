package bolt

// A dict writes a map of at most 15 entries, counting them as they come.
type dict struct {
	e  *encoder
	at int // of the map's marker
}

func (e *encoder) dict() dict {
	e.buf = append(e.buf, packTinyMap)
	return dict{e, len(e.buf) - 1}
}

// key adds an entry's key; the caller writes its value next.
func (d dict) key(k string) *encoder {
	d.e.buf[d.at]++
	d.e.string(k)
	return d.e
}

func (d dict) string(k, s string)    { d.key(k).string(s) }
func (d dict) int(k string, i int64) { d.key(k).int(i) }
func (d dict) bool(k string, b bool) { d.key(k).bool(b) }
func (d dict) count(k string, i int64) {
	if i != 0 {
		d.int(k, i)
	}
}
