package store

import (
	"iter"
	"math/bits"
)

// An idSet is a growing set of ids, walked in order.
type idSet struct {
	words []uint64
	count int
}

func (s *idSet) add(id uint32) {
	w := int(id / 64)
	if w >= len(s.words) {
		if w < cap(s.words) {
			s.words = s.words[:w+1]
		} else {
			s.words = append(make([]uint64, 0, w+w/2+8), s.words...)[:w+1]
		}
	}
	if bit := uint64(1) << (id % 64); s.words[w]&bit == 0 {
		s.words[w] |= bit
		s.count++
	}
}

func (s *idSet) has(id uint32) bool {
	w := int(id / 64)
	return w < len(s.words) && s.words[w]&(1<<(id%64)) != 0
}

func (s *idSet) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		if s.count == 0 {
			return
		}
		for i, w := range s.words {
			for ; w != 0; w &= w - 1 {
				if !yield(uint32(i*64 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}
