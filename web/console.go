package web

import (
	"encoding/json"
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
	Q         string
	Fields    []field
	Rows      int           // lines of the text area
	Opened    *cypher.Query // the saved query in the form, when one was opened
	Saved     []savedGroup
	Limits    Limits
	BoltURI   string
	Permalink string       // runs the same statement
	Exports   []exportLink // all rows, as files
	Recipes   []recipe
	Result    *result
	Fault     *fault
}

// An exportLink leads to all rows as a file.
type exportLink struct{ Name, Href string }

// A result is a table of cells.
type result struct {
	Columns   []string
	Rows      [][]cell
	Truncated bool
	Millis    int64
	Plan      *graph.Step
	Profiled  bool
	Notices   []graph.Notice
	Table     *graph.Table // for the script; nil where it is too large to stand in the page twice
}

// A fault is what went wrong, pointing at the place in the statement.
type fault struct {
	Title, Message, Code string
	Line, Column         int
	Excerpt, Caret       string // the line, and a line below it that points
	Wrong, Suggestion    string
}

func (s *Server) console(w http.ResponseWriter, r *http.Request) error {
	view, params, wrong := s.readConsole(r)
	if view == nil {
		return wrong
	}
	status := http.StatusOK
	mode := r.URL.Query().Get("run")
	if view.Q != "" {
		view.link(mode, params)
		view.Recipes = s.elsewhere(r, view.Q, params)
	}
	switch {
	case mode == "":
	case wrong != nil:
		status = http.StatusBadRequest
		view.Fault = &fault{Title: "A parameter is missing or does not fit", Message: wrong.Error()}
	default:
		status = s.runConsole(w, r, view, mode, params)
	}
	view.Rows = min(max(strings.Count(view.Q, "\n")+2, 6), 24)
	return s.render(w, r, status, "console", layout{Title: "Console", Here: "/console", NoIndex: true, Page: view})
}

// readConsole reads the form. The view is nil where there is no such saved query; else the error tells what is wrong
// with the parameters.
func (s *Server) readConsole(r *http.Request) (*consoleView, map[string]any, error) {
	values := r.URL.Query()
	view := &consoleView{Q: strings.ToValidUTF8(values.Get("q"), "\uFFFD"), Limits: s.Limits, BoltURI: s.BoltURI, Saved: savedGroups(s.Library)}
	if name := values.Get("saved"); name != "" {
		q, err := s.saved(name)
		if err != nil {
			return nil, nil, err
		}
		view.Q, view.Opened = q.Text, q
	}
	var params map[string]any
	var err error
	view.Fields, params, err = readFields(view.Q, view.Opened, values)
	return view, params, err
}

// link makes the addresses that hold the statement with its parameters.
func (v *consoleView) link(mode string, params map[string]any) {
	values := url.Values{"q": {v.Q}}
	if len(params) > 0 {
		values.Set("params", objectText(params))
	}
	for _, name := range formats() {
		values.Set("format", name)
		v.Exports = append(v.Exports, exportLink{strings.ToUpper(name), "/console/export?" + values.Encode()})
	}
	values.Del("format")
	values.Set("run", "1")
	if mode != "" {
		values.Set("run", mode)
	}
	v.Permalink = "/console?" + values.Encode()
}

// before is what run=explain and run=profile put before a statement that does not say so itself.
func before(mode, statement string) string {
	switch {
	case explains.MatchString(statement), profiles.MatchString(statement):
	case mode == "explain":
		return "EXPLAIN\n"
	case mode == "profile":
		return "PROFILE\n"
	}
	return ""
}

// runConsole fills in the result or the fault and returns the page's status.
func (s *Server) runConsole(w http.ResponseWriter, r *http.Request, view *consoleView, mode string, params map[string]any) int {
	before := before(mode, view.Q)
	table, err := s.ask(r.Context(), before+view.Q, params)
	if err != nil {
		err = s.withSuggestion(r.Context(), movedUp(err, before))
		st := asStatus(err)
		s.logFailure(r, st, err)
		retryAfter(w, st)
		view.Fault = newFault(view.Q, err)
		return st.status
	}
	if before != "" {
		for i := range table.Notices {
			table.Notices[i].Line--
		}
	}
	view.Result = newResult(table)
	return http.StatusOK
}

// movedUp tells the place of an error as it is without the line put before the statement.
func movedUp(err error, before string) error {
	var query *graph.QueryError
	if before == "" || !errors.As(err, &query) || query.Line == 0 {
		return err
	}
	moved := *query
	moved.Line, moved.Offset = max(moved.Line-1, 1), max(moved.Offset-len(before), 0)
	return &moved
}

// maxInline is how many bytes of an answer stand in the page a second time, as data for the script.
const maxInline = 256 << 10

func newResult(t *graph.Table) *result {
	res := &result{Columns: t.Columns, Truncated: t.Truncated, Millis: t.Millis, Plan: t.Plan, Notices: t.Notices}
	res.Profiled = t.Plan != nil && t.Plan.Rows != nil
	for _, row := range t.Rows {
		cells := make([]cell, len(row))
		for i, v := range row {
			cells[i] = newCell(v)
		}
		res.Rows = append(res.Rows, cells)
	}
	if b, err := json.Marshal(t); err == nil && len(b) <= maxInline {
		res.Table = t
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
		if query.OutOfMemory() {
			f.Title = "The statement needs too much memory"
		}
		if query.Line > 0 {
			f.Line, f.Column = query.Line, query.Column
			f.Excerpt, f.Caret = pointAt(statement, query.Line, query.Column)
		}
	}
	var suggested *suggestedError
	if errors.As(err, &suggested) {
		f.Wrong, f.Suggestion = suggested.wrong, suggested.right
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
