package syntax

import "guestgraph/cypher/engine/value"

// An Expr is an expression.
type Expr interface {
	Node
	expr()
}

// An Op is an operator of a Unary or Binary expression.
type Op uint8

// The operators.
const (
	OpOr Op = iota
	OpXor
	OpAnd
	OpNot
	OpAdd
	OpSub
	OpMul
	OpDiv
	OpMod
	OpPow
	OpConcat // ||
	OpPlus   // unary
	OpMinus  // unary
	OpEq
	OpNe
	OpLt
	OpLe
	OpGt
	OpGe
	OpIn
	OpStartsWith
	OpEndsWith
	OpContains
	OpRegex // =~
)

// The expressions. *Variable is one as well.
type (
	// Literal is null, a boolean, a number or a string.
	Literal struct {
		Pos
		Value value.Value
		Text  string // as written
	}
	// Parameter is $name.
	Parameter struct {
		Pos
		Name string
	}
	// ListLiteral is [a, b].
	ListLiteral struct {
		Pos
		Items []Expr
	}
	// MapLiteral is {k: v}, in order of text.
	MapLiteral struct {
		Pos
		Keys   []PropertyKey
		Values []Expr
	}
	// Property is e.key.
	Property struct {
		Pos  // of the key
		Expr Expr
		Key  string
	}
	// Index is e[i].
	Index struct {
		Pos
		Expr, Index Expr
	}
	// Slice is e[from..to]; either bound may be nil.
	Slice struct {
		Pos
		Expr, From, To Expr
	}
	// Unary is NOT e, +e or -e.
	Unary struct {
		Pos
		Op Op
		E  Expr
	}
	// Binary is l op r, for every operator but the comparisons.
	Binary struct {
		Pos  // of the operator
		Op   Op
		L, R Expr
	}
	// Comparison is a chain: First Ops[0] Rest[0] Ops[1] Rest[1] …, meaning each pair holds. Usually of one operator.
	Comparison struct {
		Pos   // of the first operator
		First Expr
		Ops   []Op
		Rest  []Expr
	}
	// IsNull is e IS NULL, or IS NOT NULL.
	IsNull struct {
		Pos
		E   Expr
		Not bool
	}
	// IsTyped is e IS [NOT] :: T.
	IsTyped struct {
		Pos
		E    Expr
		Not  bool
		Type *Type
	}
	// IsNormalized is e IS [NOT] [NFC|NFD|NFKC|NFKD] NORMALIZED.
	IsNormalized struct {
		Pos
		E    Expr
		Not  bool
		Form string // "NFC" when not given
	}
	// HasLabels is e:A&B, or e IS A.
	HasLabels struct {
		Pos
		E      Expr
		Labels LabelExpr
	}
	// Call is a function call; count(*) has Star.
	Call struct {
		Pos
		Name     string // dotted, as written
		Distinct bool
		Star     bool
		Args     []Expr
	}
	// Case is CASE. In the simple form Input is set, and a When that is no *Compared is compared to it by =.
	Case struct {
		Pos
		Input Expr
		Whens []When
		Else  Expr
	}
	// ListComprehension is [Var IN List WHERE Where | Map]; Where and Map may be nil.
	ListComprehension struct {
		Pos
		Var              *Variable
		List, Where, Map Expr
	}
	// PatternComprehension is [Var = Pattern WHERE Where | Map].
	PatternComprehension struct {
		Pos
		Pattern    *PathPattern // its Var names the path
		Where, Map Expr
	}
	// Reduce is reduce(Acc = Init, Var IN List | Expr).
	Reduce struct {
		Pos
		Acc        *Variable
		Init       Expr
		Var        *Variable
		List, Expr Expr
	}
	// ListPredicate is all, any, none or single (Var IN List WHERE Where).
	ListPredicate struct {
		Pos
		Kind        string // lower case
		Var         *Variable
		List, Where Expr
	}
	// PatternPredicate is a pattern used as an expression: (a)-->(b), or shortestPath(…) by its Selector.
	PatternPredicate struct {
		Pos
		Pattern *PathPattern
		Exists  bool // written exists((a)-->(b)), which means the same
	}
	// Subquery is EXISTS { … }, COUNT { … } or COLLECT { … }.
	// The short form EXISTS { (a)-->(b) WHERE … } is read as EXISTS { MATCH (a)-->(b) WHERE … } with Short set.
	Subquery struct {
		Pos
		Kind  string // lower case: "exists", "count", "collect"
		Query *Query
		Short bool
	}
	// MapProjection is Var{.key, .*, k: v, other}.
	MapProjection struct {
		Pos
		Expr  Expr
		Items []ProjectionItem
	}
)

// A PropertyKey is a key of a map literal.
type PropertyKey struct {
	Pos
	Name string
}

// A When is one branch of CASE; with several Conds (WHEN 1, 2 THEN) any of them chooses it.
type When struct {
	Pos
	Conds []Expr
	Then  Expr
}

// Compared is a condition of the extended simple CASE, WHEN > 3 or WHEN IS NULL: an expression in which
// the input is *CaseInput.
type Compared struct {
	Pos
	Expr Expr
}

// CaseInput stands for the input of CASE inside Compared.
type CaseInput struct{ Pos }

// A ProjectionItem is one item of a map projection.
type ProjectionItem struct {
	Pos
	All  bool   // .*
	Key  string // .key, or key: value, or a variable's name
	Expr Expr   // nil for .key and .*
}

// A Type is a Cypher type, as in IS :: T.
type Type struct {
	Pos
	Name    string // "INTEGER", "STRING", "LIST", "ANY", "PROPERTY VALUE", "ZONED DATETIME", …
	NotNull bool
	Elem    *Type   // of LIST
	Union   []*Type // of A | B; Name is then empty
}

func (*Variable) expr()             {}
func (*Literal) expr()              {}
func (*Parameter) expr()            {}
func (*ListLiteral) expr()          {}
func (*MapLiteral) expr()           {}
func (*Property) expr()             {}
func (*Index) expr()                {}
func (*Slice) expr()                {}
func (*Unary) expr()                {}
func (*Binary) expr()               {}
func (*Comparison) expr()           {}
func (*IsNull) expr()               {}
func (*IsTyped) expr()              {}
func (*IsNormalized) expr()         {}
func (*HasLabels) expr()            {}
func (*Call) expr()                 {}
func (*Case) expr()                 {}
func (*ListComprehension) expr()    {}
func (*PatternComprehension) expr() {}
func (*Reduce) expr()               {}
func (*ListPredicate) expr()        {}
func (*PatternPredicate) expr()     {}
func (*Subquery) expr()             {}
func (*MapProjection) expr()        {}
func (*Compared) expr()             {}
func (*CaseInput) expr()            {}
