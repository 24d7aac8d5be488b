package value_test

import (
	"math"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func list(vs ...value.Value) value.Value { return value.List(vs) }

func mapOf(entries ...value.Entry) value.Value { return value.FromMap(value.NewMap(entries)) }

func entry(k string, v value.Value) value.Entry { return value.Entry{Key: k, Val: v} }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func dateTime(s string) value.Value {
	return value.FromDateTime(must(temporal.ParseDateTime(s, temporal.UTC)))
}

func localDateTime(s string) value.Value {
	return value.FromLocalDateTime(must(temporal.ParseLocalDateTime(s)))
}

func date(s string) value.Value { return value.FromDate(must(temporal.ParseDate(s))) }

func clock(s string) value.Value { return value.FromTime(must(temporal.ParseTime(s, 0))) }

func localClock(s string) value.Value { return value.FromLocalTime(must(temporal.ParseLocalTime(s))) }

func duration(s string) value.Value { return value.FromDuration(must(temporal.ParseDuration(s))) }

var null value.Value

// ordered holds values in the order of ORDER BY; those of one inner list are equivalent.
func ordered() [][]value.Value {
	one := func(vs ...value.Value) [][]value.Value {
		var out [][]value.Value
		for _, v := range vs {
			out = append(out, []value.Value{v})
		}
		return out
	}
	var all [][]value.Value
	all = append(all, one(
		mapOf(),
		mapOf(entry("a", value.String("x"))),
		mapOf(entry("a", value.Int(1))), mapOf(entry("a", null)), mapOf(entry("b", value.Int(1))),
		mapOf(entry("a", value.Int(1)), entry("b", value.Int(1))),
		value.Node(0), value.Node(7), value.Rel(0), value.Rel(1),
		list(), list(mapOf(entry("a", value.Int(1)))), list(list(value.Int(1))), list(value.String("a")),
	)...)
	all = append(all, []value.Value{list(value.Int(1)), list(value.Float(1))})
	all = append(all, one(
		list(value.Int(1), value.Int(2)), list(value.Int(1), null), list(value.Int(2)), list(null),
		value.FromPath(&value.Path{Nodes: []value.NodeID{1}}),
		value.FromPath(&value.Path{Nodes: []value.NodeID{1, 2}, Rels: []value.RelID{0}}),
		value.FromPath(&value.Path{Nodes: []value.NodeID{1, 2, 3}, Rels: []value.RelID{0, 4}}),
		value.FromPath(&value.Path{Nodes: []value.NodeID{2}}),
		value.Bytes([]byte{0}), value.Bytes([]byte{0, 1}), value.Bytes([]byte{1}),
		value.FromPoint(value.Point{SRID: value.WGS84, X: 2, Y: 1}),
		value.FromPoint(value.Point{SRID: value.Cartesian, X: -1, Y: 5}),
		value.FromPoint(value.Point{SRID: value.Cartesian, X: 1, Y: 2}),
		value.FromPoint(value.Point{SRID: value.Cartesian3D, X: 0, Y: 0, Z: 1}),
		dateTime("-999999999-01-01T00:00Z"), dateTime("2020-01-01T10:00Z"), dateTime("2020-01-01T10:00[Europe/London]"),
		dateTime("2020-01-01T11:00+01:00"), dateTime("+999999999-12-31T00:00Z"),
		localDateTime("-999999999-01-01"), localDateTime("1969-12-31T23:59:59.5"), localDateTime("2020-01-01T10:00"), localDateTime("+999999999-12-31"),
		date("-0001-01-01"), date("1969-12-31"), date("2020-01-01"),
		clock("10:00Z"), clock("11:00+01:00"), clock("10:00:00.000000001Z"),
		localClock("00:00"), localClock("23:59"),
		duration("PT-5S"), duration("PT24H"), duration("P1D"), duration("P30D"), duration("P1M"), duration("P31D"), duration("P1Y"),
		value.String(""), value.String("\x00"), value.String("a"), value.String("a\x00"), value.String("a\x00b"), value.String("ab"), value.String("é"),
		value.Bool(false), value.Bool(true),
		value.Float(math.Inf(-1)), value.Int(math.MinInt64),
		value.Int(-1), value.Float(-0.5),
	)...)
	all = append(all, []value.Value{value.Int(0), value.Float(0), value.Float(math.Copysign(0, -1))})
	all = append(all, one(value.Float(math.SmallestNonzeroFloat64))...)
	all = append(all, []value.Value{value.Int(1), value.Float(1)})
	all = append(all, one(value.Float(1.5))...)
	all = append(all, []value.Value{value.Int(1 << 53), value.Float(1 << 53)})
	all = append(all, one(value.Int(1<<53+1), value.Int(math.MaxInt64-1), value.Int(math.MaxInt64), value.Float(1<<63), value.Float(math.Inf(1)))...)
	all = append(all, []value.Value{value.Float(math.NaN()), value.Float(math.Float64frombits(0xfff8000000000001))})
	return append(all, []value.Value{null})
}
