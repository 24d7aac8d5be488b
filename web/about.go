package web

import (
	"net/http"
	"net/url"
	"strings"
)

// An aboutView is what templates/about.html shows.
type aboutView struct {
	Version     string
	Contact     string // as it reads
	ContactHref string
	BoltURI     string
	Seconds     int
	Rows        int
	AtOnce      int
	Quality     quality
}

func (s *Server) about(w http.ResponseWriter, r *http.Request) error {
	view := aboutView{Version: s.Version, BoltURI: s.BoltURI, Seconds: int(s.Limits.Timeout.Seconds()), Rows: s.Limits.Rows, AtOnce: s.Limits.Concurrent, Quality: s.quality}
	view.ContactHref, view.Contact = contact(s.Contact)
	return s.render(w, r, http.StatusOK, "about", layout{Title: "About", Here: "/about", Page: view})
}

// contact returns the link and the words for a mailto: or http(s) address, both empty for others.
func contact(address string) (link, text string) {
	if u, err := url.Parse(address); err == nil && u.Scheme == "mailto" {
		return address, strings.TrimPrefix(address, "mailto:")
	}
	if link = outgoing(address); link != "" {
		return link, site(link)
	}
	return "", ""
}
