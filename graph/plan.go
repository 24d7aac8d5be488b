package graph

import (
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Step is one operator of a plan, above those it takes its rows from.
type Step struct {
	Operator      string   `json:"operator"`
	Details       string   `json:"details,omitempty"`
	Identifiers   []string `json:"identifiers,omitempty"`
	EstimatedRows float64  `json:"estimatedRows"`
	Rows          *int64   `json:"rows,omitempty"`   // PROFILE only: what it gave
	DBHits        *int64   `json:"dbHits,omitempty"` // PROFILE only: how often it looked into the store
	Nanos         *int64   `json:"nanos,omitempty"`  // PROFILE only, where the server tells it: time spent in it
	Children      []Step   `json:"children,omitempty"`
}

// A Notice is a server's remark on a statement that ran: a label that does not exist, a product of everything with everything.
type Notice struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Message  string `json:"message"`
	Severity string `json:"severity"` // WARNING or INFORMATION
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Offset   int    `json:"offset,omitempty"` // from 0, in characters from the beginning

	Wrong      string `json:"wrong,omitempty"`      // the name that is not known, see Catalog.Suggest
	Suggestion string `json:"suggestion,omitempty"` // what may be meant by it
}

// stepOf reads the plan that a server tells after EXPLAIN or PROFILE; nil is none.
func stepOf(summary neo4j.ResultSummary) *Step {
	if p := summary.Profile(); p != nil {
		s := profiledStep(p)
		return &s
	}
	if p := summary.Plan(); p != nil {
		s := plannedStep(p)
		return &s
	}
	return nil
}

func plannedStep(p neo4j.Plan) Step {
	s := newStep(p.Operator(), p.Identifiers(), p.Arguments())
	for _, child := range p.Children() {
		s.Children = append(s.Children, plannedStep(child))
	}
	return s
}

func profiledStep(p neo4j.ProfiledPlan) Step {
	s := newStep(p.Operator(), p.Identifiers(), p.Arguments())
	rows, hits := p.Records(), p.DbHits()
	s.Rows, s.DBHits = &rows, &hits
	if nanos, ok := p.Arguments()["Time"].(int64); ok {
		s.Nanos = &nanos
	}
	for _, child := range p.Children() {
		s.Children = append(s.Children, profiledStep(child))
	}
	return s
}

// newStep drops what Neo4j appends to the names of operators, the database ("ProduceResults@neo4j").
func newStep(operator string, identifiers []string, args map[string]any) Step {
	name, _, _ := strings.Cut(operator, "@")
	s := Step{Operator: name, Identifiers: slices.Clone(identifiers)}
	s.Details, _ = args["Details"].(string)
	if rows := number(args["EstimatedRows"]); rows != nil {
		s.EstimatedRows = *rows
	}
	return s
}

func noticesOf(summary neo4j.ResultSummary) []Notice {
	var out []Notice
	for _, n := range summary.Notifications() {
		notice := Notice{Code: n.Code(), Title: n.Title(), Message: n.Description(), Severity: n.RawSeverityLevel()}
		if at := n.Position(); at != nil && at.Line() > 0 {
			notice.Line, notice.Column, notice.Offset = at.Line(), at.Column(), at.Offset()
		}
		out = append(out, notice)
	}
	return out
}
