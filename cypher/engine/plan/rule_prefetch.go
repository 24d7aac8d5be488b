package plan

// prefetch makes an expansion fetch ahead where the properties of its relationships stand, when the statement reads any:
// a node's relationships are strewn over memory, and waiting for many at once takes less than waiting for each.
func prefetch(_ *builder, root Op) Op {
	var read slotSet
	Walk(root, func(o Op) {
		o.exprs(func(e Expr) { propertiesRead(e, &read) })
	})
	return rewrite(root, func(op Op) Op {
		if e, ok := op.(*Expand); ok && !e.Into {
			e.Prefetch = read.has(e.Rel)
		}
		return op
	})
}

// propertiesRead adds the slots of which e reads a property.
func propertiesRead(e Expr, into *slotSet) {
	walk(e, func(x Expr) bool {
		if p, ok := x.(*Prop); ok {
			if s, ok := p.E.(*Slot); ok {
				into.add(s.N)
			}
		}
		return true
	})
}
