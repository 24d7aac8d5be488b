package store

import (
	"fmt"
	"slices"
	"strings"

	"guestgraph/cypher/engine/value"
)

// An IndexKind is the type of an index.
type IndexKind uint8

// The kinds of indexes.
const (
	Range    IndexKind = iota // values of any kind, by value order
	Text                      // strings
	Point                     // points
	Lookup                    // labels or relationship types
	Fulltext                  // words
	Vector                    // nearest vectors
)

// String gives the kind as SHOW INDEXES has it.
func (k IndexKind) String() string {
	return [...]string{"RANGE", "TEXT", "POINT", "LOOKUP", "FULLTEXT", "VECTOR"}[k]
}

// Provider is the name Neo4j gives the implementation of a kind.
func (k IndexKind) Provider() string {
	return [...]string{"range-1.0", "text-2.0", "point-1.0", "token-lookup-1.0", "fulltext-1.0", "vector-2.0"}[k]
}

// An Index is the definition of an index. It must not be changed.
type Index struct {
	ID         int64
	Name       string
	Kind       IndexKind
	Rel        bool      // over relationships; Labels then holds types
	Labels     []string  // empty for Lookup
	Properties []string  // empty for Lookup
	Unique     bool      // it enforces Constraint
	Constraint string    // name of the constraint it belongs to, or empty
	Config     value.Map // OPTIONS {indexConfig: …}, completed with the defaults

	labels []Token
	keys   []Token
	tree   int // place in root.trees, -1 when it has none
}

// A ConstraintKind is the type of a constraint. The store enforces Unique, as Neo4j's Community
// Edition does; the others belong to its Enterprise Edition and are refused.
type ConstraintKind uint8

// The kinds of constraints.
const (
	Unique ConstraintKind = iota
	Key
	NotNull
	Typed
)

// A Constraint is the definition of a constraint. It must not be changed.
type Constraint struct {
	ID         int64
	Name       string
	Kind       ConstraintKind
	Rel        bool
	Label      string // label or relationship type
	Properties []string
	IndexID    int64  // the index that enforces it
	Type       string // of Typed, as in the statement
}

// typeName gives the type as Neo4j's messages have it.
func (c *Constraint) typeName() string {
	entity := "NODE "
	if c.Rel {
		entity = "RELATIONSHIP "
	}
	switch c.Kind {
	case Key:
		return entity + "KEY"
	case NotNull:
		return entity + "PROPERTY EXISTENCE"
	case Typed:
		return entity + "PROPERTY TYPE"
	}
	if c.Rel {
		return entity + "UNIQUENESS"
	}
	return "UNIQUENESS"
}

// ShowType gives the type as SHOW CONSTRAINTS has it.
func (c *Constraint) ShowType() string { return strings.ReplaceAll(c.typeName(), " ", "_") }

// schema is the set of all definitions, immutable once published.
type schema struct {
	nextID      int64
	indexes     []*Index
	constraints []*Constraint
	byKey       [2]map[schemaKey][]*Index // by node, relationship: indexes with a tree over (label, key)
	byLabel     [2]map[Token][]*Index     // indexes with a tree over label
}

type schemaKey struct{ label, key Token }

// The names of the lookup indexes that every Neo4j database starts with.
const (
	labelLookup = "index_343aff4e"
	typeLookup  = "index_f7700477"
)

func newSchema() *schema {
	return &schema{nextID: 3, indexes: []*Index{
		{ID: 1, Name: labelLookup, Kind: Lookup, tree: -1},
		{ID: 2, Name: typeLookup, Kind: Lookup, Rel: true, tree: -1},
	}}
}

func (s *schema) clone() *schema {
	c := &schema{nextID: s.nextID, indexes: slices.Clone(s.indexes), constraints: slices.Clone(s.constraints)}
	c.reindex()
	return c
}

// reindex derives the maps from indexes.
func (s *schema) reindex() {
	for side := range s.byKey {
		s.byKey[side] = map[schemaKey][]*Index{}
		s.byLabel[side] = map[Token][]*Index{}
	}
	for _, ix := range s.indexes {
		if ix.tree < 0 {
			continue
		}
		side := sideOf(ix.Rel)
		for _, l := range ix.labels {
			s.byLabel[side][l] = append(s.byLabel[side][l], ix)
			for _, k := range ix.keys {
				s.byKey[side][schemaKey{l, k}] = append(s.byKey[side][schemaKey{l, k}], ix)
			}
		}
	}
}

func sideOf(rel bool) int {
	if rel {
		return 1
	}
	return 0
}

func (s *schema) index(name string) *Index {
	for _, ix := range s.indexes {
		if ix.Name == name {
			return ix
		}
	}
	return nil
}

func (s *schema) indexByID(id int64) *Index {
	for _, ix := range s.indexes {
		if ix.ID == id {
			return ix
		}
	}
	return nil
}

func (s *schema) constraint(name string) *Constraint {
	for _, c := range s.constraints {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// pattern is the schema of a rule as Neo4j's messages have it: (:Person {id}) or ()-[:KNOWS {since}]-().
func pattern(rel bool, labels, properties []string) string {
	inner := ":" + strings.Join(labels, ":")
	if len(labels) == 0 {
		inner = ":<any-labels>"
		if rel {
			inner = ":<any-types>"
		}
	}
	if len(properties) > 0 {
		inner += " {" + strings.Join(properties, ", ") + "}"
	}
	if rel {
		return "()-[" + inner + "]-()"
	}
	return "(" + inner + ")"
}

func (ix *Index) pattern() string { return pattern(ix.Rel, ix.Labels, ix.Properties) }

// String describes the index as Neo4j's messages do.
func (ix *Index) String() string {
	return fmt.Sprintf("Index( id=%d, name='%s', type='%s', schema=%s, indexProvider='%s' )",
		ix.ID, ix.Name, ix.Kind, ix.pattern(), ix.Kind.Provider())
}

func (c *Constraint) pattern() string { return pattern(c.Rel, []string{c.Label}, c.Properties) }

// String describes the constraint as Neo4j's messages do. One that does not exist has no ID.
func (c *Constraint) String() string {
	var b strings.Builder
	b.WriteString("Constraint( ")
	if c.ID != 0 {
		fmt.Fprintf(&b, "id=%d, ", c.ID)
	}
	if c.Name != "" {
		fmt.Fprintf(&b, "name='%s', ", c.Name)
	}
	fmt.Fprintf(&b, "type='%s', schema=%s", c.typeName(), c.pattern())
	if c.IndexID != 0 {
		fmt.Fprintf(&b, ", ownedIndex=%d", c.IndexID)
	}
	if c.Type != "" {
		fmt.Fprintf(&b, ", propertyType=%s", c.Type)
	}
	return b.String() + " )"
}

// Brief describes the index as Neo4j's notifications do:
// RANGE INDEX index_1 FOR (e:Person) ON (e.name).
func (ix *Index) Brief() string {
	target := "(e:" + strings.Join(ix.Labels, "|") + ")"
	if ix.Rel {
		target = "()-[e:" + strings.Join(ix.Labels, "|") + "]-()"
	}
	if ix.Kind == Lookup {
		if ix.Rel {
			return "LOOKUP INDEX " + ix.Name + " FOR ()-[e]-() ON EACH type(e)"
		}
		return "LOOKUP INDEX " + ix.Name + " FOR (e) ON EACH labels(e)"
	}
	props := "e." + strings.Join(ix.Properties, ", e.")
	if ix.Kind == Fulltext {
		return fmt.Sprintf("FULLTEXT INDEX %s FOR %s ON EACH [%s]", ix.Name, target, props)
	}
	return fmt.Sprintf("%s INDEX %s FOR %s ON (%s)", ix.Kind, ix.Name, target, props)
}

// Brief describes the constraint as Neo4j's notifications do:
// CONSTRAINT constraint_1 FOR (e:Person) REQUIRE (e.id) IS UNIQUE.
func (c *Constraint) Brief() string {
	target := "(e:" + c.Label + ")"
	if c.Rel {
		target = "()-[e:" + c.Label + "]-()"
	}
	return fmt.Sprintf("CONSTRAINT %s FOR %s REQUIRE (e.%s) IS UNIQUE", c.Name, target, strings.Join(c.Properties, ", e."))
}
