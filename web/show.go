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
	extent
	Hosts  []graph.Counted
	ByYear []showYear
	Years  []year
	Said   []passage // instead of Years, where the episodes are those with one node
	Named  []showList
}

// A showYear is one row of the table by year, with its bar.
type showYear struct {
	graph.ShowYear
	Href string
	Bar  bar
}

// A showList is who or what is on a show, by the name of its part.
type showList struct {
	Part, Title, Empty, Cypher string
	Items                      []graph.Counted
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
	window, err := pageWindow(r, graph.KindShow)
	if err != nil {
		return err
	}
	page, err := s.Graph.Show(r.Context(), id, window)
	if err != nil {
		return err
	}
	view := showView{ShowPage: page, extent: newExtent(page.Ref, window, page.Totals), Years: years(page.Episodes), Named: []showList{
		{"guests", "Guests", "No guest was found in the descriptions.", "show-people", page.Guests},
		{"companies", "Companies", "No company is named.", "show-named", page.Companies},
		{"technologies", "Technologies", "No technology is named.", "show-named", page.Technologies},
	}}
	if err := s.nameWith(r.Context(), &view.extent); err != nil {
		return err
	}
	view.Said = byEpisode(page.Passages)
	view.Hosts = begin(view.extent, "hosts", page.Hosts)
	most := 1
	for _, y := range page.Years {
		most = max(most, y.Episodes)
	}
	for _, y := range page.Years {
		if y.Year == "" && len(page.Years) == 1 {
			break // without any date the lists below say the same
		}
		view.ByYear = append(view.ByYear, showYear{y, view.InYear("", y.Year), bar{"0", percent(y.Episodes, most), "mentions"}})
	}
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
