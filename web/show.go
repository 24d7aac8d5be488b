package web

import (
	"net/http"
	"slices"
	"strconv"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// A showView is what templates/show.html shows.
type showView struct {
	*graph.ShowPage
	Years []year
	Named []countedList
}

// A year is the episodes of one year; Name is empty for those without a date.
type year struct {
	Name     string
	Episodes []graph.EpisodeRef
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := s.Graph.Show(r.Context(), id, graph.Window{})
	if err != nil {
		return err
	}
	view := showView{ShowPage: page, Years: years(page.Episodes), Named: []countedList{
		{Title: "Guests", Empty: "No guest was found in this show’s descriptions.", Items: page.Guests},
		{Title: "Companies", Empty: "No company is named.", Items: page.Companies},
		{Title: "Technologies", Empty: "No technology is named.", Items: page.Technologies},
	}}
	return s.render(w, r, http.StatusOK, "show", layout{Title: page.Name, Linked: schemaorg.Show(page), Page: view})
}

// years splits episodes by year, newest first.
func years(episodes []graph.EpisodeRef) []year {
	episodes = slices.Clone(episodes)
	slices.SortStableFunc(episodes, func(a, b graph.EpisodeRef) int { return newer(a.Published, b.Published) })
	var out []year
	for _, e := range episodes {
		name := ""
		if t, ok := parseDay(e.Published); ok {
			name = strconv.Itoa(t.Year())
		}
		if len(out) == 0 || out[len(out)-1].Name != name {
			out = append(out, year{Name: name})
		}
		last := &out[len(out)-1]
		last.Episodes = append(last.Episodes, e)
	}
	return out
}
