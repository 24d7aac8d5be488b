package engine

import (
	"sync"

	"guestgraph/cypher/engine/check"
	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
)

// A planEntry is a statement ready to run, with compiled programs that are not in use.
type planEntry struct {
	plan   *plan.Plan
	mode   syntax.Mode
	kind   string
	found  findings
	schema uint64
	nodes  int // counts when it was planned
	rels   int
	used   uint64

	mu   sync.Mutex
	idle []*exec.Program
}

// maxIdle is how many idle programs an entry keeps.
const maxIdle = 8

// take gives a program for one execution.
func (e *planEntry) take() *exec.Program {
	if e.mode == syntax.Profile {
		return exec.Compile(e.plan, true)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if n := len(e.idle); n > 0 {
		p := e.idle[n-1]
		e.idle = e.idle[:n-1]
		return p
	}
	return exec.Compile(e.plan, false)
}

// give takes a program back.
func (e *planEntry) give(p *exec.Program) {
	p.Close()
	if e.mode == syntax.Profile {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.idle) < maxIdle {
		e.idle = append(e.idle, p)
	}
}

// stale tells whether the graph has grown or shrunk so much since that another plan may be better.
func (e *planEntry) stale(at *store.Tx) bool {
	return moved(e.nodes, at.NodeCount()) || moved(e.rels, at.RelCount())
}

// moved: by a factor of four, small graphs aside.
func moved(then, now int) bool {
	const small = 64
	then, now = max(then, small), max(now, small)
	return now > 4*then || then > 4*now
}

// prepare parses, checks and plans a statement, unless that was done before.
func (tx *Tx) prepare(at *store.Tx, text string) (*planEntry, error) {
	db := tx.db
	if !tx.changed {
		if e := db.cache.get(text, tx.schema); e != nil && !e.stale(at) {
			return e, nil
		}
	}
	st, err := syntax.Parse(text)
	if err != nil {
		return nil, err
	}
	if _, err := check.Analyze(st, checkProcedures{db.procedures}); err != nil {
		return nil, err
	}
	p, err := plan.Build(st, catalog{at}, planProcedures{db.procedures}, db.planning)
	if err != nil {
		return nil, err
	}
	e := &planEntry{plan: p, mode: st.Mode, kind: kindOf(p), found: find(st), schema: tx.schema, nodes: at.NodeCount(), rels: at.RelCount()}
	if !tx.changed {
		db.cache.put(text, e)
	}
	return e, nil
}

func kindOf(p *plan.Plan) string {
	_, rows := p.Root.(*plan.Result)
	switch {
	case p.Schema, administers(p):
		return "s"
	case p.Writes && rows:
		return "rw"
	case p.Writes:
		return "w"
	}
	return "r"
}

// administers tells whether a statement lists what Neo4j keeps in its system database, which makes it one of "s".
func administers(p *plan.Plan) (found bool) {
	plan.Walk(p.Root, func(op plan.Op) {
		if s, ok := op.(*plan.Show); ok {
			found = found || s.Stmt.What == "DATABASES" || s.Stmt.What == "USERS"
		}
	})
	return found
}

// catalog tells the planner about the data of one transaction.
type catalog struct{ tx *store.Tx }

func (c catalog) NodeCount() float64 { return float64(c.tx.NodeCount()) }

func (c catalog) RelCount() float64 { return float64(c.tx.RelCount()) }

func (c catalog) LabelCount(label string) float64 {
	if t, ok := c.tx.LookupLabel(label); ok {
		return float64(c.tx.LabelCount(t))
	}
	return 0
}

func (c catalog) TypeCount(typ string) float64 {
	if t, ok := c.tx.LookupType(typ); ok {
		return float64(c.tx.TypeCount(t))
	}
	return 0
}

func (c catalog) Indexes(label string) []plan.IndexInfo {
	t, ok := c.tx.LookupLabel(label)
	if !ok {
		return nil
	}
	return c.indexesOn(t, false)
}

func (c catalog) RelIndexes(typ string) []plan.IndexInfo {
	t, ok := c.tx.LookupType(typ)
	if !ok {
		return nil
	}
	return c.indexesOn(t, true)
}

func (c catalog) indexesOn(t store.Token, rel bool) (out []plan.IndexInfo) {
	for _, ix := range c.tx.IndexesOn(t, rel) {
		if ix.Kind == store.Range {
			out = append(out, plan.IndexInfo{Keys: ix.Properties, Unique: ix.Unique, Distinct: float64(c.tx.IndexDistinct(ix))})
		}
	}
	return out
}
