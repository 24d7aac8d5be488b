package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"guestgraph/graph"
)

// The most that one address may name, and that one answer adds to a picture.
const (
	pieceMost      = 2000
	neighboursMost = 500
)

// graphData is a piece of the graph as pictures take it: web/ui/canvas/data.ts.
type graphData struct {
	Nodes []graphNode `json:"nodes"`
	Edges []graphEdge `json:"edges"`
	Total int         `json:"total"`
}

type graphNode struct {
	ID     string             `json:"id"` // a ref
	Kind   graph.Kind         `json:"kind"`
	Name   string             `json:"name"`
	Href   string             `json:"href"`
	Counts map[graph.Kind]int `json:"counts"`
}

// A graphEdge is all that is said of one type between two nodes; status, roles and date are those of its newest statement.
type graphEdge struct {
	ID       string          `json:"id"`
	Source   string          `json:"source"`
	Target   string          `json:"target"`
	Type     string          `json:"type"`
	Status   string          `json:"status,omitempty"`
	Date     string          `json:"date,omitempty"`
	Roles    []string        `json:"roles,omitempty"`
	Evidence []graphEvidence `json:"evidence"`
	Said     int             `json:"said"`
}

// A graphEvidence is one statement. Its address leads to the quote.
type graphEvidence struct {
	Quote   string   `json:"quote"`
	Episode string   `json:"episode"`
	Title   string   `json:"title"`
	At      *float64 `json:"at,omitempty"`
	Href    string   `json:"href"`
	Status  string   `json:"status,omitempty"`
	Roles   []string `json:"roles,omitempty"`
	Date    string   `json:"date,omitempty"`
}

func newGraphData(p *graph.Piece) graphData {
	data := graphData{Nodes: make([]graphNode, len(p.Nodes)), Edges: make([]graphEdge, len(p.Edges)), Total: p.Total}
	for i, n := range p.Nodes {
		data.Nodes[i] = graphNode{ID: n.String(), Kind: n.Kind, Name: short(n.Name), Href: href(n.Kind, n.ID), Counts: n.Counts}
		if n.Counts == nil {
			data.Nodes[i].Counts = map[graph.Kind]int{} // {} rather than null
		}
	}
	for i, e := range p.Edges {
		data.Edges[i] = newGraphEdge(e)
	}
	return data
}

func newGraphEdge(e graph.PieceEdge) graphEdge {
	from, to := e.From.String(), e.To.String()
	edge := graphEdge{ID: from + " " + e.Type + " " + to, Source: from, Target: to, Type: e.Type, Date: e.Date, Evidence: make([]graphEvidence, len(e.Said)), Said: e.Total}
	for i, tie := range e.Said {
		said := newEvidence(tie.Said)
		address := said.PlaceHref
		if address == "" {
			address = href(graph.KindEpisode, tie.Said.Episode.ID)
		}
		roles := tie.Roles
		if tie.Role != "" {
			roles = []string{tie.Role}
		}
		edge.Evidence[i] = graphEvidence{Quote: said.Quote, Episode: graph.Ref{Kind: graph.KindEpisode, ID: tie.Said.Episode.ID}.String(), Title: short(tie.Said.Episode.Title),
			At: tie.Said.At, Href: address, Status: tie.Status, Roles: roles, Date: tie.Said.Episode.Published}
	}
	if len(edge.Evidence) > 0 {
		edge.Status, edge.Roles = edge.Evidence[0].Status, edge.Evidence[0].Roles
	}
	return edge
}

// refsIn reads refs, with commas between; an address may hold the parameter several times.
func refsIn(q url.Values, name string) ([]graph.Ref, error) {
	refs := []graph.Ref{}
	for _, list := range q[name] {
		for s := range strings.SplitSeq(list, ",") {
			if ref := graph.ParseRef(s); ref.ID != "" && !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
			if len(refs) > pieceMost {
				return nil, fail(http.StatusBadRequest, fmt.Sprintf("A picture holds %s things at most.", number(pieceMost)))
			}
		}
	}
	return refs, nil
}

func (s *Server) apiGraph(w http.ResponseWriter, r *http.Request) error {
	refs, err := refsIn(r.URL.Query(), "ids")
	if err != nil {
		return err
	}
	if len(refs) == 0 {
		return fail(http.StatusBadRequest, "Say which nodes: ?ids=person:ID,company:ID.")
	}
	piece, err := s.Graph.Piece(r.Context(), refs)
	if err != nil {
		return err
	}
	return sendJSON(w, r, newGraphData(piece))
}

func (s *Server) apiNeighbours(w http.ResponseWriter, r *http.Request) error {
	query, err := neighbourQuery(r)
	if err != nil {
		return err
	}
	if query.Limit, err = limitOf(r, 50, neighboursMost); err != nil {
		return err
	}
	if query.With, err = refsIn(r.URL.Query(), "with"); err != nil {
		return err
	}
	piece, err := s.Graph.Neighbours(r.Context(), query)
	if err != nil {
		return err
	}
	return sendJSON(w, r, newGraphData(piece))
}

// neighbourQuery reads whose neighbours are asked for, of what kind, and from where on.
func neighbourQuery(r *http.Request) (graph.NeighbourQuery, error) {
	q := r.URL.Query()
	query := graph.NeighbourQuery{Of: graph.ParseRef(q.Get("of")), Kind: graph.Kind(q.Get("kind"))}
	if query.Of.ID == "" {
		return query, fail(http.StatusBadRequest, "Say whose neighbours: ?of=person:ID.")
	}
	if !isKind(query.Kind) {
		return query, fail(http.StatusBadRequest, "Say which neighbours: ?kind= is person, company, technology, episode or show.")
	}
	var err error
	query.Offset, err = numberIn(q, "offset", 0, maxRow)
	return query, err
}

// refList writes refs as addresses hold them.
func refList(refs []graph.Ref) string {
	list := make([]string, len(refs))
	for i, ref := range refs {
		list[i] = ref.String()
	}
	return strings.Join(list, ",")
}

// exploreHref is the address of a picture of these nodes. Refs hold no comma, and a colon may stand in a query.
func exploreHref(refs []graph.Ref) string {
	return "/explore?ids=" + strings.NewReplacer("%2C", ",", "%3A", ":").Replace(url.QueryEscape(refList(refs)))
}
