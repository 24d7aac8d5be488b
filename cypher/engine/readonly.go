package engine

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/syntax"
)

// ReadOnly parses a statement and gives nil when it only reads: no writes, no schema commands,
// no LOAD CSV, and only procedures known to read.
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
	return nil
}

// nothing is the catalog of an empty database.
type nothing struct{}

func (nothing) NodeCount() float64              { return 0 }
func (nothing) RelCount() float64               { return 0 }
func (nothing) LabelCount(string) float64       { return 0 }
func (nothing) TypeCount(string) float64        { return 0 }
func (nothing) Indexes(string) []plan.IndexInfo { return nil }
