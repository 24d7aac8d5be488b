package graph

import (
	"context"
	"fmt"
	"slices"
)

// How are two nodes connected?
//
// The database finds one shortest path, and with it how long they all are. Then two breadth-first searches, one from
// either end, take turns: the one whose next step has fewer relationships to follow goes on, so that a technology which
// half of the episodes mention is left alone while there is another way. Where they meet, all shortest ways are known
// as a graph of their own (see ways), from which the best are drawn without writing out the others: between two shows
// there may be a hundred thousand.
const (
	pathDefault    = 5
	pathMost       = 25
	pathLength     = 6      // relationships of a path, unless asked otherwise
	pathLengthMost = 8      // past it nothing is told by a path
	pathBudget     = 150000 // relationships followed at most
	hopStatements  = 5      // of one hop
)

// A PathQuery asks how two nodes are connected.
type PathQuery struct {
	From, To Ref       // with kinds
	Hops     []HopType // that may be taken; none: the telling ones, and all where those do not connect
	Max      int       // hops of a path; 6 when below 1, 8 at most
	Limit    int       // paths; 5 when below 1, 25 at most
}

// Paths are the shortest paths between two nodes, best first.
type Paths struct {
	From   Ref       `json:"from"`
	To     Ref       `json:"to"`
	Hops   []HopType `json:"hops"`   // those that could be taken
	Max    int       `json:"max"`    // hops a path could have
	Length int       `json:"length"` // hops of each path; 0 when there is none
	Total  int       `json:"total"`  // shortest paths in all; a great number is cut at 2^31
	Cut    bool      `json:"cut"`    // there were too many relationships to follow: one path is told, not the best ones
	Paths  []Path    `json:"paths"`
}

// A Path leads from node to node.
type Path struct {
	Nodes []Ref `json:"nodes"`
	Hops  []Hop `json:"hops"` // one fewer than Nodes
}

// A Hop is one step of a path, by the most telling type of relationship between its nodes.
type Hop struct {
	Type    HopType `json:"type"`
	Forward bool    `json:"forward"` // the relationship points along the path
	Said    []Tie   `json:"said"`    // newest first, at most 5; empty for an episode of a show
	Total   int     `json:"total"`   // statements in all
}

// A Tie is what one episode says that ties two nodes. Roles and Status are those of a job, Role that of a creation.
type Tie struct {
	Roles  []string  `json:"roles,omitempty"`
	Status string    `json:"status,omitempty"`
	AsOf   string    `json:"asOf,omitempty"`
	Role   string    `json:"role,omitempty"`
	Said   Statement `json:"said"`
}

// Paths finds how two nodes are connected: ErrNotFound when the graph lacks one of them. No path is an answer too.
func (g *Graph) Paths(ctx context.Context, q PathQuery) (*Paths, error) {
	if q.Limit < 1 {
		q.Limit = pathDefault
	}
	if q.Max < 1 {
		q.Max = pathLength
	}
	q.Limit, q.Max = min(q.Limit, pathMost), min(q.Max, pathLengthMost)
	var found *Paths
	err := g.read(ctx, func(t tx) error {
		ends, err := t.ends(ctx, q.From, q.To)
		if err != nil {
			return err
		}
		found = &Paths{From: ends[0].ref, To: ends[1].ref, Max: q.Max, Paths: []Path{}}
		tries := [][]HopType{q.Hops}
		if len(q.Hops) == 0 {
			tries = [][]HopType{tellingHops(q.From.Kind, q.To.Kind), HopTypes()}
		}
		for _, hops := range tries {
			found.Hops = hops
			if err := t.connect(ctx, found, ends, q.Limit); err != nil || found.Length > 0 || found.From == found.To {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("paths from %s to %s: %w", q.From, q.To, err)
	}
	return found, nil
}

// An end is where a path begins or ends.
type end struct {
	ref     Ref
	element string
}

func (t tx) ends(ctx context.Context, refs ...Ref) ([]end, error) {
	ends := make([]end, len(refs))
	rows := make([]map[string]any, len(refs))
	for i, ref := range refs {
		rows[i] = map[string]any{"i": i, "kind": string(ref.Kind), "id": ref.ID}
	}
	err := t.run(ctx, "page/named", map[string]any{"refs": rows}, func(r record) {
		ends[r.int("i")] = end{r.ref(), r.str("element")}
	})
	for _, e := range ends {
		if err == nil && e.element == "" {
			err = ErrNotFound
		}
	}
	return ends, err
}

// connect fills in the paths by the hops of found.
func (t tx) connect(ctx context.Context, found *Paths, ends []end, limit int) error {
	from, to, types := ends[0].element, ends[1].element, relations(found.Hops)
	if from == to {
		return nil
	}
	var one route
	err := t.run(ctx, "page/path", map[string]any{"from": from, "to": to, "types": types}, func(r record) {
		one = route{nodes: r.strings("nodes"), types: r.strings("types")}
	})
	if err != nil || len(one.types) == 0 || len(one.types) > found.Max {
		return err
	}
	found.Length = len(one.types)
	s := t.newPathSearch(types, from, to)
	meets, ok, err := s.meet(ctx, found.Length)
	if err != nil {
		return err
	}
	if !ok {
		found.Cut, found.Total = true, 1
		return t.tell(ctx, found, []route{one})
	}
	w := s.ways(meets, from, to)
	found.Total = w.total()
	return t.tell(ctx, found, w.best(limit))
}

// tell writes routes as paths, with names and evidence.
func (t tx) tell(ctx context.Context, found *Paths, routes []route) error {
	refs, err := t.refs(ctx, routes)
	if err != nil {
		return err
	}
	pairs := []map[string]any{}
	place := map[[2]string]int{}
	for _, r := range routes {
		for i, typ := range r.types {
			pair := [2]string{r.nodes[i], r.nodes[i+1]}
			if _, known := place[pair]; !known {
				place[pair] = len(pairs)
				pairs = append(pairs, map[string]any{"i": len(pairs), "x": pair[0], "y": pair[1], "type": typ})
			}
		}
	}
	hops, err := t.hops(ctx, pairs)
	if err != nil {
		return err
	}
	for _, r := range routes {
		p := Path{}
		for i, node := range r.nodes {
			p.Nodes = append(p.Nodes, refs[node])
			if i > 0 {
				p.Hops = append(p.Hops, hops[place[[2]string{r.nodes[i-1], node}]])
			}
		}
		found.Paths = append(found.Paths, p)
	}
	return nil
}

func (t tx) refs(ctx context.Context, routes []route) (map[string]Ref, error) {
	refs := map[string]Ref{}
	ids := []string{}
	for _, r := range routes {
		for _, node := range r.nodes {
			if !slices.Contains(ids, node) {
				ids = append(ids, node)
			}
		}
	}
	err := t.run(ctx, "page/nodes", map[string]any{"ids": ids}, func(r record) { refs[r.str("element")] = r.ref() })
	return refs, err
}

// hops looks up what ties pairs of nodes.
func (t tx) hops(ctx context.Context, pairs []map[string]any) ([]Hop, error) {
	hops := make([]Hop, len(pairs))
	said := make([][]props, len(pairs))
	es := episodes{}
	err := t.run(ctx, "page/hop", map[string]any{"pairs": pairs, "limit": hopStatements}, func(r record) {
		i, p := r.int("i"), r.props("r")
		hops[i] = Hop{Type: hopOf(r.relation()), Forward: column[bool](r, "forward"), Said: []Tie{}, Total: r.int("total")}
		if episode := p.str("episode"); episode != "" {
			es.want(episode)
			said[i] = append(said[i], p)
		}
	})
	if err == nil {
		err = es.resolve(ctx, t, true)
	}
	for i, list := range said {
		for _, p := range list {
			hops[i].Said = append(hops[i].Said, Tie{Roles: p.strings("roles"), Status: p.str("status"), AsOf: p.str("asOf"), Role: p.str("role"), Said: es.said(p)})
		}
	}
	return hops, err
}
