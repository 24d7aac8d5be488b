package graph

import (
	"context"
	"fmt"
)

// seenWithEpisodes bounds the episodes in which a technology's company is counted: the newest ones.
const seenWithEpisodes = 300

// Technology returns the page of a technology: ErrNotFound when the graph knows none by that id,
// a MovedError when it goes by another.
func (g *Graph) Technology(ctx context.Context, id string) (*TechnologyPage, error) {
	var page *TechnologyPage
	err := g.read(ctx, func(t tx) error {
		page = &TechnologyPage{MadeBy: []Making{}, SeenWith: []Counted{}, MentionsIn: []Statement{}}
		es := episodes{}
		params := map[string]any{"id": id, "limit": pageLimit, "with": seenWithEpisodes}
		list, err := t.edges(ctx, "page/technology", params, es, func(r record) {
			p := r.props("x")
			page.Ref, page.Class, page.Aliases, page.URLs = r.node("x"), p.str("kind"), p.strings("aliases"), p.strings("urls")
		}, func(r record) {
			page.SeenWith = append(page.SeenWith, r.counted())
		})
		err = t.moved(ctx, labelTechnology, id, err)
		if err == nil {
			err = es.resolve(ctx, t, true)
		}
		if err != nil {
			return err
		}
		for _, e := range list {
			switch e.part {
			case "made":
				page.MadeBy = append(page.MadeBy, es.making(e.x, page.Ref, e.p))
			case "mention":
				page.MentionsIn = append(page.MentionsIn, es.said(e.p))
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("technology %s: %w", id, err)
	}
	return page, nil
}
