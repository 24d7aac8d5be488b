package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gorilla/mux"

	"guestgraph/graph"
)

// A handlerFunc answers a request, or returns an error that page or api turns into an answer.
// It must not have written anything when it returns an error.
type handlerFunc func(w http.ResponseWriter, r *http.Request) error

// A statusError is an error that knows its HTTP status and what to tell the visitor.
type statusError struct {
	status int
	detail string        // a sentence for the visitor; never holds the cause's text
	after  time.Duration // Retry-After, when positive
	err    error         // the cause, for the log
}

func (e *statusError) Error() string {
	if e.err != nil {
		return e.detail + ": " + e.err.Error()
	}
	return e.detail
}

func (e *statusError) Unwrap() error { return e.err }

func fail(status int, detail string) error { return &statusError{status: status, detail: detail} }

// asStatus finds the status and the words for any error a handler returned.
func asStatus(err error) *statusError {
	var known *statusError
	var query *graph.QueryError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, graph.ErrNotFound):
		return &statusError{status: http.StatusNotFound, detail: "Nothing in the graph has this address.", err: err}
	case errors.As(err, &query) && query.ReadOnly():
		return &statusError{status: http.StatusBadRequest, detail: "Statements here only read; this one would write.", err: err}
	case errors.As(err, &query) && query.OutOfMemory():
		return &statusError{status: http.StatusBadRequest, detail: "A statement may not hold that much in memory. Let it collect, sort or compare less, or fewer properties of it.", err: err}
	case errors.As(err, &query):
		return &statusError{status: queryStatus(query.Code), detail: query.Message, err: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &statusError{status: http.StatusGatewayTimeout, detail: "The graph took too long to answer.", err: err}
	}
	return &statusError{status: http.StatusInternalServerError, detail: "Something went wrong on our side.", err: err}
}

// queryStatus maps the status codes of Neo4j (Neo.Classification.Category.Title) to HTTP.
func queryStatus(code string) int {
	switch {
	case strings.Contains(code, "TransactionTimedOut"), strings.Contains(code, "Terminated"):
		return http.StatusGatewayTimeout
	case strings.HasPrefix(code, "Neo.TransientError"):
		return http.StatusServiceUnavailable
	case strings.HasPrefix(code, "Neo.DatabaseError"):
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// page wraps a handler whose errors are told on a styled page.
func (s *Server) page(h handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil && !leadOn(w, r, "", err) {
			s.errorPage(w, r, err)
		}
	})
}

// leadOn redirects to the page of what an id was merged into, if err says so.
func leadOn(w http.ResponseWriter, r *http.Request, prefix string, err error) bool {
	var moved *graph.MovedError
	if !errors.As(err, &moved) {
		return false
	}
	// Not for good in caches: a decision can be undone.
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, prefix+href(moved.To.Kind, moved.To.ID), http.StatusMovedPermanently)
	return true
}

// api wraps a handler whose errors are told as application/problem+json.
func (s *Server) api(h handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil && !leadOn(w, r, "/api/v1", err) {
			s.problem(w, r, err)
		}
	})
}

func (s *Server) notFound() http.Handler {
	return s.eitherWay(func(http.ResponseWriter, *http.Request) error {
		return fail(http.StatusNotFound, "There is no page at this address.")
	})
}

// otherMethod answers the methods a path does not have, OPTIONS among them.
func (s *Server) otherMethod(path string, methods []string) http.Handler {
	allow := strings.Join(append(methods, http.MethodOptions), ", ")
	return s.eitherWay(func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("Allow", allow)
		if r.Method != http.MethodOptions {
			return fail(http.StatusMethodNotAllowed, "This address answers "+allow+" only.")
		}
		if isAPI(path) {
			w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD")
			w.Header().Set("Access-Control-Max-Age", "86400")
		}
		w.WriteHeader(http.StatusNoContent)
		return nil
	})
}

// eitherWay wraps a handler for addresses of both sorts.
func (s *Server) eitherWay(h handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.tell(w, r, err)
		}
	})
}

// tell answers with err as the address suggests: a problem under /api/, a page elsewhere.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, err error) {
	if isAPI(r.URL.Path) {
		s.problem(w, r, err)
		return
	}
	s.errorPage(w, r, err)
}

func isAPI(path string) bool { return strings.HasPrefix(path, "/api/") }

// pathID returns the {id} of the route, decoded: the router matches on the encoded path.
func pathID(r *http.Request) (string, error) {
	id, err := url.PathUnescape(mux.Vars(r)["id"])
	if err != nil || id == "" {
		return "", fail(http.StatusNotFound, "This address is not well formed.")
	}
	return id, nil
}
