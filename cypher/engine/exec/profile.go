package exec

import (
	"time"

	"guestgraph/cypher/engine/plan"
)

// profiled counts what an operator does.
type profiled struct {
	operator
	rows int64
	hits int64         // of the operator with what is under it
	time time.Duration // likewise
}

func (p *profiled) open(st *state) error {
	hits, start := st.hits, time.Now()
	err := p.operator.open(st)
	p.hits += st.hits - hits
	p.time += time.Since(start)
	return err
}

func (p *profiled) next(st *state) (bool, error) {
	hits, start := st.hits, time.Now()
	ok, err := p.operator.next(st)
	p.hits += st.hits - hits
	p.time += time.Since(start)
	if ok {
		p.rows++
	}
	return ok, err
}

// A Profile is what one operator did in an execution.
type Profile struct {
	Rows, Hits int64
	Time       time.Duration
}

// Profile tells what an operator did, apart from the operators under it. It must be asked before Close.
func (g *Program) Profile(op plan.Op) Profile {
	w := g.profile[op]
	if w == nil {
		return Profile{}
	}
	p := Profile{Rows: w.rows, Hits: w.hits, Time: w.time}
	under := op.Inner()
	if op.Source() != nil {
		under = append(under[:len(under):len(under)], op.Source())
	}
	for _, u := range under {
		if x := g.profile[u]; x != nil {
			p.Hits -= x.hits
			p.Time -= x.time
		}
	}
	return p
}
