package web

import (
	"net/http"

	"guestgraph/graph"
)

// A homeView is what templates/home.html shows.
type homeView struct {
	*graph.HomePage
	Questions []question
	Connected []countedList
}

// A question is a sentence that leads to its answer.
type question struct{ Text, Href string }

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
	view := homeView{HomePage: page, Questions: questions(page), Connected: []countedList{
		{Title: "People", Cypher: "home-people", Items: page.People},
		{Title: "Companies", Cypher: "home-companies", Items: page.Companies},
		{Title: "Technologies", Cypher: "home-technologies", Items: page.Techs},
	}}
	return s.render(w, r, http.StatusOK, "home", layout{Here: "/", Page: view})
}

// questions words what the graph can answer with names that are in it.
func questions(page *graph.HomePage) []question {
	var out []question
	if len(page.Companies) > 0 {
		c := page.Companies[0].Entity
		out = append(out, question{"Who works or worked at " + c.Name + "?", href(c.Kind, c.ID) + "#people"})
	}
	if len(page.People) > 0 {
		p := page.People[0].Entity
		out = append(out, question{"Who shares an employer with " + p.Name + "?", href(p.Kind, p.ID) + "#coworkers"})
	}
	if len(page.Techs) > 0 {
		t := page.Techs[0].Entity
		out = append(out, question{"Which episodes speak of " + t.Name + "?", href(t.Kind, t.ID) + "#mentions"})
	}
	if len(page.Episodes) > 0 {
		e := page.Episodes[0]
		out = append(out, question{"What is related to “" + shorten(e.Title, 60) + "”, and why?", href(graph.KindEpisode, e.ID) + "#related"})
	}
	if page.Counts.Episodes > 0 {
		out = append(out,
			question{"Which guests talked about something they created?", consoleHref(createdByGuests, "")},
			question{"Which companies have sent the most guests?", consoleHref(mostGuests, "")})
	}
	return out
}

const createdByGuests = `// Guests who created a technology that their episode names
MATCH (p:Person)-[:GUEST_ON]->(e:Episode)-[:MENTIONS]->(t:Technology)<-[:CREATED]-(p)
RETURN DISTINCT p AS guest, t AS technology, e AS episode
ORDER BY guest.name`

const mostGuests = `// Companies by the number of guests said to work or have worked there
MATCH (e:Episode)<-[:GUEST_ON]-(p:Person)-[:WORKED_AT]->(c:Company)
RETURN c AS company, count(DISTINCT p) AS guests, collect(DISTINCT p.name) AS names
ORDER BY guests DESC, company.name
LIMIT 50`
