package bolt

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// Limits on what a message may hold, so that bytes from outside cannot exhaust memory or stack.
const (
	maxDepth       = 256 // containers inside containers
	decodedFactor  = 8   // bytes of values a message may become, in multiples of the largest message
	internedKeys   = 512
	internedKeyLen = 64
	arenaEntries   = 512 // map entries allocated together
)

var (
	errTruncated    = errors.New("the message ends inside a value")
	errStructFields = errors.New("a structure has the wrong number of fields")
	errNumber       = errors.New("a number was expected")
)

// A decoder reads PackStream into values. Its first malformed byte sticks in err, and all later
// reads give zero values. What is well formed but no usable parameter, such as an unknown time
// zone, is kept in unusable: it fails the request, not the connection.
type decoder struct {
	buf      []byte
	pos      int
	err      error
	unusable *fault.Error
	utc      bool // which date-time structures are those of this connection

	depth  int
	owed   int // values that open containers still claim; each is at least one byte
	budget int // bytes of memory the message's values may still take

	keys    map[string]string // keys seen before, for rows repeat them
	entries []value.Entry     // room that small maps are cut from
}

func newDecoder() *decoder { return &decoder{keys: make(map[string]string)} }

// reset begins a message; budget bounds the memory its values may take.
func (d *decoder) reset(msg []byte, budget int) {
	d.buf, d.pos, d.err, d.unusable = msg, 0, nil, nil
	d.depth, d.owed, d.budget = 0, 0, budget
	d.entries = nil
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *decoder) reject(code fault.Code, format string, args ...any) {
	if d.unusable == nil {
		d.unusable = fault.New(code, format, args...)
	}
}

// end reports bytes left over after the last field.
func (d *decoder) end() {
	if d.err == nil && d.pos != len(d.buf) {
		d.fail(fmt.Errorf("%d bytes follow the message's last field", len(d.buf)-d.pos))
	}
}

func (d *decoder) next() byte {
	if d.err != nil || d.pos >= len(d.buf) {
		d.fail(errTruncated)
		return packNull
	}
	b := d.buf[d.pos]
	d.pos++
	return b
}

func (d *decoder) take(n int) []byte {
	if d.err != nil || n > len(d.buf)-d.pos {
		d.fail(errTruncated)
		return nil
	}
	b := d.buf[d.pos : d.pos+n]
	d.pos += n
	return b
}

// length reads a length of 8, 16 or 32 bits: form 0, 1 or 2.
func (d *decoder) length(form byte) int {
	switch form {
	case 0:
		return int(d.next())
	case 1:
		if b := d.take(2); b != nil {
			return int(binary.BigEndian.Uint16(b))
		}
	case 2:
		if b := d.take(4); b != nil {
			return int(binary.BigEndian.Uint32(b))
		}
	}
	return 0
}

func (d *decoder) spend(bytes int) bool {
	if d.budget -= bytes; d.budget < 0 {
		d.fail(errors.New("the message's values need more memory than a message may take"))
		return false
	}
	return d.err == nil
}

// open enters a container of n values. All that open containers claim together must fit the
// bytes that are left, so that nothing is allocated for a mere claim.
func (d *decoder) open(n int) bool {
	d.depth++
	d.owed += n
	if d.err == nil && d.depth > maxDepth {
		d.fail(fmt.Errorf("values are nested deeper than %d", maxDepth))
	}
	if d.err == nil && d.owed > len(d.buf)-d.pos {
		d.fail(errTruncated)
	}
	return d.err == nil
}

func (d *decoder) close() { d.depth-- }

// structure reads the header of a structure.
func (d *decoder) structure() (tag byte, fields int) {
	m := d.next()
	if m&0xF0 != packStruct {
		d.fail(fmt.Errorf("a structure was expected, not marker %02X", m))
		return 0, 0
	}
	return d.next(), int(m & 0x0F)
}

// value reads any value.
func (d *decoder) value() value.Value {
	m := d.next()
	if d.err != nil {
		return value.Value{}
	}
	switch {
	case m < 0x80 || m >= packTinyIntMin:
		return value.Int(int64(int8(m)))
	case m < packTinyList:
		return value.String(d.text(int(m & 0x0F)))
	case m < packTinyMap:
		return d.list(int(m & 0x0F))
	case m < packStruct:
		return value.FromMap(d.entriesOf(int(m & 0x0F)))
	case m < packNull:
		return d.valueStruct(d.next(), int(m&0x0F))
	}
	switch m {
	case packNull:
		return value.Value{}
	case packFalse, packTrue:
		return value.Bool(m == packTrue)
	case packFloat:
		if b := d.take(8); b != nil {
			return value.Float(math.Float64frombits(binary.BigEndian.Uint64(b)))
		}
	case packInt8, packInt16, packInt32, packInt64:
		return value.Int(d.wideInt(m))
	case packBytes, packBytes + 1, packBytes + 2:
		b := d.take(d.length(m - packBytes))
		d.spend(len(b))
		return value.Bytes(slices.Clone(b))
	case packString, packString + 1, packString + 2:
		return value.String(d.text(d.length(m - packString)))
	case packList, packList + 1, packList + 2:
		return d.list(d.length(m - packList))
	case packMap, packMap + 1, packMap + 2:
		return value.FromMap(d.entriesOf(d.length(m - packMap)))
	default:
		d.fail(fmt.Errorf("unknown marker %02X", m))
	}
	return value.Value{}
}

func (d *decoder) wideInt(m byte) int64 {
	b := d.take(1 << (m - packInt8))
	switch len(b) {
	case 1:
		return int64(int8(b[0]))
	case 2:
		return int64(int16(binary.BigEndian.Uint16(b)))
	case 4:
		return int64(int32(binary.BigEndian.Uint32(b)))
	case 8:
		return int64(binary.BigEndian.Uint64(b))
	}
	return 0
}

// text reads n bytes of UTF-8 as a string of its own: a string that the store keeps must not
// keep the whole message with it.
func (d *decoder) text(n int) string {
	b := d.take(n)
	if len(b) == 0 || !d.spend(len(b)+16) {
		return ""
	}
	if !utf8.Valid(b) {
		return strings.ToValidUTF8(string(b), string(utf8.RuneError))
	}
	return string(b)
}

func (d *decoder) list(n int) value.Value {
	if n == 0 {
		return value.List(nil)
	}
	if !d.open(n) || !d.spend(24*n+48) {
		return value.Value{}
	}
	l := make([]value.Value, n)
	for i := range l {
		d.owed--
		l[i] = d.value()
		if d.err != nil {
			return value.Value{}
		}
	}
	d.close()
	return value.List(l)
}

// entriesOf reads the n entries of a map.
func (d *decoder) entriesOf(n int) value.Map {
	if n == 0 {
		return value.Map{}
	}
	if !d.open(2*n) || !d.spend(40*n+48) {
		return nil
	}
	m := d.room(n)
	if n > smallMap {
		for range n {
			d.owed -= 2
			if m = append(m, value.Entry{Key: d.key(), Val: d.value()}); d.err != nil {
				return nil
			}
		}
		d.close()
		return value.NewMap(m)
	}
	for range n {
		d.owed -= 2
		key := d.key()
		v := d.value()
		if d.err != nil {
			return nil
		}
		m = insert(m, key, v)
	}
	d.close()
	return value.Map(m)
}

const smallMap = 16 // entries that are put in order one by one

// insert puts an entry where it belongs; of equal keys the last one stays.
func insert(m []value.Entry, key string, v value.Value) []value.Entry {
	at := len(m)
	for at > 0 && m[at-1].Key > key {
		at--
	}
	if at > 0 && m[at-1].Key == key {
		m[at-1].Val = v
		return m
	}
	m = append(m, value.Entry{})
	copy(m[at+1:], m[at:])
	m[at] = value.Entry{Key: key, Val: v}
	return m
}

// room gives an empty slice for n entries, cut from a larger piece when there are few: 5,000 rows of parameters
// are 5,000 small maps.
func (d *decoder) room(n int) []value.Entry {
	if n > arenaEntries/8 {
		return make([]value.Entry, 0, n)
	}
	if n > len(d.entries) {
		// No more than the rest of the message can fill: an entry takes at least two bytes.
		d.entries = make([]value.Entry, max(n, min(arenaEntries, (len(d.buf)-d.pos)/8)))
	}
	m := d.entries[:0:n]
	d.entries = d.entries[n:]
	return m
}

// key reads a map's key. Rows repeat their keys, so short ones are kept for the next time.
func (d *decoder) key() string {
	n, ok := d.stringLength()
	if !ok {
		return ""
	}
	if n > internedKeyLen {
		return d.text(n)
	}
	b := d.take(n)
	if s, seen := d.keys[string(b)]; seen {
		return s
	}
	d.pos -= len(b)
	s := d.text(n)
	if d.err == nil && len(d.keys) < internedKeys {
		d.keys[s] = s
	}
	return s
}

// stringLength reads a string's marker and length.
func (d *decoder) stringLength() (int, bool) {
	m := d.next()
	switch {
	case d.err != nil:
		return 0, false
	case m&0xF0 == packTinyString:
		return int(m & 0x0F), true
	case m >= packString && m <= packString+2:
		return d.length(m - packString), d.err == nil
	}
	d.fail(fmt.Errorf("a string was expected, not marker %02X", m))
	return 0, false
}

// string reads a string.
func (d *decoder) string() string {
	n, _ := d.stringLength()
	return d.text(n)
}

// int reads an integer.
func (d *decoder) int() int64 {
	i, ok := d.value().AsInt()
	if !ok {
		d.fail(errNumber)
	}
	return i
}

// mapping reads a map, or null for an empty one.
func (d *decoder) mapping() value.Map {
	v := d.value()
	m, ok := v.AsMap()
	if !ok && !v.IsNull() {
		d.fail(errors.New("a map was expected"))
	}
	return m
}
