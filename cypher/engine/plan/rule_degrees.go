package plan

import "guestgraph/cypher/engine/function"

// degrees counts the rows of an expansion without making them: where groups only count where it leads, without looking
// there, the sum of the degrees of the nodes it starts from says the same.
func degrees(_ *builder, root Op) Op {
	sum, ok := function.Lookup("sum")
	if !ok {
		return root
	}
	return rewrite(root, func(op Op) Op {
		a, ok := op.(*Aggregate)
		if !ok {
			return op
		}
		e, ok := a.Src.(*Expand)
		if !ok || e.Into || len(e.Unique) > 0 || !onlyCounts(a, e) {
			return op
		}
		degree := Degree{Node: &Slot{e.From, e.Names[0]}, Dir: e.Dir, Types: e.Types}
		some := degree
		some.Any = true // a node without any gives no row, so it must make no group
		a.Src = &Filter{Base: Base{e.Src, e.Src.Rows()}, Preds: []Expr{&some}}
		for i := range a.Aggs {
			d := degree
			a.Aggs[i].Call = &Call{Fn: sum, Args: []Expr{&d}, Pos: a.Aggs[i].Call.Pos}
		}
		return op
	})
}

// onlyCounts tells whether an aggregation does nothing with an expansion but count its rows.
func onlyCounts(a *Aggregate, e *Expand) bool {
	for _, k := range a.Keys {
		var read slotSet
		slotsOf(k.E, &read)
		if read.has(e.To) || read.has(e.Rel) {
			return false
		}
	}
	for _, agg := range a.Aggs {
		c := agg.Call
		if c.Distinct || lower(c.Fn.Name) != "count" {
			return false
		}
		if c.Star {
			continue
		}
		if v, ok := c.Args[0].(*Slot); !ok || v.N != e.To && v.N != e.Rel {
			return false
		}
	}
	return len(a.Aggs) > 0
}
