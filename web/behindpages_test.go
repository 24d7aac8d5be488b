package web

import (
	"context"
	"fmt"

	"guestgraph/graph"
)

func pageChecks() []pageCheck {
	return []pageCheck{
		{"MATCH (x:Person) RETURN x.id", wantPerson, map[string]string{
			"person-jobs": "company status quote episode", "person-created": "technology quote episode", "person-coworkers": "company coworker",
			"person-dates": "said_of status month statements", "person-guest": "episode quote", "person-host": "episode quote",
			"person-mentions": "episode", "person-timeline": "episode",
		}},
		{"MATCH (x:Company) RETURN x.id", wantCompany, map[string]string{
			"company-jobs": "person status quote episode", "company-went": "company person", "company-came": "company person",
			"company-makes": "technology quote episode", "company-sponsored": "episode", "company-mentions": "episode", "company-years": "how year episodes",
		}},
		{"MATCH (x:Technology) RETURN x.id", wantTechnology, map[string]string{
			"technology-makers": "maker quote episode", "technology-guests": "person episodes", "technology-hosts": "person episodes",
			"technology-with": "technology episodes", "technology-companies": "company episodes", "technology-mentions": "episode", "technology-years": "year episodes",
		}},
		{"MATCH (x:Show) RETURN x.id", wantShow, map[string]string{
			"show-episodes": "episode", "show-named": "named episodes", "show-people": "person part episodes",
		}},
		{"MATCH (x:Episode) RETURN x.id", wantEpisode, map[string]string{
			"episode-chapters": "second title", "episode-jobs": "person company quote", "episode-makings": "maker technology quote", "episode-named": "named",
		}},
	}
}

// whole asks for as much of a page as there is at once.
func whole() graph.Window { return graph.Window{Limit: graph.MaxRows} }

func jobKey(who func(graph.Job) graph.Ref) func(graph.Job) string {
	return func(j graph.Job) string { return keyOf(who(j).ID, j.Status, j.Said.Quote, j.Said.Episode.ID) }
}

func makingKey(which func(graph.Making) graph.Ref) func(graph.Making) string {
	return func(m graph.Making) string { return keyOf(which(m).ID, m.Said.Quote, m.Said.Episode.ID) }
}

func episodeKey(s graph.Statement) string { return s.Episode.ID }

func talkerKey(x graph.Talker) string { return keyOf(x.Person.ID, fmt.Sprint(x.N)) }

func countedKey(x graph.Counted) string { return keyOf(x.Entity.ID, fmt.Sprint(x.N)) }

func wantPerson(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error) {
	p, err := g.Person(ctx, id, whole())
	if err != nil {
		return nil, err
	}
	parts := map[string][]string{}
	for _, a := range p.Episodes {
		parts[a.Part] = append(parts[a.Part], keyOf(a.Episode.ID, a.Said.Quote))
	}
	said := map[string]string{"created": "CREATED", "host": "HOSTED", "guest": "GUEST_ON", "mention": "MENTIONS"}
	return map[string][]string{
		"person-jobs":      keysOf(p.Jobs, jobKey(func(j graph.Job) graph.Ref { return j.Company })),
		"person-created":   keysOf(p.Created, makingKey(func(m graph.Making) graph.Ref { return m.Technology })),
		"person-coworkers": keysOf(p.Coworkers, func(c graph.Coworker) string { return keyOf(c.Company.ID, c.Person.ID) }),
		"person-dates": keysOf(p.Dates, func(d graph.Dated) string {
			of := said[d.Part]
			if d.Company != nil {
				of = d.Company.Name
			}
			return keyOf(of, d.Status, d.Month, fmt.Sprint(d.N))
		}),
		"person-guest":    parts["guest"],
		"person-host":     parts["host"],
		"person-mentions": keysOf(p.MentionsIn, episodeKey),
		"person-timeline": keysOf(p.Timeline, func(told graph.Told) string { return told.Episode.ID }),
	}, nil
}

func wantCompany(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error) {
	c, err := g.Company(ctx, id, whole())
	if err != nil {
		return nil, err
	}
	return map[string][]string{
		"company-jobs":      keysOf(c.Jobs, jobKey(func(j graph.Job) graph.Ref { return j.Person })),
		"company-went":      keysOf(c.Went, func(m graph.Mover) string { return keyOf(m.Joined.Company.ID, m.Person.ID) }),
		"company-came":      keysOf(c.Came, func(m graph.Mover) string { return keyOf(m.Left.Company.ID, m.Person.ID) }),
		"company-makes":     keysOf(c.Makes, makingKey(func(m graph.Making) graph.Ref { return m.Technology })),
		"company-sponsored": keysOf(c.Sponsored, episodeKey),
		"company-mentions":  keysOf(c.MentionsIn, episodeKey),
		"company-years": keysOf(c.Years, func(y graph.YearCount) string {
			return keyOf(map[string]string{"mentions": "speaks of it", "sponsored": "sponsored"}[y.Part], y.Year, fmt.Sprint(y.N))
		}),
	}, nil
}

func wantTechnology(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error) {
	x, err := g.Technology(ctx, id, whole())
	if err != nil {
		return nil, err
	}
	return map[string][]string{
		"technology-makers":    keysOf(x.MadeBy, makingKey(func(m graph.Making) graph.Ref { return m.Maker })),
		"technology-guests":    keysOf(x.Guests, talkerKey),
		"technology-hosts":     keysOf(x.Hosts, talkerKey),
		"technology-with":      keysOf(x.SeenWith, countedKey),
		"technology-companies": keysOf(x.Companies, countedKey),
		"technology-mentions":  keysOf(x.MentionsIn, episodeKey),
		"technology-years":     keysOf(x.Years, func(y graph.YearCount) string { return keyOf(y.Year, fmt.Sprint(y.N)) }),
	}, nil
}

func wantShow(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error) {
	s, err := g.Show(ctx, id, whole())
	if err != nil {
		return nil, err
	}
	part := func(name string) func(graph.Counted) string {
		return func(c graph.Counted) string { return keyOf(c.Entity.ID, name, fmt.Sprint(c.N)) }
	}
	return map[string][]string{
		"show-episodes": keysOf(s.Episodes, func(e graph.EpisodeRef) string { return e.ID }),
		"show-named":    append(keysOf(s.Companies, countedKey), keysOf(s.Technologies, countedKey)...),
		"show-people":   append(keysOf(s.Hosts, part("HOSTED")), keysOf(s.Guests, part("GUEST_ON"))...),
	}, nil
}

func wantEpisode(ctx context.Context, g *graph.Graph, id string) (map[string][]string, error) {
	e, err := g.Episode(ctx, id)
	if err != nil {
		return nil, err
	}
	var named []string
	for _, list := range [][]graph.Mentioned{e.People, e.Companies, e.Technologies, e.Hosts, e.Guests, e.Sponsors} {
		named = append(named, keysOf(list, func(m graph.Mentioned) string { return m.Entity.ID })...)
	}
	return map[string][]string{
		"episode-chapters": keysOf(e.Chapters, func(c graph.ChapterLine) string { return keyOf(fmt.Sprint(c.Start), c.Title) }),
		"episode-jobs":     keysOf(e.Jobs, func(j graph.Job) string { return keyOf(j.Person.ID, j.Company.ID, j.Said.Quote) }),
		"episode-makings":  keysOf(e.Makings, func(m graph.Making) string { return keyOf(m.Maker.ID, m.Technology.ID, m.Said.Quote) }),
		"episode-named":    named,
	}, nil
}
