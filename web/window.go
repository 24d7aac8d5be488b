package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"guestgraph/graph"
)

// maxRow bounds ?offset= of a page: past it a visitor reads no page but the whole graph.
const maxRow = 1_000_000

// windowOf reads which stretch of a node's page is asked for: ?part=, ?offset=, ?limit=, ?year= and ?with=.
func windowOf(r *http.Request, kind graph.Kind) (graph.Window, error) {
	q := r.URL.Query()
	w := graph.Window{Part: q.Get("part")}
	if parts := graph.Parts(kind); w.Part != "" && !slices.Contains(parts, w.Part) {
		return w, fail(http.StatusBadRequest, fmt.Sprintf("The parts of a %s are %s.", kind, strings.Join(parts, ", ")))
	}
	for _, p := range []struct {
		name        string
		least, most int
		to          *int
	}{{"offset", 0, maxRow, &w.Offset}, {"limit", 1, graph.MaxRows, &w.Limit}, {"year", 1, 9999, &w.Year}} {
		n, err := numberIn(q, p.name, p.least, p.most)
		if err != nil {
			return w, err
		}
		*p.to = n
	}
	if text := q.Get("with"); text != "" {
		w.With = graph.ParseRef(strings.ToValidUTF8(text, ""))
		allowed := graph.WithKinds(kind, w.Part)
		if len(allowed) == 0 {
			return w, fail(http.StatusBadRequest, "With another can be asked for the jobs and creations of a person, what a company makes, the mentions of a technology and the episodes of a show.")
		}
		if !slices.Contains(allowed, w.With.Kind) || w.With.ID == "" {
			return w, fail(http.StatusBadRequest, fmt.Sprintf("What it is with is written as %s.", oneOf(allowed)))
		}
	}
	if w.Offset > 0 && w.Part == "" {
		return w, fail(http.StatusBadRequest, "An offset counts the rows of one part: say which by ?part=.")
	}
	return w, nil
}

// numberIn reads a number of the query; 0 when it is not there.
func numberIn(q url.Values, name string, least, most int) (int, error) {
	text := q.Get(name)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return 0, fail(http.StatusBadRequest, fmt.Sprintf("The %s is a number from %d to %s.", name, least, number(most)))
	}
	return n, nil
}

// oneOf writes how refs of some kinds look.
func oneOf(kinds []graph.Kind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k) + ":ID"
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
