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
			err = p.read(ctx, page.sections(p.es, w), true)
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
func (page *TechnologyPage) sections(es episodes, w Window) []section {
	mentions := "page/technology-mentions"
	if w.With.ID != "" {
		mentions = "page/technology-both"
	}
	return []section{
		{parts: []string{"makers"}, statement: "page/technology-makers", add: func(r row) {
			page.MadeBy, page.Cut = append(page.MadeBy, es.makings(r.x, page.Ref, r.said)...), append(page.Cut, r.cut("makers")...)
		}},
		{parts: []string{"guests", "hosts"}, statement: "page/technology-talkers", add: func(r row) {
			t := Talker{Person: r.x, N: r.n, Said: es.said(r.said[0].p)}
			if r.part == "hosts" {
				page.Hosts = append(page.Hosts, t)
			} else {
				page.Guests = append(page.Guests, t)
			}
		}},
		{parts: []string{"technologies", "companies"}, statement: "page/technology-with", params: map[string]any{"newest": seenWithEpisodes}, add: func(r row) {
			c := Counted{Entity: r.x, N: r.n}
			if r.part == "companies" {
				page.Companies = append(page.Companies, c)
			} else {
				page.SeenWith = append(page.SeenWith, c)
			}
		}},
		{parts: []string{"mentions"}, statement: mentions, add: func(r row) { page.MentionsIn = append(page.MentionsIn, es.statements(r.said)...) }},
	}
}
