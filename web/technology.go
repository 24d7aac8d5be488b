package web

import (
	"net/http"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A technologyView is what templates/technology.html shows.
type technologyView struct {
	*graph.TechnologyPage
	extent
	Makers   []making
	Guests   []talker
	Hosts    []talker
	Mentions []passage
	ByYear   *yearTable
}

// A talker is a person on episodes that name the technology, with the passage of the newest.
type talker struct {
	Person graph.Ref
	N      int
	Said   evidence
	Href   string // of the episodes
}

func (s *Server) technology(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	window, err := pageWindow(r, graph.KindTechnology)
	if err != nil {
		return err
	}
	page, err := s.Graph.Technology(r.Context(), id, window)
	if err != nil {
		return err
	}
	view := technologyView{
		TechnologyPage: page,
		extent:         newExtent(page.Ref, window, page.Totals),
		Makers:         makings(page.MadeBy, func(m graph.Making) graph.Ref { return m.Maker }),
		Mentions:       byEpisode(page.MentionsIn),
	}
	if err := s.nameWith(r.Context(), &view.extent); err != nil {
		return err
	}
	for i, m := range view.Makers {
		view.Makers[i].More = moreMakings(m.Said.len(), totalOf(page.Cut, m.Other, "makers"), m.Other, page.Ref)
	}
	view.Guests, view.Hosts = view.talkers(page.Guests), begin(view.extent, "hosts", view.talkers(page.Hosts))
	view.ByYear = newYearTable(page.Years, view.extent, []string{"mentions"}, []string{"Episodes"})
	return s.render(w, r, http.StatusOK, "technology", layout{Title: page.Name, Linked: schemaorg.Technology(page), Page: view})
}

func (s extent) talkers(all []graph.Talker) []talker {
	out := make([]talker, len(all))
	for i, t := range all {
		out[i] = talker{t.Person, t.N, newEvidence(t.Said), s.Shared("mentions", t.Person)}
	}
	return out
}
