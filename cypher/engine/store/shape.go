package store

import (
	"encoding/binary"
	"slices"
)

// A slotKind is how a property stands in a record.
type slotKind uint8

const (
	slotBool      slotKind = iota // 1 byte
	slotInt8                      // integers in the fewest bytes that hold them
	slotInt16                     //
	slotInt32                     //
	slotInt64                     //
	slotFloat                     // 8 bytes
	slotString                    // 4 bytes: where in the slab its length and bytes stand
	slotOther                     // the same, of an encoded value
	slotBigString                 // 4 bytes: index in slab.big
	slotBigOther                  //
)

var slotSize = [...]uint16{1, 1, 2, 4, 8, 8, 4, 4, 4, 4}

// A shape is the layout of records that have the same keys with the same kinds of slots.
// Shape 0 has no keys.
type shape struct {
	keys  []Token // ascending
	kinds []slotKind
	offs  []uint16 // of each slot in the record
	size  int      // of all slots
}

// find gives the index of key, -1 when the shape lacks it.
func (s *shape) find(key Token) int {
	if len(s.keys) > 16 {
		if i, ok := slices.BinarySearch(s.keys, key); ok {
			return i
		}
		return -1
	}
	for i, k := range s.keys {
		if k == key {
			return i
		}
	}
	return -1
}

// A labelSet is the labels of all nodes that have exactly these.
type labelSet struct {
	tokens []Token  // ascending
	names  []string // sorted
}

// registry numbers shapes and label sets. Only the writer uses it; versions of the graph keep
// the slices, to which the registry only appends.
type registry struct {
	shapes   []*shape
	shapeIDs map[string]uint32
	sets     []*labelSet
	setIDs   map[string]uint32
	scratch  []byte
}

// widthLimit is the number of shapes after which integers are no longer told apart by width:
// k integer keys could otherwise make 4^k shapes.
const widthLimit = 4096

func newRegistry() *registry {
	return &registry{
		shapes: []*shape{{}}, shapeIDs: map[string]uint32{"": 0},
		sets: []*labelSet{{}}, setIDs: map[string]uint32{"": 0},
	}
}

// shape gives the number of the shape of keys and kinds.
func (g *registry) shape(keys []Token, kinds []slotKind) uint32 {
	b := g.scratch[:0]
	for i, k := range keys {
		b = append(binary.AppendUvarint(b, uint64(k)), byte(kinds[i]))
	}
	g.scratch = b
	if id, ok := g.shapeIDs[string(b)]; ok {
		return id
	}
	s := &shape{keys: slices.Clone(keys), kinds: slices.Clone(kinds), offs: make([]uint16, len(keys))}
	for i, k := range kinds {
		s.offs[i] = uint16(s.size)
		s.size += int(slotSize[k])
	}
	id := uint32(len(g.shapes))
	g.shapes = append(g.shapes, s)
	g.shapeIDs[string(b)] = id
	return id
}

// set gives the number of the label set of tokens, which are ascending.
func (g *registry) set(tokens []Token, names *tokens) uint32 {
	b := setKey(g.scratch[:0], tokens)
	g.scratch = b
	if id, ok := g.setIDs[string(b)]; ok {
		return id
	}
	s := &labelSet{tokens: slices.Clone(tokens)}
	for _, t := range tokens {
		s.names = append(s.names, names.name(t))
	}
	slices.Sort(s.names)
	id := uint32(len(g.sets))
	g.sets = append(g.sets, s)
	g.setIDs[string(b)] = id
	return id
}

// truncateSets forgets the label sets from n on: after a rollback their tokens may get other names.
func (g *registry) truncateSets(n int) {
	for _, s := range g.sets[n:] {
		delete(g.setIDs, string(setKey(nil, s.tokens)))
	}
	g.sets = slices.Clip(g.sets[:n])
}

func setKey(b []byte, tokens []Token) []byte {
	for _, t := range tokens {
		b = binary.AppendUvarint(b, uint64(t))
	}
	return b
}
