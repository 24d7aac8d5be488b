package graph

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestQueryError(t *testing.T) {
	for _, c := range []struct {
		name string
		msg  string
		want QueryError
	}{
		{"syntax", "Invalid input 'RETRUN': expected 'MATCH' (line 1, column 1 (offset: 0))\n\"RETRUN 1\"\n ^",
			QueryError{Message: "Invalid input 'RETRUN': expected 'MATCH'", Line: 1, Column: 1}},
		{"second line", "Variable `m` not defined (line 2, column 8 (offset: 24))\n\"RETURN m\"\n        ^",
			QueryError{Message: "Variable `m` not defined", Line: 2, Column: 8, Offset: 24}},
		{"no place", "/ by zero", QueryError{Message: "/ by zero"}},
		{"parentheses in the message", "Unknown function 'f(x)' (see help)", QueryError{Message: "Unknown function 'f(x)' (see help)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Code = "Neo.ClientError.Statement.SyntaxError"
			var got *QueryError
			if !errors.As(queryError(fmt.Errorf("run: %w", &neo4j.Neo4jError{Code: c.want.Code, Msg: c.msg})), &got) || *got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	if err := queryError(context.Canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if err := queryError(nil); err != nil {
		t.Errorf("nil: %v", err)
	}
}
