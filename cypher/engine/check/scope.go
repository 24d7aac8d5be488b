package check

import (
	"guestgraph/cypher/engine/syntax"
)

// A binding is a variable in scope.
type binding struct {
	name string
	typ  typ
}

// A scope is the variables a clause can see: its own, which WITH replaces, and those of the query around
// a subquery, which stay visible throughout it.
type scope struct {
	vars     []binding
	outer    *scope
	imported bool // outer is what CALL (…) lets in
}

// find gives the binding of a name, an inner one before an outer.
func (s *scope) find(name string) *binding {
	for ; s != nil; s = s.outer {
		if b := s.own(name); b != nil {
			return b
		}
	}
	return nil
}

// own is find without the scopes outside.
func (s *scope) own(name string) *binding {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	return nil
}

func (s *scope) add(name string, t typ) {
	s.vars = append(s.vars, binding{name, t})
}

// names gives all names in scope, the innermost first.
func (s *scope) names() []string {
	var names []string
	for ; s != nil; s = s.outer {
		for i := len(s.vars) - 1; i >= 0; i-- {
			names = append(names, s.vars[i].name)
		}
	}
	return names
}

// clone gives a scope with the same variables, to which others can be added.
func (s *scope) clone() *scope {
	return &scope{vars: append([]binding(nil), s.vars...), outer: s.outer, imported: s.imported}
}

// undefined fails for a variable that is not in scope, naming one that is spelled alike.
func (c *checker) undefined(v *syntax.Variable) {
	hint := ""
	if near := syntax.Nearest(v.Name, c.scope.names()); near != "" {
		hint = "; did you mean `" + near + "`?"
	}
	c.failDetail(v.Position(), "UndefinedVariable", "Variable `%s` not defined%s", v.Name, hint)
}

// use gives the type of a variable, which must be in scope.
func (c *checker) use(v *syntax.Variable) typ {
	b := c.scope.find(v.Name)
	if b == nil && c.open {
		return anything
	}
	if b == nil {
		c.undefined(v)
	}
	return b.typ
}

// declare adds a new variable. One of the same name must not be in scope, not even outside.
func (c *checker) declare(v *syntax.Variable, t typ) {
	c.fresh(v.Name, v.Position())
	c.scope.add(v.Name, t)
}

// fresh fails when a name is in scope already.
func (c *checker) fresh(name string, at int) {
	if c.scope.own(name) != nil {
		c.failDetail(at, "VariableAlreadyBound", "Variable `%s` already declared", name)
	}
	if c.scope.outer.find(name) != nil {
		c.shadows(name, at)
	}
}

// shadows fails because a name of a subquery hides one outside.
func (c *checker) shadows(name string, at int) {
	if c.scope.imported {
		c.failDetail(at, "VariableAlreadyBound", "The variable `%s` is shadowing an imported variable with the same name and needs to be renamed", name)
	}
	c.failDetail(at, "VariableAlreadyBound", "The variable `%s` is shadowing a variable with the same name from the outer scope and needs to be renamed", name)
}

// inner adds a variable that a comprehension or the like binds. It may hide another, but inside EXISTS, COUNT and COLLECT
// none from around them.
func (c *checker) inner(v *syntax.Variable, t typ) {
	if !c.scope.imported && c.scope.outer.find(v.Name) != nil {
		c.shadows(v.Name, v.Position())
	}
	c.scope.add(v.Name, t)
}

// local runs f with variables of its own, which may hide others.
func (c *checker) local(f func()) {
	n := len(c.scope.vars)
	f()
	c.scope.vars = c.scope.vars[:n]
}
