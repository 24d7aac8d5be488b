package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The moves a flow holds, and how many people it names: in all and of one move.
const (
	flowDefault     = 30
	flowMost        = 100
	flowMovers      = 90
	flowMoversLeast = 2
	flowMoversMost  = 50
	flowTries       = 3 // while others write
)

// A FlowQuery asks who went from which company to which. Its zero value asks for all.
type FlowQuery struct {
	Company      string // id of a company at either end
	To           string // id of the company that people went to
	Since, Until int    // years in which the episode came out that has them at the other company; 0 leaves open
	People       int    // the fewest of a move
	Limit        int    // moves; 30 when below 1, 100 at most
}

// A Flow is how people move between companies: the moves of most people first.
type Flow struct {
	Total int    `json:"total"` // moves in all
	Moves []Move `json:"moves"`
}

// A Move is from one company to another.
type Move struct {
	From   Ref     `json:"from"`
	To     Ref     `json:"to"`
	N      int     `json:"n"`      // people
	People []Mover `json:"people"` // by name; at most 50, and fewer of each where there are many moves
}

// A Mover is a person with what was said of both companies.
type Mover struct {
	Person Ref `json:"person"`
	Left   Job `json:"left"`
	Joined Job `json:"joined"`
}

// Flow tells between which companies people moved.
func (g *Graph) Flow(ctx context.Context, q FlowQuery) (*Flow, error) {
	if q.Limit < 1 {
		q.Limit = flowDefault
	}
	q.Limit = min(q.Limit, flowMost)
	flow, err := g.flow(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("moves between companies: %w", err)
	}
	return flow, nil
}

// flow answers from the index of moves, once more where the graph has changed since that was made.
func (g *Graph) flow(ctx context.Context, q FlowQuery) (*Flow, error) {
	within := period{since: newYear(q.Since)}
	if q.Until > 0 {
		within.until = newYear(q.Until + 1)
	}
	ix, err := g.moves(ctx, nil)
	for tries := 1; err == nil; tries++ {
		chosen := ix.choose(q, within)
		var flow *Flow
		var bookmark string
		bookmark, err = g.readMarked(ctx, func(t tx) error {
			flow = &Flow{Total: len(chosen), Moves: []Move{}}
			return t.tellMoves(ctx, flow, chosen[:min(len(chosen), q.Limit)], within)
		})
		if err == nil && (bookmark == ix.bookmark || tries == flowTries) {
			return flow, nil
		}
		if err == nil {
			ix, err = g.moves(ctx, ix)
		}
	}
	return nil, err
}

// tellMoves adds moves to a flow, with evidence of the people that are told.
func (t tx) tellMoves(ctx context.Context, flow *Flow, moves []indexedMove, within period) error {
	movers := []map[string]any{}
	for i, m := range moves {
		flow.Moves = append(flow.Moves, Move{From: m.from, To: m.to, N: m.n, People: []Mover{}})
		most := min(max(flowMovers/len(moves), flowMoversLeast), flowMoversMost)
		for p := range m.people(within) {
			if most--; most < 0 {
				break
			}
			movers = append(movers, map[string]any{"i": i, "person": p, "a": m.from.ID, "b": m.to.ID})
		}
	}
	return t.movers(ctx, flow, map[string]any{"movers": movers, "since": within.since, "until": within.until})
}

// newYear is the first moment of a year, as statements are dated; "" for none.
func newYear(year int) string {
	if year < 1 {
		return ""
	}
	return fmt.Sprintf("%04s-01-01T00:00:00Z", strconv.Itoa(year))
}

// A pairSaid is one pair of statements that makes a move.
type pairSaid struct {
	move         int
	person       Ref
	left, joined props
}

// movers adds to each move its people, each with the newest pair of statements.
func (t tx) movers(ctx context.Context, flow *Flow, params map[string]any) error {
	var pairs []pairSaid
	es := episodes{}
	err := t.run(ctx, "page/movers", params, func(r record) {
		p := pairSaid{r.int("i"), r.ref(), column[neo4j.Relationship](r, "f").Props, column[neo4j.Relationship](r, "t").Props}
		es.want(p.left.str("episode"))
		es.want(p.joined.str("episode"))
		pairs = append(pairs, p)
	})
	if err == nil {
		err = es.resolve(ctx, t, true)
	}
	if err != nil {
		return err
	}
	slices.SortFunc(pairs, newestPair)
	for _, p := range pairs {
		move := &flow.Moves[p.move]
		if n := len(move.People); n > 0 && move.People[n-1].Person == p.person {
			continue
		}
		move.People = append(move.People, Mover{p.person, es.job(p.person, move.From, p.left), es.job(p.person, move.To, p.joined)})
	}
	return nil
}

// newestPair orders by move and person, and then prefers two statements of one episode, that someone is former over that they were there
// once, and the newest.
func newestPair(a, b pairSaid) int {
	apart := func(p pairSaid) int {
		if p.left.str("episode") == p.joined.str("episode") {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.move, b.move), cmp.Compare(a.person.Name, b.person.Name), cmp.Compare(a.person.ID, b.person.ID),
		cmp.Compare(b.left.str("status"), a.left.str("status")), cmp.Compare(apart(a), apart(b)),
		cmp.Compare(b.joined.str("asOf"), a.joined.str("asOf")), cmp.Compare(b.left.str("asOf"), a.left.str("asOf")),
		cmp.Compare(a.joined.str("episode"), b.joined.str("episode")), cmp.Compare(a.left.str("episode"), b.left.str("episode")),
		cmp.Compare(a.joined.int("start"), b.joined.int("start")), cmp.Compare(a.left.int("start"), b.left.int("start")))
}
