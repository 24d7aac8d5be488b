package plan

func (o *NodeScan) writes() []int { return []int{o.Slot} }

func (o *Equality) exprs(f func(Expr)) { each(f, o.Values...) }

func (o *Bounds) exprs(f func(Expr)) { each(f, o.Lo, o.Hi, o.Prefix) }

func (o *NodeByID) exprs(f func(Expr)) { f(o.ID) }

func (o *RelScan) writes() []int { return []int{o.Rel, o.From, o.To} }

func (o *Step) reads() []int {
	r := append([]int{o.From}, o.Unique...)
	if o.Into {
		r = append(r, o.To)
	}
	return r
}

func (o *Step) writes() []int {
	if o.Into {
		return []int{o.Rel}
	}
	return []int{o.Rel, o.To}
}

func (o *VarExpand) exprs(f func(Expr)) { each(f, o.Each) }

func (o *ProjectEndpoints) reads() []int { return append([]int{o.Rel}, o.Unique...) }

func (o *ProjectEndpoints) writes() []int { return []int{o.From, o.To} }

func (o *ShortestPath) exprs(f func(Expr)) { each(f, o.Each); each(f, o.Where...) }

func (o *ShortestPath) reads() []int { return []int{o.From, o.To} }

func (o *ShortestPath) writes() []int { return []int{o.Rel, o.Path} }

// Inner gives the plan of one repetition.
func (o *Repeat) Inner() []Op { return []Op{o.Body} }

func (o *Repeat) reads() []int {
	r := append([]int{o.From, o.InTo}, o.Unique...)
	return append(append(r, o.Groups...), o.Rels...)
}

func (o *Repeat) writes() []int {
	w := append([]int{o.PathSlot}, o.Lists...)
	if !o.Into {
		w = append(w, o.To)
	}
	return w
}

func (s *SelectPaths) exprs(f func(Expr)) { each(f, s.Count) }

func (s *SelectPaths) reads() []int { return []int{s.From, s.To, s.Path} }

func (o *Filter) exprs(f func(Expr)) { each(f, o.Preds...) }

func (o *Project) exprs(f func(Expr)) {
	for _, it := range o.Items {
		f(it.E)
	}
}

func (o *Project) writes() []int { return assigned(o.Items) }

func (o *Aggregate) exprs(f func(Expr)) {
	for _, k := range o.Keys {
		f(k.E)
	}
	for _, a := range o.Aggs {
		f(a.Call)
	}
}

func (o *Aggregate) writes() []int {
	w := assigned(o.Keys)
	for _, a := range o.Aggs {
		w = append(w, a.Slot)
	}
	return w
}

func (o *Distinct) reads() []int { return o.Slots }

func (o *Sort) exprs(f func(Expr)) {
	for _, k := range o.Keys {
		f(k.E)
	}
	each(f, o.Limit, o.Skip)
}

func (o *Skip) exprs(f func(Expr)) { f(o.N) }

func (o *Limit) exprs(f func(Expr)) { f(o.N) }

func (o *Unwind) exprs(f func(Expr)) { f(o.List) }

func (o *Unwind) writes() []int { return []int{o.Slot} }

func (a *Apply) exprs(f func(Expr)) {
	if a.Batch != nil {
		each(f, a.Batch.Rows)
	}
}

func (a *Apply) writes() []int { return append([]int{a.Status}, a.Nulls...) }

func (h *HashJoin) exprs(f func(Expr)) { each(f, h.Left, h.Right) }

func (o *Count) writes() []int { return []int{o.Slot} }

func (o *Result) reads() []int { return o.Slots }

func (o *Create) exprs(f func(Expr)) { creationExprs(o.Nodes, o.Rels, f) }

func (o *Create) reads() []int { return ends(o.Rels) }

func (o *Create) writes() []int { return created(o.Nodes, o.Rels) }

func (m *Merge) exprs(f func(Expr)) {
	creationExprs(m.Nodes, m.Rels, f)
	setExprs(m.OnCreate, f)
	setExprs(m.OnMatch, f)
	if m.Path != nil {
		f(m.Path.E)
	}
}

func (m *Merge) reads() []int { return ends(m.Rels) }

func (m *Merge) writes() []int { return created(m.Nodes, m.Rels) }

func (o *Set) exprs(f func(Expr)) { setExprs(o.Items, f) }

func (o *Delete) exprs(f func(Expr)) { each(f, o.Exprs...) }

func (f *Foreach) exprs(visit func(Expr)) { visit(f.List) }

func (f *Foreach) writes() []int { return []int{f.Slot} }

func (o *CallProcedure) exprs(f func(Expr)) { each(f, o.Args...) }

func (o *CallProcedure) writes() []int { return yielded(o.Yield) }

func (o *Show) exprs(f func(Expr)) { each(f, o.Names...) }

func (o *Show) writes() []int { return yielded(o.Yield) }

func (o *Schema) exprs(f func(Expr)) { each(f, o.Options) }

func each(f func(Expr), es ...Expr) {
	for _, e := range es {
		if e != nil {
			f(e)
		}
	}
}

func assigned(items []Assign) []int {
	var w []int
	for _, it := range items {
		w = append(w, it.Slot)
	}
	return w
}

func yielded(cols []YieldColumn) []int {
	var w []int
	for _, c := range cols {
		w = append(w, c.Slot)
	}
	return w
}

func ends(rels []NewRel) []int {
	var r []int
	for _, n := range rels {
		r = append(r, n.From, n.To)
	}
	return r
}

func created(nodes []NewNode, rels []NewRel) []int {
	var w []int
	for _, n := range nodes {
		w = append(w, n.Slot)
	}
	for _, n := range rels {
		w = append(w, n.Slot)
	}
	return w
}

func creationExprs(nodes []NewNode, rels []NewRel, f func(Expr)) {
	for _, n := range nodes {
		each(f, n.Props)
		labelExprs(n.Labels, f)
	}
	for _, r := range rels {
		each(f, r.Props)
		labelExprs([]*LabelExpr{r.Type}, f)
	}
}

func setExprs(items []SetItem, f func(Expr)) {
	for _, it := range items {
		each(f, it.Target, it.KeyExpr, it.Value)
		labelExprs(it.Labels, f)
	}
}

func labelExprs(labels []*LabelExpr, f func(Expr)) {
	for _, l := range labels {
		if l == nil {
			continue
		}
		each(f, l.Dynamic)
		labelExprs([]*LabelExpr{l.L, l.R}, f)
	}
}
