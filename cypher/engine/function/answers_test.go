package function_test

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"guestgraph/cypher/engine/value"
	"guestgraph/cypher/engine/value/temporal"
)

var update = flag.Bool("update", false, "write the golden files anew, asking Neo4j where GUESTGRAPH_TEST_NEO4J_URI is set")

// An answer is an expression and what Neo4j 5.26 says to it. With a value before a semicolon the expression has the
// variable v for it, whose type a checker cannot know, so that errors are those of running. A leading ~ marks the
// expressions for which this engine wants another answer; theirs is what it gives itself.
type answer struct {
	line           int
	own            bool
	v, expr, wants string
}

const answersFile = "testdata/answers.txt"

// readAnswers reads lines of expressions, each followed by its answer indented by a tab.
func readAnswers(t testing.TB) []answer {
	t.Helper()
	f, err := os.Open(answersFile)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []answer
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case line[0] == '\t':
			all[len(all)-1].wants = line[1:]
		default:
			a := answer{line: n, expr: line}
			a.expr, a.own = strings.CutPrefix(a.expr, "~")
			if v, expr, ok := strings.Cut(a.expr, " ; "); ok {
				a.v, a.expr = v, expr
			}
			all = append(all, a)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAnswers holds expressions against the answers that Neo4j gave.
func TestAnswers(t *testing.T) {
	if *update {
		updateAnswers(t)
	}
	for _, a := range readAnswers(t) {
		if got := a.here(); got != a.wants {
			t.Errorf("%s:%d: %s %s\n got %s\nwant %s", answersFile, a.line, a.v, a.expr, got, a.wants)
		}
	}
}

func (a *answer) here() string {
	e := newEvaluator()
	if a.v != "" {
		v, err := e.evalText(a.v)
		if err != nil {
			return show(v, err)
		}
		e.vars["v"] = v
	}
	return show(e.evalText(a.expr))
}

func updateAnswers(t *testing.T) {
	uri := os.Getenv("GUESTGRAPH_TEST_NEO4J_URI")
	if uri == "" {
		t.Skip("-update asks Neo4j: set GUESTGRAPH_TEST_NEO4J_URI")
	}
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(ctx) }()
	text, err := os.ReadFile(answersFile)
	if err != nil {
		t.Fatal(err)
	}
	answers := map[int]*answer{}
	for _, a := range readAnswers(t) {
		answers[a.line] = &a
	}
	var out strings.Builder
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		if strings.HasPrefix(line, "\t") {
			continue
		}
		out.WriteString(strings.TrimRight(line, "\n") + "\n")
		if a := answers[n]; a != nil {
			result := a.here()
			if !a.own {
				result = a.ask(ctx, driver)
			}
			fmt.Fprintf(&out, "\t%s\n", result)
		}
	}
	if err := os.WriteFile(answersFile, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates the expression on Neo4j.
func (a *answer) ask(ctx context.Context, driver neo4j.DriverWithContext) string {
	query := "RETURN " + a.expr
	if a.v != "" {
		query = "UNWIND [" + a.v + ", 1, 'a', true, [1], {a: 1}] AS v WITH v LIMIT 1 " + query
	}
	result, err := neo4j.ExecuteQuery(ctx, driver, query, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
	var neoErr *neo4j.Neo4jError
	switch {
	case errors.As(err, &neoErr):
		// Neo4j lets some wrong arguments fall through as failures of the database; here they are the client's.
		class := neoErr.Code[strings.LastIndexByte(neoErr.Code, '.')+1:]
		return "!" + strings.ReplaceAll(class, "ExecutionFailed", "ArgumentError")
	case err != nil:
		return "!" + err.Error()
	}
	return value.Format(fromDriver(result.Records[0].Values[0]), nil)
}

// fromDriver turns what the driver gives into a value.
func fromDriver(x any) value.Value {
	switch x := x.(type) {
	case nil:
		return value.Value{}
	case bool:
		return value.Bool(x)
	case int64:
		return value.Int(x)
	case float64:
		return value.Float(x)
	case string:
		return value.String(x)
	case []any:
		l := make([]value.Value, len(x))
		for i := range x {
			l[i] = fromDriver(x[i])
		}
		return value.List(l)
	case map[string]any:
		var entries []value.Entry
		for k, v := range x {
			entries = append(entries, value.Entry{Key: k, Val: fromDriver(v)})
		}
		return value.FromMap(value.NewMap(entries))
	case dbtype.Date:
		return value.FromDate(temporal.DateOf(x.Time()))
	case dbtype.LocalTime:
		return value.FromLocalTime(clockOf(x.Time()))
	case dbtype.Time:
		_, offset := x.Time().Zone()
		return value.FromTime(temporal.Time{Local: clockOf(x.Time()), Offset: int32(offset)})
	case dbtype.LocalDateTime:
		return value.FromLocalDateTime(temporal.NewLocalDateTime(temporal.DateOf(x.Time()), clockOf(x.Time())))
	case time.Time:
		_, offset := x.Zone()
		zone := temporal.FixedZone(int32(offset))
		if location := x.Location().String(); location != "Offset" && location != "" {
			zone, _ = temporal.NamedZone(location)
		}
		return value.FromDateTime(temporal.DateTimeOf(x, zone))
	case dbtype.Duration:
		return value.FromDuration(temporal.Duration{Months: x.Months, Days: x.Days, Sec: x.Seconds, Nano: int32(x.Nanos)})
	case dbtype.Point2D:
		return value.FromPoint(value.Point{SRID: int32(x.SpatialRefId), X: x.X, Y: x.Y})
	case dbtype.Point3D:
		return value.FromPoint(value.Point{SRID: int32(x.SpatialRefId), X: x.X, Y: x.Y, Z: x.Z})
	}
	return value.String(fmt.Sprintf("unknown %T", x))
}

func clockOf(t time.Time) temporal.LocalTime {
	return temporal.NewLocalTime(t.Hour(), t.Minute(), t.Second(), int64(t.Nanosecond()))
}
