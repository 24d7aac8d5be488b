package function

import (
	"math"
	"slices"
	"strings"

	"guestgraph/cypher/engine/value"
)

func spatial() []*Function {
	const cat = "Spatial"
	return []*Function{
		{
			Name: "point", Category: cat, Signature: "point(input :: MAP) :: POINT",
			Description: "A point of two or three coordinates: x, y and z, or longitude, latitude and height, with crs or srid to name the reference system.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(point),
		},
		{
			Name: "point.distance", Category: cat, Signature: "point.distance(from :: POINT, to :: POINT) :: FLOAT",
			Description: "The distance of two points of one reference system: straight in a Cartesian one, in meters over the globe in a WGS 84 one; null for points of different systems.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: strict(distance),
		},
		{
			Name: "point.withinBBox", Category: cat, Signature: "point.withinBBox(point :: POINT, lowerLeft :: POINT, upperRight :: POINT) :: BOOLEAN",
			Description: "True of a point inside the box that two corners span, borders included; null for points of different systems.",
			MinArgs:     3, MaxArgs: 3, Deterministic: true, Call: strict(withinBox),
		},
	}
}

// coordinates are what a map says about a point; has tells which keys it has.
type coordinates struct {
	n    map[string]float64
	crs  string
	srid int64
}

func readCoordinates(m value.Map) (c coordinates, isNull bool, err error) {
	c.n = make(map[string]float64, 3)
	for _, e := range m {
		switch e.Key {
		case "x", "y", "z", "longitude", "latitude", "height":
			if e.Val.IsNull() {
				return c, true, nil
			}
			f, ok := e.Val.AsNumber()
			if !ok {
				return c, false, argumentError("Cannot assign %s to field '%s'", value.Describe(e.Val), e.Key)
			}
			c.n[e.Key] = f
		case "crs":
			var ok bool
			if c.crs, ok = e.Val.AsString(); !ok && !e.Val.IsNull() {
				return c, false, argumentError("Cannot assign %s to field 'crs'", value.Describe(e.Val))
			}
		case "srid":
			var ok bool
			if c.srid, ok = e.Val.AsInt(); !ok && !e.Val.IsNull() {
				return c, false, argumentError("Cannot assign %s to field 'srid'", value.Describe(e.Val))
			}
		}
	}
	return c, false, nil
}

// pick gives the first of the keys that is there.
func (c coordinates) pick(keys ...string) (f float64, ok bool) {
	for _, k := range keys {
		if f, ok = c.n[k]; ok {
			return f, true
		}
	}
	return 0, false
}

func point(_ *Context, args []value.Value) (value.Value, error) {
	m, ok := args[0].AsMap()
	if !ok {
		return null, typeError("Invalid input for function 'point()': Expected a map but got %s", value.Describe(args[0]))
	}
	c, isNull, err := readCoordinates(m)
	if err != nil || isNull {
		return null, err
	}
	x, hasX := c.pick("x")
	y, hasY := c.pick("y")
	geographic := !hasX || !hasY
	if geographic {
		x, hasX = c.pick("longitude")
		y, hasY = c.pick("latitude")
		if !hasX || !hasY {
			return null, argumentError("A point must contain either 'x' and 'y' or 'latitude' and 'longitude'")
		}
	}
	z, deep := c.pick("z", "height")
	srid, err := c.system(geographic, deep)
	if err != nil {
		return null, err
	}
	if all := []float64{x, y, z}; slices.ContainsFunc(all, func(f float64) bool { return math.IsNaN(f) || math.IsInf(f, 0) }) {
		if !deep {
			all = all[:2]
		}
		var shown []value.Value
		for _, f := range all {
			shown = append(shown, value.Float(f))
		}
		return null, argumentError("Cannot create a point with non-finite coordinate values: %s", value.Format(value.List(shown), nil))
	}
	p := value.Point{SRID: srid, X: x, Y: y, Z: z}
	if p.Geographic() {
		if y < -90 || y > 90 {
			return null, argumentError("Cannot create WGS84 point with invalid coordinate: %s. Valid range for Y coordinate is [-90, 90].",
				value.Format(value.List([]value.Value{value.Float(x), value.Float(y)}), nil))
		}
		p.X = wrapLongitude(x)
	}
	return value.FromPoint(p), nil
}

// wrapLongitude brings a longitude into [-180, 180].
func wrapLongitude(x float64) float64 {
	if x >= -180 && x <= 180 {
		return x
	}
	x = math.Mod(x+180, 360)
	if x < 0 {
		x += 360
	}
	return x - 180
}

// system finds the reference system that the map names, or that its coordinates imply.
func (c coordinates) system(geographic, deep bool) (srid int32, err error) {
	switch {
	case c.crs != "" && c.srid != 0:
		return 0, argumentError("Cannot specify both CRS and SRID")
	case c.crs != "":
		switch strings.ToLower(c.crs) {
		case "wgs-84":
			srid = value.WGS84
		case "wgs-84-3d":
			srid = value.WGS84in3D
		case "cartesian":
			srid = value.Cartesian
		case "cartesian-3d":
			srid = value.Cartesian3D
		default:
			return 0, argumentError("Unknown coordinate reference system: %s", c.crs)
		}
	case c.srid != 0:
		switch srid = int32(c.srid); srid {
		case value.WGS84, value.WGS84in3D, value.Cartesian, value.Cartesian3D:
		default:
			return 0, argumentError("Unknown coordinate reference system: code=%d", c.srid)
		}
	case geographic && deep:
		return value.WGS84in3D, nil
	case geographic:
		return value.WGS84, nil
	case deep:
		return value.Cartesian3D, nil
	default:
		return value.Cartesian, nil
	}
	p := value.Point{SRID: srid}
	switch {
	case geographic && !p.Geographic():
		return 0, argumentError("Geographic points does not support coordinate reference system: %s", p.CRS())
	case deep && !p.Has3D():
		return 0, argumentError("Cannot create point with 2D coordinate reference system and 3 coordinates. Please consider using equivalent 3D coordinate reference system")
	case !deep && p.Has3D():
		return 0, argumentError("Cannot create point with 3D coordinate reference system and 2 coordinates. Please consider using equivalent 2D coordinate reference system")
	}
	return srid, nil
}

// earthRadius in meters is the semi-major axis of the WGS 84 ellipsoid, which Neo4j reckons with.
const earthRadius = 6378140.0

func distance(_ *Context, args []value.Value) (value.Value, error) {
	a, aOK := args[0].AsPoint()
	b, bOK := args[1].AsPoint()
	if !aOK || !bOK || a.SRID != b.SRID {
		return null, nil
	}
	if !a.Geographic() {
		return value.Float(math.Sqrt(square(a.X-b.X) + square(a.Y-b.Y) + square(a.Z-b.Z))), nil
	}
	return value.Float(greatCircle(a, b)), nil
}

func square(x float64) float64 { return x * x }

// greatCircle is the haversine formula at the mean height of the two points, with the difference in height
// as the other leg of a right triangle.
func greatCircle(a, b *value.Point) float64 {
	const radian = math.Pi / 180
	x1, y1, x2, y2 := a.X*radian, a.Y*radian, b.X*radian, b.Y*radian
	h := square(math.Sin((y2-y1)/2)) + math.Cos(y1)*math.Cos(y2)*square(math.Sin((x2-x1)/2))
	arc := 2 * math.Atan2(math.Sqrt(h), math.Sqrt(1-h))
	flat := (earthRadius + (a.Z+b.Z)/2) * arc
	if a.Z == b.Z {
		return flat
	}
	return math.Sqrt(square(flat) + square(a.Z-b.Z))
}

func withinBox(_ *Context, args []value.Value) (value.Value, error) {
	var p [3]*value.Point
	for i := range p {
		var ok bool
		if p[i], ok = args[i].AsPoint(); !ok || p[i].SRID != p[0].SRID {
			return null, nil
		}
	}
	at, low, high := p[0], p[1], p[2]
	inX := at.X >= low.X && at.X <= high.X
	if at.Geographic() && low.X > high.X { // the box lies across the 180th meridian
		inX = at.X >= low.X || at.X <= high.X
	}
	return value.Bool(inX && at.Y >= low.Y && at.Y <= high.Y && at.Z >= low.Z && at.Z <= high.Z), nil
}
