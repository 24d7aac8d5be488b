package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// An edge is one row of a page until the episodes it names are known.
type edge struct {
	part string
	typ  string
	x    Ref
	via  Ref
	p    props
}

// edges runs a page's statement. Rows of the part "self" go to self, rows with an edge are returned, the rest go to
// other, which may be nil. Nothing at all is ErrNotFound.
func (t tx) edges(ctx context.Context, statement string, params map[string]any, es episodes, self, other func(record)) ([]edge, error) {
	var list []edge
	found := false
	err := t.run(ctx, statement, params, func(r record) {
		switch {
		case r.part() == "self":
			found = true
			self(r)
		case r.relation() == "" && other != nil:
			other(r)
		case r.relation() != "":
			e := edge{part: r.part(), typ: r.relation(), x: r.node("x"), via: r.node("via"), p: r.props("r")}
			if id := e.p.str("episode"); id != "" {
				es.want(id)
			}
			list = append(list, e)
		}
	})
	if err == nil && !found {
		err = ErrNotFound
	}
	return list, err
}

// Person returns the page of a person: ErrNotFound when the graph knows none by that id, a
// MovedError when it goes by another.
func (g *Graph) Person(ctx context.Context, id string) (*PersonPage, error) {
	var page *PersonPage
	err := g.read(ctx, func(t tx) error {
		page = &PersonPage{Jobs: []Job{}, Created: []Making{}, Coworkers: []Coworker{}, Episodes: []Appearance{}, MentionsIn: []Statement{}}
		es := episodes{}
		list, err := t.edges(ctx, "page/person", map[string]any{"id": id, "limit": pageLimit}, es, func(r record) {
			page.Ref, page.Aliases, page.URLs = r.node("x"), r.props("x").strings("aliases"), r.props("x").strings("urls")
		}, nil)
		err = t.moved(ctx, labelPerson, id, err)
		if err == nil {
			err = es.resolve(ctx, t, true)
		}
		if err != nil {
			return err
		}
		page.fill(list, es)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("person %s: %w", id, err)
	}
	return page, nil
}

// pageLimit bounds each part of a page.
const pageLimit = 200

func (page *PersonPage) fill(list []edge, es episodes) {
	for _, e := range list {
		switch e.part {
		case "job":
			page.Jobs = append(page.Jobs, es.job(page.Ref, e.x, e.p))
		case "created":
			page.Created = append(page.Created, es.making(page.Ref, e.x, e.p))
		case "on":
			page.Episodes = append(page.Episodes, Appearance{Person: page.Ref, Episode: es[e.p.str("episode")].EpisodeRef, Part: part(e.typ)})
		case "mention":
			page.MentionsIn = append(page.MentionsIn, es.said(e.p))
		}
	}
	slices.SortFunc(page.Jobs, newestJob)
	for _, e := range list {
		if e.part == "coworker" {
			page.addCoworker(e.x, e.via, es.job(e.x, e.via, e.p))
		}
	}
}

// addCoworker adds one statement about a co-worker. Rows come company by company, person by person.
func (page *PersonPage) addCoworker(person, company Ref, job Job) {
	if n := len(page.Coworkers); n > 0 && page.Coworkers[n-1].Person == person && page.Coworkers[n-1].Company == company {
		page.Coworkers[n-1].Theirs = append(page.Coworkers[n-1].Theirs, job)
		return
	}
	var mine []Job
	for _, j := range page.Jobs {
		if j.Company == company {
			mine = append(mine, j)
		}
	}
	page.Coworkers = append(page.Coworkers, Coworker{Person: person, Company: company, Mine: mine, Theirs: []Job{job}})
}

func part(edgeType string) string {
	if edgeType == "HOSTED" {
		return "host"
	}
	return "guest"
}

// Company returns the page of a company: ErrNotFound when the graph knows none by that id, a
// MovedError when it goes by another.
func (g *Graph) Company(ctx context.Context, id string) (*CompanyPage, error) {
	var page *CompanyPage
	err := g.read(ctx, func(t tx) error {
		page = &CompanyPage{Jobs: []Job{}, Makes: []Making{}, Sponsored: []Statement{}, MentionsIn: []Statement{}}
		es := episodes{}
		list, err := t.edges(ctx, "page/company", map[string]any{"id": id, "limit": pageLimit}, es, func(r record) {
			page.Ref, page.Aliases, page.URLs = r.node("x"), r.props("x").strings("aliases"), r.props("x").strings("urls")
		}, nil)
		err = t.moved(ctx, labelCompany, id, err)
		if err == nil {
			err = es.resolve(ctx, t, true)
		}
		if err != nil {
			return err
		}
		for _, e := range list {
			switch e.part {
			case "job":
				page.Jobs = append(page.Jobs, es.job(e.x, page.Ref, e.p))
			case "makes":
				page.Makes = append(page.Makes, es.making(page.Ref, e.x, e.p))
			case "sponsored":
				page.Sponsored = append(page.Sponsored, es.said(e.p))
			case "mention":
				page.MentionsIn = append(page.MentionsIn, es.said(e.p))
			}
		}
		slices.SortFunc(page.Jobs, newestJob)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("company %s: %w", id, err)
	}
	return page, nil
}

func (es episodes) job(person, company Ref, p props) Job {
	return Job{Person: person, Company: company, Roles: p.strings("roles"), Status: p.str("status"), AsOf: p.str("asOf"), Said: es.said(p)}
}

func (es episodes) making(maker, technology Ref, p props) Making {
	return Making{Maker: maker, Technology: technology, Role: p.str("role"), Said: es.said(p)}
}

// newestJob orders jobs newest statement first, of one day the current ones first, then by the names of person and company.
func newestJob(a, b Job) int {
	return cmp.Or(cmp.Compare(b.AsOf, a.AsOf), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Person.Name, b.Person.Name), cmp.Compare(a.Company.Name, b.Company.Name),
		newestSaid(a.Said, b.Said))
}
