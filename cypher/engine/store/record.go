package store

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"unsafe"

	"guestgraph/cypher/engine/value"
)

// A record on disk, under its id as four bytes, big endian:
//
//	node: uvarint number of labels, each label's token │ properties │ checksum
//	rel:  uvarint type token, start, end               │ properties │ checksum
//	property: uvarint (key token << 3 | form), then by form what formXxx says
//	checksum: CRC-32C of the id and all before it, 4 bytes, little endian
const (
	formValue  = iota // value.AppendBinary
	formInt           // zigzag varint
	formFloat         // 8 bytes, little endian
	formString        // uvarint length, bytes
	formFalse
	formTrue
)

const sumLen = 4

var (
	errRecord = errors.New("record ends early or holds what no version wrote")
	errSum    = errors.New("record does not match its checksum")
)

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

func recordKey(id uint32) [4]byte {
	var k [4]byte
	binary.BigEndian.PutUint32(k[:], id)
	return k
}

// appendProps encodes the properties of a record in a slab.
func (s *slab) appendProps(b []byte, sh *shape, off uint32) []byte {
	for i, key := range sh.keys {
		k := uint64(key) << 3
		v := s.slot(sh, off, i)
		switch sh.kinds[i] {
		case slotBool:
			if x, _ := v.AsBool(); x {
				b = binary.AppendUvarint(b, k|formTrue)
			} else {
				b = binary.AppendUvarint(b, k|formFalse)
			}
		case slotInt8, slotInt16, slotInt32, slotInt64:
			n, _ := v.AsInt()
			b = binary.AppendVarint(binary.AppendUvarint(b, k|formInt), n)
		case slotFloat:
			f, _ := v.AsFloat()
			b = binary.LittleEndian.AppendUint64(binary.AppendUvarint(b, k|formFloat), math.Float64bits(f))
		case slotString, slotBigString:
			str, _ := v.AsString()
			b = binary.AppendUvarint(binary.AppendUvarint(b, k|formString), uint64(len(str)))
			b = append(b, str...)
		default:
			b = value.AppendBinary(binary.AppendUvarint(b, k), v) // formValue is 0
		}
	}
	return b
}

// seal appends the checksum of the record that starts at b[start].
func seal(b []byte, start int, key []byte) []byte {
	sum := crc32.Update(crc32.Checksum(key, castagnoli()), castagnoli(), b[start:])
	return binary.LittleEndian.AppendUint32(b, sum)
}

// unseal checks the checksum of a record and gives what it covers.
func unseal(key, rec []byte) ([]byte, error) {
	if len(key) != 4 || len(rec) < sumLen {
		return nil, errRecord
	}
	body := rec[:len(rec)-sumLen]
	sum := crc32.Update(crc32.Checksum(key, castagnoli()), castagnoli(), body)
	if sum != binary.LittleEndian.Uint32(rec[len(body):]) {
		return nil, errSum
	}
	return body, nil
}

// readUvarint reads a number below 2^32.
func readUvarint(b []byte) (uint32, []byte, error) {
	n, w := binary.Uvarint(b)
	if w <= 0 || n > math.MaxUint32 {
		return 0, nil, errRecord
	}
	return uint32(n), b[w:], nil
}

// readProps decodes properties, which are ascending by key. Strings are parts of b.
func readProps(props []prop, b []byte) ([]prop, error) {
	for len(b) > 0 {
		head, w := binary.Uvarint(b)
		if w <= 0 || head>>3 > math.MaxUint32 {
			return props, errRecord
		}
		b = b[w:]
		p := prop{key: Token(head >> 3)}
		if n := len(props); n > 0 && props[n-1].key >= p.key {
			return props, errRecord
		}
		switch head & 7 {
		case formFalse, formTrue:
			p.val = value.Bool(head&7 == formTrue)
		case formInt:
			n, w := binary.Varint(b)
			if w <= 0 {
				return props, errRecord
			}
			p.val, b = value.Int(n), b[w:]
		case formFloat:
			if len(b) < 8 {
				return props, errRecord
			}
			p.val, b = value.Float(math.Float64frombits(binary.LittleEndian.Uint64(b))), b[8:]
		case formString:
			n, w := binary.Uvarint(b)
			if w <= 0 || n > uint64(len(b)-w) {
				return props, errRecord
			}
			s := b[w : w+int(n)]
			p.val, b = value.String(unsafe.String(unsafe.SliceData(s), len(s))), b[w+int(n):]
		case formValue:
			var err error
			if p.val, b, err = value.DecodeBinary(b); err != nil || p.val.IsNull() {
				return props, errRecord
			}
		default:
			return props, errRecord
		}
		props = append(props, p)
	}
	return props, nil
}
