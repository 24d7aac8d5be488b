package graph

import (
	"context"
	"fmt"
)

// seenWithEpisodes bounds the episodes in which a technology's company is counted: the newest ones.
const seenWithEpisodes = 300

// Technology returns the page of a technology: ErrNotFound when the graph knows none by that id,
// a MovedError when it goes by another.
func (g *Graph) Technology(ctx context.Context, id string, w Window) (*TechnologyPage, error) {
	var page *TechnologyPage
	err := g.read(ctx, func(t tx) error {
		page = &TechnologyPage{MadeBy: []Making{}, Guests: []Talker{}, Hosts: []Talker{}, SeenWith: []Counted{}, Companies: []Counted{},
			MentionsIn: []Statement{}, Years: []YearCount{}, CountedIn: seenWithEpisodes}
		p := t.page(id, w)
		page.Totals = p.totals
		err := p.self(ctx, "page/technology", labelTechnology, func(ref Ref, n props) {
			page.Ref, page.Class, page.Aliases, page.URLs = ref, n.str("kind"), n.strings("aliases"), n.strings("urls")
		})
		if err == nil {
			err = p.read(ctx, page.sections(p.es), true)
		}
		if err == nil && w.Part == "" {
			page.Years, err = p.years(ctx, "page/technology-years")
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("technology %s: %w", id, err)
	}
	return page, nil
}

// sections are the parts of a technology's page.
func (page *TechnologyPage) sections(es episodes) []section {
	talkers := func(list *[]Talker) func(row) {
		return func(r row) { *list = append(*list, Talker{Person: r.x, N: r.n, Said: es.said(r.said[0].p)}) }
	}
	counted := func(list *[]Counted) func(row) {
		return func(r row) { *list = append(*list, Counted{Entity: r.x, N: r.n}) }
	}
	with := func(label string) map[string]any { return map[string]any{"label": label, "newest": seenWithEpisodes} }
	return []section{
		{parts: []string{"makers"}, statement: "page/technology-makers", add: func(r row) { page.MadeBy = append(page.MadeBy, es.makings(r.x, page.Ref, r.said)...) }},
		{parts: []string{"guests"}, statement: "page/technology-talkers", params: map[string]any{"types": []string{"GUEST_ON"}}, add: talkers(&page.Guests)},
		{parts: []string{"hosts"}, statement: "page/technology-talkers", params: map[string]any{"types": []string{"HOSTED"}}, add: talkers(&page.Hosts)},
		{parts: []string{"technologies"}, statement: "page/technology-with", params: with(labelTechnology), add: counted(&page.SeenWith)},
		{parts: []string{"companies"}, statement: "page/technology-with", params: with(labelCompany), add: counted(&page.Companies)},
		{parts: []string{"mentions"}, statement: "page/technology-mentions", add: func(r row) { page.MentionsIn = append(page.MentionsIn, es.statements(r.said)...) }},
	}
}
