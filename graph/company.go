package graph

import (
	"context"
	"fmt"
)

// Company returns the page of a company: ErrNotFound when the graph knows none by that id, a
// MovedError when it goes by another.
func (g *Graph) Company(ctx context.Context, id string, w Window) (*CompanyPage, error) {
	var page *CompanyPage
	err := g.read(ctx, func(t tx) error {
		page = &CompanyPage{Jobs: []Job{}, Went: []Mover{}, Came: []Mover{}, Makes: []Making{}, Sponsored: []Statement{}, MentionsIn: []Statement{}, Years: []YearCount{}}
		p := t.page(id, w)
		page.Totals = p.totals
		err := p.self(ctx, "page/company", labelCompany, func(ref Ref, n props) {
			page.Ref, page.Aliases, page.URLs = ref, n.strings("aliases"), n.strings("urls")
		})
		if err == nil {
			err = p.read(ctx, page.sections(p.es, w), true)
		}
		if err == nil && w.Part == "" {
			page.Years, err = p.years(ctx, "page/company-years")
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("company %s: %w", id, err)
	}
	return page, nil
}

// sections are the parts of a company's page.
func (page *CompanyPage) sections(es episodes, w Window) []section {
	makes := "page/company-makes"
	if w.With.ID != "" {
		makes = "page/making"
	}
	return []section{
		{parts: []string{"current", "former", "unknown"}, statement: "page/company-people",
			add: func(r row) {
				page.Jobs, page.Cut = append(page.Jobs, es.jobs(r.x, page.Ref, r.said)...), append(page.Cut, r.cut(r.part)...)
			}},
		{parts: []string{"went"}, statement: "page/company-went", add: func(r row) {
			page.Went = append(page.Went, Mover{Person: r.x, Left: es.job(r.x, page.Ref, r.said[0].p), Joined: es.job(r.x, r.via, r.said[1].p)})
		}},
		{parts: []string{"came"}, statement: "page/company-came", add: func(r row) {
			page.Came = append(page.Came, Mover{Person: r.x, Left: es.job(r.x, r.via, r.said[0].p), Joined: es.job(r.x, page.Ref, r.said[1].p)})
		}},
		{parts: []string{"makes"}, statement: makes, params: map[string]any{"maker": labelCompany}, add: func(r row) {
			page.Makes, page.Cut = append(page.Makes, es.makings(page.Ref, r.x, r.said)...), append(page.Cut, r.cut("makes")...)
		}},
		{parts: []string{"sponsored"}, statement: "page/company-sponsored", add: func(r row) { page.Sponsored = append(page.Sponsored, es.statements(r.said)...) }},
		{parts: []string{"mentions"}, statement: "page/company-mentions", add: func(r row) { page.MentionsIn = append(page.MentionsIn, es.statements(r.said)...) }},
	}
}
