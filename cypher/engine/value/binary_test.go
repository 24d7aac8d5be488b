package value_test

import (
	"bytes"
	"testing"

	"guestgraph/cypher/engine/value"
)

func TestBinary(t *testing.T) {
	for _, vs := range ordered() {
		for _, v := range vs {
			switch v.Kind() {
			case value.KindNode, value.KindRel, value.KindPath:
				continue // not storable
			}
			b := value.AppendBinary(nil, v)
			got, rest, err := value.DecodeBinary(append(b, 0xff))
			if err != nil || len(rest) != 1 {
				t.Errorf("%s: %v, %d bytes left", value.Format(v, nil), err, len(rest))
				continue
			}
			if value.Format(got, nil) != value.Format(v, nil) || !value.Equivalent(got, v) {
				t.Errorf("%s comes back as %s", value.Format(v, nil), value.Format(got, nil))
			}
			for n := range b {
				if _, _, err := value.DecodeBinary(b[:n]); err == nil {
					t.Errorf("%s: the first %d bytes of %x decode", value.Format(v, nil), n, b)
				}
			}
		}
	}
}

func FuzzDecodeBinary(f *testing.F) {
	for _, vs := range ordered() {
		for _, v := range vs {
			f.Add(value.AppendBinary(nil, v))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v, rest, err := value.DecodeBinary(b)
		if err != nil {
			return
		}
		again := value.AppendBinary(nil, v)
		w, left, err := value.DecodeBinary(again)
		if err != nil || len(left) != 0 || !value.Equivalent(v, w) || value.Hash(v) != value.Hash(w) {
			t.Fatalf("%x gives %s, which comes back as %s (%v)", b[:len(b)-len(rest)], value.Format(v, nil), value.Format(w, nil), err)
		}
		if key := value.AppendKey(nil, v); !bytes.Equal(key, value.AppendKey(nil, w)) {
			t.Fatal("keys differ")
		}
	})
}
