package graph_test

import (
	"runtime"
	"slices"
	"testing"
	"time"

	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// BenchmarkTyping asks what a search box asks while names are typed, letter by letter, some with slips, over as many
// made-up episodes as GUESTGRAPH_BENCH_EPISODES says (10,000 make some 20,000 names). It reports the slowest answers and
// what the index of names holds on to.
func BenchmarkTyping(b *testing.B) {
	g := openEmbedded(b)
	n := benchEpisodes()
	if _, err := g.Load(b.Context(), graphtest.Generate(n), graph.LoadOptions{Version: "bench"}); err != nil {
		b.Fatal(err)
	}
	var typed []string
	for _, name := range []string{"guest number77", "company12", "gusst nubmer12", "host number3", "tech21", "how tehc5", "show 7", "nobody at all", "cmopany12"} {
		for i := range name {
			typed = append(typed, name[:i+1])
		}
	}
	search := func(q string) int {
		found, err := g.Search(b.Context(), q, graph.SearchOptions{Limit: 8})
		if err != nil {
			b.Fatal(err)
		}
		return found.Total
	}
	before := heap()
	search("x") // reads the names
	index := heap() - before
	var took []time.Duration
	for b.Loop() {
		for _, q := range typed {
			begin := time.Now()
			search(q)
			took = append(took, time.Since(begin))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "max-ms")
	b.ReportMetric(float64(index)/(1<<20), "index-MiB")
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
