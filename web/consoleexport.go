package web

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"guestgraph/graph"
	"guestgraph/graph/export"
)

// A format writes all rows of an answer as they come. What goes wrong on the way, when the first rows are with the
// visitor already, is told by end, on the last line.
type format interface {
	head(columns []string) error
	row(values []any) error
	end(rows int, fault string) error
}

// formats are the names of what an export may be.
func formats() []string { return []string{"csv", "json", "ndjson"} }

// formatNamed returns how an export is written, and its media type.
func formatNamed(name string, w *bufio.Writer) (f format, kind string) {
	switch name {
	case "csv":
		return &csvFormat{out: w, lines: export.NewLines(w)}, "text/csv; charset=utf-8; header=present"
	case "ndjson":
		return &ndjsonFormat{out: w}, "application/x-ndjson"
	}
	return &jsonFormat{out: w}, "application/json"
}

// streamed names the format that a request asks of /api/v1/query by its Accept header; "" is the usual answer.
func streamed(r *http.Request) string {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		switch kind, _, _ := mime.ParseMediaType(part); kind {
		case "text/csv":
			return "csv"
		case "application/x-ndjson", "application/jsonl":
			return "ndjson"
		}
	}
	return ""
}

// export streams all rows of the console's statement as a file.
func (s *Server) export(w http.ResponseWriter, r *http.Request) error {
	view, params, err := s.readConsole(r)
	if err != nil {
		return fail(http.StatusBadRequest, sentence(err))
	}
	name := r.URL.Query().Get("format")
	if !slices.Contains(formats(), name) {
		return fail(http.StatusBadRequest, "The format is csv, json or ndjson.")
	}
	if r.Method == http.MethodHead {
		_, kind := formatNamed(name, bufio.NewWriter(io.Discard))
		w.Header().Set("Content-Type", kind)
		return nil // nothing runs for an answer that is not read
	}
	w.Header().Set("Content-Disposition", `attachment; filename="guestgraph.`+name+`"`)
	if err := s.stream(w, r, name, view.Q, params); err != nil {
		w.Header().Del("Content-Disposition")
		return err
	}
	return nil
}

// Trailers of an export, for programs: how many rows came, and what ended them early, if anything.
const (
	rowsTrailer  = "Guestgraph-Rows"
	faultTrailer = "Guestgraph-Fault"
)

// stream writes the answer to a statement, row by row. An error that comes before anything was sent is returned.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, name, statement string, params map[string]any) error {
	release, err := s.admit(statement, s.exports, s.Limits.Exports, "export")
	if err != nil {
		s.metrics.query(outcomeOf(err))
		return err
	}
	defer release()
	// A visitor who takes nothing must not hold the statement for ever.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.Limits.Export + writeMargin))
	sent := &sentWriter{w: w, name: name}
	buffer := bufio.NewWriterSize(sent, 32<<10)
	f, kind := formatNamed(name, buffer)
	sent.kind = kind
	rows := 0
	opts := graph.QueryOptions{Timeout: s.Limits.Export}
	err = s.Graph.QueryStream(r.Context(), statement, params, opts, f.head, func(values []any) error {
		rows++
		return f.row(values)
	})
	s.metrics.query(outcomeOf(err))
	if err != nil {
		err = s.late(r.Context(), err, s.Limits.Export)
		if !sent.begun {
			return err
		}
		s.logFailure(r, asStatus(err), err)
	}
	fault := ""
	if err != nil {
		fault = fmt.Sprintf("not complete: after %s: %s", count(rows, "row"), oneLine(sentence(err)))
	}
	if err := errors.Join(f.end(rows, fault), buffer.Flush()); err != nil {
		return nil // the visitor has gone; there is no one left to tell
	}
	w.Header().Set(rowsTrailer, strconv.Itoa(rows))
	if fault != "" {
		w.Header().Set(faultTrailer, strconv.QuoteToASCII(fault))
	}
	return nil
}

const writeMargin = 5 * time.Second

// late tells an error that comes of the time limit as what it is.
func (s *Server) late(ctx context.Context, err error, limit time.Duration) error {
	if ctx.Err() == nil {
		return err
	}
	return &statusError{status: http.StatusGatewayTimeout, err: err, detail: fmt.Sprintf("The statement ran longer than %s and was stopped.", lasting(limit))}
}

// sentence is what a visitor is told of an error.
func sentence(err error) string {
	var known *statusError
	var query *graph.QueryError
	if errors.As(err, &known) || errors.As(err, &query) || errors.Is(err, context.DeadlineExceeded) {
		return asStatus(err).detail
	}
	return "Something went wrong on our side."
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// A sentWriter sets the headers as the first bytes go out.
type sentWriter struct {
	w          http.ResponseWriter
	name, kind string
	begun      bool
}

// Write passes bytes on.
func (s *sentWriter) Write(p []byte) (int, error) {
	if !s.begun {
		s.begun = true
		h := s.w.Header()
		h.Set("Content-Type", s.kind)
		h.Set("Cache-Control", "no-store")
		h.Set("Trailer", rowsTrailer+", "+faultTrailer)
	}
	return s.w.Write(p)
}

// csvFormat is CSV as export.Lines writes it.
type csvFormat struct {
	out   io.Writer
	lines *export.Lines
}

func (c *csvFormat) head(columns []string) error { return c.lines.Head(columns) }

func (c *csvFormat) row(values []any) error { return c.lines.Row(values) }

func (c *csvFormat) end(_ int, fault string) error {
	err := c.lines.Flush()
	if fault == "" {
		return err
	}
	_, failed := fmt.Fprintf(c.out, "# %s\n", fault)
	return errors.Join(err, failed)
}

// ndjsonFormat writes an object a line; the last is {"error": …} when something went wrong.
type ndjsonFormat struct {
	out     *bufio.Writer
	objects *export.Objects
	line    []byte
}

func (n *ndjsonFormat) head(columns []string) (err error) {
	n.objects, err = export.NewObjects(columns)
	return err
}

func (n *ndjsonFormat) row(values []any) (err error) {
	if n.line, err = n.objects.Append(n.line[:0], values); err != nil {
		return err
	}
	n.line = append(n.line, '\n')
	_, err = n.out.Write(n.line)
	return err
}

func (n *ndjsonFormat) end(_ int, fault string) error {
	if fault == "" {
		return nil
	}
	_, err := fmt.Fprintf(n.out, "{\"error\":%s}\n", jsonText(fault))
	return err
}

// jsonFormat writes the object that /api/v1/query answers with, with all rows in it and "error" at its end when
// something went wrong.
type jsonFormat struct {
	out  *bufio.Writer
	rows int
}

func (j *jsonFormat) head(columns []string) error {
	b, err := json.Marshal(columns)
	if err != nil {
		return fmt.Errorf("write the columns: %w", err)
	}
	_, err = fmt.Fprintf(j.out, "{\"columns\":%s,\"rows\":[", b)
	return err
}

func (j *jsonFormat) row(values []any) error {
	b, err := json.Marshal(values)
	if err != nil {
		return fmt.Errorf("write a row: %w", err)
	}
	if j.rows++; j.rows > 1 {
		j.out.WriteByte(',')
	}
	j.out.WriteByte('\n')
	_, err = j.out.Write(b)
	return err
}

func (j *jsonFormat) end(rows int, fault string) error {
	if fault != "" {
		_, err := fmt.Fprintf(j.out, "\n],\"truncated\":true,\"count\":%d,\"error\":%s}\n", rows, jsonText(fault))
		return err
	}
	_, err := fmt.Fprintf(j.out, "\n],\"truncated\":false,\"count\":%d}\n", rows)
	return err
}
