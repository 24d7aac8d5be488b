package syntax

import "testing"

func TestStringValues(t *testing.T) {
	for in, want := range map[string]string{
		`'a'`: "a", `"it's"`: "it's", `'\t\b\n\r\f'`: "\t\b\n\r\f", `'\\\'\"'`: `\'"`, `'\u00e9'`: "é",
		`'\uD83D\uDE00'`: "😀", `'\q'`: `\q`, `'\U0001'`: `\U0001`, "'é\n'": "é\n",
	} {
		e, err := ParseExpr(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got, _ := e.(*Literal).Value.AsString(); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestNumberValues(t *testing.T) {
	ints := map[string]int64{
		"0": 0, "1_000": 1000, "0x1F": 31, "0xa_b": 171, "0x_1": 1, "0o17": 15, "0o7_7": 63,
		"9223372036854775807": 1<<63 - 1, "-9223372036854775808": -1 << 63, "-0x8000000000000000": -1 << 63,
	}
	for in, want := range ints {
		e, err := ParseExpr(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got, ok := e.(*Literal).Value.AsInt(); !ok || got != want {
			t.Errorf("%s: %d, want %d", in, got, want)
		}
	}
	floats := map[string]float64{
		".5": .5, "1.5": 1.5, "1e9": 1e9, "1E+3": 1000, "1.5e-3": .0015, "1.0f": 1, "12.5e1D": 125, "1e5f": 1e5, "1.5_5": 1.55, "1e-400": 0,
	}
	for in, want := range floats {
		e, err := ParseExpr(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got, ok := e.(*Literal).Value.AsFloat(); !ok || got != want {
			t.Errorf("%s: %g, want %g", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	candidates := []string{"size", "sign", "toInteger", "toIntegerList", "collect"}
	for in, want := range map[string]string{"sise": "size", "tointegr": "toInteger", "colect": "collect", "foo": "", "x": "", "siez": "size"} {
		if got := Nearest(in, candidates); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
