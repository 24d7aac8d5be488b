package graph

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"slices"
)

// A pathSearch looks for the shortest paths, whose length is known, from both ends.
type pathSearch struct {
	tx
	types    []string
	sides    [2]*pathSide
	nodes    map[string]pathNode
	followed int
}

// A pathNode is what the search knows of a node it came to.
type pathNode struct {
	id     string
	degree int
}

// A pathSide is one half of the search.
type pathSide struct {
	depth    int
	seen     map[string]bool
	links    map[string][]link // by node, those that lead one step back to the start of the side
	frontier []string
	ahead    int // relationships of the frontier
}

// A link is a step between two nodes, by the most telling type of relationship there is.
type link struct {
	to   string
	typ  string
	cost int
}

func (t tx) newPathSearch(types []string, from, to string) *pathSearch {
	s := &pathSearch{tx: t, types: types, nodes: map[string]pathNode{}}
	for i, start := range []string{from, to} {
		s.sides[i] = &pathSide{seen: map[string]bool{start: true}, links: map[string][]link{}, frontier: []string{start}}
	}
	return s
}

// meet goes on until the sides meet, a number of hops apart, and returns the nodes where they do. It gives up, and
// tells so, when there are too many relationships to follow.
func (s *pathSearch) meet(ctx context.Context, length int) (meets []string, ok bool, err error) {
	for left := length; left > 0; left-- {
		side, other := s.sides[0], s.sides[1]
		if other.ahead < side.ahead {
			side, other = other, side
		}
		if s.followed += side.ahead; s.followed > pathBudget {
			return nil, false, nil
		}
		only := []map[string]any{}
		if left == 1 { // to the other side
			only = append(only, marked(other.frontier))
		}
		if err := s.step(ctx, side, only); err != nil {
			return nil, false, err
		}
		meets = side.frontier
	}
	return meets, true, nil
}

func marked(nodes []string) map[string]any {
	set := make(map[string]any, len(nodes))
	for _, node := range nodes {
		set[node] = true
	}
	return set
}

// step goes one hop further from a side.
func (s *pathSearch) step(ctx context.Context, side *pathSide, only []map[string]any) error {
	next := map[string][]link{}
	err := s.run(ctx, "page/hops", map[string]any{"ids": side.frontier, "types": s.types, "only": only}, func(r record) {
		x, y, typ := r.str("x"), r.str("y"), r.str("type")
		if side.seen[y] {
			return
		}
		s.nodes[y] = pathNode{r.str("id"), r.int("degree")}
		next[y] = addLink(next[y], link{x, typ, hopCost(typ)})
	})
	side.depth++
	side.frontier, side.ahead = make([]string, 0, len(next)), 0
	for y, links := range next {
		side.seen[y] = true
		side.links[y] = links
		side.frontier = append(side.frontier, y)
		side.ahead += s.nodes[y].degree
	}
	return err
}

// addLink keeps of the links to one node the most telling.
func addLink(links []link, l link) []link {
	for i, known := range links {
		if known.to == l.to {
			if l.cost < known.cost || l.cost == known.cost && l.typ < known.typ {
				links[i] = l
			}
			return links
		}
	}
	return append(links, l)
}

// ways are all shortest paths between two nodes, as a graph without cycles.
type ways struct {
	from, to string
	onward   map[string][]link
	nodes    map[string]pathNode
	rest     map[string]worth // of the best way from a node to the end
	count    map[string]int   // ways from a node to the end
}

// A worth orders ways: by what the hops tell, then by how rare the nodes between the ends are. Less is better.
type worth struct {
	cost   int
	common int // thousandths, so that sums are exact
}

func (a worth) compare(b worth) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.common, b.common))
}

// ways joins both sides where they meet.
func (s *pathSearch) ways(meets []string, from, to string) *ways {
	w := &ways{from: from, to: to, onward: map[string][]link{}, nodes: s.nodes, rest: map[string]worth{}, count: map[string]int{}}
	// What leads back from the meeting nodes to the end already points onward; what leads back to the start is turned round.
	for i, side := range s.sides {
		done := map[string]bool{}
		for todo := slices.Clone(meets); len(todo) > 0; {
			node := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if done[node] {
				continue
			}
			done[node] = true
			for _, l := range side.links[node] {
				if i == 0 {
					w.onward[l.to] = append(w.onward[l.to], link{node, l.typ, l.cost})
				} else {
					w.onward[node] = append(w.onward[node], l)
				}
				todo = append(todo, l.to)
			}
		}
	}
	w.measure(from)
	return w
}

// measure finds the best way from a node to the end, and how many there are.
func (w *ways) measure(node string) {
	if _, known := w.count[node]; known {
		return
	}
	if node == w.to {
		w.count[node] = 1
		return
	}
	best := worth{math.MaxInt, 0}
	for _, l := range w.onward[node] {
		w.measure(l.to)
		w.count[node] = min(w.count[node]+w.count[l.to], math.MaxInt32)
		if via := w.via(l); via.compare(best) < 0 {
			best = via
		}
	}
	w.rest[node] = best
}

// via is the worth of the best way that begins with a link.
func (w *ways) via(l link) worth {
	rest := w.rest[l.to]
	return worth{l.cost + rest.cost, w.common(l.to) + rest.common}
}

// common tells how common a node is, 0 for the ends.
func (w *ways) common(node string) int {
	if node == w.to {
		return 0
	}
	return int(math.Round(1000 * math.Log(1+float64(w.nodes[node].degree))))
}

func (w *ways) total() int { return w.count[w.from] }

// A route is one way: nodes by element id, and the types of relationship between them.
type route struct {
	nodes  []string
	names  string // ids of the nodes, to order what is worth the same
	types  []string
	so     worth // of what is gone
	likely worth // of the whole, on the best way from here
}

// best draws the best ways, which costs by their number and not by how many there are: what is begun is kept by the
// worth of the best way to go on.
func (w *ways) best(limit int) []route {
	open := &routeHeap{{nodes: []string{w.from}, likely: w.rest[w.from]}}
	var done []route
	for open.Len() > 0 && len(done) < limit {
		r := heap.Pop(open).(route)
		node := r.nodes[len(r.nodes)-1]
		if node == w.to {
			done = append(done, r)
			continue
		}
		for _, l := range w.onward[node] {
			so := worth{r.so.cost + l.cost, r.so.common + w.common(l.to)}
			rest := w.rest[l.to]
			heap.Push(open, route{
				nodes: append(slices.Clone(r.nodes), l.to), names: r.names + "\n" + w.nodes[l.to].id, types: append(slices.Clone(r.types), l.typ),
				so: so, likely: worth{so.cost + rest.cost, so.common + rest.common},
			})
		}
	}
	return done
}

type routeHeap []route

func (h routeHeap) Len() int { return len(h) }
func (h routeHeap) Less(i, j int) bool {
	return cmp.Or(h[i].likely.compare(h[j].likely), cmp.Compare(h[i].names, h[j].names), slices.Compare(h[i].types, h[j].types)) < 0
}
func (h routeHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *routeHeap) Push(x any)   { *h = append(*h, x.(route)) }
func (h *routeHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}
