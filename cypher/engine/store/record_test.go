package store

import (
	"errors"
	"testing"

	"guestgraph/cypher/engine/value"
)

// FuzzRecord reads any bytes as a record's properties: no panic, and what can be read is written
// and read again the same.
func FuzzRecord(f *testing.F) {
	tx := begin(f, memory(f), true)
	id := tx.CreateNode(nil)
	err := errors.Join(
		tx.SetNodeProperty(id, tx.EnsureKey("a"), value.Int(-300)), tx.SetNodeProperty(id, tx.EnsureKey("b"), value.Bool(true)),
		tx.SetNodeProperty(id, tx.EnsureKey("c"), value.String("text")), tx.SetNodeProperty(id, tx.EnsureKey("d"), value.Float(1.5)),
		tx.SetNodeProperty(id, tx.EnsureKey("e"), value.List([]value.Value{value.String("x"), value.String("y")})))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(tx.Rollback)
	tx.flush()
	rec, _ := tx.appendNode(nil, uint32(id))
	f.Add(rec[1:]) // without the number of labels
	f.Fuzz(func(t *testing.T, b []byte) {
		props, err := readProps(nil, b)
		if err != nil {
			return
		}
		var s slab
		p := newPacker(newRegistry())
		shape, off := p.write(&s, props)
		again, err := readProps(nil, s.appendProps(nil, p.reg.shapes[shape], off))
		if err != nil || len(again) != len(props) {
			t.Fatalf("read again: %v, %v", again, err)
		}
		for i := range props {
			if again[i].key != props[i].key || !value.Equivalent(again[i].val, props[i].val) {
				t.Errorf("property %d: %v, want %v", i, again[i].val, props[i].val)
			}
		}
	})
}

func TestChecksum(t *testing.T) {
	k := recordKey(7)
	rec := seal([]byte("body"), 0, k[:])
	if body, err := unseal(k[:], rec); err != nil || string(body) != "body" {
		t.Errorf("unseal = %q, %v", body, err)
	}
	other := recordKey(8)
	if _, err := unseal(other[:], rec); !errors.Is(err, errSum) {
		t.Errorf("a record under another id: %v", err)
	}
	rec[1] ^= 1
	if _, err := unseal(k[:], rec); !errors.Is(err, errSum) {
		t.Errorf("a changed record: %v", err)
	}
}
