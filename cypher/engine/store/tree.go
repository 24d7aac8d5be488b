package store

import (
	"bytes"
	"slices"
)

// treeFan is the largest number of entries of a tree node.
const treeFan = 96

// A tree is a copy-on-write B+tree over byte strings. Entries are a key, prefix-free and in
// value.Order (value.AppendKey), followed by the id it belongs to, so they are distinct.
type tree struct {
	root     *treeNode
	size     int          // entries
	distinct int          // keys
	fields   []fieldStats // of a full-text index; replaced, not changed
}

// A treeNode holds its entries one after another in keys, so that a leaf is three objects for the
// garbage collector whatever it holds. An inner node has one kid more than entries; entry i is
// not above anything in kid i+1 and above everything in kid i.
type treeNode struct {
	epoch uint64
	keys  []byte
	ends  []uint32 // where each entry ends in keys
	kids  []*treeNode
}

func (n *treeNode) entry(i int) []byte {
	if i == 0 {
		return n.keys[:n.ends[0]]
	}
	return n.keys[n.ends[i-1]:n.ends[i]]
}

// search gives the number of entries below e and whether the next one is e.
func (n *treeNode) search(e []byte) (int, bool) {
	lo, hi := 0, len(n.ends)
	for lo < hi {
		mid := (lo + hi) / 2
		switch bytes.Compare(n.entry(mid), e) {
		case 0:
			return mid, true
		case -1:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return lo, false
}

// kid gives the index of the kid that e belongs into.
func (n *treeNode) kid(e []byte) int {
	i, found := n.search(e)
	if found {
		return i + 1
	}
	return i
}

func (n *treeNode) own(epoch uint64) *treeNode {
	if n.epoch == epoch {
		return n
	}
	c := &treeNode{epoch: epoch}
	c.keys = append(make([]byte, 0, len(n.keys)+len(n.keys)/8+32), n.keys...)
	c.ends = append(make([]uint32, 0, len(n.ends)+8), n.ends...)
	if n.kids != nil {
		c.kids = append(make([]*treeNode, 0, len(n.kids)+2), n.kids...)
	}
	return c
}

func (n *treeNode) insertAt(i int, e []byte) {
	start := uint32(0)
	if i > 0 {
		start = n.ends[i-1]
	}
	n.keys = slices.Insert(n.keys, int(start), e...)
	n.ends = slices.Insert(n.ends, i, start)
	for j := i; j < len(n.ends); j++ {
		n.ends[j] += uint32(len(e))
	}
}

func (n *treeNode) deleteAt(i int) {
	start := uint32(0)
	if i > 0 {
		start = n.ends[i-1]
	}
	size := n.ends[i] - start
	n.keys = slices.Delete(n.keys, int(start), int(n.ends[i]))
	n.ends = slices.Delete(n.ends, i, i+1)
	for j := i; j < len(n.ends); j++ {
		n.ends[j] -= size
	}
}

// insert adds e, which the tree lacks.
func (t *tree) insert(e []byte, epoch uint64) {
	t.size++
	if t.root == nil {
		t.root = &treeNode{epoch: epoch}
	}
	t.root = t.root.own(epoch)
	if sep, right := t.root.insert(e, epoch); right != nil {
		t.root = &treeNode{epoch: epoch, keys: sep, ends: []uint32{uint32(len(sep))}, kids: []*treeNode{t.root, right}}
	}
}

// insert adds e below n, which is owned; when n had to be split it gives the new right part and
// the entry that separates it.
func (n *treeNode) insert(e []byte, epoch uint64) (sep []byte, right *treeNode) {
	if n.kids == nil {
		i, _ := n.search(e)
		n.insertAt(i, e)
		if len(n.ends) > treeFan {
			return n.split(i == len(n.ends)-1, epoch)
		}
		return nil, nil
	}
	i := n.kid(e)
	n.kids[i] = n.kids[i].own(epoch)
	sep, kid := n.kids[i].insert(e, epoch)
	if kid == nil {
		return nil, nil
	}
	n.insertAt(i, sep)
	n.kids = slices.Insert(n.kids, i+1, kid)
	if len(n.ends) > treeFan {
		return n.split(i == len(n.ends)-1, epoch)
	}
	return nil, nil
}

// split moves the upper part of n into a new node: half of it, or little when entries come in
// ascending order, which leaves full nodes behind.
func (n *treeNode) split(ascending bool, epoch uint64) (sep []byte, right *treeNode) {
	at := len(n.ends) / 2
	if ascending {
		at = len(n.ends) - 2
	}
	sep = bytes.Clone(n.entry(at))
	from := at // first entry of the right part
	if n.kids != nil {
		from = at + 1 // the separator of an inner node moves up
	}
	right = &treeNode{epoch: epoch}
	if from > 0 {
		right.keys = append(right.keys, n.keys[n.ends[from-1]:]...)
		for _, end := range n.ends[from:] {
			right.ends = append(right.ends, end-n.ends[from-1])
		}
	}
	if n.kids != nil {
		right.kids = slices.Clone(n.kids[from:])
		clear(n.kids[from:])
		n.kids = n.kids[:from]
	}
	n.ends = slices.Clone(n.ends[:at])
	n.keys = bytes.Clone(n.keys[:n.ends[at-1]])
	return sep, right
}

// delete takes e out and tells whether it was there.
func (t *tree) delete(e []byte, epoch uint64) bool {
	if !t.has(e) {
		return false
	}
	t.size--
	t.root = t.root.own(epoch)
	t.root.delete(e, epoch)
	for t.root != nil && t.root.kids != nil && len(t.root.kids) == 1 {
		t.root = t.root.kids[0]
	}
	if len(t.root.ends) == 0 && len(t.root.kids) == 0 {
		t.root = nil
	}
	return true
}

// delete takes e, which is there, out below n, which is owned. A node that becomes empty is taken
// out of its parent; nodes are not otherwise merged.
func (n *treeNode) delete(e []byte, epoch uint64) {
	if n.kids == nil {
		i, _ := n.search(e)
		n.deleteAt(i)
		return
	}
	i := n.kid(e)
	kid := n.kids[i].own(epoch)
	n.kids[i] = kid
	kid.delete(e, epoch)
	if len(kid.ends) > 0 || len(kid.kids) > 0 {
		return
	}
	n.kids = slices.Delete(n.kids, i, i+1)
	if len(n.ends) > 0 {
		n.deleteAt(max(i-1, 0))
	}
}

func (t *tree) has(e []byte) bool {
	n := t.root
	if n == nil {
		return false
	}
	for n.kids != nil {
		n = n.kids[n.kid(e)]
	}
	_, found := n.search(e)
	return found
}

// first gives the first entry that is not below e, nil when there is none.
func (t *tree) first(e []byte) []byte {
	leaf, i := t.seek(e)
	if leaf == nil {
		return nil
	}
	return leaf.entry(i)
}

// seek gives the place of the first entry that is not below e.
func (t *tree) seek(e []byte) (leaf *treeNode, i int) {
	return seekNode(t.root, e)
}

func seekNode(n *treeNode, e []byte) (leaf *treeNode, i int) {
	if n == nil {
		return nil, 0
	}
	if n.kids == nil {
		i, _ = n.search(e)
		if i == len(n.ends) {
			return nil, 0
		}
		return n, i
	}
	for k := n.kid(e); k < len(n.kids); k++ {
		if leaf, i = seekNode(n.kids[k], e); leaf != nil {
			return leaf, i
		}
	}
	return nil, 0
}

// seekBefore gives the place of the last entry below e, of the last of all where e is nil.
func (t *tree) seekBefore(e []byte) (leaf *treeNode, i int) { return seekNodeBefore(t.root, e) }

func seekNodeBefore(n *treeNode, e []byte) (leaf *treeNode, i int) {
	if n == nil {
		return nil, 0
	}
	below, kid := len(n.ends), len(n.kids)-1
	if e != nil {
		below, _ = n.search(e)
		kid = min(kid, n.kid(e))
	}
	if n.kids == nil {
		if below == 0 {
			return nil, 0
		}
		return n, below - 1
	}
	for ; kid >= 0; kid-- {
		if leaf, i = seekNodeBefore(n.kids[kid], e); leaf != nil {
			return leaf, i
		}
	}
	return nil, 0
}

// build makes a tree of sorted, distinct entries.
func buildTree(entries [][]byte, epoch uint64) *treeNode {
	if len(entries) == 0 {
		return nil
	}
	const fill = treeFan * 7 / 8
	var level []*treeNode
	var firsts [][]byte
	for chunk := range slices.Chunk(entries, fill) {
		n := &treeNode{epoch: epoch, ends: make([]uint32, 0, len(chunk))}
		size := 0
		for _, e := range chunk {
			size += len(e)
		}
		n.keys = make([]byte, 0, size)
		for _, e := range chunk {
			n.keys = append(n.keys, e...)
			n.ends = append(n.ends, uint32(len(n.keys)))
		}
		level, firsts = append(level, n), append(firsts, chunk[0])
	}
	for len(level) > 1 {
		var up []*treeNode
		var upFirsts [][]byte
		for i := 0; i < len(level); i += fill {
			end := min(i+fill, len(level))
			n := &treeNode{epoch: epoch, kids: slices.Clone(level[i:end])}
			for _, e := range firsts[i+1 : end] {
				n.keys = append(n.keys, e...)
				n.ends = append(n.ends, uint32(len(n.keys)))
			}
			up, upFirsts = append(up, n), append(upFirsts, firsts[i])
		}
		level, firsts = up, upFirsts
	}
	return level[0]
}
