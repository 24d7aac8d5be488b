package engine

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// shapes are patterns that rules treat differently; LABEL, TYPE, the direction D and numbers # are drawn at random.
var shapes = []string{
	"MATCH (a:LABEL {k: #})-[:TYPE*1..3]D(b) RETURN count(DISTINCT b), min(b.id)",
	"MATCH (a {id: #})-[*1..4]D(b) RETURN DISTINCT b.id",
	"MATCH (a {id: #})-[:TYPE*0..2]D(b) RETURN DISTINCT b.id",
	"MATCH (a {id: #})-[r:TYPE*1..3]D(b) RETURN b.id, size(r)",
	"MATCH (a:LABEL)-[:TYPE]D(b)-[]D(c:LABEL) WHERE a.k < c.k RETURN a.id, b.id, c.id",
	"MATCH (a:LABEL {k: #})-[r]D(b), (b)-[s:TYPE]D(c) RETURN a.id, b.id, c.id",
	"MATCH (a:LABEL), (b:LABEL) WHERE a.k = b.k RETURN a.id, b.id",
	"MATCH (a:LABEL), (b) WHERE a.id = b.k AND b.k IN [#, 1, 2, #] RETURN a.id, b.id",
	"MATCH (a)-[r:TYPE]D(b) MATCH (b)-[s:TYPE]D(c) WHERE a.id = # RETURN a.id, b.id, c.id",
	"MATCH (a)-[r:TYPE]D(b) MATCH (c)-[r]-(d) WHERE a.id = # RETURN a.id, c.id, d.id",
	"MATCH (a:LABEL) OPTIONAL MATCH (a)-[:TYPE]D(b:LABEL) WHERE b.k > # RETURN a.id, b.id",
	"MATCH (a:LABEL) RETURN a.id, COUNT { (a)-[:TYPE]D() }, EXISTS { (a)-[:TYPE]D() }",
	"MATCH (a:LABEL) WHERE a.k >= # AND a.k < 5 RETURN a.id ORDER BY a.k, a.id LIMIT 3",
	"MATCH (a:LABEL) WHERE a.name STARTS WITH 'n#' RETURN a.id",
	"MATCH (a:LABEL) RETURN count(*)",
	"MATCH ()-[r:TYPE]D() RETURN count(r)",
	"MATCH (a)-[:TYPE]D(b) RETURN a.k, count(DISTINCT b), count(*)",
	"MATCH (a {id: #})-[:TYPE]D(b)-[:TYPE]D(c)-[:TYPE]D(a) RETURN b.id, c.id",
	"MATCH p = (a {id: #})-[:TYPE]D(b)-[*0..1]D(c) RETURN [n IN nodes(p) | n.id]",
	"MATCH p = shortestPath((a {id: #})-[*0..]D(b:LABEL)) WHERE a <> b RETURN b.id, length(p)",
	"MATCH p = allShortestPaths((a {id: #})-[*0..4]D(b:LABEL)) WHERE a <> b RETURN b.id, [n IN nodes(p) | n.id]",
	"MATCH (a {id: #}) ((x)-[r:TYPE]D(y)){1,3} (b) RETURN b.id, [n IN x | n.id], [n IN y | n.id]",
	"MATCH (a:LABEL)-[r:TYPE]D(b) RETURN a.id, count(*), count(r), count(b)",
	"MATCH (a:LABEL)-[:TYPE]D(b) RETURN a.k + #, count(b)",
	"OPTIONAL MATCH (a:LABEL {k: #}) MATCH (a)-[:TYPE]D() RETURN count(*)",
	"MATCH (a:LABEL)-[r:TYPE]D(b) WHERE r.k > # RETURN a.id, b.id, r.k",
	"MATCH (a:LABEL)-[r:TYPE]D(b)-[s:TYPE]D(c) RETURN a.id, max(s.k), count(r.k)",
	"MATCH (b:LABEL) ((x)-[r:TYPE]D(y)){1,2} (a {id: #}) RETURN b.id, [n IN x | n.id]",
	"MATCH (a {id: #})-[:TYPE]D{1,3}(b:LABEL) RETURN b.id",
	"MATCH (a)-[r:R {k: #}]D(b) RETURN a.id, b.id, r.k",
	"MATCH (a)-[r:R {k: #}]D(b:LABEL)-[s:TYPE]D(c) RETURN a.id, b.id, c.id",
	"MATCH (a)-[r:R]D(b) WHERE r.k IN [#, 1, 1.0, #, null] RETURN a.id, b.id",
	"MATCH (a)-[r:R]D(b) WHERE r.k > # AND r.k <= 4 RETURN a.id, b.id, r.k",
	"UNWIND [#, null, 2, 'x'] AS k MATCH (a)-[r:R]D(b) WHERE r.k = k RETURN k, a.id, b.id",
	"UNWIND range(0, 3) AS k MATCH (b)-[r:R]D(a) WHERE k < r.k RETURN k, count(*)",
}

func draw(r *rand.Rand, shape string) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	for _, part := range [][]string{{"LABEL", "A", "B"}, {"TYPE", "R", "S", "R|S"}} {
		for strings.Contains(shape, part[0]) {
			shape = strings.Replace(shape, part[0], pick(part[1:]...), 1)
		}
	}
	dir := pick("->", "-")
	shape = strings.ReplaceAll(shape, "]D", "]"+dir)
	return strings.ReplaceAll(shape, "#", fmt.Sprint(r.IntN(8)))
}

// TestRulesChangeNothing asks random questions of random graphs, with all rules and without each.
func TestRulesChangeNothing(t *testing.T) {
	ctx := context.Background()
	var rules []string
	for _, r := range plan.Rules() {
		rules = append(rules, r.Name)
	}
	rules = append(rules, "matches", "order", "seek", "pushdown", "hashjoin", "degree")
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		db := open(t, Options{})
		for _, s := range []string{"CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE", "CREATE INDEX FOR (n:A) ON (n.k)", "CREATE INDEX FOR (n:B) ON (n.name)", "CREATE INDEX FOR ()-[r:R]-() ON (r.k)"} {
			if err := autocommit(db, ctx, s); err != nil {
				t.Fatal(err)
			}
		}
		for i := range 8 {
			label := [...]string{":A", ":B", ":A:B", ""}[r.IntN(4)]
			if err := autocommit(db, ctx, fmt.Sprintf("CREATE (%s {id: %d, k: %d, name: 'n%d'})", label, i, r.IntN(6), r.IntN(3))); err != nil {
				t.Fatal(err)
			}
		}
		for range r.IntN(14) {
			s := fmt.Sprintf("MATCH (a {id: %d}), (b {id: %d}) CREATE (a)-[:%s {k: %d}]->(b)", r.IntN(8), r.IntN(8), [...]string{"R", "S"}[r.IntN(2)], r.IntN(6))
			if err := autocommit(db, ctx, s); err != nil {
				t.Fatal(err)
			}
		}
		for _, shape := range shapes {
			statement := draw(r, shape)
			want := answer(t, db, statement, "")
			for _, rule := range rules {
				if got := answer(t, db, statement, rule); !slices.Equal(got, want) {
					t.Errorf("seed %d: %s\nwithout %s: %q\nwith it: %q", seed, statement, rule, got, want)
				}
			}
		}
	}
}

// answer gives the sorted rows of a statement planned without a rule.
func answer(t *testing.T, db *DB, statement, rule string) []string {
	t.Helper()
	db.planning = plan.Options{}
	if rule != "" {
		db.planning.Without = map[string]bool{rule: true}
	}
	db.schema.Add(1) // nothing planned before is used
	r, err := begin(t, db, TxConfig{}).Run(context.Background(), statement, nil)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	var out []string
	for r.Next() {
		var parts []string
		for _, v := range r.Row() {
			parts = append(parts, value.Format(v, r.Graph()))
		}
		out = append(out, strings.Join(parts, " | "))
	}
	if r.Err() != nil {
		t.Fatalf("%s: %v", statement, r.Err())
	}
	slices.Sort(out)
	return out
}
