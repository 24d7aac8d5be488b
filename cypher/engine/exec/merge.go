package exec

import (
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
)

// merge gives the rows its plan finds, or creates what it looked for.
type merge struct {
	source
	look     operator
	nodes    []nodeMaker
	rels     []relMaker
	path     eval
	pathSlot int
	onCreate []setter
	onMatch  []setter
	found    buffer
	pos      int
}

func (c *compiler) merge(p *plan.Merge) operator {
	m := &merge{source: source{c.op(p.Src)}, look: c.op(p.Plan), nodes: c.nodeMakers(p.Nodes), rels: c.relMakers(p.Rels),
		onCreate: c.setters(p.OnCreate), onMatch: c.setters(p.OnMatch)}
	for _, n := range p.Nodes {
		m.found.slots = append(m.found.slots, n.Slot)
	}
	for _, r := range p.Rels {
		m.found.slots = append(m.found.slots, r.Slot)
	}
	if p.Path != nil {
		m.path, m.pathSlot = c.expr(p.Path.E), p.Path.Slot
	}
	return m
}

func (m *merge) open(st *state) error {
	m.found.reset(st)
	m.pos = 0
	return m.src.open(st)
}

func (m *merge) close(st *state) {
	m.found.reset(st)
	m.look.close(st)
	m.src.close(st)
}

func (m *merge) next(st *state) (bool, error) {
	for {
		if m.pos < m.found.n {
			m.found.load(st, m.pos)
			m.pos++
			if err := m.bindPath(st); err != nil {
				return false, err
			}
			return true, applyAll(st, m.onMatch)
		}
		ok, err := m.src.next(st)
		if err != nil || !ok {
			return false, err
		}
		// The matches are gathered before any is given, since what is done on them may change what matches.
		st.release(m.found.held)
		m.found.rows, m.found.n, m.found.held, m.pos = m.found.rows[:0], 0, 0, 0
		if err := m.checkEnds(st); err != nil {
			return false, err
		}
		if err := drain(st, m.look, func() error { return m.found.save(st) }); err != nil {
			return false, err
		}
		if m.found.n > 0 {
			continue
		}
		if err := m.checkNulls(st); err != nil {
			return false, err
		}
		if err := createAll(st, m.nodes, m.rels); err != nil {
			return false, err
		}
		if err := m.bindPath(st); err != nil {
			return false, err
		}
		return true, applyAll(st, m.onCreate)
	}
}

func (m *merge) bindPath(st *state) (err error) {
	if m.path != nil {
		st.frame[m.pathSlot], err = m.path(st)
	}
	return err
}

// checkEnds refuses ends that OPTIONAL MATCH left null.
func (m *merge) checkEnds(st *state) error {
	for i := range m.rels {
		r := &m.rels[i]
		for side, slot := range []int{r.from, r.to} {
			if m.makes(slot) {
				continue
			}
			if _, err := r.end(st, slot, side); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *merge) makes(slot int) bool {
	for i := range m.nodes {
		if m.nodes[i].slot == slot {
			return true
		}
	}
	return false
}

// checkNulls refuses a null property: nothing equals it, so MERGE would create again and again.
func (m *merge) checkNulls(st *state) error {
	for i := range m.nodes {
		if err := m.nodes[i].props.refuseNull(st, "node", "("+m.nodes[i].name+label(m.nodes[i].labels), ")"); err != nil {
			return err
		}
	}
	for i := range m.rels {
		if err := m.rels[i].props.refuseNull(st, "relationship", "()-["+m.rels[i].name+label([]nameMaker{m.rels[i].typ}), "]-()"); err != nil {
			return err
		}
	}
	return nil
}

func label(names []nameMaker) string {
	var b strings.Builder
	for _, n := range names {
		if n.tok != nil {
			b.WriteString(":" + n.tok.name)
		}
	}
	return b.String()
}

func (p *propsMaker) refuseNull(st *state, what, before, after string) error {
	refuse := func(key string) error {
		return fault.New(fault.SemanticError, "Cannot merge the following %s because of null property value for '%s': %s {%s: null}%s", what, key, before, key, after)
	}
	for i, x := range p.vals {
		v, err := x(st)
		if err != nil {
			return err
		}
		if v.IsNull() {
			return refuse(p.names[i])
		}
	}
	if p.whole == nil {
		return nil
	}
	v, err := p.whole(st)
	if err != nil || v.IsNull() {
		return err
	}
	m, err := propertiesOf(st, v)
	if err != nil {
		return err
	}
	for _, e := range m {
		if e.Val.IsNull() {
			return refuse(e.Key)
		}
	}
	return nil
}
