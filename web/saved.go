package web

import (
	"encoding/json"
	"fmt"
	"net/http"

	"guestgraph/cypher"
)

// A savedGroup is the questions of one category.
type savedGroup struct {
	Category string
	Queries  []*cypher.Query
}

// savedGroups gathers the library's questions under their categories, both in the library's order.
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
	return out
}

// openSaved fills the console's form with a question of the library and its example parameters.
func openSaved(view *consoleView, lib *cypher.Library, name string) error {
	missing := fail(http.StatusNotFound, "There is no saved query of this name.")
	if lib == nil {
		return missing
	}
	q, err := lib.Get(name)
	if err != nil {
		return missing
	}
	view.Q, view.Opened, view.Params = q.Text, q, ""
	if len(q.Params) == 0 {
		return nil
	}
	params := map[string]any{}
	for _, p := range q.Params {
		params[p.Name] = p.Default // null where the visitor must give a value
	}
	text, err := json.Marshal(params)
	if err != nil {
		return fmt.Errorf("write the parameters of %s: %w", name, err)
	}
	view.Params = string(text)
	return nil
}
