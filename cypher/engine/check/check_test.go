package check

import (
	"errors"
	"strings"
	"testing"

	"guestgraph/cypher/engine/check/tcktest"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

func TestCheck(t *testing.T) {
	tests := []struct {
		statement string
		want      string // part of the message; empty: accepted
		at        string // text at which the error points
	}{
		{"MATCH (n) RETURN m", "Variable `m` not defined", "m"},
		{"MATCH (person) RETURN persn", "did you mean `person`?", "persn"},
		{"MATCH (n) WITH n.x AS x RETURN n", "Variable `n` not defined", "n"},
		{"MATCH (n) RETURN n.x AS x ORDER BY n.y", "", ""},
		{"MATCH (n) RETURN DISTINCT n.x AS x ORDER BY n.y", "not possible to access variables", "n.y"},
		{"MATCH (n) RETURN n.x, count(*) AS c ORDER BY n.x, c", "", ""},
		{"MATCH (n)-[n]->() RETURN n", "conflicting type Node (expected Relationship)", "n]"},
		{"MATCH p = ()-->() MATCH (p) RETURN p", "conflicting type Path", "p) RETURN"},
		{"MATCH ()-[r]->()-[r]->() RETURN r", "same relationship variable 'r'", "r]->() RETURN"},
		{"UNWIND $rows AS n MATCH (n) RETURN n", "", ""},
		{"MATCH (a) CREATE (a)", "already declared", "a)"},
		{"MATCH (a) CREATE (a)-[:T]->(b {x: a.x})", "", ""},
		{"CREATE (a)-[:T]-(b)", "Only directed relationships", "-"},
		{"MERGE (a)-[:T]-(b)", "", ""},
		{"CREATE (a)-[]->(b)", "Exactly one relationship type", "-"},
		{"MATCH (n) WHERE count(n) > 1 RETURN n", "Invalid use of aggregating function", "count"},
		{"RETURN sum(count(1))", "inside of aggregate functions", "count"},
		{"RETURN 1 AND true", "expected Boolean but was Integer", "1"},
		{"MATCH (n) RETURN NOT n.flag", "", ""},
		{"MATCH p = ()-->() RETURN p.x", "but was Path", "p.x"},
		{"MATCH (n) RETURN type(n)", "expected Relationship but was Node", "n)"},
		{"MATCH (n) RETURN (n)-->()", "A pattern expression", "(n)-->"},
		{"MATCH (n) WHERE (n)-->() AND NOT (n)<--() RETURN n", "", ""},
		{"MATCH (n) WHERE (n)-->(m) RETURN n", "not allowed to introduce new variables: 'm'", "m)"},
		{"MATCH (n) RETURN [(n)-->(m) WHERE m.x > 1 | m.y] AS list", "", ""},
		{"MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x = n.x } RETURN n", "", ""},
		{"MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n", "An Exists Expression cannot contain any updates", "EXISTS"},
		{"MATCH (n) CALL (n) { RETURN n.x AS x } RETURN x", "", ""},
		{"MATCH (n) CALL { RETURN n.x AS x } RETURN x", "Variable `n` not defined", "n.x"},
		{"MATCH (n) CALL { WITH n RETURN n.x AS x } RETURN n, x", "", ""},
		{"WITH 1 AS x CALL { RETURN 2 AS x } RETURN x", "already declared in outer scope", "x } RETURN"},
		{"RETURN 1 AS a UNION RETURN 2 AS b", "same return column names", "UNION"},
		{"RETURN 1 AS a, 2 AS a", "Multiple result columns", "1 AS a"},
		{"WITH 1 RETURN 2", "must be aliased", "1"},
		{"MATCH () RETURN *", "no variables in scope", "RETURN"},
		{"MATCH (n) DELETE n:Person", "doesn't support removing labels", "n:Person"},
		{"SHOW INDEXES YIELD name RETURN name", "", ""},
		{"MATCH ((a)-[r:T]->(b)){1,3} RETURN size(a), [x IN r | x.at]", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.statement, func(t *testing.T) {
			st, err := syntax.Parse(tt.statement)
			if err != nil {
				t.Fatal(err)
			}
			err = Check(st)
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			f, ok := errors.AsType[*fault.Error](err)
			if !ok || !strings.Contains(f.Message, tt.want) || f.Code != fault.SyntaxError {
				t.Fatalf("got %v, want %q", err, tt.want)
			}
			if f.Pos < 0 || f.Pos > len(tt.statement) || !strings.HasPrefix(tt.statement[f.Pos:], tt.at) {
				t.Errorf("points at %d, want %q", f.Pos, tt.at)
			}
		})
	}
}

// TestConformance holds the checker against the scenarios of the openCypher TCK: what must be refused when
// compiling is refused, and nothing that is right is.
func TestConformance(t *testing.T) {
	refused, missed, accepted, wrong := 0, 0, 0, 0
	for _, s := range tcktest.Load(t, "../../../../shared/tck/features") {
		for i, query := range append(s.Queries, s.Setup...) {
			st, err := syntax.Parse(query)
			if err == nil {
				err = Check(st)
			}
			mayFail := i == 0 && s.Error != ""
			switch {
			case err != nil && !mayFail:
				t.Errorf("%s: %s\nrefused: %v", s.ID, query, err)
				wrong++
			case err == nil && mayFail && s.CompileError() && s.Error == "SyntaxError" && len(s.Procedures) == 0:
				t.Errorf("%s: %s\naccepted, but %s", s.ID, query, s.Detail)
				missed++
			case err != nil:
				refused++
			default:
				accepted++
			}
		}
	}
	t.Logf("rightly refused %d and accepted %d; wrongly refused %d and accepted %d", refused, accepted, wrong, missed)
}
