package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"guestgraph/graph"
)

// A problem is RFC 9457's application/problem+json, with the place in the statement when a
// Cypher statement was at fault.
type problem struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail"`
	Request string `json:"request,omitempty"` // find it in the log by this

	Code   string `json:"code,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Offset *int   `json:"offset,omitempty"`

	Wrong      string `json:"wrong,omitempty"`      // the name in the statement that is not known
	Suggestion string `json:"suggestion,omitempty"` // what may be meant by it
}

func (s *Server) problem(w http.ResponseWriter, r *http.Request, err error) {
	st := asStatus(err)
	s.logFailure(r, st, err)
	p := problem{Type: "about:blank", Title: http.StatusText(st.status), Status: st.status, Detail: st.detail, Request: requestID(r)}
	var query *graph.QueryError
	if errors.As(err, &query) {
		p.Code = query.Code
		if query.Line > 0 {
			p.Line, p.Column, p.Offset = query.Line, query.Column, &query.Offset
		}
	}
	var suggested *suggestedError
	if errors.As(err, &suggested) {
		p.Wrong, p.Suggestion = suggested.wrong, suggested.right
	}
	body, err := json.Marshal(p)
	if err != nil { // not reached: problem holds only strings and numbers
		http.Error(w, st.detail, st.status)
		return
	}
	retryAfter(w, st)
	_ = send(w, r, answer{status: st.status, kind: "application/problem+json", cache: "no-store", body: append(body, '\n')})
}

func retryAfter(w http.ResponseWriter, st *statusError) {
	if st.after > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(st.after.Seconds())))
	}
}

// logFailure logs what is ours to mend; what a visitor did wrong is theirs to know.
func (s *Server) logFailure(r *http.Request, st *statusError, err error) {
	if st.status >= http.StatusInternalServerError && r.Context().Err() == nil || st.status == http.StatusInternalServerError {
		s.Logger.Error("request failed", "request", requestID(r), "path", r.URL.Path, "status", st.status, "err", err)
	}
}
