package syntax

func (w *writer) patterns(ps []*PathPattern) {
	w.list(len(ps), func(i int) { w.pathPattern(ps[i]) })
}

func (w *writer) pathPattern(p *PathPattern) {
	if p.Var != nil {
		w.name(p.Var.Name)
		w.put(" = ")
	}
	if p.Selector == ShortestPath || p.Selector == AllShortestPaths {
		w.put(map[bool]string{true: "shortestPath(", false: "allShortestPaths("}[p.Selector == ShortestPath])
		w.elements(p.Elements)
		w.put(")")
		return
	}
	w.selector(p)
	if p.Where == nil {
		w.elements(p.Elements)
		return
	}
	w.put("(")
	w.elements(p.Elements)
	w.where(p.Where)
	w.put(")")
}

func (w *writer) selector(p *PathPattern) {
	count := func(before, after string) {
		w.put(before)
		if p.Count != nil {
			w.put(" ")
			w.expr(p.Count, 0)
		}
		w.put(after)
	}
	switch p.Selector {
	case AnyPaths:
		count("ANY", " PATHS ")
	case ShortestK:
		if p.Count == nil {
			w.put("ANY ")
		}
		count("SHORTEST", " PATHS ")
	case AllShortest:
		w.put("ALL SHORTEST PATHS ")
	case ShortestKGroups:
		count("SHORTEST", " GROUPS ")
	}
}

func (w *writer) elements(elements []PathElement) {
	for _, e := range elements {
		switch e := e.(type) {
		case *NodePattern:
			w.put("(")
			if e.Var != nil {
				w.name(e.Var.Name)
			}
			w.filling(e.Labels, nil, e.Properties, e.Where)
			w.put(")")
		case *RelPattern:
			w.rel(e)
		case *QuantifiedPath:
			w.put("(")
			if e.Var != nil {
				w.name(e.Var.Name)
				w.put(" = ")
			}
			w.elements(e.Elements)
			w.where(e.Where)
			w.put(")")
			w.quantifier(e.Quantifier)
		}
	}
}

// filling writes what stands inside a node or relationship after its variable.
func (w *writer) filling(labels LabelExpr, length *Range, properties, where Expr) {
	if labels != nil {
		w.put(":")
		w.labels(labels, 0)
	}
	if length != nil {
		w.put("*")
		w.bound(length.Min)
		if length.Min == nil || length.Max == nil || *length.Min != *length.Max {
			if length.Min != nil || length.Max != nil {
				w.put("..")
			}
			w.bound(length.Max)
		}
	}
	if properties != nil {
		w.put(" ")
		w.expr(properties, 0)
	}
	w.where(where)
}

func (w *writer) rel(r *RelPattern) {
	if r.Direction == Left {
		w.put("<")
	}
	w.put("-")
	if r.Var != nil || r.Types != nil || r.Range != nil || r.Properties != nil || r.Where != nil {
		w.put("[")
		if r.Var != nil {
			w.name(r.Var.Name)
		}
		w.filling(r.Types, r.Range, r.Properties, r.Where)
		w.put("]")
	}
	w.put("-")
	if r.Direction == Right {
		w.put(">")
	}
	w.quantifier(r.Quantifier)
}

func (w *writer) quantifier(q *Range) {
	switch {
	case q == nil:
	case q.Max == nil && *q.Min == 0:
		w.put("*")
	case q.Max == nil && *q.Min == 1:
		w.put("+")
	case q.Max != nil && *q.Min == *q.Max:
		w.put("{")
		w.bound(q.Min)
		w.put("}")
	default:
		w.put("{")
		w.bound(q.Min)
		w.put(",")
		w.bound(q.Max)
		w.put("}")
	}
}

// labels writes a label expression: or binds weakest (1), then and (2), then not (3).
func (w *writer) labels(l LabelExpr, lowest int) {
	group := func(own int, write func()) {
		if own < lowest {
			w.put("(")
			defer w.put(")")
		}
		write()
	}
	switch l := l.(type) {
	case *LabelName:
		if l.Dynamic == nil {
			w.key(l.Name)
			return
		}
		w.put(map[bool]string{true: "$any(", false: "$("}[l.Any])
		w.expr(l.Dynamic, 0)
		w.put(")")
	case *LabelWildcard:
		w.put("%")
	case *LabelNot:
		w.put("!")
		w.labels(l.E, 3)
	case *LabelAnd:
		group(2, func() {
			w.labels(l.L, 2)
			w.put(map[bool]string{true: ":", false: "&"}[l.Colon])
			w.labels(l.R, 3)
		})
	case *LabelOr:
		group(1, func() {
			w.labels(l.L, 1)
			w.put("|")
			w.labels(l.R, 2)
		})
	}
}
