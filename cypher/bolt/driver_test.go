package bolt

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

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

func TestDriverGraphValues(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	query(t, d, "MATCH (n:Gv) DETACH DELETE n", nil)
	query(t, d, "CREATE (a:Gv:Person {name: 'Ada'})-[:KNOWS {since: 1833}]->(b:Gv {name: 'Charles'})<-[:MET]-(c:Gv {name: 'Mary'})", nil)
	rec := query(t, d, "MATCH p = (a:Gv {name: 'Ada'})-[k:KNOWS]->(b)<-[m:MET]-(c) RETURN a, k, p, elementId(a) AS ea, elementId(k) AS ek", nil).Records[0]
	a, k, p := rec.Values[0].(neo4j.Node), rec.Values[1].(neo4j.Relationship), rec.Values[2].(neo4j.Path)
	if fmt.Sprint(a.Labels) != "[Gv Person]" && fmt.Sprint(a.Labels) != "[Person Gv]" || a.Props["name"] != "Ada" {
		t.Errorf("%+v", a)
	}
	if k.Type != "KNOWS" || k.Props["since"] != int64(1833) || k.StartElementId != a.ElementId {
		t.Errorf("%+v", k)
	}
	if a.ElementId != rec.Values[3] || k.ElementId != rec.Values[4] {
		t.Error(a.ElementId, k.ElementId, rec.Values[3:])
	}
	if len(p.Nodes) != 3 || len(p.Relationships) != 2 || p.Nodes[2].Props["name"] != "Mary" {
		t.Fatalf("%+v", p)
	}
	if met := p.Relationships[1]; met.Type != "MET" || met.StartElementId != p.Nodes[2].ElementId || met.EndElementId != p.Nodes[1].ElementId {
		t.Errorf("%+v", met)
	}
	found := query(t, d, "MATCH (n) WHERE elementId(n) = $id RETURN n.name", map[string]any{"id": a.ElementId})
	if len(found.Records) != 1 || found.Records[0].Values[0] != "Ada" {
		t.Error(found.Records)
	}
	query(t, d, "MATCH (n:Gv) DETACH DELETE n", nil)
}

func TestDriverRoundTrip(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 2, 29, 12, 34, 56, 789, berlin)
	values := map[string]any{
		"null": nil, "bool": true, "int": int64(math.MinInt64), "float": -1.5e300, "string": "ä\n'😀", "bytes": []byte{0, 255},
		"list": []any{int64(1), "a", []any{}}, "map": map[string]any{"b": int64(1), "a": map[string]any{}},
		"date": neo4j.DateOf(at), "localTime": neo4j.LocalTimeOf(at), "localDateTime": neo4j.LocalDateTimeOf(at),
		"time": neo4j.OffsetTimeOf(at), "zoned": at, "offset": at.In(time.FixedZone("Offset", -12600)), "early": time.Date(-4000, 1, 2, 3, 4, 5, 6, time.FixedZone("Offset", 3600)),
		"duration": neo4j.DurationOf(14, -3, 7, 999_999_999), "point": neo4j.Point2D{X: 1.5, Y: -2, SpatialRefId: 4326},
		"point3d": neo4j.Point3D{X: 1.5, Y: -2, Z: 3, SpatialRefId: 9157},
	}
	for name, v := range values {
		t.Run(name, func(t *testing.T) {
			got := query(t, d, "RETURN $x AS x", map[string]any{"x": v}).Records[0].Values[0]
			equal := reflect.DeepEqual(got, v)
			switch want := v.(type) {
			case time.Time:
				got := got.(time.Time)
				equal = got.Equal(want) && got.Format(time.RFC3339) == want.Format(time.RFC3339)
			case neo4j.Date, neo4j.LocalTime, neo4j.LocalDateTime, neo4j.OffsetTime, neo4j.Duration:
				equal = fmt.Sprint(got) == fmt.Sprint(want)
			}
			if !equal {
				t.Errorf("got %v, want %v", got, v)
			}
		})
	}
}

func TestDriverStreams(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx := t.Context()
	s := d.NewSession(ctx, neo4j.SessionConfig{FetchSize: 100})
	defer func() { _ = s.Close(ctx) }()
	res, err := s.Run(ctx, "UNWIND range(1, 100000) AS i RETURN i, 'row ' + toString(i) AS s", nil)
	if err != nil {
		t.Fatal(err)
	}
	n := int64(0)
	for res.Next(ctx) {
		if n++; res.Record().Values[0] != n {
			t.Fatalf("row %d is %v", n, res.Record().Values)
		}
	}
	if res.Err() != nil || n != 100000 {
		t.Fatal(n, res.Err())
	}
	// Only begun, then dropped: the session discards the rest.
	if res, err = s.Run(ctx, "UNWIND range(1, 100000) AS i RETURN i", nil); err != nil || !res.Next(ctx) {
		t.Fatal(err)
	}
	if _, err := res.Consume(ctx); err != nil {
		t.Fatal(err)
	}
}

func TestDriverTwoResults(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx := t.Context()
	s := d.NewSession(ctx, neo4j.SessionConfig{FetchSize: 2})
	defer func() { _ = s.Close(ctx) }()
	tx, err := s.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	outer, err := tx.Run(ctx, "UNWIND range(1, 7) AS i RETURN i", nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	for outer.Next(ctx) {
		inner, err := tx.Run(ctx, "UNWIND range(1, $n) AS j RETURN j", map[string]any{"n": outer.Record().Values[0]})
		if err != nil {
			t.Fatal(err)
		}
		for inner.Next(ctx) {
			sum += inner.Record().Values[0].(int64)
		}
		if inner.Err() != nil {
			t.Fatal(inner.Err())
		}
	}
	if err := outer.Err(); err != nil || sum != 84 {
		t.Error(sum, err)
	}
	if err := tx.Commit(ctx); err != nil {
		t.Error(err)
	}
}

const endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)"

func TestDriverCancels(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := neo4j.ExecuteQuery(ctx, d, endless, nil, neo4j.EagerResultTransformer); err == nil {
		t.Error("ended")
	}
	query(t, d, "RETURN 1", nil)

	s := d.NewSession(t.Context(), neo4j.SessionConfig{})
	defer func() { _ = s.Close(t.Context()) }()
	res, err := s.Run(t.Context(), endless, nil, neo4j.WithTxTimeout(200*time.Millisecond))
	if err == nil {
		_, err = res.Consume(t.Context())
	}
	if !strings.HasPrefix(code(err), "Neo.ClientError.Transaction.TransactionTimedOut") {
		t.Error(err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
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

func BenchmarkDriverReturn1(b *testing.B) {
	d := connect(b, "bolt://"+serveEngine(b, Config{}))
	ctx := context.Background()
	s := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = s.Close(ctx) }()
	b.ReportAllocs()
	for b.Loop() {
		res, err := s.Run(ctx, "RETURN 1", nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := res.Consume(ctx); err != nil {
			b.Fatal(err)
		}
	}
}

// A client on another machine is told the advertised address.
func TestAdvertisedAddress(t *testing.T) {
	addr := startServer(t, &fakeDB{}, Config{AdvertisedAddr: "graph.example:7687"})
	c := dial(t, addr, bolt5).login()
	_, _, err := net.SplitHostPort(addr)
	if err != nil {
		t.Fatal(err)
	}
	c.send(msgRoute, extra(), extra(), extra())
	if got := c.recv(); !strings.Contains(got, "graph.example:7687") {
		t.Error(got)
	}
}
