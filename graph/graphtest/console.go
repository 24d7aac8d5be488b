package graphtest

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"guestgraph/graph"
)

func testConsole(t *testing.T, g *graph.Graph) {
	t.Run("values", func(t *testing.T) { testValues(t, g) })
	t.Run("errors", func(t *testing.T) { testErrors(t, g) })
	t.Run("limits", func(t *testing.T) { testLimits(t, g) })
	t.Run("stream", func(t *testing.T) { testStream(t, g) })
	t.Run("plans", func(t *testing.T) { testPlans(t, g) })
	t.Run("catalog", func(t *testing.T) { testCatalog(t, g) })
	t.Run("write", func(t *testing.T) { testWrite(t, g) })
}

func testValues(t *testing.T, g *graph.Graph) {
	table, err := g.Query(t.Context(), `
		MATCH path = (p:Person {id: 'maya-lindqvist'})-[w:WORKED_AT {status: 'former'}]->(c:Company {id: 'volant'})
		RETURN p, w, path, [1, 2.5, true, null, 'x'] AS list, {a: 1, b: {c: [2]}} AS map, $given AS given, 0.0 / 0.0 AS nan`,
		map[string]any{"given": []any{int64(1), "two"}}, graph.QueryOptions{})
	if err != nil {
		t.Fatal(err)
	}
	table.Millis = 0
	for _, row := range table.Rows {
		for _, v := range row {
			forgetIDs(v)
		}
	}
	check(t, "console-values", table)
}

// forgetIDs blanks element ids, which are the server's affair, and sorts labels. An id that is missing stays missing.
func forgetIDs(v any) {
	m, ok := v.(map[string]any)
	if !ok {
		return
	}
	for _, k := range []string{"id", "start", "end"} {
		if s, ok := m[k].(string); ok && s != "" {
			m[k] = "…"
		}
	}
	for _, k := range []string{"nodes", "relationships"} {
		list, _ := m[k].([]any)
		for _, item := range list {
			forgetIDs(item)
		}
	}
	// A node's labels have no order.
	if labels, ok := m["labels"].([]any); ok {
		slices.SortFunc(labels, func(a, b any) int { return strings.Compare(a.(string), b.(string)) })
	}
}

func testErrors(t *testing.T, g *graph.Graph) {
	type failure struct {
		Statement    string
		Code         string
		Line, Column int
		Offset       int
		ReadOnly     bool
	}
	var all []failure
	for _, statement := range []string{
		"RETRUN 1",
		"MATCH (n:Person)\nRETURN m.name",
		"MATCH (n) RETURN nosuch(n)",
		"MATCH (n)\nWHERE n.name = $missing\nRETURN n",
		"RETURN 1 / 0",
		"CREATE (n:Person {id: 'x'}) RETURN n",
		"MATCH (n:Person) SET n.name = 'x'",
		"MATCH (n) DETACH DELETE n",
		"CREATE INDEX nosuch FOR (n:Person) ON (n.nosuch)",
	} {
		_, err := g.Query(t.Context(), statement, nil, graph.QueryOptions{})
		var e *graph.QueryError
		if !errors.As(err, &e) {
			t.Errorf("%s: err = %v, want a QueryError", statement, err)
			continue
		}
		if e.Message == "" {
			t.Errorf("%s: no message", statement)
		}
		all = append(all, failure{statement, e.Code, e.Line, e.Column, e.Offset, e.ReadOnly()})
	}
	check(t, "console-errors", all)
}

func testLimits(t *testing.T, g *graph.Graph) {
	for _, c := range []struct {
		rows, max, want int
		truncated       bool
	}{
		{5, 0, 5, false}, {5, 5, 5, false}, {6, 5, 5, true}, {3000, 2000, 2000, true}, {0, 5, 0, false},
	} {
		table, err := g.Query(t.Context(), "UNWIND range(1, $n) AS i RETURN i", map[string]any{"n": c.rows}, graph.QueryOptions{MaxRows: c.max})
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Rows) != c.want || table.Truncated != c.truncated || len(table.Columns) != 1 {
			t.Errorf("%d rows, at most %d: got %d, truncated %v, columns %v", c.rows, c.max, len(table.Rows), table.Truncated, table.Columns)
		}
	}
	begin := time.Now()
	_, err := g.Query(t.Context(), "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)",
		nil, graph.QueryOptions{Timeout: 300 * time.Millisecond})
	var e *graph.QueryError
	if !errors.As(err, &e) || !e.TimedOut() {
		t.Errorf("endless query: err = %v, want a time-out", err)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("endless query ended after %v", took)
	}
}

func testStream(t *testing.T, g *graph.Graph) {
	var columns []string
	rows := 0
	err := g.QueryStream(t.Context(), "UNWIND range(1, 5000) AS i RETURN i, i * i AS square", nil, graph.QueryOptions{},
		func(c []string) error { columns = c; return nil },
		func([]any) error { rows++; return nil })
	if err != nil || rows != 5000 || len(columns) != 2 || columns[1] != "square" {
		t.Errorf("stream: %d rows of %v, %v", rows, columns, err)
	}
	stop := errors.New("enough")
	err = g.QueryStream(t.Context(), "UNWIND range(1, 5000) AS i RETURN i", nil, graph.QueryOptions{},
		func([]string) error { return nil }, func([]any) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("stopped stream: err = %v", err)
	}
}

// testPlans looks at what all servers tell alike; operators are the server's affair.
func testPlans(t *testing.T, g *graph.Graph) {
	run := func(statement string, opts graph.QueryOptions) *graph.Table {
		t.Helper()
		table, err := g.Query(t.Context(), statement, nil, opts)
		if err != nil {
			t.Fatal(err)
		}
		return table
	}
	table := run("EXPLAIN MATCH (p:Person) RETURN p.name ORDER BY p.name", graph.QueryOptions{})
	if p := table.Plan; p == nil || p.Operator != "ProduceResults" || len(p.Children) != 1 || p.Rows != nil || len(table.Rows) != 0 {
		t.Errorf("EXPLAIN: %+v", table)
	}
	table = run("EXPLAIN MATCH (p:Person) RETURN p.name AS n UNION ALL MATCH (c:Company) RETURN c.name AS n", graph.QueryOptions{})
	if leaves := leavesOf(*table.Plan); len(leaves) != 2 || leaves[0] == leaves[1] {
		t.Errorf("EXPLAIN of a union reads from %v", leaves)
	}
	table = run("PROFILE UNWIND range(1, 50) AS i RETURN i", graph.QueryOptions{MaxRows: 10, ReadOn: true})
	if p := table.Plan; p == nil || p.Rows == nil || *p.Rows != 50 || p.DBHits == nil || len(table.Rows) != 10 || !table.Truncated {
		t.Errorf("PROFILE: %+v", table)
	}
	table = run("MATCH (p:Persn) RETURN p", graph.QueryOptions{})
	if n := table.Notices; len(n) != 1 || n[0].Code != "Neo.ClientNotification.Statement.UnknownLabelWarning" || n[0].Column != 10 || n[0].Severity != "WARNING" {
		t.Errorf("unknown label: %+v", n)
	}
	table = run("UNWIND range(1, 50) AS i RETURN i, 'xxxxxxxxxx' AS text", graph.QueryOptions{MaxBytes: 100})
	if n := len(table.Rows); n == 0 || n > 10 || !table.Truncated {
		t.Errorf("100 bytes: %d rows, truncated %v", n, table.Truncated)
	}
}

// leavesOf gives the details of the steps that nothing is below.
func leavesOf(s graph.Step) []string {
	if len(s.Children) == 0 {
		return []string{s.Details}
	}
	var out []string
	for _, child := range s.Children {
		out = append(out, leavesOf(child)...)
	}
	return out
}

func testCatalog(t *testing.T, g *graph.Graph) {
	c, err := g.Catalog(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := func(all []graph.Callable) (out []string) {
		for _, f := range all {
			if f.Signature == "" || f.Description == "" {
				t.Errorf("%s lacks its signature or description", f.Name)
			}
			out = append(out, f.Name)
		}
		return out
	}
	for _, want := range []string{"count", "toUpper", "date"} {
		if !slices.Contains(names(c.Functions), want) {
			t.Errorf("no function %s", want)
		}
	}
	if !slices.Contains(names(c.Procedures), "db.labels") || slices.Contains(names(c.Procedures), "db.createLabel") {
		t.Error("procedures are not those that read")
	}
	check(t, "catalog", map[string]any{"labels": c.Labels, "relationships": c.Relationships})
}

func testWrite(t *testing.T, g *graph.Graph) {
	before := dump(t, g)
	table, err := g.Query(t.Context(), "CREATE (n:Person {id: 'made-by-hand'}) RETURN n.id AS id", nil, graph.QueryOptions{Write: true})
	if err != nil || len(table.Rows) != 1 || table.Rows[0][0] != "made-by-hand" {
		t.Fatalf("write: %v, %v", table, err)
	}
	_, err = g.Query(t.Context(), "CREATE (n:Person {id: 'made-by-hand'})", nil, graph.QueryOptions{Write: true})
	var e *graph.QueryError
	if !errors.As(err, &e) || e.Code != "Neo.ClientError.Schema.ConstraintValidationFailed" {
		t.Errorf("second node of one id: err = %v", err)
	}
	if _, err := g.Query(t.Context(), "MATCH (n:Person {id: 'made-by-hand'}) DELETE n", nil, graph.QueryOptions{Write: true}); err != nil {
		t.Fatal(err)
	}
	same(t, before, dump(t, g))
}
