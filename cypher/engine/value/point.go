package value

import (
	"cmp"
	"strconv"

	"guestgraph/cypher/engine/fault"
)

// The coordinate reference systems, by their SRID.
const (
	WGS84       int32 = 4326
	WGS84in3D   int32 = 4979
	Cartesian   int32 = 7203
	Cartesian3D int32 = 9157
)

// A Point is a place in one of the four coordinate reference systems. In the WGS ones X is the
// longitude and Y the latitude in degrees, Z the height in meters. Z is 0 in two dimensions.
type Point struct {
	SRID    int32
	X, Y, Z float64
}

// FromPoint makes a POINT.
func FromPoint(p Point) Value { return Value{0, &p} }

// AsPoint gives the point, which must not be changed; ok is false for any other kind.
func (v Value) AsPoint() (p *Point, ok bool) { p, ok = v.ref.(*Point); return p, ok }

// Has3D tells whether the point has a third coordinate.
func (p *Point) Has3D() bool { return p.SRID == WGS84in3D || p.SRID == Cartesian3D }

// Geographic tells whether the point is given by longitude and latitude.
func (p *Point) Geographic() bool { return p.SRID == WGS84 || p.SRID == WGS84in3D }

// CRS gives the name of the coordinate reference system.
func (p *Point) CRS() string {
	switch p.SRID {
	case WGS84:
		return "wgs-84"
	case WGS84in3D:
		return "wgs-84-3d"
	case Cartesian3D:
		return "cartesian-3d"
	}
	return "cartesian"
}

func (p *Point) compare(o *Point) int {
	if c := cmp.Compare(p.SRID, o.SRID); c != 0 {
		return c
	}
	if c := cmp.Compare(p.X, o.X); c != 0 {
		return c
	}
	if c := cmp.Compare(p.Y, o.Y); c != 0 {
		return c
	}
	return cmp.Compare(p.Z, o.Z)
}

// appendText appends point({x: 1.0, y: 2.0, crs: 'cartesian'}).
func (p *Point) appendText(b []byte) []byte {
	b = appendFloat(append(b, "point({x: "...), p.X)
	b = appendFloat(append(b, ", y: "...), p.Y)
	if p.Has3D() {
		b = appendFloat(append(b, ", z: "...), p.Z)
	}
	b = append(append(b, ", crs: '"...), p.CRS()...)
	return append(b, "'})"...)
}

// get gives a coordinate, or the reference system by its name or number.
func (p *Point) get(name string) (Value, error) {
	switch name {
	case "x":
		return Float(p.X), nil
	case "y":
		return Float(p.Y), nil
	case "crs":
		return String(p.CRS()), nil
	case "srid":
		return Int(int64(p.SRID)), nil
	case "z", "longitude", "latitude", "height":
	default:
		return Value{}, fault.New(fault.ArgumentError, "No such field: %s", name)
	}
	switch {
	case name == "z" && p.Has3D(), name == "height" && p.SRID == WGS84in3D:
		return Float(p.Z), nil
	case name == "longitude" && p.Geographic():
		return Float(p.X), nil
	case name == "latitude" && p.Geographic():
		return Float(p.Y), nil
	}
	return Value{}, fault.New(fault.ArgumentError, "Field: %s is not available on point: %s", name, p.appendText(nil))
}

// appendFloat appends a float as Java's Double.toString has it, which is Cypher's toString:
// 1.0, 0.001, 1.0E10, 1.5E-7, NaN, Infinity.
func appendFloat(b []byte, f float64) []byte {
	switch {
	case f != f:
		return append(b, "NaN"...)
	case f > maxFloat:
		return append(b, "Infinity"...)
	case f < -maxFloat:
		return append(b, "-Infinity"...)
	}
	abs := max(f, -f)
	if f == 0 || abs >= 1e-3 && abs < 1e7 {
		start := len(b)
		b = strconv.AppendFloat(b, f, 'f', -1, 64)
		for _, c := range b[start:] {
			if c == '.' {
				return b
			}
		}
		return append(b, ".0"...)
	}
	return appendScientific(b, f)
}

func appendScientific(b []byte, f float64) []byte {
	var scratch [32]byte
	s := strconv.AppendFloat(scratch[:0], f, 'e', -1, 64) // d[.ddd]e±dd
	point := false
	for i, c := range s {
		switch c {
		case '.':
			point = true
		case 'e':
			if !point {
				b = append(b, ".0"...)
			}
			exp, _ := strconv.Atoi(string(s[i+1:]))
			return strconv.AppendInt(append(b, 'E'), int64(exp), 10)
		}
		b = append(b, c)
	}
	return b
}
