package store

const (
	pageBits = 8
	pageLen  = 1 << pageBits
	pageMask = pageLen - 1
	dirBits  = 10
	dirLen   = 1 << dirBits
	dirMask  = dirLen - 1
)

// A page holds pageLen records and what they share. The transaction whose epoch it carries may
// change it; all others copy it first.
type page[R, X any] struct {
	epoch uint64
	recs  [pageLen]R
	ext   X
}

type dir[R, X any] struct {
	epoch uint64
	pages [dirLen]*page[R, X]
}

// A table is a copy-on-write array of records by id, in two levels so that a transaction copies
// little of the directory.
type table[R, X any] struct {
	epoch uint64
	dirs  []*dir[R, X]
}

// page gives the page that holds id, nil when nothing was ever written there.
func (t *table[R, X]) page(id uint32) *page[R, X] {
	d := id >> (pageBits + dirBits)
	if int(d) >= len(t.dirs) || t.dirs[d] == nil {
		return nil
	}
	return t.dirs[d].pages[id>>pageBits&dirMask]
}

// rec gives the record of id for reading, nil when its page does not exist.
func (t *table[R, X]) rec(id uint32) *R {
	p := t.page(id)
	if p == nil {
		return nil
	}
	return &p.recs[id&pageMask]
}

// own gives the page of id for changing by the transaction of epoch.
func (t *table[R, X]) own(id uint32, epoch uint64) *page[R, X] {
	di := int(id >> (pageBits + dirBits))
	if t.epoch != epoch {
		t.dirs = append([]*dir[R, X](nil), t.dirs...)
		t.epoch = epoch
	}
	for di >= len(t.dirs) {
		t.dirs = append(t.dirs, nil)
	}
	d := t.dirs[di]
	switch {
	case d == nil:
		d = &dir[R, X]{epoch: epoch}
		t.dirs[di] = d
	case d.epoch != epoch:
		c := *d
		c.epoch = epoch
		d = &c
		t.dirs[di] = d
	}
	pi := id >> pageBits & dirMask
	p := d.pages[pi]
	switch {
	case p == nil:
		p = &page[R, X]{epoch: epoch}
		d.pages[pi] = p
	case p.epoch != epoch:
		c := *p
		c.epoch = epoch
		p = &c
		d.pages[pi] = p
	}
	return p
}
