package syntax

func (w *writer) clause(c Clause) {
	switch c := c.(type) {
	case *Match:
		w.match(c)
	case *Unwind:
		w.put("UNWIND ")
		w.expr(c.Expr, 0)
		w.put(" AS ")
		w.name(c.Var.Name)
	case *With:
		w.put("WITH ")
		w.projection(&c.Projection)
		w.where(c.Where)
	case *Return:
		w.put("RETURN ")
		w.projection(&c.Projection)
	case *Finish:
		w.put("FINISH")
	case *Create:
		w.put("CREATE ")
		w.patterns(c.Patterns)
	case *Merge:
		w.put("MERGE ")
		w.pathPattern(c.Pattern)
		for _, a := range c.Actions {
			w.put(" ON ", map[bool]string{true: "CREATE", false: "MATCH"}[a.OnCreate], " SET ")
			w.setItems(a.Items)
		}
	case *Set:
		w.put("SET ")
		w.setItems(c.Items)
	case *Remove:
		w.put("REMOVE ")
		w.list(len(c.Items), func(i int) { w.removeItem(c.Items[i]) })
	case *Delete:
		if c.Detach {
			w.put("DETACH ")
		}
		w.put("DELETE ")
		w.exprs(c.Exprs)
	case *Foreach:
		w.put("FOREACH (")
		w.name(c.Var.Name)
		w.put(" IN ")
		w.expr(c.List, 0)
		w.put(" |")
		for _, b := range c.Body {
			w.put(" ")
			w.clause(b)
		}
		w.put(")")
	case *CallProcedure:
		w.callProcedure(c)
	case *CallSubquery:
		w.callSubquery(c)
	case *LoadCSV:
		w.loadCSV(c)
	case *Show:
		w.show(c)
	}
}

func (w *writer) match(m *Match) {
	if m.Optional {
		w.put("OPTIONAL ")
	}
	w.put("MATCH ")
	if m.RepeatableElements {
		w.put("REPEATABLE ELEMENTS ")
	}
	w.patterns(m.Patterns)
	for _, h := range m.Hints {
		w.put(" USING ", h.Kind, " ")
		if h.Kind == "JOIN ON" {
			w.names(h.Vars)
			continue
		}
		if h.Seek {
			w.put("SEEK ")
		}
		w.name(h.Var)
		w.put(":")
		w.key(h.Label)
		if h.Kind != "SCAN" {
			w.put("(")
			w.names(h.Props)
			w.put(")")
		}
	}
	w.where(m.Where)
}

func (w *writer) where(e Expr) {
	if e != nil {
		w.put(" WHERE ")
		w.expr(e, 0)
	}
}

// projection writes items and what orders them. An item without AS is written as it was, for its text
// is the name of the column.
func (w *writer) projection(p *Projection) {
	if p.Distinct {
		w.put("DISTINCT ")
	}
	if p.Star {
		w.put("*")
		if len(p.Items) > 0 {
			w.put(", ")
		}
	}
	w.list(len(p.Items), func(i int) {
		item := p.Items[i]
		switch {
		case item.Aliased:
			w.expr(item.Expr, 0)
			w.put(" AS ")
			w.name(item.Name)
		case item.Name == implicitName(item.Expr):
			w.expr(item.Expr, 0)
		default:
			w.put(item.Name)
		}
	})
	w.order(p.OrderBy, p.Skip, p.Limit)
}

func (w *writer) order(by []SortItem, skip, limit Expr) {
	if len(by) > 0 {
		w.put(" ORDER BY ")
		w.list(len(by), func(i int) {
			w.expr(by[i].Expr, 0)
			if by[i].Desc {
				w.put(" DESC")
			}
		})
	}
	if skip != nil {
		w.put(" SKIP ")
		w.expr(skip, 0)
	}
	if limit != nil {
		w.put(" LIMIT ")
		w.expr(limit, 0)
	}
}

func (w *writer) setItems(items []SetItem) {
	w.list(len(items), func(i int) {
		switch s := items[i].(type) {
		case *SetProperty:
			w.expr(s.Target, heightPostfix)
			w.put(" = ")
			w.expr(s.Value, 0)
		case *SetAll:
			w.name(s.Var.Name)
			w.put(map[bool]string{true: " += ", false: " = "}[s.Merge])
			w.expr(s.Value, 0)
		case *SetLabels:
			w.name(s.Var.Name)
			w.labelList(s.Labels)
		}
	})
}

func (w *writer) removeItem(item RemoveItem) {
	switch r := item.(type) {
	case *RemoveProperty:
		w.expr(r.Target, heightPostfix)
	case *RemoveLabels:
		w.name(r.Var.Name)
		w.labelList(r.Labels)
	}
}

func (w *writer) labelList(labels []LabelName) {
	for i := range labels {
		w.put(":")
		w.labels(&labels[i], 0)
	}
}

func (w *writer) callProcedure(c *CallProcedure) {
	if c.Optional {
		w.put("OPTIONAL ")
	}
	w.put("CALL ")
	w.dotted(c.Name)
	if c.HasArgs {
		w.put("(")
		w.exprs(c.Args)
		w.put(")")
	}
	if c.HasYield {
		w.yield(c.Yield, c.YieldAll)
	}
	w.where(c.Where)
}

func (w *writer) yield(items []YieldItem, all bool) {
	w.put(" YIELD ")
	if all {
		w.put("*")
	}
	w.list(len(items), func(i int) {
		w.name(items[i].Name)
		if items[i].Alias != items[i].Name {
			w.put(" AS ")
			w.name(items[i].Alias)
		}
	})
}

func (w *writer) callSubquery(c *CallSubquery) {
	if c.Optional {
		w.put("OPTIONAL ")
	}
	w.put("CALL ")
	if c.HasScope {
		w.put("(")
		if c.ScopeAll {
			w.put("*")
		}
		w.list(len(c.Imports), func(i int) { w.name(c.Imports[i].Name) })
		w.put(") ")
	}
	w.put("{ ")
	w.query(c.Query)
	w.put(" }")
	t := c.InTx
	if t == nil {
		return
	}
	w.put(" IN ")
	if t.Workers != nil {
		w.expr(t.Workers, 0)
		w.put(" ")
	}
	if t.Concurrent {
		w.put("CONCURRENT ")
	}
	w.put("TRANSACTIONS")
	if t.Rows != nil {
		w.put(" OF ")
		w.expr(t.Rows, 0)
		w.put(" ROWS")
	}
	if t.OnError != "" {
		w.put(" ON ERROR ", t.OnError)
	}
	if t.Report != nil {
		w.put(" REPORT STATUS AS ")
		w.name(t.Report.Name)
	}
}

func (w *writer) loadCSV(l *LoadCSV) {
	w.put("LOAD CSV ")
	if l.WithHeaders {
		w.put("WITH HEADERS ")
	}
	w.put("FROM ")
	w.expr(l.Source, 0)
	w.put(" AS ")
	w.name(l.Var.Name)
	if l.Terminator != "" {
		w.put(" FIELDTERMINATOR ", quoteString(l.Terminator))
	}
}

func (w *writer) show(s *Show) {
	if s.What != "TERMINATE TRANSACTIONS" {
		w.put("SHOW ")
	}
	if s.Filter != "" {
		w.put(s.Filter, " ")
	}
	w.put(s.What)
	if s.Executable {
		w.put(" EXECUTABLE")
	}
	switch {
	case len(s.Names) == 0:
	case s.Executable, s.What == "DATABASES":
		w.put(map[bool]string{true: " BY ", false: " "}[s.Executable])
		w.bareName(s.Names[0])
	default:
		w.put(" ")
		w.exprs(s.Names)
	}
	if s.HasYield {
		w.yield(s.Yield, s.YieldAll)
		w.order(s.OrderBy, s.Skip, s.Limit)
	}
	w.where(s.Where)
}

// bareName writes a name given as a literal, without quotes.
func (w *writer) bareName(e Expr) {
	l, ok := e.(*Literal)
	if !ok {
		w.expr(e, 0)
		return
	}
	s, _ := l.Value.AsString()
	w.name(s)
}
