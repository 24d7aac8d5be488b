package web

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/gorilla/mux"
)

// middleware wraps the routes, outermost first: what is written about a request in the log and
// the metrics also holds for one that panicked.
func (s *Server) middleware(routes *mux.Router) http.Handler {
	routes.Use(s.noteRoute)
	return s.observe(secure(s.bound(routes)))
}

type routeKey struct{}

// An observed request: its id, and the route that matched it.
type observed struct {
	id    string
	route string
}

func requestID(r *http.Request) string {
	if o, ok := r.Context().Value(routeKey{}).(*observed); ok {
		return o.id
	}
	return ""
}

// observe logs and counts every request and turns a panic into a 500 page.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		o := &observed{id: rand.Text()[:10], route: "none"}
		rec := &recorder{ResponseWriter: w}
		r = r.WithContext(context.WithValue(r.Context(), routeKey{}, o))
		defer func() {
			if p := recover(); p != nil {
				s.Logger.Error("page panicked", "request", o.id, "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
				if rec.status == 0 {
					s.tell(rec, r, fmt.Errorf("panic: %v", p))
				}
			}
			took := time.Since(start)
			s.metrics.request(o.route, rec.status, took)
			s.Logger.LogAttrs(r.Context(), slog.LevelDebug, "request", slog.String("request", o.id),
				slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("status", rec.status),
				slog.Int("bytes", rec.bytes), slog.Duration("took", took))
		}()
		next.ServeHTTP(rec, r)
	})
}

// noteRoute tells observe which route matched: paths hold ids and would make countless series.
func (s *Server) noteRoute(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o, ok := r.Context().Value(routeKey{}).(*observed); ok {
			if path, err := mux.CurrentRoute(r).GetPathTemplate(); err == nil {
				o.route = path
			}
		}
		next.ServeHTTP(w, r)
	})
}

// bound gives every request a deadline and its body a size.
func (s *Server) bound(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.patience(r))
		defer cancel()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, s.Limits.Body)
		next.ServeHTTP(w, r)
	})
}

// patience is how long a request may take: an export of all rows takes longer than a page.
func (s *Server) patience(r *http.Request) time.Duration {
	if r.URL.Path == "/console/export" || r.URL.Path == "/api/v1/query" && streamed(r) != "" {
		return s.Limits.Export
	}
	return s.Limits.Timeout
}

// A recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status, bytes int
}

// WriteHeader passes the status on and remembers the first.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write passes bytes on and counts them.
func (r *recorder) Write(p []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(p)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
