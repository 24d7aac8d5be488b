package graph

import (
	"fmt"
	"testing"
)

func TestScore(t *testing.T) {
	s := sharings{episodes: 1000}
	thing := func(kind string, episodes int, titled ...string) sharing {
		x := sharing{kind: kind, episodes: make([]string, episodes), titled: map[string]bool{}}
		for _, id := range titled {
			x.titled[id] = true
		}
		return x
	}
	// Each outweighs the next.
	order := []struct {
		name string
		sharing
	}{
		{"guest of two episodes", thing("guest", 2)},
		{"guest of twenty", thing("guest", 20)},
		{"maker", thing("maker", 2)},
		{"employer", thing("employer", 2)},
		{"rare name in both titles", thing("mention", 2, "a", "b")},
		{"rare name in one title", thing("mention", 2, "a")},
		{"rare name", thing("mention", 2)},
		{"common name in both titles", thing("mention", 500, "a", "b")},
		{"common name", thing("mention", 500)},
	}
	last := 100.0
	for _, o := range order {
		score := s.worth(o.sharing) * o.appearance("a", "b")
		if score <= 0 || score >= last {
			t.Errorf("%s scores %.3f, the one before %.3f", o.name, score, last)
		}
		last = score
	}
}

func TestCandidates(t *testing.T) {
	guest := Ref{KindPerson, "maya", "Maya"}
	s := sharings{episodes: 100, shows: 2, things: []sharing{
		{kind: "mention", entity: guest, episodes: []string{"asked", "b"}},
		{kind: "guest", entity: guest, episodes: []string{"asked", "b"}},
		{kind: "mention", entity: Ref{KindTechnology, "x", "X"}, episodes: []string{"asked", "a", "b"}},
		{kind: "mention", entity: Ref{KindTechnology, "y", "Y"}, episodes: []string{"asked", "a"}},
	}}
	got := s.candidates("asked")
	if len(got) != 2 || got[0].id != "b" || got[1].id != "a" {
		t.Fatalf("candidates = %+v", got)
	}
	b, a := s.related(got[0], EpisodeRef{ID: "b"}), s.related(got[1], EpisodeRef{ID: "a"})
	if r := b.Reasons; len(r) != 2 || r[0].Kind != "guest" || r[0].Text != "Both have Maya as a guest" {
		t.Errorf("a guest who is also mentioned counts once, as a guest: %+v", r)
	}
	// The second mention counts half.
	if r := a.Reasons; r[0].Score <= 1.9*r[1].Score || a.Score != round(r[0].Score+r[1].Score) {
		t.Errorf("reasons = %+v, score = %v", r, a.Score)
	}
}

// BenchmarkCandidates scores what an episode on a large site shares: 14 entities, 300 episodes each.
func BenchmarkCandidates(b *testing.B) {
	s := sharings{episodes: 10000, shows: 100}
	for i := range 14 {
		x := sharing{kind: "mention", entity: Ref{KindTechnology, fmt.Sprint("t", i), fmt.Sprint("T", i)}, titled: map[string]bool{}}
		for j := range 300 {
			x.episodes = append(x.episodes, fmt.Sprint("episode-", (i*37+j*7)%2000))
		}
		s.things = append(s.things, x)
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(s.candidates("episode-0")) == 0 {
			b.Fatal("no candidates")
		}
	}
}

func TestChoose(t *testing.T) {
	of := func(id, show, title string) Related {
		return Related{Episode: EpisodeRef{ID: id, Title: title, Show: Ref{KindShow, show, show}}}
	}
	asked := EpisodeRef{ID: "asked", Title: "How sharding works in MySQL"}
	candidates := []Related{
		of("rerun", "a", "Rerun: how sharding works in MySQL"), of("a1", "a", "Vitess"), of("a2", "a", "Vitess internals"),
		of("a3", "a", "Sessions"), of("b1", "b", "vitess"), of("b2", "b", "Queues"), of("c1", "c", ""),
	}
	for _, c := range []struct {
		name  string
		limit int
		many  bool
		want  string
	}{
		{"two of a show", 10, true, "a1 a2 b2 c1 "},
		{"one show only", 10, false, "a1 a2 a3 b2 c1 "},
		{"limit", 2, true, "a1 a2 "},
	} {
		got := ""
		for _, r := range choose(asked, candidates, c.limit, c.many) {
			got += r.Episode.ID + " "
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
