// Package function is the one table of Cypher's functions: what a call runs, what a checker needs to know before, and
// what SHOW FUNCTIONS lists. The functions, their results and their errors are those of Neo4j 5.26.
//
// Forms that look like calls but bind variables or take patterns (all, any, none, single, reduce, exists) are syntax; the
// table lists them without a Call.
package function

import (
	"math/rand/v2"
	"strings"
	"time"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

// A Function is one entry of the table.
type Function struct {
	Name        string // as documented: toUpper, date.truncate
	Category    string // Scalar, List, String, Numeric, …
	Signature   string
	Description string
	Overloads   []Overload // further signatures, which SHOW FUNCTIONS lists as rows of their own

	MinArgs, MaxArgs int  // MaxArgs is -1 for any number
	Aggregate        bool // has NewAggregator, not Call
	Deterministic    bool // the same arguments give the same result in one graph, whenever it is called
	Deprecated       bool

	// Call computes the function. It is nil for aggregates and for the forms that are syntax.
	Call func(ctx *Context, args []value.Value) (value.Value, error)
	// NewAggregator starts one group of an aggregate; distinct leaves out repeated values.
	NewAggregator func(distinct bool) Aggregator
}

// An Overload is another signature of a function.
type Overload struct{ Signature, Description string }

// An Aggregator folds the rows of one group.
type Aggregator interface {
	// Add takes the arguments of one row.
	Add(ctx *Context, args []value.Value) error
	// Result gives the aggregate of the rows so far.
	Result() (value.Value, error)
}

// A Context is what a call may see beside its arguments. The zero Context will do for functions that need no graph.
type Context struct {
	Graph   value.Graph
	Now     time.Time        // when the statement began
	TxNow   time.Time        // when the transaction began
	Clock   func() time.Time // the time now; nil is time.Now
	Zone    *temporal.Zone   // of temporal values that name none; nil is UTC
	Rand    func() float64   // 0 ≤ x < 1; nil is math/rand/v2
	CSVFile string           // of LOAD CSV, for file()
	CSVLine int64            // of LOAD CSV, for linenumber(); 0 outside
}

func (c *Context) clock() time.Time {
	if c.Clock != nil {
		return c.Clock()
	}
	return time.Now()
}

func (c *Context) zone() *temporal.Zone {
	if c.Zone != nil {
		return c.Zone
	}
	return temporal.UTC
}

func (c *Context) random() float64 {
	if c.Rand != nil {
		return c.Rand()
	}
	return rand.Float64()
}

// table is every function, by category; index finds them by lower-case name.
var (
	table = build()
	index = indexed(table)
)

func build() []*Function {
	var all []*Function
	for _, part := range [][]*Function{
		aggregates(), graphFunctions(), listFunctions(), scalars(), clockAndChance(), conversions(), numeric(), logarithmic(),
		trigonometric(), predicates(), texts(), spatial(), temporals(), vectors(), csvFunctions(),
	} {
		all = append(all, part...)
	}
	return all
}

func indexed(all []*Function) map[string]*Function {
	m := make(map[string]*Function, len(all))
	for _, f := range all {
		m[strings.ToLower(f.Name)] = f
	}
	return m
}

// Table gives every function. It must not be changed.
func Table() []*Function { return table }

// Lookup finds a function by its name in any case.
func Lookup(name string) (*Function, bool) {
	f, ok := index[name]
	if !ok {
		f, ok = index[strings.ToLower(name)]
	}
	return f, ok
}
