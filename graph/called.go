package graph

import (
	"context"
	"fmt"
)

// A Calling is how an answer names a node: entities and shows by name, an episode by its id. Entity stands for a
// person, company or technology, of which then the one most spoken of is meant.
type Calling struct {
	Kind Kind
	Name string
}

// KindEntity is the kind of a Calling that may be a person, a company or a technology.
const KindEntity Kind = "entity"

// A Called is the node that a Calling names. Published and Show are those of an episode.
type Called struct {
	Ref
	Published string
	Show      Ref
}

// Called finds what the values of an answer name; what is not there is left out.
func (g *Graph) Called(ctx context.Context, callings []Calling) (map[Calling]Called, error) {
	rows := make([]map[string]any, len(callings))
	for i, c := range callings {
		rows[i] = map[string]any{"i": i, "kind": string(c.Kind), "name": c.Name}
	}
	found := map[Calling]Called{}
	err := g.read(ctx, func(t tx) error {
		clear(found)
		spoken := map[Calling]int{}
		return t.run(ctx, "page/called", map[string]any{"refs": rows}, func(r record) {
			c, n := callings[r.int("i")], r.int("n")
			if _, known := found[c]; known && spoken[c] > n {
				return
			}
			called := Called{Ref: r.ref(), Published: r.str("published")}
			if id := r.str("showId"); id != "" {
				called.Show = Ref{Kind: KindShow, ID: id, Name: r.str("showName")}
			}
			found[c], spoken[c] = called, n
		})
	})
	if err != nil {
		return nil, fmt.Errorf("find %d names: %w", len(callings), err)
	}
	return found, nil
}
