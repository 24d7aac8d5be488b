package store

import (
	"time"

	"guestgraph/cypher/engine/value"
)

var _ value.Graph = (*Tx)(nil)

// NodeLabels gives the names of a node's labels, sorted; nil for a node that does not exist.
// The slice is shared.
func (t *Tx) NodeLabels(id value.NodeID) []string { return t.labelSet(id).names }

// NodeProperties gives all properties of a node.
func (t *Tx) NodeProperties(id value.NodeID) value.Map {
	var buf [16]prop
	return t.propMap(t.nodeProps(buf[:0], uint32(id)))
}

// NodeProperty gives one property, null when the node lacks it.
func (t *Tx) NodeProperty(id value.NodeID, key string) value.Value {
	k, ok := t.r.keys.lookup(key)
	if !ok {
		return value.Value{}
	}
	return t.NodePropertyAt(id, k)
}

// NodeDeleted tells whether this transaction deleted the node.
func (t *Tx) NodeDeleted(id value.NodeID) bool { return t.w != nil && t.w.deletedNodes.has(uint32(id)) }

// RelType gives the name of a relationship's type, also of one this transaction deleted.
func (t *Tx) RelType(id value.RelID) string { return t.r.types.name(t.RelTypeToken(id)) }

// RelProperties gives all properties of a relationship.
func (t *Tx) RelProperties(id value.RelID) value.Map {
	var buf [16]prop
	return t.propMap(t.relProps(buf[:0], uint32(id)))
}

// RelProperty gives one property, null when the relationship lacks it.
func (t *Tx) RelProperty(id value.RelID, key string) value.Value {
	k, ok := t.r.keys.lookup(key)
	if !ok {
		return value.Value{}
	}
	return t.RelPropertyAt(id, k)
}

// RelDeleted tells whether this transaction deleted the relationship.
func (t *Tx) RelDeleted(id value.RelID) bool { return t.w != nil && t.w.deletedRels.has(uint32(id)) }

func (t *Tx) propMap(props []prop) value.Map {
	entries := make([]value.Entry, len(props))
	for i, p := range props {
		entries[i] = value.Entry{Key: t.r.keys.name(p.key), Val: p.val}
	}
	return value.NewMap(entries)
}

// DatabaseID gives the UUID of the store, which stays with its file.
func (t *Tx) DatabaseID() string { return t.s.uuid }

// Created is when the store was made.
func (t *Tx) Created() time.Time { return t.s.created }

// EachNodeProperty calls f with each property of a node, without making a map.
func (t *Tx) EachNodeProperty(id value.NodeID, f func(key Token, v value.Value)) {
	var buf [16]prop
	for _, p := range t.nodeProps(buf[:0], uint32(id)) {
		f(p.key, p.val)
	}
}

// EachRelProperty calls f with each property of a relationship, without making a map.
func (t *Tx) EachRelProperty(id value.RelID, f func(key Token, v value.Value)) {
	var buf [16]prop
	for _, p := range t.relProps(buf[:0], uint32(id)) {
		f(p.key, p.val)
	}
}
