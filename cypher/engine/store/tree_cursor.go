package store

import (
	"bytes"
	"encoding/binary"
)

// idLen is the length of the id at the end of a tree entry.
const idLen = 4

// A treeCursor walks the entries of a tree from a place up to, not including, end (nil: all).
type treeCursor struct {
	tree *tree
	leaf *treeNode
	i    int
	from []byte
	end  []byte
	done int // entries left that are known to be below end
	last []byte
	live bool // the tree may change meanwhile
}

// between makes a cursor over the entries e with from <= e < end.
func (t *tree) between(from, end []byte, live bool) treeCursor {
	c := treeCursor{tree: t, from: from, end: end, live: live}
	if !live {
		// The version cannot change under the cursor; it need not find its place again by key.
		c.leaf, c.i = t.seek(from)
		c.bound()
		return c
	}
	c.last = bytes.Clone(from)
	return c
}

// bound finds how many entries of the leaf are below end.
func (c *treeCursor) bound() {
	c.done = 0
	if c.leaf == nil {
		return
	}
	n := len(c.leaf.ends)
	if c.end != nil && bytes.Compare(c.leaf.entry(n-1), c.end) >= 0 {
		n, _ = c.leaf.search(c.end)
	}
	c.done = n
}

func (c *treeCursor) next() (uint32, bool) {
	if c.live {
		return c.nextLive()
	}
	e := c.entry()
	if e == nil {
		return 0, false
	}
	return entryID(e), true
}

// entry gives the next entry of a tree that does not change meanwhile, nil at the end.
func (c *treeCursor) entry() []byte {
	if c.leaf == nil {
		return nil
	}
	if c.i >= c.done {
		n := len(c.leaf.ends)
		if c.done < n {
			c.leaf = nil
			return nil
		}
		c.leaf, c.i = c.tree.seek(successor(c.leaf.entry(n - 1)))
		if c.bound(); c.i >= c.done {
			c.leaf = nil
			return nil
		}
	}
	c.i++
	return c.leaf.entry(c.i - 1)
}

// nextLive looks its place up by the last entry each time, since changes may have moved it.
func (c *treeCursor) nextLive() (uint32, bool) {
	e := c.tree.first(c.last)
	if e == nil || c.end != nil && bytes.Compare(e, c.end) >= 0 {
		return 0, false
	}
	c.last = append(append(c.last[:0], e...), 0)
	return entryID(e), true
}

// turn makes a cursor that has given nothing yet walk from the last entry to the first, by prev.
func (c *treeCursor) turn() {
	c.last = c.end
	if !c.live {
		c.leaf, c.i = c.tree.seekBefore(c.end)
	}
}

// prev gives the entry before.
func (c *treeCursor) prev() (uint32, bool) {
	if c.live { // the place is looked up each time, since changes may have moved it
		c.leaf, c.i = c.tree.seekBefore(c.last)
	}
	if c.leaf == nil {
		return 0, false
	}
	e := c.leaf.entry(c.i)
	if bytes.Compare(e, c.from) < 0 {
		c.leaf, c.last = nil, c.from
		return 0, false
	}
	if c.live {
		c.last = bytes.Clone(e)
	} else if c.i--; c.i < 0 {
		c.leaf, c.i = c.tree.seekBefore(e)
	}
	return entryID(e), true
}

// successor gives the least byte string above e.
func successor(e []byte) []byte { return append(bytes.Clone(e), 0) }

func entryID(e []byte) uint32 { return binary.BigEndian.Uint32(e[len(e)-idLen:]) }
