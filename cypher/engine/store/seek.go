package store

import (
	"bytes"
	"math"
	"slices"

	"guestgraph/cypher/engine/value"
)

// A Bound is one end of a range of values.
type Bound struct {
	Value     value.Value
	Inclusive bool
}

// FindIndex gives a range index over exactly these keys, in this order, of the nodes with a
// label or, with rel, of the relationships of a type.
func (t *Tx) FindIndex(label Token, keys []Token, rel bool) (*Index, bool) {
	if len(keys) == 0 {
		return nil, false
	}
	for _, ix := range t.r.schema.byKey[sideOf(rel)][schemaKey{label, keys[0]}] {
		if ix.Kind == Range && slices.Equal(ix.keys, keys) {
			return ix, true
		}
	}
	return nil, false
}

// IndexesOn gives the indexes with entries for nodes with a label or, with rel, relationships of
// a type. The slice is shared.
func (t *Tx) IndexesOn(label Token, rel bool) []*Index { return t.r.schema.byLabel[sideOf(rel)][label] }

// KeyTokens gives the tokens of ix.Properties; the slice is shared.
func (ix *Index) KeyTokens() []Token { return ix.keys }

// IndexDistinct gives the number of distinct values in an index.
func (t *Tx) IndexDistinct(ix *Index) int {
	if tr := t.treeOf(ix); tr != nil {
		return tr.distinct
	}
	return 0
}

// IndexSize gives the number of entries in an index.
func (t *Tx) IndexSize(ix *Index) int {
	if tr := t.treeOf(ix); tr != nil {
		return tr.size
	}
	return 0
}

func (t *Tx) treeOf(ix *Index) *tree {
	if ix.tree < 0 || ix.tree >= len(t.r.trees) {
		return nil
	}
	return &t.r.trees[ix.tree]
}

// Seek gives the nodes whose first properties of an index equal vals, by id. Nothing equals null
// and NaN.
func (t *Tx) Seek(ix *Index, vals []value.Value) NodeCursor { return NodeCursor{t.seek(ix, vals)} }

// SeekRels is Seek for an index over relationships.
func (t *Tx) SeekRels(ix *Index, vals []value.Value) RelCursor { return RelCursor{t.seek(ix, vals)} }

func (t *Tx) seek(ix *Index, vals []value.Value) cursor {
	key := t.key[:0]
	for _, v := range vals {
		if v.IsNull() || isNaN(v) {
			return cursor{}
		}
		key = value.AppendKey(key, v)
	}
	t.key = key
	if ix.Unique && len(vals) == len(ix.keys) {
		e := t.r.trees[ix.tree].first(key)
		if !bytes.HasPrefix(e, key) {
			return cursor{}
		}
		return cursor{kind: cursorOne, next: entryID(e)}
	}
	return t.between(ix, bytes.Clone(key), upTo(key))
}

// SeekRange gives the nodes whose first property lies between lo and hi, in value order. A nil
// bound is open but stays within the values comparable with the other; both nil give everything
// in the index.
func (t *Tx) SeekRange(ix *Index, lo, hi *Bound) NodeCursor {
	return NodeCursor{t.seekRange(ix, lo, hi)}
}

// SeekRangeRels is SeekRange for an index over relationships.
func (t *Tx) SeekRangeRels(ix *Index, lo, hi *Bound) RelCursor {
	return RelCursor{t.seekRange(ix, lo, hi)}
}

func (t *Tx) seekRange(ix *Index, lo, hi *Bound) cursor {
	if lo == nil && hi == nil {
		return t.between(ix, nil, nil)
	}
	var from, end []byte
	for _, b := range []*Bound{lo, hi} {
		if b == nil {
			continue
		}
		if b.Value.IsNull() || isNaN(b.Value) {
			return cursor{}
		}
		from, end = kindRange(b.Value)
	}
	if lo != nil {
		from = value.AppendKey(nil, lo.Value)
		if !lo.Inclusive {
			from = upTo(from)
		}
	}
	if hi != nil {
		end = value.AppendKey(nil, hi.Value)
		if hi.Inclusive {
			end = upTo(end)
		}
	}
	return t.between(ix, from, end)
}

// SeekPrefix gives the nodes whose first property is a string that starts with prefix.
func (t *Tx) SeekPrefix(ix *Index, prefix string) NodeCursor {
	return NodeCursor{t.seekPrefix(ix, prefix)}
}

// SeekPrefixRels is SeekPrefix for an index over relationships.
func (t *Tx) SeekPrefixRels(ix *Index, prefix string) RelCursor {
	return RelCursor{t.seekPrefix(ix, prefix)}
}

func (t *Tx) seekPrefix(ix *Index, prefix string) cursor {
	from := value.AppendKey(nil, value.String(prefix))
	from = from[:len(from)-2] // without the end mark of a string, two bytes
	return t.between(ix, from, upTo(from))
}

func (t *Tx) between(ix *Index, from, end []byte) cursor {
	tr := t.treeOf(ix)
	if tr == nil || end != nil && bytes.Compare(from, end) >= 0 {
		return cursor{}
	}
	return cursor{kind: cursorTree, tree: tr.between(from, end, t.w != nil)}
}

// upTo gives the least byte string above all that start with key.
func upTo(key []byte) []byte {
	end := bytes.Clone(key)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}

// kindRange gives the keys between which all values comparable with v stand, without NaN.
func kindRange(v value.Value) (from, end []byte) {
	rank := value.AppendKey(nil, v)[:1]
	if _, ok := v.AsNumber(); ok {
		return rank, value.AppendKey(nil, value.Float(math.NaN()))
	}
	return rank, upTo(rank)
}

func isNaN(v value.Value) bool {
	f, ok := v.AsFloat()
	return ok && f != f
}
