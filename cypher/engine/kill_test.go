package engine

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

const (
	killStore = "GUESTGRAPH_TEST_KILL_STORE" // the file that a child writes until it is killed
	killCount = "GUESTGRAPH_TEST_KILLS"      // how often to kill; default 3
	batchSize = 40
)

// TestKill kills a loader with SIGKILL at random moments, again and again on the same file: every commit that returned
// is there afterwards, whole, and of what came after it nothing, or one commit whole.
func TestKill(t *testing.T) {
	if path := os.Getenv(killStore); path != "" {
		loadUntilKilled(t, path)
		return
	}
	kills := 3
	if n, err := strconv.Atoi(os.Getenv(killCount)); err == nil {
		kills = n
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	random := rand.New(rand.NewPCG(1, uint64(kills)))
	for i := range kills {
		returned := killLoader(t, path, time.Duration(5+random.IntN(120))*time.Millisecond)
		there := checkBatches(t, path)
		if there < returned || there > returned+1 {
			t.Fatalf("kill %d: commit %d returned, %d are there", i, returned, there)
		}
	}
	t.Logf("%d kills, %d commits there", kills, checkBatches(t, path))
}

// killLoader runs a loader, kills it so long after its first commit, and tells the last commit that had returned.
func killLoader(t *testing.T, path string, after time.Duration) (returned int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKill$")
	child.Env = append(os.Environ(), killStore+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	var kill *time.Timer
	for lines.Scan() {
		if n, err := strconv.Atoi(lines.Text()); err == nil {
			returned = n
		}
		if kill == nil {
			kill = time.AfterFunc(after, func() { _ = child.Process.Kill() })
		}
	}
	if err := child.Wait(); err == nil || kill == nil {
		t.Fatalf("the loader ended by itself: %v", err)
	}
	return returned
}

// loadUntilKilled commits one batch after the other and says so each time a commit has returned.
func loadUntilKilled(t *testing.T, path string) {
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := &scriptRun{t: t, db: db}
	first, err := r.evaluate("COUNT { MATCH (:Batch) }")
	if err != nil {
		t.Fatal(err)
	}
	n, _ := first.AsInt()
	fmt.Println(n)
	for {
		n++
		r.params = []value.Entry{{Key: "n", Val: value.Int(n)}, {Key: "size", Val: value.Int(batchSize)}}
		if _, err := r.exec("CREATE (b:Batch {n: $n}) WITH b UNWIND range(1, $size) AS i CREATE (b)-[:HAS {i: i}]->(:Item {n: $n, i: i})"); err != nil {
			t.Fatal(err)
		}
		fmt.Println(n)
	}
}

// checkBatches tells how many batches a file holds; each must be whole, and none missing before the last.
func checkBatches(t *testing.T, path string) int {
	t.Helper()
	if report, err := store.CheckFile(path); err != nil || len(report.Problems) > 0 {
		t.Fatalf("check: %v, %v", report, err)
	}
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	tx, err := db.Begin(context.Background(), TxConfig{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	res, err := tx.Run(context.Background(), "MATCH (b:Batch) RETURN b.n AS n, COUNT { (b)-[:HAS]->(:Item {n: b.n}) } AS items ORDER BY n", nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for res.Next() {
		n++
		if number, _ := res.Row()[0].AsInt(); number != int64(n) {
			t.Fatalf("batch %d is missing", n)
		}
		if items, _ := res.Row()[1].AsInt(); items != batchSize {
			t.Fatalf("batch %d has %d of %d items", n, items, batchSize)
		}
	}
	if res.Err() != nil {
		t.Fatal(res.Err())
	}
	all, err := (&scriptRun{t: t, db: db}).evaluate("COUNT { MATCH (:Item) }")
	if err != nil {
		t.Fatal(err)
	}
	if items, _ := all.AsInt(); items != int64(n*batchSize) {
		t.Fatalf("%d items for %d batches", items, n)
	}
	return n
}
