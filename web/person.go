package web

import (
	"net/http"
	"strconv"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A personView is what templates/person.html shows.
type personView struct {
	*graph.PersonPage
	extent
	Now       *employment // the present employer as of the newest statement
	Employers []employment
	Created   []making
	Coworkers []workplace
	GuestOn   []appearance
	HostOf    []appearance
	Mentions  []passage
	Picture   *lanes
	Years     []toldYear
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
	// Where not all is shown.
	MoreMine, MoreTheirs *more
}

// An appearance is an episode with the passage that names its host or guest.
type appearance struct {
	Episode graph.EpisodeRef
	Said    evidence
}

// A toldYear is the episodes of one year; Name is empty for those without a date.
type toldYear struct {
	Name string
	Told []told
}

// A told is what one episode says of a person.
type told struct {
	Episode graph.EpisodeRef
	Parts   []string
	Jobs    []statedJob
	Created []statedMaking
	Named   *evidence
}

func (s *Server) person(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	window, err := pageWindow(r, graph.KindPerson)
	if err != nil {
		return err
	}
	page, err := s.Graph.Person(r.Context(), id, window)
	if err != nil {
		return err
	}
	view := personView{
		PersonPage: page,
		extent:     newExtent(page.Ref, window, page.Totals),
		Employers:  employments(page.Jobs, func(j graph.Job) graph.Ref { return j.Company }),
		Created:    makings(page.Created, func(m graph.Making) graph.Ref { return m.Technology }),
		Coworkers:  workplaces(page.Ref, page.Coworkers),
		Mentions:   byEpisode(page.MentionsIn),
		Picture:    newLanes(page.Dates),
		Years:      toldYears(page.Timeline),
	}
	if err := s.nameWith(r.Context(), &view.extent); err != nil {
		return err
	}
	for i, e := range view.Employers {
		view.Employers[i].More = moreJobs(len(e.Jobs), totalOf(page.Cut, e.Other, "jobs"), page.Ref, e.Other)
	}
	for i, m := range view.Created {
		view.Created[i].More = moreMakings(m.Said.len(), totalOf(page.Cut, m.Other, "created"), page.Ref, m.Other)
	}
	opened(view.extent, view.Employers, view.Created)
	if len(view.Employers) > 0 && view.Employers[0].Latest().Status == "current" {
		view.Now = &view.Employers[0]
	}
	for _, a := range page.Episodes {
		shown := appearance{a.Episode, newEvidence(a.Said)}
		if a.Part == "host" {
			view.HostOf = append(view.HostOf, shown)
		} else {
			view.GuestOn = append(view.GuestOn, shown)
		}
	}
	view.GuestOn, view.HostOf = begin(view.extent, "guest", view.GuestOn), begin(view.extent, "host", view.HostOf)
	return s.render(w, r, http.StatusOK, "person", layout{Title: page.Name, Linked: schemaorg.Person(page), Page: view})
}

func workplaces(me graph.Ref, all []graph.Coworker) []workplace {
	var out []workplace
	at := map[string]int{}
	for _, c := range all {
		i, ok := at[c.Company.ID]
		if !ok {
			i = len(out)
			at[c.Company.ID] = i
			out = append(out, workplace{Company: c.Company})
		}
		out[i].People = append(out[i].People, coworker{
			Person: c.Person, Mine: newJobs(c.Mine), Theirs: newJobs(c.Theirs),
			MoreMine: moreJobs(len(c.Mine), c.MineTotal, me, c.Company), MoreTheirs: moreJobs(len(c.Theirs), c.TheirsTotal, c.Person, c.Company),
		})
	}
	return out
}

// toldYears splits a time line by year; it comes newest first.
func toldYears(all []graph.Told) []toldYear {
	var out []toldYear
	for _, t := range all {
		name := ""
		if day, ok := parseDay(t.Episode.Published); ok {
			name = strconv.Itoa(day.Year())
		}
		if len(out) == 0 || out[len(out)-1].Name != name {
			out = append(out, toldYear{Name: name})
		}
		last := &out[len(out)-1]
		last.Told = append(last.Told, newTold(t))
	}
	return out
}

func newTold(t graph.Told) told {
	out := told{Episode: t.Episode, Parts: t.Parts}
	for _, j := range t.Jobs {
		out.Jobs = append(out.Jobs, statedJob{Person: j.Person, Company: j.Company, job: newJob(j)})
	}
	for _, m := range t.Created {
		out.Created = append(out.Created, statedMaking{Maker: m.Maker, Technology: m.Technology, Role: m.Role, Said: newEvidence(m.Said)})
	}
	if t.Named != nil && len(t.Jobs)+len(t.Created) == 0 {
		named := newEvidence(*t.Named)
		out.Named = &named
	}
	return out
}
