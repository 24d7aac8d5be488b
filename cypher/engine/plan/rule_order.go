package plan

import "slices"

// indexOrder leaves out a sort by one property where the rows come from an index that has them in that order, or can. A
// LIMIT above then ends the walk early.
func indexOrder(b *builder, root Op) Op {
	return rewrite(root, func(op Op) Op {
		if s, ok := op.(*Sort); ok && len(s.Keys) == 1 && b.orderedSource(s) {
			return s.Src
		}
		return op
	})
}

// orderedSource makes the source of a sort give its rows in order, where each operator below hands them on in the order of
// a scan, and that is of the nodes whose property is the key.
func (b *builder) orderedSource(s *Sort) bool {
	key, order := s.Keys[0].E, Ascending
	if s.Keys[0].Desc {
		order = Descending
	}
	above := Op(s)
	for op := s.Src; op != nil; above, op = op, op.Source() {
		switch o := op.(type) {
		case *Filter, *Expand:
		case *Project:
			key = before(o, key)
		case *IndexRange:
			if !single(o.Src) || !isProp(key, o.Slot, o.Keys[0]) {
				return false
			}
			o.Order = order
			return true
		case *LabelScan:
			k, ok := key.(*Prop)
			if !ok || !single(o.Src) || !isProp(k, o.Slot, k.Key) || !b.indexed(o.Label, k.Key) {
				return false
			}
			above.setSource(&IndexScan{o.NodeScan, o.Label, k.Key, order})
			return true
		default:
			return false
		}
	}
	return false
}

// before gives an expression in terms of what a projection reads.
func before(p *Project, e Expr) Expr {
	if v, ok := e.(*Slot); ok {
		for _, it := range p.Items {
			if it.Slot == v.N {
				return it.E
			}
		}
		return e
	}
	return mapChildren(e, func(x Expr) Expr { return before(p, x) })
}

// single tells whether an operator gives one row: a walk for each of several would begin anew.
func single(op Op) bool {
	_, ok := op.(*Argument)
	return ok
}

func (b *builder) indexed(label, key string) bool {
	return slices.ContainsFunc(b.cat.Indexes(label), func(ix IndexInfo) bool { return len(ix.Keys) == 1 && ix.Keys[0] == key })
}
