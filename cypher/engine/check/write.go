package check

import "guestgraph/cypher/engine/syntax"

func (c *checker) setItems(items []syntax.SetItem) {
	for _, item := range items {
		switch item := item.(type) {
		case *syntax.SetProperty:
			c.expr(item.Target)
			c.expr(item.Value)
		case *syntax.SetAll:
			c.expect(item.Var, c.use(item.Var), kEntity)
			c.expect(item.Value, c.expr(item.Value), kMapLike)
		case *syntax.SetLabels:
			c.labelled(item.Var, item.Labels)
		}
	}
}

func (c *checker) removeItems(items []syntax.RemoveItem) {
	for _, item := range items {
		switch item := item.(type) {
		case *syntax.RemoveProperty:
			c.expr(item.Target)
		case *syntax.RemoveLabels:
			c.labelled(item.Var, item.Labels)
		}
	}
}

func (c *checker) labelled(v *syntax.Variable, labels []syntax.LabelName) {
	c.expect(v, c.use(v), kNode)
	for _, label := range labels {
		if label.Dynamic != nil {
			c.expr(label.Dynamic)
		}
	}
}

func (c *checker) deletions(exprs []syntax.Expr) {
	for _, e := range exprs {
		if labels, ok := e.(*syntax.HasLabels); ok {
			c.failDetail(labels.Position(), "InvalidDelete", "DELETE doesn't support removing labels from a node. Try REMOVE.")
		}
		c.expect(e, c.expr(e), kEntity|kPath)
	}
}
