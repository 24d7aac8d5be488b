package plan

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"guestgraph/cypher/engine/syntax"
)

var update = flag.Bool("update", false, "write the golden files")

// a shop of 10,000 people in 100 companies, each with two jobs, and 20 technologies
type shop struct{}

func (shop) NodeCount() float64 { return 10120 }
func (shop) RelCount() float64  { return 30000 }
func (shop) LabelCount(label string) float64 {
	return map[string]float64{"Person": 10000, "Company": 100, "Technology": 20}[label]
}
func (shop) TypeCount(typ string) float64 {
	return map[string]float64{"WORKED_AT": 20000, "KNOWS": 10000}[typ]
}
func (shop) Indexes(label string) []IndexInfo {
	switch label {
	case "Person":
		return []IndexInfo{{Keys: []string{"id"}, Unique: true, Distinct: 10000}, {Keys: []string{"name"}, Distinct: 9000},
			{Keys: []string{"first", "last"}, Distinct: 9900}}
	case "Company":
		return []IndexInfo{{Keys: []string{"id"}, Unique: true, Distinct: 100}}
	}
	return nil
}

func (shop) RelIndexes(typ string) []IndexInfo {
	if typ == "WORKED_AT" {
		return []IndexInfo{{Keys: []string{"episode"}, Distinct: 5000}, {Keys: []string{"no"}, Unique: true, Distinct: 20000}}
	}
	return nil
}

type noProcedures struct{}

func (noProcedures) Procedure(string) (Procedure, bool) {
	return Procedure{Columns: []string{"label"}}, true
}
func (noProcedures) Show(*syntax.Show) (all, standard []string, err error) {
	return []string{"name", "type"}, []string{"name"}, nil
}

func build(t *testing.T, text string, without ...string) *Plan {
	t.Helper()
	st, err := syntax.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	o := Options{Without: map[string]bool{}}
	for _, w := range without {
		o.Without[w] = true
	}
	p, err := Build(st, shop{}, noProcedures{}, o)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return p
}

func tree(op Op, depth int, b *strings.Builder) {
	name, details := Describe(op)
	fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", depth), strings.TrimSpace(name+" "+details))
	if src := op.Source(); src != nil {
		if _, leaf := src.(*Argument); !leaf {
			tree(src, depth+1, b)
		}
	}
	for _, in := range op.Inner() {
		tree(in, depth+1, b)
	}
}

// TestPlans holds the plans of statements against testdata/plans.golden. A line "without RULE"
// before a statement leaves a rule out, so that the file shows what the rule is for.
func TestPlans(t *testing.T) {
	const golden = "testdata/plans.golden"
	raw, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, block := range strings.Split(strings.TrimSpace(string(raw)), "\n\n") {
		var without []string
		lines := strings.Split(block, "\n")
		for len(lines) > 0 && strings.HasPrefix(lines[0], "without ") {
			without = append(without, strings.TrimPrefix(lines[0], "without "))
			fmt.Fprintln(&out, lines[0])
			lines = lines[1:]
		}
		p := build(t, strings.TrimPrefix(lines[0], "> "), without...)
		fmt.Fprintln(&out, lines[0])
		tree(p.Root, 1, &out)
		fmt.Fprintln(&out)
	}
	got := strings.TrimSpace(out.String()) + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != string(raw) {
		t.Errorf("plans differ from %s (run with -update and look at the difference):\n%s", golden, firstDifference(got, string(raw)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d: got  %s\n         want %s", i+1, g[i], append(w, "", "")[min(i, len(w))])
		}
	}
	return ""
}

func TestSlotSet(t *testing.T) {
	var a, b slotSet
	a.add(3)
	a.add(130)
	b.add(130)
	if !a.has(3) || !a.has(130) || a.has(4) || a.has(1000) || a.has(-1) {
		t.Error("has")
	}
	if !b.within(a, a) || a.within(b, a) || !a.within(b, b) {
		t.Error("within")
	}
	if !a.meets(b) || b.meets(slotSet{8}) {
		t.Error("meets")
	}
	b.remove(130)
	if b.has(130) {
		t.Error("remove")
	}
}

func BenchmarkBuild(b *testing.B) {
	st, err := syntax.Parse("MATCH (a:Company)<-[:WORKED_AT {status:'former'}]-(p:Person)-[:WORKED_AT {status:'current'}]->(b:Company) WHERE a <> b RETURN a.id AS a, b.id AS b, count(DISTINCT p) AS n ORDER BY n DESC, a, b LIMIT 50")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Build(st, shop{}, noProcedures{}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
