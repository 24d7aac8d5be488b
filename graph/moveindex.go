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
	moves    []indexedMove // those of most people first
	bookmark string        // of the state of the graph it was read from
}

type indexedMove struct {
	from, to Ref
	joined   []joining // by person
	n        int       // people
}

// newMoveIndex counts and orders moves once, so that no visitor waits for it.
func newMoveIndex(moves []indexedMove) *moveIndex {
	for i := range moves {
		m := &moves[i]
		slices.SortFunc(m.joined, func(a, b joining) int { return cmp.Compare(a.person, b.person) })
		m.n = m.count(period{})
	}
	slices.SortFunc(moves, mostPeople)
	return &moveIndex{moves: moves}
}

// mostPeople orders moves by their people, then by the names of the companies.
func mostPeople(a, b indexedMove) int {
	return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.from.Name, b.from.Name), cmp.Compare(a.to.Name, b.to.Name),
		cmp.Compare(a.from.ID, b.from.ID), cmp.Compare(a.to.ID, b.to.ID))
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

// count is the number of people within a period.
func (m indexedMove) count(within period) int {
	n := 0
	for range m.people(within) {
		n++
	}
	return n
}

// choose finds the moves within a period that are asked for, those of most people first, with the number of people then.
func (ix *moveIndex) choose(q FlowQuery, within period) []indexedMove {
	var chosen []indexedMove
	always := within == period{}
	for _, m := range ix.moves {
		if q.Company != "" && m.from.ID != q.Company && m.to.ID != q.Company || q.To != "" && m.to.ID != q.To {
			continue
		}
		if m.n < max(q.People, 1) {
			break // and so are all that come after: a period only takes people away
		}
		if !always {
			m.n = m.count(within)
		}
		if m.n >= max(q.People, 1) {
			chosen = append(chosen, m)
		}
	}
	if !always {
		slices.SortFunc(chosen, mostPeople)
	}
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
	var moves []indexedMove
	bookmark, err := g.readMarked(ctx, func(t tx) error {
		moves = nil
		place := map[[2]string]int{}
		return t.run(ctx, "page/moves", nil, func(r record) {
			pair := [2]string{r.str("fromId"), r.str("toId")}
			i, known := place[pair]
			if !known {
				i = len(moves)
				place[pair] = i
				moves = append(moves, indexedMove{
					from: Ref{Kind: KindCompany, ID: pair[0], Name: r.str("fromName")}, to: Ref{Kind: KindCompany, ID: pair[1], Name: r.str("toName")},
				})
			}
			moves[i].joined = append(moves[i].joined, joining{r.str("person"), r.str("asOf")})
		})
	})
	if err != nil {
		return nil, err
	}
	ix := newMoveIndex(moves)
	ix.bookmark = bookmark
	return ix, nil
}
