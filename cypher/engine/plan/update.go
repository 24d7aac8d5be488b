package plan

import (
	"guestgraph/cypher/engine/syntax"
)

// creation is what CREATE and the creating half of MERGE make.
type creation struct {
	nodes []NewNode
	rels  []NewRel
	paths []Assign
}

// creation resolves patterns to nodes and relationships to make. Variables already in scope are not made.
func (c *clauses) creation(patterns []*syntax.PathPattern) (*creation, *scope) {
	out := &creation{}
	sc := c.sc.clone()
	for _, p := range patterns {
		path := &PathOf{}
		var prev, prevName = -1, ""
		var rel *syntax.RelPattern
		for _, el := range p.Elements {
			switch el := el.(type) {
			case *syntax.RelPattern:
				rel = el
			case *syntax.NodePattern:
				slot := c.newNode(out, sc, el)
				name := nameOf(el.Var)
				if rel != nil {
					r := c.newRel(sc, rel, prev, slot, prevName, name)
					out.rels = append(out.rels, r)
					path.Steps = append(path.Steps, &Slot{r.Slot, r.Name})
				}
				path.Steps = append(path.Steps, &Slot{slot, name})
				prev, prevName, rel = slot, name, nil
			}
		}
		if p.Var != nil {
			slot := c.b.slot(p.Var.Name)
			sc.add(p.Var.Name, slot)
			out.paths = append(out.paths, Assign{slot, p.Var.Name, path})
		}
	}
	return out, sc
}

func (c *clauses) newNode(out *creation, sc *scope, n *syntax.NodePattern) int {
	if n.Var != nil {
		if slot, ok := sc.slots[n.Var.Name]; ok {
			return slot
		}
	}
	node := NewNode{Name: nameOf(n.Var), Labels: c.b.labelNames(n.Labels, sc), Props: c.b.resolve(n.Properties, sc)}
	if n.Var != nil {
		node.Slot = c.b.slot(n.Var.Name)
		sc.add(n.Var.Name, node.Slot)
	} else {
		node.Slot = c.b.hidden("n")
	}
	out.nodes = append(out.nodes, node)
	return node.Slot
}

func (c *clauses) newRel(sc *scope, r *syntax.RelPattern, from, to int, fromName, toName string) NewRel {
	if r.Direction == syntax.Left {
		from, to, fromName, toName = to, from, toName, fromName
	}
	rel := NewRel{Name: nameOf(r.Var), From: from, To: to, Props: c.b.resolve(r.Properties, sc), Names: [2]string{fromName, toName}}
	if r.Types != nil {
		rel.Type = c.b.labels(r.Types, sc)
	}
	if r.Var != nil {
		rel.Slot = c.b.slot(r.Var.Name)
		sc.add(r.Var.Name, rel.Slot)
	} else {
		rel.Slot = c.b.hidden("r")
	}
	return rel
}

func (c *clauses) create(cl *syntax.Create) {
	made, sc := c.creation(cl.Patterns)
	c.op = &Create{Base{c.op, c.op.Rows()}, made.nodes, made.rels}
	if len(made.paths) > 0 {
		c.op = &Project{Base{c.op, c.op.Rows()}, made.paths}
	}
	c.sc = sc
}

// merge plans MERGE: a pattern to look for, and the same pattern to make, on the same slots.
func (c *clauses) merge(cl *syntax.Merge) {
	m := c.b.newMatcher(c.sc)
	m.clause = "MERGE"
	m.add([]*syntax.PathPattern{cl.Pattern}, nil)
	look := c.b.solve(m.g, &Argument{Base{nil, 1}})
	merge := &Merge{Base: Base{c.op, c.op.Rows()}, Plan: look}
	seen := slotSet{}
	prev, prevName := -1, ""
	var rel *syntax.RelPattern
	path := &PathOf{}
	for _, el := range cl.Pattern.Elements {
		switch el := el.(type) {
		case *syntax.RelPattern:
			rel = el
		case *syntax.NodePattern:
			slot := m.slots[el]
			if m.g.own.has(slot) && !seen.has(slot) {
				merge.Nodes = append(merge.Nodes, NewNode{slot, nameOf(el.Var), c.b.labelNames(el.Labels, m.sc), c.b.resolve(el.Properties, m.sc)})
			}
			seen.add(slot)
			if rel != nil {
				merge.Rels = append(merge.Rels, c.mergeRel(m, rel, [2]int{prev, slot}, [2]string{prevName, nameOf(el.Var)}))
				path.Steps = append(path.Steps, &Slot{m.slots[rel], nameOf(rel.Var)})
			}
			path.Steps = append(path.Steps, &Slot{slot, nameOf(el.Var)})
			prev, prevName, rel = slot, nameOf(el.Var), nil
		}
	}
	if cl.Pattern.Var != nil {
		merge.Path = &Assign{m.sc.slots[cl.Pattern.Var.Name], cl.Pattern.Var.Name, path}
	}
	c.sc = m.sc
	for _, a := range cl.Actions {
		items := c.b.setItems(a.Items, c.sc)
		if a.OnCreate {
			merge.OnCreate = append(merge.OnCreate, items...)
		} else {
			merge.OnMatch = append(merge.OnMatch, items...)
		}
	}
	c.op = merge
}

func (c *clauses) mergeRel(m *matcher, r *syntax.RelPattern, ends [2]int, names [2]string) NewRel {
	if r.Direction == syntax.Left {
		ends[0], ends[1], names[0], names[1] = ends[1], ends[0], names[1], names[0]
	}
	rel := NewRel{Slot: m.slots[r], Name: nameOf(r.Var), From: ends[0], To: ends[1], Names: names, Props: c.b.resolve(r.Properties, m.sc)}
	if r.Types != nil {
		rel.Type = c.b.labels(r.Types, m.sc)
	}
	return rel
}

func (b *builder) setItems(items []syntax.SetItem, sc *scope) []SetItem {
	var out []SetItem
	for _, it := range items {
		switch it := it.(type) {
		case *syntax.SetProperty:
			s := b.setTarget(it.Target, sc)
			s.Value = b.resolve(it.Value, sc)
			out = append(out, s)
		case *syntax.SetAll:
			kind := SetMap
			if it.Merge {
				kind = AddMap
			}
			out = append(out, SetItem{Kind: kind, Target: b.variable(it.Var, sc), Value: b.resolve(it.Value, sc)})
		case *syntax.SetLabels:
			out = append(out, SetItem{Kind: AddLabels, Target: b.variable(it.Var, sc), Labels: b.plainLabels(it.Labels, sc)})
		}
	}
	return out
}

func (b *builder) removeItems(items []syntax.RemoveItem, sc *scope) []SetItem {
	var out []SetItem
	for _, it := range items {
		switch it := it.(type) {
		case *syntax.RemoveProperty:
			s := b.setTarget(it.Target, sc)
			s.Value = &Const{}
			out = append(out, s)
		case *syntax.RemoveLabels:
			out = append(out, SetItem{Kind: RemoveLabels, Target: b.variable(it.Var, sc), Labels: b.plainLabels(it.Labels, sc)})
		}
	}
	return out
}

func (b *builder) setTarget(t syntax.Expr, sc *scope) SetItem {
	switch t := t.(type) {
	case *syntax.Property:
		return SetItem{Kind: SetKey, Target: b.resolve(t.Expr, sc), Key: t.Key}
	case *syntax.Index:
		return SetItem{Kind: SetDynamic, Target: b.resolve(t.Expr, sc), KeyExpr: b.resolve(t.Index, sc)}
	}
	b.fail(t, "Neo.ClientError.Statement.SyntaxError", "Invalid target of SET or REMOVE")
	return SetItem{}
}

func (b *builder) plainLabels(names []syntax.LabelName, sc *scope) []*LabelExpr {
	out := make([]*LabelExpr, len(names))
	for i := range names {
		out[i] = b.labelName(&names[i], sc)
	}
	return out
}

func (c *clauses) foreach(cl *syntax.Foreach) {
	f := &Foreach{Base: Base{c.op, c.op.Rows()}, Slot: c.b.slot(cl.Var.Name), Name: cl.Var.Name, List: c.b.resolve(cl.List, c.sc)}
	in := &clauses{b: c.b, op: argument(), sc: c.sc.with(cl.Var.Name, f.Slot)}
	for i := 0; i < len(cl.Body); {
		i += in.clause(cl.Body[i:])
	}
	f.Body = in.op
	c.op = f
}
