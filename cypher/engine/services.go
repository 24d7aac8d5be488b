package engine

import (
	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// services runs procedures and SHOW commands for a statement.
type services struct {
	db *DB
	tx *Tx
}

func (s services) Call(c *exec.ServiceContext, name string, args []value.Value, yield func([]value.Value) error) error {
	return fault.New(fault.ProcedureNotFound, "There is no procedure with the name `%s` registered for this database instance.", name)
}

func (s services) Show(c *exec.ServiceContext, cmd *syntax.Show, names []value.Value) ([][]value.Value, error) {
	return nil, fault.New(fault.SyntaxError, "SHOW %s is not supported", cmd.What)
}

// planProcedures tells the planner about procedures.
type planProcedures struct{}

func (planProcedures) Procedure(name string) (plan.Procedure, bool) { return plan.Procedure{}, false }

func (planProcedures) Show(s *syntax.Show) (all, standard []string, err error) {
	return nil, nil, fault.New(fault.SyntaxError, "SHOW %s is not supported", s.What)
}
