package plan

import "guestgraph/cypher/engine/syntax"

// topK makes a sort keep only the rows that the SKIP and LIMIT above it let through.
func topK(_ *builder, root Op) Op {
	return rewrite(root, func(op Op) Op {
		l, ok := op.(*Limit)
		if !ok {
			return op
		}
		src := l.Src
		var skip Expr
		if s, ok := src.(*Skip); ok {
			skip, src = s.N, s.Src
		}
		if s, ok := src.(*Sort); ok {
			s.Limit, s.Skip = l.N, skip
		}
		return op
	})
}

// unused leaves out what nothing reads: relationships an expansion need not keep, and named paths.
func unused(_ *builder, root Op) Op {
	read := slotsRead(root)
	drop := func(slot *int) {
		if !read.has(*slot) {
			*slot = -1
		}
	}
	return rewrite(root, func(op Op) Op {
		switch o := op.(type) {
		case *Expand:
			drop(&o.Rel)
		case *VarExpand:
			drop(&o.Rel)
		case *RelScan:
			drop(&o.Rel)
		case *RelSeek:
			drop(&o.Rel)
		case *RelRange:
			drop(&o.Rel)
		case *ShortestPath:
			drop(&o.Rel)
			drop(&o.Path)
		case *Repeat:
			drop(&o.PathSlot)
		case *Project:
			return dropPaths(o, read)
		}
		return op
	})
}

func dropPaths(p *Project, read slotSet) Op {
	kept := p.Items[:0:0]
	for _, it := range p.Items {
		if _, ok := it.E.(*PathOf); !ok || read.has(it.Slot) {
			kept = append(kept, it)
		}
	}
	if len(kept) == 0 {
		return p.Src
	}
	p.Items = kept
	return p
}

// exhaust makes a LIMIT above writes run them all.
func exhaust(_ *builder, root Op) Op {
	return rewrite(root, func(op Op) Op {
		if l, ok := op.(*Limit); ok {
			_, l.All = readsAndWrites(l.Src)
		}
		return op
	})
}

// countStore answers count(*) over all nodes, all of a label, or all relationships of some types by a count the store keeps.
func countStore(_ *builder, root Op) Op {
	return rewrite(root, func(op Op) Op {
		a, ok := op.(*Aggregate)
		if !ok || len(a.Keys) > 0 || len(a.Aggs) != 1 {
			return op
		}
		c := a.Aggs[0].Call
		if c.Distinct || lower(c.Fn.Name) != "count" {
			return op
		}
		counted := -1
		if !c.Star {
			v, ok := c.Args[0].(*Slot)
			if !ok {
				return op
			}
			counted = v.N
		}
		n := countOf(a.Src)
		if n == nil || counted >= 0 && !contains(a.Src.writes(), counted) {
			return op
		}
		n.Slot, n.Est = a.Aggs[0].Slot, 1
		return n
	})
}

// countOf gives the count of a scan's rows, nil when the store does not keep it.
func countOf(op Op) *Count {
	fromArgument := func(o Op) bool {
		_, ok := o.(*Argument)
		return ok
	}
	switch o := op.(type) {
	case *AllNodes:
		if fromArgument(o.Src) {
			return &Count{Base: Base{Src: o.Src}}
		}
	case *LabelScan:
		if fromArgument(o.Src) {
			return &Count{Base: Base{Src: o.Src}, Label: o.Label}
		}
	case *RelScan:
		if fromArgument(o.Src) && o.Dir != syntax.Both {
			return &Count{Base: Base{Src: o.Src}, Rels: true, Types: o.Types}
		}
	case *Expand:
		all, ok := o.Src.(*AllNodes)
		if ok && fromArgument(all.Src) && o.Dir != syntax.Both && !o.Into {
			return &Count{Base: Base{Src: all.Src}, Rels: true, Types: o.Types}
		}
	}
	return nil
}

// countNested makes a nested plan that only counts; where it is one expansion from a known node, the degree serves.
func (b *builder) countNested(kind NestedKind, plan Op) Expr {
	n := &Nested{Kind: kind, Plan: plan}
	e, ok := plan.(*Expand)
	if !ok || b.opts.Without["degree"] || e.Into || len(e.Unique) > 0 {
		return n
	}
	if _, ok := e.Src.(*Argument); !ok {
		return n
	}
	return &Degree{Node: &Slot{e.From, e.Names[0]}, Dir: e.Dir, Types: e.Types, Any: kind == NestedExists}
}

// pruning lets a variable-length expansion give each end only once, where all that is asked of its
// rows is which distinct ones there are.
func pruning(_ *builder, root Op) Op {
	return rewrite(root, func(op Op) Op {
		switch o := op.(type) {
		case *Distinct:
			prune(o.Src)
		case *Aggregate:
			for _, a := range o.Aggs {
				if n := lower(a.Call.Fn.Name); !a.Call.Distinct && n != "min" && n != "max" {
					return op
				}
			}
			prune(o.Src)
		}
		return op
	})
}

func prune(op Op) {
	for {
		switch o := op.(type) {
		case *Filter, *Project:
			op = o.Source()
		case *VarExpand:
			o.Distinct = o.Rel < 0 && !o.Into && len(o.Unique) == 0 && o.Min <= 1
			return
		default:
			return
		}
	}
}
