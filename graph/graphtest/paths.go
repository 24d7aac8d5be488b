package graphtest

import (
	"errors"
	"testing"

	"guestgraph/graph"
)

func testPaths(t *testing.T, g *graph.Graph) {
	night := "episode:" + graph.EpisodeID("https://night.example/?p=7")
	for _, ask := range []struct {
		name, from, to string
		hops           []graph.HopType
		max, limit     int
	}{
		{name: "path-colleagues", from: "person:maya-lindqvist", to: "person:ines-duarte"},
		{name: "path-mentioned", from: "person:maya-lindqvist", to: "person:ines-duarte", hops: []graph.HopType{graph.HopMentioned}, limit: 1},
		{name: "path-made", from: "company:pinyon", to: "technology:sextant"},
		{name: "path-all", from: "company:cloudloft", to: "technology:fjord"}, // only by being mentioned
		{name: "path-show", from: "show:storage-row", to: "show:night-deploys"},
		{name: "path-episode", from: night, to: "person:tomas-rehor", limit: 2},
		{name: "path-none", from: "person:maya-lindqvist", to: "technology:clickhouse"},
		{name: "path-short", from: "technology:rill", to: "technology:fjord", hops: []graph.HopType{graph.HopWorked, graph.HopCreated}, max: 3},
		{name: "path-long", from: "technology:rill", to: "technology:fjord", hops: []graph.HopType{graph.HopWorked, graph.HopCreated}},
		{name: "path-same", from: "person:maya-lindqvist", to: "person:maya-lindqvist"},
	} {
		t.Run(ask.name, func(t *testing.T) {
			found, err := g.Paths(t.Context(), graph.PathQuery{From: graph.ParseRef(ask.from), To: graph.ParseRef(ask.to),
				Hops: ask.hops, Max: ask.max, Limit: ask.limit})
			if err != nil {
				t.Fatal(err)
			}
			check(t, ask.name, found)
		})
	}
	_, err := g.Paths(t.Context(), graph.PathQuery{From: graph.ParseRef("person:maya-lindqvist"), To: graph.ParseRef("person:nobody")})
	if !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("to nobody: err = %v, want ErrNotFound", err)
	}
}
