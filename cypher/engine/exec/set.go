package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// set changes properties and labels for every row.
type set struct {
	source
	items []setter
}

// A setter is one assignment.
type setter func(*state) error

func (s *set) next(st *state) (bool, error) {
	ok, err := s.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	if err := st.tick(); err != nil {
		return false, err
	}
	return true, applyAll(st, s.items)
}

func applyAll(st *state, items []setter) error {
	for _, f := range items {
		if err := f(st); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) setters(items []plan.SetItem) []setter {
	out := make([]setter, len(items))
	for i, it := range items {
		switch it.Kind {
		case plan.SetKey:
			out[i] = c.setKey(it)
		case plan.SetDynamic:
			out[i] = c.setDynamic(it)
		case plan.SetMap, plan.AddMap:
			out[i] = c.setMap(it)
		default:
			out[i] = c.setLabels(it)
		}
	}
	return out
}

func (c *compiler) setKey(it plan.SetItem) setter {
	target, val, tok := c.expr(it.Target), c.expr(it.Value), newToken(keySpace, it.Key)
	return func(st *state) error {
		t, err := target(st)
		if err != nil {
			return err
		}
		v, err := val(st)
		if err != nil || t.IsNull() {
			return err
		}
		if v.IsNull() {
			if k, ok := tok.get(st); ok {
				return setProperty(st, t, k, v)
			}
			return checkTarget(st, t)
		}
		return setProperty(st, t, tok.ensure(st), v)
	}
}

func (c *compiler) setDynamic(it plan.SetItem) setter {
	target, key, val := c.expr(it.Target), c.expr(it.KeyExpr), c.expr(it.Value)
	return func(st *state) error {
		t, err := target(st)
		if err != nil {
			return err
		}
		k, err := key(st)
		if err != nil {
			return err
		}
		v, err := val(st)
		if err != nil || t.IsNull() {
			return err
		}
		name, ok := k.AsString()
		if !ok {
			return fault.New(fault.TypeError, "Expected a string as the key of a property, but was %s", value.Describe(k))
		}
		return setProperty(st, t, st.tx.EnsureKey(name), v)
	}
}

func checkTarget(st *state, t value.Value) error {
	switch t.Kind() {
	case value.KindNode, value.KindRel, value.KindNull:
		return nil
	}
	return fault.New(fault.TypeError, "Type mismatch: expected Node or Relationship but was %s", value.TypeName(t))
}

// setProperty sets one property. Removing one that is not there counts for nothing.
func setProperty(st *state, t value.Value, k store.Token, v value.Value) error {
	st.hits++
	if id, ok := t.AsNode(); ok {
		if st.deleted && st.tx.NodeDeleted(id) {
			return deletedNode(id)
		}
		if v.IsNull() && st.tx.NodePropertyAt(id, k).IsNull() {
			return nil
		}
		st.counters.PropertiesSet++
		return st.tx.SetNodeProperty(id, k, v)
	}
	if id, ok := t.AsRel(); ok {
		if st.deleted && st.tx.RelDeleted(id) {
			return deletedRel(id)
		}
		if v.IsNull() && st.tx.RelPropertyAt(id, k).IsNull() {
			return nil
		}
		st.counters.PropertiesSet++
		return st.tx.SetRelProperty(id, k, v)
	}
	return checkTarget(st, t)
}

func (c *compiler) setMap(it plan.SetItem) setter {
	target, val := c.expr(it.Target), c.expr(it.Value)
	replace := it.Kind == plan.SetMap
	return func(st *state) error {
		t, err := target(st)
		if err != nil {
			return err
		}
		v, err := val(st)
		if err != nil || t.IsNull() {
			return err
		}
		if v.IsNull() {
			if !replace {
				return nil
			}
			v = value.FromMap(nil)
		}
		m, err := propertiesOf(st, v)
		if err != nil {
			return err
		}
		if replace {
			old, err := propertiesOf(st, t)
			if err != nil {
				return err
			}
			for _, e := range old {
				if _, kept := m.Lookup(e.Key); !kept {
					if err := setProperty(st, t, st.tx.EnsureKey(e.Key), value.Value{}); err != nil {
						return err
					}
				}
			}
		}
		for _, e := range m {
			count := st.counters.PropertiesSet + 1
			if err := setProperty(st, t, st.tx.EnsureKey(e.Key), e.Val); err != nil {
				return err
			}
			st.counters.PropertiesSet = count // of a map each entry counts, a null that removes nothing too
		}
		return nil
	}
}

func (c *compiler) setLabels(it plan.SetItem) setter {
	target, names := c.expr(it.Target), c.nameMakers(labelSpace, it.Labels)
	add := it.Kind == plan.AddLabels
	return func(st *state) error {
		t, err := target(st)
		if err != nil || t.IsNull() {
			return err
		}
		id, ok := t.AsNode()
		if !ok {
			return fault.New(fault.TypeError, "Type mismatch: expected Node but was %s", value.TypeName(t))
		}
		if st.deleted && st.tx.NodeDeleted(id) {
			return deletedNode(id)
		}
		var buf [8]store.Token
		labels := buf[:0]
		for i := range names {
			if labels, err = names[i].tokens(st, labels); err != nil {
				return err
			}
		}
		for _, l := range labels {
			if !add {
				if st.tx.RemoveLabel(id, l) {
					st.counters.LabelsRemoved++
				}
				continue
			}
			fresh, err := st.tx.AddLabel(id, l)
			if err != nil {
				return err
			}
			if fresh {
				st.counters.LabelsAdded++
			}
		}
		return nil
	}
}
