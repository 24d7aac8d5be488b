package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// writeOp compiles an operator that changes the graph, or calls for something outside the plan; nil for others.
func (c *compiler) writeOp(p plan.Op) operator {
	switch p := p.(type) {
	case *plan.Create:
		return &create{source: source{c.op(p.Src)}, nodes: c.nodeMakers(p.Nodes), rels: c.relMakers(p.Rels)}
	case *plan.Merge:
		return c.merge(p)
	case *plan.Set:
		return &set{source: source{c.op(p.Src)}, items: c.setters(p.Items)}
	case *plan.Delete:
		return &deletion{source: source{c.op(p.Src)}, exprs: c.exprs(p.Exprs), detach: p.Detach}
	case *plan.Foreach:
		return &foreach{source: source{c.op(p.Src)}, slot: p.Slot, list: c.expr(p.List), body: c.op(p.Body)}
	case *plan.CallProcedure:
		return c.procedure(p)
	case *plan.Show:
		return &show{source: source{c.op(p.Src)}, p: p, names: c.exprs(p.Names)}
	case *plan.Schema:
		return c.schema(p)
	}
	return nil
}

// A nodeMaker creates one node of a pattern.
type nodeMaker struct {
	slot   int
	name   string
	labels []nameMaker
	props  propsMaker
}

// A relMaker creates one relationship of a pattern.
type relMaker struct {
	slot     int
	name     string
	from, to int
	names    [2]string
	typ      nameMaker
	props    propsMaker
}

// A nameMaker gives the names of labels or types to set: one fixed, or those of an expression.
type nameMaker struct {
	tok     *token
	space   space
	dynamic func(*state) ([]string, error)
}

func (c *compiler) nameMaker(s space, l *plan.LabelExpr) nameMaker {
	if l.Kind == plan.LabelDynamic {
		return nameMaker{space: s, dynamic: c.dynamicNames(l.Dynamic)}
	}
	return nameMaker{space: s, tok: newToken(s, l.Name)}
}

func (c *compiler) nameMakers(s space, ls []*plan.LabelExpr) []nameMaker {
	out := make([]nameMaker, len(ls))
	for i, l := range ls {
		out[i] = c.nameMaker(s, l)
	}
	return out
}

func (n *nameMaker) tokens(st *state, into []store.Token) ([]store.Token, error) {
	if n.tok != nil {
		return append(into, n.tok.ensure(st)), nil
	}
	names, err := n.dynamic(st)
	for _, name := range names {
		into = append(into, newToken(n.space, name).ensure(st))
	}
	return into, err
}

// A propsMaker gives the properties to set: keys known beforehand, or a map.
type propsMaker struct {
	keys  []*token
	vals  []eval
	whole eval
	names []string
}

func (c *compiler) propsMaker(e plan.Expr) propsMaker {
	switch e := e.(type) {
	case nil:
		return propsMaker{}
	case *plan.Map:
		return propsMaker{keys: tokens(keySpace, e.Keys), vals: c.exprs(e.Vals), names: e.Keys}
	}
	return propsMaker{whole: c.expr(e)}
}

// each calls f for every property that is not null.
func (p *propsMaker) each(st *state, f func(store.Token, value.Value) error) error {
	if p.whole == nil {
		for i, x := range p.vals {
			v, err := x(st)
			if err != nil {
				return err
			}
			if v.IsNull() {
				continue
			}
			if err := f(p.keys[i].ensure(st), v); err != nil {
				return err
			}
		}
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
			continue
		}
		if err := f(st.tx.EnsureKey(e.Key), e.Val); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) nodeMakers(nodes []plan.NewNode) []nodeMaker {
	out := make([]nodeMaker, len(nodes))
	for i, n := range nodes {
		out[i] = nodeMaker{n.Slot, n.Name, c.nameMakers(labelSpace, n.Labels), c.propsMaker(n.Props)}
	}
	return out
}

func (c *compiler) relMakers(rels []plan.NewRel) []relMaker {
	out := make([]relMaker, len(rels))
	for i, r := range rels {
		out[i] = relMaker{slot: r.Slot, name: r.Name, from: r.From, to: r.To, names: r.Names, props: c.propsMaker(r.Props)}
		if r.Type != nil {
			out[i].typ = c.nameMaker(typeSpace, r.Type)
		}
	}
	return out
}

func (n *nodeMaker) create(st *state) error {
	var buf [8]store.Token
	labels := buf[:0]
	var err error
	for i := range n.labels {
		if labels, err = n.labels[i].tokens(st, labels); err != nil {
			return err
		}
	}
	id := st.tx.CreateNode(labels)
	st.counters.NodesCreated++
	st.counters.LabelsAdded += int64(len(st.tx.NodeLabelTokens(id)))
	st.frame[n.slot] = value.Node(id)
	return n.props.each(st, func(k store.Token, v value.Value) error {
		st.counters.PropertiesSet++
		return st.tx.SetNodeProperty(id, k, v)
	})
}

func (r *relMaker) create(st *state) error {
	from, err := r.end(st, r.from, 0)
	if err != nil {
		return err
	}
	to, err := r.end(st, r.to, 1)
	if err != nil {
		return err
	}
	var buf [2]store.Token
	types, err := r.typ.tokens(st, buf[:0])
	if err != nil {
		return err
	}
	if len(types) != 1 {
		return fault.New(fault.SyntaxError, "Exactly one relationship type must be specified for CREATE, but there are %d", len(types))
	}
	id := st.tx.CreateRel(types[0], from, to)
	st.counters.RelationshipsCreated++
	st.frame[r.slot] = value.Rel(id)
	return r.props.each(st, func(k store.Token, v value.Value) error {
		st.counters.PropertiesSet++
		return st.tx.SetRelProperty(id, k, v)
	})
}

func (r *relMaker) end(st *state, slot, side int) (value.NodeID, error) {
	id, ok, err := node(st, slot)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, fault.New(fault.ArgumentError, "Failed to create relationship `%s`, node `%s` is missing. If you prefer to simply ignore rows where a relationship node is missing, set 'dbms.cypher.lenient_create_relationship = true' in neo4j.conf", r.name, r.names[side])
	}
	if !st.tx.NodeExists(id) {
		return 0, fault.New(fault.EntityNotFound, "Node with id %d has been deleted in this transaction", id)
	}
	return id, nil
}

// create makes nodes and relationships for every row.
type create struct {
	source
	nodes []nodeMaker
	rels  []relMaker
}

func (c *create) next(st *state) (bool, error) {
	ok, err := c.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	return true, createAll(st, c.nodes, c.rels)
}

func createAll(st *state, nodes []nodeMaker, rels []relMaker) error {
	if err := st.tick(); err != nil {
		return err
	}
	for i := range nodes {
		if err := nodes[i].create(st); err != nil {
			return err
		}
	}
	for i := range rels {
		if err := rels[i].create(st); err != nil {
			return err
		}
	}
	return nil
}

// foreach runs writes for each member of a list.
type foreach struct {
	source
	slot int
	list eval
	body operator
}

func (f *foreach) next(st *state) (bool, error) {
	ok, err := f.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	l, _, err := listOf(st, f.list)
	if err != nil {
		return false, err
	}
	for _, v := range l {
		st.frame[f.slot] = v
		if err := drain(st, f.body, func() error { return nil }); err != nil {
			return false, err
		}
	}
	return true, nil
}

func (f *foreach) close(st *state) {
	f.body.close(st)
	f.src.close(st)
}
