package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"guestgraph/graph"
)

// How much one click adds to the page, and how many rows its tables show: with a script the canvas shows them all.
const (
	exploreStep  = 20
	exploreLines = 200
	choicesMost  = 8
)

// An exploreView is what templates/explore.html shows: the table twin of the picture, which works by links alone.
type exploreView struct {
	IDs     string // the nodes as the script takes them
	Things  []exploreThing
	Lines   []exploreLine
	More    int // lines that are not shown
	Asked   string
	Choices []graph.Hit // what Asked may mean
	Adds    []string    // the address that adds each of them
	Start   *graph.HomePage
	Console string // the Cypher behind it
}

type exploreThing struct {
	graph.Ref
	Lines int
	Ways  []exploreWay
}

// An exploreWay adds neighbours of a kind to the picture.
type exploreWay struct {
	Kind         graph.Kind
	Shown, Total int
}

type exploreLine struct {
	From, To graph.Ref
	Words    string
	Roles    string
	Date     string
	Said     *evidence
}

func (s *Server) explore(w http.ResponseWriter, r *http.Request) error {
	refs, err := refsIn(r.URL.Query(), "ids")
	if err != nil {
		return err
	}
	view := exploreView{Asked: strings.TrimSpace(r.URL.Query().Get("add"))}
	if refs, err = s.expanded(r, refs); err != nil {
		return err
	}
	if refs, err = s.added(r, refs, &view); err != nil {
		return err
	}
	if len(refs) == 0 {
		if view.Start, err = s.Graph.Home(r.Context()); err != nil {
			return err
		}
		return s.render(w, r, http.StatusOK, "explore", layout{Title: "Explore", Here: "/explore", Page: view})
	}
	piece, err := s.Graph.Piece(r.Context(), refs)
	if err != nil {
		return err
	}
	if err := view.fill(piece); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "explore", layout{Title: exploreTitle(piece.Nodes), Here: "/explore", NoIndex: len(refs) > 1, Page: view})
}

func exploreTitle(nodes []graph.PieceNode) string {
	switch len(nodes) {
	case 0:
		return "Explore"
	case 1:
		return nodes[0].Name + " · Explore"
	}
	return fmt.Sprintf("%s and %s · Explore", nodes[0].Name, count(len(nodes)-1, "more"))
}

// expanded adds neighbours, as ?expand=KIND,REF asks, and takes away what ?drop=REF names.
func (s *Server) expanded(r *http.Request, refs []graph.Ref) ([]graph.Ref, error) {
	if drop := graph.ParseRef(r.URL.Query().Get("drop")); drop.ID != "" {
		refs = slices.DeleteFunc(refs, func(ref graph.Ref) bool { return ref == drop })
	}
	expand := r.URL.Query().Get("expand")
	if expand == "" {
		return refs, nil
	}
	kind, of, _ := strings.Cut(expand, ",")
	query := graph.NeighbourQuery{Of: graph.ParseRef(of), Kind: graph.Kind(kind), Limit: exploreStep, With: refs}
	if !isKind(query.Kind) || query.Of.ID == "" {
		return nil, fail(http.StatusBadRequest, "The picture is expanded by ?expand=KIND,REF, such as company,person:ID.")
	}
	piece, err := s.Graph.Neighbours(r.Context(), query)
	if err != nil {
		return nil, err
	}
	for _, n := range piece.Nodes {
		refs = append(refs, n.Ref)
	}
	return refs, nil
}

// added adds what a name typed into the form means; where it may mean several, the visitor chooses.
func (s *Server) added(r *http.Request, refs []graph.Ref, view *exploreView) ([]graph.Ref, error) {
	chosen, err := refsIn(r.URL.Query(), "ref")
	if err != nil || len(chosen) > 0 || view.Asked == "" {
		return append(refs, chosen...), err
	}
	found, err := s.Graph.Search(r.Context(), view.Asked, graph.SearchOptions{Limit: choicesMost})
	if err != nil {
		return nil, err
	}
	if len(found.Hits) == 1 {
		return append(refs, found.Hits[0].Ref), nil
	}
	view.Choices = found.Hits
	for _, hit := range found.Hits {
		view.Adds = append(view.Adds, exploreHref(append(refs[:len(refs):len(refs)], hit.Ref)))
	}
	return refs, nil
}

func (view *exploreView) fill(piece *graph.Piece) error {
	refs := make([]graph.Ref, len(piece.Nodes))
	for i, n := range piece.Nodes {
		refs[i] = n.Ref
	}
	view.IDs = refList(refs)
	lines, near := neighboursIn(piece)
	for _, n := range piece.Nodes {
		thing := exploreThing{Ref: n.Ref, Lines: lines[n.Ref]}
		for _, kind := range kinds() {
			if total := n.Counts[kind]; total > 0 {
				thing.Ways = append(thing.Ways, exploreWay{Kind: kind, Shown: min(total, near[n.Ref][kind]), Total: total})
			}
		}
		view.Things = append(view.Things, thing)
	}
	for i, e := range piece.Edges {
		if i == exploreLines {
			view.More = len(piece.Edges) - i
			break
		}
		view.Lines = append(view.Lines, newExploreLine(e))
	}
	params, err := json.Marshal(map[string]any{"nodes": ids(refs)})
	if err != nil {
		return fmt.Errorf("write the parameters of a picture: %w", err)
	}
	statement, err := behindFiles.ReadFile("behind/explore.cypher")
	if err != nil {
		return fmt.Errorf("find the Cypher of a picture: %w", err)
	}
	view.Console = consoleHref(strings.TrimSpace(string(statement)), string(params))
	return nil
}

func ids(refs []graph.Ref) []string {
	list := make([]string, len(refs))
	for i, ref := range refs {
		list[i] = ref.ID
	}
	return list
}

// neighboursIn counts, for each node of a piece, its lines and its neighbours by kind.
func neighboursIn(piece *graph.Piece) (lines map[graph.Ref]int, near map[graph.Ref]map[graph.Kind]int) {
	lines, near = map[graph.Ref]int{}, map[graph.Ref]map[graph.Kind]int{}
	seen := map[[2]graph.Ref]bool{}
	for _, e := range piece.Edges {
		for _, pair := range [][2]graph.Ref{{e.From, e.To}, {e.To, e.From}} {
			lines[pair[0]]++
			if seen[pair] {
				continue
			}
			seen[pair] = true
			if near[pair[0]] == nil {
				near[pair[0]] = map[graph.Kind]int{}
			}
			near[pair[0]][pair[1].Kind]++
		}
	}
	return lines, near
}

func newExploreLine(e graph.PieceEdge) exploreLine {
	line := exploreLine{From: e.From, To: e.To, Date: e.Date, Words: tieWords(e)}
	if len(e.Said) > 0 {
		said := newEvidence(e.Said[0].Said)
		line.Said, line.Roles = &said, roleText(append(e.Said[0].Roles, strings.Fields(e.Said[0].Role)...))
	}
	return line
}

// tieWords says what ties two nodes, as of the newest statement.
func tieWords(e graph.PieceEdge) string {
	switch e.Type {
	case "WORKED_AT":
		switch e.Said[0].Status {
		case "current":
			return "works at"
		case "former":
			return "worked at"
		}
		return "is tied to"
	case "CREATED":
		return "created"
	case "MAKES":
		return "makes"
	case "HOSTED":
		return "hosted"
	case "GUEST_ON":
		return "was a guest on"
	case "SPONSORED":
		return "sponsored"
	case "PART_OF":
		return "is part of"
	}
	return "names"
}
