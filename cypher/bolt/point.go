package bolt

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

func (e *encoder) point(p *value.Point) {
	if p.Has3D() {
		e.structHeader(tagPoint3D, 4)
	} else {
		e.structHeader(tagPoint2D, 3)
	}
	e.int(int64(p.SRID))
	e.float(p.X)
	e.float(p.Y)
	if p.Has3D() {
		e.float(p.Z)
	}
}

func (d *decoder) point(dimensions int) value.Value {
	srid := d.int()
	p := value.Point{SRID: int32(srid), X: d.float(), Y: d.float()}
	if dimensions == 3 {
		p.Z = d.float()
	}
	known := false
	switch srid {
	case int64(value.WGS84), int64(value.Cartesian):
		known = dimensions == 2
	case int64(value.WGS84in3D), int64(value.Cartesian3D):
		known = dimensions == 3
	}
	if !known {
		d.reject(fault.ArgumentError, "no coordinate reference system of %d dimensions has the SRID %d", dimensions, srid)
	}
	return value.FromPoint(p)
}

// float reads a floating-point number.
func (d *decoder) float() float64 {
	f, ok := d.value().AsNumber()
	if !ok {
		d.fail(errNumber)
	}
	return f
}
