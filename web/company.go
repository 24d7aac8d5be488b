package web

import (
	"net/http"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A companyView is what templates/company.html shows.
type companyView struct {
	*graph.CompanyPage
	People   int
	Groups   []staff
	Makes    []making
	Sponsors []passage // where it is named as a sponsor
	Mentions []passage
}

// A staff is the people whose newest statement has one status.
type staff struct {
	Status, Title, Empty string
	People               []employment
}

func (s *Server) company(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := s.Graph.Company(r.Context(), id, graph.Window{})
	if err != nil {
		return err
	}
	people := employments(page.Jobs, func(j graph.Job) graph.Ref { return j.Person })
	view := companyView{
		CompanyPage: page,
		People:      len(people),
		Groups: []staff{
			{Status: "current", Title: "Worked here when the episode came out", Empty: "No episode says that someone works here.", People: withStatus(people, "current")},
			{Status: "former", Title: "Had worked here before", Empty: "No episode says that someone worked here before.", People: withStatus(people, "former")},
			{Status: "unknown", Title: "Tied to it, no time said", People: withStatus(people, "unknown")},
		},
		Makes:    makings(page.Makes, func(m graph.Making) graph.Ref { return m.Technology }),
		Sponsors: byEpisode(page.Sponsored),
		Mentions: byEpisode(page.MentionsIn),
	}
	return s.render(w, r, http.StatusOK, "company", layout{Title: page.Name, Linked: schemaorg.Company(page), Page: view})
}
