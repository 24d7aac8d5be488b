package gentest_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guestgraph/cypher/engine/gentest"
	"guestgraph/cypher/engine/syntax"
)

// A server is one of the two that are asked.
type server struct {
	t       *testing.T
	session neo4j.SessionWithContext
}

// indexes are there so that planners have a choice.
var indexes = map[string]string{
	"gentest_k": "FOR (n:A) ON (n.k)", "gentest_s": "FOR (n:B) ON (n.s)", "gentest_w": "FOR ()-[r:R]-() ON (r.w)", "gentest_d": "FOR (n:C) ON (n.d, n.k)",
}

func connect(t *testing.T, uri string) *server {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	d, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	s := &server{t, d.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})}
	t.Cleanup(func() {
		s.must("MATCH (n) DETACH DELETE n")
		for name := range indexes {
			s.must("DROP INDEX " + name + " IF EXISTS")
		}
		if err := errors.Join(s.session.Close(ctx), d.Close(ctx)); err != nil {
			t.Error(err)
		}
	})
	for name, on := range indexes {
		s.must("CREATE INDEX " + name + " IF NOT EXISTS " + on)
	}
	return s
}

// must runs a statement that cannot fail.
func (s *server) must(statement string) {
	s.t.Helper()
	ctx := context.WithoutCancel(s.t.Context())
	res, err := s.session.Run(ctx, statement, nil)
	if err == nil {
		_, err = res.Consume(ctx)
	}
	if err != nil {
		s.t.Fatalf("%s: %v", statement, err)
	}
}

// load replaces the graph.
func (s *server) load(g *gentest.Graph) {
	s.t.Helper()
	s.must("MATCH (n) DETACH DELETE n")
	if create := g.Create(); create != "" {
		s.must(create)
	}
}

// ask runs a statement, reads the graph if it may have changed, and takes the changes back.
func (s *server) ask(statement string) (o outcome) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), 30*time.Second)
	defer cancel()
	tx, err := s.session.BeginTransaction(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = tx.Rollback(ctx) }()
	fail := func(err error) outcome {
		var ne *neo4j.Neo4jError
		if errors.As(err, &ne) {
			return outcome{code: ne.Code, words: ne.Msg}
		}
		return outcome{code: "client", words: err.Error()}
	}
	rows, err := read(ctx, tx, statement)
	if err != nil {
		return fail(err)
	}
	o.rows = rows
	if !writes(statement) {
		return o
	}
	for _, q := range []string{"MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a, r, b"} {
		rows, err := read(ctx, tx, q)
		if err != nil {
			return fail(err)
		}
		o.graph = append(o.graph, rows...)
	}
	slices.Sort(o.graph)
	return o
}

// writes tells whether a statement has a clause that writes. What a server says of it depends on its plan.
func writes(statement string) (found bool) {
	st, err := syntax.Parse(statement)
	if err != nil {
		return false
	}
	syntax.Walk(st.Body, func(n syntax.Node) bool {
		switch n.(type) {
		case *syntax.Create, *syntax.Merge, *syntax.Set, *syntax.Remove, *syntax.Delete, *syntax.Foreach:
			found = true
		}
		return !found
	})
	return found
}

func read(ctx context.Context, tx neo4j.ExplicitTransaction, statement string) (rows []string, err error) {
	res, err := tx.Run(ctx, statement, nil)
	if err != nil {
		return nil, err
	}
	for res.Next(ctx) {
		var parts []string
		for _, v := range res.Record().Values {
			parts = append(parts, show(v))
		}
		rows = append(rows, strings.Join(parts, " | "))
	}
	return rows, res.Err()
}
