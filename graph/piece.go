package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// The most that a piece of the graph holds, and how many neighbours are given when nobody says how many.
const (
	pieceRows        = 20000 // statements of one sort
	pieceSaid        = 8     // of one edge
	neighboursUsual  = 50
	neighboursAtMost = 500
)

// A Piece is a part of the graph, for a picture: some nodes, and all that ties them to each other.
type Piece struct {
	Nodes []PieceNode `json:"nodes"`
	Edges []PieceEdge `json:"edges"`
	Total int         `json:"total"` // nodes there would be without a limit
}

// A PieceNode is a node with the number of its neighbours in the whole graph, by their kind.
type PieceNode struct {
	Ref
	Counts map[Kind]int `json:"counts"`
}

// A PieceEdge is all that is said of one type between two nodes. That an episode names its own host, guest or sponsor is
// left out: it says nothing more.
type PieceEdge struct {
	From  Ref    `json:"from"`
	To    Ref    `json:"to"`
	Type  string `json:"type"`  // WORKED_AT …
	Date  string `json:"date"`  // of the newest statement, or of the episode; RFC 3339, empty when unknown
	Said  []Tie  `json:"said"`  // newest first, at most 8; of a mention the first passage; none for an episode of a show
	Total int    `json:"total"` // statements in all
}

// Piece returns the nodes that refs name (see Named) and what ties them. What is not there is left out.
func (g *Graph) Piece(ctx context.Context, refs []Ref) (*Piece, error) {
	named, err := g.Named(ctx, refs)
	if err != nil {
		return nil, err
	}
	piece := &Piece{Total: len(named)}
	err = g.read(ctx, func(t tx) error {
		if piece.Nodes, err = t.pieceNodes(ctx, named); err != nil {
			return err
		}
		piece.Edges, err = t.ties(ctx, named)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("piece of %d nodes: %w", len(named), err)
	}
	return piece, nil
}

// A NeighbourQuery asks for neighbours of a node.
type NeighbourQuery struct {
	Of     Ref // with its kind
	Kind   Kind
	Offset int
	Limit  int   // 50 when below 1, 500 at most
	With   []Ref // what is in the picture already, each with its kind; offset and limit count the others
}

// Neighbours returns neighbours of a node, of one kind, that are not in the picture yet: episodes newest first, others by
// how many episodes name them. Edges are those of the new ones, to each other, to the node and to what is in the picture.
// Total is how many neighbours of the kind the node has. ErrNotFound when the graph lacks the node.
func (g *Graph) Neighbours(ctx context.Context, q NeighbourQuery) (*Piece, error) {
	if q.Limit < 1 {
		q.Limit = neighboursUsual
	}
	q.Limit = min(q.Limit, neighboursAtMost)
	of, err := g.Named(ctx, []Ref{q.Of})
	if err != nil {
		return nil, err
	}
	if len(of) == 0 {
		return nil, fmt.Errorf("neighbours of %s: %w", q.Of, ErrNotFound)
	}
	q.Of = of[0]
	piece := &Piece{}
	err = g.read(ctx, func(t tx) error {
		found, err := t.tied(ctx, q)
		if err != nil {
			return err
		}
		if piece.Nodes, err = t.pieceNodes(ctx, append([]Ref{q.Of}, found...)); err != nil {
			return err
		}
		piece.Total = piece.Nodes[0].Counts[q.Kind]
		piece.Nodes = piece.Nodes[1:]
		piece.Edges, err = t.tiesOf(ctx, found, append([]Ref{q.Of}, q.With...))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("neighbours of %s: %w", q.Of, err)
	}
	return piece, nil
}

// tied finds the neighbours that q asks for.
func (t tx) tied(ctx context.Context, q NeighbourQuery) ([]Ref, error) {
	known := map[string]any{}
	for _, ref := range q.With {
		if ref.Kind == q.Kind {
			known[ref.ID] = true
		}
	}
	params := map[string]any{"id": q.Of.ID, "known": known, "offset": max(q.Offset, 0), "limit": q.Limit}
	statement := ""
	switch entity := q.Kind != KindEpisode && q.Kind != KindShow; {
	case q.Of.Kind == KindEpisode && q.Kind == KindShow:
		statement = "page/tied-show"
	case q.Of.Kind == KindEpisode && entity:
		statement, params["other"] = "page/tied-to-episode", labelOf(q.Kind)
	case q.Of.Kind == KindShow && q.Kind == KindEpisode:
		statement = "page/tied-to-show"
	case q.Of.Kind == KindEpisode || q.Of.Kind == KindShow || q.Kind == KindShow:
		return []Ref{}, nil // nothing ties such two
	case entity:
		statement, params["label"], params["other"] = "page/tied-entities", labelOf(q.Of.Kind), labelOf(q.Kind)
	default:
		statement, params["label"] = "page/tied-episodes", labelOf(q.Of.Kind)
	}
	found := []Ref{}
	err := t.run(ctx, statement, params, func(r record) { found = append(found, r.ref()) })
	return found, err
}

// idsByKind are refs as the statements take them.
func idsByKind(refs []Ref) map[Kind][]string {
	ids := map[Kind][]string{}
	for _, kind := range kinds() {
		ids[kind] = []string{}
	}
	seen := map[Ref]bool{}
	for _, ref := range refs {
		if !seen[nameless(ref)] {
			seen[nameless(ref)] = true
			ids[ref.Kind] = append(ids[ref.Kind], ref.ID)
		}
	}
	return ids
}

// pieceNodes counts the neighbours of nodes.
func (t tx) pieceNodes(ctx context.Context, refs []Ref) ([]PieceNode, error) {
	ids := idsByKind(refs)
	counts := map[Ref]map[Kind]int{}
	params := map[string]any{"people": ids[KindPerson], "companies": ids[KindCompany], "technologies": ids[KindTechnology],
		"episodes": ids[KindEpisode], "shows": ids[KindShow]}
	err := t.run(ctx, "page/degrees", params, func(r record) {
		of := map[Kind]int{}
		for _, kind := range kinds() {
			if n := r.int(string(kind)); n > 0 {
				of[kind] = n
			}
		}
		counts[Ref{Kind: Kind(r.str("kind")), ID: r.str("id")}] = of
	})
	nodes := make([]PieceNode, len(refs))
	for i, ref := range refs {
		nodes[i] = PieceNode{Ref: ref, Counts: counts[nameless(ref)]}
	}
	return nodes, err
}

// tieKey is the one edge that all statements of a type between two nodes make up.
type tieKey struct {
	from, to Ref
	relation string
}

// ties finds what ties nodes to each other, in a fixed order.
func (t tx) ties(ctx context.Context, refs []Ref) ([]PieceEdge, error) {
	ids, es := idsByKind(refs), episodes{}
	wanted, names := map[string]any{}, map[Ref]string{}
	for kind, list := range ids {
		set := map[string]any{}
		for _, id := range list {
			set[id] = true
		}
		wanted[string(kind)] = set
	}
	for _, ref := range refs {
		names[nameless(ref)] = ref.Name
	}
	said := map[tieKey][]props{}
	params := map[string]any{"people": ids[KindPerson], "companies": ids[KindCompany], "episodes": ids[KindEpisode], "wanted": wanted, "limit": pieceRows}
	err := t.run(ctx, "page/ties", params, func(r record) {
		end := func(id, kind string) Ref {
			ref := Ref{Kind: Kind(r.str(kind)), ID: r.str(id)}
			ref.Name = names[ref]
			return ref
		}
		key := tieKey{end("source", "sourceKind"), end("target", "targetKind"), r.relation()}
		p := r.props("r")
		for _, episode := range []string{p.str("episode"), key.episode()} {
			if episode != "" {
				es.want(episode)
			}
		}
		said[key] = append(said[key], p)
	})
	if err == nil {
		err = es.resolve(ctx, t, false)
	}
	if err != nil {
		return nil, err
	}
	return es.pieceEdges(said), nil
}

// tiesOf finds what ties new nodes to each other and to those known already.
func (t tx) tiesOf(ctx context.Context, found, known []Ref) ([]PieceEdge, error) {
	isNew, all := map[Ref]bool{}, found
	for _, ref := range found {
		isNew[nameless(ref)] = true
	}
	for _, ref := range known {
		if !isNew[nameless(ref)] {
			all = append(all, ref)
		}
	}
	edges, err := t.ties(ctx, all)
	return slices.DeleteFunc(edges, func(e PieceEdge) bool { return !isNew[nameless(e.From)] && !isNew[nameless(e.To)] }), err
}

// nameless is a ref without its name, as it is compared.
func nameless(ref Ref) Ref { return Ref{Kind: ref.Kind, ID: ref.ID} }

// episode is the id of the episode that an edge ends at, if it does.
func (k tieKey) episode() string {
	switch KindEpisode {
	case k.from.Kind:
		return k.from.ID
	case k.to.Kind:
		return k.to.ID
	}
	return ""
}

func (k tieKey) compare(o tieKey) int {
	return strings.Compare(k.from.String()+" "+k.relation+" "+k.to.String(), o.from.String()+" "+o.relation+" "+o.to.String())
}

func (es episodes) pieceEdges(said map[tieKey][]props) []PieceEdge {
	keys := make([]tieKey, 0, len(said))
	for k := range said {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, tieKey.compare)
	edges := make([]PieceEdge, 0, len(keys))
	for _, k := range keys {
		if k.relation == "MENTIONS" && (has(said, k.to, k.from, "HOSTED") || has(said, k.to, k.from, "GUEST_ON") || has(said, k.to, k.from, "SPONSORED")) {
			continue
		}
		edge := PieceEdge{From: k.from, To: k.to, Type: k.relation, Said: []Tie{}, Total: len(said[k])}
		if k.relation == "PART_OF" {
			edge.Total, edge.Date = 0, es[k.from.ID].Published
		} else {
			for _, p := range said[k] {
				edge.Said = append(edge.Said, Tie{Roles: p.strings("roles"), Status: p.str("status"), AsOf: p.str("asOf"), Role: p.str("role"), Said: es.said(p)})
			}
			slices.SortFunc(edge.Said, func(a, b Tie) int { return newestSaid(a.Said, b.Said) })
			edge.Date = edge.Said[0].Said.Episode.Published
			edge.Said = edge.Said[:min(len(edge.Said), pieceSaid)]
		}
		edges = append(edges, edge)
	}
	return edges
}

func has(said map[tieKey][]props, from, to Ref, relation string) bool {
	_, ok := said[tieKey{from, to, relation}]
	return ok
}
