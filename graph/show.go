package graph

import (
	"context"
	"fmt"
	"slices"
)

// Show returns the page of a show: ErrNotFound when the graph knows none by that id.
func (g *Graph) Show(ctx context.Context, id string) (*ShowPage, error) {
	var page *ShowPage
	err := g.read(ctx, func(t tx) error {
		page = &ShowPage{Hosts: []Counted{}, Guests: []Counted{}, Companies: []Counted{}, Technologies: []Counted{}, Episodes: []EpisodeRef{}}
		es := episodes{}
		err := t.run(ctx, "page/show", map[string]any{"id": id, "top": showTop, "limit": showEpisodes}, func(r record) {
			switch r.part() {
			case "self":
				page.Ref, page.EpisodeCount = r.node("x"), r.int("n")
			case "host":
				page.Hosts = append(page.Hosts, r.counted())
			case "guest":
				page.Guests = append(page.Guests, r.counted())
			case "company":
				page.Companies = append(page.Companies, r.counted())
			case "technology":
				page.Technologies = append(page.Technologies, r.counted())
			case "episode":
				es.want(r.str("id"))
			}
		})
		if err == nil && page.ID == "" {
			err = ErrNotFound
		}
		if err != nil {
			return err
		}
		page.Episodes, err = es.list(ctx, t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("show %s: %w", id, err)
	}
	return page, nil
}

// What a show's page holds at most: entries of each list, and episodes.
const (
	showTop      = 20
	showEpisodes = 1000
)

// list looks the wanted episodes up and returns them newest first.
func (es episodes) list(ctx context.Context, t tx) ([]EpisodeRef, error) {
	if err := es.resolve(ctx, t, false); err != nil {
		return nil, err
	}
	list := make([]EpisodeRef, 0, len(es))
	for _, e := range es {
		list = append(list, e.EpisodeRef)
	}
	slices.SortFunc(list, newest)
	return list, nil
}
