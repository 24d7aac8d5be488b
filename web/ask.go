package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"guestgraph/graph"
)

// ask runs a visitor's statement within the limits. It is read-only twice over: Check parses
// the statement and refuses updates, and the transaction it runs in may not write.
func (s *Server) ask(ctx context.Context, statement string, params map[string]any) (*graph.Table, error) {
	table, err := s.askOnce(ctx, statement, params)
	outcome := "ok"
	if err != nil {
		switch status := asStatus(err).status; {
		case status == http.StatusTooManyRequests:
			outcome = "busy"
		case status == http.StatusGatewayTimeout:
			outcome = "timeout"
		case status < http.StatusInternalServerError:
			outcome = "refused"
		default:
			outcome = "failed"
		}
	}
	s.metrics.query(outcome)
	return table, err
}

func (s *Server) askOnce(ctx context.Context, statement string, params map[string]any) (*graph.Table, error) {
	if strings.TrimSpace(statement) == "" {
		return nil, fail(http.StatusBadRequest, "There is no statement to run.")
	}
	if len(statement) > s.Limits.Statement {
		return nil, fail(http.StatusRequestEntityTooLarge, fmt.Sprintf("A statement may hold %s bytes at most; this one has %s.", number(s.Limits.Statement), number(len(statement))))
	}
	if s.Check != nil {
		if err := s.Check(statement); err != nil {
			return nil, refusal(err)
		}
	}
	select {
	case s.running <- struct{}{}:
		defer func() { <-s.running }()
	default:
		return nil, &statusError{status: http.StatusTooManyRequests, after: 2 * time.Second,
			detail: fmt.Sprintf("%s are running already. Try again in a moment.", count(s.Limits.Concurrent, "statement"))}
	}
	table, err := s.Graph.Query(ctx, statement, params, graph.QueryOptions{MaxRows: s.Limits.Rows, Timeout: s.Limits.Timeout})
	if err != nil && ctx.Err() != nil {
		return nil, &statusError{status: http.StatusGatewayTimeout, err: err,
			detail: fmt.Sprintf("The statement ran longer than %s and was stopped.", s.Limits.Timeout)}
	}
	return table, err
}

// refusal keeps a QueryError with its place and turns any other error of Check into a 400.
func refusal(err error) error {
	if query := new(graph.QueryError); errors.As(err, &query) {
		return err
	}
	return fail(http.StatusBadRequest, err.Error())
}
