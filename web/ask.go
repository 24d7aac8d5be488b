package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"

	"guestgraph/graph"
)

// ask runs a visitor's statement within the limits. It is read-only twice over: Check parses
// the statement and refuses updates, and the transaction it runs in may not write.
func (s *Server) ask(ctx context.Context, statement string, params map[string]any) (*graph.Table, error) {
	table, err := s.askOnce(ctx, statement, params)
	s.metrics.query(outcomeOf(err))
	if err != nil {
		return nil, err
	}
	s.remark(ctx, table)
	return table, nil
}

// outcomeOf sorts what became of a statement for the metrics.
func outcomeOf(err error) string {
	if err == nil {
		return "ok"
	}
	switch status := asStatus(err).status; {
	case status == http.StatusTooManyRequests:
		return "busy"
	case status == http.StatusGatewayTimeout:
		return "timeout"
	case status < http.StatusInternalServerError:
		return "refused"
	}
	return "failed"
}

func (s *Server) askOnce(ctx context.Context, statement string, params map[string]any) (*graph.Table, error) {
	release, err := s.admit(statement, s.running, s.Limits.Concurrent, "statement")
	if err != nil {
		return nil, err
	}
	defer release()
	table, err := s.Graph.Query(ctx, statement, params, graph.QueryOptions{
		MaxRows: s.Limits.Rows, MaxBytes: s.Limits.Bytes, ReadOn: profiles.MatchString(statement), Timeout: s.Limits.Timeout})
	if err != nil {
		return nil, s.late(ctx, err, s.Limits.Timeout)
	}
	return table, nil
}

// profiles and explains match a statement that PROFILE or EXPLAIN begins, after comments.
var (
	profiles = regexp.MustCompile(`(?i)^(\s|//.*\n|/\*(?s:.*?)\*/)*PROFILE\s`)
	explains = regexp.MustCompile(`(?i)^(\s|//.*\n|/\*(?s:.*?)\*/)*EXPLAIN\s`)
)

// admit refuses a statement that is not to run, or not now; else release gives its place free again.
func (s *Server) admit(statement string, places chan struct{}, most int, noun string) (release func(), err error) {
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
	case places <- struct{}{}:
		return func() { <-places }, nil
	default:
		verb := "are"
		if most == 1 {
			verb = "is"
		}
		return nil, &statusError{status: http.StatusTooManyRequests, after: 2 * time.Second,
			detail: fmt.Sprintf("%s %s running already. Try again in a moment.", count(most, noun), verb)}
	}
}

// refusal keeps a QueryError with its place and turns any other error of Check into a 400.
func refusal(err error) error {
	if query := new(graph.QueryError); errors.As(err, &query) {
		return err
	}
	return fail(http.StatusBadRequest, err.Error())
}
