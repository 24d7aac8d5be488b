package graph

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// A moveIndex holds who moved between which companies, in this process: to find the moves of most people, all have to
// be looked at. It never changes; moveKeeper makes another when the graph has changed.
type moveIndex struct {
	moves    []indexedMove // by the names of the companies
	bookmark string        // of the state of the graph it was read from
}

type indexedMove struct {
	from, to Ref
	joined   []joining // by person
}

// A joining is one statement that a person works at the company they went to.
type joining struct {
	person string
	asOf   string
}

// A period is what lies from since on and before until; "" leaves open.
type period struct{ since, until string }

func (p period) holds(asOf string) bool {
	return (p.since == "" || asOf >= p.since) && (p.until == "" || asOf != "" && asOf < p.until)
}

// people are those who joined within a period, each once.
func (m indexedMove) people(within period) iter.Seq[string] {
	return func(yield func(string) bool) {
		last := ""
		for _, j := range m.joined {
			if j.person != last && within.holds(j.asOf) {
				last = j.person
				if !yield(j.person) {
					return
				}
			}
		}
	}
}

// A chosenMove is a move with the number of its people.
type chosenMove struct {
	indexedMove
	n int
}

// choose finds the moves within a period that are asked for, those of most people first.
func (ix *moveIndex) choose(q FlowQuery, within period) []chosenMove {
	var chosen []chosenMove
	for _, m := range ix.moves {
		if q.Company != "" && m.from.ID != q.Company && m.to.ID != q.Company || q.To != "" && m.to.ID != q.To {
			continue
		}
		n := 0
		for range m.people(within) {
			n++
		}
		if n >= max(q.People, 1) {
			chosen = append(chosen, chosenMove{m, n})
		}
	}
	slices.SortStableFunc(chosen, func(a, b chosenMove) int { return cmp.Compare(b.n, a.n) })
	return chosen
}

// A moveKeeper keeps the index of moves.
type moveKeeper struct {
	mu      sync.Mutex
	current *moveIndex
}

// moves returns the index, a new one if it is the outdated one; nil asks for any.
func (g *Graph) moves(ctx context.Context, outdated *moveIndex) (*moveIndex, error) {
	k := &g.movers
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.current != outdated {
		return k.current, nil
	}
	ix, err := g.readMoves(ctx)
	if err != nil {
		return nil, fmt.Errorf("index moves: %w", err)
	}
	k.current = ix
	return ix, nil
}

func (g *Graph) readMoves(ctx context.Context) (*moveIndex, error) {
	var ix *moveIndex
	bookmark, err := g.readMarked(ctx, func(t tx) error {
		ix = &moveIndex{}
		place := map[[2]string]int{}
		return t.run(ctx, "page/moves", nil, func(r record) {
			pair := [2]string{r.str("fromId"), r.str("toId")}
			i, known := place[pair]
			if !known {
				i = len(ix.moves)
				place[pair] = i
				ix.moves = append(ix.moves, indexedMove{
					from: Ref{Kind: KindCompany, ID: pair[0], Name: r.str("fromName")}, to: Ref{Kind: KindCompany, ID: pair[1], Name: r.str("toName")},
				})
			}
			ix.moves[i].joined = append(ix.moves[i].joined, joining{r.str("person"), r.str("asOf")})
		})
	})
	if err != nil {
		return nil, err
	}
	for _, m := range ix.moves {
		slices.SortFunc(m.joined, func(a, b joining) int { return cmp.Compare(a.person, b.person) })
	}
	slices.SortFunc(ix.moves, func(a, b indexedMove) int {
		return cmp.Or(cmp.Compare(a.from.Name, b.from.Name), cmp.Compare(a.to.Name, b.to.Name), cmp.Compare(a.from.ID, b.from.ID), cmp.Compare(a.to.ID, b.to.ID))
	})
	ix.bookmark = bookmark
	return ix, nil
}
