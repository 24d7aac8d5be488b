package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"guestgraph/graph"
)

// The most hops and paths that can be asked for; package graph has the same bounds.
const (
	maxHops  = 8
	maxPaths = 25
)

// A pathQuery is what the address of /path says.
type pathQuery struct {
	from, to   lookup
	hops       []graph.HopType // nil: none chosen
	max, limit int             // 0: the usual
}

// href is the address of the view.
func (q pathQuery) href(path, from, to string) string {
	return newQuery(path).with("from", from).with("to", to).with("hops", joinHops(q.hops, ",")).
		with("max", unlessZero(q.max)).with("limit", unlessZero(q.limit)).String()
}

func unlessZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// A pathView is what templates/path.html shows.
type pathView struct {
	From, To  lookup
	Hops      []hopChoice
	Max       int
	Lengths   []int // that can be chosen
	Limit     int
	Limits    []int
	Found     *graph.Paths // nil until both ends are known
	Same      bool
	Widened   bool // nothing was chosen, and what people did does not connect them
	Routes    []pathRoute
	Swap      string
	Permalink string
	Explore   string // the address of the picture with all nodes of the paths
	Cypher    string
	JSON      string
	Try       []suggestion
}

// A suggestion is a sentence that leads to another view.
type suggestion struct{ Text, Href string }

// A pathRoute is one path, as a chain of names and as the evidence of each hop.
type pathRoute struct {
	Start graph.Ref
	Hops  []pathHop
	Said  int // statements shown
}

// A pathHop is one hop with the node it leads to.
type pathHop struct {
	Words  string
	To     graph.Ref
	Claim  string       // what its evidence says, from Subject to Object
	Actors [2]graph.Ref // subject and object of the claim
	Jobs   []job        // of one that worked there
	Said   []evidence
	There  bool // its evidence stands in the episode that is one of the ends
	More   int  // statements that are not shown
}

func (s *Server) path(w http.ResponseWriter, r *http.Request) error {
	q, err := s.pathQuery(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	if slices.Equal(q.hops, usualHops()) {
		q.hops = nil // the form says so when nobody chose
	}
	view := pathView{From: q.from, To: q.to, Max: cmp.Or(q.max, 6), Limit: cmp.Or(q.limit, 5), Lengths: []int{1, 2, 3, 4, 5, 6, 7, 8}}
	view.Limits = withChoice([]int{5, 10, 25}, view.Limit)
	l := layout{Title: "Paths", Here: "/path", NoIndex: q.from.Text != "" || q.to.Text != ""}
	if from, to := q.from.Node, q.to.Node; from != nil && to != nil {
		l.Title = "From " + short(nameOf(*from)) + " to " + short(nameOf(*to))
		if err := s.findPaths(r.Context(), &view, q); err != nil {
			return err
		}
	} else if err := s.pathExamples(r.Context(), &view, q); err != nil {
		return err
	}
	if view.Hops == nil {
		on := q.hops
		if on == nil {
			on = usualHops()
		}
		view.Hops = hopChoices(on)
	}
	view.Swap = q.href("/path", q.to.param(), q.from.param())
	for i, c := range view.From.Choices {
		view.From.Choices[i].Href = q.href("/path", c.String(), q.to.param())
	}
	for i, c := range view.To.Choices {
		view.To.Choices[i].Href = q.href("/path", q.from.param(), c.String())
	}
	l.Page = view
	return s.render(w, r, http.StatusOK, "path", l)
}

// pathQuery reads the parameters of the page and the API.
func (s *Server) pathQuery(ctx context.Context, values url.Values) (pathQuery, error) {
	q, err := parsePathQuery(values)
	if err != nil {
		return q, err
	}
	if q.from, err = s.lookup(ctx, values, "from", ""); err != nil {
		return q, err
	}
	q.to, err = s.lookup(ctx, values, "to", "")
	return q, err
}

// parsePathQuery reads what needs no graph.
func parsePathQuery(values url.Values) (pathQuery, error) {
	var q pathQuery
	var err error
	if q.hops, err = parseHops(values["hops"]); err != nil {
		return q, err
	}
	if q.max, err = numberOf(values, "max", 1, maxHops); err != nil {
		return q, err
	}
	q.limit, err = numberOf(values, "limit", 1, maxPaths)
	return q, err
}

// withChoice adds to the numbers a form offers the one that the address gives.
func withChoice(offered []int, chosen int) []int {
	if !slices.Contains(offered, chosen) {
		offered = append(offered, chosen)
		slices.Sort(offered)
	}
	return offered
}

// numberOf reads a whole number within bounds; 0 when it is not given.
func numberOf(values url.Values, name string, least, most int) (int, error) {
	text := values.Get(name)
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return 0, fail(http.StatusBadRequest, fmt.Sprintf("The parameter %s is a number from %d to %d.", name, least, most))
	}
	return n, nil
}

func (q pathQuery) asked() graph.PathQuery {
	return graph.PathQuery{From: *q.from.Node, To: *q.to.Node, Hops: q.hops, Max: q.max, Limit: q.limit}
}

// findPaths fills the view with the answer.
func (s *Server) findPaths(ctx context.Context, view *pathView, q pathQuery) error {
	found, err := s.Graph.Paths(ctx, q.asked())
	if err != nil {
		return err
	}
	from, to := found.From.String(), found.To.String()
	view.Found, view.Same = found, from == to
	view.Widened = q.hops == nil && found.Length > 0 && len(found.Hops) == len(graph.HopTypes())
	view.Hops = hopChoices(found.Hops)
	view.Permalink, view.JSON = q.href("/path", from, to), q.href("/api/v1/path", from, to)
	var refs []string
	for _, p := range found.Paths {
		view.Routes = append(view.Routes, newPathRoute(p))
		for _, node := range p.Nodes {
			if ref := node.String(); !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
	}
	view.Explore = newQuery("/explore").with("ids", strings.Join(refs, ",")).String()
	if found.Length == 0 && !view.Same {
		view.Try = tryInstead(q, found)
	}
	relations := make([]string, len(found.Hops))
	for i, h := range found.Hops {
		relations[i] = h.Relation()
	}
	view.Cypher, err = behindWith("path", map[string]any{
		"from": found.From.ID, "fromKind": found.From.Kind, "to": found.To.ID, "toKind": found.To.Kind,
		"hops": relations, "max": found.Max,
	})
	return err
}

// tryInstead offers wider searches when there is no path.
func tryInstead(q pathQuery, found *graph.Paths) []suggestion {
	from, to := found.From.String(), found.To.String()
	var out []suggestion
	if len(found.Hops) < len(graph.HopTypes()) {
		all := q
		all.hops = graph.HopTypes()
		out = append(out, suggestion{"Take every type of hop, being mentioned included", all.href("/path", from, to)})
	}
	if found.Max < maxHops {
		longer := q
		longer.max = maxHops
		out = append(out, suggestion{fmt.Sprintf("Allow paths of up to %d hops", maxHops), longer.href("/path", from, to)})
	}
	return out
}

// pathExamples offers paths between those that are in many episodes, unless there is something to choose or to mend.
func (s *Server) pathExamples(ctx context.Context, view *pathView, q pathQuery) error {
	if q.from.Text != "" || q.to.Text != "" {
		return nil
	}
	home, err := s.Graph.Home(ctx)
	if err != nil {
		return err
	}
	for _, pair := range [][2][]graph.Counted{{home.People, home.Companies}, {home.Companies, home.Techs}, {home.Techs, home.People}} {
		for i := range min(2, len(pair[0]), len(pair[1])) {
			a, b := pair[0][i].Entity, pair[1][i].Entity
			view.Try = append(view.Try, suggestion{short(a.Name) + " to " + short(b.Name), q.href("/path", a.String(), b.String())})
		}
	}
	return nil
}

func nameOf(ref graph.Ref) string {
	if ref.Name == "" {
		return ref.ID
	}
	return ref.Name
}

func newPathRoute(p graph.Path) pathRoute {
	route := pathRoute{Start: p.Nodes[0]}
	for i, hop := range p.Hops {
		h := newPathHop(hop, p.Nodes[i], p.Nodes[i+1])
		route.Said += len(h.Jobs) + len(h.Said)
		route.Hops = append(route.Hops, h)
	}
	return route
}

func newPathHop(hop graph.Hop, from, to graph.Ref) pathHop {
	status := ""
	if len(hop.Said) > 0 {
		status = hop.Said[0].Status
	}
	h := pathHop{Words: hopWords(hop.Type, hop.Forward, status), To: to, Claim: hopWords(hop.Type, true, status),
		Actors: [2]graph.Ref{from, to}, More: hop.Total - len(hop.Said)}
	h.There = from.Kind == graph.KindEpisode || to.Kind == graph.KindEpisode
	if !hop.Forward {
		slices.Reverse(h.Actors[:])
	}
	if hop.Type == graph.HopShow {
		h.More = 0 // nothing is said of it: it is so
	}
	for _, tie := range hop.Said {
		if hop.Type == graph.HopWorked {
			h.Jobs = append(h.Jobs, newJob(graph.Job{Roles: tie.Roles, Status: tie.Status, AsOf: tie.AsOf, Said: tie.Said}))
			continue
		}
		h.Said = append(h.Said, newEvidence(tie.Said))
	}
	return h
}

func (s *Server) apiPath(w http.ResponseWriter, r *http.Request) error {
	q, err := s.pathQuery(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	for _, end := range []lookup{q.from, q.to} {
		if _, err := end.must(); err != nil {
			return err
		}
	}
	found, err := s.Graph.Paths(r.Context(), q.asked())
	if err != nil {
		return err
	}
	return sendJSON(w, r, found)
}
