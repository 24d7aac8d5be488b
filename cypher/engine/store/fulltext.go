package store

import (
	"encoding/binary"
	"iter"
	"math"
	"slices"

	"guestgraph/cypher/engine/value"
)

// A full-text index keeps in its tree, for every field (place of the property in the index) of an
// entity, one entry for each distinct term and one for the empty term:
//
//	field 1 │ term │ 00 │ frequency 2 │ length of the field in terms 4 │ id 4
//
// so that a term's entries stand together and carry all that scoring needs.
const postingLen = 2 + 4 + idLen

// fieldStats are what scores of a field are relative to.
type fieldStats struct {
	docs   int   // entities that have the field
	length int64 // terms in all of them
}

// A Posting is one entity's use of a term.
type Posting struct {
	ID     uint32 // of the node or relationship
	Freq   int    // how often the field has the term
	Length int    // how many terms the field has
}

func (ix *Index) analyzer() Analyzer {
	name, _ := ix.Config.Get(configAnalyzer).AsString()
	if a, ok := findAnalyzer(name); ok {
		return a
	}
	a, _ := findAnalyzer(defaultAnalyzer)
	return a
}

// Terms cuts text into terms as the index does with what it holds.
func (ix *Index) Terms(text string) []string {
	a := ix.analyzer()
	return a.Terms(text)
}

// Normalize gives part of a term, such as a prefix, the form that terms of the index have.
func (ix *Index) Normalize(part string) string {
	if a := ix.analyzer(); a.fold != nil {
		return a.fold(part)
	}
	return part
}

// FieldTerms gives the terms of a property value as a full-text index sees it: those of a string
// or, one after another, of a list of strings; ok is false for anything else.
func (ix *Index) FieldTerms(v value.Value) (terms []string, ok bool) {
	if s, ok := v.AsString(); ok {
		return ix.Terms(s), true
	}
	l, _ := v.AsList()
	for _, e := range l {
		s, isText := e.AsString()
		if !isText {
			return nil, false
		}
		terms = append(terms, ix.Terms(s)...)
	}
	return terms, len(l) > 0
}

// textEntries calls f with the entries of one field of an entity. The bytes are only valid within f.
func (ix *Index) textEntries(field int, v value.Value, id uint32, f func(e []byte)) (length int, ok bool) {
	terms, ok := ix.FieldTerms(v)
	if !ok {
		return 0, false
	}
	freq := map[string]int{"": 0}
	for _, t := range terms {
		if t != "" {
			freq[t]++
			length++
		}
	}
	var e []byte
	for t, n := range freq {
		if len(t) > maxIndexKey {
			continue
		}
		e = append(append(append(e[:0], byte(field)), t...), 0)
		e = binary.BigEndian.AppendUint16(e, uint16(min(n, math.MaxUint16)))
		e = binary.BigEndian.AppendUint32(e, uint32(length))
		f(binary.BigEndian.AppendUint32(e, id))
	}
	return length, true
}

// indexText adds (on) or takes out one field of an entity.
func (t *Tx) indexText(ix *Index, field int, v value.Value, id uint32, on bool) {
	tr := &t.r.trees[ix.tree]
	length, ok := ix.textEntries(field, v, id, func(e []byte) {
		if on {
			tr.insert(e, t.w.epoch)
		} else {
			tr.delete(e, t.w.epoch)
		}
	})
	if !ok {
		return
	}
	stats := slices.Clone(tr.fields) // older versions share it
	if len(stats) == 0 {
		stats = make([]fieldStats, len(ix.keys))
	}
	if on {
		stats[field].docs++
		stats[field].length += int64(length)
	} else {
		stats[field].docs--
		stats[field].length -= int64(length)
	}
	tr.fields = stats
}

// TextStats gives how many entities have a field of a full-text index, and how many terms all of
// them have there.
func (t *Tx) TextStats(ix *Index, field int) (docs int, length int64) {
	tr := t.treeOf(ix)
	if tr == nil || field >= len(tr.fields) {
		return 0, 0
	}
	return tr.fields[field].docs, tr.fields[field].length
}

// Postings gives the entities that have a term in a field; the empty term gives all that have the field.
func (t *Tx) Postings(ix *Index, field int, term string) iter.Seq[Posting] {
	return func(yield func(Posting) bool) {
		tr := t.treeOf(ix)
		if tr == nil {
			return
		}
		key := append(append([]byte{byte(field)}, term...), 0)
		c := tr.between(key, upTo(key), false)
		for {
			e := c.entry()
			if e == nil {
				return
			}
			e = e[len(e)-postingLen:]
			p := Posting{ID: entryID(e), Freq: int(binary.BigEndian.Uint16(e)), Length: int(binary.BigEndian.Uint32(e[2:]))}
			if !yield(p) {
				return
			}
		}
	}
}

// TermsFrom gives the terms of a field that start with prefix, ascending.
func (t *Tx) TermsFrom(ix *Index, field int, prefix string) iter.Seq[string] {
	return func(yield func(string) bool) {
		tr := t.treeOf(ix)
		if tr == nil {
			return
		}
		from := append([]byte{byte(field)}, prefix...)
		end := upTo(from)
		if prefix == "" {
			from = []byte{byte(field), 1} // above the empty term
		}
		for {
			c := tr.between(from, end, false)
			e := c.entry()
			if e == nil {
				return
			}
			term := string(e[1 : len(e)-postingLen-1])
			if !yield(term) {
				return
			}
			from = append(append([]byte{byte(field)}, term...), 1)
		}
	}
}
