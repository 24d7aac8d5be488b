package graph

import (
	"reflect"
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
	for _, child := range childrenOf(p) {
		s.Children = append(s.Children, plannedStep(child))
	}
	return s
}

// childrenOf mends what the driver does: up to 5.28.4 its Children are as many pointers to the last child (its module is
// from before Go 1.22, and a pointer to a loop's variable leaves the loop). The right ones are read from behind them.
func childrenOf(p neo4j.Plan) []neo4j.Plan {
	children := p.Children()
	kept := reflect.Indirect(reflect.ValueOf(p))
	if len(children) < 2 || kept.Kind() != reflect.Struct {
		return children
	}
	own := reflect.Indirect(kept.FieldByName("plan"))
	if own.Kind() != reflect.Struct {
		return children
	}
	list := own.FieldByName("Children")
	if list.Kind() != reflect.Slice || list.Len() != len(children) {
		return children
	}
	for i := range children {
		children[i] = keptPlan{list.Index(i)}
	}
	return children
}

// A keptPlan is a plan as the driver keeps it, in fields that only reflection reaches.
type keptPlan struct{ v reflect.Value }

// Operator is the name of the operator.
func (k keptPlan) Operator() string { return k.v.FieldByName("Operator").String() }

// Arguments holds those that newStep reads.
func (k keptPlan) Arguments() map[string]any {
	args := map[string]any{}
	for _, key := range []string{"Details", "EstimatedRows"} {
		switch v := k.v.FieldByName("Arguments").MapIndex(reflect.ValueOf(key)); {
		case !v.IsValid():
		case v.Elem().Kind() == reflect.String:
			args[key] = v.Elem().String()
		case v.Elem().CanFloat():
			args[key] = v.Elem().Float()
		}
	}
	return args
}

// Identifiers are the names that the operator knows.
func (k keptPlan) Identifiers() []string {
	var out []string
	for i := range k.v.FieldByName("Identifiers").Len() {
		out = append(out, k.v.FieldByName("Identifiers").Index(i).String())
	}
	return out
}

// Children are the plans below.
func (k keptPlan) Children() []neo4j.Plan {
	var out []neo4j.Plan
	for i := range k.v.FieldByName("Children").Len() {
		out = append(out, keptPlan{k.v.FieldByName("Children").Index(i)})
	}
	return out
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
