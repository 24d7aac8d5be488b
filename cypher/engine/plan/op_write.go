package plan

import "guestgraph/cypher/engine/syntax"

// A NewNode is a node to create.
type NewNode struct {
	Slot   int
	Name   string
	Labels []*LabelExpr // names, or dynamic ones
	Props  Expr         // a map; nil for none
}

// A NewRel is a relationship to create.
type NewRel struct {
	Slot     int
	Name     string
	Type     *LabelExpr
	From, To int
	Props    Expr
	Names    [2]string // of its ends
}

// Create makes nodes and relationships, in this order.
type Create struct {
	Base
	Nodes []NewNode
	Rels  []NewRel
}

// Merge gives the rows of Plan, or creates what it looked for.
type Merge struct {
	Base
	Plan     Op
	Nodes    []NewNode
	Rels     []NewRel
	Path     *Assign // the named path, of what was created
	OnCreate []SetItem
	OnMatch  []SetItem
}

// Inner gives the plan that looks.
func (m *Merge) Inner() []Op { return []Op{m.Plan} }

// A SetKind is what a SetItem does.
type SetKind uint8

// The kinds of SetItems.
const (
	SetKey       SetKind = iota // Target.Key = Value
	SetDynamic                  // Target[KeyExpr] = Value
	SetMap                      // Target = Value
	AddMap                      // Target += Value
	AddLabels                   // Target:Labels
	RemoveLabels                // REMOVE Target:Labels
)

// A SetItem is one assignment of SET or REMOVE; to remove a property is to set it to null.
type SetItem struct {
	Kind    SetKind
	Target  Expr
	Key     string
	KeyExpr Expr
	Value   Expr
	Labels  []*LabelExpr
}

// Set changes properties and labels.
type Set struct {
	Base
	Items []SetItem
}

// Delete deletes nodes, relationships and paths.
type Delete struct {
	Base
	Exprs  []Expr
	Detach bool
}

// Foreach runs writes for each member of a list.
type Foreach struct {
	Base
	Slot int
	Name string
	List Expr
	Body Op
}

// Inner gives the body.
func (f *Foreach) Inner() []Op { return []Op{f.Body} }

// A YieldColumn is a column of a procedure and the slot it goes to.
type YieldColumn struct {
	Column int
	Slot   int
	Name   string
}

// CallProcedure calls a procedure for every row. Void procedures give the row once.
type CallProcedure struct {
	Base
	Name     string
	Args     []Expr
	Yield    []YieldColumn
	Optional bool
	Void     bool
	Writes   bool
}

// Show gives the rows of a SHOW command.
type Show struct {
	Base
	Stmt  *syntax.Show
	Names []Expr
	Yield []YieldColumn
}

// Schema runs a schema command.
type Schema struct {
	Base
	Command syntax.Body
	Options Expr
}
