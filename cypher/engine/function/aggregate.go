package function

import (
	"math"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

func aggregates() []*Function {
	aggregate := func(name, signature, description string, args int, start func() Aggregator) *Function {
		return &Function{
			Name: name, Category: "Aggregating", Signature: signature, Description: description,
			MinArgs: args, MaxArgs: args, Aggregate: true, Deterministic: true,
			NewAggregator: func(distinct bool) Aggregator {
				if distinct {
					return &distinctRows{seen: map[string]struct{}{}, to: start()}
				}
				return start()
			},
		}
	}
	return []*Function{
		aggregate("avg", "avg(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION",
			"The mean of numbers or durations; null of none.", 1, func() Aggregator { return &mean{} }),
		aggregate("collect", "collect(input :: ANY) :: LIST<ANY>",
			"All values that are not null, as a list.", 1, func() Aggregator { return &collected{} }),
		aggregate("count", "count(input :: ANY) :: INTEGER",
			"The number of values that are not null; count(*) counts rows.", 1, func() Aggregator { return &count{} }),
		aggregate("max", "max(input :: ANY) :: ANY",
			"The value that comes last in the order of ORDER BY, nulls left out.", 1, func() Aggregator { return &extreme{sign: 1} }),
		aggregate("min", "min(input :: ANY) :: ANY",
			"The value that comes first in the order of ORDER BY, nulls left out.", 1, func() Aggregator { return &extreme{sign: -1} }),
		aggregate("percentileCont", "percentileCont(input :: FLOAT, percentile :: FLOAT) :: FLOAT",
			"The percentile, between 0.0 and 1.0, of the numbers, interpolated between the two that are nearest.", 2,
			func() Aggregator { return &percentile{name: "percentileCont"} }),
		aggregate("percentileDisc", "percentileDisc(input :: INTEGER | FLOAT, percentile :: FLOAT) :: INTEGER | FLOAT",
			"The one of the numbers that is nearest to the percentile, between 0.0 and 1.0.", 2,
			func() Aggregator { return &percentile{name: "percentileDisc", discrete: true} }),
		aggregate("stdev", "stdev(input :: FLOAT) :: FLOAT",
			"The standard deviation of the numbers, taken for a sample of a population.", 1, func() Aggregator { return &deviation{name: "stdev", sample: 1} }),
		aggregate("stdevp", "stdevp(input :: FLOAT) :: FLOAT",
			"The standard deviation of the numbers, taken for the whole population.", 1, func() Aggregator { return &deviation{name: "stdevp"} }),
		aggregate("sum", "sum(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION",
			"The sum of numbers or durations; 0 of none.", 1, func() Aggregator { return &sum{} }),
	}
}

// distinctRows passes on the first row of each value.
type distinctRows struct {
	seen map[string]struct{}
	key  []byte
	to   Aggregator
}

// Add takes the values of one row.
func (d *distinctRows) Add(ctx *Context, args []value.Value) error {
	if len(args) > 0 {
		if args[0].IsNull() {
			return d.to.Add(ctx, args)
		}
		d.key = value.AppendKey(d.key[:0], args[0])
		if _, ok := d.seen[string(d.key)]; ok {
			return nil
		}
		d.seen[string(d.key)] = struct{}{}
	}
	return d.to.Add(ctx, args)
}

// Result gives the aggregate.
func (d *distinctRows) Result() (value.Value, error) { return d.to.Result() }

// count without an argument is count(*).
type count struct{ n int64 }

// Add takes the values of one row.
func (c *count) Add(_ *Context, args []value.Value) error {
	if len(args) == 0 || !args[0].IsNull() {
		c.n++
	}
	return nil
}

// Result gives the aggregate.
func (c *count) Result() (value.Value, error) { return value.Int(c.n), nil }

type collected struct{ l []value.Value }

// Add takes the values of one row.
func (c *collected) Add(_ *Context, args []value.Value) error {
	if !args[0].IsNull() {
		c.l = append(c.l, args[0])
	}
	return nil
}

// Result gives the aggregate.
func (c *collected) Result() (value.Value, error) { return value.List(c.l[:len(c.l):len(c.l)]), nil }

type extreme struct {
	v    value.Value
	sign int
}

// Add takes the values of one row.
func (e *extreme) Add(_ *Context, args []value.Value) error {
	v := args[0]
	if !v.IsNull() && (e.v.IsNull() || value.Order(v, e.v)*e.sign > 0) {
		e.v = v
	}
	return nil
}

// Result gives the aggregate.
func (e *extreme) Result() (value.Value, error) { return e.v, nil }

// sum adds integers exactly as long as 64 bits hold them, and else as floats.
type sum struct {
	i         int64
	f         float64
	float     bool
	d         temporal.Duration
	numbers   bool
	durations bool
}

// Add takes the values of one row.
func (s *sum) Add(_ *Context, args []value.Value) error {
	v := args[0]
	if v.IsNull() {
		return nil
	}
	if d, ok := v.AsDuration(); ok {
		s.durations = true
		if s.numbers {
			return mixed("sum")
		}
		total, err := s.d.Add(d)
		s.d = total
		return err
	}
	f, ok := v.AsNumber()
	switch {
	case !ok:
		return notSummable("sum", v)
	case s.durations:
		return mixed("sum")
	}
	s.numbers = true
	if i, ok := v.AsInt(); ok && !s.float {
		if total := s.i + i; (total > s.i) == (i > 0) {
			s.i = total
			return nil
		}
	}
	if !s.float {
		s.float, s.f = true, float64(s.i)
	}
	s.f += f
	return nil
}

// Result gives the aggregate.
func (s *sum) Result() (value.Value, error) {
	switch {
	case s.durations:
		return value.FromDuration(s.d), nil
	case s.float:
		return value.Float(s.f), nil
	}
	return value.Int(s.i), nil
}

func mixed(function string) error {
	return typeError("%s() cannot mix number and duration", function)
}

func notSummable(function string, v value.Value) error {
	return typeError("%s() can only handle numerical values, duration, or null, but got: %s", function, value.Describe(v))
}

// mean keeps a running mean, so that large sums do not overflow.
type mean struct {
	n         int64
	number    float64
	parts     [4]float64 // months, days, seconds, nanoseconds
	durations bool
}

// Add takes the values of one row.
func (m *mean) Add(_ *Context, args []value.Value) error {
	v := args[0]
	if v.IsNull() {
		return nil
	}
	f, isNumber := v.AsNumber()
	d, isDuration := v.AsDuration()
	switch {
	case !isNumber && !isDuration:
		return notSummable("avg", v)
	case m.n > 0 && isDuration != m.durations:
		return mixed("avg")
	}
	m.n++
	m.durations = isDuration
	if isNumber {
		m.number += (f - m.number) / float64(m.n)
		return nil
	}
	for i, p := range [...]float64{float64(d.Months), float64(d.Days), float64(d.Sec), float64(d.Nano)} {
		m.parts[i] += (p - m.parts[i]) / float64(m.n)
	}
	return nil
}

// Result gives the aggregate.
func (m *mean) Result() (value.Value, error) {
	switch {
	case m.n == 0:
		return null, nil
	case m.durations:
		d, err := temporal.Approximate(m.parts[0], m.parts[1], m.parts[2], m.parts[3])
		return value.FromDuration(d), err
	}
	return value.Float(m.number), nil
}

func notNumber(function string, v value.Value) error {
	return typeError("%s() can only handle numerical values or null, but received: %s", function, value.Describe(v))
}

// deviation reckons by Welford's method; sample is 1 for Bessel's correction.
type deviation struct {
	name         string
	sample       float64
	n            float64
	mean, square float64
}

// Add takes the values of one row.
func (d *deviation) Add(_ *Context, args []value.Value) error {
	if args[0].IsNull() {
		return nil
	}
	x, ok := args[0].AsNumber()
	if !ok {
		return notNumber(d.name, args[0])
	}
	d.n++
	delta := x - d.mean
	d.mean += delta / d.n
	d.square += delta * (x - d.mean)
	return nil
}

// Result gives the aggregate.
func (d *deviation) Result() (value.Value, error) {
	switch d.n {
	case 0:
		return null, nil
	case 1:
		return value.Float(0), nil
	}
	return value.Float(math.Sqrt(d.square / (d.n - d.sample))), nil
}
