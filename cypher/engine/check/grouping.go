package check

import (
	"slices"
	"strings"

	"guestgraph/cypher/engine/syntax"
)

const implicitGrouping = "Aggregation column contains implicit grouping expressions. For example, in 'RETURN n.a, n.a + n.b + count(*)' the aggregation expression 'n.a + n.b + count(*)' includes the implicit grouping key 'n.b'. It may be possible to rewrite the query by extracting these grouping/aggregation expressions into a preceding WITH clause. Illegal expression(s): "

// references visits what an expression refers to: variables, and properties of variables as a whole.
type references struct {
	c       *checker
	covered func(syntax.Expr) bool // not to look into; may be nil
	visit   func(syntax.Expr)      // a variable, or properties of one
	graph   func(at int)           // a pattern or subquery; may be nil
	locals  []string               // variables of comprehensions around
}

// walk visits the references in e.
func (r *references) walk(e syntax.Expr) {
	if e != nil {
		syntax.Walk(e, r.node)
	}
}

func (r *references) node(n syntax.Node) bool {
	e, ok := n.(syntax.Expr)
	if !ok {
		return true
	}
	if v := root(e); v != nil {
		if !slices.Contains(r.locals, v.Name) && (r.covered == nil || !r.covered(e)) {
			r.property(e)
		}
		return false
	}
	if r.covered != nil && r.covered(e) {
		return false
	}
	switch e := e.(type) {
	case *syntax.ListComprehension:
		r.walk(e.List)
		r.within([]string{e.Var.Name}, e.Where, e.Map)
	case *syntax.ListPredicate:
		r.walk(e.List)
		r.within([]string{e.Var.Name}, e.Where)
	case *syntax.Reduce:
		r.walk(e.Init)
		r.walk(e.List)
		r.within([]string{e.Acc.Name, e.Var.Name}, e.Expr)
	case *syntax.Subquery, *syntax.PatternComprehension, *syntax.PatternPredicate:
		r.inner(e)
	default:
		return true
	}
	return false
}

// property visits e, a variable or properties of one, unless the variable itself is covered.
func (r *references) property(e syntax.Expr) {
	if p, ok := e.(*syntax.Property); ok && r.covered != nil {
		for inner := p.Expr; ; {
			if r.covered(inner) {
				return
			}
			next, ok := inner.(*syntax.Property)
			if !ok {
				break
			}
			inner = next.Expr
		}
	}
	r.visit(e)
}

// within walks expressions that see locals.
func (r *references) within(locals []string, es ...syntax.Expr) {
	n := len(r.locals)
	r.locals = append(r.locals, locals...)
	for _, e := range es {
		r.walk(e)
	}
	r.locals = r.locals[:n]
}

// inner visits what a pattern or a subquery refers to outside of it. Its own variables are those that are
// not in scope, for it must not hide others.
func (r *references) inner(e syntax.Expr) {
	if r.graph != nil {
		r.graph(e.Position())
	}
	inside := *r
	inside.graph = nil
	visit := r.visit
	inside.visit = func(e syntax.Expr) {
		if r.c.scope.find(root(e).Name) != nil {
			visit(e)
		}
	}
	syntax.Walk(e, func(n syntax.Node) bool {
		if n == syntax.Node(e) {
			return true
		}
		return inside.node(n)
	})
}

// root gives the variable that e is, or is properties of; nil for anything else.
func root(e syntax.Expr) *syntax.Variable {
	for {
		switch x := e.(type) {
		case *syntax.Variable:
			return x
		case *syntax.Property:
			e = x.Expr
		default:
			return nil
		}
	}
}

// grouping checks the items of a projection that aggregate: outside of the aggregates they may refer only
// to what the rows are grouped by.
func (c *checker) grouping(p *projecting) {
	keys := c.keys(p)
	for _, item := range p.Items {
		if aggregates(item.Expr) {
			c.groupedOnly(item.Expr, keys)
		}
	}
}

// keys gives the variables and properties that the rows are grouped by, printed.
func (c *checker) keys(p *projecting) map[string]bool {
	keys := map[string]bool{}
	for _, item := range p.Items {
		if root(item.Expr) != nil {
			keys[syntax.FormatExpr(item.Expr)] = true
		}
	}
	if p.Star {
		for _, b := range c.scope.vars {
			keys[syntax.QuoteName(b.name)] = true
		}
	}
	return keys
}

// groupedOnly fails where e, outside of aggregates, refers to what is not among keys.
func (c *checker) groupedOnly(e syntax.Expr, keys map[string]bool) {
	at := -1
	var illegal []string
	r := references{c: c, covered: func(e syntax.Expr) bool {
		return isAggregate(e) || root(e) != nil && keys[syntax.FormatExpr(e)]
	}}
	r.visit = func(e syntax.Expr) {
		if at < 0 {
			at = place(e)
		}
		if s := syntax.FormatExpr(e); !slices.Contains(illegal, s) {
			illegal = append(illegal, s)
		}
	}
	r.walk(e)
	if at >= 0 {
		c.failDetail(at, "AmbiguousAggregationExpression", "%s%s", implicitGrouping, strings.Join(illegal, ", "))
	}
}

// sortedGroups is groupedOnly for a key of ORDER BY, which may refer to the columns by name as well.
func (c *checker) sortedGroups(p *projecting, e syntax.Expr) {
	keys := c.keys(p)
	for _, col := range p.cols {
		keys[syntax.QuoteName(col.name)] = true
	}
	c.groupedOnly(e, keys)
}
