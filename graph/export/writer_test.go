package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"guestgraph/graph"
	"guestgraph/graph/export"
)

// hostile is a graph of one edge whose texts try to break out of every format.
func hostile(t *testing.T, f export.Format, o export.Options) string {
	t.Helper()
	evil := "\"'><script>&\x00\x1b\u2028,\n=cmd()|]]>"
	var out bytes.Buffer
	w, err := export.NewWriter(f, &out, o)
	if err != nil {
		t.Fatal(err)
	}
	from, to := graph.Ref{Kind: graph.KindPerson, ID: "a/" + evil, Name: evil}, graph.Ref{Kind: graph.KindCompany, ID: "b", Name: "B"}
	props := map[string]any{"name": evil, "aliases": []any{evil, "x"}, "quote": evil, "status": "current", "episode": "e", "urls": []any{"javascript:alert(1)"}}
	for _, err := range []error{w.Node(graph.Node{Ref: from, Props: props}), w.Node(graph.Node{Ref: to}),
		w.Edge(graph.Edge{Type: "WORKED_AT", From: from, To: to, Props: props}), w.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestHostileTexts(t *testing.T) {
	for _, f := range []export.Format{export.GraphML, export.GEXF} {
		doc := hostile(t, f, export.Options{})
		dec := xml.NewDecoder(strings.NewReader(doc))
		depth, elements := 0, map[string]int{}
		for {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v in\n%s", f, err, doc)
			}
			switch token := token.(type) {
			case xml.StartElement:
				depth++
				elements[token.Name.Local]++
			case xml.EndElement:
				depth--
			}
		}
		if depth != 0 || elements["node"] != 2 || elements["edge"] != 1 || elements["script"] != 0 {
			t.Errorf("%s: depth %d, elements %v", f, depth, elements)
		}
	}
	for _, table := range []export.Table{export.Nodes, export.Relationships} {
		rows, err := csv.NewReader(strings.NewReader(hostile(t, export.CSV, export.Options{Table: table}))).ReadAll()
		if err != nil || len(rows) < 2 || len(rows[0]) != len(rows[1]) {
			t.Errorf("csv %s: %v, %v", table, rows, err)
		}
	}
	doc := hostile(t, export.JSONLD, export.Options{})
	var ld struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(doc), &ld); err != nil || len(ld.Graph) != 3 {
		t.Errorf("jsonld: %v, %d objects in\n%s", err, len(ld.Graph), doc)
	}
	if strings.Contains(doc, "javascript:") {
		t.Errorf("jsonld links to a script:\n%s", doc)
	}
}

func TestNewWriterRefuses(t *testing.T) {
	for _, c := range []struct {
		format  export.Format
		options export.Options
		says    string
	}{
		{"xlsx", export.Options{}, "graphml, gexf, csv or jsonld"},
		{export.CSV, export.Options{Table: "edges"}, "relationships or nodes"},
		{export.JSONLD, export.Options{Base: "example.org"}, "https://HOST/"},
		{export.JSONLD, export.Options{Base: "javascript://x/"}, "https://HOST/"},
	} {
		if _, err := export.NewWriter(c.format, io.Discard, c.options); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s %+v: err = %v, want one with %q", c.format, c.options, err, c.says)
		}
	}
}

// failing takes what fits and then fails, as a full disk does.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestFailedWriteIsTold(t *testing.T) {
	for _, f := range export.Formats() {
		w, err := export.NewWriter(f, &failing{left: 100}, export.Options{Table: map[bool]export.Table{true: export.Nodes}[f == export.CSV]})
		if err != nil {
			t.Fatal(err)
		}
		n := graph.Node{Ref: graph.Ref{Kind: graph.KindPerson, ID: "x", Name: strings.Repeat("x", 1000)}}
		var failed error
		for range 1000 {
			if failed = w.Node(n); failed != nil {
				break
			}
		}
		if failed = errors.Join(failed, w.Close()); failed == nil {
			t.Errorf("%s: the failed write is not told", f)
		}
	}
}

func BenchmarkWriters(b *testing.B) {
	from, to := graph.Ref{Kind: graph.KindPerson, ID: "maya-lindqvist", Name: "Maya Lindqvist"}, graph.Ref{Kind: graph.KindCompany, ID: "volant", Name: "Volant"}
	e := graph.Edge{Type: "WORKED_AT", From: from, To: to, Props: map[string]any{"episode": "row-1", "status": "current", "roles": []any{"cto"}, "quote": "Maya Lindqvist, CTO of Volant", "start": int64(3), "end": int64(32), "confidence": .98, "rule": "role-of"}}
	for _, f := range export.Formats() {
		b.Run(string(f), func(b *testing.B) {
			w, err := export.NewWriter(f, io.Discard, export.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := w.Edge(e); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
