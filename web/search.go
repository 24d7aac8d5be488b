package web

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"guestgraph/graph"
)

const (
	maxSearch  = 200 // runes of a question that can still be a name
	searchHits = 50
)

// A searchView is what templates/search.html shows.
type searchView struct {
	Q    string
	Type graph.Kind
	Hits []graph.Hit
	Full bool // there may be more than are shown
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	q, kind, err := searchTerms(r)
	if err != nil {
		return err
	}
	view := searchView{Q: q, Type: kind}
	title := "Search"
	if q != "" {
		title = "Search: " + shorten(q, 60)
		if view.Hits, err = s.Graph.Search(r.Context(), q, kind, searchHits); err != nil {
			return err
		}
		view.Full = len(view.Hits) >= searchHits
	}
	return s.render(w, r, http.StatusOK, "search", layout{Title: title, Query: q, Here: "/search", NoIndex: true, Page: view})
}

// searchTerms reads ?q= and ?type= for the page and the API alike.
func searchTerms(r *http.Request) (string, graph.Kind, error) {
	values := r.URL.Query()
	q := strings.ToValidUTF8(strings.TrimSpace(values.Get("q")), "")
	if utf8.RuneCountInString(q) > maxSearch {
		return "", "", fail(http.StatusBadRequest, "A search may hold 200 characters at most.")
	}
	kind := graph.Kind(values.Get("type"))
	if kind != "" && !isKind(kind) {
		return "", "", fail(http.StatusBadRequest, "The type is one of person, company, technology, episode and show.")
	}
	return q, kind, nil
}
