package store

import "guestgraph/cypher/engine/value"

// A NodeCursor walks nodes. Next gives false at the end and from then on.
//
// In a write transaction a cursor sees some of the changes made while it is open: nodes created
// meanwhile by a scan never, changed index entries possibly. A plan that writes what it reads
// must collect the cursor first.
type NodeCursor struct{ cursor }

// A RelCursor walks relationships, as a NodeCursor does nodes.
type RelCursor struct{ cursor }

type cursorKind uint8

const (
	cursorNone cursorKind = iota
	cursorNodes
	cursorRels
	cursorBits
	cursorTree
	cursorTreeBack
	cursorOne
)

type cursor struct {
	kind cursorKind
	r    *root
	next uint32 // cursorNodes, cursorRels, cursorOne
	end  uint32
	bits bitCursor
	tree treeCursor
}

// Back makes a cursor over a range of an index that has given nothing yet walk from the last entry to the first.
func (c *NodeCursor) Back() {
	if c.kind == cursorTree {
		c.kind = cursorTreeBack
		c.tree.turn()
	}
}

// Next gives the next node.
func (c *NodeCursor) Next() (value.NodeID, bool) {
	id, ok := c.step()
	return value.NodeID(id), ok
}

// Next gives the next relationship.
func (c *RelCursor) Next() (value.RelID, bool) {
	id, ok := c.step()
	return value.RelID(id), ok
}

func (c *cursor) step() (uint32, bool) {
	switch c.kind {
	case cursorBits:
		return c.bits.step()
	case cursorTree:
		return c.tree.next()
	case cursorTreeBack:
		return c.tree.prev()
	case cursorOne:
		c.kind = cursorNone
		return c.next, true
	case cursorNodes:
		for c.next < c.end {
			id := c.next
			c.next++
			if c.r.node(id) != nil {
				return id, true
			}
		}
	case cursorRels:
		for c.next < c.end {
			id := c.next
			c.next++
			if c.r.rel(id) != nil {
				return id, true
			}
		}
	}
	return 0, false
}

// Nodes walks all nodes in id order.
func (t *Tx) Nodes() NodeCursor {
	return NodeCursor{cursor{kind: cursorNodes, r: t.r, end: t.r.nextNode}}
}

// Rels walks all relationships in id order.
func (t *Tx) Rels() RelCursor {
	return RelCursor{cursor{kind: cursorRels, r: t.r, end: t.r.nextRel}}
}

// NodesWithLabel walks the nodes with a label in id order.
func (t *Tx) NodesWithLabel(label Token) NodeCursor {
	if int(label) >= len(t.r.byLabel) {
		return NodeCursor{}
	}
	return NodeCursor{cursor{kind: cursorBits, bits: t.r.byLabel[label].cursor(t.r.nextNode)}}
}

// RelsWithType walks the relationships of a type in id order.
func (t *Tx) RelsWithType(typ Token) RelCursor {
	if int(typ) >= len(t.r.byType) {
		return RelCursor{}
	}
	return RelCursor{cursor{kind: cursorBits, bits: t.r.byType[typ].cursor(t.r.nextRel)}}
}
