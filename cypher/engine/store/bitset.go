package store

import "math/bits"

const (
	bitPageBits = 12
	bitPageLen  = 1 << bitPageBits
	bitWords    = bitPageLen / 64
)

type bitPage struct {
	epoch uint64
	words [bitWords]uint64
}

// A bitset is a copy-on-write set of ids, walked in id order.
type bitset struct {
	epoch uint64
	pages []*bitPage
	count int
}

func (b *bitset) has(id uint32) bool {
	p := id >> bitPageBits
	if int(p) >= len(b.pages) || b.pages[p] == nil {
		return false
	}
	return b.pages[p].words[id%bitPageLen/64]&(1<<(id%64)) != 0
}

// set adds (on) or removes id and tells whether that changed the set.
func (b *bitset) set(id uint32, on bool, epoch uint64) bool {
	if b.has(id) == on {
		return false
	}
	if b.epoch != epoch {
		b.pages = append([]*bitPage(nil), b.pages...)
		b.epoch = epoch
	}
	i := int(id >> bitPageBits)
	for i >= len(b.pages) {
		b.pages = append(b.pages, nil)
	}
	p := b.pages[i]
	switch {
	case p == nil:
		p = &bitPage{epoch: epoch}
		b.pages[i] = p
	case p.epoch != epoch:
		c := *p
		c.epoch = epoch
		p = &c
		b.pages[i] = p
	}
	w, bit := &p.words[id%bitPageLen/64], uint64(1)<<(id%64)
	if on {
		*w |= bit
		b.count++
	} else {
		*w &^= bit
		b.count--
	}
	return true
}

// A bitCursor walks a bitset up to, not including, limit.
type bitCursor struct {
	pages []*bitPage
	word  uint64 // what is left of the word before next
	base  uint32 // id of bit 0 of word
	next  uint32 // index of the next word
	limit uint32
}

func (b *bitset) cursor(limit uint32) bitCursor { return bitCursor{pages: b.pages, limit: limit} }

func (c *bitCursor) step() (uint32, bool) {
	for c.word == 0 {
		p := int(c.next / bitWords)
		if p >= len(c.pages) {
			return 0, false
		}
		if c.pages[p] == nil {
			c.next = uint32(p+1) * bitWords
			continue
		}
		c.word = c.pages[p].words[c.next%bitWords]
		c.base = c.next * 64
		c.next++
	}
	id := c.base + uint32(bits.TrailingZeros64(c.word))
	if id >= c.limit {
		return 0, false
	}
	c.word &= c.word - 1
	return id, true
}
