package web

import (
	"net/http"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A companyView is what templates/company.html shows.
type companyView struct {
	*graph.CompanyPage
	extent
	Groups   []staff
	Went     []destination
	Came     []destination
	Makes    []making
	Sponsors []passage // where it is named as a sponsor
	Mentions []passage
	ByYear   *yearTable
}

// A staff is the people whose newest statement has one status, which is the name of the part.
type staff struct {
	Status, Title, Empty string
	People               []employment
}

// A destination is a company with those who went there, or came from there.
type destination struct {
	Company graph.Ref
	Goings  []going
}

// A going is one person with what was said of the company left and of the one joined.
type going struct {
	Person       graph.Ref
	Left, Joined statedJob
}

func (s *Server) company(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	window, err := pageWindow(r, graph.KindCompany)
	if err != nil {
		return err
	}
	page, err := s.Graph.Company(r.Context(), id, window)
	if err != nil {
		return err
	}
	people := employments(page.Jobs, func(j graph.Job) graph.Ref { return j.Person })
	for i, e := range people {
		people[i].More = moreJobs(len(e.Jobs), totalOf(page.Cut, e.Other, "current", "former", "unknown"), e.Other, page.Ref)
	}
	view := companyView{
		CompanyPage: page,
		extent:      newExtent(page.Ref, window, page.Totals),
		Groups: []staff{
			{Status: "current", Title: "Worked here when the episode came out", Empty: "No episode says that someone works here.", People: withStatus(people, "current")},
			{Status: "former", Title: "Had worked here before", Empty: "No episode says that someone worked here before.", People: withStatus(people, "former")},
			{Status: "unknown", Title: "Tied to it, no time said", Empty: "Of everyone named with it a time is said.", People: withStatus(people, "unknown")},
		},
		Went:     destinations(page.Went, func(m graph.Mover) graph.Ref { return m.Joined.Company }),
		Came:     destinations(page.Came, func(m graph.Mover) graph.Ref { return m.Left.Company }),
		Makes:    makings(page.Makes, func(m graph.Making) graph.Ref { return m.Technology }),
		Sponsors: byEpisode(page.Sponsored),
		Mentions: byEpisode(page.MentionsIn),
	}
	if err := s.nameWith(r.Context(), &view.extent); err != nil {
		return err
	}
	for i, m := range view.Makes {
		view.Makes[i].More = moreMakings(m.Said.len(), totalOf(page.Cut, m.Other, "makes"), page.Ref, m.Other)
	}
	opened(view.extent, nil, view.Makes)
	view.Sponsors = begin(view.extent, "sponsored", view.Sponsors)
	view.ByYear = newYearTable(page.Years, view.extent, []string{"mentions", "sponsored"}, []string{"Spoken of", "Sponsored"})
	return s.render(w, r, http.StatusOK, "company", layout{Title: page.Name, Linked: schemaorg.Company(page), Page: view})
}

// destinations gathers moves, which come company by company, by the company that other picks.
func destinations(all []graph.Mover, other func(graph.Mover) graph.Ref) []destination {
	var out []destination
	for _, m := range all {
		ref := other(m)
		if len(out) == 0 || out[len(out)-1].Company != ref {
			out = append(out, destination{Company: ref})
		}
		last := &out[len(out)-1]
		last.Goings = append(last.Goings, going{
			Person: m.Person,
			Left:   statedJob{Person: m.Person, Company: m.Left.Company, job: newJob(m.Left)},
			Joined: statedJob{Person: m.Person, Company: m.Joined.Company, job: newJob(m.Joined)},
		})
	}
	return out
}
