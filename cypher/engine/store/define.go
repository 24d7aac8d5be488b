package store

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// An IndexDef asks for an index.
type IndexDef struct {
	Name        string // empty: generated
	IfNotExists bool
	Kind        IndexKind
	Rel         bool
	Labels      []string // one, or several for Fulltext; none for Lookup
	Properties  []string
	Config      value.Map // OPTIONS {indexConfig: …}
}

// A ConstraintDef asks for a constraint.
type ConstraintDef struct {
	Name        string // empty: generated
	IfNotExists bool
	Kind        ConstraintKind
	Rel         bool
	Label       string
	Properties  []string
	Type        string // of Typed, as in the statement
}

// Indexes gives all indexes by name; they are shared.
func (t *Tx) Indexes() []*Index {
	return slices.SortedFunc(slices.Values(t.r.schema.indexes), func(a, b *Index) int { return strings.Compare(a.Name, b.Name) })
}

// Constraints gives all constraints by name; they are shared.
func (t *Tx) Constraints() []*Constraint {
	return slices.SortedFunc(slices.Values(t.r.schema.constraints), func(a, b *Constraint) int { return strings.Compare(a.Name, b.Name) })
}

// CreateIndex makes an index and fills it. With IfNotExists it does nothing when there is one of
// that name or over the same; existing then describes that one, and is empty otherwise.
func (t *Tx) CreateIndex(def IndexDef) (existing string, err error) {
	t.writer()
	ix := &Index{Name: def.Name, Kind: def.Kind, Rel: def.Rel, Labels: slices.Clone(def.Labels),
		Properties: slices.Clone(def.Properties), tree: -1}
	if repeated(ix.Properties) {
		return "", fault.New(fault.RepeatedProperty, "Index on %s includes a property more than once.", ix.pattern())
	}
	if repeated(ix.Labels) {
		return "", fault.New(fault.RepeatedLabel, "Index on %s includes a label more than once.", ix.pattern())
	}
	if ix.Name == "" {
		ix.Name = generatedName("index", ix.Kind.String(), ix.pattern())
	}
	if def.IfNotExists {
		for _, other := range t.r.schema.indexes {
			if other.Name == ix.Name || other.covers(ix) {
				return other.Brief(), nil
			}
		}
	}
	if err := t.indexConflict(ix); err != nil {
		return "", err
	}
	if ix.Config, err = completeConfig(ix.Kind, def.Config); err != nil {
		return "", err
	}
	t.changeSchema()
	return "", t.addIndex(ix)
}

// covers tells whether two indexes are of one kind over the same.
func (ix *Index) covers(o *Index) bool {
	return ix.Kind == o.Kind && ix.Rel == o.Rel && slices.Equal(ix.Labels, o.Labels) && slices.Equal(ix.Properties, o.Properties)
}

func (t *Tx) indexConflict(ix *Index) error {
	s := t.r.schema
	if other := s.index(ix.Name); other != nil && other.covers(ix) && other.Constraint == "" {
		return fault.New(fault.EquivalentRuleExists, "An equivalent index already exists, '%s'.", other)
	}
	if err := t.nameConflict(ix.Name); err != nil {
		return err
	}
	for _, other := range s.indexes {
		if !other.covers(ix) {
			continue
		}
		if other.Constraint != "" {
			return fault.New(fault.ConstraintAlreadyExists,
				"There is a uniqueness constraint on %s, so an index is already created that matches this.", ix.pattern())
		}
		return fault.New(fault.IndexAlreadyExists, "There already exists an index %s.", ix.pattern())
	}
	return nil
}

func (t *Tx) nameConflict(name string) error {
	if t.r.schema.constraint(name) != nil {
		return fault.New(fault.ConstraintWithNameExists, "There already exists a constraint called '%s'.", name)
	}
	if t.r.schema.index(name) != nil {
		return fault.New(fault.IndexWithNameExists, "There already exists an index called '%s'.", name)
	}
	return nil
}

// CreateConstraint makes a constraint and the index that enforces it. existing is as in
// CreateIndex. It fails when the graph violates the constraint.
func (t *Tx) CreateConstraint(def ConstraintDef) (existing string, err error) {
	t.writer()
	c := &Constraint{Name: def.Name, Kind: def.Kind, Rel: def.Rel, Label: def.Label,
		Properties: slices.Clone(def.Properties), Type: def.Type}
	if repeated(c.Properties) {
		return "", fault.New(fault.RepeatedProperty, "Constraint on %s includes a property more than once.", c.pattern())
	}
	generated := generatedName("constraint", c.typeName(), c.pattern()+c.Type)
	if c.Kind == Typed || c.Kind == Unique {
		if c.Name == "" {
			c.Name = generated
		}
	} else {
		c.Name = ""
	}
	if def.IfNotExists {
		for _, other := range t.r.schema.constraints {
			if other.Name == c.Name || other.Kind == c.Kind && other.pattern() == c.pattern() {
				return other.Brief(), nil
			}
		}
	}
	if err := t.constraintConflict(c); err != nil {
		return "", err
	}
	t.changeSchema()
	s := t.r.schema
	ix := &Index{Name: c.Name, Rel: c.Rel, Labels: []string{c.Label}, Properties: c.Properties, Unique: true, Constraint: c.Name, tree: -1}
	if err := t.addIndex(ix); err != nil {
		return "", err
	}
	c.ID, c.IndexID = s.nextID, ix.ID
	s.nextID++
	s.constraints = append(s.constraints, c)
	return "", nil
}

func (t *Tx) constraintConflict(c *Constraint) error {
	s := t.r.schema
	for _, other := range s.constraints {
		if other.pattern() != c.pattern() || c.Kind != Unique && c.Kind != Key {
			continue
		}
		if other.Name == c.Name && other.Kind == c.Kind {
			return fault.New(fault.EquivalentRuleExists, "An equivalent constraint already exists, '%s'.", other)
		}
		return fault.New(fault.ConstraintAlreadyExists, "Constraint already exists: %s", other)
	}
	if err := t.nameConflict(c.Name); err != nil {
		return err
	}
	if c.Kind == Unique || c.Kind == Key {
		want := &Index{Rel: c.Rel, Labels: []string{c.Label}, Properties: c.Properties}
		for _, other := range s.indexes {
			if other.covers(want) {
				return fault.New(fault.IndexAlreadyExists,
					"There already exists an index %s. A constraint cannot be created until the index has been dropped.", want.pattern())
			}
		}
	}
	feature := ""
	switch c.Kind {
	case Unique:
		return nil
	case Key:
		feature = "Node Key"
		if c.Rel {
			feature = "Relationship Key"
		}
	case NotNull:
		feature = "Property existence"
	case Typed:
		feature = "Property type"
	}
	return creationFailed(c, feature+" constraint requires Neo4j Enterprise Edition.")
}

func creationFailed(c *Constraint, why string) error {
	return fault.New(fault.ConstraintCreationFailed,
		"Unable to create %s:\n%s Note that only the first found violation is shown.", c, why)
}

// DropIndex drops an index and tells whether there was one; without ifExists it must be there.
func (t *Tx) DropIndex(name string, ifExists bool) (dropped bool, err error) {
	t.writer()
	ix := t.r.schema.index(name)
	switch {
	case ix == nil && ifExists:
		return false, nil
	case ix == nil:
		return false, fault.New(fault.IndexDropFailed, "Unable to drop index called `%s`. There is no such index.", name)
	case ix.Constraint != "":
		return false, fault.New(fault.IndexDropFailed, "Unable to drop index: Index belongs to constraint: `%s`", ix.Constraint)
	}
	t.changeSchema()
	t.removeIndex(ix)
	return true, nil
}

// DropConstraint drops a constraint with its index and tells whether there was one; without
// ifExists it must be there.
func (t *Tx) DropConstraint(name string, ifExists bool) (dropped bool, err error) {
	t.writer()
	c := t.r.schema.constraint(name)
	switch {
	case c == nil && ifExists:
		return false, nil
	case c == nil:
		return false, fault.New(fault.ConstraintDropFailed, "Unable to drop constraint `%s`: No such constraint %s.", name, name)
	}
	t.changeSchema()
	s := t.r.schema
	s.constraints = slices.DeleteFunc(s.constraints, func(o *Constraint) bool { return o.ID == c.ID })
	t.removeIndex(s.indexByID(c.IndexID))
	return true, nil
}

// changeSchema gives the transaction a schema of its own.
func (t *Tx) changeSchema() {
	if !t.w.schema {
		t.r.schema = t.r.schema.clone()
		t.w.schema = true
	}
}

// addIndex numbers and fills ix, and adds it to the schema.
func (t *Tx) addIndex(ix *Index) error {
	if ix.hasTree() {
		for _, l := range ix.Labels {
			if ix.Rel {
				ix.labels = append(ix.labels, t.EnsureType(l))
			} else {
				ix.labels = append(ix.labels, t.EnsureLabel(l))
			}
		}
		for _, p := range ix.Properties {
			ix.keys = append(ix.keys, t.EnsureKey(p))
		}
		tr, err := t.fill(ix)
		if err != nil {
			return err
		}
		ix.tree = len(t.r.trees)
		t.r.trees = append(t.r.trees, tr)
	}
	s := t.r.schema
	ix.ID = s.nextID
	s.nextID++
	s.indexes = append(s.indexes, ix)
	s.reindex()
	return nil
}

// hasTree tells whether the index is kept as a tree. Vector indexes are not: a search compares
// with all vectors.
func (ix *Index) hasTree() bool { return ix.Kind != Lookup && ix.Kind != Vector }

func (t *Tx) removeIndex(ix *Index) {
	s := t.r.schema
	s.indexes = slices.DeleteFunc(s.indexes, func(o *Index) bool { return o.ID == ix.ID })
	if ix.tree >= 0 {
		t.r.trees[ix.tree] = tree{} // places of other indexes stay as they are
	}
	s.reindex()
}

// violation gives the error of a constraint that two entities violate. NaN equals nothing.
func (t *Tx) violation(ix *Index, a, b uint32) error {
	get := t.nodeProp(b)
	if ix.Rel {
		get = t.relProp(b)
	}
	if slices.ContainsFunc(ix.keys, func(k Token) bool { return isNaN(get(k)) }) {
		return nil
	}
	c := &Constraint{Name: ix.Name, Rel: ix.Rel, Label: ix.Labels[0], Properties: ix.Properties}
	return creationFailed(c, fmt.Sprintf("Both %s and %s have the %s.", ix.entity(a), ix.entity(b), ix.having(get)))
}

func repeated(names []string) bool {
	for i, n := range names {
		if slices.Contains(names[:i], n) {
			return true
		}
	}
	return false
}

// generatedName makes the name of a rule that was given none. As in Neo4j it depends on the rule
// alone, so that the same rule gets the same name again.
func generatedName(prefix, kind, pattern string) string {
	h := fnv.New32a()
	h.Write([]byte(kind + " " + pattern))
	return fmt.Sprintf("%s_%08x", prefix, h.Sum32())
}
