package plan

import "guestgraph/cypher/engine/syntax"

// An Op is an operator. It reads rows from its source, one at a time, in the shared frame.
type Op interface {
	// Source is where the rows come from; only Argument has none.
	Source() Op
	// Inner gives the plans the operator runs for its rows, apart from its source.
	Inner() []Op
	// Rows is how many rows the planner expects.
	Rows() float64
	setSource(Op)
	exprs(func(Expr))
	reads() []int
	writes() []int
}

// Base is what operators share.
type Base struct {
	Src Op
	Est float64
}

// Source gives the source.
func (b *Base) Source() Op { return b.Src }

// Rows gives the expected rows.
func (b *Base) Rows() float64 { return b.Est }

// Inner gives nil: most operators have only a source.
func (b *Base) Inner() []Op { return nil }

func (b *Base) setSource(op Op)  { b.Src = op }
func (b *Base) exprs(func(Expr)) {}
func (b *Base) reads() []int     { return nil }
func (b *Base) writes() []int    { return nil }

// Walk calls f for op, its source and its inner plans; not for the plans inside expressions.
func Walk(op Op, f func(Op)) {
	for ; op != nil; op = op.Source() {
		f(op)
		for _, in := range op.Inner() {
			Walk(in, f)
		}
	}
}

// Argument is one row: the frame as it is.
type Argument struct{ Base }

// A NodeScan binds a node slot to every node the source's row admits. The scans differ in how they find them.
type NodeScan struct {
	Base
	Slot int
	Name string
}

// AllNodes scans all nodes.
type AllNodes struct{ NodeScan }

// LabelScan scans the nodes of a label.
type LabelScan struct {
	NodeScan
	Label string
}

// Equality of all properties of an index on a label or relationship type. When In is set, there is
// one value, a list, and its distinct members are sought in turn.
type Equality struct {
	Label  string
	Keys   []string
	Values []Expr
	In     bool
	Unique bool
}

// IndexSeek finds nodes by equality.
type IndexSeek struct {
	NodeScan
	Equality
}

// Bounds on the first property of an index on a label or relationship type, or a prefix of it.
type Bounds struct {
	Label  string
	Keys   []string
	Lo, Hi Expr // nil: no bound
	LoIncl bool
	HiIncl bool
	Order  Order // in which entities are given
	Prefix Expr  // of STARTS WITH; then no bounds
}

// An Order is that of an index or the reverse; zero where the plan does not rely on any.
type Order uint8

// The orders of an index.
const (
	Ascending Order = iota + 1
	Descending
)

// IndexRange finds nodes by bounds.
type IndexRange struct {
	NodeScan
	Bounds
}

// IndexScan gives the nodes of a label in the order of a property that has an index; nodes without it come last,
// and first in descending order.
type IndexScan struct {
	NodeScan
	Label string
	Key   string
	Order Order
}

// NodeByID finds nodes by id(n) or elementId(n); a list when In is set.
type NodeByID struct {
	NodeScan
	ID      Expr
	Element bool
	In      bool
}

// RelScan binds every relationship of the types (all when empty) and its ends. Both gives each relationship twice.
type RelScan struct {
	Base
	Rel, From, To int
	Names         [3]string
	Types         []string
	Dir           syntax.Direction
}

// RelSeek finds relationships of one type by equality, and binds their ends as RelScan does.
type RelSeek struct {
	RelScan
	Equality
}

// RelRange finds relationships of one type by bounds.
type RelRange struct {
	RelScan
	Bounds
}

// A Step is what single and variable-length expansion share: from a bound node over relationships to another.
type Step struct {
	Base
	From, Rel, To int // Rel is -1 when nothing reads it
	Types         []string
	Dir           syntax.Direction
	Into          bool  // To is bound already
	Unique        []int // slots of relationships, or lists of them, that must differ
	Names         [3]string
}

// Expand follows one relationship.
type Expand struct {
	Step
	Prefetch bool // properties of Rel are read: fetch where they stand ahead
}

// VarExpand follows Min to Max relationships (Max < 0: no bound) none of which repeats; Rel becomes the list of them.
type VarExpand struct {
	Step
	Min, Max int64
	EachRel  int  // slot set to each relationship for Each
	EachNode int  // slot set to each node stepped to, for Each
	Each     Expr // must hold for every relationship; may be nil
	Distinct bool // each end once is enough: a breadth-first search serves
	Reversed bool // walked against the pattern, so the list is turned round
}

// ProjectEndpoints binds or checks the ends of a bound relationship, or list of relationships.
type ProjectEndpoints struct {
	Base
	Rel, From, To        int
	FromBound, ToBound   bool
	Dir                  syntax.Direction
	Types                []string
	Many                 bool
	Min, Max             int64
	Unique               []int
	FromName, ToName, Nm string
}

// ShortestPath finds one shortest path or all of them between two bound nodes.
type ShortestPath struct {
	Base
	From, To, Rel, Path int // Rel and Path are -1 when nothing reads them
	Types               []string
	Dir                 syntax.Direction
	Min, Max            int64
	All                 bool
	EachRel, EachNode   int
	Each                Expr   // must hold for every relationship and the node it leads to; may be nil
	Where               []Expr // over the path as a whole; then paths are tried in order of length
	Reversed            bool
	AllowSame           bool
}

// Repeat is a quantified path pattern: Step is run Min to Max times from a node, its ends chained.
type Repeat struct {
	Base
	From, To   int // outer nodes
	Into       bool
	InFrom     int   // inner node that each repetition begins with
	InTo       int   // and ends with
	Body       Op    // one repetition, InFrom bound
	Groups     []int // inner slots
	Lists      []int // outer slots, each the list of what the inner slot was
	Rels       []int // inner relationship slots, which must not repeat over the path
	Unique     []int
	Min, Max   int64
	PathSlot   int // outer slot of the list of relationships walked, -1 when not read
	BodyPath   Expr
	Reversed   bool
	SingleRels bool
}

// SelectPaths runs a plan of a path pattern for every row and, of the paths between each pair of
// ends, keeps the shortest: Count of them, or those of the Count least lengths when Groups is set.
type SelectPaths struct {
	Base
	Plan     Op
	From, To int
	Path     int
	Count    Expr // nil for 1
	Groups   bool
	Live     []int
}

// Inner gives the plan.
func (s *SelectPaths) Inner() []Op { return []Op{s.Plan} }

// Filter keeps the rows on which every predicate is true.
type Filter struct {
	Base
	Preds []Expr
}

// An Assign sets a slot to the value of an expression.
type Assign struct {
	Slot int
	Name string
	E    Expr
}

// Project evaluates expressions into slots.
type Project struct {
	Base
	Items []Assign
}

// An Aggregation is one aggregating call.
type Aggregation struct {
	Slot int
	Call *Call
}

// Aggregate groups rows by keys; without keys there is one group, even of no rows.
type Aggregate struct {
	Base
	Keys []Assign
	Aggs []Aggregation
}

// Distinct drops rows whose slots are equivalent to those of an earlier row.
type Distinct struct {
	Base
	Slots []int
}

// A SortKey is one key of a Sort.
type SortKey struct {
	E    Expr
	Desc bool
}

// Sort orders rows; with a Limit it keeps only the first ones.
type Sort struct {
	Base
	Keys  []SortKey
	Live  []int
	Limit Expr // nil: all
	Skip  Expr // added to Limit, since a Skip follows; nil for none
}

// Skip drops the first rows.
type Skip struct {
	Base
	N Expr
}

// Limit ends after N rows. When All is set the source writes, and is run to its end all the same.
type Limit struct {
	Base
	N   Expr
	All bool
}

// Unwind gives one row for each member of a list.
type Unwind struct {
	Base
	List Expr
	Slot int
	Name string
}

// Apply runs a plan for every row. Optional gives the row with nulls when the plan gives none;
// Unit ignores the plan's rows and gives the row once.
type Apply struct {
	Base
	Plan     Op
	Optional bool
	Unit     bool
	Nulls    []int
	Batch    *Batch // IN TRANSACTIONS, which only an implicit transaction may run; else nil
	Status   int    // slot of its REPORT STATUS, else -1
}

// A Batch says how IN TRANSACTIONS parts the rows of its source.
type Batch struct {
	Rows    Expr   // to a batch; nil is the default
	OnError string // "", "FAIL", "CONTINUE" or "BREAK"
}

// Inner gives the plan.
func (a *Apply) Inner() []Op { return []Op{a.Plan} }

// HashJoin joins the source with a plan that does not depend on it, by equality of two expressions.
type HashJoin struct {
	Base
	Plan        Op
	Left, Right Expr  // of the source's rows, of the plan's rows
	Live        []int // what the plan binds
}

// Inner gives the plan.
func (h *HashJoin) Inner() []Op { return []Op{h.Plan} }

// Union gives the rows of each part, each part ending with its values in the same slots.
type Union struct {
	Base
	Parts []Op
}

// Inner gives the parts.
func (u *Union) Inner() []Op { return u.Parts }

// Eager reads all rows before it gives the first.
type Eager struct {
	Base
	Live   []int
	Reason string
}

// Count reads a count the store keeps, of a label (all nodes when empty) or of relationship types.
type Count struct {
	Base
	Slot  int
	Rels  bool
	Label string
	Types []string
}

// Drain reads all rows and gives none: a statement without RETURN.
type Drain struct{ Base }

// Result ends a plan: its columns and their slots.
type Result struct {
	Base
	Columns []string
	Slots   []int
}
