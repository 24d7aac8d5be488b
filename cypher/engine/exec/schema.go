package exec

import (
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
	"guestgraph/cypher/engine/value"
)

// A Note tells of a schema command that IF NOT EXISTS or IF EXISTS made do nothing.
type Note struct {
	Command string // in full
	Object  string // what is there already, or the name of what is not there
	Absent  bool
}

// schemaChange runs a schema command.
type schemaChange struct {
	source
	command syntax.Body
	name    eval // of a name given as parameter
	options eval
}

func (c *compiler) schema(p *plan.Schema) operator {
	s := &schemaChange{source: source{c.op(p.Src)}, command: p.Command, options: c.opt(p.Options)}
	var param *syntax.Parameter
	switch cmd := p.Command.(type) {
	case *syntax.CreateIndex:
		param = cmd.NameParam
	case *syntax.CreateConstraint:
		param = cmd.NameParam
	case *syntax.DropIndex:
		param = cmd.NameParam
	case *syntax.DropConstraint:
		param = cmd.NameParam
	}
	if param != nil {
		s.name = c.expr(&plan.Param{Name: param.Name})
	}
	return s
}

func (s *schemaChange) next(st *state) (bool, error) {
	ok, err := s.src.next(st)
	if err != nil || !ok {
		return false, err
	}
	name := func(fixed string) (string, error) {
		if s.name == nil {
			return fixed, nil
		}
		v, err := s.name(st)
		if err != nil {
			return "", err
		}
		n, ok := v.AsString()
		if !ok {
			return "", fault.New(fault.ArgumentError, "Expected a string as the name, but got %s", value.Describe(v))
		}
		return n, nil
	}
	switch cmd := s.command.(type) {
	case *syntax.CreateIndex:
		return true, s.createIndex(st, cmd, name)
	case *syntax.CreateConstraint:
		return true, s.createConstraint(st, cmd, name)
	case *syntax.DropIndex:
		n, err := name(cmd.Name)
		if err != nil {
			return false, err
		}
		dropped, err := st.tx.DropIndex(n, cmd.IfExists)
		if dropped {
			st.counters.IndexesRemoved++
		} else if err == nil {
			st.notes = append(st.notes, Note{"DROP INDEX " + n + " IF EXISTS", n, true})
		}
		return true, err
	case *syntax.DropConstraint:
		n, err := name(cmd.Name)
		if err != nil {
			return false, err
		}
		dropped, err := st.tx.DropConstraint(n, cmd.IfExists)
		if dropped {
			st.counters.ConstraintsRemoved++
		} else if err == nil {
			st.notes = append(st.notes, Note{"DROP CONSTRAINT " + n + " IF EXISTS", n, true})
		}
		return true, err
	}
	return false, fault.New(fault.SyntaxError, "unsupported schema command")
}

func (s *schemaChange) createIndex(st *state, cmd *syntax.CreateIndex, name func(string) (string, error)) error {
	kinds := map[string]store.IndexKind{"RANGE": store.Range, "TEXT": store.Text, "POINT": store.Point,
		"LOOKUP": store.Lookup, "FULLTEXT": store.Fulltext, "VECTOR": store.Vector}
	n, err := name(cmd.Name)
	if err != nil {
		return err
	}
	def := store.IndexDef{Name: n, IfNotExists: cmd.IfNotExists, Kind: kinds[cmd.Kind], Rel: cmd.Rel, Labels: cmd.Labels, Properties: cmd.Properties}
	if s.options != nil {
		v, err := s.options(st)
		if err != nil {
			return err
		}
		m, _ := v.AsMap()
		def.Config, _ = m.Get("indexConfig").AsMap()
	}
	existing, err := st.tx.CreateIndex(def)
	if err != nil {
		return err
	}
	if existing != "" {
		st.notes = append(st.notes, Note{Command: spell("CREATE "+cmd.Kind+" INDEX", n, cmd.Rel, cmd.Labels, " ON ("+dotted(cmd.Properties)+")"), Object: existing})
		return nil
	}
	st.counters.IndexesAdded++
	return nil
}

func (s *schemaChange) createConstraint(st *state, cmd *syntax.CreateConstraint, name func(string) (string, error)) error {
	kinds := map[string]store.ConstraintKind{"UNIQUE": store.Unique, "KEY": store.Key, "NOT NULL": store.NotNull, "TYPED": store.Typed}
	n, err := name(cmd.Name)
	if err != nil {
		return err
	}
	def := store.ConstraintDef{Name: n, IfNotExists: cmd.IfNotExists, Kind: kinds[cmd.Kind], Rel: cmd.Rel, Label: cmd.Label, Properties: cmd.Properties}
	if cmd.Type != nil {
		def.Type = cmd.Type.Name
	}
	existing, err := st.tx.CreateConstraint(def)
	if err != nil {
		return err
	}
	if existing != "" {
		st.notes = append(st.notes, Note{Command: spell("CREATE CONSTRAINT", n, cmd.Rel, []string{cmd.Label}, " REQUIRE ("+dotted(cmd.Properties)+") IS "+cmd.Kind), Object: existing})
		return nil
	}
	st.counters.ConstraintsAdded++
	return nil
}

// spell writes a CREATE command as Neo4j does in its notifications.
func spell(what, name string, rel bool, labels []string, tail string) string {
	if name != "" {
		what += " " + name
	}
	pattern := "(e:" + strings.Join(labels, "|") + ")"
	if rel {
		pattern = "()-[e:" + strings.Join(labels, "|") + "]-()"
	}
	return what + " IF NOT EXISTS FOR " + pattern + tail
}

func dotted(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = "e." + k
	}
	return strings.Join(out, ", ")
}
