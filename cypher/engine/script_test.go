package engine

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// Scripts in testdata/*.script drive a database in memory. Each line begins with a word; lines that
// begin with a blank or a bar continue the one before.
//
//	clear                      an empty database
//	param NAME EXPRESSION      a parameter for the statements after it
//	run STATEMENT              must succeed
//	query STATEMENT            gives the rows that follow, | a | b |, the names of the columns first;
//	                           in any order unless the statement ends with an ORDER BY
//	error CODE STATEMENT       fails, with a code that ends with CODE
//	counters STATEMENT         changes what the next line says: | nodesCreated=1 propertiesSet=2 |
//	plan STATEMENT             has the operators that follow in its plan, one a line: | Eager |; | !Eager | has not
type scriptStep struct {
	file string
	line int
	word string
	text string
	rows []string
}

func readScript(t *testing.T, file string) []scriptStep {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var steps []scriptStep
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
		case line[0] == '|':
			s := &steps[len(steps)-1]
			s.rows = append(s.rows, line)
		case line[0] == ' ' || line[0] == '\t':
			steps[len(steps)-1].text += "\n" + strings.TrimSpace(line)
		default:
			word, text, _ := strings.Cut(line, " ")
			steps = append(steps, scriptStep{file: filepath.Base(file), line: n, word: word, text: text})
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return steps
}

// scriptRun is a script being run.
type scriptRun struct {
	t      *testing.T
	db     *DB
	params []value.Entry
	opts   plan.Options
}

func (r *scriptRun) reset() {
	if r.db != nil {
		_ = r.db.Close()
	}
	db, err := Open("", Options{})
	if err != nil {
		r.t.Fatal(err)
	}
	db.planning = r.opts
	r.db, r.params = db, nil
}

type scriptAnswer struct {
	columns []string
	rows    []string
	summary *Summary
}

func (r *scriptRun) exec(statement string) (a scriptAnswer, err error) {
	ctx := context.Background()
	tx, err := r.db.Begin(ctx, TxConfig{Implicit: true})
	if err != nil {
		return a, err
	}
	defer func() { err = errors.Join(err, tx.Rollback()) }()
	res, err := tx.Run(ctx, statement, value.NewMap(slices.Clone(r.params)))
	if err != nil {
		return a, err
	}
	a.columns = res.Columns()
	for res.Next() {
		parts := make([]string, len(res.Row()))
		for i, v := range res.Row() {
			parts[i] = value.Format(v, res.Graph())
		}
		a.rows = append(a.rows, strings.Join(parts, " | "))
	}
	if res.Err() != nil {
		return a, res.Err()
	}
	a.summary = res.Summary()
	_, err = tx.Commit(ctx)
	return a, err
}

func (r *scriptRun) step(s scriptStep) {
	fail := func(format string, args ...any) {
		r.t.Helper()
		r.t.Errorf("%s:%d: %s\n  %s", s.file, s.line, fmt.Sprintf(format, args...), s.text)
	}
	switch s.word {
	case "clear":
		r.reset()
	case "param":
		name, expr, _ := strings.Cut(s.text, " ")
		v, err := r.evaluate(expr)
		if err != nil {
			fail("%v", err)
		}
		r.params = append(r.params, value.Entry{Key: name, Val: v})
	case "run":
		if _, err := r.exec(s.text); err != nil {
			fail("%v", err)
		}
	case "query":
		r.query(s, fail)
	case "error":
		code, statement, _ := strings.Cut(s.text, " ")
		_, err := r.exec(statement)
		var f *fault.Error
		if !errors.As(err, &f) || !strings.HasSuffix(string(f.Code), code) {
			fail("want an error %s, got %v", code, err)
		}
	case "counters":
		a, err := r.exec(s.text)
		if err != nil {
			fail("%v", err)
			return
		}
		want := strings.Trim(strings.Join(s.rows, ""), "| ")
		if got := counted(a.summary.Counters); got != want {
			fail("counters %q, want %q", got, want)
		}
	case "plan":
		r.plan(s, fail)
	default:
		fail("unknown word %q", s.word)
	}
}

func (r *scriptRun) evaluate(expr string) (value.Value, error) {
	ctx := context.Background()
	tx, err := r.db.Begin(ctx, TxConfig{ReadOnly: true})
	if err != nil {
		return value.Value{}, err
	}
	defer func() { _ = tx.Rollback() }()
	res, err := tx.Run(ctx, "RETURN "+expr+" AS x", nil)
	if err != nil {
		return value.Value{}, err
	}
	if !res.Next() {
		return value.Value{}, res.Err()
	}
	return res.Row()[0], nil
}

func (r *scriptRun) query(s scriptStep, fail func(string, ...any)) {
	a, err := r.exec(s.text)
	if err != nil {
		fail("%v", err)
		return
	}
	var want []string
	for _, row := range s.rows {
		want = append(want, strings.Trim(row, "| "))
	}
	got := append([]string{strings.Join(a.columns, " | ")}, a.rows...)
	if len(want) == 0 {
		fail("no rows given; got\n| %s |", strings.Join(got, " |\n| "))
		return
	}
	if !strings.Contains(s.text, "ORDER BY") {
		slices.Sort(want[1:])
		slices.Sort(got[1:])
	}
	for i := range got {
		got[i] = strings.Trim(got[i], "| ")
	}
	if !slices.Equal(got, want) {
		fail("got\n| %s |\nwant\n| %s |", strings.Join(got, " |\n| "), strings.Join(want, " |\n| "))
	}
}

func (r *scriptRun) plan(s scriptStep, fail func(string, ...any)) {
	if len(r.opts.Without) > 0 {
		return
	}
	a, err := r.exec("EXPLAIN " + s.text)
	if err != nil {
		fail("%v", err)
		return
	}
	var ops []string
	var visit func(*PlanNode)
	visit = func(n *PlanNode) {
		ops = append(ops, n.Operator)
		for _, c := range n.Children {
			visit(c)
		}
	}
	visit(a.summary.Plan)
	for _, row := range s.rows {
		name := strings.Trim(row, "| ")
		op, not := strings.CutPrefix(name, "!")
		if slices.Contains(ops, op) == not {
			fail("want %s in the plan %v", name, ops)
		}
	}
}

func counted(c Counters) string {
	var out []string
	for _, n := range []struct {
		name  string
		count int64
	}{
		{"nodesCreated", c.NodesCreated}, {"nodesDeleted", c.NodesDeleted}, {"relationshipsCreated", c.RelationshipsCreated},
		{"relationshipsDeleted", c.RelationshipsDeleted}, {"propertiesSet", c.PropertiesSet}, {"labelsAdded", c.LabelsAdded},
		{"labelsRemoved", c.LabelsRemoved}, {"indexesAdded", c.IndexesAdded}, {"indexesRemoved", c.IndexesRemoved},
		{"constraintsAdded", c.ConstraintsAdded}, {"constraintsRemoved", c.ConstraintsRemoved},
	} {
		if n.count != 0 {
			out = append(out, fmt.Sprintf("%s=%d", n.name, n.count))
		}
	}
	return strings.Join(out, " ")
}

// TestScripts runs every script as it is and, since no rule but eager may change what a statement
// gives, once more without each of the planner's rules.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.script")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	without := []string{"", "matches", "order", "seek", "pushdown", "hashjoin", "degree"}
	for _, r := range plan.Rules() {
		if r.Name != "eager" && r.Name != "exhaust" {
			without = append(without, r.Name)
		}
	}
	for _, file := range files {
		steps := readScript(t, file)
		for _, rule := range without {
			t.Run(filepath.Base(file)+"/without "+rule, func(t *testing.T) {
				r := &scriptRun{t: t}
				if rule != "" {
					r.opts.Without = map[string]bool{rule: true}
				}
				r.reset()
				defer func() { _ = r.db.Close() }()
				for _, s := range steps {
					r.step(s)
				}
			})
		}
	}
}
