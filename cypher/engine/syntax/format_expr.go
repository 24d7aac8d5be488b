package syntax

import (
	"strings"

	"guestgraph/cypher/engine/value"
)

// How strongly the printed forms bind, continuing the strengths of operators.
const (
	heightUnary   = strengthPow + 1 + iota // -e
	heightLabel                            // e:A
	heightPostfix                          // e.key, e[i]
	heightAtom
)

var opText = [...]string{
	OpOr: "OR", OpXor: "XOR", OpAnd: "AND", OpNot: "NOT ", OpAdd: "+", OpSub: "-", OpMul: "*", OpDiv: "/", OpMod: "%",
	OpPow: "^", OpConcat: "||", OpPlus: "+", OpMinus: "-", OpEq: "=", OpNe: "<>", OpLt: "<", OpLe: "<=", OpGt: ">",
	OpGe: ">=", OpIn: "IN", OpStartsWith: "STARTS WITH", OpEndsWith: "ENDS WITH", OpContains: "CONTAINS", OpRegex: "=~",
}

// String gives the operator as it is written in Cypher.
func (o Op) String() string { return strings.TrimSpace(opText[o]) }

var opStrength = [...]int{
	OpOr: strengthOr, OpXor: strengthXor, OpAnd: strengthAnd, OpAdd: strengthAdd, OpSub: strengthAdd, OpConcat: strengthAdd,
	OpMul: strengthMul, OpDiv: strengthMul, OpMod: strengthMul, OpPow: strengthPow, OpIn: strengthPredicate,
	OpStartsWith: strengthPredicate, OpEndsWith: strengthPredicate, OpContains: strengthPredicate, OpRegex: strengthPredicate,
}

// strength tells how strongly the outermost operator of e binds.
func strength(e Expr) int {
	switch e := e.(type) {
	case *Unary:
		if e.Op == OpNot {
			return strengthNot
		}
		return heightUnary
	case *Binary:
		return opStrength[e.Op]
	case *Comparison:
		return strengthComparison
	case *IsNull, *IsTyped, *IsNormalized:
		return strengthPredicate
	case *HasLabels:
		return heightLabel
	case *Property, *Index, *Slice:
		return heightPostfix
	case *Literal:
		if strings.HasPrefix(e.Text, "-") {
			return heightUnary
		}
	}
	return heightAtom
}

// expr writes e, in parentheses when it binds less than lowest.
func (w *writer) expr(e Expr, lowest int) {
	if strength(e) < lowest {
		w.put("(")
		defer w.put(")")
	}
	switch e := e.(type) {
	case *Binary:
		w.binary(e)
	case *Comparison:
		w.expr(e.First, strengthPredicate)
		for i, op := range e.Ops {
			w.put(" ", opText[op], " ")
			w.expr(e.Rest[i], strengthPredicate)
		}
	case *Unary:
		w.unary(e)
	case *IsNull:
		w.expr(e.E, strengthAdd)
		w.put(" IS ", notText(e.Not), "NULL")
	case *IsTyped:
		w.expr(e.E, strengthAdd)
		w.put(" IS ", notText(e.Not), ":: ")
		w.typ(e.Type)
	case *IsNormalized:
		w.expr(e.E, strengthAdd)
		w.put(" IS ", notText(e.Not), e.Form, " NORMALIZED")
	case *HasLabels:
		w.expr(e.E, heightLabel)
		w.put(":")
		w.labels(e.Labels, 0)
	case *Property:
		w.expr(e.Expr, heightPostfix)
		w.put(".")
		w.key(e.Key)
	case *Index:
		w.expr(e.Expr, heightPostfix)
		w.put("[")
		w.expr(e.Index, 0)
		w.put("]")
	case *Slice:
		w.slice(e)
	default:
		w.atom(e)
	}
}

func notText(not bool) string {
	if not {
		return "NOT "
	}
	return ""
}

// binary writes l op r. Operators associate to the left; of the predicates only one can stand without
// parentheses.
func (w *writer) binary(e *Binary) {
	s := opStrength[e.Op]
	left := s
	if s == strengthPredicate {
		left = strengthAdd
	}
	w.expr(e.L, left)
	w.put(" ", opText[e.Op], " ")
	w.expr(e.R, s+1)
}

// unary writes NOT e, +e or -e; -(1) keeps its parentheses, since -1 is a literal, and so does -(-x), which
// Neo4j does not read without.
func (w *writer) unary(e *Unary) {
	w.put(opText[e.Op])
	if e.Op == OpNot {
		w.expr(e.E, strengthNot)
		return
	}
	l, ok := leftmost(e.E).(*Literal)
	_, signed := leftmost(e.E).(*Unary)
	if signed || ok && l.Value.Kind() != value.KindString {
		w.put("(")
		w.expr(e.E, 0)
		w.put(")")
		return
	}
	w.expr(e.E, heightUnary)
}

// leftmost gives the expression whose text begins e.
func leftmost(e Expr) Expr {
	for {
		switch x := e.(type) {
		case *Property:
			e = x.Expr
		case *Index:
			e = x.Expr
		case *Slice:
			e = x.Expr
		case *HasLabels:
			e = x.E
		case *Binary:
			e = x.L
		case *Comparison:
			e = x.First
		case *IsNull:
			e = x.E
		case *IsTyped:
			e = x.E
		case *IsNormalized:
			e = x.E
		default:
			return e
		}
	}
}

func (w *writer) slice(e *Slice) {
	w.expr(e.Expr, heightPostfix)
	w.put("[")
	if e.From != nil {
		w.expr(e.From, 0)
	}
	w.put("..")
	if e.To != nil {
		w.expr(e.To, 0)
	}
	w.put("]")
}

// atom writes an expression that needs no parentheses.
func (w *writer) atom(e Expr) {
	switch e := e.(type) {
	case *Variable:
		w.name(e.Name)
	case *Literal:
		w.literal(e)
	case *Parameter:
		w.put("$")
		w.parameterName(e.Name)
	case *ListLiteral:
		w.put("[")
		w.exprs(e.Items)
		w.put("]")
	case *MapLiteral:
		w.mapLiteral(e)
	case *Call:
		w.call(e)
	case *Case:
		w.caseExpr(e)
	case *ListComprehension:
		w.listComprehension(e)
	case *PatternComprehension:
		w.put("[")
		w.pathPattern(e.Pattern)
		w.where(e.Where)
		w.put(" | ")
		w.guarded(e.Map)
		w.put("]")
	case *Reduce:
		w.reduce(e)
	case *ListPredicate:
		w.put(e.Kind, "(")
		w.name(e.Var.Name)
		w.put(" IN ")
		w.expr(e.List, 0)
		w.where(e.Where)
		w.put(")")
	case *PatternPredicate:
		if e.Exists {
			w.put("exists(")
			defer w.put(")")
		}
		w.pathPattern(e.Pattern)
	case *Subquery:
		w.subquery(e)
	case *MapProjection:
		w.mapProjection(e)
	case *Compared:
		w.compared(e)
	}
}

// compared writes a condition of CASE without the input it compares.
func (w *writer) compared(c *Compared) {
	inner := &writer{}
	inner.expr(c.Expr, 0)
	w.put(strings.TrimPrefix(inner.b.String(), " "))
}

func (w *writer) mapLiteral(m *MapLiteral) {
	w.put("{")
	w.list(len(m.Keys), func(i int) {
		w.key(m.Keys[i].Name)
		w.put(": ")
		w.expr(m.Values[i], 0)
	})
	w.put("}")
}

func (w *writer) call(c *Call) {
	w.dotted(c.Name)
	w.put("(")
	if c.Distinct {
		w.put("DISTINCT ")
	}
	if c.Star {
		w.put("*")
	}
	w.exprs(c.Args)
	w.put(")")
}

func (w *writer) caseExpr(c *Case) {
	w.put("CASE")
	if c.Input != nil {
		w.put(" ")
		w.expr(c.Input, 0)
	}
	for _, when := range c.Whens {
		w.put(" WHEN ")
		w.exprs(when.Conds)
		w.put(" THEN ")
		w.expr(when.Then, 0)
	}
	if c.Else != nil {
		w.put(" ELSE ")
		w.expr(c.Else, 0)
	}
	w.put(" END")
}

// guarded writes e, in parentheses when it has a | that could be taken for the one of the comprehension
// around it.
func (w *writer) guarded(e Expr) {
	s := FormatExpr(e)
	if strings.Contains(s, "|") {
		s = "(" + s + ")"
	}
	w.put(s)
}

func (w *writer) listComprehension(c *ListComprehension) {
	w.put("[")
	w.name(c.Var.Name)
	w.put(" IN ")
	if c.Map != nil {
		w.expr(c.List, 0)
		w.where(c.Where)
		w.put(" | ")
		w.guarded(c.Map)
	} else {
		w.guarded(c.List)
		if c.Where != nil {
			w.put(" WHERE ")
			w.guarded(c.Where)
		}
	}
	w.put("]")
}

func (w *writer) reduce(r *Reduce) {
	w.put("reduce(")
	w.name(r.Acc.Name)
	w.put(" = ")
	w.expr(r.Init, 0)
	w.put(", ")
	w.name(r.Var.Name)
	w.put(" IN ")
	w.expr(r.List, 0)
	w.put(" | ")
	w.guarded(r.Expr)
	w.put(")")
}

func (w *writer) subquery(s *Subquery) {
	w.put(strings.ToUpper(s.Kind), " { ")
	if m, ok := s.Query.Parts[0].Clauses[0].(*Match); ok && s.Short {
		w.patterns(m.Patterns)
		w.where(m.Where)
	} else {
		w.query(s.Query)
	}
	w.put(" }")
}

func (w *writer) mapProjection(m *MapProjection) {
	w.expr(m.Expr, heightAtom)
	w.put("{")
	w.list(len(m.Items), func(i int) {
		item := m.Items[i]
		switch v, isVariable := item.Expr.(*Variable); {
		case item.All:
			w.put(".*")
		case item.Expr == nil:
			w.put(".")
			w.key(item.Key)
		case isVariable && v.Name == item.Key:
			w.name(v.Name)
		default:
			w.key(item.Key)
			w.put(": ")
			w.expr(item.Expr, 0)
		}
	})
	w.put("}")
}
