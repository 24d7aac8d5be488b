package exec

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

func TestTableNumbersDistinctKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tab := newTable(2)
	want := map[[2]int]int{}
	for range 5000 {
		k := [2]int{r.IntN(40), r.IntN(40)}
		n, fresh := tab.find([]value.Value{value.Node(value.NodeID(k[0])), value.Int(int64(k[1]))})
		was, seen := want[k]
		if fresh == seen || seen && n != was {
			t.Fatalf("key %v: number %d, fresh %v; was %d, %v", k, n, fresh, was, seen)
		}
		want[k] = n
	}
	if tab.len() != len(want) {
		t.Errorf("%d keys, want %d", tab.len(), len(want))
	}
}

func TestTableEquivalence(t *testing.T) {
	tab := newTable(1)
	for i, test := range []struct {
		v     value.Value
		fresh bool
	}{
		{value.Value{}, true}, {value.Value{}, false}, {value.Int(1), true}, {value.Float(1), false},
		{value.Float(math.NaN()), true}, {value.Float(math.NaN()), false}, {value.String("1"), true},
		{value.Node(1), true}, {value.Rel(1), true}, {value.List([]value.Value{value.Int(1)}), true},
		{value.List([]value.Value{value.Float(1)}), false}, {value.Bool(true), true},
	} {
		if _, fresh := tab.find([]value.Value{test.v}); fresh != test.fresh {
			t.Errorf("%d: %s fresh %v, want %v", i, value.Format(test.v, nil), fresh, test.fresh)
		}
		if _, ok := tab.lookup(test.v); !ok {
			t.Errorf("%d: %s is not found", i, value.Format(test.v, nil))
		}
	}
	if _, ok := tab.lookup(value.Int(99)); ok {
		t.Error("99 is found")
	}
}

func TestPairSet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var s pairSet
	want := map[[2]uint32]bool{}
	for range 5000 {
		k := [2]uint32{uint32(r.IntN(50)), uint32(r.IntN(50))}
		if s.add(k[0], k[1]) == want[k] {
			t.Fatalf("%v: was there %v", k, want[k])
		}
		want[k] = true
	}
}

func TestCounter(t *testing.T) {
	for _, test := range []struct{ from, to, step, left int64 }{
		{1, 10, 1, 10}, {1, 10, 3, 4}, {10, 1, -3, 4}, {1, 0, 1, 0}, {0, 0, 5, 1}, {0, 1, -1, 0},
		{math.MinInt64, math.MinInt64 + 2, 1, 3}, {math.MaxInt64 - 1, math.MaxInt64, 1, 2},
	} {
		c, ok := newCounter([]value.Value{value.Int(test.from), value.Int(test.to), value.Int(test.step)})
		if !ok || c.left != test.left {
			t.Errorf("%v: %d left", test, c.left)
		}
	}
	if _, ok := newCounter([]value.Value{value.Int(1), value.Int(2), value.Int(0)}); ok {
		t.Error("a step of 0")
	}
}

// counts is a catalog of a store's transaction.
type counts struct{ tx *store.Tx }

func (c counts) NodeCount() float64              { return float64(c.tx.NodeCount()) }
func (c counts) RelCount() float64               { return float64(c.tx.RelCount()) }
func (c counts) LabelCount(string) float64       { return c.NodeCount() }
func (c counts) TypeCount(string) float64        { return c.RelCount() }
func (c counts) Indexes(string) []plan.IndexInfo { return nil }

func (c counts) RelIndexes(string) []plan.IndexInfo { return nil }

func program(tb testing.TB, tx *store.Tx, text string) *Program {
	tb.Helper()
	st, err := syntax.Parse(text)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := plan.Build(st, counts{tx}, nil, plan.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return Compile(p, false)
}

// ring makes n nodes :N {i}, each with relationships to the three after it.
func ring(tb testing.TB, n int) *store.Tx {
	tb.Helper()
	s, err := store.Open("", store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	tx, err := s.Begin(context.Background(), true)
	if err != nil {
		tb.Fatal(err)
	}
	label, key, typ := tx.EnsureLabel("N"), tx.EnsureKey("i"), tx.EnsureType("R")
	for i := range n {
		id := tx.CreateNode([]store.Token{label})
		if err := tx.SetNodeProperty(id, key, value.Int(int64(i))); err != nil {
			tb.Fatal(err)
		}
	}
	for i := range n {
		for d := 1; d <= 3; d++ {
			tx.CreateRel(typ, value.NodeID(i), value.NodeID((i+d)%n))
		}
	}
	if err := tx.Commit(); err != nil {
		tb.Fatal(err)
	}
	if tx, err = s.Begin(context.Background(), false); err != nil {
		tb.Fatal(err)
	}
	return tx
}

func run(tb testing.TB, g *Program, tx *store.Tx) (rows int, last []value.Value) {
	tb.Helper()
	if err := g.Start(context.Background(), Config{Tx: tx}); err != nil {
		tb.Fatal(err)
	}
	for {
		row, err := g.Next()
		if err != nil {
			tb.Fatal(err)
		}
		if row == nil {
			break
		}
		rows++
		last = append(last[:0], row...)
	}
	g.Close()
	return rows, last
}

// TestProgramRunsAgain holds every operator to begin anew, whatever the execution before left.
func TestProgramRunsAgain(t *testing.T) {
	tx := ring(t, 30)
	for _, text := range []string{
		"MATCH (a:N)-[:R]->(b)-[:R]->(c) WHERE a.i < 5 RETURN a.i, count(DISTINCT c) ORDER BY a.i",
		"MATCH (a:N {i: 3})-[r:R*1..3]->(b) RETURN b.i, size(r) LIMIT 5",
		"MATCH (a:N {i: 3})-[:R*1..3]-(b) RETURN DISTINCT b.i",
		"MATCH p = shortestPath((a:N {i: 0})-[:R*]-(b:N {i: 15})) RETURN length(p)",
		"MATCH (a:N), (b:N) WHERE a.i = b.i OPTIONAL MATCH (a)-->(x {i: 7}) RETURN a.i, x.i SKIP 3 LIMIT 9",
		"MATCH (a:N {i: 1}) ((x)-[:R]->(y)){1,2} (b) RETURN [n IN x | n.i], b.i",
		"UNWIND range(1, 5) AS i CALL (i) { MATCH (n:N {i: i}) RETURN n UNION MATCH (n:N {i: 9}) RETURN n } RETURN i, n",
		"MATCH (n:N) WHERE EXISTS { (n)-->({i: 4}) } RETURN n.i, [(n)-->(m) | m.i] AS l",
	} {
		g := program(t, tx, text)
		rows, last := run(t, g, tx)
		if err := g.Start(context.Background(), Config{Tx: tx}); err != nil {
			t.Fatal(err)
		}
		if _, err := g.Next(); err != nil { // one row only
			t.Fatal(err)
		}
		g.Close()
		again, lastAgain := run(t, g, tx)
		if rows == 0 || again != rows {
			t.Errorf("%s: %d rows, then %d", text, rows, again)
		}
		for i := range last {
			if !value.Equivalent(last[i], lastAgain[i]) {
				t.Errorf("%s: last row differs in column %d", text, i)
			}
		}
		if g.st.memory != 0 {
			t.Errorf("%s: %d bytes still accounted for", text, g.st.memory)
		}
	}
}

func BenchmarkPrograms(b *testing.B) {
	tx := ring(b, 10000)
	for name, text := range map[string]string{
		"expand":    "MATCH (a:N)-[:R]->(b) RETURN count(*)",
		"twohops":   "MATCH (a:N)-[:R]->(b)-[:R]->(c) WHERE a <> c RETURN count(*)",
		"group":     "MATCH (a:N)-[:R]->(b) RETURN b.i % 100, count(*)",
		"distinct":  "MATCH (a:N)-[:R]->(b) RETURN a.i % 100, count(DISTINCT b)",
		"filter":    "MATCH (a:N) WHERE a.i > 5000 AND a.i < 6000 RETURN a.i",
		"top":       "MATCH (a:N) RETURN a.i ORDER BY a.i DESC LIMIT 10",
		"sort":      "MATCH (a:N) RETURN a.i ORDER BY -a.i",
		"reach":     "MATCH (a:N {i: 5})-[:R*1..50]->(b) RETURN count(DISTINCT b)",
		"unwind":    "UNWIND range(1, 10000) AS x WITH x WHERE x % 2 = 0 RETURN sum(x)",
		"constants": "RETURN 1 + 2 AS x",
	} {
		b.Run(name, func(b *testing.B) {
			g := program(b, tx, text)
			b.ReportAllocs()
			for b.Loop() {
				run(b, g, tx)
			}
		})
	}
}
