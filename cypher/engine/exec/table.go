package exec

import "guestgraph/cypher/engine/value"

// A table numbers distinct keys of so many values each, in order of first sight; equality is that of
// DISTINCT and grouping. It is an open hash table over the keys, which stand in one slice.
type table struct {
	width  int
	keys   []value.Value
	hashes []uint64
	index  []uint32 // number of a key + 1, 0 where free; a power of two long
}

func newTable(width int) *table {
	return &table{width: width, index: make([]uint32, 16)}
}

func hashOf(v value.Value) uint64 {
	if id, ok := v.AsNode(); ok {
		return uint64(id) + 0x9e3779b97f4a7c15 // find mixes it
	}
	return value.Hash(v)
}

// mix spreads the bits of x (the finalizer of splitmix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// find gives the number of a key, adding it when it is fresh.
func (t *table) find(key []value.Value) (n int, fresh bool) {
	h := uint64(0)
	for _, v := range key {
		h = mix(h ^ hashOf(v))
	}
	mask := uint64(len(t.index) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		e := t.index[i]
		if e == 0 {
			t.index[i] = uint32(len(t.hashes) + 1)
			t.hashes = append(t.hashes, h)
			t.keys = append(t.keys, key...)
			if len(t.hashes)*4 > len(t.index)*3 {
				t.rehash()
			}
			return len(t.hashes) - 1, true
		}
		if t.hashes[e-1] == h && t.same(int(e-1), key) {
			return int(e - 1), false
		}
	}
}

func (t *table) same(n int, key []value.Value) bool {
	own := t.key(n)
	for i := range key {
		if !value.Equivalent(own[i], key[i]) {
			return false
		}
	}
	return true
}

func (t *table) key(n int) []value.Value { return t.keys[n*t.width : (n+1)*t.width] }

func (t *table) len() int { return len(t.hashes) }

func (t *table) rehash() {
	t.index = make([]uint32, 2*len(t.index))
	mask := uint64(len(t.index) - 1)
	for n, h := range t.hashes {
		i := h & mask
		for t.index[i] != 0 {
			i = (i + 1) & mask
		}
		t.index[i] = uint32(n + 1)
	}
}

// lookup gives the number of a key of one value without adding it.
func (t *table) lookup(v value.Value) (int, bool) {
	h := mix(hashOf(v))
	mask := uint64(len(t.index) - 1)
	key := [1]value.Value{v}
	for i := h & mask; t.index[i] != 0; i = (i + 1) & mask {
		e := t.index[i] - 1
		if t.hashes[e] == h && t.same(int(e), key[:]) {
			return int(e), true
		}
	}
	return 0, false
}
