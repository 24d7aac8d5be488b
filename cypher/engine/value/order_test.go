package value_test

import (
	"bytes"
	"cmp"
	"testing"

	"guestgraph/cypher/engine/value"
)

// TestOrder holds Order, Equivalent, Hash and AppendKey against one list of values in order.
func TestOrder(t *testing.T) {
	all := ordered()
	for i, as := range all {
		for j, bs := range all {
			for _, a := range as {
				for _, b := range bs {
					checkPair(t, a, b, cmp.Compare(i, j))
				}
			}
		}
	}
}

func checkPair(t *testing.T, a, b value.Value, want int) {
	t.Helper()
	name := value.Format(a, nil) + " and " + value.Format(b, nil)
	if got := value.Order(a, b); cmp.Compare(got, 0) != want {
		t.Errorf("Order of %s: %d, want %d", name, got, want)
	}
	if got := value.Equivalent(a, b); got != (want == 0) {
		t.Errorf("Equivalent of %s: %t", name, got)
	}
	if want == 0 && value.Hash(a) != value.Hash(b) {
		t.Errorf("hashes of %s differ", name)
	}
	ka, kb := value.AppendKey(nil, a), value.AppendKey(nil, b)
	if got := bytes.Compare(ka, kb); got != want {
		t.Errorf("keys of %s: %d, want %d\n%x\n%x", name, got, want, ka, kb)
	}
	if want != 0 && (bytes.HasPrefix(ka, kb) || bytes.HasPrefix(kb, ka)) {
		t.Errorf("of %s the key of one begins that of the other", name)
	}
}

func TestTernary(t *testing.T) {
	const f, tr, u = value.False, value.True, value.Unknown
	for _, c := range []struct{ a, b, and, or, xor value.Ternary }{
		{f, f, f, f, f}, {f, tr, f, tr, tr}, {f, u, f, u, u},
		{tr, f, f, tr, tr}, {tr, tr, tr, tr, f}, {tr, u, u, tr, u},
		{u, f, f, u, u}, {u, tr, u, tr, u}, {u, u, u, u, u},
	} {
		if got := c.a.And(c.b); got != c.and {
			t.Errorf("%v AND %v: %v", c.a, c.b, got)
		}
		if got := c.a.Or(c.b); got != c.or {
			t.Errorf("%v OR %v: %v", c.a, c.b, got)
		}
		if got := c.a.Xor(c.b); got != c.xor {
			t.Errorf("%v XOR %v: %v", c.a, c.b, got)
		}
	}
	if f.Not() != tr || tr.Not() != f || u.Not() != u {
		t.Error("NOT")
	}
}

func TestKindOfPackedValues(t *testing.T) {
	for want, v := range map[value.Kind]value.Value{
		value.KindDate: date("2020-01-01"), value.KindLocalTime: localClock("10:00"), value.KindTime: clock("10:00-18:00"),
		value.KindLocalDateTime: localDateTime("2020-01-01"), value.KindDateTime: dateTime("2020-01-01T00:00[Europe/Paris]"),
		value.KindDuration: duration("P1D"), value.KindPoint: value.FromPoint(value.Point{SRID: value.Cartesian}),
	} {
		if v.Kind() != want {
			t.Errorf("%s has kind %v", value.Format(v, nil), v.Kind())
		}
	}
	for _, s := range []string{"10:00-18:00", "23:59:59.999999999+18:00", "00:00Z"} {
		got, ok := clock(s).AsTime()
		if text := got.String(); !ok || value.Format(clock(text), nil) != value.Format(clock(s), nil) {
			t.Errorf("time %s comes back as %s", s, text)
		}
	}
}
