package engine

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/check/tcktest"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/value"
)

// TestTCKProcedures runs the scenarios of the openCypher TCK that need a test procedure, which no server has.
func TestTCKProcedures(t *testing.T) {
	ran := 0
	for _, s := range tcktest.Load(t, "../../../shared/tck/features") {
		if len(s.Procedures) == 0 {
			continue
		}
		ran++
		t.Run(s.ID, func(t *testing.T) { runWithProcedures(t, s) })
	}
	t.Logf("%d scenarios", ran)
	if ran < 39 { // the development part of the TCK
		t.Errorf("%d scenarios; there were 39", ran)
	}
}

func runWithProcedures(t *testing.T, s tcktest.Scenario) {
	var procs []*procedure.Procedure
	values := &scriptRun{t: t}
	values.reset()
	defer func() { _ = values.db.Close() }()
	for _, p := range s.Procedures {
		procs = append(procs, tableProcedure(t, values, p))
	}
	db, err := Open("", Options{Procedures: procs})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	r := &scriptRun{t: t, db: db}
	for _, row := range s.Params {
		r.params = append(r.params, value.Entry{Key: row[0], Val: literal(t, values, row[1])})
	}
	for _, q := range s.Setup {
		if _, err := r.exec(q); err != nil {
			t.Fatal(err)
		}
	}
	a, err := r.exec(s.Queries[0])
	if s.Error != "" {
		code := strings.Replace(s.Error, "ProcedureError", "ProcedureNotFound", 1)
		if f, ok := errors.AsType[*fault.Error](err); !ok || !strings.HasSuffix(string(f.Code), "."+code) {
			t.Errorf("%v, want %s", err, code)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, row := range s.Result {
		if i == 0 {
			if !slices.Equal(row, a.columns) {
				t.Errorf("columns %v, want %v", a.columns, row)
			}
			continue
		}
		for j := range row {
			row[j] = value.Format(literal(t, values, row[j]), nil)
		}
		want = append(want, strings.Join(row, " | "))
	}
	if !s.Ordered {
		slices.Sort(want)
		slices.Sort(a.rows)
	}
	if !slices.Equal(a.rows, want) {
		t.Errorf("rows %q, want %q", a.rows, want)
	}
}

var signature = regexp.MustCompile(`^([\w.]+)\((.*)\) :: \((.*)\)$`)

// tableProcedure gives the rows of its table whose first columns equal its arguments.
func tableProcedure(t *testing.T, values *scriptRun, p tcktest.Procedure) *procedure.Procedure {
	t.Helper()
	m := signature.FindStringSubmatch(strings.TrimSpace(p.Signature))
	if m == nil {
		t.Fatalf("signature %q", p.Signature)
	}
	proc := &procedure.Procedure{Name: m[1], Mode: procedure.Read}
	for _, f := range fieldsOf(m[2]) {
		proc.Args = append(proc.Args, procedure.Param{Name: f.Name, Type: f.Type})
	}
	proc.Yields = fieldsOf(m[3])
	var rows [][]value.Value
	for _, row := range p.Rows[min(1, len(p.Rows)):] {
		var vs []value.Value
		for _, cell := range row {
			vs = append(vs, literal(t, values, cell))
		}
		rows = append(rows, vs)
	}
	proc.Call = func(_ *procedure.Context, args []value.Value, emit func([]value.Value) error) error {
		for _, row := range rows {
			same := true
			for i, arg := range args {
				same = same && (value.Equal(arg, row[i]) == value.True || arg.IsNull() && row[i].IsNull())
			}
			if !same {
				continue
			}
			if err := emit(row[len(args):]); err != nil {
				return err
			}
		}
		return nil
	}
	return proc
}

// fieldsOf reads "name :: STRING?, in :: INTEGER?".
func fieldsOf(text string) []procedure.Field {
	var out []procedure.Field
	for part := range strings.SplitSeq(text, ",") {
		if name, typ, ok := strings.Cut(part, "::"); ok {
			out = append(out, procedure.Field{Name: strings.TrimSpace(name), Type: strings.Trim(typ, " ?")})
		}
	}
	return out
}

// literal reads a value as the TCK writes it.
func literal(t *testing.T, r *scriptRun, text string) value.Value {
	t.Helper()
	v, err := r.evaluate(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return v
}
