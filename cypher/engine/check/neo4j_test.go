package check

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// TestNeo4j compares with what a real Neo4j said: the same statements are refused, with the same words at the
// same place, but for what differences lists.
func TestNeo4j(t *testing.T) {
	text, err := os.ReadFile("testdata/neo4j.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for i := 1; i+1 < len(lines); i += 2 {
		statement, want := lines[i], strings.TrimSpace(lines[i+1])
		if differences[statement] {
			continue
		}
		st, err := syntax.Parse(strings.ReplaceAll(statement, `\n`, "\n"))
		if err == nil {
			_, err = Analyze(st, catalog{})
		}
		compare(t, statement, want, err)
	}
}

func compare(t *testing.T, statement, want string, err error) {
	t.Helper()
	if want == "ok" {
		if err != nil {
			t.Errorf("%s\nrefused: %v", statement, err)
		}
		return
	}
	at, message, _ := strings.Cut(want, " ")
	offset, _ := strconv.Atoi(at)
	f, ok := errors.AsType[*fault.Error](err)
	switch {
	case !ok:
		t.Errorf("%s\naccepted, want %s", statement, message)
	case message == "(syntax)":
	case !strings.HasPrefix(f.Message, message) && !strings.HasPrefix(message, f.Message):
		t.Errorf("%s\n got %s\nwant %s", statement, f.Message, message)
	case offset >= 0 && f.Pos != offset:
		t.Errorf("%s\n%s\n at %d, want %d", statement, f.Message, f.Pos, offset)
	}
}

// differences are the statements for which we differ from Neo4j, and why.
var differences = map[string]bool{
	// The openCypher TCK wants these refused; Neo4j runs them.
	"MATCH ()-[r]->()-[r]->() RETURN r":                                   true,
	"MATCH (n) RETURN n.x + 1, count(*) AS c ORDER BY n.x + 1 + count(*)": true,
	"MATCH (me: Person)--(you: Person) WITH me.age + you.age AS s, count(*) AS cnt ORDER BY me.age + you.age + count(*) RETURN s": true,
	"MATCH (me: Person)--(you: Person) RETURN me.age + you.age, count(*) AS cnt ORDER BY me.age + you.age + count(*)":             true,

	// Neo4j accepts these when it explains them, but cannot run them to any use.
	"CREATE (b {x: a.x}), (a {x: 1})":       true,
	"MERGE (a {x: a.y})":                    true,
	"MATCH (n) SET n.a = count(*)":          true,
	"MATCH (a {x: count(*)}) RETURN a":      true,
	"MATCH (a WHERE count(*) > 1) RETURN a": true,
	"RETURN toInteger([])":                  true,
	"ALTER USER foo SET PASSWORD 'x'":       true,

	// We accept what is clear.
	"WITH 1 AS n RETURN --n":                             true,
	"RETURN ---1":                                        true,
	"RETURN - -(1)":                                      true,
	"RETURN 1 AS x;;":                                    true,
	"MATCH (n) SET [n][0].x = 1":                         true,
	"MATCH (a IS A:B) RETURN a":                          true,
	"MATCH ()-[r:A|:B]->() RETURN r":                     true,
	"MATCH ()-[r:A|:B {x:1}]->() RETURN r":               true,
	"MATCH ()-[r:A|:B|C*1..2 {x:1}]->() RETURN r":        true,
	"MATCH DIFFERENT RELATIONSHIPS (a) RETURN a":         true,
	"MATCH DIFFERENT RELATIONSHIP BINDINGS (a) RETURN a": true,
	"MATCH (n) RETURN COLLECT { MATCH (m) RETURN * }":    true,
	"MATCH (n {x:1} ) USING INDEX n:A(x) RETURN n":       true, // a hint that does not apply is ignored
	"MATCH (n:A) USING INDEX n:A(x) RETURN n":            true,
	"RETURN CASE 1 WHEN 1, 2 THEN 3 WHEN > 5 THEN 6 WHEN IS NULL THEN 7 WHEN IS :: INT THEN 5 WHEN STARTS WITH 'a' THEN 1 WHEN IN [1] THEN 2 ELSE 0 END":                                    true,
	"RETURN CASE 1 WHEN 1, 2 THEN 3 WHEN > 5, < 2 THEN 6 WHEN IS NULL THEN 7 WHEN IS NOT :: INT THEN 5 WHEN STARTS WITH 'a' THEN 1 WHEN =~ 'x' THEN 2 WHEN IS NORMALIZED THEN 5 ELSE 0 END": true,

	// Refused when run: nothing is computed before.
	"RETURN 1 LIMIT 1 - 5": true,

	// Other words, or another place, for the same refusal.
	"RETURN 1; RETURN 2":                                   true,
	"RETURN 1 /* abc":                                      true,
	"MATCH (n:A:B|C) RETURN n":                             true,
	"MATCH (a:A:B|C) RETURN a":                             true,
	"MATCH REPEATABLE ELEMENTS (a) RETURN a":               true,
	"CREATE OR REPLACE INDEX FOR (n:A) ON (n.a)":           true,
	"MATCH (n) DELETE n.x":                                 true,
	"MATCH ((a)-[r]->(b))+ ((a)-[s]->(c))+ RETURN a":       true,
	"MATCH p = shortestPath((a)-[*2..]->(b)) RETURN p":     true,
	"MATCH (n:A {x:1} ) USING INDEX m:A(x) RETURN n":       true,
	"CALL db.labels() YIELD label WHERE label = 'x'":       true,
	"LOAD CSV FROM 'a' AS x FIELDTERMINATOR 'ab' RETURN x": true,
	"MATCH (n) RETURN n LIMIT size([(n)-->() | 1])":        true,
}

// catalog is the procedures that the statements call.
type catalog struct{}

func (catalog) Procedure(name string) (*Procedure, bool) {
	p, ok := map[string]*Procedure{
		"db.labels":       {Columns: []Column{{"label", "STRING"}}},
		"db.ping":         {Columns: []Column{{"success", "BOOLEAN"}}},
		"db.awaitIndexes": {Args: []Arg{{"timeOutSeconds", "INTEGER", true}}},
		"db.awaitIndex":   {Args: []Arg{{"indexName", "STRING", false}, {"timeOutSeconds", "INTEGER", true}}},
		"db.create.setNodeVectorProperty": {Writes: true, Args: []Arg{
			{"node", "NODE", false}, {"key", "STRING", false}, {"vector", "ANY", false}}},
	}[name]
	return p, ok
}

func (catalog) Show(*syntax.Show) (all, standard []string, ok bool) {
	all = []string{"name", "type", "state", "description", "currentStatus"}
	return all, all, true
}

func BenchmarkCheck(b *testing.B) {
	st, err := syntax.Parse(`MATCH (p:Person {id: $id})-[w:WORKED_AT]->(c:Company)<-[v:WORKED_AT]-(o:Person)
WHERE o <> p AND w.confidence >= 0.5 AND NOT o.hidden
WITH o, c, collect(DISTINCT w.quote)[..3] AS quotes, count(*) AS n
OPTIONAL MATCH (o)-[:GUEST_ON]->(e:Episode)
RETURN o.id AS id, o.name AS name, c {.id, .name} AS company, quotes, [x IN collect(e) | x.title] AS episodes
ORDER BY name DESC, id SKIP $skip LIMIT 25`)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Check(st); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzCheck checks that whatever parses is checked without a panic.
func FuzzCheck(f *testing.F) {
	text, err := os.ReadFile("testdata/neo4j.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "\t") {
			f.Add(strings.TrimSpace(line))
		}
	}
	f.Fuzz(func(_ *testing.T, statement string) {
		if st, err := syntax.Parse(statement); err == nil {
			_, _ = Analyze(st, catalog{})
		}
	})
}
