package graph

import (
	"context"
	"fmt"
	"slices"
)

// Person returns the page of a person: ErrNotFound when the graph knows none by that id, a
// MovedError when it goes by another.
func (g *Graph) Person(ctx context.Context, id string, w Window) (*PersonPage, error) {
	var page *PersonPage
	err := g.read(ctx, func(t tx) error {
		page = &PersonPage{Jobs: []Job{}, Created: []Making{}, Coworkers: []Coworker{}, Episodes: []Appearance{}, MentionsIn: []Statement{},
			Timeline: []Told{}, Dates: []Dated{}}
		p := t.page(id, w)
		page.Totals = p.totals
		err := p.self(ctx, "page/person", labelPerson, func(ref Ref, n props) {
			page.Ref, page.Aliases, page.URLs = ref, n.strings("aliases"), n.strings("urls")
		})
		if err == nil {
			err = p.read(ctx, page.sections(p.es, w), true)
		}
		if err != nil || w.Part != "" {
			return err
		}
		return t.run(ctx, "page/person-dates", map[string]any{"id": id}, func(r record) {
			page.Dates = append(page.Dates, Dated{Part: r.part(), Company: r.refOrNil("x"), Status: r.str("status"), Month: r.str("month"), N: r.int("n")})
		})
	})
	if err != nil {
		return nil, fmt.Errorf("person %s: %w", id, err)
	}
	slices.SortFunc(page.Dates, earliest)
	return page, nil
}

// sections are the parts of a person's page.
func (page *PersonPage) sections(es episodes, w Window) []section {
	jobs, created := "page/person-jobs", "page/person-created"
	if w.With.ID != "" {
		jobs, created = "page/person-job", "page/making"
	}
	appearance := func(r row) {
		for _, s := range r.said {
			said := es.said(s.p)
			page.Episodes = append(page.Episodes, Appearance{Person: page.Ref, Episode: said.Episode, Part: part(s.typ), Said: said})
		}
	}
	return []section{
		{parts: []string{"jobs"}, statement: jobs, add: func(r row) {
			page.Jobs, page.Cut = append(page.Jobs, es.jobs(page.Ref, r.x, r.said)...), append(page.Cut, r.cut("jobs")...)
		}},
		{parts: []string{"created"}, statement: created, params: map[string]any{"maker": labelPerson}, add: func(r row) {
			page.Created, page.Cut = append(page.Created, es.makings(page.Ref, r.x, r.said)...), append(page.Cut, r.cut("created")...)
		}},
		{parts: []string{"coworkers"}, statement: "page/person-coworkers", add: func(r row) {
			c := Coworker{Person: r.x, Company: r.via, Mine: es.jobs(page.Ref, r.via, r.mine), Theirs: es.jobs(r.x, r.via, r.said)}
			if r.mineN > len(c.Mine) {
				c.MineTotal = r.mineN
			}
			if r.n > len(c.Theirs) {
				c.TheirsTotal = r.n
			}
			page.Coworkers = append(page.Coworkers, c)
		}},
		{parts: []string{"guest"}, statement: "page/person-episodes", params: map[string]any{"types": []string{"GUEST_ON"}}, add: appearance},
		{parts: []string{"host"}, statement: "page/person-episodes", params: map[string]any{"types": []string{"HOSTED"}}, add: appearance},
		{parts: []string{"mentions"}, statement: "page/person-mentions", add: func(r row) { page.MentionsIn = append(page.MentionsIn, es.statements(r.said)...) }},
		{parts: []string{"timeline"}, statement: "page/person-timeline", add: func(r row) { page.tell(es, r) }},
	}
}

func part(edgeType string) string {
	if edgeType == "HOSTED" {
		return "host"
	}
	return "guest"
}

func (es episodes) job(person, company Ref, p props) Job {
	return Job{Person: person, Company: company, Roles: p.strings("roles"), Status: p.str("status"), AsOf: p.str("asOf"), Said: es.said(p)}
}

func (es episodes) jobs(person, company Ref, said []claim) []Job {
	list := make([]Job, len(said))
	for i, s := range said {
		list[i] = es.job(person, company, s.p)
	}
	return list
}

func (es episodes) making(maker, technology Ref, p props) Making {
	return Making{Maker: maker, Technology: technology, Role: p.str("role"), Said: es.said(p)}
}

func (es episodes) makings(maker, technology Ref, said []claim) []Making {
	list := make([]Making, len(said))
	for i, s := range said {
		list[i] = es.making(maker, technology, s.p)
	}
	return list
}

func (es episodes) statements(said []claim) []Statement {
	list := make([]Statement, len(said))
	for i, s := range said {
		list[i] = es.said(s.p)
	}
	return list
}
