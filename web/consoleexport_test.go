package web

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"

	"guestgraph/graph"
)

func exportURL(format, q string) string {
	return "/console/export?" + url.Values{"q": {q}, "format": {format}}.Encode()
}

// rowsThen streams so many rows, then fails, or not.
func rowsThen(n int, end error) func(context.Context, func([]string) error, func([]any) error) error {
	return func(ctx context.Context, head func([]string) error, row func([]any) error) error {
		if err := head([]string{"n", "text"}); err != nil {
			return err
		}
		for i := range n {
			if err := row([]any{int64(i), "said \"so\",\nand <more>"}); err != nil {
				return err
			}
		}
		return end
	}
}

func TestExportFormats(t *testing.T) {
	f := newFake()
	f.stream = rowsThen(2, nil)
	s := newSite(t, f)
	tests := []struct{ format, kind, body string }{
		{"csv", "text/csv; charset=utf-8; header=present", "n,text\n0,\"said \"\"so\"\",\nand <more>\"\n1,\"said \"\"so\"\",\nand <more>\"\n"},
		{"ndjson", "application/x-ndjson", `{"n":0,"text":"said \"so\",\nand \u003cmore\u003e"}` + "\n" + `{"n":1,"text":"said \"so\",\nand \u003cmore\u003e"}` + "\n"},
		{"json", "application/json", `{"columns":["n","text"],"rows":[` + "\n" + `[0,"said \"so\",\nand \u003cmore\u003e"],` + "\n" + `[1,"said \"so\",\nand \u003cmore\u003e"]` + "\n" + `],"truncated":false,"count":2}` + "\n"},
	}
	for _, tt := range tests {
		t.Run(tt.format, func(t *testing.T) {
			res, body := get(t, s, exportURL(tt.format, "MATCH (n) RETURN n"))
			if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != tt.kind || body != tt.body {
				t.Errorf("status %d, %s:\n%s", res.StatusCode, res.Header.Get("Content-Type"), body)
			}
			if got := res.Header.Get("Content-Disposition"); got != `attachment; filename="guestgraph.`+tt.format+`"` {
				t.Errorf("disposition %s", got)
			}
		})
	}
	f.stream = func(context.Context, func([]string) error, func([]any) error) error {
		t.Error("HEAD runs the statement")
		return nil
	}
	if res, body := ask(t, s, "HEAD", exportURL("csv", "RETURN 1"), ""); res.StatusCode != http.StatusOK || body != "" || res.Header.Get("Content-Type") != tests[0].kind {
		t.Errorf("HEAD: status %d", res.StatusCode)
	}
	f.stream = rowsThen(2, nil)
	if res, _ := get(t, s, exportURL("xlsx", "RETURN 1")); res.StatusCode != http.StatusBadRequest {
		t.Errorf("unknown format: status %d", res.StatusCode)
	}
	if res, body := get(t, s, exportURL("csv", "RETURN $x")); res.StatusCode != http.StatusBadRequest || !strings.Contains(body, "$x has no value") {
		t.Errorf("missing parameter: status %d", res.StatusCode)
	}
	res, body := ask(t, s, "POST", "/api/v1/query", `{"query":"RETURN 1"}`, "Content-Type", "application/json", "Accept", "text/html, text/csv;q=0.5")
	if !strings.HasPrefix(body, "n,text\n") || res.Header.Get("Content-Type") != tests[0].kind {
		t.Errorf("over the API: %s", body)
	}
}

// Nothing hides an answer that ended early.
func TestExportTellsAFaultInTheMiddle(t *testing.T) {
	f := newFake()
	f.stream = rowsThen(5000, &graph.QueryError{Code: "Neo.ClientError.Statement.ArithmeticError", Message: "/ by zero"})
	server := httptest.NewServer(newSite(t, f))
	defer server.Close()
	for format, want := range map[string]string{
		"csv": "\n# not complete: after 5,000 rows: / by zero\n", "ndjson": "\n{\"error\":\"not complete: after 5,000 rows: / by zero\"}\n",
		"json": "\n],\"truncated\":true,\"count\":5000,\"error\":\"not complete: after 5,000 rows: / by zero\"}\n",
	} {
		res, err := http.Get(server.URL + exportURL(format, "RETURN 1"))
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		_, err = body.ReadFrom(res.Body)
		_ = res.Body.Close()
		if err != nil || !strings.HasSuffix(body.String(), want) {
			t.Errorf("%s: %v, ends in %q", format, err, body.String()[max(0, body.Len()-100):])
		}
		if res.Trailer.Get("Guestgraph-Rows") != "5000" || !strings.Contains(res.Trailer.Get("Guestgraph-Fault"), "by zero") {
			t.Errorf("%s: trailer %v", format, res.Trailer)
		}
	}
	// While all is still here, it is an error page.
	f.stream = rowsThen(5, &graph.QueryError{Code: "Neo.ClientError.Statement.ArithmeticError", Message: "/ by zero"})
	res, err := http.Get(server.URL + exportURL("csv", "RETURN 1"))
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusBadRequest || res.Header.Get("Content-Disposition") != "" || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		t.Errorf("status %d, headers %v", res.StatusCode, res.Header)
	}
}

// A sink counts bytes and notes how large the heap was on the way.
type sink struct {
	header http.Header
	bytes  int
	next   int
	peak   uint64
}

func (s *sink) Header() http.Header { return s.header }
func (s *sink) WriteHeader(int)     {}
func (s *sink) Write(p []byte) (int, error) {
	if s.bytes += len(p); s.bytes > s.next {
		s.next = s.bytes + 4<<20
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		s.peak = max(s.peak, m.HeapAlloc)
	}
	return len(p), nil
}

func TestExportMemoryIsFlat(t *testing.T) {
	f := newFake()
	f.stream = rowsThen(1_000_000, nil)
	s := newSite(t, f)
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, format := range []string{"csv", "ndjson", "json"} {
		w := &sink{header: http.Header{}}
		s.ServeHTTP(w, httptest.NewRequest("GET", exportURL(format, "RETURN 1"), nil))
		if w.bytes < 20_000_000 || w.header.Get("Guestgraph-Rows") != "1000000" {
			t.Errorf("%s: %d bytes, %v", format, w.bytes, w.header)
		}
		if grown := int64(w.peak) - int64(before.HeapAlloc); grown > 4<<20 {
			t.Errorf("%s: the heap grew by %d bytes", format, grown)
		}
	}
}

func TestExportStopsWhenTheVisitorGoes(t *testing.T) {
	f := newFake()
	stopped := make(chan error, 1)
	f.stream = func(ctx context.Context, head func([]string) error, row func([]any) error) error {
		err := head([]string{"n"})
		for err == nil {
			err = errors.Join(row([]any{strings.Repeat("x", 1000)}), ctx.Err())
		}
		stopped <- err
		return err
	}
	server := httptest.NewServer(newSite(t, f))
	defer server.Close()
	res, err := http.Get(server.URL + exportURL("ndjson", "RETURN 1"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := res.Body.Read(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if <-stopped == nil {
		t.Error("no error")
	}
}

func TestExportsHaveTheirOwnPlaces(t *testing.T) {
	f := newFake()
	inside, finish := make(chan struct{}), make(chan struct{})
	f.stream = func(_ context.Context, head func([]string) error, _ func([]any) error) error {
		inside <- struct{}{}
		<-finish
		return head([]string{"n"})
	}
	s := newSite(t, f, func(c *Config) { c.Limits.Exports = 1 })
	done := make(chan string, 1)
	go func() {
		_, body := get(t, s, exportURL("csv", "RETURN 1"))
		done <- body
	}()
	<-inside
	if res, _ := get(t, s, exportURL("csv", "RETURN 1")); res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") == "" {
		t.Errorf("second export: status %d", res.StatusCode)
	}
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		return &graph.Table{Columns: []string{"n"}}, nil
	}
	if res, _ := get(t, s, consoleURL("RETURN 1", "")); res.StatusCode != http.StatusOK {
		t.Errorf("the console beside an export: status %d", res.StatusCode)
	}
	close(finish)
	if body := <-done; body != "n\n" {
		t.Errorf("the first export: %q", body)
	}
}

// A cell may hold anything; what reads the file gets it back.
func TestExportHostileCells(t *testing.T) {
	cells := []any{"a\r\nb", `"`, ",", "\x00", "=1+1", "</script>", nil, 1.5, []any{"x,\"", nil}, map[string]any{"k\"": "v"}}
	f := newFake()
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		columns := make([]string, len(cells))
		for i := range columns {
			columns[i] = strings.Repeat(`"`, i) + "c,"
		}
		return &graph.Table{Columns: columns, Rows: [][]any{cells}}, nil
	}
	s := newSite(t, f)
	_, body := get(t, s, exportURL("csv", "RETURN 1"))
	records, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil || len(records) != 2 || records[1][1] != `"` || records[1][8] != `["x,\"",null]` || records[0][2] != `""c,` {
		t.Errorf("%v: %q", err, records)
	}
	_, body = get(t, s, exportURL("ndjson", "RETURN 1"))
	var row map[string]any
	if err := json.Unmarshal([]byte(body), &row); err != nil || row["c,"] != "a\r\nb" || row[`"""c,`] != "\x00" {
		t.Errorf("%v: %v", err, row)
	}
}
