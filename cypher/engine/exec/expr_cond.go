package exec

import (
	"regexp"

	"golang.org/x/text/unicode/norm"

	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// cond compiles an expression as a predicate.
func (c *compiler) cond(e plan.Expr) cond {
	switch e := e.(type) {
	case *plan.Logic:
		return c.logic(e)
	case *plan.Unary:
		if e.Op == syntax.OpNot {
			p := c.cond(e.E)
			return func(st *state) (value.Ternary, error) {
				t, err := p(st)
				return t.Not(), err
			}
		}
	case *plan.Binary:
		if p := c.comparison(e); p != nil {
			return p
		}
	case *plan.IsNull:
		x, not := c.expr(e.E), e.Not
		return func(st *state) (value.Ternary, error) {
			v, err := x(st)
			return value.TernaryOf(v.IsNull() != not), err
		}
	case *plan.IsTyped:
		x, not, t := c.expr(e.E), e.Not, typeOf(e.Type)
		return func(st *state) (value.Ternary, error) {
			v, err := x(st)
			return value.TernaryOf(value.IsType(v, t) != not), err
		}
	case *plan.IsNormalized:
		return c.normalized(e)
	case *plan.HasLabels:
		return c.hasLabels(e)
	case *plan.Quantifier:
		return c.quantifier(e)
	case *plan.Degree:
		if e.Any {
			return c.anyDegree(e)
		}
	}
	x := c.expr(e)
	return func(st *state) (value.Ternary, error) {
		v, err := x(st)
		if err != nil {
			return value.Unknown, err
		}
		return value.Truth(v)
	}
}

// logic is AND or OR: operands after the deciding one are not asked.
func (c *compiler) logic(e *plan.Logic) cond {
	args := make([]cond, len(e.Args))
	for i, a := range e.Args {
		args[i] = c.cond(a)
	}
	decisive := value.TernaryOf(e.Op == syntax.OpOr)
	return func(st *state) (value.Ternary, error) {
		result := decisive.Not()
		for _, a := range args {
			t, err := a(st)
			if err != nil {
				return value.Unknown, err
			}
			if t == decisive {
				return decisive, nil
			}
			if t == value.Unknown {
				result = value.Unknown
			}
		}
		return result, nil
	}
}

func (c *compiler) comparison(e *plan.Binary) cond {
	if e.Op == syntax.OpXor {
		l, r := c.cond(e.L), c.cond(e.R)
		return func(st *state) (value.Ternary, error) {
			a, err := l(st)
			if err != nil {
				return a, err
			}
			b, err := r(st)
			return a.Xor(b), err
		}
	}
	if e.Op == syntax.OpIn {
		return c.in(e)
	}
	if e.Op == syntax.OpRegex {
		return c.regex(e)
	}
	f := comparator(e.Op)
	if f == nil {
		return nil
	}
	l, r := c.expr(e.L), c.expr(e.R)
	return func(st *state) (value.Ternary, error) {
		a, err := l(st)
		if err != nil {
			return value.Unknown, err
		}
		b, err := r(st)
		if err != nil {
			return value.Unknown, err
		}
		return f(a, b), nil
	}
}

func comparator(op syntax.Op) func(a, b value.Value) value.Ternary {
	switch op {
	case syntax.OpEq:
		return value.Equal
	case syntax.OpNe:
		return func(a, b value.Value) value.Ternary { return value.Equal(a, b).Not() }
	case syntax.OpLt:
		return value.Less
	case syntax.OpLe:
		return value.LessEqual
	case syntax.OpGt:
		return value.Greater
	case syntax.OpGe:
		return value.GreaterEqual
	case syntax.OpStartsWith:
		return value.StartsWith
	case syntax.OpEndsWith:
		return value.EndsWith
	case syntax.OpContains:
		return value.Contains
	}
	return nil
}

// in is x IN list.
func (c *compiler) in(e *plan.Binary) cond {
	l, r := c.expr(e.L), c.expr(e.R)
	return func(st *state) (value.Ternary, error) {
		x, err := l(st)
		if err != nil {
			return value.Unknown, err
		}
		list, err := r(st)
		if err != nil {
			return value.Unknown, err
		}
		return value.In(x, list), nil
	}
}

// regex keeps the pattern it compiled last.
func (c *compiler) regex(e *plan.Binary) cond {
	l, r := c.expr(e.L), c.expr(e.R)
	var source string
	var re *regexp.Regexp
	return func(st *state) (value.Ternary, error) {
		a, err := l(st)
		if err != nil {
			return value.Unknown, err
		}
		b, err := r(st)
		if err != nil {
			return value.Unknown, err
		}
		text, ok1 := a.AsString()
		pattern, ok2 := b.AsString()
		if !ok1 || !ok2 {
			return value.Matches(a, b)
		}
		if re == nil || pattern != source {
			if re, err = value.Pattern(pattern); err != nil {
				return value.Unknown, err
			}
			source = pattern
		}
		return value.TernaryOf(re.MatchString(text)), nil
	}
}

func typeOf(t *syntax.Type) *value.Type {
	if t == nil {
		return nil
	}
	v := &value.Type{Name: t.Name, NotNull: t.NotNull, Elem: typeOf(t.Elem)}
	for _, u := range t.Union {
		v.Union = append(v.Union, typeOf(u))
	}
	return v
}

func (c *compiler) normalized(e *plan.IsNormalized) cond {
	form := map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}[e.Form]
	x := c.expr(e.E)
	return func(st *state) (value.Ternary, error) {
		v, err := x(st)
		s, ok := v.AsString()
		if err != nil || !ok {
			return value.Unknown, err
		}
		return value.TernaryOf(form.IsNormalString(s) != e.Not), nil
	}
}
