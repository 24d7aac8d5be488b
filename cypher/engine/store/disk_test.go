package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"guestgraph/cypher/engine/value"
)

func TestMain(m *testing.M) {
	if path := os.Getenv("STORE_TEST_CRASH"); path != "" {
		crashWriter(path)
	}
	os.Exit(m.Run())
}

func openFile(t testing.TB, path string, o Options) *Store {
	t.Helper()
	s, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestReopen runs the model on a file and checks that what is read back equals it, over several openings.
func TestReopen(t *testing.T) {
	for seed := range uint64(3) {
		path := filepath.Join(t.TempDir(), "graph.db")
		r := rand.New(rand.NewPCG(seed, 2))
		s := openFile(t, path, Options{NoSync: true})
		m := runModel(t, r, s, 30)
		id := begin(t, s, false).DatabaseID()
		for range 3 {
			version := s.Version()
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openFile(t, path, Options{NoSync: true})
			tx := begin(t, s, false)
			m.check(t, tx)
			if tx.DatabaseID() != id || s.Version() != version {
				t.Errorf("uuid %s, version %d; want %s, %d", tx.DatabaseID(), s.Version(), id, version)
			}
			tx = begin(t, s, true)
			for range 50 {
				m.step(t, r, tx)
			}
			m.check(t, tx)
			commit(t, tx)
			m.check(t, begin(t, s, false))
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.db")
	s := openFile(t, good, Options{NoSync: true})
	fillSmall(t, s, 2000)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign.bolt")
	db, err := bbolt.Open(foreign, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	foreignBolt, _ := os.ReadFile(foreign)
	tests := []struct {
		name, want string
		data       []byte
	}{
		{"text", "not a guestgraph store", []byte(strings.Repeat("hello ", 5000))},
		{"short", "not a guestgraph store", []byte("x")},
		{"other program", "file of another program", foreignBolt},
		{"truncated", "is damaged", whole[:len(whole)*2/3]},
		{"truncated to its head", "is damaged", whole[:8192]},
		{"torn heads", "is damaged", withZeros(whole, 16+32, 8, 4096+16+32, 8)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bad.db")
			if err := os.WriteFile(path, test.data, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(path, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("Open = %v, want %q and the path", err, test.want)
			}
		})
	}
}

// withZeros gives a copy of data with ranges (offset, length) zeroed.
func withZeros(data []byte, ranges ...int) []byte {
	c := append([]byte(nil), data...)
	for i := 0; i < len(ranges); i += 2 {
		clear(c[ranges[i] : ranges[i]+ranges[i+1]])
	}
	return c
}

// TestFlippedBytes damages a store in many places: opening must fail with an error or give the
// graph unharmed, and never crash.
func TestFlippedBytes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "good.db")
	s := openFile(t, path, Options{NoSync: true})
	fillSmall(t, s, 200)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range 150 {
		data := append([]byte(nil), whole...)
		at := r.IntN(len(data))
		data[at] ^= byte(1 + r.IntN(255))
		bad := filepath.Join(dir, "bad.db")
		if err := os.WriteFile(bad, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(bad, Options{})
		if err != nil {
			if !strings.Contains(err.Error(), bad) {
				t.Errorf("error without the path: %v", err)
			}
			continue
		}
		checkSmall(t, begin(t, s, false), 200)
		s.Close()
	}
}

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	openFile(t, path, Options{})
	start := time.Now()
	if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), "another process holds it") {
		t.Errorf("Open of an open store = %v", err)
	}
	if took := time.Since(start); took > 3*lockWait {
		t.Errorf("waited %v for the lock", took)
	}
}

func TestWriteAfterClose(t *testing.T) {
	s := openFile(t, filepath.Join(t.TempDir(), "graph.db"), Options{})
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Begin(context.Background(), true); err == nil {
		t.Error("a write began after Close")
	}
}

// fillSmall makes n pairs in one transaction.
func fillSmall(t testing.TB, s *Store, n int) {
	t.Helper()
	tx := begin(t, s, true)
	for i := range n {
		addPair(tx, i)
	}
	commit(t, tx)
}

// addPair makes two nodes and a relationship, all with the number n.
func addPair(tx *Tx, n int) {
	label, typ, key := tx.EnsureLabel("N"), tx.EnsureType("R"), tx.EnsureKey("n")
	a, b := tx.CreateNode([]Token{label}), tx.CreateNode([]Token{label})
	r := tx.CreateRel(typ, a, b)
	err := errors.Join(
		tx.SetNodeProperty(a, key, value.Int(int64(n))),
		tx.SetNodeProperty(b, key, value.String(strconv.Itoa(n))),
		tx.SetRelProperty(r, key, value.Int(int64(n))))
	if err != nil {
		panic(err)
	}
}

// checkSmall checks that the pairs 0 to n-1 are there, whole, and nothing else.
func checkSmall(t testing.TB, tx *Tx, n int) {
	t.Helper()
	if tx.NodeCount() != 2*n || tx.RelCount() != n {
		t.Fatalf("%d nodes and %d relationships, want %d and %d", tx.NodeCount(), tx.RelCount(), 2*n, n)
	}
	seen := make([]bool, n)
	rels := tx.Rels()
	for id, ok := rels.Next(); ok; id, ok = rels.Next() {
		a, b := tx.RelEnds(id)
		i, _ := tx.RelProperty(id, "n").AsInt()
		j, _ := tx.NodeProperty(a, "n").AsInt()
		k, _ := tx.NodeProperty(b, "n").AsString()
		if i != j || k != strconv.FormatInt(i, 10) || int(i) >= n || seen[i] {
			t.Fatalf("pair %d is not whole: %d, %s", i, j, k)
		}
		seen[i] = true
	}
}

// crashWriter commits one pair after another and prints its number once the commit returned.
func crashWriter(path string) {
	s, err := Open(path, Options{})
	if err != nil {
		fmt.Println("open:", err)
		os.Exit(1)
	}
	n := s.root.Load().relCount
	for ; ; n++ {
		tx, err := s.Begin(context.Background(), true)
		if err == nil {
			addPair(tx, n)
			err = tx.Commit()
		}
		if err != nil {
			fmt.Println("commit:", err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

// TestKill kills a writer at random moments: every commit it reported is there, and none is half.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	r := rand.New(rand.NewPCG(uint64(os.Getpid()), 3))
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	last := -1
	for range rounds {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "STORE_TEST_CRASH="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(20+r.IntN(120))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatalf("writer: %s", lines.Text())
			}
			last = n
		}
		_ = cmd.Wait() // killed
		s, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		tx := begin(t, s, false)
		n := tx.RelCount()
		if n != last+1 && n != last+2 { // the last commit may not have been reported
			t.Fatalf("%d commits reported, %d in the file", last+1, n)
		}
		checkSmall(t, tx, n)
		last = n - 1
		s.Close()
	}
	if last < rounds {
		t.Errorf("the writer made only %d commits", last+1)
	}
	t.Logf("%d commits in %d rounds", last+1, rounds)
}
