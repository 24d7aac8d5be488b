package gentest

import (
	"fmt"
	"regexp"
	"strings"

	"guestgraph/cypher/engine/syntax"
)

// expr draws an expression of kind k, depth operators deep at most.
func (g *generator) expr(k kind, depth int) syntax.Expr {
	if depth <= 0 || g.chance(25) || k == kShortest {
		return g.leaf(k)
	}
	switch n := g.r.IntN(100); {
	case n < 10:
		return g.conditional(k, depth-1)
	case n < 14 && !k.isEntity():
		return &syntax.Index{Expr: list(g.expr(k, depth-1), g.expr(k, depth-1)), Index: integer(int64(g.r.IntN(3)))}
	case n < 16 && !k.isEntity():
		return get(mapping([]string{"a"}, []syntax.Expr{g.expr(k, depth-1)}), "a")
	case n < 45 && len(functions[k]) > 0:
		return g.function(k, depth-1)
	case n < 85 && len(special[k]) > 0:
		return g.fill(pick(g, special[k]), depth-1)
	}
	return g.operator(k, depth-1)
}

func (g *generator) operator(k kind, depth int) syntax.Expr {
	switch k {
	case kInt, kFloat:
		if k == kInt && !g.plain && g.chance(15) {
			return g.countSubquery()
		}
		if g.chance(10) {
			return &syntax.Unary{Op: syntax.OpMinus, E: g.expr(k, depth)}
		}
		return binary(pick(g, []syntax.Op{syntax.OpAdd, syntax.OpSub, syntax.OpMul}), g.expr(k, depth), g.expr(k, depth))
	case kString:
		return binary(syntax.OpAdd, g.expr(k, depth), g.expr(k, depth))
	case kBool:
		return g.predicate(depth)
	case kMap:
		if g.has(kNode) {
			return &syntax.MapProjection{Expr: name(pick(g, g.of(kNode)).name), Items: []syntax.ProjectionItem{
				{Key: pick(g, nodeKeys).key}, {Key: "a", Expr: g.expr(kInt, depth)}, {All: true}}[g.r.IntN(3):]}
		}
	}
	if k.isList() && !g.plain && g.chance(30) && !k.elem().isEntity() {
		return g.collectSubquery(k.elem())
	}
	if k.isList() && g.chance(60) {
		return list(g.expr(k.elem(), depth), g.expr(k.elem(), depth))
	}
	return g.leaf(k)
}

// leaf draws a variable, a property, a constant or null.
func (g *generator) leaf(k kind) syntax.Expr {
	vars := g.of(k)
	if k.isEntity() && len(vars) == 0 {
		if k.isList() && g.chance(80) {
			return list(g.leaf(k.elem()))
		}
		return null()
	}
	if len(vars) > 0 && (k.isEntity() || g.chance(50)) {
		return name(pick(g, vars).name)
	}
	if g.chance(65) {
		if p := g.property(k); p != nil {
			return p
		}
	}
	if g.chance(6) {
		return null()
	}
	return g.constant(k)
}

// property gives a property of kind k of a node or relationship in scope, nil where there is none.
func (g *generator) property(k kind) syntax.Expr {
	var all []syntax.Expr
	for _, v := range g.scope {
		for _, p := range keysOf(v.kind) {
			if p.kind == k {
				all = append(all, get(name(v.name), p.key))
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return pick(g, all)
}

func (g *generator) conditional(k kind, depth int) syntax.Expr {
	if g.chance(40) {
		return call("coalesce", g.expr(k, depth), g.expr(k, depth))
	}
	c := &syntax.Case{}
	for range 1 + g.r.IntN(2) {
		c.Whens = append(c.Whens, syntax.When{Conds: []syntax.Expr{g.expr(kBool, depth)}, Then: g.expr(k, depth)})
	}
	if g.chance(70) {
		c.Else = g.expr(k, depth)
	}
	return c
}

func (g *generator) function(k kind, depth int) syntax.Expr {
	s := pick(g, functions[k])
	c := call(s.name)
	for _, a := range s.args {
		if a.isEntity() && !a.isList() && !g.has(a) && a != kNode && a != kRel {
			return g.leaf(k)
		}
		c.Args = append(c.Args, g.expr(a, depth))
	}
	return c
}

var hole = regexp.MustCompile(`\{(\[*[a-z]+\]*)\}`)

// fill parses a template and puts an expression in each of its holes.
func (g *generator) fill(template string, depth int) syntax.Expr {
	holes := map[string]kind{}
	source := hole.ReplaceAllStringFunc(template, func(h string) string {
		id := fmt.Sprintf("hole%d", len(holes))
		holes[id] = kind(strings.Trim(h, "{}"))
		return id
	})
	e, err := syntax.ParseExpr(source)
	if err != nil {
		panic(fmt.Sprintf("template %s: %v", template, err))
	}
	wrapper := &syntax.Unary{E: e}
	slots(wrapper, func(x syntax.Expr, set func(syntax.Expr)) bool {
		v, ok := x.(*syntax.Variable)
		if !ok || holes[v.Name] == "" {
			return !ok
		}
		set(g.expr(holes[v.Name], depth))
		return false
	})
	return wrapper.E
}

// predicate draws a boolean expression made by an operator.
func (g *generator) predicate(depth int) syntax.Expr {
	switch n := g.r.IntN(100); {
	case n < 30:
		return binary(pick(g, []syntax.Op{syntax.OpAnd, syntax.OpAnd, syntax.OpOr, syntax.OpOr, syntax.OpXor}), g.expr(kBool, depth), g.expr(kBool, depth))
	case n < 38:
		return &syntax.Unary{Op: syntax.OpNot, E: g.expr(kBool, depth)}
	case n < 48 && g.has(kNode):
		return &syntax.HasLabels{E: name(pick(g, g.of(kNode)).name), Labels: g.labels(labelNames, 2)}
	case n < 52 && g.has(kRel):
		return &syntax.HasLabels{E: name(pick(g, g.of(kRel)).name), Labels: g.labels(typeNames, 1)}
	case n < 58 && !g.plain && g.has(kNode):
		return &syntax.PatternPredicate{Pattern: g.patternPredicate(), Exists: true}
	case n < 66 && !g.plain:
		return g.existsSubquery()
	}
	k := pick(g, scalars)
	ops := []syntax.Op{syntax.OpEq, syntax.OpEq, syntax.OpNe}
	if k != kPoint && k != kDuration {
		ops = append(ops, syntax.OpLt, syntax.OpLe, syntax.OpGt, syntax.OpGe)
	}
	return compare(pick(g, ops), g.expr(k, depth), g.expr(k, depth))
}

// labels draws a label expression over names.
func (g *generator) labels(names []string, depth int) syntax.LabelExpr {
	if depth == 0 || g.chance(60) {
		if g.chance(5) {
			return &syntax.LabelWildcard{}
		}
		return label(pick(g, names))
	}
	switch g.r.IntN(4) {
	case 0:
		return &syntax.LabelNot{E: g.labels(names, depth-1)}
	case 1:
		return &syntax.LabelAnd{L: g.labels(names, depth-1), R: g.labels(names, depth-1)}
	}
	return &syntax.LabelOr{L: g.labels(names, depth-1), R: g.labels(names, depth-1)}
}
