package procedure

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// The modes of procedures: what a transaction must allow.
const (
	Read   = "READ"
	Write  = "WRITE"
	Schema = "SCHEMA"
	DBMS   = "DBMS"
)

// A Param is a parameter of a procedure. Type is as Cypher writes it, e.g. LIST<STRING>.
type Param struct {
	Name, Type, Description string
	Default                 *value.Value // nil: must be given
}

// A Field is a column that a procedure yields or SHOW lists.
type Field struct{ Name, Type, Description string }

// A Procedure is one entry of the table.
type Procedure struct {
	Name        string // with its namespace; case counts
	Signature   string // made from Args and Yields when empty
	Description string
	Mode        string
	Admin       bool // whether Neo4j asks for administration rights
	System      bool // whether it also works on the system database
	Owner       bool // whether only the owner of the database's files may call it
	Args        []Param
	Yields      []Field // empty: it yields no rows, and CALL passes its input on
	// Call runs the procedure. args has a value for every parameter; emit takes a row of Yields,
	// which Call must not change afterwards, and its error ends the call.
	Call func(ctx *Context, args []value.Value, emit func(row []value.Value) error) error
}

// Writes tells whether the procedure changes data or the schema.
func (p *Procedure) Writes() bool { return p.Mode == Write || p.Mode == Schema }

// A Server is what a server tells of itself.
type Server struct {
	Version  string // e.g. 5.26.0
	Edition  string // community
	Address  string // of its Bolt port, host:port
	ID       string // UUID of the server; any stable text
	Started  time.Time
	Settings []Setting // beyond those that follow from the fields above
}

// A Setting is a row of SHOW SETTINGS.
type Setting struct {
	Name, Value, Default, Description, ValidValues string
	Dynamic, Explicit                              bool
}

// A Transaction is a row of SHOW TRANSACTIONS.
type Transaction struct {
	Database, ID, QueryID, ConnectionID, ClientAddress, Agent, User, Query string
	Parameters, Metadata                                                   value.Map
	Status                                                                 string // Running, Terminated, …
	Connected, Started, QueryStarted                                       time.Time
}

// A Context is what a call or a listing may see.
type Context struct {
	Context      context.Context
	Tx           *store.Tx
	Virtual      *Overlay // where procedures make nodes that are not stored; nil: they cannot
	Server       Server
	Database     string // name
	User         string // empty without authentication
	Procedures   *Table // for SHOW PROCEDURES
	Metadata     value.Map
	SetMetadata  func(value.Map)      // nil: tx.setMetaData fails
	Transactions func() []Transaction // nil: none
	// Terminate ends a transaction and tells what it was; found is false where there is none of that id.
	Terminate func(id string) (of Transaction, found bool)
	Names     []value.Value // that stand after a SHOW or TERMINATE command
}

// A Table finds procedures by name.
type Table struct {
	byName map[string]*Procedure
	all    []*Procedure
}

// NewTable gives the procedures of this package and extra ones, which replace those of their name.
func NewTable(extra ...*Procedure) *Table {
	t := &Table{byName: map[string]*Procedure{}}
	for _, p := range append(builtin(), extra...) {
		if p.Signature == "" {
			p.Signature = p.signature()
		}
		t.byName[p.Name] = p
	}
	t.all = slices.SortedFunc(maps.Values(t.byName), func(a, b *Procedure) int { return strings.Compare(a.Name, b.Name) })
	return t
}

// Lookup finds a procedure by its name with namespace; case counts.
func (t *Table) Lookup(name string) (*Procedure, bool) {
	p, ok := t.byName[name]
	return p, ok
}

// All gives all procedures by name. The slice is shared.
func (t *Table) All() []*Procedure { return t.all }

func builtin() []*Procedure {
	return slices.Concat(databaseProcedures(), dbmsProcedures(), indexProcedures(), schemaProcedures(), transactionProcedures(),
		fulltextProcedures(), vectorProcedures())
}

// signature writes name(arg :: TYPE, …) :: (field :: TYPE, …).
func (p *Procedure) signature() string {
	var b strings.Builder
	b.WriteString(p.Name + "(")
	for i, a := range p.Args {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(a.Name)
		if a.Default != nil {
			b.WriteString(" = " + a.defaultText())
		}
		b.WriteString(" :: " + a.Type)
	}
	b.WriteString(")")
	if len(p.Yields) == 0 {
		return b.String()
	}
	b.WriteString(" :: (")
	for i, f := range p.Yields {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(f.Name + " :: " + f.Type)
	}
	return b.String() + ")"
}

func (p *Param) defaultText() string {
	if p.Default.IsNull() {
		return "null"
	}
	if s, ok := value.ToString(*p.Default); ok {
		return s
	}
	return value.Format(*p.Default, nil)
}

func defaultTo(v value.Value) *value.Value { return &v }

// failed is the error of a call that went wrong, as Neo4j words it.
func failed(name, format string, args ...any) error {
	e := fault.New(fault.ProcedureCallFailed, format, args...)
	e.Message = "Failed to invoke procedure `" + name + "`: Caused by: " + e.Message
	return e
}

func stringsOf(names []string) value.Value {
	l := make([]value.Value, len(names))
	for i, n := range names {
		l[i] = value.String(n)
	}
	return value.List(l)
}

// orNull gives null for the empty string.
func orNull(s string) value.Value {
	if s == "" {
		return value.Value{}
	}
	return value.String(s)
}

func mapOf(entries ...value.Entry) value.Value { return value.FromMap(value.NewMap(entries)) }
