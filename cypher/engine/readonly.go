package engine

import (
	"slices"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/syntax"
)

// ReadOnly parses a statement and gives nil when it only reads: no writes, no schema commands,
// no LOAD CSV, and only procedures known to read. What tells of the server and of others who use it
// (their statements, their addresses) is refused as well.
func ReadOnly(statement string) error {
	st, err := syntax.Parse(statement)
	if err != nil {
		return err
	}
	p, err := plan.Build(st, nothing{}, planProcedures{procedure.NewTable()}, plan.Options{})
	if err != nil {
		return err
	}
	if p.Writes || p.Schema {
		return fault.New(fault.AccessMode, "Writing in read access mode not allowed. Only statements that read can be run here.")
	}
	return ofTheGraph(st.Body)
}

// ofTheGraph refuses the commands and procedures that look beyond the graph.
func ofTheGraph(body syntax.Body) (err error) {
	syntax.Walk(body, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Show:
			if !slices.Contains([]string{"TRANSACTIONS", "TERMINATE TRANSACTIONS", "SETTINGS", "USERS"}, n.What) {
				return true
			}
		case *syntax.CallProcedure:
			if name := strings.ToLower(n.Name); name != "dbms.listconnections" && name != "dbms.listconfig" {
				return true
			}
		default:
			return true
		}
		err = fault.At(n.Position(), fault.Forbidden, "This tells of the server and of those who use it, not of the graph; it cannot be run here.")
		return false
	})
	return err
}

// nothing is the catalog of an empty database.
type nothing struct{}

func (nothing) NodeCount() float64              { return 0 }
func (nothing) RelCount() float64               { return 0 }
func (nothing) LabelCount(string) float64       { return 0 }
func (nothing) TypeCount(string) float64        { return 0 }
func (nothing) Indexes(string) []plan.IndexInfo { return nil }

func (nothing) RelIndexes(string) []plan.IndexInfo { return nil }
