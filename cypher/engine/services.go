package engine

import (
	"slices"
	"strings"
	"time"

	"guestgraph/cypher/engine/check"
	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// services runs procedures and SHOW commands for a statement.
type services struct {
	tx      *Tx
	virtual *procedure.Overlay // nodes that procedures give without storing them
}

func (s services) context(c *exec.ServiceContext) *procedure.Context {
	db, client := s.tx.db, s.tx.cfg.Client
	server := db.server
	server.Address = client.Server
	return &procedure.Context{
		Context: c.Context, Tx: c.Tx, Virtual: s.virtual, Server: server, Database: s.tx.database(), User: client.User,
		Procedures: db.procedures, Metadata: s.tx.cfg.Metadata,
		SetMetadata:  func(m value.Map) { s.tx.cfg.Metadata = m },
		Transactions: func() []procedure.Transaction { return db.transactions(client) },
		Terminate:    func(id string) (procedure.Transaction, bool) { return db.terminate(client, id) },
	}
}

// Call runs a procedure; arguments not given take their defaults.
func (s services) Call(c *exec.ServiceContext, name string, args []value.Value, yield func([]value.Value) error) error {
	p, ok := s.tx.db.procedures.Lookup(name)
	if !ok {
		return fault.New(fault.ProcedureNotFound, "There is no procedure with the name `%s` registered for this database instance.", name)
	}
	if p.Owner && !s.tx.cfg.Owner {
		return fault.New(fault.Forbidden, "Executing procedure is not allowed: `%s` is for the owner of the database's files.", name)
	}
	for i := len(args); i < len(p.Args); i++ {
		if p.Args[i].Default == nil {
			return fault.New(fault.SyntaxError, "Procedure call does not provide the required number of arguments: got %d expected %d.", len(args), len(p.Args))
		}
		args = append(args, *p.Args[i].Default)
	}
	return p.Call(s.context(c), args, yield)
}

// Show gives the rows of a SHOW command; names choose among them.
func (s services) Show(c *exec.ServiceContext, cmd *syntax.Show, names []value.Value) ([][]value.Value, error) {
	l, ok := procedure.Show(cmd.What, cmd.Filter)
	if !ok {
		return nil, unknownShow(cmd)
	}
	var wanted []value.Value
	for _, n := range names {
		if list, ok := n.AsList(); ok {
			wanted = append(wanted, list...)
		} else {
			wanted = append(wanted, n)
		}
	}
	by := slices.IndexFunc(l.Columns, func(f procedure.Field) bool { return f.Name == l.Name })
	var rows [][]value.Value
	ctx := s.context(c)
	ctx.Names = wanted
	err := l.Rows(ctx, func(row []value.Value) error {
		if len(names) > 0 && by >= 0 && !slices.ContainsFunc(wanted, func(v value.Value) bool { return value.Equal(v, row[by]) == value.True }) {
			return nil
		}
		rows = append(rows, slices.Clone(row))
		return nil
	})
	return rows, err
}

func unknownShow(cmd *syntax.Show) error {
	return fault.At(cmd.Position(), fault.SyntaxError, "SHOW %s is not supported by this server", strings.TrimSpace(cmd.Filter+" "+cmd.What))
}

// checkProcedures tells the checker about procedures.
type checkProcedures struct{ table *procedure.Table }

func (c checkProcedures) Procedure(name string) (*check.Procedure, bool) {
	proc, ok := c.table.Lookup(name)
	if !ok {
		return nil, false
	}
	out := &check.Procedure{Writes: proc.Writes()}
	for _, a := range proc.Args {
		out.Args = append(out.Args, check.Arg{Name: a.Name, Type: a.Type, Optional: a.Default != nil})
	}
	for _, f := range proc.Yields {
		out.Columns = append(out.Columns, check.Column{Name: f.Name, Type: f.Type})
	}
	return out, true
}

func (c checkProcedures) Show(s *syntax.Show) (all, standard []string, ok bool) {
	all, standard, err := planProcedures(c).Show(s)
	return all, standard, err == nil
}

// planProcedures tells the planner about procedures.
type planProcedures struct{ table *procedure.Table }

func (p planProcedures) Procedure(name string) (plan.Procedure, bool) {
	proc, ok := p.table.Lookup(name)
	if !ok {
		return plan.Procedure{}, false
	}
	out := plan.Procedure{Writes: proc.Writes()}
	for _, f := range proc.Yields {
		out.Columns = append(out.Columns, f.Name)
	}
	for _, a := range proc.Args {
		out.Args = append(out.Args, a.Name)
	}
	return out, true
}

func (p planProcedures) Show(s *syntax.Show) (all, standard []string, err error) {
	l, ok := procedure.Show(s.What, s.Filter)
	if !ok {
		return nil, nil, unknownShow(s)
	}
	for _, f := range l.Columns {
		all = append(all, f.Name)
	}
	return all, l.Default, nil
}

// register notes a transaction for SHOW TRANSACTIONS.
func (db *DB) register(tx *Tx) {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.lastTx++
	tx.id = db.lastTx
	db.running[tx.id] = tx
}

func (db *DB) unregister(tx *Tx) {
	db.mu.Lock()
	defer db.mu.Unlock()
	delete(db.running, tx.id)
}

// transactions lists the transactions that a client may know of.
func (db *DB) transactions(to Client) []procedure.Transaction {
	db.mu.Lock()
	defer db.mu.Unlock()
	var out []procedure.Transaction
	for _, tx := range db.running {
		if tx.shownTo(to) {
			out = append(out, tx.row())
		}
	}
	slices.SortFunc(out, func(a, b procedure.Transaction) int { return a.Started.Compare(b.Started) })
	return out
}

// terminate ends what a transaction runs, where the client may know of it.
func (db *DB) terminate(by Client, id string) (of procedure.Transaction, found bool) {
	db.mu.Lock()
	defer db.mu.Unlock()
	for _, tx := range db.running {
		if tx.name() == id && tx.shownTo(by) && tx.cfg.Terminate != nil {
			tx.cfg.Terminate()
			return tx.row(), true
		}
	}
	return of, false
}

func (tx *Tx) shownTo(c Client) bool {
	return !c.Confined || tx.cfg.Client.ConnectionID == c.ConnectionID
}

// row describes a transaction; db.mu is held.
func (tx *Tx) row() procedure.Transaction {
	of := tx.cfg.Client
	return procedure.Transaction{
		Database: tx.database(), ID: tx.name(), Query: tx.query, Metadata: tx.cfg.Metadata,
		ConnectionID: of.ConnectionID, Connected: of.Connected, ClientAddress: of.Address, Agent: of.Agent, User: of.User,
		Status: "Running", Started: tx.began, QueryStarted: tx.queryBegan,
	}
}

// runs tells the registry which statement a transaction runs.
func (db *DB) runs(tx *Tx, query string) {
	db.mu.Lock()
	defer db.mu.Unlock()
	tx.query, tx.queryBegan = query, time.Now()
}
