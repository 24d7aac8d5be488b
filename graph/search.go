package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// The most hits a search gives, and how many it gives when asked for none.
const (
	searchMost    = 100
	searchDefault = 20
)

// Search finds entities, shows and episodes by the beginnings of the words of their names and aliases, whatever the
// case and the accents. An empty kind means all, a limit below 1 means 20; 100 is the most.
//
// Best first: the whole name, a whole alias, the beginning of the name, beginnings of its words, anything else (words
// of aliases, or of name and alias together). Within one of these what has more edges comes first, then the newer
// episode, then the name.
func (g *Graph) Search(ctx context.Context, q string, kind Kind, limit int) ([]Hit, error) {
	if limit < 1 {
		limit = searchDefault
	}
	limit = min(limit, searchMost)
	folded := fold(q)
	hits := []rankedHit{}
	if folded == "" {
		return []Hit{}, nil
	}
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = " " + w
	}
	params := map[string]any{
		"name": folded, "whole": "\n " + folded + "\n", "begin": "\n " + folded, "words": words,
		"label": labelOf(kind), "limit": limit,
	}
	err := g.read(ctx, func(t tx) error {
		hits = hits[:0]
		return t.run(ctx, "page/search", params, func(r record) { hits = append(hits, hitOf(r, words)) })
	})
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", q, err)
	}
	slices.SortStableFunc(hits, func(a, b rankedHit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.weight, a.weight))
	})
	found := make([]Hit, 0, limit)
	for _, h := range hits[:min(limit, len(hits))] {
		found = append(found, h.Hit)
	}
	return found, nil
}

// labelOf is the label of the nodes of a kind; "" for none.
func labelOf(kind Kind) string {
	switch kind {
	case KindPerson:
		return labelPerson
	case KindCompany:
		return labelCompany
	case KindTechnology:
		return labelTechnology
	case KindEpisode:
		return labelEpisode
	case KindShow:
		return labelShow
	}
	return ""
}

// A rankedHit is a hit with its place among all.
type rankedHit struct {
	Hit
	rank, weight int
}

func hitOf(r record, words []string) rankedHit {
	h := rankedHit{Hit: Hit{Ref: r.ref()}, rank: r.int("rank"), weight: r.int("weight")}
	if !matches(h.Name, words) {
		for _, alias := range r.strings("aliases") {
			if matches(alias, words) {
				h.Match = alias
				break
			}
		}
	}
	switch h.Kind {
	case KindPerson:
		h.Detail = jobLine(r.strings("roles"), r.str("company"), r.str("status"))
	case KindCompany:
		h.Detail = count(r.int("people"), "person", "people")
	case KindTechnology:
		h.Detail = r.str("class")
	case KindShow:
		h.Detail = count(h.weight, "episode", "episodes")
	case KindEpisode:
		date, _, _ := strings.Cut(r.str("published"), "T")
		h.Detail = strings.Trim(r.str("show")+" · "+date, " ·")
	}
	return h
}

// matches tells whether each word, as searchText writes them, begins a word of the name.
func matches(name string, words []string) bool {
	text := searchText(name, nil)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// jobLine writes the last thing said of a person's work: "co-founder, ceo at Tigris Data", "formerly Uber".
func jobLine(roles []string, company, status string) string {
	if company == "" {
		return ""
	}
	line := company
	if len(roles) > 0 {
		line = strings.Join(roles, ", ") + " at " + company
	}
	if status == "former" {
		line = "formerly " + line
	}
	return line
}

// count writes "1 episode", "2 episodes", and nothing for none.
func count(n int, one, many string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
