package value_test

import (
	"testing"

	"guestgraph/cypher/engine/value"
)

func TestStorable(t *testing.T) {
	cartesian := value.FromPoint(value.Point{SRID: value.Cartesian, X: 1})
	for _, c := range []struct {
		v    value.Value
		want string // how it is kept; "" where it cannot be
	}{
		{null, "null"},
		{value.Int(1), "1"},
		{list(), "[]"},
		{list(value.Int(1), value.Float(1.5)), "[1.0, 1.5]"},
		{list(value.Int(1), value.Int(2)), "[1, 2]"},
		{list(value.String("a"), value.String("b")), "['a', 'b']"},
		{list(date("2020-01-01")), "[date('2020-01-01')]"},
		{list(cartesian, cartesian), "[point({x: 1.0, y: 0.0, crs: 'cartesian'}), point({x: 1.0, y: 0.0, crs: 'cartesian'})]"},
		{list(cartesian, value.FromPoint(value.Point{SRID: value.WGS84})), ""},
		{list(value.Int(1), value.String("a")), ""},
		{list(value.Int(1), null), ""},
		{list(list()), ""},
		{list(mapOf()), ""},
		{mapOf(), ""},
		{value.Node(1), ""},
		{value.FromPath(&value.Path{}), ""},
	} {
		err := value.Storable(c.v)
		if (err == nil) != (c.want != "") {
			t.Errorf("%s: %v", value.Format(c.v, nil), err)
		}
		if err == nil && value.Format(value.Stored(c.v), nil) != c.want {
			t.Errorf("%s is kept as %s", value.Format(c.v, nil), value.Format(value.Stored(c.v), nil))
		}
	}
}

func TestIsType(t *testing.T) {
	integer := &value.Type{Name: "INTEGER"}
	for _, c := range []struct {
		v    value.Value
		typ  value.Type
		want bool
	}{
		{value.Int(1), *integer, true},
		{value.Float(1), *integer, false},
		{null, *integer, true},
		{null, value.Type{Name: "INTEGER", NotNull: true}, false},
		{null, value.Type{Name: "NOTHING"}, false},
		{null, value.Type{Name: "NULL"}, true},
		{value.Int(1), value.Type{Union: []*value.Type{{Name: "STRING"}, integer}}, true},
		{null, value.Type{Union: []*value.Type{{Name: "STRING"}, integer}}, true},
		{list(value.Int(1), null), value.Type{Name: "LIST", Elem: integer}, true},
		{list(value.Int(1), value.String("a")), value.Type{Name: "LIST", Elem: integer}, false},
		{list(), value.Type{Name: "LIST", Elem: &value.Type{Name: "NOTHING"}}, true},
		{list(value.Int(1)), value.Type{Name: "PROPERTY VALUE"}, true},
		{list(list()), value.Type{Name: "PROPERTY VALUE"}, false},
		{mapOf(), value.Type{Name: "ANY", NotNull: true}, true},
	} {
		if got := value.IsType(c.v, &c.typ); got != c.want {
			t.Errorf("%s IS :: %+v: %t", value.Format(c.v, nil), c.typ, got)
		}
	}
}
