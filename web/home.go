package web

import (
	"net/http"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A homeView is what templates/home.html shows.
type homeView struct {
	*graph.HomePage
	Phrases   []phrase
	Try       *phraseForm // a question to fill in
	Connected []countedList
	Quality   quality
}

// A countedList is a titled list of nodes with numbers of episodes.
type countedList struct {
	Title  string
	Empty  string
	Cypher string // name of the statement behind it
	Items  []graph.Counted
}

func (s *Server) home(w http.ResponseWriter, r *http.Request) error {
	page, err := s.Graph.Home(r.Context())
	if err != nil {
		return err
	}
	view := homeView{HomePage: page, Quality: s.quality, Connected: []countedList{
		{Title: "People", Cypher: "home-people", Items: page.People},
		{Title: "Companies", Cypher: "home-companies", Items: page.Companies},
		{Title: "Technologies", Cypher: "home-technologies", Items: page.Techs},
	}}
	if page.Counts.Episodes > 0 {
		view.Phrases, view.Try = s.firstQuestions(page)
	}
	return s.render(w, r, http.StatusOK, "home", layout{Here: "/", Page: view})
}

// Dated tells whether the first episodes are the newest, or only some.
func (v homeView) Dated() bool { return len(v.Episodes) > 0 && v.Episodes[0].Published != "" }

// toTry and toFill are the questions of the library that the first page shows: those completed with the names that
// appear most, and the one that is to be filled in.
func toTry() []string {
	return []string{"who-worked-at", "guests-on-technology", "guest-creators", "seen-with", "show-topics", "moves"}
}

const toFill = "worked-at-both"

func (s *Server) firstQuestions(page *graph.HomePage) ([]phrase, *phraseForm) {
	if s.Library == nil {
		return nil, nil
	}
	most := map[string][]graph.Counted{"person": page.People, "company": page.Companies, "technology": page.Techs, "show": page.Shows}
	used := map[string]int{} // so that no name comes twice
	var phrases []phrase
	for _, name := range toTry() {
		q, err := s.Library.Get("ask/" + name)
		if err != nil {
			continue
		}
		if names, ok := namesFor(q, most, used); ok {
			phrases = append(phrases, fill(q, names))
		}
	}
	q, err := s.Library.Get("ask/" + toFill)
	if err != nil {
		return phrases, nil
	}
	blanks := blanksFor(q)
	form := newPhraseForm(q, blanks, "try-")
	return phrases, &form
}

// namesFor takes for each blank of a question the next of the names that appear most; false when there are too few.
func namesFor(q *cypher.Query, most map[string][]graph.Counted, used map[string]int) (map[string]string, bool) {
	names := map[string]string{}
	for _, b := range blanksOf(q) {
		list := most[b.Kind]
		if used[b.Kind] >= len(list) {
			return nil, false
		}
		names[b.Param] = list[used[b.Kind]].Entity.Name
		used[b.Kind]++
	}
	return names, true
}
