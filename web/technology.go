package web

import (
	"net/http"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A technologyView is what templates/technology.html shows.
type technologyView struct {
	*graph.TechnologyPage
	Makers   []making
	Mentions []passage
}

func (s *Server) technology(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := s.Graph.Technology(r.Context(), id, graph.Window{})
	if err != nil {
		return err
	}
	view := technologyView{
		TechnologyPage: page,
		Makers:         makings(page.MadeBy, func(m graph.Making) graph.Ref { return m.Maker }),
		Mentions:       byEpisode(page.MentionsIn),
	}
	return s.render(w, r, http.StatusOK, "technology", layout{Title: page.Name, Linked: schemaorg.Technology(page), Page: view})
}
