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

// An Arg is a parameter of a procedure; Type is written as in Cypher, e.g. LIST<STRING>.
type Arg struct {
	Name, Type string
	Optional   bool // has a default
}

// A Column is what a procedure yields.
type Column struct{ Name, Type string }

// A Procedure is a procedure as the checker sees it.
type Procedure struct {
	Args    []Arg
	Columns []Column // none: it gives no rows
	Writes  bool     // changes data or the schema
}

// Procedures tells what procedures there are, and what SHOW commands give.
type Procedures interface {
	// Procedure finds a procedure by its full name.
	Procedure(name string) (*Procedure, bool)
	// Show gives all columns of a SHOW command, and those it gives without YIELD.
	Show(s *syntax.Show) (all, standard []string, ok bool)
}

// Info is what the checker learned of a statement.
type Info struct {
	Columns []string // of the result, in order
	Reads   bool     // matches, calls or lists something
	Writes  bool     // changes data
	Schema  bool     // changes indexes or constraints
	LoadCSV bool     // reads a file
}

// Check checks a statement without knowing any procedures: see Analyze.
func Check(st *syntax.Statement) error {
	_, err := Analyze(st, nil)
	return err
}

// Analyze checks a statement and tells what it does. procs may be nil: then every procedure and SHOW
// command is taken for known, to give whatever columns it is asked for. Errors are *fault.Error.
func Analyze(st *syntax.Statement, procs Procedures) (info *Info, err error) {
	c := &checker{procs: procs, info: &Info{}}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *fault.Error:
			info, err = nil, r
		default:
			panic(r)
		}
	}()
	switch b := st.Body.(type) {
	case *syntax.Query:
		c.scope = &scope{}
		c.info.Columns = c.topQuery(b)
	case *syntax.CreateIndex:
		c.info.Schema = true
		c.options(b.Options)
	case *syntax.CreateConstraint:
		c.info.Schema = true
		c.options(b.Options)
	default:
		c.info.Schema = true
	}
	return c.info, nil
}

// A checker is the state of one walk. Its methods end the walk by a panic with a *fault.Error.
type checker struct {
	procs Procedures
	info  *Info
	scope *scope
	agg   aggregation
	open  bool // a SHOW or CALL brought columns whose names are not known here
}

// options checks the OPTIONS of a schema command, in which there are no variables.
func (c *checker) options(e syntax.Expr) {
	if e != nil {
		c.scope = &scope{}
		c.expr(e)
	}
}

func (c *checker) fail(at int, format string, args ...any) {
	panic(fault.At(at, fault.SyntaxError, format, args...))
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
