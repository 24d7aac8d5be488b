package check

import (
	"strings"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
)

// call checks a function call against the signatures of the function. Functions that do not exist and
// wrong numbers of arguments are left to the planner.
func (c *checker) call(e *syntax.Call) typ {
	if e.Star {
		c.enterAggregate(e)
		return just(kInteger)
	}
	f, ok := function.Lookup(e.Name)
	if !ok {
		for _, arg := range e.Args {
			c.expr(arg)
		}
		return anything
	}
	if c.aggregates == insideOne && !f.Deterministic && strings.EqualFold(f.Name, "rand") {
		c.failDetail(e.Position(), "NonConstantExpression", "Can't use non-deterministic (random) functions inside of aggregate functions.")
	}
	if strings.EqualFold(f.Name, "exists") {
		for _, arg := range e.Args {
			c.existence(arg)
		}
		return just(kBoolean)
	}
	types := make([]typ, len(e.Args))
	old := c.aggregates
	if f.Aggregate {
		c.enterAggregate(e)
		c.aggregates = insideOne
	}
	for i, arg := range e.Args {
		types[i] = c.expr(arg)
	}
	c.aggregates = old
	return c.signature(f, e, types)
}

// existence checks the argument of exists(): a pattern, or a property as older Cypher has it.
func (c *checker) existence(arg syntax.Expr) {
	if p, ok := arg.(*syntax.PatternPredicate); ok {
		c.existing(p.Pattern)
		return
	}
	c.expr(arg)
}

func (c *checker) enterAggregate(e *syntax.Call) {
	switch c.aggregates {
	case notHere:
		c.failDetail(e.Position(), "InvalidAggregation", "Invalid use of aggregating function %s(...) in this context", strings.ToLower(e.Name))
	case insideOne:
		c.failDetail(e.Position(), "NestedAggregation", "Can't use aggregate functions inside of aggregate functions.")
	}
}

// signature finds a signature that the arguments fit, and gives its result.
func (c *checker) signature(f *function.Function, e *syntax.Call, args []typ) typ {
	signatures := []string{f.Signature}
	for _, o := range f.Overloads {
		signatures = append(signatures, o.Signature)
	}
	bad, want := -1, typ{}
	for _, text := range signatures {
		params, result, ok := readSignature(text)
		if !ok || len(params) < len(args) {
			if f.MaxArgs < 0 {
				return result
			}
			continue
		}
		wrong := firstMisfit(args, params)
		if wrong < 0 {
			return result
		}
		if wrong > bad {
			bad, want = wrong, params[wrong]
		} else if wrong == bad {
			want = typ{kinds: want.kinds | params[wrong].kinds, elem: want.elem}
		}
	}
	if bad >= 0 {
		c.mismatch(e.Args[bad], args[bad], want)
	}
	return anything
}

func firstMisfit(args, params []typ) int {
	for i, arg := range args {
		if !arg.fits(params[i]) {
			return i
		}
	}
	return -1
}

// readSignature reads "name(a :: INTEGER, b = 1 :: FLOAT) :: STRING".
func readSignature(text string) (params []typ, result typ, ok bool) {
	open := strings.IndexByte(text, '(')
	end := strings.LastIndex(text, ") :: ")
	if open < 0 || end < open {
		return nil, anything, false
	}
	for _, part := range splitTop(text[open+1:end], ',') {
		if _, name, found := strings.Cut(part, "::"); found {
			params = append(params, parseType(strings.TrimSpace(name)))
		}
	}
	return params, parseType(strings.TrimSpace(text[end+len(") :: "):])), true
}
