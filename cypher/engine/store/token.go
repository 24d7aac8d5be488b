package store

import (
	"maps"
	"slices"
)

// A Token numbers a label, a relationship type or a property key, each in a namespace of its own.
type Token uint32

// tokens is one namespace of names. Names are only ever added.
type tokens struct {
	epoch uint64 // of the transaction that owns ids
	names []string
	ids   map[string]Token
}

func (t *tokens) lookup(name string) (Token, bool) {
	id, ok := t.ids[name]
	return id, ok
}

func (t *tokens) ensure(name string, epoch uint64) Token {
	if id, ok := t.ids[name]; ok {
		return id
	}
	if t.epoch != epoch || t.ids == nil {
		t.ids = maps.Clone(t.ids)
		if t.ids == nil {
			t.ids = map[string]Token{}
		}
		t.names = slices.Clip(t.names)
		t.epoch = epoch
	}
	id := Token(len(t.names))
	name = string([]byte(name)) // the caller's string may be part of a large message
	t.names = append(t.names, name)
	t.ids[name] = id
	return id
}

func (t *tokens) name(id Token) string {
	if int(id) >= len(t.names) {
		return ""
	}
	return t.names[id]
}

// LookupLabel gives the token of a label, false when no node ever had it.
func (t *Tx) LookupLabel(name string) (Token, bool) { return t.r.labels.lookup(name) }

// LookupType gives the token of a relationship type, false when no relationship ever had it.
func (t *Tx) LookupType(name string) (Token, bool) { return t.r.types.lookup(name) }

// LookupKey gives the token of a property key, false when it was never used.
func (t *Tx) LookupKey(name string) (Token, bool) { return t.r.keys.lookup(name) }

// EnsureLabel gives the token of a label, made when new; the transaction must be writable.
func (t *Tx) EnsureLabel(name string) Token {
	id := t.r.labels.ensure(name, t.writer().epoch)
	for len(t.r.byLabel) <= int(id) {
		t.r.byLabel = append(slices.Clip(t.r.byLabel), bitset{})
	}
	return id
}

// EnsureType gives the token of a relationship type, made when new; the transaction must be writable.
func (t *Tx) EnsureType(name string) Token {
	id := t.r.types.ensure(name, t.writer().epoch)
	for len(t.r.byType) <= int(id) {
		t.r.byType = append(slices.Clip(t.r.byType), bitset{})
	}
	return id
}

// EnsureKey gives the token of a property key, made when new; the transaction must be writable.
func (t *Tx) EnsureKey(name string) Token { return t.r.keys.ensure(name, t.writer().epoch) }

// LabelName gives the name of a label, empty for an unknown token.
func (t *Tx) LabelName(id Token) string { return t.r.labels.name(id) }

// TypeName gives the name of a relationship type, empty for an unknown token.
func (t *Tx) TypeName(id Token) string { return t.r.types.name(id) }

// KeyName gives the name of a property key, empty for an unknown token.
func (t *Tx) KeyName(id Token) string { return t.r.keys.name(id) }

// LabelNames gives the labels that nodes or schema rules have, oldest first.
func (t *Tx) LabelNames() []string { return t.used(&t.r.labels, t.r.byLabel, false) }

// TypeNames gives the types that relationships or schema rules have, oldest first.
func (t *Tx) TypeNames() []string { return t.used(&t.r.types, t.r.byType, true) }

// KeyNames gives all property keys ever used, oldest first.
func (t *Tx) KeyNames() []string { return slices.Clone(t.r.keys.names) }

func (t *Tx) used(tokens *tokens, sets []bitset, rel bool) []string {
	var names []string
	for i, name := range tokens.names {
		inRule := func(ix *Index) bool { return ix.Rel == rel && slices.Contains(ix.Labels, name) }
		if sets[i].count > 0 || slices.ContainsFunc(t.r.schema.indexes, inRule) {
			names = append(names, name)
		}
	}
	return names
}
