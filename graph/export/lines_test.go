package export_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
	"guestgraph/graph/export"
)

// No text of an episode is a formula in a spreadsheet; numbers stay numbers.
func TestLinesAreNoFormulas(t *testing.T) {
	var out strings.Builder
	l := export.NewLines(&out)
	columns := []string{"=cmd|' /C calc'!A0", "plain"}
	if err := l.Head(columns); err != nil {
		t.Fatal(err)
	}
	rows := [][]any{
		{`=HYPERLINK("http://evil.example","x")`, "a = b"}, {"+1 555", "@handle"}, {"-2", int64(-2)}, {"\tx", "\rx"}, {"\n=1", "＝1"}, {"＋1", "－1"}, {"＠x", ""},
		{nil, -0.5}, {[]any{"=1", int64(2)}, map[string]any{"a": true}}, {"'=1", "é-"},
	}
	for _, row := range rows {
		if err := l.Row(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Flush(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"'=cmd|' /C calc'!A0", "plain"}, {`'=HYPERLINK("http://evil.example","x")`, "a = b"}, {"'+1 555", "'@handle"}, {"'-2", "-2"}, {"'\tx", "'\rx"},
		{"'\n=1", "'＝1"}, {"'＋1", "'－1"}, {"'＠x", ""}, {"", "-0.5"}, {`["=1",2]`, `{"a":true}`}, {"'=1", "é-"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What the graph holds goes the same way.
func TestTablesAreNoFormulas(t *testing.T) {
	var out strings.Builder
	w, err := export.NewWriter(export.CSV, &out, export.Options{Table: export.Nodes})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Node(graph.Node{Ref: graph.Ref{Kind: graph.KindPerson, ID: "x"}, Props: map[string]any{"name": "=1+1", "aliases": []any{}, "episodes": int64(3)}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\nperson,x,'=1+1,") {
		t.Errorf("%s", out.String())
	}
}

func TestObjects(t *testing.T) {
	o, err := export.NewObjects([]string{"b", `a"`})
	if err != nil {
		t.Fatal(err)
	}
	b, err := o.Append(nil, []any{"=1", []any{nil, 0.5}})
	if err != nil || string(b) != `{"b":"=1","a\"":[null,0.5]}` || !json.Valid(b) {
		t.Errorf("%s, %v", b, err)
	}
	if _, err := o.Append(nil, []any{func() {}, 1}); err == nil {
		t.Error("a function is written")
	}
}
