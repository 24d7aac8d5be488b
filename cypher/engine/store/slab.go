package store

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"slices"
	"unsafe"

	"guestgraph/cypher/engine/value"
)

// bigValue is the length in bytes from which a string or encoded value is an object of its own.
const bigValue = 512

// A slab holds the properties of one page's records. Bytes once written never change, so that
// strings can be handed out as parts of it, even those of a version that is later rolled back: a
// transaction starts with a copy (epoch tells whose it is) and append moves the bytes when it grows.
type slab struct {
	epoch uint64
	buf   []byte
	big   []string
	waste int // bytes of buf and big that no record needs
}

// A prop is one property of a record being changed.
type prop struct {
	key Token
	val value.Value
}

func (s *slab) own(epoch uint64) {
	if s.epoch == epoch {
		return
	}
	s.buf = append(make([]byte, 0, len(s.buf)+len(s.buf)/8+64), s.buf...)
	s.big = slices.Clip(s.big)
	s.epoch = epoch
}

// get gives the property key of the record at off.
func (s *slab) get(sh *shape, off uint32, key Token) value.Value {
	i := sh.find(key)
	if i < 0 {
		return value.Value{}
	}
	return s.slot(sh, off, i)
}

func (s *slab) slot(sh *shape, off uint32, i int) value.Value {
	b := s.buf[off+uint32(sh.offs[i]):]
	switch sh.kinds[i] {
	case slotBool:
		return value.Bool(b[0] != 0)
	case slotInt8:
		return value.Int(int64(int8(b[0])))
	case slotInt16:
		return value.Int(int64(int16(binary.LittleEndian.Uint16(b))))
	case slotInt32:
		return value.Int(int64(int32(binary.LittleEndian.Uint32(b))))
	case slotInt64:
		return value.Int(int64(binary.LittleEndian.Uint64(b)))
	case slotFloat:
		return value.Float(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	case slotString:
		return value.String(s.bytesAt(binary.LittleEndian.Uint32(b)))
	case slotBigString:
		return value.String(s.big[binary.LittleEndian.Uint32(b)])
	case slotOther:
		return decodeSlot(s.bytesAt(binary.LittleEndian.Uint32(b)))
	default:
		return decodeSlot(s.big[binary.LittleEndian.Uint32(b)])
	}
}

// bytesAt gives the bytes that stand at off behind their length.
func (s *slab) bytesAt(off uint32) string {
	n := uint64(s.buf[off])
	if n < 0x80 {
		off++
	} else {
		var w int
		n, w = binary.Uvarint(s.buf[off:])
		off += uint32(w)
	}
	return unsafe.String(unsafe.SliceData(s.buf[off:]), int(n))
}

func decodeSlot(b string) value.Value {
	v, _, err := value.DecodeBinary(unsafe.Slice(unsafe.StringData(b), len(b)))
	if err != nil {
		panic("store: damaged property in memory: " + err.Error())
	}
	return v
}

// props gives all properties of the record at off, by key token.
func (s *slab) props(dst []prop, sh *shape, off uint32) []prop {
	for i, k := range sh.keys {
		dst = append(dst, prop{k, s.slot(sh, off, i)})
	}
	return dst
}

// free counts what the record at off needs alone as waste. Strings may be shared and are counted
// when longer than a shared one is likely to be; compaction only needs an estimate.
func (s *slab) free(sh *shape, off uint32) {
	s.waste += sh.size
	for i, k := range sh.kinds {
		at := off + uint32(sh.offs[i])
		switch k {
		case slotString, slotOther:
			s.waste += 1 + len(s.bytesAt(binary.LittleEndian.Uint32(s.buf[at:])))
		case slotBigString, slotBigOther:
			s.waste += len(s.big[binary.LittleEndian.Uint32(s.buf[at:])])
		}
	}
}

func (s *slab) size() int {
	n := len(s.buf)
	for _, b := range s.big {
		n += len(b)
	}
	return n
}

// A packer writes records into slabs. It remembers where strings of the slab it wrote to last
// stand, so that equal strings of records side by side share their bytes.
type packer struct {
	reg   *registry
	last  *slab
	seed  maphash.Seed
	seen  [1024]uint32 // offset plus one, by hash
	keys  []Token
	kinds []slotKind
	other []byte
	ends  []int
}

func newPacker(reg *registry) *packer { return &packer{reg: reg, seed: maphash.MakeSeed()} }

// write appends a record to s, which the caller owns, and gives its shape and place.
func (p *packer) write(s *slab, props []prop) (id, off uint32) {
	if len(props) == 0 {
		return 0, 0
	}
	p.reset(s)
	p.keys, p.kinds, p.other, p.ends = p.keys[:0], p.kinds[:0], p.other[:0], p.ends[:0]
	narrow := len(p.reg.shapes) < widthLimit
	for _, pr := range props {
		p.keys = append(p.keys, pr.key)
		p.kinds = append(p.kinds, p.kind(pr.val, narrow))
	}
	id = p.reg.shape(p.keys, p.kinds)
	sh := p.reg.shapes[id]
	off = uint32(len(s.buf))
	s.buf = slices.Grow(s.buf, sh.size)[:int(off)+sh.size]
	others := 0
	for i, pr := range props {
		var arg uint64
		at := off + uint32(sh.offs[i])
		switch sh.kinds[i] {
		case slotBool:
			if b, _ := pr.val.AsBool(); b {
				arg = 1
			}
		case slotInt8, slotInt16, slotInt32, slotInt64:
			n, _ := pr.val.AsInt()
			arg = uint64(n)
		case slotFloat:
			f, _ := pr.val.AsFloat()
			arg = math.Float64bits(f)
		case slotString:
			str, _ := pr.val.AsString()
			arg = uint64(p.intern(s, str))
		case slotBigString:
			str, _ := pr.val.AsString()
			arg = uint64(len(s.big))
			s.big = append(s.big, string([]byte(str)))
		default:
			b := p.other[p.ends[others]:]
			if others+1 < len(p.ends) {
				b = b[:p.ends[others+1]-p.ends[others]]
			}
			others++
			if sh.kinds[i] == slotOther {
				arg = uint64(p.intern(s, unsafe.String(unsafe.SliceData(b), len(b))))
			} else {
				arg = uint64(len(s.big))
				s.big = append(s.big, string(b))
			}
		}
		putSlot(s.buf[at:], slotSize[sh.kinds[i]], arg)
	}
	return id, off
}

func putSlot(b []byte, size uint16, v uint64) {
	switch size {
	case 1:
		b[0] = byte(v)
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(v))
	case 4:
		binary.LittleEndian.PutUint32(b, uint32(v))
	default:
		binary.LittleEndian.PutUint64(b, v)
	}
}

// kind chooses the slot of v; values without a slot kind of their own are encoded into p.other.
func (p *packer) kind(v value.Value, narrow bool) slotKind {
	switch v.Kind() {
	case value.KindBool:
		return slotBool
	case value.KindInt:
		n, _ := v.AsInt()
		switch {
		case !narrow:
			return slotInt64
		case n == int64(int8(n)):
			return slotInt8
		case n == int64(int16(n)):
			return slotInt16
		case n == int64(int32(n)):
			return slotInt32
		}
		return slotInt64
	case value.KindFloat:
		return slotFloat
	case value.KindString:
		s, _ := v.AsString()
		if len(s) >= bigValue {
			return slotBigString
		}
		return slotString
	}
	start := len(p.other)
	p.ends = append(p.ends, start)
	p.other = value.AppendBinary(p.other, v)
	if len(p.other)-start >= bigValue {
		return slotBigOther
	}
	return slotOther
}

func (p *packer) reset(s *slab) {
	if p.last != s {
		p.last = s
		clear(p.seen[:])
	}
}

// intern gives where str stands in s, appending it when it is not found near its hash.
func (p *packer) intern(s *slab, str string) uint32 {
	h := uint32(maphash.String(p.seed, str))
	free := -1
	for i := range uint32(4) {
		at := &p.seen[(h+i)%uint32(len(p.seen))]
		if *at == 0 {
			free = int((h + i) % uint32(len(p.seen)))
			break
		}
		if s.bytesAt(*at-1) == str {
			return *at - 1
		}
	}
	off := uint32(len(s.buf))
	s.buf = append(binary.AppendUvarint(s.buf, uint64(len(str))), str...)
	if free >= 0 {
		p.seen[free] = off + 1
	}
	return off
}
