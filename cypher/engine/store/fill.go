package store

import (
	"bytes"
	"encoding/binary"
	"slices"

	"guestgraph/cypher/engine/value"
)

// A filler collects the entries of a new index.
type filler struct {
	t       *Tx
	ix      *Index
	block   []byte // from which entries are cut
	entries [][]byte
	fields  []fieldStats
}

// fill makes the tree of an index from the records.
func (t *Tx) fill(ix *Index) (tree, error) {
	f := &filler{t: t, ix: ix}
	if ix.Kind == Fulltext {
		f.fields = make([]fieldStats, len(ix.keys))
	}
	for i, label := range ix.labels {
		if err := f.label(label, ix.labels[:i]); err != nil {
			return tree{}, err
		}
	}
	slices.SortFunc(f.entries, bytes.Compare)
	tr := tree{size: len(f.entries), fields: f.fields, root: buildTree(f.entries, t.w.epoch)}
	if ix.Kind == Fulltext {
		return tr, nil
	}
	for i, e := range f.entries {
		if i == 0 || !bytes.Equal(e[:len(e)-idLen], f.entries[i-1][:len(f.entries[i-1])-idLen]) {
			tr.distinct++
		} else if ix.Unique {
			if err := t.violation(ix, entryID(f.entries[i-1]), entryID(e)); err != nil {
				return tr, err
			}
		}
	}
	return tr, nil
}

// label adds the entities with a label or type that have none of those done before.
func (f *filler) label(label Token, done []Token) error {
	if f.ix.Rel {
		c := f.t.RelsWithType(label)
		for id, ok := c.step(); ok; id, ok = c.step() {
			if err := f.add(id, f.t.relProp(id)); err != nil {
				return err
			}
		}
		return nil
	}
	c := f.t.NodesWithLabel(label)
	for id, ok := c.step(); ok; id, ok = c.step() {
		has := func(l Token) bool { return f.t.HasLabel(value.NodeID(id), l) }
		if slices.ContainsFunc(done, has) {
			continue
		}
		if err := f.add(id, f.t.nodeProp(id)); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) add(id uint32, get func(Token) value.Value) error {
	if f.ix.Kind == Fulltext {
		for field, k := range f.ix.keys {
			length, ok := f.ix.textEntries(field, get(k), id, func(e []byte) { f.keep(append(f.room(), e...)) })
			if ok {
				f.fields[field].docs++
				f.fields[field].length += int64(length)
			}
		}
		return nil
	}
	room := f.room()
	key, ok := f.ix.indexKey(room, get)
	if !ok {
		return nil
	}
	if len(key)-len(room) > maxIndexKey {
		return f.t.admit(f.ix, id, get)
	}
	f.keep(binary.BigEndian.AppendUint32(key, id))
	return nil
}

// room gives where to append the next entry.
func (f *filler) room() []byte {
	if cap(f.block)-len(f.block) < 256 {
		f.block = make([]byte, 0, 1<<16)
	}
	return f.block
}

// keep takes what was appended to room as an entry.
func (f *filler) keep(b []byte) {
	f.entries = append(f.entries, b[len(f.block):len(b):len(b)])
	f.block = b
}
