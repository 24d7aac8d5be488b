package web

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"sync"
	"time"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// catalogAge is how old the list of names may be: making it looks at the whole graph.
const catalogAge = 5 * time.Minute

// A catalog keeps the last list of what statements may name.
type catalog struct {
	mu   sync.Mutex
	last *graph.Catalog
	made time.Time
}

// known returns the list of names, made anew when it is old.
func (s *Server) known(ctx context.Context) (*graph.Catalog, error) {
	s.catalog.mu.Lock()
	defer s.catalog.mu.Unlock()
	if s.catalog.last != nil && time.Since(s.catalog.made) < catalogAge {
		return s.catalog.last, nil
	}
	made, err := s.Graph.Catalog(ctx)
	if err != nil {
		if s.catalog.last != nil && ctx.Err() == nil {
			return s.catalog.last, nil
		}
		return nil, err
	}
	callable := made.Procedures[:0:0]
	for _, p := range made.Procedures {
		if s.mayCall(p.Name) {
			callable = append(callable, p)
		}
	}
	made.Procedures = callable
	s.catalog.last, s.catalog.made = made, time.Now()
	return made, nil
}

// mayCall tells whether statements here may call a procedure that the server has.
func (s *Server) mayCall(procedure string) bool {
	if s.Check == nil {
		return true
	}
	err := s.Check("CALL " + procedure)
	var query *graph.QueryError
	return err == nil || errors.As(err, &query) && !query.ReadOnly() && query.Code != "Neo.ClientError.Procedure.ProcedureNotFound"
}

func (s *Server) apiSchema(w http.ResponseWriter, r *http.Request) error {
	known, err := s.known(r.Context())
	if err != nil {
		return err
	}
	return sendJSON(w, r, known)
}

// apiQueries lists the questions of the library, with their statements.
func (s *Server) apiQueries(w http.ResponseWriter, r *http.Request) error {
	var questions []*cypher.Query
	if s.Library != nil {
		questions = s.Library.Questions()
	}
	return sendList(w, r, questions)
}

// suggestTime is how long an answer may wait for names to suggest.
const suggestTime = time.Second

// remark adds to a server's remarks the names that may be meant.
func (s *Server) remark(ctx context.Context, t *graph.Table) {
	if len(t.Notices) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, suggestTime)
	defer cancel()
	known, err := s.known(ctx)
	if err != nil {
		return
	}
	for i := range t.Notices {
		n := &t.Notices[i]
		n.Wrong, n.Suggestion = known.Suggest(n.Message)
	}
}

// A suggestedError is a mistake in a statement with the name that may be meant.
type suggestedError struct {
	error
	wrong, right string
}

// Unwrap gives the mistake itself.
func (e *suggestedError) Unwrap() error { return e.error }

// hint matches the suggestion that the embedded engine writes into its messages.
var hint = regexp.MustCompile("; did you mean ['`][^'`]+['`]\\?$")

// withSuggestion adds to an error the name that may be meant by the one it is about.
func (s *Server) withSuggestion(ctx context.Context, err error) error {
	var query *graph.QueryError
	if !errors.As(err, &query) {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, suggestTime)
	defer cancel()
	known, failed := s.known(ctx)
	if failed != nil {
		return err
	}
	wrong, right := known.Suggest(query.Message)
	if right == "" {
		return err
	}
	bare := *query
	bare.Message = hint.ReplaceAllString(bare.Message, "")
	return &suggestedError{&bare, wrong, right}
}
