package exec

import (
	"context"
	"slices"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// A Program is a compiled plan. One execution at a time may use it.
type Program struct {
	Plan    *plan.Plan
	root    operator
	params  []string
	st      state
	row     []value.Value
	slots   []int
	profile map[plan.Op]*profiled
	ended   bool
}

// Compile compiles a plan; with profile, its operators count rows and time.
func Compile(p *plan.Plan, profile bool) *Program {
	c := &compiler{readOnly: !p.Writes, slots: p.Slots}
	if profile {
		c.profile = map[plan.Op]*profiled{}
	}
	g := &Program{Plan: p, root: c.op(p.Root), profile: c.profile}
	g.params = c.params
	if r, ok := p.Root.(*plan.Result); ok {
		g.slots = r.Slots
	}
	g.row = make([]value.Value, len(g.slots))
	g.st.frame = make([]value.Value, p.Slots)
	return g
}

// Missing names the parameters the plan needs that params lacks, sorted.
func (g *Program) Missing(params value.Map) []string {
	var out []string
	for _, n := range g.params {
		if _, ok := params.Lookup(n); !ok {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Start begins an execution. Nothing has run when it returns.
func (g *Program) Start(ctx context.Context, c Config) error {
	if missing := g.Missing(c.Params); len(missing) > 0 {
		return fault.New(fault.ParameterMissing, "Expected parameter(s): %s", strings.Join(missing, ", "))
	}
	st := &g.st
	run := st.run + 1
	clear(st.frame)
	*st = state{frame: st.frame, args: st.args[:0], ctx: ctx, tx: c.Tx, services: c.Services, batch: c.Batch, run: run,
		limit: c.Memory, timeout: c.Timeout, params: st.params[:0], turn: turn{turns: c.Turns}}
	st.fn = c.Function
	if st.fn == nil {
		st.fn = &function.Context{}
	}
	if st.fn.Graph == nil {
		st.fn.Graph = c.Tx
	}
	st.deadline = c.Deadline
	for _, n := range g.params {
		st.params = append(st.params, c.Params.Get(n))
	}
	g.ended = false
	st.turn.resume()
	return g.root.open(st)
}

// Next gives the next row, valid until the call after it, and nil at the end.
func (g *Program) Next() ([]value.Value, error) {
	if g.ended {
		return nil, nil
	}
	g.st.turn.resume()
	ok, err := g.root.next(&g.st)
	g.st.turn.pause()
	if err != nil || !ok {
		g.ended = true
		return nil, err
	}
	for i, s := range g.slots {
		g.row[i] = g.st.frame[s]
	}
	return g.row, nil
}

// Counters tells what has been changed so far.
func (g *Program) Counters() Counters { return g.st.counters }

// Notes tells of schema commands that had nothing to do.
func (g *Program) Notes() []Note { return g.st.notes }

// Close ends the execution and lets go of everything it held.
func (g *Program) Close() {
	g.ended = true
	g.st.turn.free() // held still when an operator panicked
	g.root.close(&g.st)
	clear(g.st.frame)
	g.st = state{frame: g.st.frame, run: g.st.run, args: g.st.args, params: g.st.params}
	clear(g.st.params[:cap(g.st.params)])
	clear(g.row)
}
