package web

import (
	"net/http"
	"regexp"
	"strings"
)

// plainHost is what a Host header may hold to be written into an answer.
var plainHost = regexp.MustCompile(`^[A-Za-z0-9.-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](?::\d{1,5})?$`)

// base is the address of this site for pages elsewhere, without a slash at its end: the one that was set, or else the
// one that the request came to. A proxy in front tells that it speaks TLS.
func (s *Server) base(r *http.Request) string {
	if s.PublicURL != "" {
		return strings.TrimSuffix(s.PublicURL, "/")
	}
	host := r.Host
	if !plainHost.MatchString(host) {
		host = "localhost"
	}
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		return "https://" + host
	}
	return "http://" + host
}
