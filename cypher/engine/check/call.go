package check

import (
	"strings"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
)

// An aggregation tells what an aggregate function would be here.
type aggregation uint8

const (
	aggRefused aggregation = iota // nothing to aggregate: WHERE, SET, a pattern
	aggAllowed                    // a column of WITH or RETURN
	aggNested                     // inside another aggregate
	aggList                       // inside an expression that runs once an element
)

// with runs f where aggregates are as agg tells.
func (c *checker) with(agg aggregation, f func()) {
	before := c.agg
	c.agg = agg
	f()
	c.agg = before
}

// overList runs f for an expression that runs once an element.
func (c *checker) overList(f func()) {
	agg := c.agg
	if agg == aggAllowed {
		agg = aggList
	}
	c.with(agg, f)
}

// isAggregate tells whether e is a call of an aggregate function.
func isAggregate(e syntax.Node) bool {
	call, ok := e.(*syntax.Call)
	if !ok {
		return false
	}
	f, ok := function.Lookup(call.Name)
	return ok && f.Aggregate
}

// aggregates tells whether there is an aggregate in e; a subquery has its own.
func aggregates(e syntax.Expr) bool {
	found := false
	syntax.Walk(e, func(n syntax.Node) bool {
		found = found || isAggregate(n)
		_, isSubquery := n.(*syntax.Subquery)
		return !found && !isSubquery
	})
	return found
}

// call checks a function call.
func (c *checker) call(e *syntax.Call) typ {
	f, ok := function.Lookup(e.Name)
	if !ok {
		c.unknownFunction(e)
	}
	c.syntacticForm(e, f.Name)
	if e.Distinct && !f.Aggregate {
		c.fail(e.Position(), "Invalid use of DISTINCT with function '%s'", e.Name)
	}
	n := len(e.Args)
	if e.Star {
		if f.Name != "count" {
			c.failDetail(e.Position(), "UnexpectedSyntax", "'*' can only be the argument of count(*), not of %s", e.Name)
		}
		n = 1
	}
	if n < f.MinArgs {
		c.failDetail(e.Position(), "InvalidNumberOfArguments", "Insufficient parameters for function '%s'", e.Name)
	}
	if f.MaxArgs >= 0 && n > f.MaxArgs {
		c.failDetail(e.Position(), "InvalidNumberOfArguments", "Too many parameters for function '%s'", e.Name)
	}
	if f.Aggregate {
		c.aggregate(e, f.Name)
		inside := c.agg
		c.agg = aggNested
		defer func() { c.agg = inside }()
	}
	return c.arguments(e, f)
}

// unknownFunction fails, naming a function that is spelled alike.
func (c *checker) unknownFunction(e *syntax.Call) {
	var names []string
	for _, f := range function.Table() {
		names = append(names, f.Name)
	}
	hint := ""
	if near := syntax.Nearest(e.Name, names); near != "" {
		hint = "; did you mean '" + near + "'?"
	}
	c.failDetail(e.Position(), "UnknownFunction", "Unknown function '%s'%s", e.Name, hint)
}

// syntacticForm refuses calls of what is no function but a form of its own, which the parser reads when
// it is complete.
func (c *checker) syntacticForm(e *syntax.Call, name string) {
	switch name {
	case "all", "any", "none", "single":
		c.fail(e.Position(), "%s(...) requires a WHERE predicate", name)
	case "reduce":
		c.fail(e.Position(), "reduce(...) requires '| expression' (an accumulation expression)")
	case "exists":
		if len(e.Args) != 1 {
			return
		}
		c.expr(e.Args[0])
		if _, ok := e.Args[0].(*syntax.Property); ok {
			c.fail(e.Position(), "The property existence syntax `... exists(variable.property)` is no longer supported. Please use `variable.property IS NOT NULL` instead.")
		}
		c.fail(place(e.Args[0]), "Argument to exists(...) is not a pattern")
	case "normalize":
		if len(e.Args) == 2 && !isNormalForm(e.Args[1]) {
			c.fail(place(e.Args[1]), "Invalid normal form, expected NFC, NFD, NFKC, NFKD")
		}
	}
}

// isNormalForm tells whether e is NFC or the like, which the parser reads as a string without quotes.
func isNormalForm(e syntax.Expr) bool {
	l, ok := e.(*syntax.Literal)
	return ok && len(l.Text) > 2 && strings.EqualFold(l.Text[:2], "NF")
}

// aggregate refuses an aggregate where none can stand.
func (c *checker) aggregate(e *syntax.Call, name string) {
	switch c.agg {
	case aggRefused:
		c.failDetail(e.Position(), "InvalidAggregation", "Invalid use of aggregating function %s(...) in this context", name)
	case aggNested:
		c.failDetail(e.Position(), "NestedAggregation", "Can't use aggregate functions inside of aggregate functions.")
	case aggList:
		c.failDetail(e.Position(), "InvalidAggregation", "Can't use aggregating expressions inside of expressions executing over lists")
	}
}

// arguments checks the types of the arguments and gives that of the result.
func (c *checker) arguments(e *syntax.Call, f *function.Function) typ {
	params, result := signature(f)
	types := make([]typ, len(e.Args))
	for i, arg := range e.Args {
		c.argumentForm(f, arg)
		want := anything
		if i < len(params) && !lenient(f) {
			want = params[i]
		}
		types[i] = c.want(arg, want)
		if want.kinds == kInteger && types[i].kinds == kFloat {
			c.mismatch(place(arg), want, types[i])
		}
	}
	return resultType(f.Name, types, result)
}

// argumentForm refuses arguments for what they are, not for their type.
func (c *checker) argumentForm(f *function.Function, arg syntax.Expr) {
	if p, ok := arg.(*syntax.PatternPredicate); ok && f.Name == "size" && !p.Exists && p.Pattern.Selector == syntax.AllPaths {
		c.failDetail(place(arg), "UnexpectedSyntax", "A pattern expression should only be used in order to test the existence of a pattern. It can no longer be used inside the function size(), an alternative is to replace size() with COUNT {}.")
	}
	if f.Aggregate {
		syntax.Walk(arg, func(n syntax.Node) bool {
			if call, ok := n.(*syntax.Call); ok && strings.EqualFold(call.Name, "rand") {
				c.failDetail(call.Position(), "NonConstantExpression", "Can't use non-deterministic (random) functions inside of aggregate functions.")
			}
			return true
		})
	}
}

// lenient tells whether Neo4j leaves the types of the arguments to the run.
func lenient(f *function.Function) bool {
	return strings.HasPrefix(f.Name, "point.")
}

// signature gives the types of the parameters and of the result of f: of its longest form.
func signature(f *function.Function) (params []typ, result typ) {
	s := f.Signature
	for _, o := range f.Overloads {
		if len(o.Signature) > len(s) && !strings.Contains(o.Signature, "[[") {
			s = o.Signature
		}
	}
	_, s, _ = strings.Cut(s, "(")
	end := strings.LastIndex(s, ")")
	if end < 0 {
		return nil, anything
	}
	if _, r, ok := strings.Cut(s[end:], ":: "); ok {
		if result = parseType(r); r == "MAP" {
			result = just(kMap)
		}
	}
	for _, p := range splitTop(s[:end], ',') {
		_, t, _ := strings.Cut(p, ":: ")
		params = append(params, parseType(t))
	}
	if f.Name == "toString" {
		params[0] = just(kBoolean | kNumber | kPoint | kString | kDuration | kInstant)
	}
	return params, result
}

// resultType makes the type of the result narrower by the types of the arguments.
func resultType(name string, args []typ, result typ) typ {
	if len(args) == 0 {
		return result
	}
	switch name {
	case "head", "last":
		return args[0].element()
	case "tail":
		return listOf(args[0].element())
	case "collect":
		return listOf(args[0])
	case "min", "max", "nullIf":
		return args[0]
	case "reverse", "abs", "sum":
		if k := args[0].kinds & result.kinds; k != 0 {
			return typ{kinds: k, elem: args[0].elem}
		}
	case "coalesce":
		t := args[0]
		for _, a := range args[1:] {
			t = join(t, a)
		}
		return t
	}
	return result
}
