package graph

import (
	"context"
	"fmt"
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
	if limit < 1 {
		limit = relatedUsual
	}
	limit = min(limit, relatedMost)
	var found []Related
	err := g.read(ctx, func(t tx) error {
		asked := episodes{}
		asked.want(id)
		if err := asked.resolve(ctx, t, false); err != nil {
			return err
		}
		if asked[id].ID == "" {
			return ErrNotFound
		}
		s, err := t.shared(ctx, id)
		if err != nil {
			return err
		}
		found, err = t.choose(ctx, s, newChoice(asked[id].EpisodeRef, limit, s.shows), s.candidates(id))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("related to episode %s: %w", id, err)
	}
	return found, nil
}

// shared looks up what an episode shares, and with which others. Of what it mentions the common rest, past
// mentionBudget, would cost most and tell least.
func (t tx) shared(ctx context.Context, id string) (*sharings, error) {
	s := newSharings()
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
		return nil, err
	}
	err = t.run(ctx, "page/related", map[string]any{"id": id}, func(r record) {
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

// choose offers the candidates, best first, and looks up no more of them than it takes to fill the places.
func (t tx) choose(ctx context.Context, s *sharings, c *choice, candidates []candidate) ([]Related, error) {
	for size := considered * (c.limit + 1); len(candidates) > 0 && !c.full(); size *= considered {
		batch := candidates[:min(size, len(candidates))]
		candidates = candidates[len(batch):]
		es := episodes{}
		for _, one := range batch {
			es.want(one.id)
		}
		if err := es.resolve(ctx, t, false); err != nil {
			return nil, err
		}
		for _, one := range batch {
			c.offer(s.related(one, es[one.id].EpisodeRef))
		}
	}
	return c.chosen, nil
}

// A choice takes the best candidates, leaving out near duplicates and what goes beyond a show's share.
type choice struct {
	limit  int
	shows  int // in the graph
	chosen []Related
	taken  []EpisodeRef // the chosen and the one asked for
	ofShow map[string]int
}

func newChoice(asked EpisodeRef, limit, shows int) *choice {
	return &choice{limit: limit, shows: shows, chosen: []Related{}, taken: []EpisodeRef{asked}, ofShow: map[string]int{}}
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
