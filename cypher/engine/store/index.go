package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// maxIndexKey is the longest key an index holds, as in Neo4j (8 KiB pages).
const maxIndexKey = 8167

// accepts tells whether an index of this kind holds v.
func (k IndexKind) accepts(v value.Value) bool {
	switch k {
	case Text:
		return v.Kind() == value.KindString
	case Point:
		return v.Kind() == value.KindPoint
	}
	return !v.IsNull()
}

// indexKey appends the key of the values get gives to b; ok is false when the index does not
// hold them: it holds an entity only when that has all its properties.
func (ix *Index) indexKey(b []byte, get func(key Token) value.Value) (key []byte, ok bool) {
	for _, k := range ix.keys {
		v := get(k)
		if !ix.Kind.accepts(v) {
			return b, false
		}
		b = value.AppendKey(b, v)
	}
	return b, true
}

// reindexNode updates the indexes of a node whose property key is about to become v. When a
// unique constraint forbids that, it changes nothing and gives the error.
func (t *Tx) reindexNode(id uint32, key Token, v value.Value) error {
	var found []*Index
	for _, label := range t.NodeLabelTokens(value.NodeID(id)) {
		for _, ix := range t.r.schema.byKey[0][schemaKey{label, key}] {
			if len(ix.labels) == 1 || !slices.Contains(found, ix) {
				found = append(found, ix)
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return t.reindex(found, id, key, v, t.nodeProp(id))
}

func (t *Tx) reindexRel(id uint32, key Token, v value.Value) error {
	found := t.r.schema.byKey[1][schemaKey{t.RelTypeToken(value.RelID(id)), key}]
	if len(found) == 0 {
		return nil
	}
	return t.reindex(found, id, key, v, t.relProp(id))
}

func (t *Tx) nodeProp(id uint32) func(Token) value.Value {
	return func(k Token) value.Value { return t.NodePropertyAt(value.NodeID(id), k) }
}

func (t *Tx) relProp(id uint32) func(Token) value.Value {
	return func(k Token) value.Value { return t.RelPropertyAt(value.RelID(id), k) }
}

func (t *Tx) reindex(found []*Index, id uint32, key Token, v value.Value, get func(Token) value.Value) error {
	after := func(k Token) value.Value {
		if k == key {
			return v
		}
		return get(k)
	}
	for _, ix := range found {
		if err := t.admit(ix, id, after); err != nil {
			return err
		}
	}
	for _, ix := range found {
		if ix.Kind == Fulltext {
			field := slices.Index(ix.keys, key)
			t.indexText(ix, field, get(key), id, false)
			t.indexText(ix, field, v, id, true)
			continue
		}
		t.unindex(ix, id, get)
		t.index(ix, id, after)
	}
	return nil
}

// admit tells why an entity must not have the values that get gives.
func (t *Tx) admit(ix *Index, id uint32, get func(Token) value.Value) error {
	if ix.Kind == Fulltext {
		return nil
	}
	key, ok := ix.indexKey(t.key[:0], get)
	t.key = key
	if !ok {
		return nil
	}
	if len(key) > maxIndexKey {
		return fault.New(fault.ExecutionFailed,
			"Property value is too large to index, please see index documentation for limitations. Index: %s, entity id: %d, property size: %d.",
			ix, id, len(key))
	}
	if !ix.Unique || slices.ContainsFunc(ix.keys, func(k Token) bool { return isNaN(get(k)) }) {
		return nil
	}
	other := t.r.trees[ix.tree].first(key)
	if !bytes.HasPrefix(other, key) || entryID(other) == id {
		return nil
	}
	return fault.New(fault.ConstraintViolation, "%s already exists with %s", ix.entity(entryID(other)), ix.having(get))
}

// entity names an entity as Neo4j's messages do.
func (ix *Index) entity(id uint32) string {
	if ix.Rel {
		return fmt.Sprintf("Relationship(%d)", id)
	}
	return fmt.Sprintf("Node(%d)", id)
}

// having words what a unique constraint is about: label `Person` and property `id` = 'x'.
func (ix *Index) having(get func(Token) value.Value) string {
	var b strings.Builder
	if ix.Rel {
		fmt.Fprintf(&b, "type `%s`", ix.Labels[0])
	} else {
		fmt.Fprintf(&b, "label `%s`", ix.Labels[0])
	}
	if len(ix.keys) == 1 {
		b.WriteString(" and property ")
	} else {
		b.WriteString(" and properties ")
	}
	for i, k := range ix.keys {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "`%s` = %s", ix.Properties[i], shown(get(k)))
	}
	return b.String()
}

// shown words a value as Neo4j's messages do: text in quotes, not escaped.
func shown(v value.Value) string {
	if s, ok := v.AsString(); ok {
		return "'" + s + "'"
	}
	if s, ok := value.ToString(v); ok {
		return s
	}
	return value.Format(v, nil)
}

// index adds the entry of an entity, if it has one.
func (t *Tx) index(ix *Index, id uint32, get func(Token) value.Value) {
	if ix.Kind == Fulltext {
		for field, k := range ix.keys {
			t.indexText(ix, field, get(k), id, true)
		}
		return
	}
	key, ok := ix.indexKey(t.key[:0], get)
	if ok {
		tr := &t.r.trees[ix.tree]
		if !bytes.HasPrefix(tr.first(key), key) {
			tr.distinct++
		}
		key = binary.BigEndian.AppendUint32(key, id)
		tr.insert(key, t.w.epoch)
	}
	t.key = key
}

// unindex takes out the entry of an entity, if it has one.
func (t *Tx) unindex(ix *Index, id uint32, get func(Token) value.Value) {
	if ix.Kind == Fulltext {
		for field, k := range ix.keys {
			t.indexText(ix, field, get(k), id, false)
		}
		return
	}
	key, ok := ix.indexKey(t.key[:0], get)
	if ok {
		tr := &t.r.trees[ix.tree]
		n := len(key)
		key = binary.BigEndian.AppendUint32(key, id)
		if tr.delete(key, t.w.epoch) && !bytes.HasPrefix(tr.first(key[:n]), key[:n]) {
			tr.distinct--
		}
	}
	t.key = key
}

// indexLabel updates the indexes of a node that gets or loses a label.
func (t *Tx) indexLabel(id uint32, label Token, on bool) error {
	found := t.r.schema.byLabel[0][label]
	if len(found) == 0 {
		return nil
	}
	get := t.nodeProp(id)
	others := t.NodeLabelTokens(value.NodeID(id))
	for _, ix := range found {
		if on {
			if err := t.admit(ix, id, get); err != nil {
				return err
			}
		}
	}
	for _, ix := range found {
		switch {
		case ix.heldByOther(label, others):
		case on:
			t.index(ix, id, get)
		default:
			t.unindex(ix, id, get)
		}
	}
	return nil
}

// heldByOther tells whether another of a node's labels than this one puts it into the index.
func (ix *Index) heldByOther(label Token, labels []Token) bool {
	return len(ix.labels) > 1 && slices.ContainsFunc(labels, func(l Token) bool { return l != label && slices.Contains(ix.labels, l) })
}

func (t *Tx) unindexNode(id uint32) {
	labels := t.NodeLabelTokens(value.NodeID(id))
	for i, label := range labels {
		for _, ix := range t.r.schema.byLabel[0][label] {
			if !ix.heldByOther(label, labels[:i]) {
				t.unindex(ix, id, t.nodeProp(id))
			}
		}
	}
}

func (t *Tx) unindexRel(id uint32) {
	for _, ix := range t.r.schema.byLabel[1][t.RelTypeToken(value.RelID(id))] {
		t.unindex(ix, id, t.relProp(id))
	}
}
