package store

import (
	"slices"

	"guestgraph/cypher/engine/value"
)

// put sets or, with null, removes a property; it gives the value before.
func (o *openRecord) put(key Token, v value.Value) value.Value {
	i, found := o.find(key)
	var old value.Value
	switch {
	case found && v.IsNull():
		old = o.props[i].val
		o.props = slices.Delete(o.props, i, i+1)
	case found:
		old = o.props[i].val
		o.props[i].val = v
	case v.IsNull():
		return old
	default:
		o.props = slices.Insert(o.props, i, prop{key, v})
	}
	o.dirty = true
	return old
}

func (o *openRecord) get(key Token) value.Value {
	if i, ok := o.find(key); ok {
		return o.props[i].val
	}
	return value.Value{}
}

// openNode makes id the node whose properties are being changed.
func (t *Tx) openNode(id uint32) *openRecord {
	o := &t.w.node
	if o.open && o.id == id {
		return o
	}
	t.flushNode()
	o.id, o.open, o.props = id, true, o.props[:0]
	p := t.r.nodes.page(id)
	rec := &p.recs[id&pageMask]
	o.props = p.ext.props(o.props, t.r.shapes[rec.shape], rec.off)
	return o
}

func (t *Tx) openRel(id uint32) *openRecord {
	o := &t.w.rel
	if o.open && o.id == id {
		return o
	}
	t.flushRel()
	o.id, o.open, o.props = id, true, o.props[:0]
	p := t.r.rels.page(id)
	rec := &p.recs[id&pageMask]
	o.props = p.ext.props(o.props, t.r.shapes[rec.shape], rec.off)
	return o
}

func (t *Tx) flushNode() {
	o := &t.w.node
	if o.dirty {
		p := t.r.nodes.own(o.id, t.w.epoch)
		rec := &p.recs[o.id&pageMask]
		t.replace(t.s.nodePack, &p.ext, &rec.shape, &rec.off, o.props, func(i int) (shape, off *uint32) {
			return &p.recs[i].shape, &p.recs[i].off
		})
	}
	o.open, o.dirty = false, false
}

func (t *Tx) flushRel() {
	o := &t.w.rel
	if o.dirty {
		p := t.r.rels.own(o.id, t.w.epoch)
		rec := &p.recs[o.id&pageMask]
		t.replace(t.s.relPack, &p.ext, &rec.shape, &rec.off, o.props, func(i int) (shape, off *uint32) {
			return &p.recs[i].shape, &p.recs[i].off
		})
	}
	o.open, o.dirty = false, false
}

// replace writes new properties of the record of shape and off. at gives those of all records of
// the page.
func (t *Tx) replace(p *packer, s *slab, shape, off *uint32, props []prop, at func(i int) (shape, off *uint32)) {
	s.own(t.w.epoch)
	s.free(t.r.shapes[*shape], *off)
	*shape, *off = p.write(s, props)
	if s.sparse() {
		p.compact(s, pageLen, at)
	}
	t.r.shapes = t.s.reg.shapes
}

// sparse tells whether compacting pays.
func (s *slab) sparse() bool { return s.waste > 1024 && s.waste > s.size()/2 }

// compact writes the records of a page into a new slab.
func (p *packer) compact(s *slab, n int, at func(i int) (shape, off *uint32)) {
	old := *s
	s.buf = make([]byte, 0, max(64, len(old.buf)-old.waste))
	s.big, s.waste = nil, 0
	p.last = nil
	var props []prop
	for i := range n {
		shape, off := at(i)
		if *shape == 0 {
			continue
		}
		props = old.props(props[:0], p.reg.shapes[*shape], *off)
		*shape, *off = p.write(s, props)
	}
}
