package graph

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A QueryError is a mistake in a statement, or its failure, as the server tells it.
type QueryError struct {
	Code    string `json:"code"`             // Neo4j's status code, e.g. Neo.ClientError.Statement.SyntaxError
	Message string `json:"message"`          // without the position and the excerpt that Neo4j appends
	Line    int    `json:"line,omitempty"`   // from 1; 0 when the server names no place
	Column  int    `json:"column,omitempty"` // from 1, in characters
	Offset  int    `json:"offset,omitempty"` // from 0, in characters from the beginning of the statement
}

// Error tells the message and, where known, the place.
func (e *QueryError) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("%s (line %d, column %d)", e.Message, e.Line, e.Column)
}

// ReadOnly tells whether the statement was refused because it would change the graph.
func (e *QueryError) ReadOnly() bool {
	return e.Code == "Neo.ClientError.Statement.AccessMode" || e.Code == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
}

// TimedOut tells whether the statement ran longer than allowed.
func (e *QueryError) TimedOut() bool {
	return strings.HasPrefix(e.Code, codeTimedOut)
}

// OutOfMemory tells whether the statement would have held more than the server allows.
func (e *QueryError) OutOfMemory() bool {
	return e.Code == "Neo.TransientError.General.TransactionMemoryLimit" || e.Code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
}

// codeTimedOut also begins Neo4j's TransactionTimedOutClientConfiguration, its code for a limit that the client set.
const codeTimedOut = "Neo.ClientError.Transaction.TransactionTimedOut"

// position is how Neo4j tells a place: `… (line 1, column 8 (offset: 7))`, then the line and a caret under it.
var position = regexp.MustCompile(`\s*\(line (\d+), column (\d+) \(offset: (\d+)\)\)`)

// queryError turns a server's failure into a *QueryError. Other errors (no connection, cancelled) stay what they are.
func queryError(err error) error {
	if err == nil {
		return nil
	}
	var failure *neo4j.Neo4jError
	if !errors.As(err, &failure) {
		return fmt.Errorf("run query: %w", err)
	}
	e := &QueryError{Code: failure.Code, Message: failure.Msg}
	if at := position.FindStringSubmatchIndex(failure.Msg); at != nil {
		number := func(i int) int {
			n, _ := strconv.Atoi(failure.Msg[at[2*i]:at[2*i+1]])
			return n
		}
		e.Line, e.Column, e.Offset = number(1), number(2), number(3)
		e.Message = failure.Msg[:at[0]]
	}
	e.Message = strings.TrimSpace(e.Message)
	return e
}
