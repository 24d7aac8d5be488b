package exec

import (
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// A joint gives the paths through the nodes where two sides of a search met, one after the other.
type joint struct {
	fore, rear way
	meets      []value.NodeID
	begun      bool // the first meeting node is under way
}

func newJoint(fore, rear *side, meets []value.NodeID) *joint {
	return &joint{fore: way{side: fore}, rear: way{side: rear}, meets: meets}
}

// next gives another path, nil after the last.
func (j *joint) next() *value.Path {
	switch {
	case !j.begun:
	case j.rear.turn():
		return j.path()
	case j.fore.turn():
		j.rear.begin(j.meets[0])
		return j.path()
	default:
		j.meets, j.begun = j.meets[1:], false
	}
	if len(j.meets) == 0 {
		return nil
	}
	j.begun = true
	j.fore.begin(j.meets[0])
	j.rear.begin(j.meets[0])
	return j.path()
}

func (j *joint) path() *value.Path {
	n := len(j.fore.steps) + len(j.rear.steps)
	p := &value.Path{Nodes: make([]value.NodeID, 0, n+1), Rels: make([]value.RelID, 0, n)}
	for i := len(j.fore.steps) - 1; i >= 0; i-- {
		a := j.fore.steps[i].taken()
		p.Nodes, p.Rels = append(p.Nodes, a.Node), append(p.Rels, a.Rel)
	}
	p.Nodes = append(p.Nodes, j.meets[0])
	for _, step := range j.rear.steps {
		a := step.taken()
		p.Nodes, p.Rels = append(p.Nodes, a.Node), append(p.Rels, a.Rel)
	}
	return p
}

// A way leads from a node back to the start of a side. It turns to the next as a counter does, the last step first.
type way struct {
	side  *side
	steps []wayStep
}

// A wayStep is one step of a way: where it could go, and where it does.
type wayStep struct {
	visit
	at int // 0 is visit.from, i is visit.more[i-1]
}

func (s wayStep) taken() store.Adj {
	if s.at == 0 {
		return s.from
	}
	return s.more[s.at-1]
}

func (w *way) begin(id value.NodeID) {
	w.steps = w.steps[:0]
	w.descend(id)
}

// descend goes by the first step each time.
func (w *way) descend(id value.NodeID) {
	for {
		v := w.side.seen[id]
		if v.depth == 0 {
			return
		}
		w.steps = append(w.steps, wayStep{visit: v})
		id = v.from.Node
	}
}

// turn goes on to another way; false after the last.
func (w *way) turn() bool {
	for i := len(w.steps) - 1; i >= 0; i-- {
		if step := &w.steps[i]; step.at < len(step.more) {
			step.at++
			next := step.taken().Node
			w.steps = w.steps[:i+1]
			w.descend(next)
			return true
		}
	}
	return false
}
