// Package fault is the error type of the engine: what a client sees as a Bolt FAILURE.
//
// Codes are Neo4j's status codes, https://neo4j.com/docs/status-codes/5/, so that drivers
// classify, retry and translate errors as they do with Neo4j.
package fault

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Code is a Neo4j status code, "Neo.<class>.<category>.<title>".
type Code string

// The codes the engine uses.
const (
	SyntaxError               Code = "Neo.ClientError.Statement.SyntaxError"
	SemanticError             Code = "Neo.ClientError.Statement.SemanticError"
	ParameterMissing          Code = "Neo.ClientError.Statement.ParameterMissing"
	TypeError                 Code = "Neo.ClientError.Statement.TypeError"
	ArgumentError             Code = "Neo.ClientError.Statement.ArgumentError"
	ArithmeticError           Code = "Neo.ClientError.Statement.ArithmeticError"
	EntityNotFound            Code = "Neo.ClientError.Statement.EntityNotFound"
	AccessMode                Code = "Neo.ClientError.Statement.AccessMode"
	UnsupportedAdministration Code = "Neo.ClientError.Statement.UnsupportedAdministrationCommand"
	ExecutionFailed           Code = "Neo.DatabaseError.Statement.ExecutionFailed"
	ConstraintViolation       Code = "Neo.ClientError.Schema.ConstraintValidationFailed"
	ConstraintAlreadyExists   Code = "Neo.ClientError.Schema.ConstraintAlreadyExists"
	ConstraintCreationFailed  Code = "Neo.DatabaseError.Schema.ConstraintCreationFailed"
	ConstraintWithNameExists  Code = "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists"
	EquivalentRuleExists      Code = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
	ConstraintDropFailed      Code = "Neo.DatabaseError.Schema.ConstraintDropFailed"
	RepeatedProperty          Code = "Neo.ClientError.Schema.RepeatedPropertyInCompositeSchema"
	RepeatedLabel             Code = "Neo.ClientError.Schema.RepeatedLabelInSchema"
	IndexAlreadyExists        Code = "Neo.ClientError.Schema.IndexAlreadyExists"
	IndexNotFound             Code = "Neo.ClientError.Schema.IndexNotFound"
	IndexWithNameExists       Code = "Neo.ClientError.Schema.IndexWithNameAlreadyExists"
	IndexDropFailed           Code = "Neo.DatabaseError.Schema.IndexDropFailed"
	ProcedureNotFound         Code = "Neo.ClientError.Procedure.ProcedureNotFound"
	ProcedureCallFailed       Code = "Neo.ClientError.Procedure.ProcedureCallFailed"
	DatabaseNotFound          Code = "Neo.ClientError.Database.DatabaseNotFound"
	RequestInvalid            Code = "Neo.ClientError.Request.Invalid"
	RequestFormat             Code = "Neo.ClientError.Request.InvalidFormat"
	Unauthorized              Code = "Neo.ClientError.Security.Unauthorized"
	Forbidden                 Code = "Neo.ClientError.Security.Forbidden"
	TransactionTooLong        Code = "Neo.ClientError.Transaction.TransactionTimedOut"
	TransactionLimitReached   Code = "Neo.TransientError.Transaction.MaximumTransactionLimitReached"
	TransactionTimedOut       Code = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
	TransactionTerminated     Code = "Neo.TransientError.Transaction.Terminated"
	TransactionNotFound       Code = "Neo.ClientError.Transaction.TransactionNotFound"
	TransactionStartFailed    Code = "Neo.DatabaseError.Transaction.TransactionStartFailed"
	InvalidArguments          Code = "Neo.ClientError.General.InvalidArguments"
	TransactionMemoryExceeded Code = "Neo.TransientError.General.TransactionMemoryLimit"
	DatabaseUnavailable       Code = "Neo.TransientError.General.DatabaseUnavailable"
	UnknownError              Code = "Neo.DatabaseError.General.UnknownError"
	DeleteConnected           Code = "Neo.ClientError.Schema.ConstraintValidationFailed"
)

// An Error is a failure with its code and, where it comes from the text of a statement, its place.
type Error struct {
	Code    Code
	Message string
	Pos     int    // byte offset in the statement; -1 when the error has no place
	Detail  string // openCypher TCK detail ("UndefinedVariable", "InvalidArgumentType", …), may be empty
	Cause   error
}

// New makes an error without a place.
func New(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Pos: -1}
}

// At makes an error at a byte offset of the statement.
func At(pos int, code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Pos: pos}
}

// Wrap makes an error without a place that keeps its cause.
func Wrap(cause error, code Code, format string, args ...any) *Error {
	e := New(code, format, args...)
	e.Cause = cause
	return e
}

func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Client is the message as Neo4j words it for a client: with the line, the column (both from 1),
// the offset in characters (from 0), and the line of the statement with a caret under the place.
//
//	Variable `x` not defined (line 1, column 8 (offset: 7))
//	"RETURN x"
//	        ^
func (e *Error) Client(statement string) string {
	if e.Pos < 0 || e.Pos > len(statement) {
		return e.Message
	}
	line, column, offset := e.Place(statement)
	text := statement[strings.LastIndexByte(statement[:e.Pos], '\n')+1:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return fmt.Sprintf("%s (line %d, column %d (offset: %d))\n\"%s\"\n%s^",
		e.Message, line, column, offset, strings.TrimRight(text, "\r"), strings.Repeat(" ", column))
}

// Place gives the line and column (both from 1) and the offset (from 0) of the error in characters;
// all are 0 for an error without a place.
func (e *Error) Place(statement string) (line, column, offset int) {
	if e.Pos < 0 || e.Pos > len(statement) {
		return 0, 0, 0
	}
	before := statement[:e.Pos]
	start := strings.LastIndexByte(before, '\n') + 1
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:]), utf8.RuneCountInString(before)
}
