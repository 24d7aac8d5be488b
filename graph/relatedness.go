package graph

import (
	"cmp"
	"math"
	"slices"
)

// The kinds of Reason.
const (
	kindGuest    = "guest"
	kindMaker    = "maker"
	kindEmployer = "employer"
	kindMention  = "mention"
)

// kindWeight is what a shared thing of a kind counts when no other episode has it.
func kindWeight(kind string) float64 {
	switch kind {
	case kindGuest:
		return 12
	case kindMaker:
		return 6
	case kindEmployer:
		return 4
	}
	return 1
}

// How an entity appears in an episode that mentions it, as a factor.
const (
	spoken    = 0.75 // only said in the transcript
	inProse   = 1.0
	inChapter = 1.25
	inTitle   = 1.5
	asGuest   = 2.0
)

// sharings is what episodes share, and with which others.
type sharings struct {
	things   []*sharing
	episodes int // in the graph
	shows    int
	place    map[sharingKey]*sharing
	followed map[string]map[Ref]bool // by episode, the mentioned entities (no names) that count for it
}

func newSharings() *sharings {
	return &sharings{place: map[sharingKey]*sharing{}, followed: map[string]map[Ref]bool{}}
}

// follow notes that a mentioned entity counts for an episode: of several asked about, another may mention it too, where
// it is one of those that are not followed.
func (s *sharings) follow(id string, entity Ref) {
	if s.followed[id] == nil {
		s.followed[id] = map[Ref]bool{}
	}
	s.followed[id][Ref{Kind: entity.Kind, ID: entity.ID}] = true
}

type sharingKey struct {
	kind   string
	entity Ref
}

// A sharing is one thing and the episodes that have it, those asked for included, each with how it appears there.
type sharing struct {
	kind   string
	entity Ref
	in     map[string]float64
}

// add notes episodes that have a thing, but not those where it stands apart: a host, or a sponsor, tells nothing of
// what an episode is about.
func (s *sharings) add(kind string, entity Ref, episodes, apart []string) *sharing {
	k := sharingKey{kind, entity}
	x := s.place[k]
	if x == nil {
		x = &sharing{kind: kind, entity: entity, in: make(map[string]float64, len(episodes))}
		s.place[k] = x
		s.things = append(s.things, x)
	}
	not := make(map[string]bool, len(apart))
	for _, id := range apart {
		not[id] = true
	}
	for _, id := range episodes {
		if !not[id] {
			x.in[id] = inProse
		}
	}
	return x
}

// appears notes how a thing appears in episodes that have it; the last word counts.
func (x *sharing) appears(factor float64, episodes []string) {
	for _, id := range episodes {
		if _, ok := x.in[id]; ok {
			x.in[id] = factor
		}
	}
}

// rarity is the inverse document frequency of a thing, scaled to 0 < rarity ≤ 1.
func (s *sharings) rarity(x *sharing) float64 {
	n := float64(max(s.episodes, len(x.in), 1))
	return math.Log1p(n/float64(max(len(x.in), 1))) / math.Log1p(n)
}

// A candidate is another episode with what it shares, the strongest tie first.
type candidate struct {
	id    string
	ties  []tie
	score float64
}

// A tie is one shared thing with the parts of its score.
type tie struct {
	*sharing
	rarity, appearance float64
	score              float64 // undivided at first, then this tie's part of the sum
}

// candidates lists the other episodes, best first.
func (s *sharings) candidates(id string) []candidate {
	var list []candidate
	place := map[string]int{}
	for _, x := range s.things {
		here, ok := x.in[id]
		if !ok || x.kind == kindMention && !s.followed[id][Ref{Kind: x.entity.Kind, ID: x.entity.ID}] {
			continue
		}
		rarity, weight := s.rarity(x), kindWeight(x.kind)
		for other, there := range x.in {
			if other == id {
				continue
			}
			at, ok := place[other]
			if !ok {
				at = len(list)
				place[other] = at
				list = append(list, candidate{id: other})
			}
			factor := here * there
			list[at].ties = append(list[at].ties, tie{x, rarity, factor, weight * rarity * factor})
		}
	}
	for i := range list {
		list[i].sum()
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	return list
}

// sum orders the ties, drops those of a thing that counts already, and adds the rest up, the k-th divided by k.
func (c *candidate) sum() {
	slices.SortFunc(c.ties, func(a, b tie) int {
		return cmp.Or(cmp.Compare(b.score, a.score), byName(a.entity, b.entity), cmp.Compare(a.entity.Kind, b.entity.Kind))
	})
	kept := c.ties[:0]
	for _, t := range c.ties {
		// The company Turso and the technology Turso are one thing to speak of.
		if slices.ContainsFunc(kept, func(k tie) bool { return k.entity.ID == t.entity.ID }) {
			continue
		}
		t.score = round(t.score / float64(len(kept)+1))
		c.score += t.score
		kept = append(kept, t)
	}
	c.ties = kept
	c.score = round(c.score)
}

// related words a candidate as an answer.
func (s *sharings) related(c candidate, episode EpisodeRef) Related {
	r := Related{Episode: episode, Score: c.score, Reasons: make([]Reason, len(c.ties))}
	for i, t := range c.ties {
		r.Reasons[i] = Reason{Kind: t.kind, Entity: t.entity, Text: reasonLine(t.kind, t.entity.Name), Score: t.score,
			Parts: ScoreParts{Weight: kindWeight(t.kind), Rarity: round(t.rarity), Appearance: round(t.appearance), Rank: i + 1, Episodes: len(t.in)}}
	}
	return r
}

// round keeps four decimals: the same on every machine, and enough to order by.
func round(f float64) float64 { return math.Round(f*1e4) / 1e4 }

// reasonLine tells in one line what two episodes share.
func reasonLine(kind, name string) string {
	switch kind {
	case kindGuest:
		return "Both have " + name + " as a guest"
	case kindMaker:
		return "Both speak of what " + name + " made"
	case kindEmployer:
		return "Both speak of people who worked at " + name
	}
	return "Both mention " + name
}
