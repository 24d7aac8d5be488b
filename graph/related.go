package graph

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
)

// How related are two episodes?
//
// They share things: a guest; a maker (a person or company that both name as the creator or maker of a technology); an
// employer (a company at which both say someone on or spoken of, other than the host, works or worked); a mention of an
// entity other than their hosts. The score of one shared thing x of a kind is
//
//	weight(kind) · rarity(x) · appearance(x)
//
//	weight      guest 12, maker 6, employer 4, mention 1
//	rarity      ln(1 + N/n) / ln(1 + N), with N episodes in the graph and n of them having x: the inverse document
//	            frequency scaled to 0 < rarity ≤ 1, so that PostgreSQL on a database show counts for little and a
//	            name that only two episodes know for nearly the weight
//	appearance  1, and ½ more for either title that names x (mentions only)
//
// A thing is counted once, by the kind that gives most. The score of an episode adds its things up, best first within
// each kind, the k-th at 1/k of its score: ten common technologies do not outweigh one shared guest.
//
// Then reruns fall out: of episodes with near the same title only the best stays, and none that repeats the title of
// the episode asked for. No show takes more than two places unless the graph has only one show.
//
// What an episode mentions is looked at rarest first, until it has been followed to mentionBudget episodes: the common
// rest would cost most and tell least.
const (
	mentionBudget = 1500
	relatedMost   = 50
	perShow       = 2
	nearDuplicate = 0.8 // share of title words, Jaccard
	considered    = 4   // candidates looked up for each place
)

func kindWeight(kind string) float64 {
	switch kind {
	case "guest":
		return 12
	case "maker":
		return 6
	case "employer":
		return 4
	}
	return 1
}

// Related lists the episodes most related to one, best first, and says why: ErrNotFound when the graph holds no such
// episode. A limit below 1 means 6; 50 is the most.
func (g *Graph) Related(ctx context.Context, id string, limit int) ([]Related, error) {
	if limit < 1 {
		limit = 6
	}
	limit = min(limit, relatedMost)
	var found []Related
	err := g.read(ctx, func(t tx) error {
		s, err := t.shared(ctx, id)
		if err != nil {
			return err
		}
		candidates := s.candidates(id)
		candidates = candidates[:min(len(candidates), considered*limit+considered)]
		es := episodes{}
		es.want(id)
		for _, c := range candidates {
			es.want(c.id)
		}
		if err := es.resolve(ctx, t, false); err != nil {
			return err
		}
		if es[id].ID == "" {
			return ErrNotFound
		}
		list := make([]Related, len(candidates))
		for i, c := range candidates {
			list[i] = s.related(c, es[c.id].EpisodeRef)
		}
		found = choose(es[id].EpisodeRef, list, limit, s.shows > 1)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("related to episode %s: %w", id, err)
	}
	return found, nil
}

// sharings is what an episode shares, and with which others.
type sharings struct {
	things   []sharing
	episodes int
	shows    int
}

// A sharing is one thing and the episodes that have it, the one asked for included.
type sharing struct {
	kind     string
	entity   Ref
	episodes []string
	titled   map[string]bool // episodes whose title names it
}

// shared looks up what an episode mentions and chooses what to follow, then follows it.
func (t tx) shared(ctx context.Context, id string) (sharings, error) {
	var s sharings
	things := []map[string]any{}
	budget := mentionBudget
	err := t.run(ctx, "page/things", map[string]any{"id": id}, func(r record) {
		label, thing, n := entityLabel(r.strings("labels")), r.str("id"), r.int("n")
		switch {
		case label == "" && thing == "episodes":
			s.episodes = n
		case label == "":
			s.shows = n
		case budget > 0:
			budget -= n
			things = append(things, key{label, thing}.row())
		}
	})
	if err != nil {
		return s, err
	}
	err = t.run(ctx, "page/related", map[string]any{"id": id, "things": things}, func(r record) {
		x := sharing{r.str("kind"), r.ref(), r.strings("episodes"), map[string]bool{}}
		for _, e := range r.strings("titled") {
			x.titled[e] = true
		}
		s.things = append(s.things, x)
	})
	return s, err
}

// worth is weight times rarity of a thing.
func (s sharings) worth(x sharing) float64 {
	n := float64(max(s.episodes, 1))
	return kindWeight(x.kind) * math.Log(1+n/float64(max(len(x.episodes), 1))) / math.Log(1+n)
}

// appearance is how much more a thing counts for two episodes by where it appears in them.
func (x sharing) appearance(a, b string) float64 {
	factor := 1.0
	if x.titled[a] {
		factor += 0.5
	}
	if x.titled[b] {
		factor += 0.5
	}
	return factor
}

// A candidate is another episode with what it shares.
type candidate struct {
	id    string
	ties  []tie
	score float64
}

// A tie is one shared thing, by its place in sharings.things.
type tie struct {
	thing int
	score float64
}

// candidates lists the other episodes, best first.
func (s sharings) candidates(id string) []candidate {
	var list []candidate
	place := map[string]int{}
	for i, x := range s.things {
		worth := s.worth(x)
		for _, other := range x.episodes {
			if other == id {
				continue
			}
			at, ok := place[other]
			if !ok {
				at = len(list)
				place[other] = at
				list = append(list, candidate{id: other})
			}
			list[at].ties = append(list[at].ties, tie{i, worth * x.appearance(id, other)})
		}
	}
	for i := range list {
		s.add(&list[i])
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	return list
}

// add orders the ties of a candidate, drops those of an entity that counts already, and adds the rest up.
func (s sharings) add(c *candidate) {
	slices.SortFunc(c.ties, func(a, b tie) int {
		x, y := s.things[a.thing].entity, s.things[b.thing].entity
		return cmp.Or(cmp.Compare(b.score, a.score), byName(x, y), cmp.Compare(x.Kind, y.Kind))
	})
	kept := c.ties[:0]
	place := map[string]float64{}
	for _, t := range c.ties {
		x := s.things[t.thing]
		if slices.ContainsFunc(kept, func(k tie) bool { return s.things[k.thing].entity == x.entity }) {
			continue
		}
		place[x.kind]++
		t.score = round(t.score / place[x.kind])
		c.score += t.score
		kept = append(kept, t)
	}
	c.ties = kept
	c.score = round(c.score)
}

// related words a candidate as an answer.
func (s sharings) related(c candidate, episode EpisodeRef) Related {
	r := Related{Episode: episode, Score: c.score, Reasons: make([]Reason, len(c.ties))}
	for i, t := range c.ties {
		x := s.things[t.thing]
		r.Reasons[i] = Reason{Kind: x.kind, Entity: x.entity, Text: reasonLine(x.kind, x.entity.Name), Score: t.score}
	}
	return r
}

// round keeps four decimals: the same on every machine, and enough to order by.
func round(f float64) float64 { return math.Round(f*1e4) / 1e4 }

// reasonLine tells in one line what two episodes share.
func reasonLine(kind, name string) string {
	switch kind {
	case "guest":
		return "Both have " + name + " as a guest"
	case "maker":
		return "Both speak of what " + name + " made"
	case "employer":
		return "Both speak of people who worked at " + name
	}
	return "Both mention " + name
}

// choose takes the best candidates, leaving out near duplicates and what goes beyond a show's share.
func choose(asked EpisodeRef, candidates []Related, limit int, manyShows bool) []Related {
	chosen := []Related{}
	titles := []EpisodeRef{asked}
	ofShow := map[string]int{}
	for _, c := range candidates {
		if len(chosen) == limit {
			break
		}
		if manyShows && ofShow[c.Episode.Show.ID] == perShow {
			continue
		}
		if slices.ContainsFunc(titles, func(e EpisodeRef) bool { return sameTitle(e.Title, c.Episode.Title) }) {
			continue
		}
		chosen = append(chosen, c)
		titles = append(titles, c.Episode)
		ofShow[c.Episode.Show.ID]++
	}
	return chosen
}

// sameTitle tells whether two titles share nearly all their words. Titles of one or two words must be equal:
// "SQLite" and "SQLite internals" are two episodes.
func sameTitle(a, b string) bool {
	wordsA, wordsB := strings.Fields(fold(a)), strings.Fields(fold(b))
	if min(len(wordsA), len(wordsB)) < 3 {
		return len(wordsA) > 0 && slices.Equal(wordsA, wordsB)
	}
	union := map[string]bool{}
	for _, w := range wordsA {
		union[w] = true
	}
	size := len(union)
	common := 0
	for _, w := range wordsB {
		if union[w] {
			common++
			delete(union, w) // each word once
		} else {
			size++
		}
	}
	return float64(common) >= nearDuplicate*float64(size)
}
