package engine

import "guestgraph/cypher/engine/value"

// A Summary is what a statement did, complete once its Result is at its end or closed.
type Summary struct {
	Kind          string // "r", "w", "rw" or "s" (schema), as Bolt names them
	Counters      Counters
	Plan          *PlanNode // of EXPLAIN and PROFILE; else nil
	Profiled      bool
	Notifications []Notification
}

// Counters count what a statement changed.
type Counters struct {
	NodesCreated, NodesDeleted                 int64
	RelationshipsCreated, RelationshipsDeleted int64
	PropertiesSet                              int64
	LabelsAdded, LabelsRemoved                 int64
	IndexesAdded, IndexesRemoved               int64
	ConstraintsAdded, ConstraintsRemoved       int64
	SystemUpdates                              int64
}

// A PlanNode is one operator of a plan as EXPLAIN and PROFILE show it.
type PlanNode struct {
	Operator    string
	Args        value.Map
	Identifiers []string
	// Rows and DbHits (Neo4j's word) are those of PROFILE.
	Rows, DbHits int64 //nolint:staticcheck // spelled as in Neo4j
	Children     []*PlanNode
}

// A Notification tells of a likely mistake that is no error.
type Notification struct {
	Code, Title, Description, Severity, Category string
	Line, Column, Offset                         int // Line and Column from 1, Offset from 0
	HasPosition                                  bool
}
