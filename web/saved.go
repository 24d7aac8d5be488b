package web

import (
	"net/http"
	"slices"

	"guestgraph/cypher"
)

// A savedGroup is the questions of one category.
type savedGroup struct {
	Category string
	Queries  []*cypher.Query
}

// savedGroups gathers the library's questions under their categories, in the order of cypher.Categories; others last.
func savedGroups(lib *cypher.Library) []savedGroup {
	if lib == nil {
		return nil
	}
	var out []savedGroup
	at := map[string]int{}
	for _, q := range lib.Questions() {
		i, ok := at[q.Category]
		if !ok {
			i = len(out)
			at[q.Category] = i
			out = append(out, savedGroup{Category: q.Category})
		}
		out[i].Queries = append(out[i].Queries, q)
	}
	place := func(g savedGroup) int {
		if i := slices.Index(cypher.Categories(), g.Category); i >= 0 {
			return i
		}
		return len(cypher.Categories())
	}
	slices.SortStableFunc(out, func(a, b savedGroup) int { return place(a) - place(b) })
	return out
}

// saved finds a question of the library.
func (s *Server) saved(name string) (*cypher.Query, error) {
	missing := fail(http.StatusNotFound, "There is no saved query of this name.")
	if s.Library == nil {
		return nil, missing
	}
	q, err := s.Library.Get(name)
	if err != nil || q.Access != cypher.Read {
		return nil, missing
	}
	return q, nil
}
