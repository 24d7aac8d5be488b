package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// The most that Near returns, and how many it looks at for each word of an id.
const (
	nearMost  = 3
	nearLooks = 50
)

// Near finds entities of a kind whose ids look like one that is not there, most alike first: perhaps it is misspelled.
func (g *Graph) Near(ctx context.Context, kind Kind, id string) ([]Ref, error) {
	distance := map[Ref]int{}
	for _, word := range strings.Split(id, "-") {
		// The first letters of a word are seldom the wrong ones.
		found, err := g.Search(ctx, word[:min(len(word), 4)], SearchOptions{Kinds: []Kind{kind}, Limit: nearLooks})
		if err != nil {
			return nil, fmt.Errorf("near %s: %w", id, err)
		}
		for _, h := range found.Hits {
			if d := editDistance(id, h.ID); d <= max(2, len(id)/3) {
				distance[h.Ref] = d
			}
		}
	}
	var near []Ref
	for ref := range distance {
		near = append(near, ref)
	}
	slices.SortFunc(near, func(a, b Ref) int { return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a.ID, b.ID)) })
	return near[:min(len(near), nearMost)], nil
}

// editDistance is Levenshtein's: how many bytes to insert, delete or replace.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, diagonal+1, row[j]+1)
		}
	}
	return row[len(b)]
}
