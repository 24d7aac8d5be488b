package syntax

// A Selector restricts which paths of a pattern are given.
type Selector uint8

// The selectors. ShortestPath and AllShortestPaths are the functions of that name around a pattern;
// the others are the keywords of GQL.
const (
	AllPaths         Selector = iota // no selector
	ShortestPath                     // shortestPath(…)
	AllShortestPaths                 // allShortestPaths(…)
	AnyPaths                         // ANY [k] PATHS
	ShortestK                        // SHORTEST [k], ANY SHORTEST
	AllShortest                      // ALL SHORTEST
	ShortestKGroups                  // SHORTEST [k] GROUPS
)

// A PathPattern is one comma-separated part of a pattern: v = SELECTOR (a)-[r]->(b)….
type PathPattern struct {
	Pos
	Var      *Variable // nil when the path is not named
	Selector Selector
	SelectAt Pos           // where the selector stands; where the path begins without one
	Count    Expr          // k of a selector; nil for 1
	Where    Expr          // WHERE inside a parenthesized path pattern that is the whole part
	Elements []PathElement // begins and ends with a *NodePattern or a *QuantifiedPath; nodes and relationships alternate
}

// A PathElement is a *NodePattern, a *RelPattern or a *QuantifiedPath.
type PathElement interface {
	Node
	pathElement()
}

// A NodePattern is (v:Label {k: v} WHERE …).
type NodePattern struct {
	Pos
	Var        *Variable
	Labels     LabelExpr // nil when absent
	Properties Expr      // *MapLiteral or *Parameter; nil when absent
	Where      Expr
}

// A Direction is the direction of a relationship as it is written.
type Direction uint8

// The directions. Both is -- or <-->.
const (
	Both Direction = iota
	Right
	Left
)

// A RelPattern is -[v:TYPE*1..3 {k: v} WHERE …]->.
type RelPattern struct {
	Pos
	Var        *Variable
	Types      LabelExpr // nil when absent
	Direction  Direction
	Range      *Range // legacy variable length *1..3; nil for a single hop
	Quantifier *Range // -[…]->{1,3}, + or *: a quantified relationship
	Properties Expr
	Where      Expr
}

// A Range bounds a repetition; Max is nil when unbounded, Min is nil when not given.
type Range struct {
	Pos
	Min, Max *int64
}

// A QuantifiedPath is ((a)-[r]->(b) WHERE …){1,3}. Without Quantifier it is a parenthesized path pattern.
type QuantifiedPath struct {
	Pos
	Var        *Variable // path variable inside the parentheses; rarely given
	Elements   []PathElement
	Where      Expr
	Quantifier *Range
}

func (*NodePattern) pathElement()    {}
func (*RelPattern) pathElement()     {}
func (*QuantifiedPath) pathElement() {}

// A LabelExpr is a predicate over labels or relationship types.
type LabelExpr interface {
	Node
	labelExpr()
}

// The label expressions.
type (
	// LabelName is one label or type, or $(expr) when Dynamic is set (Any: $any(expr), else $all).
	LabelName struct {
		Pos
		Name    string
		Dynamic Expr
		Any     bool
	}
	// LabelWildcard is %.
	LabelWildcard struct{ Pos }
	// LabelNot is !E.
	LabelNot struct {
		Pos
		E LabelExpr
	}
	// LabelAnd is L&R, or L:R when Colon (the legacy form).
	LabelAnd struct {
		Pos
		L, R  LabelExpr
		Colon bool
	}
	// LabelOr is L|R (L|:R is read as L|R).
	LabelOr struct {
		Pos
		L, R LabelExpr
	}
)

func (*LabelName) labelExpr()     {}
func (*LabelWildcard) labelExpr() {}
func (*LabelNot) labelExpr()      {}
func (*LabelAnd) labelExpr()      {}
func (*LabelOr) labelExpr()       {}
