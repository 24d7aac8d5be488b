package plan

import (
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// An Expr is an expression whose variables are slots of the frame.
type Expr interface{ isExpr() }

// The expressions.
type (
	// Const is a literal.
	Const struct{ V value.Value }
	// Slot reads a slot of the frame.
	Slot struct {
		N    int
		Name string
	}
	// Param reads a parameter at run time.
	Param struct{ Name string }
	// List is a list literal.
	List struct{ Items []Expr }
	// Map is a map literal.
	Map struct {
		Keys []string
		Vals []Expr
	}
	// Prop is E.Key.
	Prop struct {
		E   Expr
		Key string
		Pos int
	}
	// Index is E[I].
	Index struct{ E, I Expr }
	// Slice is E[From..To]; a bound may be nil.
	Slice struct{ E, From, To Expr }
	// Unary is NOT, + or -.
	Unary struct {
		Op syntax.Op
		E  Expr
	}
	// Binary is any operator of two operands, the comparisons included, but not AND and OR.
	Binary struct {
		Op   syntax.Op
		L, R Expr
		Pos  int
	}
	// Logic is AND or OR of two or more operands.
	Logic struct {
		Op   syntax.Op
		Args []Expr
	}
	// IsNull is E IS [NOT] NULL.
	IsNull struct {
		E   Expr
		Not bool
	}
	// IsTyped is E IS [NOT] :: Type.
	IsTyped struct {
		E    Expr
		Not  bool
		Type *syntax.Type
	}
	// IsNormalized is E IS [NOT] Form NORMALIZED.
	IsNormalized struct {
		E    Expr
		Not  bool
		Form string
	}
	// HasLabels is E:Labels, of nodes or relationships.
	HasLabels struct {
		E      Expr
		Labels *LabelExpr
	}
	// Call is a function call. Star is count(*).
	Call struct {
		Fn       *function.Function
		Args     []Expr
		Distinct bool
		Star     bool
		Pos      int
	}
	// Case is CASE WHEN; the simple form is a Let around it.
	Case struct {
		Whens []When
		Else  Expr // nil for null
	}
	// Let sets a slot while Body is evaluated.
	Let struct {
		Slot int
		E    Expr
		Body Expr
	}
	// ListComp is [Slot IN List WHERE Where | Map]; Where and Map may be nil.
	ListComp struct {
		Slot             int
		List, Where, Map Expr
	}
	// Reduce is reduce(Acc = Init, Slot IN List | Body).
	Reduce struct {
		Acc, Slot        int
		Init, List, Body Expr
	}
	// Quantifier is all, any, none or single (Slot IN List WHERE Where).
	Quantifier struct {
		Kind        string
		Slot        int
		List, Where Expr
	}
	// Nested runs a plan on the frame and makes a value of its rows.
	Nested struct {
		Kind  NestedKind
		Plan  Op
		Value Expr // what each row gives, of NestedCollect and NestedFirst
	}
	// MapProj is E{…}.
	MapProj struct {
		E     Expr
		Items []MapProjItem
	}
	// PathOf makes a path of nodes and relationships in turn; a relationship may be a list of them.
	PathOf struct{ Steps []Expr }
	// Degree counts the relationships of a node.
	Degree struct {
		Node  Expr
		Dir   syntax.Direction
		Types []string
		Any   bool // only whether there is one
	}
)

// A When is one branch of Case.
type When struct{ Cond, Then Expr }

// A MapProjItem is one item of a map projection: all properties, or a key and its value.
type MapProjItem struct {
	All bool
	Key string
	E   Expr
}

// A NestedKind tells what value the rows of a nested plan make.
type NestedKind uint8

// The kinds of nested plans.
const (
	NestedExists NestedKind = iota
	NestedCount
	NestedCollect
	NestedFirst // the first row's value, null without rows
)

// A LabelKind is the form of a LabelExpr.
type LabelKind uint8

// The forms of label expressions.
const (
	LabelName LabelKind = iota
	LabelDynamic
	LabelWildcard
	LabelNot
	LabelAnd
	LabelOr
)

// A LabelExpr is a predicate over the labels of a node or the type of a relationship.
type LabelExpr struct {
	Kind    LabelKind
	Name    string
	Dynamic Expr // a string or a list of strings
	Any     bool // any of the dynamic names, else all
	L, R    *LabelExpr
}

func (*Const) isExpr()        {}
func (*Slot) isExpr()         {}
func (*Param) isExpr()        {}
func (*List) isExpr()         {}
func (*Map) isExpr()          {}
func (*Prop) isExpr()         {}
func (*Index) isExpr()        {}
func (*Slice) isExpr()        {}
func (*Unary) isExpr()        {}
func (*Binary) isExpr()       {}
func (*Logic) isExpr()        {}
func (*IsNull) isExpr()       {}
func (*IsTyped) isExpr()      {}
func (*IsNormalized) isExpr() {}
func (*HasLabels) isExpr()    {}
func (*Call) isExpr()         {}
func (*Case) isExpr()         {}
func (*Let) isExpr()          {}
func (*ListComp) isExpr()     {}
func (*Reduce) isExpr()       {}
func (*Quantifier) isExpr()   {}
func (*Nested) isExpr()       {}
func (*MapProj) isExpr()      {}
func (*PathOf) isExpr()       {}
func (*Degree) isExpr()       {}
