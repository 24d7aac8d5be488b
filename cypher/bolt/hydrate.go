package bolt

import (
	"slices"
	"strconv"

	"guestgraph/cypher/engine/value"
)

// elementIds reports whether structures carry element ids beside the integer ids.
func (e *encoder) elementIDs() bool { return e.version.major >= 5 }

func (e *encoder) node(id value.NodeID, g value.Graph) {
	if e.elementIDs() {
		e.structHeader(tagNode, 4)
	} else {
		e.structHeader(tagNode, 3)
	}
	e.int(int64(id))
	e.strings(g.NodeLabels(id))
	e.mapping(g.NodeProperties(id), g)
	if e.elementIDs() {
		e.nodeElementID(id, g)
	}
}

func (e *encoder) relationship(id value.RelID, g value.Graph) {
	start, end := g.RelEnds(id)
	if e.elementIDs() {
		e.structHeader(tagRelationship, 8)
	} else {
		e.structHeader(tagRelationship, 5)
	}
	e.int(int64(id))
	e.int(int64(start))
	e.int(int64(end))
	e.string(g.RelType(id))
	e.mapping(g.RelProperties(id), g)
	if e.elementIDs() {
		e.relElementID(id, g)
		e.nodeElementID(start, g)
		e.nodeElementID(end, g)
	}
}

func (e *encoder) unboundRel(id value.RelID, g value.Graph) {
	if e.elementIDs() {
		e.structHeader(tagUnboundRel, 4)
	} else {
		e.structHeader(tagUnboundRel, 3)
	}
	e.int(int64(id))
	e.string(g.RelType(id))
	e.mapping(g.RelProperties(id), g)
	if e.elementIDs() {
		e.relElementID(id, g)
	}
}

// path appends the path's distinct nodes, its distinct relationships, and for each step two
// indices: the relationship's, counted from 1 and negative when walked against its direction,
// and the reached node's, counted from 0 (the first node is always 0).
func (e *encoder) path(p *value.Path, g value.Graph) {
	nodes := distinct(p.Nodes)
	rels := distinct(p.Rels)
	e.structHeader(tagPath, 3)
	e.listHeader(len(nodes.list))
	for _, id := range nodes.list {
		e.node(id, g)
	}
	e.listHeader(len(rels.list))
	for _, id := range rels.list {
		e.unboundRel(id, g)
	}
	e.listHeader(2 * len(p.Rels))
	for i, rel := range p.Rels {
		at := int64(rels.index(rel) + 1)
		if start, _ := g.RelEnds(rel); start != p.Nodes[i] {
			at = -at
		}
		e.int(at)
		e.int(int64(nodes.index(p.Nodes[i+1])))
	}
}

// A numbering gives the distinct ids of a path their places. Paths are short as a rule: only
// long ones get a map.
type numbering[T comparable] struct {
	list   []T
	places map[T]int
}

const longPath = 16

func distinct[T comparable](ids []T) numbering[T] {
	if len(ids) <= longPath {
		n := numbering[T]{list: make([]T, 0, len(ids))}
		for _, id := range ids {
			if !slices.Contains(n.list, id) {
				n.list = append(n.list, id)
			}
		}
		return n
	}
	n := numbering[T]{list: make([]T, 0, len(ids)), places: make(map[T]int, len(ids))}
	for _, id := range ids {
		if _, seen := n.places[id]; !seen {
			n.places[id] = len(n.list)
			n.list = append(n.list, id)
		}
	}
	return n
}

func (n *numbering[T]) index(id T) int {
	if n.places != nil {
		return n.places[id]
	}
	return slices.Index(n.list, id)
}

// nodeElementID and relElementID append what value.NodeElementID and value.RelElementID give,
// 4:<database>:<id> and 5:<database>:<id>, without making a string of it.
func (e *encoder) nodeElementID(id value.NodeID, g value.Graph) { e.elementID('4', g, uint64(id)) }
func (e *encoder) relElementID(id value.RelID, g value.Graph)   { e.elementID('5', g, uint64(id)) }

func (e *encoder) elementID(space byte, g value.Graph, id uint64) {
	database := g.DatabaseID()
	digits := 1
	for n := id; n >= 10; n /= 10 {
		digits++
	}
	e.size(len("4::")+len(database)+digits, packTinyString, packString)
	e.buf = append(e.buf, space, ':')
	e.buf = append(append(e.buf, database...), ':')
	e.buf = strconv.AppendUint(e.buf, id, 10)
}
