package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// Slack is how far a figure may fall below its floor before that counts.
const Slack = 0.005

// Floors are the figures that were reached and must be held, by field.
type Floors map[string]float64

// ReadFloors reads floors: one JSON object of fields and values between 0 and 1.
func ReadFloors(in io.Reader) (Floors, error) {
	var f Floors
	if err := json.NewDecoder(in).Decode(&f); err != nil {
		return nil, fmt.Errorf("read floors: %w", err)
	}
	for field, floor := range f {
		if !isMeasured(field) || floor < 0 || floor > 1 {
			return nil, fmt.Errorf("read floors: %q: %v is no figure that is measured", field, floor)
		}
	}
	return f, nil
}

func isMeasured(field string) bool {
	for _, f := range measured() {
		if f == field {
			return true
		}
	}
	return false
}

// A Fall is a figure below its floor.
type Fall struct {
	Field        string
	Value, Floor float64
}

// Below gives the figures that fell below their floors by more than Slack, in order of fields.
func (r *Report) Below(floors Floors) []Fall {
	var out []Fall
	for _, field := range measured() {
		floor, held := floors[field]
		if value := r.Fields[field].Value; held && value < floor-Slack-1e-9 {
			out = append(out, Fall{field, value, floor})
		}
	}
	return out
}

// Raise gives floors that hold what was reached where that is higher.
func (r *Report) Raise(floors Floors) Floors {
	out := Floors{}
	for _, field := range measured() {
		out[field] = math.Max(floors[field], r.Fields[field].Value)
	}
	return out
}
