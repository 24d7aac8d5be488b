package syntax

// Pos is a byte offset in the text of the statement.
type Pos int

// Position gives the offset; embedding Pos makes a node tell its place.
func (p Pos) Position() int { return int(p) }

// A Node of the tree tells where it begins in the statement.
type Node interface{ Position() int }

// A Mode tells what to do with a statement.
type Mode uint8

// The modes.
const (
	Run Mode = iota
	Explain
	Profile
)

// A Statement is one parsed statement.
type Statement struct {
	Text    string // as the client sent it
	Mode    Mode
	Options []Option // of a CYPHER prefix; accepted, without effect
	Body    Body
}

// An Option is one key=value of a CYPHER prefix, e.g. runtime=pipelined; a bare version has no key.
type Option struct{ Key, Value string }

// A Body is a *Query or one of the schema commands.
type Body interface {
	Node
	body()
}

// A Query is one or more single queries joined by UNION.
type Query struct {
	Pos
	Parts  []*SingleQuery
	All    []bool // All[i] tells whether UNION ALL stands between Parts[i] and Parts[i+1]
	Unions []Pos  // where the UNIONs stand
}

// A SingleQuery is a sequence of clauses. Use is the graph of a leading USE clause, dotted.
type SingleQuery struct {
	Pos
	Use     string
	Clauses []Clause
}

// A Clause is one clause of a query.
type Clause interface {
	Node
	clause()
}

// A Variable binds or names a variable.
type Variable struct {
	Pos
	Name string
}

// The clauses.
type (
	// Match is MATCH or OPTIONAL MATCH.
	Match struct {
		Pos
		Optional           bool
		RepeatableElements bool // MATCH REPEATABLE ELEMENTS; else DIFFERENT RELATIONSHIPS, the default
		Patterns           []*PathPattern
		Hints              []Hint
		Where              Expr // nil when absent
	}
	// Unwind is UNWIND Expr AS Var.
	Unwind struct {
		Pos
		Expr Expr
		Var  *Variable
	}
	// With is WITH … WHERE.
	With struct {
		Pos
		Projection
		Where Expr
	}
	// Return is RETURN.
	Return struct {
		Pos
		Projection
	}
	// Finish is FINISH: run, give no rows.
	Finish struct{ Pos }
	// Create is CREATE (INSERT is read as CREATE).
	Create struct {
		Pos
		Patterns []*PathPattern
	}
	// Merge is MERGE with its actions, in order of text.
	Merge struct {
		Pos
		Pattern *PathPattern
		Actions []MergeAction
	}
	// Set is SET.
	Set struct {
		Pos
		Items []SetItem
	}
	// Remove is REMOVE.
	Remove struct {
		Pos
		Items []RemoveItem
	}
	// Delete is DELETE, DETACH DELETE or NODETACH DELETE.
	Delete struct {
		Pos
		Detach bool
		Exprs  []Expr
	}
	// Foreach is FOREACH (Var IN List | Body).
	Foreach struct {
		Pos
		Var  *Variable
		List Expr
		Body []Clause
	}
	// CallProcedure is CALL ns.name(args) YIELD … WHERE ….
	CallProcedure struct {
		Pos
		Optional bool
		Name     string // dotted, as written
		HasArgs  bool   // false: CALL name, arguments from parameters (standalone only)
		Args     []Expr
		HasYield bool
		YieldAll bool // YIELD *
		Yield    []YieldItem
		Where    Expr
	}
	// CallSubquery is CALL { … }, CALL (x, y) { … } or CALL (*) { … }.
	CallSubquery struct {
		Pos
		Optional bool
		HasScope bool // CALL (…) { … }
		ScopeAll bool // CALL (*) { … }
		Imports  []*Variable
		Query    *Query
		InTx     *InTransactions // nil unless IN TRANSACTIONS
	}
	// LoadCSV is LOAD CSV [WITH HEADERS] FROM Source AS Var [FIELDTERMINATOR Terminator].
	LoadCSV struct {
		Pos
		WithHeaders bool
		Source      Expr
		Var         *Variable
		Terminator  string
	}
	// Show is SHOW <What> [YIELD …] [WHERE …] [RETURN …].
	Show struct {
		Pos
		What       string // upper case, one blank between words: "INDEXES", "CONSTRAINTS", "DATABASES", "PROCEDURES", "FUNCTIONS", "TRANSACTIONS", "SETTINGS", …
		Filter     string // upper case: "FULLTEXT", "UNIQUE", "BUILT IN", "ALL", …; may be empty
		Names      []Expr // SHOW TRANSACTIONS ids, SHOW DATABASE name, SHOW SETTINGS names
		Executable bool   // SHOW PROCEDURES EXECUTABLE
		HasYield   bool
		YieldAll   bool
		Yield      []YieldItem
		OrderBy    []SortItem // of the YIELD
		Skip       Expr
		Limit      Expr
		Where      Expr
	}
)

// Projection is what WITH and RETURN share.
type Projection struct {
	Distinct bool
	Star     bool // * stands first
	Items    []ReturnItem
	OrderBy  []SortItem
	Skip     Expr
	Limit    Expr
}

// A ReturnItem is one expression of a projection. Name is the alias, or else the text of the expression as written.
type ReturnItem struct {
	Pos
	Expr    Expr
	Name    string
	Aliased bool
	AliasAt Pos // of the alias
}

// A SortItem is one key of ORDER BY.
type SortItem struct {
	Pos
	Expr Expr
	Desc bool
}

// A YieldItem is one column of YIELD; Alias equals Name when there is no AS.
type YieldItem struct {
	Pos
	Name    string
	Alias   string
	AliasAt Pos
}

// A Hint is USING INDEX/SCAN/JOIN; accepted, and the planner may follow it.
type Hint struct {
	Pos
	Kind  string // "INDEX", "RANGE INDEX", "TEXT INDEX", "POINT INDEX", "SCAN", "JOIN ON"
	Seek  bool
	Var   string
	Vars  []string // JOIN ON
	Label string
	Props []string
}

// A MergeAction is ON CREATE SET or ON MATCH SET.
type MergeAction struct {
	Pos
	OnCreate bool
	Items    []SetItem
}

// InTransactions is IN [n CONCURRENT] TRANSACTIONS [OF n ROWS] [ON ERROR …] [REPORT STATUS AS v].
type InTransactions struct {
	Pos
	Concurrent bool
	Workers    Expr
	Rows       Expr
	OnError    string // "", "FAIL", "CONTINUE", "BREAK"
	Report     *Variable
}

// A SetItem is one assignment of SET.
type SetItem interface {
	Node
	setItem()
}

// The assignments.
type (
	// SetProperty is target.key = value, or target[expr] = value (Target is then *Index).
	SetProperty struct {
		Pos
		Target Expr // *Property or *Index
		Value  Expr
	}
	// SetAll is v = map, or v += map when Merge.
	SetAll struct {
		Pos
		Var   *Variable
		Value Expr
		Merge bool
	}
	// SetLabels is v:A:B, v IS A, or v:$(expr).
	SetLabels struct {
		Pos
		Var    *Variable
		Labels []LabelName
	}
)

// A RemoveItem is one item of REMOVE.
type RemoveItem interface {
	Node
	removeItem()
}

// The items of REMOVE.
type (
	// RemoveProperty is target.key or target[expr].
	RemoveProperty struct {
		Pos
		Target Expr // *Property or *Index
	}
	// RemoveLabels is v:A:B.
	RemoveLabels struct {
		Pos
		Var    *Variable
		Labels []LabelName
	}
)

func (*Query) body()           {}
func (*Match) clause()         {}
func (*Unwind) clause()        {}
func (*With) clause()          {}
func (*Return) clause()        {}
func (*Finish) clause()        {}
func (*Create) clause()        {}
func (*Merge) clause()         {}
func (*Set) clause()           {}
func (*Remove) clause()        {}
func (*Delete) clause()        {}
func (*Foreach) clause()       {}
func (*CallProcedure) clause() {}
func (*CallSubquery) clause()  {}
func (*LoadCSV) clause()       {}
func (*Show) clause()          {}

func (*SetProperty) setItem()       {}
func (*SetAll) setItem()            {}
func (*SetLabels) setItem()         {}
func (*RemoveProperty) removeItem() {}
func (*RemoveLabels) removeItem()   {}
