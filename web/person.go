package web

import (
	"net/http"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A personView is what templates/person.html shows.
type personView struct {
	*graph.PersonPage
	Employers []employment
	Created   []making
	Coworkers []workplace
	Shared    int // co-workers in all of them, each counted once
	GuestOn   []graph.EpisodeRef
	HostOf    []graph.EpisodeRef
	Mentions  []passage
}

// A workplace is one employer with those who share it.
type workplace struct {
	Company graph.Ref
	People  []coworker
}

// A coworker holds what was said of both sides, newest first.
type coworker struct {
	Person       graph.Ref
	Mine, Theirs []job
}

func (s *Server) person(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := s.Graph.Person(r.Context(), id, graph.Window{})
	if err != nil {
		return err
	}
	view := personView{
		PersonPage: page,
		Employers:  employments(page.Jobs, func(j graph.Job) graph.Ref { return j.Company }),
		Created:    makings(page.Created, func(m graph.Making) graph.Ref { return m.Technology }),
		Coworkers:  workplaces(page.Coworkers),
		Shared:     countPeople(page.Coworkers),
		Mentions:   byEpisode(page.MentionsIn),
	}
	for _, a := range page.Episodes {
		if a.Part == "host" {
			view.HostOf = append(view.HostOf, a.Episode)
		} else {
			view.GuestOn = append(view.GuestOn, a.Episode)
		}
	}
	return s.render(w, r, http.StatusOK, "person", layout{Title: page.Name, Linked: schemaorg.Person(page), Page: view})
}

func countPeople(all []graph.Coworker) int {
	seen := map[string]bool{}
	for _, c := range all {
		seen[c.Person.ID] = true
	}
	return len(seen)
}

func workplaces(all []graph.Coworker) []workplace {
	var out []workplace
	at := map[string]int{}
	for _, c := range all {
		i, ok := at[c.Company.ID]
		if !ok {
			i = len(out)
			at[c.Company.ID] = i
			out = append(out, workplace{Company: c.Company})
		}
		out[i].People = append(out[i].People, coworker{Person: c.Person, Mine: newJobs(c.Mine), Theirs: newJobs(c.Theirs)})
	}
	return out
}
