package bolt

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func zone(t testing.TB, name string) *temporal.Zone {
	t.Helper()
	z, err := temporal.NamedZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func encode(v value.Value, ver version, utc bool) []byte {
	e := encoder{version: ver, utc: utc}
	e.value(v, testGraph{})
	return e.buf
}

var bolt5 = version{5, 8}

// The bytes are those of the PackStream specification and of Neo4j 5.26.
func TestGoldenBytes(t *testing.T) {
	noon := temporal.NewLocalTime(12, 0, 0, 1)
	day := temporal.NewDate(2020, 6, 15)
	paris := temporal.NewDateTime(temporal.NewLocalDateTime(day, noon), zone(t, "Europe/Paris"))
	plus2 := temporal.NewDateTime(temporal.NewLocalDateTime(day, noon), temporal.FixedZone(7200))
	tests := []struct {
		name string
		v    value.Value
		ver  version
		want string
	}{
		{"null", value.Value{}, bolt5, "c0"},
		{"true", value.Bool(true), bolt5, "c3"},
		{"tiny", value.Int(-16), bolt5, "f0"},
		{"tiny max", value.Int(127), bolt5, "7f"},
		{"int8", value.Int(-17), bolt5, "c8ef"},
		{"int16", value.Int(128), bolt5, "c90080"},
		{"int32", value.Int(-32769), bolt5, "caffff7fff"},
		{"int64", value.Int(1 << 31), bolt5, "cb0000000080000000"},
		{"min", value.Int(math.MinInt64), bolt5, "cb8000000000000000"},
		{"float", value.Float(1.23), bolt5, "c13ff3ae147ae147ae"},
		{"string", value.String("é"), bolt5, "82c3a9"},
		{"string16", value.String(strings.Repeat("a", 16)), bolt5, "d010" + strings.Repeat("61", 16)},
		{"bytes", value.Bytes([]byte{1, 2}), bolt5, "cc020102"},
		{"list", value.List([]value.Value{value.Int(1), value.List(nil)}), bolt5, "920190"},
		{"map", value.FromMap(value.NewMap([]value.Entry{{Key: "b", Val: value.Int(2)}, {Key: "a", Val: value.Int(1)}})), bolt5, "a2816101816202"},
		{"node", value.Node(1), bolt5, "b44e01918150a1846e616d65834164618" + "6343a64623a31"},
		{"node 4.4", value.Node(1), version{4, 4}, "b34e01918150a1846e616d6583416461"},
		{"relationship", value.Rel(7), bolt5, "b8520701028154a0" + "86353a64623a37" + "86343a64623a31" + "86343a64623a32"},
		{"relationship 4.4", value.Rel(7), version{4, 4}, "b5520701028154a0"},
		{"date", value.FromDate(day), bolt5, "b144c947fc"},
		{"local time", value.FromLocalTime(noon), bolt5, "b174cb0000274a48a78001"},
		{"time", value.FromTime(temporal.Time{Local: 1, Offset: -60}), bolt5, "b25401c8c4"},
		{"local datetime", value.FromLocalDateTime(temporal.LocalDateTime{Sec: 1, Nano: 2}), bolt5, "b2640102"},
		{"datetime", value.FromDateTime(plus2), bolt5, "b349ca5ee746a001c91c20"},
		{"datetime zone", value.FromDateTime(paris), bolt5, "b369ca5ee746a0018c4575726f70652f5061726973"},
		{"legacy datetime", value.FromDateTime(plus2), version{4, 4}, "b346ca5ee762c001c91c20"},
		{"legacy datetime zone", value.FromDateTime(paris), version{4, 4}, "b366ca5ee762c0018c4575726f70652f5061726973"},
		{"duration", value.FromDuration(temporal.Duration{Months: 1, Days: 2, Sec: -3, Nano: 4}), bolt5, "b4450102fd04"},
		{"point", value.FromPoint(value.Point{SRID: 7203, X: 1, Y: 2}), bolt5, "b358c91c23c13ff0000000000000c14000000000000000"},
		{"point 3d", value.FromPoint(value.Point{SRID: 9157, X: 1, Y: 2, Z: 0}), bolt5, "b459c923c5c13ff0000000000000c14000000000000000c10000000000000000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hex.EncodeToString(encode(tt.v, tt.ver, tt.ver.major >= 5)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A path (1)-[7]->(2)<-[8]-(1)-[7]->(2): distinct nodes and relationships, signed indices.
func TestPathIndices(t *testing.T) {
	for _, long := range []bool{false, true} {
		p := &value.Path{Nodes: []value.NodeID{1, 2, 1}, Rels: []value.RelID{7, 7}}
		want := "0101ff00" // along 7 to node 1, against 7 to node 0
		if long {
			for range longPath {
				p.Nodes, p.Rels = append(p.Nodes, 2, 1), append(p.Rels, 7, 7)
				want += "0101ff00"
			}
		}
		got := hex.EncodeToString(encode(value.FromPath(p), bolt5, true))
		if !strings.HasPrefix(got, "b35092b44e01") || !strings.HasSuffix(got, want) {
			t.Errorf("long %v: got %s, want ..%s", long, got, want)
		}
	}
}

func sampleValues(t testing.TB) []value.Value {
	deep := value.Int(1)
	for range maxDepth - 1 {
		deep = value.List([]value.Value{deep})
	}
	var wide []value.Entry
	for i := range 300 {
		wide = append(wide, value.Entry{Key: fmt.Sprintf("key%03d", i), Val: value.Int(int64(i))})
	}
	vals := []value.Value{{}, value.Bool(false), value.Float(math.Inf(1)), value.String(""),
		value.String(strings.Repeat("x", 70000)), value.Bytes(bytes.Repeat([]byte{7}, 300)), value.Bytes(make([]byte, 70000)),
		value.FromMap(value.NewMap(wide)), deep,
		value.FromDate(temporal.NewDate(temporal.MinYear, 1, 1)), value.FromDate(temporal.NewDate(temporal.MaxYear, 12, 31)), value.FromLocalTime(nanosPerDay - 1),
		value.FromTime(temporal.Time{Local: 5, Offset: temporal.MaxOffset}),
		value.FromLocalDateTime(temporal.LocalDateTime{Sec: -62135596800, Nano: 999_999_999}),
		value.FromDateTime(temporal.DateTime{Sec: 1e10, Nano: 1, Zone: zone(t, "Asia/Kathmandu")}),
		value.FromDateTime(temporal.DateTime{Sec: -1, Nano: 1, Zone: temporal.FixedZone(-3600)}),
		value.FromDuration(temporal.Duration{Months: -1, Days: 1 << 40, Sec: 1, Nano: 999_999_999}),
		value.FromPoint(value.Point{SRID: value.WGS84, X: -1.5, Y: 2}), value.FromPoint(value.Point{SRID: value.WGS84in3D, X: 1, Y: 2, Z: 3})}
	for _, i := range []int64{0, -1, -16, -17, 127, 128, -128, -129, 32767, 32768, -32768, -32769, math.MaxInt32, math.MinInt32, math.MaxInt32 + 1, math.MaxInt64, math.MinInt64} {
		vals = append(vals, value.Int(i))
	}
	return append(vals, value.List(append([]value.Value{}, vals[:8]...)))
}

func TestRoundTrip(t *testing.T) {
	for _, utc := range []bool{true, false} {
		for _, v := range sampleValues(t) {
			d := newDecoder()
			d.utc = utc
			d.reset(encode(v, bolt5, utc), 1<<24)
			got := d.value()
			d.end()
			if d.err != nil || d.unusable != nil {
				t.Fatalf("%.80s: %v %v", value.Format(v, nil), d.err, d.unusable)
			}
			if !reflect.DeepEqual(value.Format(got, nil), value.Format(v, nil)) || got.Kind() != v.Kind() {
				t.Errorf("got %.80s, want %.80s", value.Format(got, nil), value.Format(v, nil))
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", "ends inside"},
		{"truncated string", "8561", "ends inside"},
		{"claimed list", "d6ffffffff00", "ends inside"},
		{"claimed map", "da7fffffff", "ends inside"},
		{"claims inside claims", "d40a" + "d408" + "d406" + "00000000", "ends inside"},
		{"marker", "c4", "unknown marker C4"},
		{"key that is no string", "a10102", "a string was expected"},
		{"deep", strings.Repeat("91", maxDepth+1) + "00", "deeper"},
		{"fields", "b24401" + "02", "wrong number of fields"},
		{"trailing", "0101", "1 bytes follow"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, err := hex.DecodeString(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			d := newDecoder()
			d.reset(in, 1<<20)
			d.value()
			d.end()
			if d.err == nil || !strings.Contains(d.err.Error(), tt.want) {
				t.Errorf("got %v, want %s", d.err, tt.want)
			}
		})
	}
}

// Well-formed structures that are no usable parameter fail the request, not the connection.
func TestDecodeUnusable(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"node", "b44e01" + "90a08131", "cannot be used as parameters"},
		{"unknown zone", "b3690101844d617273", `unknown time zone "Mars"`},
		{"legacy form", "b346010100", "not those this connection agreed on"},
		{"time", "b174ff", "out of range"},
		{"offset", "b25401ca7fffffff", "out of range"},
		{"date", "b144cb7fffffffffffffff", "out of range"},
		{"srid", "b35801c10000000000000000c10000000000000000", "SRID 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, err := hex.DecodeString(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			d := newDecoder()
			d.utc = true
			d.reset(in, 1<<20)
			d.value()
			d.end()
			if d.err != nil {
				t.Fatal(d.err)
			}
			if d.unusable == nil || !strings.Contains(d.unusable.Message, tt.want) {
				t.Errorf("got %v, want %s", d.unusable, tt.want)
			}
		})
	}
}

func TestDecodeBudget(t *testing.T) {
	many := make([]value.Value, 1000)
	for i := range many {
		many[i] = value.List([]value.Value{value.Int(1)})
	}
	d := newDecoder()
	d.reset(encode(value.List(many), bolt5, true), 10_000)
	d.value()
	if d.err == nil || !strings.Contains(d.err.Error(), "more memory") {
		t.Errorf("got %v", d.err)
	}
}

// Duplicate keys and invalid UTF-8 do not reach the engine.
func TestDecodeCleans(t *testing.T) {
	d := newDecoder()
	d.reset([]byte("\xA2\x81a\x01\x81a\x82b\xFF"), 1<<20)
	if got := value.Format(d.value(), nil); got != "{a: 'b\uFFFD'}" {
		t.Error(got)
	}
}

func FuzzDecode(f *testing.F) {
	for _, v := range sampleValues(f) {
		if b := encode(v, bolt5, true); len(b) < 1000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		d := newDecoder()
		d.utc = true
		d.reset(in, 1<<20)
		v := d.value()
		if d.err != nil || d.unusable != nil {
			return
		}
		used := d.pos
		again := newDecoder()
		again.utc = true
		again.reset(encode(v, bolt5, true), 1<<24)
		if w := again.value(); again.err != nil || value.Format(v, nil) != value.Format(w, nil) {
			t.Errorf("%x: %v became %v, %v", in[:used], value.Format(v, nil), value.Format(w, nil), again.err)
		}
	})
}

func sampleDateTime(t testing.TB) value.Value {
	local := temporal.NewLocalDateTime(temporal.NewDate(2020, 6, 15), temporal.NewLocalTime(12, 0, 0, 0))
	return value.FromDateTime(temporal.NewDateTime(local, zone(t, "Europe/Paris")))
}
