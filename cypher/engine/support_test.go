package engine_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/function"
)

var updateSupport = flag.Bool("update", false, "write SUPPORT.md anew")

// probesFile lists what to try. A line with a # begins a section; any other is a name and a statement that uses it, with
// a bar between them, and after two slashes how it deviates from Neo4j.
const probesFile = "testdata/support.txt"

// TestSupport holds SUPPORT.md against what the engine's tables list and what its statements do.
func TestSupport(t *testing.T) {
	const file = "SUPPORT.md"
	got := supportTable(t)
	if *updateSupport {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is out of date: go test ./cypher/engine -run TestSupport -update", file)
	}
}

func supportTable(t *testing.T) string {
	t.Helper()
	db, err := engine.Open("", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	var out strings.Builder
	out.WriteString("# What the engine supports\n\nWritten by `go test ./cypher/engine -run TestSupport -update`, from the engine's own tables and from statements that were run.\n" +
		"[DESIGN.md](DESIGN.md) has the deviations from Neo4j 5.26 with their reasons.\n")
	text, err := os.ReadFile(probesFile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			fmt.Fprintf(&out, "\n## %s\n\n| what | tried as | |\n|---|---|---|\n", title)
			continue
		}
		name, rest, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("%s: no statement in %q", probesFile, line)
		}
		statement, deviation, deviates := strings.Cut(rest, " // ")
		_, err := run(t, db, statement)
		fmt.Fprintf(&out, "| %s | `%s` | %s |\n", name, strings.ReplaceAll(statement, "|", `\|`), verdict(err, deviation, deviates))
	}
	functions(&out)
	procedures(t, &out, db)
	protocols(t, &out)
	return out.String()
}

func verdict(err error, deviation string, deviates bool) string {
	f, failed := errors.AsType[*fault.Error](err)
	switch {
	case failed:
		_, class, _ := strings.Cut(strings.TrimPrefix(string(f.Code), "Neo."), ".")
		return "refused: " + class
	case deviates:
		return "deviates: " + deviation
	}
	return "supported"
}

// run runs a statement, whose changes are taken back.
func run(t *testing.T, db *engine.DB, statement string) (rows [][]string, err error) {
	t.Helper()
	tx, err := db.Begin(t.Context(), engine.TxConfig{Implicit: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	r, err := tx.Run(t.Context(), statement, nil)
	if err != nil {
		return nil, err
	}
	for r.Next() {
		var row []string
		for _, v := range r.Row() {
			s, _ := v.AsString()
			row = append(row, s)
		}
		rows = append(rows, row)
	}
	return rows, r.Err()
}

func functions(out *strings.Builder) {
	fmt.Fprintf(out, "\n## Functions\n\n| category | functions |\n|---|---|\n")
	var categories []string
	names := map[string][]string{}
	for _, f := range function.Table() {
		if names[f.Category] == nil {
			categories = append(categories, f.Category)
		}
		name := "`" + f.Name + "`"
		if f.Deprecated {
			name += " (deprecated)"
		}
		names[f.Category] = append(names[f.Category], name)
	}
	for _, c := range categories {
		fmt.Fprintf(out, "| %s | %s |\n", c, strings.Join(names[c], ", "))
	}
}

func procedures(t *testing.T, out *strings.Builder, db *engine.DB) {
	t.Helper()
	fmt.Fprintf(out, "\n## Procedures\n\n| procedure | mode |\n|---|---|\n")
	rows, err := run(t, db, "SHOW PROCEDURES YIELD name, mode RETURN name, mode ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		fmt.Fprintf(out, "| `%s` | %s |\n", r[0], r[1])
	}
}

// protocols asks a server for each version of Bolt by itself.
func protocols(t *testing.T, out *strings.Builder) {
	t.Helper()
	_, addr, _ := strings.Cut(bolttest.Serve(t), "://")
	fmt.Fprintf(out, "\n## Bolt\n\n| version | |\n|---|---|\n")
	for _, v := range [][2]byte{{3, 0}, {4, 0}, {4, 1}, {4, 2}, {4, 3}, {4, 4}, {5, 0}, {5, 1}, {5, 2}, {5, 3}, {5, 4}, {5, 5}, {5, 6}, {5, 7}, {5, 8}, {6, 0}} {
		said := "refused"
		if speaks(t, addr, v[0], v[1]) {
			said = "supported"
		}
		fmt.Fprintf(out, "| %d.%d | %s |\n", v[0], v[1], said)
	}
}

func speaks(t *testing.T, addr string, major, minor byte) bool {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	hello := append([]byte{0x60, 0x60, 0xB0, 0x17, 0, 0, minor, major}, make([]byte, 12)...)
	if _, err := conn.Write(hello); err != nil {
		t.Fatal(err)
	}
	_ = conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	var got [4]byte
	_, err = io.ReadFull(conn, got[:])
	return err == nil && got == [4]byte{0, 0, minor, major}
}
