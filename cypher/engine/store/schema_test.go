package store

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// TestSchemaErrors has the codes and messages that Neo4j 5.26 gives.
func TestSchemaErrors(t *testing.T) {
	person := []string{"Person"}
	tests := []struct {
		name, want string
		do         func(tx *Tx) (string, error)
	}{
		{"same constraint", "EquivalentSchemaRuleAlreadyExists: An equivalent constraint already exists, 'Constraint( id=4, name='pid', type='UNIQUENESS', schema=(:Person {id}), ownedIndex=3 )'.",
			constraint(ConstraintDef{Name: "pid", Label: "Person", Properties: []string{"id"}})},
		{"same constraint, other name", "ConstraintAlreadyExists: Constraint already exists: Constraint( id=4, name='pid', type='UNIQUENESS', schema=(:Person {id}), ownedIndex=3 )",
			constraint(ConstraintDef{Label: "Person", Properties: []string{"id"}})},
		{"constraint if not exists", "existing CONSTRAINT pid FOR (e:Person) REQUIRE (e.id) IS UNIQUE",
			constraint(ConstraintDef{Label: "Person", Properties: []string{"id"}, IfNotExists: true})},
		{"name of constraint, if not exists", "existing CONSTRAINT pid FOR (e:Person) REQUIRE (e.id) IS UNIQUE",
			constraint(ConstraintDef{Name: "pid", Label: "X", Properties: []string{"y"}, IfNotExists: true})},
		{"index below constraint", "ConstraintAlreadyExists: There is a uniqueness constraint on (:Person {id}), so an index is already created that matches this.",
			index(IndexDef{Labels: person, Properties: []string{"id"}})},
		{"index if not exists", "existing RANGE INDEX pid FOR (e:Person) ON (e.id)",
			index(IndexDef{Labels: person, Properties: []string{"id"}, IfNotExists: true})},
		{"same index", "EquivalentSchemaRuleAlreadyExists: An equivalent index already exists, 'Index( id=5, name='pname', type='RANGE', schema=(:Person {name}), indexProvider='range-1.0' )'.",
			index(IndexDef{Name: "pname", Labels: person, Properties: []string{"name"}})},
		{"same index, other name", "IndexAlreadyExists: There already exists an index (:Person {name}).",
			index(IndexDef{Labels: person, Properties: []string{"name"}})},
		{"index name taken", "IndexWithNameAlreadyExists: There already exists an index called 'pname'.",
			index(IndexDef{Name: "pname", Labels: person, Properties: []string{"age"}})},
		{"index name taken by constraint", "ConstraintWithNameAlreadyExists: There already exists a constraint called 'pid'.",
			index(IndexDef{Name: "pid", Labels: person, Properties: []string{"age"}})},
		{"constraint name taken by index", "IndexWithNameAlreadyExists: There already exists an index called 'pname'.",
			constraint(ConstraintDef{Name: "pname", Label: "Person", Properties: []string{"age"}, IfNotExists: true})},
		{"constraint over index", "IndexAlreadyExists: There already exists an index (:Person {name}). A constraint cannot be created until the index has been dropped.",
			constraint(ConstraintDef{Label: "Person", Properties: []string{"name"}})},
		{"repeated property", "RepeatedPropertyInCompositeSchema: Index on (:Person {x, x}) includes a property more than once.",
			index(IndexDef{Labels: person, Properties: []string{"x", "x"}})},
		{"lookup", "EquivalentSchemaRuleAlreadyExists: An equivalent index already exists, 'Index( id=1, name='index_343aff4e', type='LOOKUP', schema=(:<any-labels>), indexProvider='token-lookup-1.0' )'.",
			index(IndexDef{Name: "index_343aff4e", Kind: Lookup})},
		{"text beside range", "", index(IndexDef{Kind: Text, Labels: person, Properties: []string{"name"}})},
		{"key", "ConstraintCreationFailed: Unable to create Constraint( type='NODE KEY', schema=(:X {id}) ):\nNode Key constraint requires Neo4j Enterprise Edition. Note that only the first found violation is shown.",
			constraint(ConstraintDef{Kind: Key, Name: "k", Label: "X", Properties: []string{"id"}})},
		{"existence", "ConstraintCreationFailed: Unable to create Constraint( type='RELATIONSHIP PROPERTY EXISTENCE', schema=()-[:X {id}]-() ):\nProperty existence constraint requires Neo4j Enterprise Edition. Note that only the first found violation is shown.",
			constraint(ConstraintDef{Kind: NotNull, Rel: true, Label: "X", Properties: []string{"id"}})},
		{"type", "ConstraintCreationFailed: Unable to create Constraint( name='t', type='NODE PROPERTY TYPE', schema=(:X {id}), propertyType=STRING ):\nProperty type constraint requires Neo4j Enterprise Edition. Note that only the first found violation is shown.",
			constraint(ConstraintDef{Kind: Typed, Name: "t", Type: "STRING", Label: "X", Properties: []string{"id"}})},
		{"violated", "ConstraintCreationFailed: Unable to create Constraint( name='u', type='UNIQUENESS', schema=(:Twin {id}) ):\nBoth Node(0) and Node(1) have the label `Twin` and property `id` = 'x'. Note that only the first found violation is shown.",
			constraint(ConstraintDef{Name: "u", Label: "Twin", Properties: []string{"id"}})},
		{"drop unknown index", "IndexDropFailed: Unable to drop index called `nope`. There is no such index.",
			func(tx *Tx) (string, error) { _, err := tx.DropIndex("nope", false); return "", err }},
		{"drop index of constraint", "IndexDropFailed: Unable to drop index: Index belongs to constraint: `pid`",
			func(tx *Tx) (string, error) { _, err := tx.DropIndex("pid", true); return "", err }},
		{"drop unknown constraint", "ConstraintDropFailed: Unable to drop constraint `pname`: No such constraint pname.",
			func(tx *Tx) (string, error) { _, err := tx.DropConstraint("pname", false); return "", err }},
	}
	s := memory(t)
	tx := begin(t, s, true)
	twin, id := tx.EnsureLabel("Twin"), tx.EnsureKey("id")
	for range 2 {
		if err := tx.SetNodeProperty(tx.CreateNode([]Token{twin}), id, value.String("x")); err != nil {
			t.Fatal(err)
		}
	}
	_, err := tx.CreateConstraint(ConstraintDef{Name: "pid", Label: "Person", Properties: []string{"id"}})
	_, err2 := tx.CreateIndex(IndexDef{Name: "pname", Labels: person, Properties: []string{"name"}})
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	commit(t, tx)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tx := begin(t, s, true)
			defer tx.Rollback()
			existing, err := test.do(tx)
			got := ""
			var f *fault.Error
			switch {
			case errors.As(err, &f):
				got = string(f.Code)[strings.LastIndexByte(string(f.Code), '.')+1:] + ": " + f.Message
			case err != nil:
				t.Fatal(err)
			case existing != "":
				got = "existing " + existing
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func constraint(def ConstraintDef) func(tx *Tx) (string, error) {
	return func(tx *Tx) (string, error) { return tx.CreateConstraint(def) }
}

func index(def IndexDef) func(tx *Tx) (string, error) {
	return func(tx *Tx) (string, error) { return tx.CreateIndex(def) }
}

func TestUnique(t *testing.T) {
	s := memory(t)
	tx := begin(t, s, true)
	for _, def := range []ConstraintDef{
		{Label: "P", Properties: []string{"id"}}, {Label: "P", Properties: []string{"a", "b"}}, {Label: "R", Rel: true, Properties: []string{"id"}},
	} {
		if _, err := tx.CreateConstraint(def); err != nil {
			t.Fatal(err)
		}
	}
	p, q, id, a, b := tx.EnsureLabel("P"), tx.EnsureLabel("Q"), tx.EnsureKey("id"), tx.EnsureKey("a"), tx.EnsureKey("b")
	one := tx.CreateNode([]Token{p})
	two := tx.CreateNode([]Token{p})
	three := tx.CreateNode([]Token{q})
	r1, r2 := tx.CreateRel(tx.EnsureType("R"), one, two), tx.CreateRel(tx.EnsureType("R"), two, one)
	node := func(n value.NodeID, k Token, v value.Value, want string) {
		t.Helper()
		wantError(t, tx.SetNodeProperty(n, k, v), want)
	}
	node(one, id, value.Int(5), "")
	node(two, id, value.Float(5), "Node(0) already exists with label `P` and property `id` = 5.0")
	if !tx.NodePropertyAt(two, id).IsNull() {
		t.Error("a refused property was set")
	}
	node(one, id, value.Int(5), "")
	node(three, id, value.Int(5), "")
	_, err := tx.AddLabel(three, p)
	wantError(t, err, "Node(0) already exists with label `P` and property `id` = 5")
	node(two, id, value.String("it's"), "")
	node(one, id, value.String("it's"), "Node(1) already exists with label `P` and property `id` = 'it's'")
	node(one, id, value.Value{}, "")
	_, err = tx.AddLabel(three, p)
	wantError(t, err, "")
	node(one, a, value.Int(1), "")
	node(one, b, value.Int(2), "")
	node(two, a, value.Float(1), "")
	node(two, b, value.Int(2), "Node(0) already exists with label `P` and properties `a` = 1.0, `b` = 2")
	tx.RemoveLabel(one, p)
	node(two, b, value.Int(2), "")
	node(one, id, value.Float(math.NaN()), "")
	wantError(t, tx.SetRelProperty(r1, id, value.Bool(true)), "")
	wantError(t, tx.SetRelProperty(r2, id, value.Bool(true)), "Relationship(0) already exists with type `R` and property `id` = true")
	tx.DeleteRel(r1)
	wantError(t, tx.SetRelProperty(r2, id, value.Bool(true)), "")
	node(two, id, value.List([]value.Value{{}}), "Collections containing null values can not be stored in properties.")
	commit(t, tx)
}

func wantError(t *testing.T, err error, want string) {
	t.Helper()
	var f *fault.Error
	switch {
	case err == nil && want == "":
	case errors.As(err, &f) && f.Message == want:
	default:
		t.Errorf("error %v, want %q", err, want)
	}
}

func TestRangeSeeks(t *testing.T) {
	s := memory(t)
	tx := begin(t, s, true)
	if _, err := tx.CreateIndex(IndexDef{Labels: []string{"N"}, Properties: []string{"v"}}); err != nil {
		t.Fatal(err)
	}
	n, v := tx.EnsureLabel("N"), tx.EnsureKey("v")
	vals := []value.Value{value.Int(1), value.Float(1.5), value.Int(2), value.Float(math.NaN()), value.Float(math.Inf(1)),
		value.String("ab"), value.String("abc"), value.String("b"), value.String(""), value.Bool(true), value.Int(-3)}
	for _, x := range vals {
		if err := tx.SetNodeProperty(tx.CreateNode([]Token{n}), v, x); err != nil {
			t.Fatal(err)
		}
	}
	in := func(x value.Value) *Bound { return &Bound{x, true} }
	ex := func(x value.Value) *Bound { return &Bound{x, false} }
	check := func(tx *Tx) {
		t.Helper()
		ix, ok := tx.FindIndex(n, []Token{v}, false)
		if !ok {
			t.Fatal("no index")
		}
		for _, test := range []struct {
			got  NodeCursor
			want string
		}{
			{tx.SeekRange(ix, in(value.Int(1)), nil), "[0 1 2 4]"},
			{tx.SeekRange(ix, ex(value.Int(1)), nil), "[1 2 4]"},
			{tx.SeekRange(ix, nil, ex(value.Int(2))), "[10 0 1]"},
			{tx.SeekRange(ix, ex(value.Float(1.2)), in(value.Int(2))), "[1 2]"},
			{tx.SeekRange(ix, in(value.String("ab")), ex(value.String("b"))), "[5 6]"},
			{tx.SeekRange(ix, nil, in(value.String("ab"))), "[8 5]"},
			{tx.SeekRange(ix, in(value.Int(9)), in(value.Int(3))), "[]"},
			{tx.SeekRange(ix, in(value.Value{}), nil), "[]"},
			{tx.SeekPrefix(ix, "ab"), "[5 6]"},
			{tx.SeekPrefix(ix, ""), "[8 5 6 7]"},
			{tx.Seek(ix, []value.Value{value.Float(2)}), "[2]"},
			{tx.Seek(ix, []value.Value{value.Float(math.NaN())}), "[]"},
			{tx.Seek(ix, []value.Value{value.Int(7)}), "[]"},
		} {
			back := test.got
			back.Back()
			forth, backwards := collect(test.got), collect(back)
			if slices.Reverse(backwards); fmt.Sprint(forth) != test.want || !slices.Equal(forth, backwards) {
				t.Errorf("got %v, backwards %v, want %s", forth, backwards, test.want)
			}
		}
	}
	check(tx)
	commit(t, tx)
	check(begin(t, s, false))
}

// TestSchemaReopen checks that definitions survive, and that a dropped index is gone.
func TestSchemaReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openFile(t, path, Options{NoSync: true})
	tx := begin(t, s, true)
	for _, def := range []IndexDef{
		{Name: "words", Kind: Fulltext, Labels: []string{"A", "B"}, Properties: []string{"x", "y"}},
		{Name: "near", Kind: Vector, Labels: []string{"A"}, Properties: []string{"v"}},
		{Name: "gone", Labels: []string{"A"}, Properties: []string{"x"}},
		{Name: "kept", Rel: true, Labels: []string{"R"}, Properties: []string{"x", "y"}},
	} {
		if _, err := tx.CreateIndex(def); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := tx.CreateConstraint(ConstraintDef{Label: "A", Properties: []string{"id"}}); err != nil {
		t.Fatal(err)
	}
	commit(t, tx)
	tx = begin(t, s, true)
	if dropped, err := tx.DropIndex("gone", false); err != nil || !dropped {
		t.Fatal(dropped, err)
	}
	commit(t, tx)
	want := describe(begin(t, s, false))
	s.Close()
	s = openFile(t, path, Options{NoSync: true})
	if got := describe(begin(t, s, false)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func describe(tx *Tx) string {
	var b strings.Builder
	for _, ix := range tx.Indexes() {
		fmt.Fprintln(&b, ix, ix.Constraint, value.Format(value.FromMap(ix.Config), nil))
	}
	for _, c := range tx.Constraints() {
		fmt.Fprintln(&b, c)
	}
	return b.String()
}
