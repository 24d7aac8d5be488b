package exec

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// eval gives the value of an expression on the current row.
type eval func(*state) (value.Value, error)

// cond gives the truth of a predicate on the current row.
type cond func(*state) (value.Ternary, error)

// compiler makes closures and operators of a plan.
type compiler struct {
	params   []string
	number   map[string]int
	profile  map[plan.Op]*profiled // nil unless profiling
	readOnly bool                  // the plan writes nothing
	slots    int                   // of a row
}

func constant(v value.Value) eval { return func(*state) (value.Value, error) { return v, nil } }

// expr compiles an expression.
func (c *compiler) expr(e plan.Expr) eval {
	f := c.exprNode(e)
	if foldable(e) {
		if v, err := f(&state{}); err == nil {
			return constant(v)
		}
	}
	return f
}

// foldable tells whether an expression is of literals and operators only. One that fails is left to
// fail when it is run, which may be never.
func foldable(e plan.Expr) bool {
	switch e := e.(type) {
	case *plan.Const:
		return true
	case *plan.List:
		for _, it := range e.Items {
			if !foldable(it) {
				return false
			}
		}
		return true
	case *plan.Map:
		for _, v := range e.Vals {
			if !foldable(v) {
				return false
			}
		}
		return true
	case *plan.Unary:
		return foldable(e.E)
	case *plan.Binary:
		return foldable(e.L) && foldable(e.R)
	}
	return false
}

func (c *compiler) exprNode(e plan.Expr) eval {
	switch e := e.(type) {
	case *plan.Const:
		return constant(e.V)
	case *plan.Slot:
		n := e.N
		return func(st *state) (value.Value, error) { return st.frame[n], nil }
	case *plan.Param:
		n := c.param(e.Name)
		return func(st *state) (value.Value, error) { return st.params[n], nil }
	case *plan.List:
		return c.list(e)
	case *plan.Map:
		return c.mapLiteral(e)
	case *plan.Prop:
		return c.prop(e)
	case *plan.Index:
		l, i := c.expr(e.E), c.expr(e.I)
		return both(l, i, func(st *state, a, b value.Value) (value.Value, error) { return value.At(st.tx, a, b) })
	case *plan.Slice:
		return c.slice(e)
	case *plan.Unary:
		if e.Op != syntax.OpNot {
			return c.sign(e)
		}
	case *plan.Binary:
		if f := arithmetic(e.Op); f != nil {
			return c.arithmetic(e, f)
		}
	case *plan.Call:
		return c.call(e)
	case *plan.Case:
		return c.caseExpr(e)
	case *plan.Let:
		return c.let(e)
	case *plan.ListComp:
		return c.listComp(e)
	case *plan.Reduce:
		return c.reduce(e)
	case *plan.Nested:
		return c.nested(e)
	case *plan.MapProj:
		return c.mapProj(e)
	case *plan.PathOf:
		return c.pathOf(e)
	case *plan.Degree:
		return c.degree(e)
	}
	p := c.cond(e)
	return func(st *state) (value.Value, error) {
		t, err := p(st)
		return t.Value(), err
	}
}

func (c *compiler) exprs(es []plan.Expr) []eval {
	out := make([]eval, len(es))
	for i, e := range es {
		out[i] = c.expr(e)
	}
	return out
}

// opt compiles an expression that may be absent.
func (c *compiler) opt(e plan.Expr) eval {
	if e == nil {
		return nil
	}
	return c.expr(e)
}

func (c *compiler) param(name string) int {
	if n, ok := c.number[name]; ok {
		return n
	}
	if c.number == nil {
		c.number = map[string]int{}
	}
	c.number[name] = len(c.params)
	c.params = append(c.params, name)
	return len(c.params) - 1
}

func both(l, r eval, f func(*state, value.Value, value.Value) (value.Value, error)) eval {
	return func(st *state) (value.Value, error) {
		a, err := l(st)
		if err != nil {
			return value.Value{}, err
		}
		b, err := r(st)
		if err != nil {
			return value.Value{}, err
		}
		return f(st, a, b)
	}
}

func arithmetic(op syntax.Op) func(a, b value.Value) (value.Value, error) {
	switch op {
	case syntax.OpAdd:
		return value.Add
	case syntax.OpSub:
		return value.Sub
	case syntax.OpMul:
		return value.Mul
	case syntax.OpDiv:
		return value.Div
	case syntax.OpMod:
		return value.Mod
	case syntax.OpPow:
		return value.Pow
	case syntax.OpConcat:
		return value.Concat
	}
	return nil
}

// bigText is the size from which the result of + is held against the memory limit.
const bigText = 1 << 16

func (c *compiler) arithmetic(e *plan.Binary, f func(a, b value.Value) (value.Value, error)) eval {
	l, r := c.expr(e.L), c.expr(e.R)
	if e.Op != syntax.OpAdd && e.Op != syntax.OpConcat {
		return both(l, r, func(_ *state, a, b value.Value) (value.Value, error) { return f(a, b) })
	}
	return both(l, r, func(st *state, a, b value.Value) (value.Value, error) {
		v, err := f(a, b)
		if err != nil {
			return v, err
		}
		n := 0
		if s, ok := v.AsString(); ok {
			n = len(s)
		} else if l, ok := v.AsList(); ok {
			n = len(l) * valueSize
		}
		if n > bigText {
			err = st.fits(int64(n))
		}
		return v, err
	})
}

func (c *compiler) sign(e *plan.Unary) eval {
	x := c.expr(e.E)
	return func(st *state) (value.Value, error) {
		v, err := x(st)
		if err != nil || v.IsNull() {
			return v, err
		}
		if e.Op == syntax.OpMinus {
			return value.Neg(v)
		}
		if _, ok := v.AsNumber(); !ok {
			return v, fault.New(fault.TypeError, "Cannot apply unary plus to `%s`", value.Describe(v))
		}
		return v, nil
	}
}

func (c *compiler) caseExpr(e *plan.Case) eval {
	type branch struct {
		when cond
		then eval
	}
	var branches []branch
	for _, w := range e.Whens {
		branches = append(branches, branch{c.cond(w.Cond), c.expr(w.Then)})
	}
	other := constant(value.Value{})
	if e.Else != nil {
		other = c.expr(e.Else)
	}
	return func(st *state) (value.Value, error) {
		for i := range branches {
			t, err := branches[i].when(st)
			if err != nil {
				return value.Value{}, err
			}
			if t == value.True {
				return branches[i].then(st)
			}
		}
		return other(st)
	}
}

func (c *compiler) let(e *plan.Let) eval {
	x, body := c.expr(e.E), c.expr(e.Body)
	return func(st *state) (value.Value, error) {
		v, err := x(st)
		if err != nil {
			return v, err
		}
		st.frame[e.Slot] = v
		return body(st)
	}
}
