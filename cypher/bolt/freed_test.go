package bolt

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/value"
)

// bombs are statements that would take all time or all memory.
var bombs = []string{
	"MATCH (a), (b), (c), (d), (e) WHERE a.i + b.i + c.i + d.i + e.i = -1 RETURN count(*)",
	"UNWIND range(1, 1000000000) AS x RETURN sum(x * 2)",
	"MATCH p = (a)-[*]-(b) WITH p WHERE length(p) > 1000 RETURN count(p)",
	"UNWIND range(1, 1000000000) AS x RETURN size(collect(x))",
	"UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x",
	"UNWIND range(1, 1000000000) AS x CREATE (:Bomb {x: x})",
	"UNWIND range(1, 1000000000) AS x RETURN x, 'a row that nobody asked for ' + x",
}

// Whatever ends a statement, its goroutines and its memory are free afterwards, and its changes are undone.
func TestEndedStatementsFreeEverything(t *testing.T) {
	db, err := engine.Open("", engine.Options{NoSync: true, Limits: engine.Limits{Memory: 8 << 20}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	addr := startServer(t, engineDB{db}, Config{WriteTimeout: 100 * time.Millisecond})
	d := connect(t, "bolt://"+addr)
	query(t, d, "UNWIND range(1, 100) AS i CREATE (:A {i: i})", nil)
	query(t, d, "MATCH (a:A), (b:A) WHERE b.i IN [a.i + 1, a.i * 2] CREATE (a)-[:R]->(b)", nil)
	for _, bomb := range bombs { // once before, so that what is kept for good is there
		endByTime(t, addr, bomb)
	}
	goroutines, heap := used(d)
	for name, end := range map[string]func(*testing.T, string, string){
		"time limit": endByTime, "RESET": endByReset, "lost connection": endByLoss, "nobody reads": endBySilence,
	} {
		t.Run(name, func(t *testing.T) {
			for _, bomb := range bombs {
				end(t, addr, bomb)
			}
		})
	}
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		n, h := used(d)
		others := query(t, d, "SHOW TRANSACTIONS", nil).Records[1:]
		if n <= goroutines && h <= heap+2<<20 && len(others) == 0 {
			break
		}
		if time.Now().After(end) {
			all := make([]byte, 1<<20)
			t.Fatalf("%d goroutines were %d, %d bytes were %d, transactions %v\n%s", n, goroutines, h, heap, others, all[:runtime.Stack(all, true)])
		}
	}
	if got := query(t, d, "MATCH (n) RETURN count(n)", nil).Records[0].Values[0]; got != int64(100) {
		t.Errorf("%d nodes are left", got)
	}
}

// used counts goroutines and bytes of the heap that are in use while the driver holds one connection.
func used(d neo4j.DriverWithContext) (goroutines int, heap uint64) {
	_ = d.VerifyConnectivity(context.Background())
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return runtime.NumGoroutine(), m.HeapAlloc
}

const patience = 30 * time.Millisecond

// endByTime gives a statement a time limit; some end by the memory limit before.
func endByTime(t *testing.T, addr, statement string) {
	t.Helper()
	c := dial(t, addr, bolt56).login()
	defer c.conn.Close()
	c.send(msgRun, value.String(statement), extra(), extra(entry("tx_timeout", value.Int(patience.Milliseconds()))))
	c.pull(-1, -1)
	if got := c.summary(); !strings.HasPrefix(got, "FAILURE") && !strings.HasPrefix(c.summary(), "FAILURE") {
		t.Errorf("%s: %.80s", statement, got)
	}
}

func endByReset(t *testing.T, addr, statement string) {
	t.Helper()
	c := dial(t, addr, bolt56).login()
	defer c.conn.Close()
	c.run(statement)
	c.pull(-1, -1)
	time.Sleep(patience)
	c.send(msgReset)
	for range 2 { // to RUN and PULL
		c.summary()
	}
	c.expect("SUCCESS")
}

// summary gives the next reply that is no record.
func (c *rawClient) summary() string {
	for {
		if got := c.recv(); !strings.HasPrefix(got, "RECORD") {
			return got
		}
	}
}

func endByLoss(t *testing.T, addr, statement string) {
	t.Helper()
	c := dial(t, addr, bolt56).login()
	c.run(statement)
	c.pull(-1, -1)
	time.Sleep(patience)
	_ = c.conn.Close()
}

// endBySilence asks for rows and does not read them.
func endBySilence(t *testing.T, addr, statement string) {
	t.Helper()
	c := dial(t, addr, bolt56).login()
	c.send(msgRun, value.String(statement), extra(), extra(entry("tx_timeout", value.Int(5*patience.Milliseconds()))))
	c.pull(-1, -1)
	t.Cleanup(func() { _ = c.conn.Close() })
	time.Sleep(patience)
}
