package graph

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestChoice(t *testing.T) {
	of := func(id, show, title string) Related {
		return Related{Episode: EpisodeRef{ID: id, Title: title, Show: Ref{KindShow, show, show}}}
	}
	asked := EpisodeRef{ID: "asked", Title: "How sharding works in MySQL"}
	candidates := []Related{
		of("rerun", "a", "Rerun: how sharding works in MySQL"), of("a1", "a", "Vitess"), of("a2", "a", "Vitess internals"),
		of("a3", "a", "Sessions"), of("b1", "b", "vitess"), of("b2", "b", "Queues"), of("c1", "c", ""),
	}
	for _, c := range []struct {
		name         string
		limit, shows int
		want         string
	}{
		{"two of a show", 10, 4, "a1 a2 b2 c1 "},
		{"one show only", 10, 1, "a1 a2 a3 b2 c1 "},
		{"limit", 2, 4, "a1 a2 "},
	} {
		choice := newChoice(asked, c.limit, c.shows, nil)
		for _, r := range candidates {
			choice.offer(r)
		}
		got := ""
		for _, r := range choice.chosen {
			got += r.Episode.ID + " "
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Whatever is offered: no more than the limit, no show above its share, no title twice, best first.
func TestChoiceHoldsItsBounds(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 4))
		shows, limit := 1+r.IntN(4), 1+r.IntN(12)
		choice := newChoice(EpisodeRef{ID: "asked", Title: "Title 0"}, limit, shows, nil)
		for i := range 60 {
			show := fmt.Sprint("s", r.IntN(shows))
			choice.offer(Related{Score: float64(60 - i), Episode: EpisodeRef{ID: fmt.Sprint(i), Title: fmt.Sprint("Title ", r.IntN(20)), Show: Ref{KindShow, show, show}}})
		}
		ofShow, titles, last := map[string]int{}, map[string]bool{"Title 0": true}, 100.0
		for _, c := range choice.chosen {
			ofShow[c.Episode.Show.ID]++
			if shows > 1 && ofShow[c.Episode.Show.ID] > 2 || titles[c.Episode.Title] || c.Score >= last {
				t.Fatalf("seed %d: %+v breaks the rules", seed, c)
			}
			titles[c.Episode.Title], last = true, c.Score
		}
		if want := min(limit, 19); len(choice.chosen) > limit || shows == 1 && len(choice.chosen) != want {
			t.Fatalf("seed %d: %d chosen of %d shows, limit %d", seed, len(choice.chosen), shows, limit)
		}
	}
}

func TestSameTitle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"How sharding works in MySQL", "Rerun: How sharding works in MySQL", true},
		{"#12: How sharding works in MySQL", "Episode 97 - How sharding works in MySQL (rebroadcast)", true},
		{"12. How sharding works", "how sharding works!", true},
		{"Building a database from scratch in Go, part 1", "Building a database from scratch in Go, part 2", false},
		{"What happened in databases in 2023, a very long look back", "What happened in databases in 2024, a very long look back", false},
		{"SQLite", "SQLite internals", false}, {"SQLite", "sqlite", true}, {"", "", false}, {"Vitess", "Vites", false}, {"#12", "#13", false},
		{"山田 太郎 と 話す", "山田 太郎 と 話す", true},
	} {
		if sameTitle(c.a, c.b) != c.same || sameTitle(c.b, c.a) != c.same {
			t.Errorf("%q and %q: same = %v", c.a, c.b, !c.same)
		}
	}
}
