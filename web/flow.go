package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"

	"guestgraph/graph"
)

// The bounds of what /flow can be asked.
const (
	firstYear = 1990 // no podcast is older
	lastYear  = 2100
	maxMoves  = 100
)

// A flowQuery is what the address of /flow says.
type flowQuery struct {
	company, to          lookup
	since, until, people int // 0 leaves open
	limit                int // 0: the usual
}

func (q flowQuery) href(path string) string {
	return newQuery(path).with("company", q.company.Ref()).with("to", q.to.Ref()).with("since", unlessZero(q.since)).with("until", unlessZero(q.until)).
		with("people", unlessZero(q.people)).with("limit", unlessZero(q.limit)).String()
}

// asked is the query for the graph.
func (q flowQuery) asked() graph.FlowQuery {
	asked := graph.FlowQuery{Since: q.since, Until: q.until, People: q.people, Limit: q.limit}
	if q.company.Node != nil {
		asked.Company = q.company.Node.ID
	}
	if q.to.Node != nil {
		asked.To = q.to.Node.ID
	}
	return asked
}

// A flowView is what templates/flow.html shows.
type flowView struct {
	Company, To    lookup
	Since, Until   int
	First, Last    int // years that can be asked for
	People         int
	Limit          int
	Limits         []int
	Filtered       bool
	Total          int
	Moves          []move
	Picture        *sankey
	Permalink, All string
	More           string // the same with more moves, when there are
	JSON, Cypher   string
}

// A move is one row of the table.
type move struct {
	graph.Move
	People []mover
	Rest   int    // people of whom nothing is shown
	Alone  string // the address of a view with more of them; "" in that view
}

// A mover is a person with what was said at either end.
type mover struct {
	Person       graph.Ref
	Left, Joined job
}

func (s *Server) flow(w http.ResponseWriter, r *http.Request) error {
	q, err := s.flowQuery(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	view := flowView{Company: q.company, To: q.to, Since: q.since, Until: q.until, First: firstYear, Last: lastYear, People: max(q.people, 1),
		Limit: cmp.Or(q.limit, 30), All: "/flow",
		Filtered: q.company.Text != "" || q.to.Text != "" || q.since > 0 || q.until > 0 || q.people > 1}
	view.Limits = withChoice([]int{10, 30, 60, 100}, view.Limit)
	for i, c := range view.Company.Choices {
		chosen := q
		chosen.company.Node = &c.Ref
		view.Company.Choices[i].Href = chosen.href("/flow")
	}
	if q.company.known() && q.to.known() {
		if err := s.findMoves(r.Context(), &view, q); err != nil {
			return err
		}
	}
	title := "Moves between companies"
	switch {
	case q.company.Node != nil && q.to.Node != nil:
		title = "Moves from " + short(nameOf(*q.company.Node)) + " to " + short(nameOf(*q.to.Node))
	case q.company.Node != nil:
		title = "Moves from and to " + short(nameOf(*q.company.Node))
	case q.to.Node != nil:
		title = "Moves to " + short(nameOf(*q.to.Node))
	}
	return s.render(w, r, http.StatusOK, "flow", layout{Title: title, Here: "/flow", NoIndex: r.URL.RawQuery != "", Page: view})
}

func (s *Server) findMoves(ctx context.Context, view *flowView, q flowQuery) error {
	asked := q.asked()
	flow, err := s.Graph.Flow(ctx, asked)
	if err != nil {
		return err
	}
	view.Total, view.Picture = flow.Total, newSankey(flow.Moves, asked.Company)
	for _, m := range flow.Moves {
		row := move{Move: m, Rest: m.N - len(m.People)}
		if asked.To == "" {
			alone := q
			alone.company.Node, alone.to.Node = &m.From, &m.To
			row.Alone = alone.href("/flow")
		}
		for _, p := range m.People {
			row.People = append(row.People, mover{p.Person, newJob(p.Left), newJob(p.Joined)})
		}
		view.Moves = append(view.Moves, row)
	}
	view.Permalink, view.JSON = q.href("/flow"), q.href("/api/v1/flow")
	if flow.Total > len(flow.Moves) && len(flow.Moves) < maxMoves {
		more := q
		more.limit = maxMoves
		view.More = more.href("/flow")
	}
	view.Cypher, err = behindWith("flow", map[string]any{
		"company": asked.Company, "to": asked.To, "since": yearText(asked.Since), "until": yearText(nextYear(asked.Until)), "people": max(asked.People, 1), "limit": view.Limit,
	})
	return err
}

func nextYear(year int) int {
	if year == 0 {
		return 0
	}
	return year + 1
}

// yearText begins all dates of a year, and comes before them.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d", year)
}

// flowQuery reads the parameters of the page and the API.
func (s *Server) flowQuery(ctx context.Context, values url.Values) (flowQuery, error) {
	q, err := parseFlowQuery(values)
	if err != nil {
		return q, err
	}
	if q.company, err = s.lookup(ctx, values, "company", graph.KindCompany); err != nil {
		return q, err
	}
	q.to, err = s.lookup(ctx, values, "to", graph.KindCompany)
	return q, err
}

// parseFlowQuery reads what needs no graph.
func parseFlowQuery(values url.Values) (flowQuery, error) {
	var q flowQuery
	for _, p := range []struct {
		name        string
		to          *int
		least, most int
	}{
		{"since", &q.since, firstYear, lastYear}, {"until", &q.until, firstYear, lastYear},
		{"people", &q.people, 1, 10000}, {"limit", &q.limit, 1, maxMoves},
	} {
		n, err := numberOf(values, p.name, p.least, p.most)
		if err != nil {
			return q, err
		}
		*p.to = n
	}
	return q, nil
}

func (s *Server) apiFlow(w http.ResponseWriter, r *http.Request) error {
	q, err := s.flowQuery(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	for _, company := range []lookup{q.company, q.to} {
		if _, err := company.must(); company.Text != "" && err != nil {
			return err
		}
	}
	flow, err := s.Graph.Flow(r.Context(), q.asked())
	if err != nil {
		return err
	}
	return sendJSON(w, r, flow)
}
