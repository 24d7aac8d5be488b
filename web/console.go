package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A consoleView is what templates/console.html shows.
type consoleView struct {
	Q, Params string
	Rows      int           // lines of the text area
	Opened    *cypher.Query // the saved query in the form, when one was opened
	Saved     []savedGroup
	Limits    Limits
	Seconds   int
	BoltAddr  string
	Permalink string // runs the same statement
	Result    *result
	Fault     *fault
}

// A result is a table of cells.
type result struct {
	Columns   []string
	Rows      [][]cell
	Truncated bool
	Limit     int
	Millis    int64
}

// A fault is what went wrong, pointing at the place in the statement.
type fault struct {
	Title, Message, Code string
	Line, Column         int
	Excerpt, Caret       string // the line, and a line below it that points
}

func (s *Server) console(w http.ResponseWriter, r *http.Request) error {
	values := r.URL.Query()
	view := consoleView{
		Q: strings.ToValidUTF8(values.Get("q"), "\uFFFD"), Params: strings.ToValidUTF8(values.Get("params"), "\uFFFD"),
		Limits: s.Limits, Seconds: int(s.Limits.Timeout.Seconds()), BoltAddr: s.BoltAddr, Saved: savedGroups(s.Library),
	}
	if name := values.Get("saved"); name != "" {
		if err := openSaved(&view, s.Library, name); err != nil {
			return err
		}
	}
	status := http.StatusOK
	if values.Get("run") == "1" {
		status = s.runConsole(w, r, &view)
	}
	view.Rows = min(max(strings.Count(view.Q, "\n")+2, 6), 24)
	return s.render(w, r, status, "console", layout{Title: "Console", Here: "/console", NoIndex: true, Page: view})
}

// runConsole fills in the result or the fault and returns the page's status.
func (s *Server) runConsole(w http.ResponseWriter, r *http.Request, view *consoleView) int {
	permalink := url.Values{"q": {view.Q}, "run": {"1"}}
	if view.Params != "" {
		permalink.Set("params", view.Params)
	}
	view.Permalink = "/console?" + permalink.Encode()
	params, err := parameters([]byte(view.Params))
	if err != nil {
		view.Fault = &fault{Title: "The parameters are not a JSON object", Message: err.Error()}
		return http.StatusBadRequest
	}
	table, err := s.ask(r.Context(), view.Q, params)
	if err != nil {
		st := asStatus(err)
		s.logFailure(r, st, err)
		retryAfter(w, st)
		view.Fault = newFault(view.Q, err)
		return st.status
	}
	view.Result = newResult(table, s.Limits.Rows)
	return http.StatusOK
}

func newResult(t *graph.Table, limit int) *result {
	res := &result{Columns: t.Columns, Truncated: t.Truncated, Limit: limit, Millis: t.Millis}
	for _, row := range t.Rows {
		cells := make([]cell, len(row))
		for i, v := range row {
			cells[i] = newCell(v)
		}
		res.Rows = append(res.Rows, cells)
	}
	return res
}

func newFault(statement string, err error) *fault {
	st := asStatus(err)
	f := &fault{Title: "The statement could not run", Message: st.detail}
	switch st.status {
	case http.StatusTooManyRequests:
		f.Title = "The console is busy"
	case http.StatusGatewayTimeout:
		f.Title = "The statement took too long"
	}
	var query *graph.QueryError
	if errors.As(err, &query) {
		f.Code = query.Code
		if query.Line > 0 {
			f.Line, f.Column = query.Line, query.Column
			f.Excerpt, f.Caret = pointAt(statement, query.Line, query.Column)
		}
	}
	return f
}

// pointAt returns a line of the statement (both counted from 1, columns in characters) and a
// line that points at the column; a long line is cut around it.
func pointAt(statement string, line, column int) (excerpt, caret string) {
	lines := strings.Split(statement, "\n")
	if line > len(lines) {
		return "", ""
	}
	text := strings.TrimRight(lines[line-1], "\r")
	at := runeOffset(text, max(column-1, 0))
	before, after := text[:at], text[at:]
	before = shortenLeft(before, 60)
	after = shorten(after, 60)
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, before)
	if utf8.RuneCountInString(before+after) == 0 {
		return "", ""
	}
	return before + after, pad + "^"
}
