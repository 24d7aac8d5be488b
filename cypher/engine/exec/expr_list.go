package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

func (c *compiler) list(e *plan.List) eval {
	items := c.exprs(e.Items)
	return func(st *state) (value.Value, error) {
		out := make([]value.Value, len(items))
		for i, f := range items {
			v, err := f(st)
			if err != nil {
				return v, err
			}
			out[i] = v
		}
		return value.List(out), nil
	}
}

func (c *compiler) mapLiteral(e *plan.Map) eval {
	vals := c.exprs(e.Vals)
	return func(st *state) (value.Value, error) {
		out := make([]value.Entry, len(vals))
		for i, f := range vals {
			v, err := f(st)
			if err != nil {
				return v, err
			}
			out[i] = value.Entry{Key: e.Keys[i], Val: v}
		}
		return value.FromMap(value.NewMap(out)), nil
	}
}

func (c *compiler) slice(e *plan.Slice) eval {
	list, from, to := c.expr(e.E), c.opt(e.From), c.opt(e.To)
	bound := func(st *state, f eval) (value.Value, error) {
		if f == nil {
			return value.Value{}, nil
		}
		return f(st)
	}
	return func(st *state) (value.Value, error) {
		l, err := list(st)
		if err != nil {
			return l, err
		}
		a, err := bound(st, from)
		if err != nil {
			return a, err
		}
		b, err := bound(st, to)
		if err != nil {
			return b, err
		}
		return value.Slice(l, a, b, from != nil, to != nil)
	}
}

// members gives the elements of a list value: none of null; of anything else, itself.
func members(v value.Value) []value.Value {
	if l, ok := v.AsList(); ok {
		return l
	}
	if v.IsNull() {
		return nil
	}
	return []value.Value{v}
}

// listOf evaluates an expression that is a list or null; anything else is a list of itself, as in Neo4j.
func listOf(st *state, f eval) (l []value.Value, isNull bool, err error) {
	v, err := f(st)
	if err != nil || v.IsNull() {
		return nil, true, err
	}
	return members(v), false, nil
}

func (c *compiler) listComp(e *plan.ListComp) eval {
	list, mapped := c.expr(e.List), c.opt(e.Map)
	var where cond
	if e.Where != nil {
		where = c.cond(e.Where)
	}
	return func(st *state) (value.Value, error) {
		l, null, err := listOf(st, list)
		if err != nil || null {
			return value.Value{}, err
		}
		out := make([]value.Value, 0, len(l))
		for _, v := range l {
			if err := st.tick(); err != nil {
				return value.Value{}, err
			}
			st.frame[e.Slot] = v
			if where != nil {
				t, err := where(st)
				if err != nil {
					return value.Value{}, err
				}
				if t != value.True {
					continue
				}
			}
			if mapped != nil {
				if v, err = mapped(st); err != nil {
					return v, err
				}
			}
			out = append(out, v)
		}
		return value.List(out), nil
	}
}

func (c *compiler) reduce(e *plan.Reduce) eval {
	init, list, body := c.expr(e.Init), c.expr(e.List), c.expr(e.Body)
	return func(st *state) (value.Value, error) {
		l, null, err := listOf(st, list)
		if err != nil || null {
			return value.Value{}, err
		}
		acc, err := init(st)
		if err != nil {
			return acc, err
		}
		for _, v := range l {
			if err := st.tick(); err != nil {
				return acc, err
			}
			st.frame[e.Acc], st.frame[e.Slot] = acc, v
			if acc, err = body(st); err != nil {
				return acc, err
			}
		}
		return acc, nil
	}
}

// quantifier is all, any, none or single, in three-valued logic.
func (c *compiler) quantifier(e *plan.Quantifier) cond {
	list := c.expr(e.List)
	where := func(st *state) (value.Ternary, error) { return value.Truth(st.frame[e.Slot]) }
	if e.Where != nil {
		where = c.cond(e.Where)
	}
	return func(st *state) (value.Ternary, error) {
		l, null, err := listOf(st, list)
		if err != nil || null {
			return value.Unknown, err
		}
		count, unknown := 0, false
		for _, v := range l {
			if err := st.tick(); err != nil {
				return value.Unknown, err
			}
			st.frame[e.Slot] = v
			t, err := where(st)
			if err != nil {
				return value.Unknown, err
			}
			switch {
			case t == value.Unknown:
				unknown = true
			case t == value.True:
				count++
			}
			if done, result := decided(e.Kind, t, count); done {
				return result, nil
			}
		}
		if unknown {
			return value.Unknown, nil
		}
		switch e.Kind {
		case "any":
			return value.False, nil
		case "single":
			return value.TernaryOf(count == 1), nil
		}
		return value.True, nil
	}
}

// decided tells whether the members after one with truth t cannot change the result.
func decided(kind string, t value.Ternary, count int) (bool, value.Ternary) {
	switch kind {
	case "any":
		return t == value.True, value.True
	case "all":
		return t == value.False, value.False
	case "none":
		return t == value.True, value.False
	case "single":
		return count > 1, value.False
	}
	return false, value.Unknown
}

func (c *compiler) mapProj(e *plan.MapProj) eval {
	x := c.expr(e.E)
	vals := make([]eval, len(e.Items))
	for i, it := range e.Items {
		vals[i] = c.opt(it.E)
	}
	return func(st *state) (value.Value, error) {
		v, err := x(st)
		if err != nil || v.IsNull() {
			return value.Value{}, err
		}
		var out []value.Entry
		for i, it := range e.Items {
			if it.All {
				m, err := propertiesOf(st, v)
				if err != nil {
					return value.Value{}, err
				}
				out = append(out, m...)
				continue
			}
			p, err := vals[i](st)
			if err != nil {
				return p, err
			}
			out = append(out, value.Entry{Key: it.Key, Val: p})
		}
		return value.FromMap(value.NewMap(out)), nil
	}
}

// propertiesOf gives the properties of a node or relationship, or a map itself.
func propertiesOf(st *state, v value.Value) (value.Map, error) {
	if id, ok := v.AsNode(); ok {
		if st.tx.NodeDeleted(id) {
			return nil, deletedNode(id)
		}
		return st.tx.NodeProperties(id), nil
	}
	if id, ok := v.AsRel(); ok {
		if st.tx.RelDeleted(id) {
			return nil, deletedRel(id)
		}
		return st.tx.RelProperties(id), nil
	}
	if m, ok := v.AsMap(); ok {
		return m, nil
	}
	return nil, fault.New(fault.TypeError, "Type mismatch: expected Map, Node or Relationship but was %s", value.TypeName(v))
}
