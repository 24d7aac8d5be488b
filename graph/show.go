package graph

import (
	"context"
	"fmt"
)

// Show returns the page of a show: ErrNotFound when the graph knows none by that id.
func (g *Graph) Show(ctx context.Context, id string, w Window) (*ShowPage, error) {
	var page *ShowPage
	err := g.read(ctx, func(t tx) error {
		page = &ShowPage{Hosts: []Counted{}, Guests: []Counted{}, Companies: []Counted{}, Technologies: []Counted{}, Episodes: []EpisodeRef{}, Years: []ShowYear{}}
		p := t.page(id, w)
		page.Totals = p.totals
		err := p.self(ctx, "page/show", labelShow, func(ref Ref, _ props) { page.Ref = ref })
		if err == nil {
			err = p.read(ctx, page.sections(p.es, w), w.With.ID != "")
		}
		if err == nil && w.Part == "" {
			page.Years, err = p.showYears(ctx)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("show %s: %w", id, err)
	}
	return page, nil
}

// sections are the parts of a show's page.
func (page *ShowPage) sections(es episodes, w Window) []section {
	episodes := "page/show-episodes"
	if w.With.ID != "" {
		episodes = "page/show-both"
	}
	lists := map[string]*[]Counted{"hosts": &page.Hosts, "guests": &page.Guests, "companies": &page.Companies, "technologies": &page.Technologies}
	counted := func(r row) { *lists[r.part] = append(*lists[r.part], Counted{Entity: r.x, N: r.n}) }
	return []section{
		{parts: []string{"hosts", "guests"}, statement: "page/show-people", add: counted},
		{parts: []string{"companies", "technologies"}, statement: "page/show-named", add: counted},
		{parts: []string{"episodes"}, statement: episodes, add: func(r row) {
			page.Episodes = append(page.Episodes, es[r.id].EpisodeRef)
			page.Passages = append(page.Passages, es.statements(r.said)...)
		}},
	}
}
