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
			err = p.read(ctx, page.sections(p.es), false)
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
func (page *ShowPage) sections(es episodes) []section {
	counted := func(list *[]Counted) func(row) {
		return func(r row) { *list = append(*list, Counted{Entity: r.x, N: r.n}) }
	}
	people := func(typ string) map[string]any { return map[string]any{"types": []string{typ}} }
	named := func(label string) map[string]any { return map[string]any{"label": label} }
	return []section{
		{parts: []string{"hosts"}, statement: "page/show-people", params: people("HOSTED"), add: counted(&page.Hosts)},
		{parts: []string{"guests"}, statement: "page/show-people", params: people("GUEST_ON"), add: counted(&page.Guests)},
		{parts: []string{"companies"}, statement: "page/show-named", params: named(labelCompany), add: counted(&page.Companies)},
		{parts: []string{"technologies"}, statement: "page/show-named", params: named(labelTechnology), add: counted(&page.Technologies)},
		{parts: []string{"episodes"}, statement: "page/show-episodes", add: func(r row) { page.Episodes = append(page.Episodes, es[r.id].EpisodeRef) }},
	}
}
