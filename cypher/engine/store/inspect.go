package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
)

// bbolt's meta page: a page header of 16 bytes, then
//
//	magic 4, version 4, page size 4, flags 4, root bucket 16, free list 8, pages 8, transaction 8, checksum 8
//
// little endian on all machines Go's mapping of it runs on but big-endian ones, where bbolt files
// are big endian too. Pages 0 and 1 are both meta pages; the one with the higher transaction counts.
const (
	boltHeader   = 16
	boltMagic    = 0xED0CDAED
	boltMetaLen  = 64
	boltSumAt    = 56
	boltPagesAt  = 40
	boltTxAt     = 48
	boltMinPages = 4
)

// inspect refuses files that bbolt must not map: it would fault on one shorter than its pages.
func inspect(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	if info.IsDir() {
		return fmt.Errorf("store: %s is a directory; name a file", path)
	}
	// The page size is that of the machine that made the file; the second meta page is one page on.
	var pages, tx, pageSize uint64
	known, foreign := false, true
	for _, at := range []int64{0, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16} {
		var b [boltHeader + boltMetaLen]byte
		if _, err := f.ReadAt(b[:], at); err != nil {
			break
		}
		m := b[boltHeader:]
		order := binary.NativeEndian
		if order.Uint32(m) != boltMagic {
			continue
		}
		foreign = false
		h := fnv.New64a()
		h.Write(m[:boltSumAt])
		if h.Sum64() != order.Uint64(m[boltSumAt:]) {
			continue
		}
		if n := order.Uint64(m[boltTxAt:]); !known || n > tx {
			known, tx, pages, pageSize = true, n, order.Uint64(m[boltPagesAt:]), uint64(order.Uint32(m[8:]))
		}
	}
	switch {
	case foreign:
		return fmt.Errorf("store: %s is not a guestgraph store; name another file, or move this one away to start an empty store", path)
	case !known:
		return damaged(path, "both its head pages are torn")
	case uint64(info.Size()) < max(pages, boltMinPages)*pageSize:
		return damaged(path, fmt.Sprintf("it has %d bytes of the %d it says it has", info.Size(), pages*pageSize))
	}
	return nil
}
