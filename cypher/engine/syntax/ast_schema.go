package syntax

// The schema commands.
type (
	// CreateIndex is CREATE [RANGE|TEXT|POINT|FULLTEXT|VECTOR|LOOKUP] INDEX.
	CreateIndex struct {
		Pos
		Kind        string // upper case; "RANGE" when not given
		Name        string
		NameParam   *Parameter // name given as $name
		IfNotExists bool
		Rel         bool // FOR ()-[r:T]-() instead of FOR (n:L)
		Var         string
		Labels      []string // one, or several for FULLTEXT
		Properties  []string
		Each        bool // LOOKUP: ON EACH labels(n); FULLTEXT: ON EACH [n.a, n.b]
		Options     Expr // nil when absent
	}
	// CreateConstraint is CREATE CONSTRAINT … REQUIRE ….
	CreateConstraint struct {
		Pos
		Name        string
		NameParam   *Parameter
		IfNotExists bool
		Rel         bool
		Var         string
		Label       string
		Properties  []string
		Kind        string // "UNIQUE", "KEY", "NOT NULL", "TYPED"
		Type        *Type  // of TYPED
		Options     Expr
	}
	// DropIndex is DROP INDEX name [IF EXISTS].
	DropIndex struct {
		Pos
		Name      string
		NameParam *Parameter
		IfExists  bool
	}
	// DropConstraint is DROP CONSTRAINT name [IF EXISTS].
	DropConstraint struct {
		Pos
		Name      string
		NameParam *Parameter
		IfExists  bool
	}
)

func (*CreateIndex) body()      {}
func (*CreateConstraint) body() {}
func (*DropIndex) body()        {}
func (*DropConstraint) body()   {}
