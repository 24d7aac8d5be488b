package check

import (
	"strings"

	"guestgraph/cypher/engine/syntax"
)

// labels checks the label expression of a node, or of a value.
func (c *checker) labels(l syntax.LabelExpr) {
	if l == nil {
		return
	}
	colon, other := -1, false
	c.eachLabel(l, func(l syntax.LabelExpr) {
		switch l := l.(type) {
		case *syntax.LabelAnd:
			if l.Colon && colon < 0 {
				colon = l.Position()
			}
			other = other || !l.Colon
		case *syntax.LabelOr, *syntax.LabelNot, *syntax.LabelWildcard:
			other = true
		}
	})
	if colon >= 0 && other {
		better := strings.ReplaceAll(syntax.FormatLabels(l), ":", "&")
		c.fail(colon, "Mixing label expression symbols ('|', '&', '!', and '%%') with colon (':') between labels is not allowed. Please only use one set of symbols. This expression could be expressed as :%s.", better)
	}
}

// types checks the type expression of a relationship.
func (c *checker) types(l syntax.LabelExpr) {
	if l == nil {
		return
	}
	c.eachLabel(l, func(l syntax.LabelExpr) {
		if and, ok := l.(*syntax.LabelAnd); ok && and.Colon {
			c.fail(and.Position(), "Relationship types in a relationship type expressions may not be combined using ':'")
		}
	})
}

// eachLabel visits the parts of a label expression and checks the expressions in it.
func (c *checker) eachLabel(l syntax.LabelExpr, visit func(syntax.LabelExpr)) {
	syntax.WalkLabels(l, func(l syntax.LabelExpr) {
		visit(l)
		if name, ok := l.(*syntax.LabelName); ok && name.Dynamic != nil {
			c.with(aggRefused, func() { c.want(name.Dynamic, just(kString|kList)) })
		}
	})
}
