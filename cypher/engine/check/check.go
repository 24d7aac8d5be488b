// Package check refuses statements that cannot be run, before they run, with the messages, the codes and
// the places of Neo4j 5.26: unknown variables and functions, variables used as two things, aggregation
// where there is nothing to aggregate, operands of impossible types, clauses out of order.
//
// It walks the tree once, keeping the variables in scope with their types. A type is a set of what a
// value can be; an operand is refused only when none of it will do, so that whatever depends on data or
// on parameters is left to the run.
package check

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// Check checks a statement. Errors are *fault.Error.
func Check(st *syntax.Statement) (err error) {
	c := &checker{}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *fault.Error:
			err = r
		default:
			panic(r)
		}
	}()
	switch b := st.Body.(type) {
	case *syntax.Query:
		c.scope = &scope{}
		c.query(b)
	case *syntax.CreateIndex:
		c.options(b.Options)
	case *syntax.CreateConstraint:
		c.options(b.Options)
	}
	return nil
}

// A checker is the state of one walk. Its methods end the walk by a panic with a *fault.Error.
type checker struct {
	scope      *scope
	aggregates aggregation
	open       bool   // a SHOW or CALL brought columns whose names are not known here
	readOnly   string // inside an expression of this kind, which must not write
}

// options checks the OPTIONS of a schema command, in which there are no variables.
func (c *checker) options(e syntax.Expr) {
	if e != nil {
		c.scope = &scope{}
		c.expr(e)
	}
}

// failDetail fails with the error detail of the openCypher TCK.
func (c *checker) failDetail(at int, detail, format string, args ...any) {
	e := fault.At(at, fault.SyntaxError, format, args...)
	e.Detail = detail
	panic(e)
}

// place gives where Neo4j points for e: at the operator of a binary expression, at the variable of a
// property, at the value of an index.
func place(e syntax.Expr) int {
	switch e := e.(type) {
	case *syntax.Property:
		return place(e.Expr)
	case *syntax.HasLabels:
		return place(e.E)
	case *syntax.Index:
		return place(e.Index)
	case *syntax.IsNull:
		return place(e.E)
	case *syntax.IsTyped:
		return place(e.E)
	case *syntax.IsNormalized:
		return place(e.E)
	}
	return e.Position()
}
