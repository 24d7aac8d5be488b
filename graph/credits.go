package graph

import (
	"context"
	"fmt"
	"slices"
)

// A Credits tells who is on some of a show's episodes.
type Credits struct {
	Show     Ref
	Total    int // episodes of the show
	Episodes []EpisodeCredits
}

// An EpisodeCredits tells who is on an episode, and by which guid its feed has it.
type EpisodeCredits struct {
	EpisodeRef
	GUID   string
	Hosts  []Ref // by name
	Guests []Ref
}

// Credits lists a show's episodes with their hosts and guests, newest first, limit of them after the first offset:
// ErrNotFound when the graph knows no show by that id.
func (g *Graph) Credits(ctx context.Context, show string, offset, limit int) (*Credits, error) {
	var c *Credits
	err := g.read(ctx, func(t tx) error {
		c = &Credits{Episodes: []EpisodeCredits{}}
		place := map[string]int{}
		err := t.run(ctx, "page/credits", map[string]any{"id": show, "offset": offset, "limit": limit}, func(r record) {
			if r.part() == "self" {
				c.Show, c.Total = r.node("x"), r.int("n")
				return
			}
			p := props(column[map[string]any](r, "e"))
			at, ok := place[p.str("id")]
			if !ok {
				at = len(c.Episodes)
				place[p.str("id")] = at
				c.Episodes = append(c.Episodes, EpisodeCredits{GUID: p.str("guid"),
					EpisodeRef: EpisodeRef{ID: p.str("id"), Title: p.str("title"), Published: p.str("published"), URL: p.str("url")}})
			}
			switch e := &c.Episodes[at]; r.str("type") {
			case "HOSTED":
				e.Hosts = append(e.Hosts, r.node("x"))
			case "GUEST_ON":
				e.Guests = append(e.Guests, r.node("x"))
			}
		})
		if err == nil && c.Show.ID == "" {
			err = ErrNotFound
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("credits of show %s: %w", show, err)
	}
	slices.SortFunc(c.Episodes, func(a, b EpisodeCredits) int { return newest(a.EpisodeRef, b.EpisodeRef) })
	for i, e := range c.Episodes {
		c.Episodes[i].Show = c.Show
		slices.SortFunc(e.Hosts, byName)
		slices.SortFunc(e.Guests, byName)
	}
	return c, nil
}
