package graph_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// benchEpisodes is the size of the made-up graph; GUESTGRAPH_BENCH_EPISODES gives another.
func benchEpisodes() int {
	if n, err := strconv.Atoi(os.Getenv("GUESTGRAPH_BENCH_EPISODES")); err == nil {
		return n
	}
	return 1000
}

func BenchmarkNeo4j(b *testing.B) { benchmark(b, openNeo4j) }

func benchmark(b *testing.B, open func(testing.TB) *graph.Graph) {
	g := open(b)
	n := benchEpisodes()
	load := func(b *testing.B) {
		if _, err := g.Load(b.Context(), graphtest.Generate(n), graph.LoadOptions{Version: "bench"}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			empty(b, g)
			b.StartTimer()
			load(b)
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "episodes/s")
	})
	load(b)
	b.Run("load-kept", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			load(b)
		}
	})
	ctx := b.Context()
	hubs := []graph.Ref{graph.ParseRef("technology:tech0"), graph.ParseRef("company:company0")}
	for j := range 298 {
		hubs = append(hubs, graph.Ref{Kind: graph.KindEpisode, ID: fmt.Sprintf("made-%d", j)})
	}
	var missing []graph.Ref
	for j := range 2000 {
		missing = append(missing, graph.Ref{ID: fmt.Sprintf("no-such-%d", j)})
	}
	i := 0
	next := func() int { i = (i*31 + 17) % n; return i }
	for _, q := range []struct {
		name string
		ask  func() error
	}{
		{"related", func() error { _, err := g.Related(ctx, fmt.Sprintf("made-%d", next()), 6); return err }},
		{"episode", func() error { _, err := g.Episode(ctx, fmt.Sprintf("made-%d", next())); return err }},
		{"company", func() error {
			_, err := g.Company(ctx, fmt.Sprintf("company%d", next()%10), graph.Window{})
			return err
		}},
		{"technology", func() error {
			_, err := g.Technology(ctx, fmt.Sprintf("tech%d", next()%10), graph.Window{})
			return err
		}},
		{"host", func() error {
			_, err := g.Person(ctx, fmt.Sprintf("host-number%d", next()/100), graph.Window{})
			return err
		}},
		{"show", func() error { _, err := g.Show(ctx, fmt.Sprintf("show-%d", next()/100), graph.Window{}); return err }},
		{"piece", func() error { _, err := g.Piece(ctx, hubs); return err }},
		{"piece-missing", func() error { _, err := g.Piece(ctx, missing); return err }},
		{"neighbours", func() error {
			_, err := g.Neighbours(ctx, graph.NeighbourQuery{Of: hubs[next()%2], Kind: graph.KindEpisode, Offset: 50, With: hubs})
			return err
		}},
		{"path", func() error {
			_, err := g.Paths(ctx, graph.PathQuery{From: guest(next()), To: guest(next())})
			return ignoreMissing(err)
		}},
		{"path-hubs", func() error {
			_, err := g.Paths(ctx, graph.PathQuery{From: tech(next()), To: tech(next() + 1), Hops: graph.HopTypes()})
			return err
		}},
		{"flow", func() error { _, err := g.Flow(ctx, graph.FlowQuery{}); return err }},
		{"home", func() error { _, err := g.Home(ctx); return err }},
		{"search", func() error {
			_, err := g.Search(ctx, fmt.Sprintf("number%d", next()%30), graph.SearchOptions{Limit: 10})
			return err
		}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := q.ask(); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

// guest may be one whom no episode has.
func guest(i int) graph.Ref {
	return graph.Ref{Kind: graph.KindPerson, ID: fmt.Sprintf("guest-number%d", i)}
}

func tech(i int) graph.Ref {
	return graph.Ref{Kind: graph.KindTechnology, ID: fmt.Sprintf("tech%d", i%10)}
}

func ignoreMissing(err error) error {
	if errors.Is(err, graph.ErrNotFound) {
		return nil
	}
	return err
}
