package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

const (
	relatedUsual  = 6
	relatedMost   = 50
	mentionBudget = 1000 // episodes that mentions are followed to, rarest entity first
	perShow       = 2    // cards of one show, where there are several shows
	considered    = 4    // candidates looked up for each place, at first
)

// Related lists the episodes most related to one, best first, and says why: ErrNotFound when the graph holds no such
// episode. A limit below 1 means 6; 50 is the most. RELATED.md, beside this file, explains the score.
func (g *Graph) Related(ctx context.Context, id string, limit int) ([]Related, error) {
	found, err := g.RelatedToEach(ctx, []string{id}, limit)
	if err != nil {
		return nil, fmt.Errorf("related to episode %s: %w", id, err)
	}
	list, ok := found[id]
	if !ok {
		return nil, fmt.Errorf("related to episode %s: %w", id, ErrNotFound)
	}
	return list, nil
}

// RelatedToEach is Related for several episodes, in no more statements than for one. What the graph does not hold is
// left out.
func (g *Graph) RelatedToEach(ctx context.Context, ids []string, limit int) (map[string][]Related, error) {
	if limit < 1 {
		limit = relatedUsual
	}
	limit = min(limit, relatedMost)
	found := make(map[string][]Related, len(ids))
	err := g.read(ctx, func(t tx) error {
		clear(found)
		asked := episodes{}
		for _, id := range ids {
			asked.want(id)
		}
		if err := asked.resolve(ctx, t, false); err != nil {
			return err
		}
		maps.DeleteFunc(asked, func(_ string, e episode) bool { return e.ID == "" })
		s, err := t.shared(ctx, slices.Sorted(maps.Keys(asked)))
		if err != nil {
			return err
		}
		choices := make([]*choice, 0, len(asked))
		for id, e := range asked {
			choices = append(choices, newChoice(e.EpisodeRef, limit, s.shows, s.candidates(id)))
		}
		if err := t.choose(ctx, s, choices); err != nil {
			return err
		}
		for _, c := range choices {
			found[c.taken[0].ID] = c.chosen
		}
		return nil
	})
	return found, err
}

// shared looks up what episodes share, and with which others. Of what one mentions the common rest, past mentionBudget,
// would cost most and tell least.
func (t tx) shared(ctx context.Context, ids []string) (*sharings, error) {
	s := newSharings()
	if len(ids) == 0 {
		return s, nil
	}
	things, mentions := []map[string]any{}, map[key]bool{}
	spent := map[string]int{}
	err := t.run(ctx, "page/things", map[string]any{"ids": ids}, func(r record) {
		label, thing, id, n := entityLabel(r.strings("labels")), r.str("id"), r.str("episode"), r.int("n")
		switch {
		case label == "" && thing == "episodes":
			s.episodes = n
		case label == "":
			s.shows = n
		case spent[id] == 0 || spent[id]+n <= mentionBudget:
			spent[id] += n
			if k := (key{label, thing}); !mentions[k] {
				mentions[k] = true
				things = append(things, k.row())
			}
			s.follow(id, Ref{Kind: kindOf([]string{label}), ID: thing})
		}
	})
	if err != nil {
		return nil, err
	}
	err = t.run(ctx, "page/related", map[string]any{"ids": ids}, func(r record) {
		s.add(r.str("kind"), r.ref(), r.strings("episodes"), r.strings("apart"))
	})
	if err != nil {
		return nil, err
	}
	err = t.run(ctx, "page/related-mentions", map[string]any{"things": things}, func(r record) {
		x := s.add(kindMention, r.ref(), r.strings("episodes"), r.strings("apart"))
		x.appears(spoken, r.strings("spoken"))
		x.appears(inChapter, r.strings("chapters"))
		x.appears(inTitle, r.strings("titles"))
		x.appears(asGuest, r.strings("guests"))
	})
	return s, err
}

// choose offers each choice its candidates, best first, and looks up no more of them than it takes to fill the places.
func (t tx) choose(ctx context.Context, s *sharings, choices []*choice) error {
	for size := considered; ; size *= considered {
		es := episodes{}
		for _, c := range choices {
			for _, one := range c.next(size) {
				es.want(one.id)
			}
		}
		if len(es) == 0 {
			return nil
		}
		if err := es.resolve(ctx, t, false); err != nil {
			return err
		}
		for _, c := range choices {
			batch := c.next(size)
			c.candidates = c.candidates[len(batch):]
			for _, one := range batch {
				c.offer(s.related(one, es[one.id].EpisodeRef))
			}
		}
	}
}

// A choice takes the best candidates, leaving out near duplicates and what goes beyond a show's share.
type choice struct {
	limit      int
	shows      int         // in the graph
	candidates []candidate // not offered yet
	chosen     []Related
	taken      []EpisodeRef // the one asked for and the chosen
	ofShow     map[string]int
}

func newChoice(asked EpisodeRef, limit, shows int, candidates []candidate) *choice {
	return &choice{limit: limit, shows: shows, candidates: candidates, chosen: []Related{}, taken: []EpisodeRef{asked}, ofShow: map[string]int{}}
}

// next returns the candidates to offer in a round that takes so many for each place.
func (c *choice) next(round int) []candidate {
	if c.full() {
		return nil
	}
	return c.candidates[:min(round*(c.limit+1), len(c.candidates))]
}

func (c *choice) full() bool {
	return len(c.chosen) == c.limit || c.shows > 1 && len(c.chosen) == perShow*(c.shows+1) // one more: episodes of no show
}

func (c *choice) offer(r Related) {
	show := r.Episode.Show.ID
	if c.full() || c.shows > 1 && c.ofShow[show] == perShow {
		return
	}
	if slices.ContainsFunc(c.taken, func(e EpisodeRef) bool { return sameTitle(e.Title, r.Episode.Title) }) {
		return
	}
	c.chosen = append(c.chosen, r)
	c.taken = append(c.taken, r.Episode)
	c.ofShow[show]++
}
