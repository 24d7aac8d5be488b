package check

import (
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
)

// aggregation tells whether an aggregate function may stand where the walk is.
type aggregation uint8

const (
	notHere   aggregation = iota // outside of a projection
	allowed                      // in an item of WITH or RETURN
	insideOne                    // in the argument of an aggregate function
)

// aggregating checks an item of a projection.
func (c *checker) aggregating(e syntax.Expr) typ {
	return c.with(allowed, e)
}

// with checks e where aggregates are as a says.
func (c *checker) with(a aggregation, e syntax.Expr) typ {
	old := c.aggregates
	c.aggregates = a
	t := c.expr(e)
	c.aggregates = old
	return t
}

func isAggregate(call *syntax.Call) bool {
	if call.Star {
		return true
	}
	f, ok := function.Lookup(call.Name)
	return ok && f.Aggregate
}

// hasAggregate tells whether an aggregate function stands in e, outside of subqueries.
func hasAggregate(e syntax.Expr) bool {
	found := false
	walk(e, func(e syntax.Expr) bool {
		if call, ok := e.(*syntax.Call); ok && isAggregate(call) {
			found = true
		}
		return !found
	})
	return found
}
