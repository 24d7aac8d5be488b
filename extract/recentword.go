package extract

import (
	"encoding/binary"
	"sync/atomic"
)

// longestWord is the length in bytes from which nothing is looked up as a word.
const longestWord = 48

// recentWords remembers the words found last, each at the place its letters give: a text repeats a few thousand, and the map
// of all words is too large to stay near the processor. It only spares the map and may be used by many at once.
type recentWords [1 << 12]atomic.Int32 // id plus one

// recentSlot gives the place of a word of n letters, the rest of which is zero.
func recentSlot(word *[longestWord]byte, n int) int {
	h := binary.LittleEndian.Uint64(word[:]) ^ binary.LittleEndian.Uint64(word[8:])<<1 ^ uint64(n)<<56
	return int(h * 0x9e3779b97f4a7c15 >> 52) // Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4
}

func (r *recentWords) get(slot int) (id int32, ok bool) {
	id = r[slot].Load() - 1
	return id, id >= 0
}

func (r *recentWords) put(slot int, id int32) { r[slot].Store(id + 1) }
