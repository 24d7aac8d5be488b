package store

import (
	"fmt"
	"slices"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// NodeExists tells whether there is a node id.
func (t *Tx) NodeExists(id value.NodeID) bool { return t.r.node(uint32(id)) != nil }

func (t *Tx) labelSet(id value.NodeID) *labelSet {
	n := t.r.node(uint32(id))
	if n == nil {
		return t.r.sets[0]
	}
	return t.r.sets[n.labels-1]
}

// HasLabel tells whether a node exists and has a label. It looks into the label's bit set, of which
// far more fits a processor's cache than of the node records.
func (t *Tx) HasLabel(id value.NodeID, label Token) bool {
	return int(label) < len(t.r.byLabel) && t.r.byLabel[label].has(uint32(id))
}

// NodeLabelTokens gives the labels of a node, ascending; the slice is shared.
func (t *Tx) NodeLabelTokens(id value.NodeID) []Token { return t.labelSet(id).tokens }

// NodePropertyAt gives a property, null when the node lacks it or does not exist.
func (t *Tx) NodePropertyAt(id value.NodeID, key Token) value.Value {
	if t.w != nil && t.w.node.open && t.w.node.id == uint32(id) {
		return t.w.node.get(key)
	}
	p := t.r.nodes.page(uint32(id))
	if p == nil {
		return value.Value{}
	}
	rec := &p.recs[id&pageMask]
	return p.ext.get(t.r.shapes[rec.shape], rec.off, key)
}

// nodeProps gives all properties of a node.
func (t *Tx) nodeProps(dst []prop, id uint32) []prop {
	if t.w != nil && t.w.node.open && t.w.node.id == id {
		return append(dst, t.w.node.props...)
	}
	p := t.r.nodes.page(id)
	if p == nil {
		return dst
	}
	rec := &p.recs[id&pageMask]
	return p.ext.props(dst, t.r.shapes[rec.shape], rec.off)
}

// CreateNode makes a node with labels, which may repeat. Its properties are set afterwards.
func (t *Tx) CreateNode(labels []Token) value.NodeID {
	w := t.writer()
	id := t.s.ids.takeNode(t)
	sorted := slices.Clone(labels)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	rec := &t.r.nodes.own(id, w.epoch).recs[id&pageMask]
	*rec = nodeRec{labels: t.internLabels(sorted) + 1}
	for _, l := range sorted {
		t.r.byLabel[l].set(id, true, w.epoch)
	}
	t.r.nodeCount++
	w.changedNodes.add(id)
	return value.NodeID(id)
}

// internLabels gives the number of a label set, which the transaction can read at once.
func (t *Tx) internLabels(sorted []Token) uint32 {
	id := t.s.reg.set(sorted, &t.r.labels)
	t.r.sets = t.s.reg.sets
	return id
}

// DeleteNode deletes a node. When it still has relationships at commit, Commit fails.
func (t *Tx) DeleteNode(id value.NodeID) {
	w := t.writer()
	if !t.NodeExists(id) {
		return
	}
	t.unindexNode(uint32(id))
	if w.node.id == uint32(id) {
		w.node.open, w.node.dirty = false, false
	}
	for _, l := range t.NodeLabelTokens(id) {
		t.r.byLabel[l].set(uint32(id), false, w.epoch)
	}
	p := t.r.nodes.own(uint32(id), w.epoch)
	rec := &p.recs[id&pageMask]
	p.ext.free(t.r.shapes[rec.shape], rec.off)
	*rec = nodeRec{}
	t.r.nodeCount--
	w.changedNodes.add(uint32(id))
	w.deletedNodes.add(uint32(id))
}

// Dangling gives the error with which Commit will fail when a deleted node still has relationships.
func (t *Tx) Dangling() error {
	if t.w == nil {
		return nil
	}
	for id := range t.w.deletedNodes.all() {
		n := value.NodeID(id)
		if t.DegreeAll(n, Out)+t.DegreeAll(n, In) > 0 {
			return fault.New(fault.DeleteConnected,
				"Cannot delete node<%d>, because it still has relationships. To delete this node, you must first delete its relationships.", id)
		}
	}
	return nil
}

// SetNodeProperty sets a property of a node that exists; null removes it. The error is a
// *fault.Error when v cannot be stored or a unique constraint forbids it; then nothing changed.
func (t *Tx) SetNodeProperty(id value.NodeID, key Token, v value.Value) error {
	w := t.writer()
	if !t.NodeExists(id) {
		return fault.New(fault.EntityNotFound, "Unable to load NODE with id %d.", id)
	}
	if err := value.Storable(v); err != nil {
		return err
	}
	v = value.Stored(v)
	o := t.openNode(uint32(id))
	if err := t.reindexNode(uint32(id), key, v); err != nil {
		return err
	}
	o.put(key, v)
	w.changedNodes.add(uint32(id))
	return nil
}

// AddLabel gives a node a label and tells whether it was new. The error is a *fault.Error when a
// unique constraint forbids it; then nothing changed.
func (t *Tx) AddLabel(id value.NodeID, label Token) (bool, error) {
	t.writer()
	old := t.NodeLabelTokens(id)
	i, found := slices.BinarySearch(old, label)
	if found || !t.NodeExists(id) {
		return false, nil
	}
	if err := t.indexLabel(uint32(id), label, true); err != nil {
		return false, err
	}
	t.setLabels(uint32(id), slices.Insert(slices.Clone(old), i, label), label, true)
	return true, nil
}

// RemoveLabel takes a label from a node and tells whether it had it.
func (t *Tx) RemoveLabel(id value.NodeID, label Token) bool {
	t.writer()
	old := t.NodeLabelTokens(id)
	i, found := slices.BinarySearch(old, label)
	if !found {
		return false
	}
	if err := t.indexLabel(uint32(id), label, false); err != nil {
		panic(fmt.Sprintf("store: removing a label: %v", err))
	}
	t.setLabels(uint32(id), slices.Delete(slices.Clone(old), i, i+1), label, false)
	return true
}

func (t *Tx) setLabels(id uint32, labels []Token, changed Token, on bool) {
	t.r.nodes.own(id, t.w.epoch).recs[id&pageMask].labels = t.internLabels(labels) + 1
	t.r.byLabel[changed].set(id, on, t.w.epoch)
	t.w.changedNodes.add(id)
}

// NodeCount gives the number of nodes.
func (t *Tx) NodeCount() int { return t.r.nodeCount }

// LabelCount gives the number of nodes with a label.
func (t *Tx) LabelCount(label Token) int {
	if int(label) >= len(t.r.byLabel) {
		return 0
	}
	return t.r.byLabel[label].count
}
