package store

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// RelExists tells whether there is a relationship id.
func (t *Tx) RelExists(id value.RelID) bool { return t.r.rel(uint32(id)) != nil }

// RelTypeToken gives the type of a relationship, also of one this transaction deleted.
func (t *Tx) RelTypeToken(id value.RelID) Token {
	rec := t.r.rels.rec(uint32(id))
	if rec == nil {
		return ^Token(0)
	}
	return Token(rec.typ&^relGone) - 1
}

// RelEnds gives the start and end node of a relationship, also of one this transaction deleted.
func (t *Tx) RelEnds(id value.RelID) (start, end value.NodeID) {
	rec := t.r.rels.rec(uint32(id))
	if rec == nil {
		return 0, 0
	}
	return value.NodeID(rec.start), value.NodeID(rec.end)
}

// RelPropertyAt gives a property, null when the relationship lacks it or does not exist.
func (t *Tx) RelPropertyAt(id value.RelID, key Token) value.Value {
	if t.w != nil && t.w.rel.open && t.w.rel.id == uint32(id) {
		return t.w.rel.get(key)
	}
	p := t.r.rels.page(uint32(id))
	if p == nil {
		return value.Value{}
	}
	rec := &p.recs[id&pageMask]
	return p.ext.get(t.r.shapes[rec.shape], rec.off, key)
}

func (t *Tx) relProps(dst []prop, id uint32) []prop {
	if t.w != nil && t.w.rel.open && t.w.rel.id == id {
		return append(dst, t.w.rel.props...)
	}
	p := t.r.rels.page(id)
	if p == nil {
		return dst
	}
	rec := &p.recs[id&pageMask]
	return p.ext.props(dst, t.r.shapes[rec.shape], rec.off)
}

// CreateRel makes a relationship between two nodes that exist. Its properties are set afterwards.
func (t *Tx) CreateRel(typ Token, start, end value.NodeID) value.RelID {
	w := t.writer()
	id := t.s.ids.takeRel(t)
	rec := &t.r.rels.own(id, w.epoch).recs[id&pageMask]
	*rec = relRec{typ: uint32(typ) + 1, start: uint32(start), end: uint32(end)}
	t.link(uint32(start), Out, typ, Adj{value.RelID(id), end})
	t.link(uint32(end), In, typ, Adj{value.RelID(id), start})
	t.r.byType[typ].set(id, true, w.epoch)
	t.r.relCount++
	w.changedRels.add(id)
	return value.RelID(id)
}

// DeleteRel deletes a relationship.
func (t *Tx) DeleteRel(id value.RelID) {
	w := t.writer()
	if !t.RelExists(id) {
		return
	}
	t.unindexRel(uint32(id))
	if w.rel.id == uint32(id) {
		w.rel.open, w.rel.dirty = false, false
	}
	p := t.r.rels.own(uint32(id), w.epoch)
	rec := &p.recs[id&pageMask]
	p.ext.free(t.r.shapes[rec.shape], rec.off)
	typ := Token(rec.typ - 1)
	rec.typ |= relGone
	rec.shape, rec.off = 0, 0
	t.unlink(rec.start, Out, typ)
	t.unlink(rec.end, In, typ)
	t.r.byType[typ].set(uint32(id), false, w.epoch)
	t.r.relCount--
	w.changedRels.add(uint32(id))
	w.deletedRels.add(uint32(id))
}

// SetRelProperty sets a property of a relationship that exists; null removes it. The error is a
// *fault.Error when v cannot be stored or a unique constraint forbids it; then nothing changed.
func (t *Tx) SetRelProperty(id value.RelID, key Token, v value.Value) error {
	w := t.writer()
	if !t.RelExists(id) {
		return fault.New(fault.EntityNotFound, "Unable to load RELATIONSHIP with id %d.", id)
	}
	if err := value.Storable(v); err != nil {
		return err
	}
	v = value.Stored(v)
	o := t.openRel(uint32(id))
	if err := t.reindexRel(uint32(id), key, v); err != nil {
		return err
	}
	o.put(key, v)
	w.changedRels.add(uint32(id))
	return nil
}

// RelCount gives the number of relationships.
func (t *Tx) RelCount() int { return t.r.relCount }

// TypeCount gives the number of relationships of a type.
func (t *Tx) TypeCount(typ Token) int {
	if int(typ) >= len(t.r.byType) {
		return 0
	}
	return t.r.byType[typ].count
}
