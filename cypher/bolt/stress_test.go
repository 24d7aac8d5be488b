package bolt

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// BenchmarkBeside times a simple query alone and beside statements that never end by themselves, and reports how many
// times slower its median is (x-alone).
func BenchmarkBeside(b *testing.B) {
	uri := "bolt://" + serveEngine(b, Config{})
	d := connect(b, uri)
	query(b, d, "CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE", nil)
	query(b, d, "UNWIND range(1, 3000) AS i CREATE (:Person {id: i, name: 'Person ' + i})", nil)
	query(b, d, "MATCH (a:Person) UNWIND range(1, 5) AS k MATCH (b:Person {id: 1 + (a.id * 7 * k) % 3000}) CREATE (a)-[:KNOWS]->(b)", nil)
	var alone time.Duration
	for _, beside := range []struct{ name, statement string }{
		{"alone", ""},
		{"cartesian", "MATCH (a:Person), (b:Person), (c:Person), (d:Person) WHERE a.name = b.name + c.name + d.name RETURN count(*)"},
		{"unwind", "UNWIND range(1, 1000000000) AS i RETURN sum(i * 2)"},
		{"paths", "MATCH (a:Person {id: 1})-[:KNOWS*1..30]->(b) RETURN count(*)"},
		{"sort", "UNWIND range(1, 100000000) AS i RETURN i ORDER BY i % 1000 LIMIT 5"},
	} {
		b.Run(beside.name, func(b *testing.B) {
			stop := besides(b, d, beside.statement, 3)
			defer stop()
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				query(b, d, "MATCH (p:Person {id: $id})-[:KNOWS]->(q) RETURN q.name AS name ORDER BY name", map[string]any{"id": 17})
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			median := took[len(took)/2]
			if beside.statement == "" {
				alone = median
			}
			b.ReportMetric(float64(median.Microseconds()), "µs-median")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
			if alone > 0 {
				b.ReportMetric(float64(median)/float64(alone), "x-alone")
			}
		})
	}
}

// besides runs a statement n times at once until it is told to stop.
func besides(b *testing.B, d neo4j.DriverWithContext, statement string, n int) (stop func()) {
	if statement == "" {
		return func() {}
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour) // the driver heeds only contexts with a deadline
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			for ctx.Err() == nil {
				_, _ = neo4j.ExecuteQuery(ctx, d, statement, nil, neo4j.EagerResultTransformer) // ends when it is stopped
			}
		})
	}
	time.Sleep(200 * time.Millisecond)
	return func() { cancel(); wg.Wait() }
}
