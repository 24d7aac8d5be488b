package bolt

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guestgraph/cypher/engine"
)

// serveEngine serves an empty database in memory until the test ends and gives its host:port.
// Where GUESTGRAPH_TEST_NEO4J_URI is set it gives that server's instead, so that the same tests
// tell what Neo4j does.
func serveEngine(t testing.TB, cfg Config) string {
	t.Helper()
	if uri := os.Getenv("GUESTGRAPH_TEST_NEO4J_URI"); uri != "" && !cfg.ReadOnly {
		_, addr, _ := strings.Cut(uri, "://")
		return addr
	}
	db, err := engine.Open("", engine.Options{Version: "5.26.0", NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return startServer(t, engineDB{db}, cfg)
}

func connect(t testing.TB, uri string) neo4j.DriverWithContext {
	t.Helper()
	d, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	return d
}

// query runs a statement by itself.
func query(t testing.TB, d neo4j.DriverWithContext, statement string, params map[string]any) *neo4j.EagerResult {
	t.Helper()
	res, err := neo4j.ExecuteQuery(t.Context(), d, statement, params, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return res
}

func code(err error) string {
	var ne *neo4j.Neo4jError
	if errors.As(err, &ne) {
		return ne.Code
	}
	return fmt.Sprint(err)
}

func TestDriverConnects(t *testing.T) {
	addr := serveEngine(t, Config{})
	for _, scheme := range []string{"bolt", "neo4j"} {
		d := connect(t, scheme+"://"+addr)
		if err := d.VerifyConnectivity(t.Context()); err != nil {
			t.Fatal(scheme, err)
		}
		info, err := d.GetServerInfo(t.Context())
		if err != nil || !strings.HasPrefix(info.Agent(), "Neo4j/5.26.") || info.ProtocolVersion().Minor != 8 {
			t.Error(scheme, info, err)
		}
		res, err := neo4j.ExecuteQuery(t.Context(), d, "RETURN 1 AS x", nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
		if err != nil || len(res.Records) != 1 || res.Records[0].Values[0] != int64(1) || res.Keys[0] != "x" {
			t.Error(scheme, res, err)
		}
		if name := res.Summary.Database().Name(); name != "neo4j" {
			t.Error(name)
		}
	}
}

func TestDriverSummary(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	query(t, d, "MATCH (n) DETACH DELETE n", nil)
	sum := query(t, d, "CREATE (a:A:B {x: 1, y: 2})-[:T {z: 3}]->(:C)", nil).Summary
	c := sum.Counters()
	if c.NodesCreated() != 2 || c.RelationshipsCreated() != 1 || c.PropertiesSet() != 3 || c.LabelsAdded() != 3 || !c.ContainsUpdates() || c.ContainsSystemUpdates() {
		t.Errorf("%+v", c)
	}
	if sum.StatementType() != neo4j.StatementTypeWriteOnly {
		t.Error(sum.StatementType())
	}
	sum = query(t, d, "MATCH (a:A) SET a.x = 2 RETURN a", nil).Summary
	if sum.StatementType() != neo4j.StatementTypeReadWrite || sum.Counters().PropertiesSet() != 1 {
		t.Error(sum.StatementType(), sum.Counters())
	}
	c = query(t, d, "MATCH (n) DETACH DELETE n", nil).Summary.Counters()
	if c.NodesDeleted() != 2 || c.RelationshipsDeleted() != 1 {
		t.Errorf("%+v", c)
	}
	sum = query(t, d, "CREATE INDEX boltIndex IF NOT EXISTS FOR (n:Bolt) ON (n.x)", nil).Summary
	if sum.StatementType() != neo4j.StatementTypeSchemaWrite || sum.Counters().IndexesAdded() != 1 {
		t.Error(sum.StatementType(), sum.Counters())
	}
	query(t, d, "DROP INDEX boltIndex", nil)
	sum = query(t, d, "EXPLAIN MATCH (n:A) RETURN n", nil).Summary
	if sum.Plan() == nil || !strings.HasPrefix(sum.Plan().Operator(), "ProduceResults") || len(sum.Plan().Children()) == 0 {
		t.Errorf("%+v", sum.Plan())
	}
	sum = query(t, d, "PROFILE UNWIND [1, 2] AS x RETURN x", nil).Summary
	if sum.Profile() == nil || sum.Profile().Records() != 2 {
		t.Errorf("%+v", sum.Profile())
	}
}

func TestDriverTransactions(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx := t.Context()
	query(t, d, "MATCH (n:Tx) DETACH DELETE n", nil)
	count := func() int64 {
		return query(t, d, "MATCH (n:Tx) RETURN count(n)", nil).Records[0].Values[0].(int64)
	}
	s := d.NewSession(ctx, neo4j.SessionConfig{})
	defer func() { _ = s.Close(ctx) }()

	tx, err := s.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Run(ctx, "CREATE (:Tx)", nil); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 0 {
		t.Errorf("%d nodes seen before the commit", n)
	}
	if err := tx.Rollback(ctx); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 0 {
		t.Errorf("%d nodes after a rollback", n)
	}
	if _, err := s.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		_, err := tx.Run(ctx, "CREATE (:Tx)", nil)
		return nil, err
	}); err != nil {
		t.Fatal(err)
	}
	if marks := neo4j.BookmarksToRawValues(s.LastBookmarks()); len(marks) != 1 {
		t.Error("no bookmark", marks)
	}
	n, err := s.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		res, err := tx.Run(ctx, "MATCH (n:Tx) RETURN count(n)", nil)
		if err != nil {
			return nil, err
		}
		rec, err := res.Single(ctx)
		return rec.Values[0], err
	})
	if err != nil || n != int64(1) {
		t.Error(n, err)
	}
	query(t, d, "MATCH (n:Tx) DELETE n", nil)
}

func TestDriverErrors(t *testing.T) {
	addr := serveEngine(t, Config{})
	d := connect(t, "bolt://"+addr)
	ctx := t.Context()
	fails := func(cfg neo4j.SessionConfig, statement string) error {
		s := d.NewSession(ctx, cfg)
		defer func() { _ = s.Close(ctx) }()
		res, err := s.Run(ctx, statement, nil)
		if err == nil {
			_, err = res.Consume(ctx)
		}
		return err
	}
	err := fails(neo4j.SessionConfig{}, "MATCH (n)\nRETURN x")
	if code(err) != "Neo.ClientError.Statement.SyntaxError" || !strings.Contains(err.Error(), "Variable `x` not defined (line 2, column 8 (offset: 17))\n\"RETURN x\"\n        ^") {
		t.Error(err)
	}
	tests := []struct {
		cfg             neo4j.SessionConfig
		statement, want string
	}{
		{neo4j.SessionConfig{}, "RETURN 1/0", "Neo.ClientError.Statement.ArithmeticError"},
		{neo4j.SessionConfig{}, "RETURN $x", "Neo.ClientError.Statement.ParameterMissing"},
		{neo4j.SessionConfig{}, "CALL no.such()", "Neo.ClientError.Procedure.ProcedureNotFound"},
		{neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead}, "CREATE (n)", "Neo.ClientError.Statement.AccessMode"},
		{neo4j.SessionConfig{DatabaseName: "nope"}, "RETURN 1", "Neo.ClientError.Database.DatabaseNotFound"},
		{neo4j.SessionConfig{}, "CREATE (a)-[:T]->(b) DELETE a", "Neo.ClientError.Schema.ConstraintValidationFailed"},
	}
	for _, tt := range tests {
		if err := fails(tt.cfg, tt.statement); code(err) != tt.want {
			t.Errorf("%s: got %v, want %s", tt.statement, err, tt.want)
		}
	}
	query(t, d, "RETURN 1", nil)
}

func TestDriverReadOnlyServer(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{ReadOnly: true}))
	_, err := neo4j.ExecuteQuery(t.Context(), d, "CREATE (n)", nil, neo4j.EagerResultTransformer)
	if code(err) != "Neo.ClientError.Statement.AccessMode" {
		t.Error(err)
	}
	query(t, d, "RETURN 1", nil)
}

func TestDriverSystemDatabase(t *testing.T) {
	d := connect(t, "neo4j://"+serveEngine(t, Config{}))
	res, err := neo4j.ExecuteQuery(t.Context(), d, "SHOW DATABASES YIELD name RETURN name ORDER BY name", nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("system"))
	if err != nil || len(res.Records) != 2 || res.Records[0].Values[0] != "neo4j" {
		t.Error(res, err)
	}
	res = query(t, d, "CALL dbms.components() YIELD name, versions, edition RETURN versions[0]", nil)
	if v, _ := res.Records[0].Values[0].(string); !strings.HasPrefix(v, "5.26.") {
		t.Error(res.Records[0])
	}
}

func TestDriverManyAtOnce(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	query(t, d, "MATCH (n:Many) DETACH DELETE n", nil)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 10 {
				id := fmt.Sprintf("%d-%d", i, j)
				_, err := neo4j.ExecuteQuery(t.Context(), d, "CREATE (n:Many {id: $id}) RETURN n.id", map[string]any{"id": id}, neo4j.EagerResultTransformer)
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if n := query(t, d, "MATCH (n:Many) DELETE n RETURN count(n)", nil).Records[0].Values[0]; n != int64(80) {
		t.Error(n)
	}
}
