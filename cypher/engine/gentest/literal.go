package gentest

import "guestgraph/cypher/engine/syntax"

// constants are the texts of values by kind. Fractions are dyadic, so that sums do not depend on their order.
var constants = map[kind][]string{
	kDate:     {"2024-02-29", "2023-12-31", "1969-07-20", "2020-01-01", "2024-W01-1"},
	kLocal:    {"12:30", "00:00:00", "23:59:59.999999999", "07:05:03.25"},
	kTime:     {"12:30+01:00", "12:30Z", "23:59:59.5-08:00", "00:00+05:30"},
	kLocalDT:  {"2024-02-29T12:30:00", "1969-12-31T23:59:59.5", "2000-01-01T00:00"},
	kZoned:    {"2024-02-29T12:30+01:00", "2024-03-31T02:30[Europe/Berlin]", "1969-12-31T23:59:59Z", "2024-07-01T00:00[America/New_York]"},
	kDuration: {"P1D", "P1M", "PT1H30M", "P1Y2M3DT4H5M6.5S", "-P3D", "PT0.25S", "P0.5D"},
}

var (
	texts  = []string{"", "a", "b", "ab", "Ab", "aba", " a b ", "ä", "x,y", "1", "2.5", "true", "日本", "😀z"}
	points = []string{"{x: 0, y: 0}", "{x: 1.5, y: -2}", "{longitude: 13.5, latitude: 52.5}", "{x: 1, y: 2, z: 3}"}
)

// constant draws a value of kind k that is not null, as a literal or the call that makes it.
func (g *generator) constant(k kind) syntax.Expr {
	switch k {
	case kInt:
		return integer(pick(g, []int64{0, 1, 1, 2, 2, 3, 3, 4, 5, 7, 10, -1, -2}))
	case kFloat:
		return real(pick(g, []float64{0.5, 1.5, -2.25, 3.75, 0.5, 100.5, -0.125}))
	case kString:
		return text(pick(g, texts))
	case kBool:
		return truth(g.chance(50))
	case kPoint:
		e, err := syntax.ParseExpr("point(" + pick(g, points) + ")")
		if err != nil {
			panic(err)
		}
		return e
	case kMap:
		return mapping([]string{"a", "b"}, []syntax.Expr{g.constant(kInt), g.constant(kString)})
	}
	if k.isList() {
		var items []syntax.Expr
		for range g.r.IntN(4) {
			items = append(items, g.constant(k.elem()))
		}
		return list(items...)
	}
	if all := constants[k]; all != nil {
		return call(string(k), text(pick(g, all)))
	}
	return null()
}
