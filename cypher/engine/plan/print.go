package plan

import (
	"fmt"
	"strings"

	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// A printer writes expressions as Cypher.
type printer struct {
	b     strings.Builder
	slots bool        // write the numbers of slots, so that equal texts mean equal expressions
	local map[int]int // slots bound inside the expression, in order of binding
}

// bind makes a slot local: it is then written by its place, which equal expressions share.
func (p *printer) bind(slots ...int) {
	if p.local == nil {
		p.local = map[int]int{}
	}
	for _, s := range slots {
		p.local[s] = len(p.local)
	}
}

var opText = map[syntax.Op]string{
	syntax.OpOr: "OR", syntax.OpXor: "XOR", syntax.OpAnd: "AND", syntax.OpNot: "NOT",
	syntax.OpAdd: "+", syntax.OpSub: "-", syntax.OpMul: "*", syntax.OpDiv: "/", syntax.OpMod: "%", syntax.OpPow: "^",
	syntax.OpConcat: "||", syntax.OpPlus: "+", syntax.OpMinus: "-",
	syntax.OpEq: "=", syntax.OpNe: "<>", syntax.OpLt: "<", syntax.OpLe: "<=", syntax.OpGt: ">", syntax.OpGe: ">=",
	syntax.OpIn: "IN", syntax.OpStartsWith: "STARTS WITH", syntax.OpEndsWith: "ENDS WITH", syntax.OpContains: "CONTAINS", syntax.OpRegex: "=~",
}

func (p *printer) f(format string, args ...any) { fmt.Fprintf(&p.b, format, args...) }

func (p *printer) list(es []Expr, sep string) {
	for i, e := range es {
		if i > 0 {
			p.b.WriteString(sep)
		}
		p.expr(e)
	}
}

// parts writes strings as they are and expressions printed.
func (p *printer) parts(parts ...any) {
	for _, x := range parts {
		switch x := x.(type) {
		case string:
			p.b.WriteString(x)
		case Expr:
			p.expr(x)
		}
	}
}

func (p *printer) slot(n int, name string) {
	if !p.slots {
		p.b.WriteString(name)
	} else if i, ok := p.local[n]; ok {
		p.f("@%d", i)
	} else {
		p.f("#%d", n)
	}
}

func (p *printer) expr(e Expr) {
	switch e := e.(type) {
	case nil:
	case *Const:
		p.b.WriteString(value.Format(e.V, nil))
	case *Slot:
		p.slot(e.N, e.Name)
	case *Param:
		p.f("$%s", e.Name)
	case *List:
		p.b.WriteByte('[')
		p.list(e.Items, ", ")
		p.b.WriteByte(']')
	case *Map:
		p.b.WriteByte('{')
		for i, k := range e.Keys {
			if i > 0 {
				p.b.WriteString(", ")
			}
			p.parts(k, ": ", e.Vals[i])
		}
		p.b.WriteByte('}')
	case *Prop:
		p.parts(e.E, ".", e.Key)
	case *Index:
		p.parts(e.E, "[", e.I, "]")
	case *Slice:
		p.parts(e.E, "[", e.From, "..", e.To, "]")
	case *Unary:
		if e.Op == syntax.OpNot {
			p.parts("NOT ", e.E)
		} else {
			p.parts(opText[e.Op], e.E)
		}
	case *Binary:
		p.parts(p.open(e.L), e.L, p.close(e.L), " ", opText[e.Op], " ", p.open(e.R), e.R, p.close(e.R))
	case *Logic:
		for i, a := range e.Args {
			if i > 0 {
				p.f(" %s ", opText[e.Op])
			}
			p.parts(p.open(a), a, p.close(a))
		}
	default:
		p.compound(e)
	}
}

func (p *printer) open(e Expr) string {
	switch e.(type) {
	case *Binary, *Logic:
		return "("
	}
	return ""
}

func (p *printer) close(e Expr) string {
	if p.open(e) != "" {
		return ")"
	}
	return ""
}

func (p *printer) compound(e Expr) {
	not := func(n bool) string {
		if n {
			return "NOT "
		}
		return ""
	}
	switch e := e.(type) {
	case *IsNull:
		p.parts(e.E, " IS ", not(e.Not), "NULL")
	case *IsTyped:
		p.parts(e.E, " IS ", not(e.Not), ":: ", fmt.Sprint(e.Type.Name, e.Type.NotNull, e.Type.Position()))
	case *IsNormalized:
		p.parts(e.E, " IS ", not(e.Not), e.Form, " NORMALIZED")
	case *HasLabels:
		p.parts(e.E, ":")
		p.labels(e.Labels)
	case *Call:
		p.b.WriteString(e.Fn.Name + "(")
		if e.Star {
			p.b.WriteByte('*')
		}
		if e.Distinct {
			p.b.WriteString("DISTINCT ")
		}
		p.list(e.Args, ", ")
		p.b.WriteByte(')')
	case *Case:
		p.b.WriteString("CASE")
		for _, w := range e.Whens {
			p.parts(" WHEN ", w.Cond, " THEN ", w.Then)
		}
		p.parts(" ELSE ", e.Else, " END")
	case *Let:
		p.bind(e.Slot)
		p.parts("LET ", e.E, " IN ", e.Body)
	case *PathOf:
		p.b.WriteString("path(")
		p.list(e.Steps, ", ")
		p.b.WriteByte(')')
	case *Degree:
		p.parts("getDegree((", e.Node, ")"+arrow(e.Dir, types(e.Types, ""))+"())")
		if e.Any {
			p.b.WriteString(" > 0")
		}
	case *MapProj:
		p.parts(e.E, "{")
		for _, it := range e.Items {
			p.parts(it.Key, ": ", it.E, ", ")
		}
		p.b.WriteByte('}')
	default:
		p.binding(e)
	}
}

// binding prints the expressions with slots of their own, and the nested plans.
func (p *printer) binding(e Expr) {
	switch e := e.(type) {
	case *ListComp:
		p.bind(e.Slot)
		p.b.WriteByte('[')
		p.slot(e.Slot, "x")
		p.parts(" IN ", e.List, " WHERE ", e.Where, " | ", e.Map, "]")
	case *Reduce:
		p.bind(e.Acc, e.Slot)
		p.b.WriteString("reduce(")
		p.slot(e.Acc, "acc")
		p.parts(" = ", e.Init, ", x IN ", e.List, " | ", e.Body, ")")
	case *Quantifier:
		p.bind(e.Slot)
		p.b.WriteString(e.Kind + "(")
		p.slot(e.Slot, "x")
		p.parts(" IN ", e.List, " WHERE ", e.Where, ")")
	case *Nested:
		name := [...]string{"EXISTS", "COUNT", "COLLECT", "FIRST"}[e.Kind]
		if p.slots {
			p.f("%s{%p}", name, e)
			return
		}
		p.f("%s{…}", name)
	default:
		p.f("?%T", e)
	}
}

func (p *printer) labels(l *LabelExpr) {
	switch l.Kind {
	case LabelName:
		p.b.WriteString(l.Name)
	case LabelDynamic:
		p.parts("$(", l.Dynamic, ")")
	case LabelWildcard:
		p.b.WriteByte('%')
	case LabelNot:
		p.b.WriteByte('!')
		p.labels(l.L)
	default:
		p.b.WriteByte('(')
		p.labels(l.L)
		p.b.WriteString(map[LabelKind]string{LabelAnd: "&", LabelOr: "|"}[l.Kind])
		p.labels(l.R)
		p.b.WriteByte(')')
	}
}
