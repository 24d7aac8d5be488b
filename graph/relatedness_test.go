package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// shares makes what a graph of n episodes shares: each thing with its episodes.
func shares(n, shows int, add func(*sharings)) *sharings {
	s := newSharings()
	s.episodes, s.shows = n, shows
	add(s)
	for _, x := range s.things {
		for id := range x.in {
			s.follow(id, x.entity)
		}
	}
	return s
}

func numbered(prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprint(prefix, i)
	}
	return list
}

// Of equally rare things a guest counts more than a maker, a maker more than an employer, an employer more than a
// mention, however that appears; of one kind the rarer counts more, and the more prominent.
func TestScoreOrder(t *testing.T) {
	score := func(kind string, episodes int, factors ...float64) float64 {
		s := shares(1000, 9, func(s *sharings) {
			x := s.add(kind, Ref{KindPerson, "x", "X"}, append([]string{"a", "b"}, numbered("e", episodes-2)...), nil)
			for i, f := range factors {
				x.appears(f, []string{"a", "b"}[i:i+1])
			}
		})
		for _, c := range s.candidates("a") {
			if c.id == "b" {
				return c.score
			}
		}
		t.Fatalf("%s of %d episodes ties nothing", kind, episodes)
		return 0
	}
	order := []struct {
		name  string
		score float64
	}{
		{"guest of two", score(kindGuest, 2)}, {"guest of twenty", score(kindGuest, 20)}, {"maker of two", score(kindMaker, 2)},
		{"employer of two", score(kindEmployer, 2)}, {"mention, guest of one and in the other's title", score(kindMention, 2, asGuest, inTitle)},
		{"in both titles", score(kindMention, 2, inTitle, inTitle)}, {"in one title", score(kindMention, 2, inTitle)},
		{"in a chapter", score(kindMention, 2, inChapter)}, {"in prose", score(kindMention, 2)}, {"only said", score(kindMention, 2, spoken)},
		{"common, in both titles", score(kindMention, 900, inTitle, inTitle)}, {"common", score(kindMention, 900)},
	}
	for i := 1; i < len(order); i++ {
		if order[i].score <= 0 || order[i].score >= order[i-1].score {
			t.Errorf("%s scores %v, %s %v", order[i].name, order[i].score, order[i-1].name, order[i-1].score)
		}
	}
}

// However many common names two episodes share, one rare guest counts more.
func TestManyCommonNamesDoNotMakeAGuest(t *testing.T) {
	s := shares(1000, 9, func(s *sharings) {
		for i := range 30 {
			s.add(kindMention, Ref{KindTechnology, fmt.Sprint("t", i), fmt.Sprint("T", i)}, append([]string{"a", "names"}, numbered("e", 300)...), nil)
		}
		s.add(kindGuest, Ref{KindPerson, "g", "G"}, []string{"a", "guest"}, nil)
	})
	if best := s.candidates("a")[0]; best.id != "guest" {
		t.Errorf("%s is first, with %v", best.id, best.score)
	}
}

// world makes things of every kind that random episodes of n share.
func world(r *rand.Rand, n int) *sharings {
	kinds := []string{kindGuest, kindMaker, kindEmployer, kindMention, kindMention, kindMention}
	factors := []float64{spoken, inProse, inChapter, inTitle, asGuest}
	return shares(n, 3, func(s *sharings) {
		for range 1 + r.IntN(12) {
			kind, name := kinds[r.IntN(len(kinds))], fmt.Sprint("x", r.IntN(8))
			for i := range n {
				if r.IntN(3) == 0 {
					x := s.add(kind, Ref{KindPerson, name, name}, []string{fmt.Sprint("e", i)}, nil)
					if kind == kindMention {
						x.appears(factors[r.IntN(len(factors))], []string{fmt.Sprint("e", i)})
					}
				}
			}
		}
	})
}

func scoreOf(s *sharings, a, b string) float64 {
	for _, c := range s.candidates(a) {
		if c.id == b {
			return c.score
		}
	}
	return 0
}

// Two episodes are as related one way as the other.
func TestScoreIsSymmetric(t *testing.T) {
	for seed := range uint64(200) {
		s := world(rand.New(rand.NewPCG(seed, 1)), 8)
		for i := range 8 {
			for j := range i {
				a, b := fmt.Sprint("e", i), fmt.Sprint("e", j)
				if ab, ba := scoreOf(s, a, b), scoreOf(s, b, a); ab != ba {
					t.Fatalf("seed %d: %s to %s is %v, back %v", seed, a, b, ab, ba)
				}
			}
		}
	}
}

// One more shared guest never makes two episodes less related, nor does it change others.
func TestScoreIsMonotoneInGuests(t *testing.T) {
	for seed := range uint64(200) {
		const a, b = "e0", "e1"
		s := world(rand.New(rand.NewPCG(seed, 2)), 8)
		before, other := scoreOf(s, a, b), scoreOf(s, a, "e2")
		for i := range 3 {
			s.add(kindGuest, Ref{KindPerson, fmt.Sprint("guest", i), ""}, []string{a, b}, nil)
			after := scoreOf(s, a, b)
			if after <= before {
				t.Fatalf("seed %d: guest %d takes the score from %v to %v", seed, i+1, before, after)
			}
			before = after
		}
		// Somebody both mention anyway, and who now is a guest of both.
		s.add(kindMention, Ref{KindPerson, "m", "M"}, []string{a, b}, nil)
		before = scoreOf(s, a, b)
		s.add(kindGuest, Ref{KindPerson, "m", "M"}, []string{a, b}, nil)
		if after := scoreOf(s, a, b); after <= before {
			t.Fatalf("seed %d: a mention that becomes a guest takes the score from %v to %v", seed, before, after)
		}
		if got := scoreOf(s, a, "e2"); got != other {
			t.Fatalf("seed %d: another episode went from %v to %v", seed, other, got)
		}
	}
}

// The parts of a score multiply and add up to it, and a thing counts once.
func TestScoreIsTheSumOfItsParts(t *testing.T) {
	for seed := range uint64(100) {
		s := world(rand.New(rand.NewPCG(seed, 3)), 8)
		for _, c := range s.candidates("e0") {
			r := s.related(c, EpisodeRef{ID: c.id})
			sum, seen := 0.0, map[string]bool{}
			for i, why := range r.Reasons {
				p := why.Parts
				sum = round(sum + why.Score)
				if d := why.Score - p.Weight*p.Rarity*p.Appearance/float64(p.Rank); d > 0.002 || d < -0.002 {
					t.Fatalf("seed %d: %+v does not multiply to its score", seed, why)
				}
				if p.Rank != i+1 || p.Rarity <= 0 || p.Rarity > 1 || p.Episodes < 2 || p.Episodes > s.episodes {
					t.Fatalf("seed %d: parts %+v at place %d", seed, p, i)
				}
				if seen[why.Entity.ID] {
					t.Fatalf("seed %d: %s counts twice", seed, why.Entity.ID)
				}
				seen[why.Entity.ID] = true
			}
			if sum != r.Score {
				t.Fatalf("seed %d: parts add up to %v, the score is %v", seed, sum, r.Score)
			}
		}
	}
}

func TestHostsAndSponsorsStandApart(t *testing.T) {
	s := shares(9, 2, func(s *sharings) {
		s.add(kindMention, Ref{KindPerson, "h", "H"}, []string{"a", "b", "hosted"}, []string{"hosted"})
		s.add(kindEmployer, Ref{KindCompany, "c", "C"}, []string{"a", "hosted"}, []string{"hosted"}) // said of the host there
		s.add(kindEmployer, Ref{KindCompany, "c", "C"}, []string{"b"}, nil)                          // and of another person here
		s.add(kindMention, Ref{KindCompany, "s", "S"}, []string{"a", "b"}, []string{"a"})            // sponsor of the one asked for
	})
	got := s.candidates("a")
	if len(got) != 1 || got[0].id != "b" || len(got[0].ties) != 2 {
		t.Errorf("candidates = %+v", got)
	}
}

// BenchmarkCandidates scores what an episode on a large site shares: 14 entities, 300 episodes each.
func BenchmarkCandidates(b *testing.B) {
	s := shares(10000, 100, func(s *sharings) {
		for i := range 14 {
			ids := []string{"episode-0"}
			for j := range 300 {
				ids = append(ids, fmt.Sprint("episode-", (i*37+j*7)%2000))
			}
			slices.Sort(ids)
			s.add(kindMention, Ref{KindTechnology, fmt.Sprint("t", i), fmt.Sprint("T", i)}, slices.Compact(ids), nil)
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		if len(s.candidates("episode-0")) == 0 {
			b.Fatal("no candidates")
		}
	}
}
