package syntax

// Walk visits n and, where visit returns true, what is inside it, in order of text: clauses, patterns,
// label expressions, expressions and variables, those a node binds included.
func Walk(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	w := walker{visit}
	switch n := n.(type) {
	case *Query:
		for _, p := range n.Parts {
			Walk(p, visit)
		}
	case *SingleQuery:
		for _, c := range n.Clauses {
			Walk(c, visit)
		}
	case Clause:
		w.clause(n)
	case Expr:
		w.inside(n)
	case PathElement:
		w.element(n)
	case *PathPattern:
		w.variable(n.Var)
		for _, e := range n.Elements {
			Walk(e, visit)
		}
		w.expr(n.Where)
	case LabelExpr:
		w.labels(n)
	}
}

// WalkLabels visits the parts of a label expression, nil for none, from the top; not the expressions that name labels.
func WalkLabels(l LabelExpr, visit func(LabelExpr)) {
	if l == nil {
		return
	}
	Walk(l, func(n Node) bool {
		part, ok := n.(LabelExpr)
		if ok {
			visit(part)
		}
		return ok
	})
}

// A walker walks the parts of a node.
type walker struct{ visit func(Node) bool }

func (w walker) expr(e Expr) {
	if e != nil {
		Walk(e, w.visit)
	}
}

func (w walker) exprs(es ...Expr) {
	for _, e := range es {
		w.expr(e)
	}
}

func (w walker) variable(v *Variable) {
	if v != nil {
		Walk(v, w.visit)
	}
}

func (w walker) label(l LabelExpr) {
	if l != nil {
		Walk(l, w.visit)
	}
}

func (w walker) patterns(ps []*PathPattern) {
	for _, p := range ps {
		Walk(p, w.visit)
	}
}

func (w walker) element(e PathElement) {
	switch e := e.(type) {
	case *NodePattern:
		w.variable(e.Var)
		w.label(e.Labels)
		w.exprs(e.Properties, e.Where)
	case *RelPattern:
		w.variable(e.Var)
		w.label(e.Types)
		w.exprs(e.Properties, e.Where)
	case *QuantifiedPath:
		w.variable(e.Var)
		for _, x := range e.Elements {
			Walk(x, w.visit)
		}
		w.expr(e.Where)
	}
}

func (w walker) labels(l LabelExpr) {
	switch l := l.(type) {
	case *LabelName:
		w.expr(l.Dynamic)
	case *LabelNot:
		w.label(l.E)
	case *LabelAnd:
		w.label(l.L)
		w.label(l.R)
	case *LabelOr:
		w.label(l.L)
		w.label(l.R)
	}
}

func (w walker) clause(c Clause) {
	switch c := c.(type) {
	case *Match:
		w.patterns(c.Patterns)
		w.expr(c.Where)
	case *Unwind:
		w.expr(c.Expr)
		w.variable(c.Var)
	case *With:
		w.projection(&c.Projection)
		w.expr(c.Where)
	case *Return:
		w.projection(&c.Projection)
	case *Create:
		w.patterns(c.Patterns)
	case *Merge:
		Walk(c.Pattern, w.visit)
		for _, a := range c.Actions {
			w.setItems(a.Items)
		}
	case *Set:
		w.setItems(c.Items)
	case *Remove:
		w.removeItems(c.Items)
	case *Delete:
		w.exprs(c.Exprs...)
	case *Foreach:
		w.variable(c.Var)
		w.expr(c.List)
		for _, b := range c.Body {
			Walk(b, w.visit)
		}
	case *CallProcedure:
		w.exprs(c.Args...)
		w.expr(c.Where)
	case *CallSubquery:
		for _, v := range c.Imports {
			w.variable(v)
		}
		Walk(c.Query, w.visit)
	case *LoadCSV:
		w.expr(c.Source)
		w.variable(c.Var)
	case *Show:
		w.exprs(c.Names...)
		w.sortItems(c.OrderBy)
		w.exprs(c.Skip, c.Limit, c.Where)
	}
}

func (w walker) projection(p *Projection) {
	for _, item := range p.Items {
		w.expr(item.Expr)
	}
	w.sortItems(p.OrderBy)
	w.exprs(p.Skip, p.Limit)
}

func (w walker) sortItems(items []SortItem) {
	for _, item := range items {
		w.expr(item.Expr)
	}
}

func (w walker) setItems(items []SetItem) {
	for _, item := range items {
		switch s := item.(type) {
		case *SetProperty:
			w.exprs(s.Target, s.Value)
		case *SetAll:
			w.variable(s.Var)
			w.expr(s.Value)
		case *SetLabels:
			w.variable(s.Var)
			w.labelList(s.Labels)
		}
	}
}

func (w walker) removeItems(items []RemoveItem) {
	for _, item := range items {
		switch r := item.(type) {
		case *RemoveProperty:
			w.expr(r.Target)
		case *RemoveLabels:
			w.variable(r.Var)
			w.labelList(r.Labels)
		}
	}
}

func (w walker) labelList(labels []LabelName) {
	for i := range labels {
		w.label(&labels[i])
	}
}

// inside walks the parts of an expression.
func (w walker) inside(e Expr) {
	switch e := e.(type) {
	case *ListLiteral:
		w.exprs(e.Items...)
	case *MapLiteral:
		w.exprs(e.Values...)
	case *Property:
		w.expr(e.Expr)
	case *Index:
		w.exprs(e.Expr, e.Index)
	case *Slice:
		w.exprs(e.Expr, e.From, e.To)
	case *Unary:
		w.expr(e.E)
	case *Binary:
		w.exprs(e.L, e.R)
	case *Comparison:
		w.expr(e.First)
		w.exprs(e.Rest...)
	case *IsNull:
		w.expr(e.E)
	case *IsTyped:
		w.expr(e.E)
	case *IsNormalized:
		w.expr(e.E)
	case *HasLabels:
		w.expr(e.E)
		w.label(e.Labels)
	case *Call:
		w.exprs(e.Args...)
	case *Case:
		w.expr(e.Input)
		for _, when := range e.Whens {
			w.exprs(when.Conds...)
			w.expr(when.Then)
		}
		w.expr(e.Else)
	case *Compared:
		w.expr(e.Expr)
	default:
		w.binder(e)
	}
}

// binder walks the parts of an expression that binds variables.
func (w walker) binder(e Expr) {
	switch e := e.(type) {
	case *ListComprehension:
		w.variable(e.Var)
		w.exprs(e.List, e.Where, e.Map)
	case *PatternComprehension:
		Walk(e.Pattern, w.visit)
		w.exprs(e.Where, e.Map)
	case *Reduce:
		w.variable(e.Acc)
		w.expr(e.Init)
		w.variable(e.Var)
		w.exprs(e.List, e.Expr)
	case *ListPredicate:
		w.variable(e.Var)
		w.exprs(e.List, e.Where)
	case *PatternPredicate:
		Walk(e.Pattern, w.visit)
	case *Subquery:
		Walk(e.Query, w.visit)
	case *MapProjection:
		w.expr(e.Expr)
		for _, item := range e.Items {
			w.expr(item.Expr)
		}
	}
}
