package store

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

func TestBackupAndCheck(t *testing.T) {
	dir := t.TempDir()
	s := openFile(t, filepath.Join(dir, "graph.db"), Options{NoSync: true})
	fillSmall(t, s, 300)
	write := begin(t, s, true) // a backup does not wait for a running transaction, nor contain it
	addPair(write, 300)
	var b bytes.Buffer
	if err := s.Backup(&b); err != nil {
		t.Fatal(err)
	}
	commit(t, write)
	copied := filepath.Join(dir, "copy.db")
	if err := os.WriteFile(copied, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := CheckFile(copied)
	if err != nil || len(r.Problems) > 0 || r.Nodes != 600 || r.Relationships != 300 {
		t.Errorf("CheckFile = %+v, %v", r, err)
	}
	checkSmall(t, begin(t, openFile(t, copied, Options{}), false), 300)
	if r, err := s.Check(); err != nil || len(r.Problems) > 0 || r.Relationships != 301 {
		t.Errorf("Check = %+v, %v", r, err)
	}
	st := s.Stats()
	if st.Nodes != 602 || st.Relationships != 301 || st.Labels != 1 || st.FileBytes == 0 || st.Version != 2 {
		t.Errorf("Stats = %+v", st)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openFile(t, path, Options{NoSync: true})
	fillSmall(t, s, 50)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(bucketRels))
		k := recordKey(7)
		rec := bytes.Clone(b.Get(k[:]))
		rec[0] ^= 1
		if err := b.Put(k[:], rec); err != nil {
			return err
		}
		k = recordKey(9)
		return b.Delete(k[:])
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := CheckFile(path)
	if err != nil || len(r.Problems) != 2 || !strings.Contains(r.Problems[0], "checksum") || !strings.Contains(r.Problems[1], "48 relationships of 50") {
		t.Errorf("CheckFile = %+v, %v", r, err)
	}
	if _, err := Open(path, Options{}); err == nil {
		t.Error("a damaged store was opened")
	}
}
