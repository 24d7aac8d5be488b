package function

import (
	"math"
	"slices"

	"guestgraph/cypher/engine/value"
)

// percentile keeps the numbers of the group; the percentile is that of its first row.
type percentile struct {
	name     string
	discrete bool
	started  bool
	p        float64
	values   []value.Value
}

// Add takes the values of one row.
func (p *percentile) Add(_ *Context, args []value.Value) error {
	if !p.started {
		f, ok := args[1].AsNumber()
		if !ok {
			return typeError("Can't coerce `%s` to Number", value.Describe(args[1]))
		}
		if !(f >= 0 && f <= 1) {
			return argumentError("Invalid input '%s' is not a valid argument, must be a number in the range 0.0 to 1.0", value.Format(args[1], nil))
		}
		p.started, p.p = true, f
	}
	if args[0].IsNull() {
		return nil
	}
	if _, ok := args[0].AsNumber(); !ok {
		return notNumber(p.name, args[0])
	}
	p.values = append(p.values, args[0])
	return nil
}

// Result gives the aggregate.
func (p *percentile) Result() (value.Value, error) {
	n := len(p.values)
	if n == 0 {
		return null, nil
	}
	slices.SortFunc(p.values, value.Order)
	if p.discrete {
		if p.p == 1 || n == 1 {
			return p.values[n-1], nil
		}
		at := p.p * float64(n)
		i := int(at)
		if at == float64(i) && i > 0 {
			i--
		}
		return p.values[i], nil
	}
	at := p.p * float64(n-1)
	lo, hi := math.Floor(at), math.Ceil(at)
	if lo == hi { // a number as it is, an integer too
		return p.values[int(lo)], nil
	}
	a, _ := p.values[int(lo)].AsNumber()
	b, _ := p.values[int(hi)].AsNumber()
	return value.Float(a*(hi-at) + b*(at-lo)), nil
}
