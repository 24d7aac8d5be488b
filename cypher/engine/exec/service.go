package exec

import (
	"context"

	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// Services runs what is not part of a plan: procedures and SHOW commands.
type Services interface {
	// Call runs a procedure and gives its rows to yield, one value for each column.
	Call(c *ServiceContext, name string, args []value.Value, yield func([]value.Value) error) error
	// Show gives the rows of a SHOW command, all columns of it.
	Show(c *ServiceContext, s *syntax.Show, names []value.Value) ([][]value.Value, error)
}

// A ServiceContext is what a service may use.
type ServiceContext struct {
	Context  context.Context
	Tx       *store.Tx
	Function *function.Context
	Counters *Counters
}

func (st *state) serviceContext() *ServiceContext {
	return &ServiceContext{Context: st.ctx, Tx: st.tx, Function: st.fn, Counters: &st.counters}
}

// rowQueue holds rows that come from outside, for the columns a plan wants.
type rowQueue struct {
	rows  [][]value.Value
	yield []plan.YieldColumn
}

func (q *rowQueue) next(st *state) bool {
	if len(q.rows) == 0 {
		return false
	}
	for _, y := range q.yield {
		st.frame[y.Slot] = q.rows[0][y.Column]
	}
	q.rows = q.rows[1:]
	return true
}

// procedureCall calls a procedure for every row.
type procedureCall struct {
	source
	p     *plan.CallProcedure
	args  []eval
	queue rowQueue
}

func (c *compiler) procedure(p *plan.CallProcedure) operator {
	return &procedureCall{source: source{c.op(p.Src)}, p: p, args: c.exprs(p.Args), queue: rowQueue{yield: p.Yield}}
}

func (p *procedureCall) open(st *state) error { p.queue.rows = nil; return p.src.open(st) }

func (p *procedureCall) next(st *state) (bool, error) {
	for {
		if p.queue.next(st) {
			return true, nil
		}
		ok, err := p.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		args := make([]value.Value, len(p.args))
		for i, f := range p.args {
			if args[i], err = f(st); err != nil {
				return false, err
			}
		}
		err = st.services.Call(st.serviceContext(), p.p.Name, args, func(row []value.Value) error {
			p.queue.rows = append(p.queue.rows, append([]value.Value(nil), row...))
			return st.tick()
		})
		if err != nil {
			return false, err
		}
		if p.p.Void {
			return true, nil
		}
		if p.p.Optional && len(p.queue.rows) == 0 {
			for _, y := range p.p.Yield {
				st.frame[y.Slot] = value.Value{}
			}
			return true, nil
		}
	}
}

// show gives the rows of a SHOW command.
type show struct {
	source
	p     *plan.Show
	names []eval
	queue rowQueue
}

func (s *show) open(st *state) error { s.queue = rowQueue{yield: s.p.Yield}; return s.src.open(st) }

func (s *show) next(st *state) (bool, error) {
	for {
		if s.queue.next(st) {
			return true, nil
		}
		ok, err := s.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		names := make([]value.Value, len(s.names))
		for i, f := range s.names {
			if names[i], err = f(st); err != nil {
				return false, err
			}
		}
		if s.queue.rows, err = st.services.Show(st.serviceContext(), s.p.Stmt, names); err != nil {
			return false, err
		}
	}
}
