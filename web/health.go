package web

import (
	"context"
	"net/http"
	"time"
)

// healthz says that the process answers.
func (s *Server) healthz(w http.ResponseWriter, r *http.Request) error {
	return send(w, r, answer{kind: "text/plain; charset=utf-8", cache: "no-store", body: []byte("ok\n")})
}

// readyz says that the graph answers too.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) error {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.Graph.Ready(ctx); err != nil {
		return &statusError{status: http.StatusServiceUnavailable, detail: "The graph does not answer.", after: 5 * time.Second, err: err}
	}
	return send(w, r, answer{kind: "text/plain; charset=utf-8", cache: "no-store", body: []byte("ready\n")})
}

// robots keeps crawlers from the addresses that cost most and say nothing of their own.
func (s *Server) robots(w http.ResponseWriter, r *http.Request) error {
	body := []byte("User-agent: *\nDisallow: /console\nDisallow: /search\nDisallow: /api/\n")
	return send(w, r, answer{kind: "text/plain; charset=utf-8", cache: "public, max-age=86400", body: body})
}
