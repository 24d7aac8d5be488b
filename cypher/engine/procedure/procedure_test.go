package procedure

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// graph gives a write transaction on a small graph with a full-text index.
func graph(t testing.TB) *Context {
	t.Helper()
	s, err := store.Open("", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := s.Begin(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tx.Rollback)
	_, err = tx.CreateIndex(store.IndexDef{Name: "ft", Kind: store.Fulltext, Labels: []string{"Person", "Movie"}, Properties: []string{"name", "title"}})
	if err != nil {
		t.Fatal(err)
	}
	return &Context{Context: context.Background(), Tx: tx, Virtual: NewOverlay(tx), Database: "neo4j", Procedures: NewTable(),
		Server: Server{Version: "5.26.0", Edition: "community", Address: "127.0.0.1:7687"}}
}

// node makes a node with properties given as key, value, ….
func node(t testing.TB, ctx *Context, label string, props ...any) value.NodeID {
	t.Helper()
	id := ctx.Tx.CreateNode([]store.Token{ctx.Tx.EnsureLabel(label)})
	for i := 0; i < len(props); i += 2 {
		v, ok := props[i+1].(value.Value)
		if s, isText := props[i+1].(string); isText {
			v, ok = value.String(s), true
		}
		if !ok {
			t.Fatalf("property %v", props[i+1])
		}
		if err := ctx.Tx.SetNodeProperty(id, ctx.Tx.EnsureKey(props[i].(string)), v); err != nil {
			t.Fatal(err)
		}
	}
	return id
}

// call gives the rows of a call as text.
func call(t testing.TB, ctx *Context, name string, args ...value.Value) (string, error) {
	t.Helper()
	p, ok := ctx.Procedures.Lookup(name)
	if !ok {
		t.Fatalf("no procedure %s", name)
	}
	for _, a := range p.Args[len(args):] {
		args = append(args, *a.Default)
	}
	var b strings.Builder
	err := p.Call(ctx, args, func(row []value.Value) error {
		if len(row) != len(p.Yields) {
			t.Errorf("%s: %d values, %d columns", name, len(row), len(p.Yields))
		}
		for i, v := range row {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(value.Format(v, ctx.Virtual))
		}
		b.WriteString("\n")
		return nil
	})
	return b.String(), err
}

func list(names ...string) value.Value { return stringsOf(names) }

func TestCalls(t *testing.T) {
	ctx := graph(t)
	a := node(t, ctx, "Person", "name", "Ada", "age", value.Int(36))
	b := node(t, ctx, "Person", "name", list("B", "C"))
	c := node(t, ctx, "City")
	ctx.Tx.CreateRel(ctx.Tx.EnsureType("KNOWS"), a, b)
	ctx.Tx.CreateRel(ctx.Tx.EnsureType("LIVES_IN"), a, c)
	tests := []struct{ name, want string }{
		{"db.labels", "'Person'\n'Movie'\n'City'\n"},
		{"db.relationshipTypes", "'KNOWS'\n'LIVES_IN'\n"},
		{"db.propertyKeys", "'name'\n'title'\n'age'\n"},
		{"db.ping", "true\n"},
		{"dbms.components", "'Neo4j Kernel' ['5.26.0'] 'community'\n"},
		{"db.awaitIndexes", ""},
		{"tx.getMetaData", "{}\n"},
		{"db.schema.nodeTypeProperties", ":`Person` ['Person'] 'name' ['String', 'StringArray'] true\n:`Person` ['Person'] 'age' ['Long'] false\n:`City` ['City'] null null false\n"},
		{"db.schema.relTypeProperties", ":`KNOWS` null null false\n:`LIVES_IN` null null false\n"},
	}
	for _, test := range tests {
		got, err := call(t, ctx, test.name)
		if strings.HasPrefix(test.want, ":`") { // names of types, without the quotes for brevity
			got = strings.NewReplacer("':`", ":`", "`' ", "` ").Replace(got)
		}
		if err != nil || got != test.want {
			t.Errorf("%s = %s, %v; want %s", test.name, got, err, test.want)
		}
	}
	got, err := call(t, ctx, "db.schema.visualization")
	for _, want := range []string{"name: 'Person'", "name: 'City'", "[:KNOWS {name: 'KNOWS'}]", "[:LIVES_IN {name: 'LIVES_IN'}]", "indexes: ['name,title']"} {
		if err != nil || !strings.Contains(got, want) {
			t.Errorf("visualization = %s, %v; lacks %s", got, err, want)
		}
	}
	if _, err := call(t, ctx, "db.awaitIndex", value.String("nope")); !isFault(err, fault.IndexNotFound, "No such index 'nope'") {
		t.Errorf("awaitIndex = %v", err)
	}
}

func isFault(err error, code fault.Code, message string) bool {
	var f *fault.Error
	return errors.As(err, &f) && f.Code == code && f.Message == message
}

// TestSignatures compares with the signatures of Neo4j 5.26.
func TestSignatures(t *testing.T) {
	table := NewTable(&Procedure{Name: "test.my.proc", Args: []Param{{Name: "in", Type: "INTEGER"}}})
	for name, want := range map[string]string{
		"db.awaitIndex":                   "db.awaitIndex(indexName :: STRING, timeOutSeconds = 300 :: INTEGER)",
		"db.index.fulltext.queryNodes":    "db.index.fulltext.queryNodes(indexName :: STRING, queryString :: STRING, options = {} :: MAP) :: (node :: NODE, score :: FLOAT)",
		"dbms.listConfig":                 "dbms.listConfig(searchString =  :: STRING) :: (name :: STRING, description :: STRING, value :: STRING, dynamic :: BOOLEAN, defaultValue :: STRING, startupValue :: STRING, explicitlySet :: BOOLEAN, validValues :: STRING)",
		"dbms.routing.getRoutingTable":    "dbms.routing.getRoutingTable(context :: MAP, database = null :: STRING) :: (ttl :: INTEGER, servers :: LIST<MAP>)",
		"db.schema.visualization":         "db.schema.visualization() :: (nodes :: LIST<NODE>, relationships :: LIST<RELATIONSHIP>)",
		"db.create.setNodeVectorProperty": "db.create.setNodeVectorProperty(node :: NODE, key :: STRING, vector :: ANY)",
		"test.my.proc":                    "test.my.proc(in :: INTEGER)",
	} {
		p, ok := table.Lookup(name)
		if !ok || p.Signature != want {
			t.Errorf("signature of %s = %v, want %s", name, p, want)
		}
	}
	if _, ok := table.Lookup("DB.LABELS"); ok {
		t.Error("names of procedures are case-sensitive")
	}
}

// TestListings checks that every listing gives rows that fit its columns, and the columns of Neo4j 5.26.
func TestListings(t *testing.T) {
	ctx := graph(t)
	ctx.User = "neo4j"
	ctx.Transactions = func() []Transaction { return []Transaction{{ID: "neo4j-transaction-1", Database: "neo4j"}} }
	if _, err := ctx.Tx.CreateConstraint(store.ConstraintDef{Name: "pid", Label: "Person", Properties: []string{"id"}}); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		what, filter      string
		columns, standard int
		rows              int // -1: some
	}{
		{"INDEXES", "", 16, 12, 4}, {"INDEXES", "ALL", 16, 12, 4}, {"INDEXES", "RANGE", 16, 12, 1}, {"INDEXES", "FULLTEXT", 16, 12, 1},
		{"CONSTRAINTS", "", 10, 8, 1}, {"CONSTRAINTS", "UNIQUE", 10, 8, 1}, {"CONSTRAINTS", "NODE KEY", 10, 8, 0}, {"CONSTRAINTS", "REL UNIQUENESS", 10, 8, 0},
		{"PROCEDURES", "", 13, 4, -1}, {"FUNCTIONS", "", 12, 3, -1}, {"FUNCTIONS", "USER DEFINED", 12, 3, 0},
		{"DATABASES", "", 26, 13, 2}, {"DATABASES", "HOME", 24, 11, 1},
		{"TRANSACTIONS", "", 39, 10, 1}, {"SETTINGS", "", 9, 5, -1}, {"USERS", "CURRENT", 5, 5, 1},
	}
	for _, test := range tests {
		l, ok := Show(test.what, test.filter)
		if !ok {
			t.Errorf("no listing of %s %s", test.filter, test.what)
			continue
		}
		n := 0
		err := l.Rows(ctx, func(row []value.Value) error {
			if n++; len(row) != len(l.Columns) {
				return fmt.Errorf("%d values, %d columns", len(row), len(l.Columns))
			}
			return nil
		})
		if err != nil || len(l.Columns) != test.columns || len(l.Default) != test.standard || test.rows >= 0 && n != test.rows || test.rows < 0 && n == 0 {
			t.Errorf("SHOW %s %s: %d columns, %d standard, %d rows, %v", test.filter, test.what, len(l.Columns), len(l.Default), n, err)
		}
		for _, d := range l.Default {
			found := false
			for _, c := range l.Columns {
				found = found || c.Name == d
			}
			if !found {
				t.Errorf("SHOW %s: %s is no column", test.what, d)
			}
		}
	}
	if _, ok := Show("ROLES", ""); ok {
		t.Error("roles are listed")
	}
}

// TestCreateStatements compares with the statements Neo4j 5.26 shows.
func TestCreateStatements(t *testing.T) {
	ctx := graph(t)
	for _, def := range []store.IndexDef{
		{Name: "r", Labels: []string{"Person"}, Properties: []string{"a", "b"}},
		{Name: "w", Rel: true, Labels: []string{"odd `one"}, Properties: []string{"pr op"}},
		{Name: "v", Kind: store.Vector, Labels: []string{"Person"}, Properties: []string{"emb"},
			Config: value.NewMap([]value.Entry{{Key: "vector.dimensions", Val: value.Int(3)}, {Key: "vector.similarity_function", Val: value.String("cosine")}})},
	} {
		if _, err := ctx.Tx.CreateIndex(def); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ctx.Tx.CreateConstraint(store.ConstraintDef{Name: "c", Label: "Person", Properties: []string{"a"}}); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"r":              "CREATE RANGE INDEX `r` FOR (n:`Person`) ON (n.`a`, n.`b`)",
		"w":              "CREATE RANGE INDEX `w` FOR ()-[r:`odd ``one`]-() ON (r.`pr op`)",
		"c":              "CREATE CONSTRAINT `c` FOR (n:`Person`) REQUIRE (n.`a`) IS UNIQUE",
		"ft":             "CREATE FULLTEXT INDEX `ft` FOR (n:`Person`|`Movie`) ON EACH [n.`name`, n.`title`] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words',`fulltext.eventually_consistent`: false}}",
		"v":              "CREATE VECTOR INDEX `v` FOR (n:`Person`) ON (n.`emb`) OPTIONS {indexConfig: {`vector.dimensions`: 3,`vector.hnsw.ef_construction`: 100,`vector.hnsw.m`: 16,`vector.quantization.enabled`: true,`vector.similarity_function`: 'COSINE'}}",
		"index_343aff4e": "CREATE LOOKUP INDEX `index_343aff4e` FOR (n) ON EACH labels(n)",
		"index_f7700477": "CREATE LOOKUP INDEX `index_f7700477` FOR ()-[r]-() ON EACH type(r)",
	}
	for _, ix := range ctx.Tx.Indexes() {
		if got := createIndex(ix); got != want[ix.Name] {
			t.Errorf("%s\ngot  %s\nwant %s", ix.Name, got, want[ix.Name])
		}
	}
}

// TestTextSearch has the results and scores that Neo4j 5.26 gives for the same graph.
func TestTextSearch(t *testing.T) {
	ctx := graph(t)
	names := map[value.NodeID]string{
		node(t, ctx, "Person", "name", "Ada Lovelace the first"): "AL",
		node(t, ctx, "Person", "name", "Ada"):                    "A",
		node(t, ctx, "Movie", "title", "The first movie"):        "M",
	}
	tests := []struct{ query, want string }{
		{"ada", "A 0.109832 AL 0.066541"},
		{"first", "AL 0.252973 M 0.130765"},
		{"the", "AL 0.252973 M 0.130765"},
		{"title:first", "M 0.130765"},
		{"fir*", "AL 1.000000 M 1.000000"},
		{`"first movie"`, "M 0.261529"},
		{"ada AND first", "AL 0.319514"},
		{"+ada +first", "AL 0.319514"},
		{"ada first", "AL 0.319514 M 0.130765 A 0.109832"},
		{"adda~", "A 0.073222 AL 0.044360"},
		{"ada -lovelace", "A 0.109832"},
		{"ada NOT lovelace", "A 0.109832"},
		{"NOT ada", ""},
		{"ada^3 OR movie", "A 0.329497 AL 0.199622 M 0.130765"},
		{`"ada first"~3`, "AL 0.140751"},
		{`"ada first"~1`, ""},
		{"*", "AL 1.000000 A 1.000000 M 1.000000"},
		{"*:*", "AL 1.000000 A 1.000000 M 1.000000"},
		{"a?a", "AL 1.000000 A 1.000000"},
		{"/ad./", "AL 1.000000 A 1.000000"},
		{"name:[a TO b]", "AL 1.000000 A 1.000000"},
		{"name:(ada first)", "AL 0.319514 A 0.109832"},
		{"nothing", ""},
		{"other:ada", ""},
		{`title:\"first\"`, "M 0.130765"},
	}
	for _, test := range tests {
		p, _ := ctx.Procedures.Lookup("db.index.fulltext.queryNodes")
		var got []string
		err := p.Call(ctx, []value.Value{value.String("ft"), value.String(test.query), value.FromMap(nil)}, func(row []value.Value) error {
			id, _ := row[0].AsNode()
			score, _ := row[1].AsFloat()
			got = append(got, fmt.Sprintf("%s %f", names[id], score))
			return nil
		})
		if s := strings.Join(got, " "); err != nil || s != test.want {
			t.Errorf("%s: %s, %v; want %s", test.query, s, err, test.want)
		}
	}
	for _, bad := range []string{"", "foo:(", "(a", "a)", `"a`, "[a TO", "a AND", "a\\", "/[/", "a^", "[a b]"} {
		if _, err := call(t, ctx, "db.index.fulltext.queryNodes", value.String("ft"), value.String(bad)); err == nil {
			t.Errorf("%q is no error", bad)
		}
	}
	limited, err := call(t, ctx, "db.index.fulltext.queryNodes", value.String("ft"), value.String("ada first"),
		mapOf(value.Entry{Key: "skip", Val: value.Int(1)}, value.Entry{Key: "limit", Val: value.Int(1)}))
	if err != nil || !strings.Contains(limited, "movie") || strings.Count(limited, "\n") != 1 {
		t.Errorf("skip 1 limit 1: %s, %v", limited, err)
	}
	_, err = call(t, ctx, "db.index.fulltext.queryNodes", value.String("nope"), value.String("x"))
	if !isFault(err, fault.ProcedureCallFailed, "Failed to invoke procedure `db.index.fulltext.queryNodes`: Caused by: java.lang.IllegalArgumentException: There is no such fulltext schema index: nope") {
		t.Errorf("unknown index: %v", err)
	}
}

func TestVectorSearch(t *testing.T) {
	ctx := graph(t)
	if _, err := ctx.Tx.CreateIndex(store.IndexDef{Name: "v", Kind: store.Vector, Labels: []string{"V"}, Properties: []string{"emb"},
		Config: value.NewMap([]value.Entry{{Key: "vector.dimensions", Val: value.Int(3)}})}); err != nil {
		t.Fatal(err)
	}
	vec := func(f ...float64) value.Value {
		l := make([]value.Value, len(f))
		for i := range f {
			l[i] = value.Float(f[i])
		}
		return value.List(l)
	}
	a := node(t, ctx, "V", "emb", vec(3, 2, 1))
	b := node(t, ctx, "V", "emb", vec(1, 2, 3))
	node(t, ctx, "V", "emb", vec(1, 2))
	p, _ := ctx.Procedures.Lookup("db.index.vector.queryNodes")
	want := []struct {
		id    value.NodeID
		score float64
	}{{b, 1}, {a, 0.857143}}
	i := 0
	err := p.Call(ctx, []value.Value{value.String("v"), value.Int(5), vec(1, 2, 3)}, func(row []value.Value) error {
		id, _ := row[0].AsNode()
		score, _ := row[1].AsFloat()
		if id != want[i].id || math.Abs(score-want[i].score) > 1e-6 {
			t.Errorf("hit %d: %d %f", i, id, score)
		}
		i++
		return nil
	})
	if err != nil || i != 2 {
		t.Errorf("%d hits, %v", i, err)
	}
	_, err = call(t, ctx, "db.index.vector.queryNodes", value.String("v"), value.Int(1), vec(1))
	if !isFault(err, fault.ProcedureCallFailed, "Failed to invoke procedure `db.index.vector.queryNodes`: Caused by: java.lang.IllegalArgumentException: Index query vector has 1 dimensions, but indexed vectors have 3.") {
		t.Errorf("wrong dimensions: %v", err)
	}
}

func FuzzParseText(f *testing.F) {
	for _, s := range []string{"a AND b", `"x y"~2^3`, "f:(a -b) c*", "[a TO b}", "/a.b/", `a\:b`, "*:*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := parseText(s); err == nil && n == nil {
			t.Error("no query and no error")
		}
	})
}
