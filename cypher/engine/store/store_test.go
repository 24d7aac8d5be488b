package store

import (
	"context"
	"testing"

	"guestgraph/cypher/engine/value"
)

func memory(t testing.TB) *Store {
	t.Helper()
	s, err := Open("", Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func begin(t testing.TB, s *Store, write bool) *Tx {
	t.Helper()
	tx, err := s.Begin(context.Background(), write)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func commit(t testing.TB, tx *Tx) {
	t.Helper()
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

func TestSnapshot(t *testing.T) {
	s := memory(t)
	tx := begin(t, s, true)
	person, name := tx.EnsureLabel("Person"), tx.EnsureKey("name")
	knows := tx.EnsureType("KNOWS")
	a := tx.CreateNode([]Token{person})
	b := tx.CreateNode([]Token{person})
	if err := tx.SetNodeProperty(a, name, value.String("Ada")); err != nil {
		t.Fatal(err)
	}
	r := tx.CreateRel(knows, a, b)
	if got, _ := tx.NodePropertyAt(a, name).AsString(); got != "Ada" {
		t.Errorf("name before commit = %q", got)
	}
	early := begin(t, s, false)
	if early.NodeExists(a) || early.NodeCount() != 0 {
		t.Error("a reader sees an uncommitted node")
	}
	commit(t, tx)
	if early.NodeExists(a) {
		t.Error("a reader sees a later commit")
	}
	read := begin(t, s, false)
	if got, _ := read.NodeProperty(a, "name").AsString(); got != "Ada" {
		t.Errorf("name after commit = %q", got)
	}
	if got := read.Adjacent(b, In, knows); len(got) != 1 || got[0] != (Adj{r, a}) {
		t.Errorf("incoming of b = %v", got)
	}

	tx = begin(t, s, true)
	tx.DeleteNode(a)
	if err := tx.Commit(); err == nil {
		t.Error("a node with relationships was deleted")
	}
	tx = begin(t, s, true)
	tx.DeleteRel(r)
	tx.DeleteNode(a)
	if got := tx.RelType(r); got != "KNOWS" || !tx.RelDeleted(r) || tx.RelExists(r) {
		t.Errorf("type of deleted relationship = %q", got)
	}
	commit(t, tx)
	if !read.NodeExists(a) || len(read.Adjacent(b, In, knows)) != 1 {
		t.Error("a reader lost what it saw")
	}
	now := begin(t, s, false)
	if now.NodeExists(a) || now.RelExists(r) || now.DegreeAll(b, In) != 0 || now.NodeCount() != 1 || now.RelCount() != 0 {
		t.Error("deletion is not whole")
	}
}
