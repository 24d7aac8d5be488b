package engine

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

func open(t *testing.T, o Options) *DB {
	t.Helper()
	db, err := Open("", o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func begin(t *testing.T, db *DB, c TxConfig) *Tx {
	t.Helper()
	tx, err := db.Begin(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback() })
	return tx
}

// rows runs a statement to its end and gives the first column.
func rows(t *testing.T, tx *Tx, statement string) []string {
	t.Helper()
	r, err := tx.Run(context.Background(), statement, nil)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	var out []string
	for r.Next() {
		if len(r.Row()) > 0 {
			out = append(out, value.Format(r.Row()[0], r.Graph()))
		}
	}
	if r.Err() != nil {
		t.Fatalf("%s: %v", statement, r.Err())
	}
	return out
}

// autocommit runs a statement in a transaction of its own and gives its error.
func autocommit(db *DB, ctx context.Context, statement string) error {
	tx, err := db.Begin(ctx, TxConfig{Implicit: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	r, err := tx.Run(ctx, statement, nil)
	if err != nil {
		return err
	}
	for r.Next() {
	}
	if r.Err() != nil {
		return r.Err()
	}
	_, err = tx.Commit(ctx)
	return err
}

func wantCode(t *testing.T, err error, code fault.Code) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}

func TestReadTransactionRefusesWrites(t *testing.T) {
	db := open(t, Options{})
	tx := begin(t, db, TxConfig{ReadOnly: true})
	_, err := tx.Run(context.Background(), "CREATE (n)", nil)
	wantCode(t, err, fault.AccessMode)
	_, err = tx.Run(context.Background(), "RETURN 1", nil)
	wantCode(t, err, fault.TransactionTerminated)
}

func TestSnapshotAndReadCommitted(t *testing.T) {
	db := open(t, Options{})
	reader := begin(t, db, TxConfig{ReadOnly: true})
	writer := begin(t, db, TxConfig{})
	if got := rows(t, writer, "MATCH (n) RETURN count(n)"); got[0] != "0" {
		t.Fatal(got)
	}
	if err := autocommit(db, context.Background(), "CREATE (:A)"); err != nil {
		t.Fatal(err) // a session that has only read so far holds nobody up
	}
	if got := rows(t, reader, "MATCH (n) RETURN count(n)"); got[0] != "0" {
		t.Errorf("a reader sees a later commit: %v", got)
	}
	rows(t, writer, "CREATE (:A)")
	if got := rows(t, writer, "MATCH (n) RETURN count(n)"); got[0] != "2" {
		t.Errorf("after its first write a transaction sees %v, want 2", got)
	}
	if _, err := writer.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := rows(t, begin(t, db, TxConfig{ReadOnly: true}), "MATCH (n) RETURN count(n)"); got[0] != "2" {
		t.Errorf("after the commit: %v", got)
	}
}

func TestFailedStatementRollsBack(t *testing.T) {
	db := open(t, Options{})
	tx := begin(t, db, TxConfig{})
	rows(t, tx, "CREATE (:A)")
	if _, err := tx.Run(context.Background(), "RETURN nonsense(", nil); err == nil {
		t.Fatal("no error")
	}
	if _, err := tx.Commit(context.Background()); err == nil {
		t.Error("a failed transaction was committed")
	}
	if got := rows(t, begin(t, db, TxConfig{}), "MATCH (n) RETURN count(n)"); got[0] != "0" {
		t.Error(got)
	}
}

func TestOpenResultKeepsItsRows(t *testing.T) {
	db := open(t, Options{})
	tx := begin(t, db, TxConfig{})
	rows(t, tx, "UNWIND [1, 2, 3] AS i CREATE (:A {i: i})")
	r, err := tx.Run(context.Background(), "MATCH (n:A) RETURN n.i ORDER BY n.i", nil)
	if err != nil || !r.Next() {
		t.Fatal(err)
	}
	rows(t, tx, "MATCH (n:A) DETACH DELETE n")
	var got []string
	for ok := true; ok; ok = r.Next() {
		got = append(got, value.Format(r.Row()[0], nil))
	}
	if strings.Join(got, " ") != "1 2 3" {
		t.Errorf("rows %v", got)
	}
}

func TestClosingFinishesWrites(t *testing.T) {
	db := open(t, Options{})
	tx := begin(t, db, TxConfig{})
	r, err := tx.Run(context.Background(), "UNWIND range(1, 10) AS i CREATE (n:A) RETURN n", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Next()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if n := r.Summary().Counters.NodesCreated; n != 10 {
		t.Errorf("%d nodes created, want 10", n)
	}
}

func TestLimits(t *testing.T) {
	const megabyte = 1 << 20
	for _, test := range []struct {
		name, statement string
		limits          Limits
		code            fault.Code
	}{
		{"long unwind", "UNWIND range(1, 1000000000000) AS x RETURN count(x)", Limits{Timeout: 30 * time.Millisecond}, fault.TransactionTimedOut},
		{"cartesian product", "UNWIND range(1, 1000) AS i MATCH (a), (b), (c), (d), (e) RETURN count(*)", Limits{Timeout: 30 * time.Millisecond}, fault.TransactionTimedOut},
		{"endless paths", "MATCH p = (a)-[*]-(b) WITH p WHERE length(p) > 1000 RETURN count(p)", Limits{Timeout: 30 * time.Millisecond}, fault.TransactionTimedOut},
		{"list comprehension", "RETURN size([x IN range(1, 5000) WHERE all(y IN range(1, 5000) WHERE y > 0) | x])", Limits{Timeout: 30 * time.Millisecond}, fault.TransactionTimedOut},
		{"range", "RETURN size(range(1, 100000000000))", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"collect", "UNWIND range(1, 100000000) AS x RETURN size(collect(x))", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"count distinct", "UNWIND range(1, 100000000) AS x RETURN count(DISTINCT x)", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"sort", "UNWIND range(1, 100000000) AS x RETURN x ORDER BY -x", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"distinct", "UNWIND range(1, 100000000) AS x WITH DISTINCT x RETURN count(*)", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"groups", "UNWIND range(1, 100000000) AS x RETURN x, count(*)", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"doubling text", "RETURN reduce(s = 'ab', x IN range(1, 100) | s + s)", Limits{Memory: megabyte}, fault.TransactionMemoryExceeded},
		{"rows", "UNWIND range(1, 11) AS x RETURN x", Limits{Rows: 10}, "Neo.ClientError.Statement.RowLimitExceeded"},
	} {
		t.Run(test.name, func(t *testing.T) {
			db := open(t, Options{})
			if err := autocommit(db, context.Background(), "UNWIND range(1, 12) AS i CREATE (:A {i: i})"); err != nil {
				t.Fatal(err)
			}
			if err := autocommit(db, context.Background(), "MATCH (a:A), (b:A) CREATE (a)-[:R]->(b)"); err != nil {
				t.Fatal(err)
			}
			db.opts.Limits = test.limits
			start := time.Now()
			wantCode(t, autocommit(db, context.Background(), test.statement), test.code)
			if d := time.Since(start); d > 2*time.Second {
				t.Errorf("ended after %s", d)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	db := open(t, Options{})
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	time.AfterFunc(20*time.Millisecond, cancel)
	wantCode(t, autocommit(db, ctx, "UNWIND range(1, 1000000000000) AS x RETURN count(x)"), fault.TransactionTerminated)
}

func TestPlansFollowTheSchema(t *testing.T) {
	db := open(t, Options{})
	ctx := context.Background()
	const q = "MATCH (n:A {x: 1}) RETURN count(n)"
	for _, statement := range []string{"CREATE (:A {x: 1})", q, "CREATE INDEX i FOR (n:A) ON (n.x)", q, "DROP INDEX i", q} {
		if err := autocommit(db, ctx, statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "g.db")
	for want := range 3 {
		db, err := Open(path, Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		tx := begin(t, db, TxConfig{})
		if got := rows(t, tx, "MATCH (n) RETURN count(n)"); got[0] != value.Format(value.Int(int64(want)), nil) {
			t.Errorf("%s nodes, want %d", got[0], want)
		}
		rows(t, tx, "CREATE (n)")
		if _, err := tx.Commit(context.Background()); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadOnly(t *testing.T) {
	for statement, ok := range map[string]bool{
		"MATCH (n) RETURN n": true, "CALL db.labels()": true, "SHOW INDEXES": true,
		"CREATE (n)": false, "MATCH (n) SET n.x = 1": false, "CREATE INDEX FOR (n:A) ON (n.x)": false,
		"CALL db.createLabel('X')": false, "LOAD CSV FROM 'x' AS l RETURN l": false, "RETURN (": false,
		"SHOW TRANSACTIONS": false, "SHOW TRANSACTION 'neo4j-transaction-1' YIELD currentQuery": false, "SHOW SETTINGS": false, "SHOW FUNCTIONS": true,
		"CALL dbms.listConnections() YIELD clientAddress RETURN 1": false, "CALL { CALL Dbms.ListConfig() YIELD name RETURN name } RETURN name": false, "CALL dbms.components()": true,
		"CALL { CREATE (n) } RETURN 1": false, "FOREACH (x IN [1] | CREATE (n))": false,
	} {
		if err := ReadOnly(statement); (err == nil) != ok {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// TestReadersBesideAWriter: each reader sees whole commits, and programs of one plan do not disturb each other.
func TestReadersBesideAWriter(t *testing.T) {
	db := open(t, Options{})
	ctx := context.Background()
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				tx, err := db.Begin(ctx, TxConfig{ReadOnly: true})
				if err != nil {
					t.Error(err)
					return
				}
				r, err := tx.Run(ctx, "MATCH (a:A)-[:R]->(b:B) RETURN count(*) % 2, count(DISTINCT a), count(DISTINCT b)", nil)
				if err != nil || !r.Next() {
					t.Error(err)
					return
				}
				row := r.Row()
				if n, _ := row[0].AsInt(); n != 0 || row[1] != row[2] {
					t.Errorf("half a commit: %v", row)
				}
				_ = tx.Rollback()
			}
		})
	}
	for range 100 {
		if err := autocommit(db, ctx, "CREATE (:A)-[:R]->(:B), (:A)-[:R]->(:B)"); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	wg.Wait()
}
