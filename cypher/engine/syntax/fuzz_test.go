package syntax_test

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"guestgraph/cypher/engine/syntax"
)

// FuzzParse checks that any text parses or fails without panic, and that what parses survives printing.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.cypher")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		r, err := os.Open(file)
		if err != nil {
			f.Fatal(err)
		}
		for sc := bufio.NewScanner(r); sc.Scan(); {
			f.Add(sc.Text())
		}
		if err := r.Close(); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if st, err := syntax.Parse(text); err == nil {
			reparse(t, st)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"short": "MATCH (p:Person {id: $id}) RETURN p.name AS name",
		"page": `MATCH (p:Person {id: $id})-[w:WORKED_AT]->(c:Company)<-[v:WORKED_AT]-(o:Person)
WHERE o <> p AND w.confidence >= 0.5 AND NOT o.hidden
WITH o, c, collect(DISTINCT w.quote)[..3] AS quotes, count(*) AS n
OPTIONAL MATCH (o)-[:GUEST_ON]->(e:Episode)
RETURN o.id AS id, o.name AS name, c {.id, .name} AS company, quotes, [x IN collect(e) | x.title] AS episodes
ORDER BY n DESC, name SKIP $skip LIMIT 25`,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := syntax.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
