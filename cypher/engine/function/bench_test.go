package function_test

import (
	"testing"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/value"
)

func BenchmarkCall(b *testing.B) {
	for _, text := range []string{
		"toLower('database school')", "size('database school')", "substring('database school', 2, 5)", "coalesce(null, 1)",
		"abs(-5)", "toString(42)", "split('a,b,c', ',')", "date('2015-07-21')", "datetime('2015-07-21T21:40:32.142+01:00')",
		"date({year: 2015, month: 7, day: 21})", "duration('P1Y2M3DT4H5M6S')", "datetime.truncate('month', datetime('2015-07-21T21:40Z'))",
		"point.distance(point({longitude: 12.5, latitude: 55.7}), point({longitude: 13, latitude: 55.6}))",
	} {
		b.Run(text, func(b *testing.B) {
			e := newEvaluator()
			f, args := prepared(b, e, text)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Call(e.ctx, args); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := function.Lookup("toLower"); !ok {
			b.Fatal("toLower is not there")
		}
	}
}

func BenchmarkAggregate(b *testing.B) {
	for _, name := range []string{"count", "sum", "avg", "min", "collect"} {
		for _, distinct := range []bool{false, true} {
			title := name
			if distinct {
				title += " distinct"
			}
			b.Run(title, func(b *testing.B) {
				f, _ := function.Lookup(name)
				agg := f.NewAggregator(distinct)
				args := make([]value.Value, 1)
				ctx := &function.Context{}
				b.ReportAllocs()
				i := int64(0)
				for b.Loop() {
					args[0] = value.Int(i % 1000)
					i++
					if err := agg.Add(ctx, args); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
