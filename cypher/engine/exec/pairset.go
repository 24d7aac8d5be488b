package exec

// A pairSet is a set of pairs of 32-bit numbers, in an open hash table.
type pairSet struct {
	slots []uint64 // the pair plus one, 0 where free; a power of two long
	n     int
}

// add adds a pair and tells whether it is new. The pair of two greatest numbers cannot be held.
func (s *pairSet) add(a, b uint32) bool {
	if 4*(s.n+1) > 3*len(s.slots) {
		s.grow()
	}
	if !s.put((uint64(a)<<32 | uint64(b)) + 1) {
		return false
	}
	s.n++
	return true
}

func (s *pairSet) put(x uint64) bool {
	mask := uint64(len(s.slots) - 1)
	for i := mix(x) & mask; ; i = (i + 1) & mask {
		switch s.slots[i] {
		case x:
			return false
		case 0:
			s.slots[i] = x
			return true
		}
	}
}

func (s *pairSet) grow() {
	old := s.slots
	s.slots = make([]uint64, max(64, 2*len(old)))
	for _, x := range old {
		if x != 0 {
			s.put(x)
		}
	}
}
