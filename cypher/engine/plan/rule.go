package plan

// A Rule rewrites a plan. Rules do not change what rows a plan gives, but for eager, which keeps
// writes from changing what earlier clauses of the statement read.
type Rule struct {
	Name  string
	Apply func(b *builder, root Op) Op
}

// Rules gives the rules in the order they run. Before them, the solver of patterns heeds the names
// matches (clauses solved together), order (of joins), seek (indexes), pushdown (predicates), hashjoin and degree.
func Rules() []Rule {
	return []Rule{
		{"countstore", countStore},
		{"degrees", degrees},
		{"topk", topK},
		{"indexorder", indexOrder},
		{"unused", unused},
		{"pruning", pruning},
		{"eager", eager},
		{"exhaust", exhaust},
		{"prefetch", prefetch},
	}
}

// rewrite applies f to every operator from the bottom up, the plans inside expressions included.
func rewrite(op Op, f func(Op) Op) Op {
	if op == nil {
		return nil
	}
	if src := op.Source(); src != nil {
		op.setSource(rewrite(src, f))
	}
	switch o := op.(type) {
	case *Apply:
		o.Plan = rewrite(o.Plan, f)
	case *HashJoin:
		o.Plan = rewrite(o.Plan, f)
	case *Merge:
		o.Plan = rewrite(o.Plan, f)
	case *Foreach:
		o.Body = rewrite(o.Body, f)
	case *SelectPaths:
		o.Plan = rewrite(o.Plan, f)
	case *Repeat:
		o.Body = rewrite(o.Body, f)
	case *Union:
		for i := range o.Parts {
			o.Parts[i] = rewrite(o.Parts[i], f)
		}
	}
	op.exprs(func(e Expr) { rewriteNested(e, f) })
	return f(op)
}

func rewriteNested(e Expr, f func(Op) Op) {
	var visit func(Expr) Expr
	visit = func(x Expr) Expr {
		if n, ok := x.(*Nested); ok {
			n.Plan = rewrite(n.Plan, f)
			if n.Value != nil {
				visit(n.Value)
			}
			return x
		}
		return mapChildren(x, visit)
	}
	visit(e)
}

// slotsRead gives every slot something in the plan reads.
func slotsRead(root Op) slotSet {
	var read slotSet
	Walk(root, func(o Op) {
		for _, s := range o.reads() {
			read.add(s)
		}
		o.exprs(func(e Expr) { slotsOf(e, &read) })
	})
	return read
}
