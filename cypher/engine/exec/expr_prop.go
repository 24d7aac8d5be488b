package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// prop reads a property; of nodes and relationships by the token of its key.
func (c *compiler) prop(e *plan.Prop) eval {
	tok := newToken(keySpace, e.Key)
	if s, ok := e.E.(*plan.Slot); ok {
		n := s.N
		return func(st *state) (value.Value, error) { return property(st, st.frame[n], tok) }
	}
	x := c.expr(e.E)
	return func(st *state) (value.Value, error) {
		v, err := x(st)
		if err != nil {
			return v, err
		}
		return property(st, v, tok)
	}
}

func property(st *state, v value.Value, tok *token) (value.Value, error) {
	if id, ok := v.AsNode(); ok {
		if st.deleted && st.tx.NodeDeleted(id) {
			return value.Value{}, deletedNode(id)
		}
		st.hits++
		if k, ok := tok.get(st); ok {
			return st.tx.NodePropertyAt(id, k), nil
		}
		return value.Value{}, nil
	}
	if id, ok := v.AsRel(); ok {
		if st.deleted && st.tx.RelDeleted(id) {
			return value.Value{}, deletedRel(id)
		}
		st.hits++
		if k, ok := tok.get(st); ok {
			return st.tx.RelPropertyAt(id, k), nil
		}
		return value.Value{}, nil
	}
	return value.Get(st.tx, v, tok.name)
}

func deletedNode(id value.NodeID) error {
	return fault.New(fault.EntityNotFound, "Node with id %d has been deleted in this transaction", id)
}

func deletedRel(id value.RelID) error {
	return fault.New(fault.EntityNotFound, "Relationship with id %d has been deleted in this transaction", id)
}

// hasLabels is a label predicate on a node, or a type predicate on a relationship.
func (c *compiler) hasLabels(e *plan.HasLabels) cond {
	x, onNode, onRel := c.expr(e.E), c.nodeLabel(e.Labels), c.relLabel(e.Labels)
	return func(st *state) (value.Ternary, error) {
		v, err := x(st)
		if err != nil || v.IsNull() {
			return value.Unknown, err
		}
		if id, ok := v.AsNode(); ok {
			if st.deleted && st.tx.NodeDeleted(id) {
				return value.Unknown, deletedNode(id)
			}
			st.hits++
			ok, err := onNode(st, id)
			return value.TernaryOf(ok), err
		}
		if id, ok := v.AsRel(); ok {
			st.hits++
			ok, err := onRel(st, st.tx.RelType(id))
			return value.TernaryOf(ok), err
		}
		return value.Unknown, fault.New(fault.TypeError, "Type mismatch: expected Node or Relationship but was %s", value.TypeName(v))
	}
}

func (c *compiler) nodeLabel(l *plan.LabelExpr) func(*state, value.NodeID) (bool, error) {
	switch l.Kind {
	case plan.LabelName:
		tok := newToken(labelSpace, l.Name)
		return func(st *state, id value.NodeID) (bool, error) {
			t, ok := tok.get(st)
			return ok && st.tx.HasLabel(id, t), nil
		}
	case plan.LabelWildcard:
		return func(st *state, id value.NodeID) (bool, error) { return len(st.tx.NodeLabelTokens(id)) > 0, nil }
	case plan.LabelDynamic:
		names := c.dynamicNames(l.Dynamic)
		return func(st *state, id value.NodeID) (bool, error) {
			want, err := names(st)
			if err != nil {
				return false, err
			}
			for _, n := range want {
				t, ok := st.tx.LookupLabel(n)
				if has := ok && st.tx.HasLabel(id, t); has == l.Any {
					return has, nil
				}
			}
			return !l.Any, nil
		}
	case plan.LabelNot:
		x := c.nodeLabel(l.L)
		return func(st *state, id value.NodeID) (bool, error) {
			ok, err := x(st, id)
			return !ok, err
		}
	}
	a, b := c.nodeLabel(l.L), c.nodeLabel(l.R)
	or := l.Kind == plan.LabelOr
	return func(st *state, id value.NodeID) (bool, error) {
		if ok, err := a(st, id); err != nil || ok == or {
			return ok, err
		}
		return b(st, id)
	}
}

func (c *compiler) relLabel(l *plan.LabelExpr) func(*state, string) (bool, error) {
	switch l.Kind {
	case plan.LabelName:
		return func(_ *state, typ string) (bool, error) { return typ == l.Name, nil }
	case plan.LabelWildcard:
		return func(*state, string) (bool, error) { return true, nil }
	case plan.LabelDynamic:
		names := c.dynamicNames(l.Dynamic)
		return func(st *state, typ string) (bool, error) {
			want, err := names(st)
			if err != nil {
				return false, err
			}
			for _, n := range want {
				if has := n == typ; has == l.Any {
					return has, nil
				}
			}
			return !l.Any, nil
		}
	case plan.LabelNot:
		x := c.relLabel(l.L)
		return func(st *state, typ string) (bool, error) {
			ok, err := x(st, typ)
			return !ok, err
		}
	}
	a, b := c.relLabel(l.L), c.relLabel(l.R)
	or := l.Kind == plan.LabelOr
	return func(st *state, typ string) (bool, error) {
		if ok, err := a(st, typ); err != nil || ok == or {
			return ok, err
		}
		return b(st, typ)
	}
}

// dynamicNames compiles $(expr): a string or a list of strings.
func (c *compiler) dynamicNames(e plan.Expr) func(*state) ([]string, error) {
	x := c.expr(e)
	return func(st *state) ([]string, error) {
		v, err := x(st)
		if err != nil {
			return nil, err
		}
		list, ok := v.AsList()
		if !ok {
			list = []value.Value{v}
		}
		out := make([]string, len(list))
		for i, it := range list {
			s, ok := it.AsString()
			if !ok {
				return nil, fault.New(fault.TypeError, "Expected a string or a list of strings, but was %s", value.Describe(v))
			}
			if s == "" {
				return nil, fault.New("Neo.ClientError.Schema.TokenNameError", "'' is not a valid token name. Token names cannot be empty or contain any null-bytes.")
			}
			out[i] = s
		}
		return out, nil
	}
}
