package exec

import (
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// nodeCursor walks nodes for each row of a source.
type nodeCursor struct {
	cur    store.NodeCursor
	active bool
}

// advance gives the next node of the cursor; when it ends, of the one reopened for the next row.
func (n *nodeCursor) advance(st *state, src operator, slot int, reopen func(*state) error) (bool, error) {
	for {
		if n.active {
			if err := st.tick(); err != nil {
				return false, err
			}
			if id, ok := n.cur.Next(); ok {
				st.hits++
				st.frame[slot] = value.Node(id)
				return true, nil
			}
			n.active = false
		}
		ok, err := src.next(st)
		if err != nil || !ok {
			return false, err
		}
		if err := reopen(st); err != nil {
			return false, err
		}
		n.active = true
	}
}

// allNodes scans all nodes.
type allNodes struct {
	source
	slot   int
	cursor nodeCursor
}

func (a *allNodes) open(st *state) error { a.cursor.active = false; return a.src.open(st) }

func (a *allNodes) next(st *state) (bool, error) {
	return a.cursor.advance(st, a.src, a.slot, a.reopen)
}

func (a *allNodes) reopen(st *state) error { a.cursor.cur = st.tx.Nodes(); return nil }

// labelScan scans the nodes of a label.
type labelScan struct {
	source
	slot   int
	label  *token
	cursor nodeCursor
}

func (l *labelScan) open(st *state) error { l.cursor.active = false; return l.src.open(st) }

func (l *labelScan) next(st *state) (bool, error) {
	return l.cursor.advance(st, l.src, l.slot, l.reopen)
}

func (l *labelScan) reopen(st *state) error {
	l.cursor.cur = store.NodeCursor{}
	if t, ok := l.label.get(st); ok {
		l.cursor.cur = st.tx.NodesWithLabel(t)
	}
	return nil
}

// nodeByID finds nodes by id or element id.
type nodeByID struct {
	source
	slot    int
	id      eval
	element bool
	in      bool
	list    []value.Value
	one     [1]value.Value
	pos     int
}

func (n *nodeByID) open(st *state) error { n.list, n.pos = nil, 0; return n.src.open(st) }

func (n *nodeByID) next(st *state) (bool, error) {
	for {
		for n.pos < len(n.list) {
			v := n.list[n.pos]
			n.pos++
			if id, ok := n.find(st, v); ok && !seenBefore(n.list[:n.pos-1], v) {
				st.hits++
				st.frame[n.slot] = value.Node(id)
				return true, nil
			}
		}
		ok, err := n.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		v, err := n.id(st)
		if err != nil {
			return false, err
		}
		n.pos = 0
		if n.in {
			n.list, _ = v.AsList()
		} else {
			n.one[0] = v
			n.list = n.one[:]
		}
	}
}

// find gives the node of an id. A float that is whole equals the integer.
func (n *nodeByID) find(st *state, v value.Value) (value.NodeID, bool) {
	if n.element {
		s, ok := v.AsString()
		if !ok {
			return 0, false
		}
		id, ok := value.ParseNodeElementID(st.tx.DatabaseID(), s)
		return id, ok && st.tx.NodeExists(id)
	}
	f, ok := v.AsNumber()
	if !ok || f < 0 || f > 1<<32-1 || f != float64(uint32(f)) {
		return 0, false
	}
	return value.NodeID(f), st.tx.NodeExists(value.NodeID(f))
}

func seenBefore(list []value.Value, v value.Value) bool {
	for _, x := range list {
		if value.Equal(x, v) == value.True {
			return true
		}
	}
	return false
}

// count reads a count the store keeps.
type count struct {
	source
	p     *plan.Count
	label *token
	types []*token
}

func (c *count) next(st *state) (bool, error) {
	ok, err := c.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	n := 0
	switch {
	case c.p.Rels && len(c.types) == 0:
		n = st.tx.RelCount()
	case c.p.Rels:
		for _, t := range c.types {
			if tok, ok := t.get(st); ok {
				n += st.tx.TypeCount(tok)
			}
		}
	case c.p.Label == "":
		n = st.tx.NodeCount()
	default:
		if tok, ok := c.label.get(st); ok {
			n = st.tx.LabelCount(tok)
		}
	}
	st.hits++
	st.frame[c.p.Slot] = value.Int(int64(n))
	return true, nil
}
