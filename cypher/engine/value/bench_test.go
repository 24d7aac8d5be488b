package value_test

import (
	"testing"

	"guestgraph/cypher/engine/value"
)

var pairs = []struct {
	name string
	a, b value.Value
}{
	{"int", value.Int(1), value.Int(2)},
	{"int float", value.Int(1), value.Float(2)},
	{"string", value.String("aaron-francis"), value.String("aaron-frank")},
	{"date", date("2020-01-01"), date("2021-01-01")},
	{"datetime", dateTime("2020-01-01T10:00+01:00"), dateTime("2021-01-01T10:00+01:00")},
	{"list", list(value.Int(1), value.String("a")), list(value.Int(1), value.String("b"))},
	{"map", mapOf(entry("a", value.Int(1)), entry("b", value.Int(2))), mapOf(entry("a", value.Int(1)), entry("b", value.Int(3)))},
}

func BenchmarkEqual(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Equal(p.a, p.b)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Compare(p.a, p.b)
			}
		})
	}
}

func BenchmarkOrder(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Order(p.a, p.b)
			}
		})
	}
}

func BenchmarkHash(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				value.Hash(p.a)
			}
		})
	}
}

func BenchmarkAppendKey(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			var key []byte
			b.ReportAllocs()
			for b.Loop() {
				key = value.AppendKey(key[:0], p.a)
			}
		})
	}
}

func BenchmarkComponent(b *testing.B) {
	v := dateTime("2020-01-01T10:00+01:00")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := value.Component(v, "dayOfWeek"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	x, y := value.Int(20), value.Int(22)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := value.Add(x, y); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeBinary(b *testing.B) {
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			bytes := value.AppendBinary(nil, p.a)
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := value.DecodeBinary(bytes); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestNoAllocations holds the paths that every row takes.
func TestNoAllocations(t *testing.T) {
	for _, p := range pairs {
		for name, f := range map[string]func(){
			"Equal":      func() { value.Equal(p.a, p.b) },
			"Compare":    func() { value.Compare(p.a, p.b) },
			"Order":      func() { value.Order(p.a, p.b) },
			"Equivalent": func() { value.Equivalent(p.a, p.b) },
			"Hash":       func() { value.Hash(p.a) },
		} {
			if n := testing.AllocsPerRun(100, f); n != 0 {
				t.Errorf("%s of %s: %v allocations", name, p.name, n)
			}
		}
	}
	m := mapOf(entry("a", value.Int(1)))
	if n := testing.AllocsPerRun(100, func() { _, _ = value.Get(nil, m, "a") }); n != 0 {
		t.Errorf("Get: %v allocations", n)
	}
}
