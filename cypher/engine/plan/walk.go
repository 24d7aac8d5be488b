package plan

// mapChildren gives a copy of e with f applied to each direct operand; leaves are given as they are.
// The plans of nested subqueries are not entered.
func mapChildren(e Expr, f func(Expr) Expr) Expr {
	opt := func(x Expr) Expr {
		if x == nil {
			return nil
		}
		return f(x)
	}
	switch e := e.(type) {
	case *List:
		return &List{mapAll(e.Items, f)}
	case *Map:
		return &Map{e.Keys, mapAll(e.Vals, f)}
	case *Prop:
		return &Prop{f(e.E), e.Key, e.Pos}
	case *Index:
		return &Index{f(e.E), f(e.I)}
	case *Slice:
		return &Slice{f(e.E), opt(e.From), opt(e.To)}
	case *Unary:
		return &Unary{e.Op, f(e.E)}
	case *Binary:
		return &Binary{e.Op, f(e.L), f(e.R), e.Pos}
	case *Logic:
		return &Logic{e.Op, mapAll(e.Args, f)}
	case *IsNull:
		return &IsNull{f(e.E), e.Not}
	case *IsTyped:
		return &IsTyped{f(e.E), e.Not, e.Type}
	case *IsNormalized:
		return &IsNormalized{f(e.E), e.Not, e.Form}
	case *HasLabels:
		return &HasLabels{f(e.E), mapLabels(e.Labels, f)}
	case *Call:
		c := *e
		c.Args = mapAll(e.Args, f)
		return &c
	case *Case:
		c := &Case{Else: opt(e.Else)}
		for _, w := range e.Whens {
			c.Whens = append(c.Whens, When{f(w.Cond), f(w.Then)})
		}
		return c
	case *Let:
		return &Let{e.Slot, f(e.E), f(e.Body)}
	case *ListComp:
		return &ListComp{e.Slot, f(e.List), opt(e.Where), opt(e.Map)}
	case *Reduce:
		return &Reduce{e.Acc, e.Slot, f(e.Init), f(e.List), f(e.Body)}
	case *Quantifier:
		return &Quantifier{e.Kind, e.Slot, f(e.List), opt(e.Where)}
	case *MapProj:
		m := &MapProj{E: f(e.E)}
		for _, it := range e.Items {
			m.Items = append(m.Items, MapProjItem{it.All, it.Key, opt(it.E)})
		}
		return m
	case *PathOf:
		return &PathOf{mapAll(e.Steps, f)}
	case *Degree:
		d := *e
		d.Node = f(e.Node)
		return &d
	}
	return e
}

func mapAll(es []Expr, f func(Expr) Expr) []Expr {
	out := make([]Expr, len(es))
	for i, e := range es {
		out[i] = f(e)
	}
	return out
}

func mapLabels(l *LabelExpr, f func(Expr) Expr) *LabelExpr {
	if l == nil {
		return nil
	}
	c := *l
	c.L, c.R = mapLabels(l.L, f), mapLabels(l.R, f)
	if l.Dynamic != nil {
		c.Dynamic = f(l.Dynamic)
	}
	return &c
}

// walk calls visit for e and everything in it, nested plans included, until visit gives false for a node.
func walk(e Expr, visit func(Expr) bool) {
	if e == nil || !visit(e) {
		return
	}
	if n, ok := e.(*Nested); ok {
		walkPlan(n.Plan, func(x Expr) { walk(x, visit) })
		if n.Value != nil {
			walk(n.Value, visit)
		}
		return
	}
	mapChildren(e, func(c Expr) Expr { walk(c, visit); return c })
}

// walkPlan calls f for every expression of a plan.
func walkPlan(op Op, f func(Expr)) {
	Walk(op, func(o Op) { o.exprs(f) })
}

// slotsOf adds every slot e reads, locally bound ones included.
func slotsOf(e Expr, into *slotSet) {
	walk(e, func(x Expr) bool {
		switch x := x.(type) {
		case *Slot:
			into.add(x.N)
		case *Nested:
			Walk(x.Plan, func(o Op) {
				for _, s := range o.reads() {
					into.add(s)
				}
			})
		}
		return true
	})
}

// A slotSet is a set of slots.
type slotSet []uint64

func (s *slotSet) add(n int) {
	if n < 0 {
		return
	}
	for len(*s) <= n/64 {
		*s = append(*s, 0)
	}
	(*s)[n/64] |= 1 << (n % 64)
}

func (s slotSet) has(n int) bool { return n >= 0 && n/64 < len(s) && s[n/64]&(1<<(n%64)) != 0 }

func (s slotSet) clone() slotSet { return append(slotSet(nil), s...) }

// within tells whether every slot of s that is in universe is also in t.
func (s slotSet) within(t, universe slotSet) bool {
	for i, w := range s {
		if i < len(universe) {
			w &= universe[i]
		} else {
			w = 0
		}
		if i < len(t) {
			w &^= t[i]
		}
		if w != 0 {
			return false
		}
	}
	return true
}

// meets tells whether s and t share a slot.
func (s slotSet) meets(t slotSet) bool {
	for i, w := range s {
		if i < len(t) && w&t[i] != 0 {
			return true
		}
	}
	return false
}
