package plan

// effectsOf gives what one operator, with its inner plans, reads and writes.
func effectsOf(op Op) *effects {
	e := &effects{}
	for _, in := range op.Inner() {
		Walk(in, func(o Op) { e.merge(effectsOf(o)) })
	}
	op.exprs(func(x Expr) { e.expr(x) })
	switch o := op.(type) {
	case *AllNodes:
		e.scans.all = true
	case *NodeByID:
		e.scans.all = true
	case *LabelScan:
		e.scans.add(o.Label)
	case *IndexSeek:
		e.scans.add(o.Label)
		e.keys.add(o.Keys...)
	case *IndexRange:
		e.scans.add(o.Label)
		e.keys.add(o.Keys...)
	case *IndexScan:
		e.scans.add(o.Label)
		e.keys.add(o.Key)
	case *Count:
		e.count(o)
	case *RelScan:
		e.types(o.Types)
	case *RelSeek:
		e.types(o.Types)
		e.keys.add(o.Keys...)
	case *RelRange:
		e.types(o.Types)
		e.keys.add(o.Keys...)
	case *Expand:
		e.types(o.Types)
	case *VarExpand:
		e.types(o.Types)
	case *ShortestPath:
		e.types(o.Types)
	case *Result:
		e.result(o)
	default:
		e.writes(op)
	}
	return e
}

func (e *effects) count(o *Count) {
	switch {
	case o.Rels:
		e.types(o.Types)
	case o.Label != "":
		e.scans.add(o.Label)
	default:
		e.scans.all = true
	}
}

func (e *effects) types(types []string) {
	if len(types) == 0 {
		e.rels.all = true
	}
	e.rels.add(types...)
}

// result: a client is given whole nodes and relationships.
func (e *effects) result(r *Result) {
	computed := map[int]bool{}
	for op := r.Src; op != nil; op = op.Source() {
		if p, ok := op.(*Project); ok {
			for _, it := range p.Items {
				switch it.E.(type) {
				case *Prop, *Const, *Param, *Binary:
					computed[it.Slot] = true
				}
			}
		}
		if a, ok := op.(*Aggregate); ok {
			for _, g := range a.Aggs {
				computed[g.Slot] = lower(g.Call.Fn.Name) == "count"
			}
		}
	}
	for _, s := range r.Slots {
		if !computed[s] {
			e.keys.all, e.labels.all = true, true
		}
	}
}

func (e *effects) writes(op Op) {
	switch o := op.(type) {
	case *Create:
		e.creates(o.Nodes, o.Rels)
	case *Merge:
		e.creates(o.Nodes, o.Rels)
		e.sets(o.OnCreate)
		e.sets(o.OnMatch)
	case *Set:
		e.sets(o.Items)
	case *Delete:
		e.deletes = true
	case *CallProcedure:
		e.keys.all, e.scans.all, e.rels.all = true, true, true
		if o.Writes {
			e.setKeys.all, e.newNodes.all, e.newRels.all, e.setLbl.all = true, true, true, true
		}
	}
}

func (e *effects) creates(nodes []NewNode, rels []NewRel) {
	for _, n := range nodes {
		if len(n.Labels) == 0 {
			e.bareNodes = true
		}
		e.labelsWritten(&e.newNodes, n.Labels)
	}
	for _, r := range rels {
		e.labelsWritten(&e.newRels, []*LabelExpr{r.Type})
	}
}

func (e *effects) labelsWritten(to *names, labels []*LabelExpr) {
	for _, l := range labels {
		if l == nil || l.Kind != LabelName {
			to.all = true
		} else {
			to.add(l.Name)
		}
	}
}

func (e *effects) sets(items []SetItem) {
	for _, it := range items {
		switch it.Kind {
		case SetKey:
			e.setKeys.add(it.Key)
		case AddMap:
			if m, ok := it.Value.(*Map); ok {
				e.setKeys.add(m.Keys...)
			} else {
				e.setKeys.all = true
			}
		case AddLabels, RemoveLabels:
			e.labelsWritten(&e.setLbl, it.Labels)
		default:
			e.setKeys.all = true
		}
	}
}

// expr adds what an expression reads.
func (e *effects) expr(x Expr) {
	walk(x, func(x Expr) bool {
		switch x := x.(type) {
		case *Prop:
			e.keys.add(x.Key)
		case *Index:
			if _, ok := isConst(x.I); !ok {
				e.keys.all = true
			}
			if v, ok := isConst(x.I); ok {
				if s, ok := v.AsString(); ok {
					e.keys.add(s)
				}
			}
		case *MapProj:
			for _, it := range x.Items {
				e.keys.all = e.keys.all || it.All
			}
		case *HasLabels:
			e.labelsRead(x.Labels)
		case *Call:
			switch lower(x.Fn.Name) {
			case "labels":
				e.labels.all = true
			case "properties", "keys":
				e.keys.all = true
			}
		case *Degree:
			e.types(x.Types)
		case *Nested:
			Walk(x.Plan, func(o Op) { e.merge(effectsOf(o)) })
			return x.Value != nil
		}
		return true
	})
}

func (e *effects) labelsRead(l *LabelExpr) {
	switch {
	case l == nil:
	case l.Kind == LabelName:
		e.labels.add(l.Name)
	case l.Kind == LabelNot, l.Kind == LabelAnd, l.Kind == LabelOr:
		e.labelsRead(l.L)
		e.labelsRead(l.R)
	default:
		e.labels.all = true
	}
}
