package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"go.etcd.io/bbolt"
)

// Stats are the sizes of a store.
type Stats struct {
	Nodes, Relationships        int
	Labels, Types, PropertyKeys int    // in use; keys: ever used
	Indexes, Constraints        int    // without the lookup indexes every store starts with
	IndexEntries                int    // in all property indexes
	Version                     uint64 // commits so far
	FileBytes                   int64  // 0 in memory
	FreeBytes                   int64  // of FileBytes, free for later commits
}

// A Count is one line of Stats.
type Count struct {
	Name  string
	Value int64
}

// Lines lists the sizes with names for people.
func (s Stats) Lines() []Count {
	return []Count{
		{"nodes", int64(s.Nodes)}, {"relationships", int64(s.Relationships)}, {"labels", int64(s.Labels)},
		{"relationship types", int64(s.Types)}, {"property keys", int64(s.PropertyKeys)}, {"indexes", int64(s.Indexes)},
		{"constraints", int64(s.Constraints)}, {"index entries", int64(s.IndexEntries)}, {"commits", int64(s.Version)},
		{"file bytes", s.FileBytes}, {"free bytes", s.FreeBytes},
	}
}

// Stats gives the sizes of the newest version.
func (s *Store) Stats() Stats {
	t := &Tx{s: s, r: s.root.Load()}
	st := Stats{Nodes: t.NodeCount(), Relationships: t.RelCount(), Labels: len(t.LabelNames()), Types: len(t.TypeNames()),
		PropertyKeys: len(t.KeyNames()), Constraints: len(t.r.schema.constraints), Version: t.r.version}
	for _, ix := range t.r.schema.indexes {
		if ix.Kind != Lookup {
			st.Indexes++
			st.IndexEntries += t.IndexSize(ix)
		}
	}
	if s.disk != nil {
		b := s.disk.db.Stats()
		st.FreeBytes = int64(b.FreePageN) * int64(s.disk.db.Info().PageSize)
		if info, err := os.Stat(s.disk.path); err == nil {
			st.FileBytes = info.Size()
		}
	}
	return st
}

// Backup writes the newest version to w, as a file that Open opens. Transactions go on meanwhile.
func (s *Store) Backup(w io.Writer) error {
	if s.disk == nil {
		return errors.New("store: backup: the store is in memory only")
	}
	err := s.disk.db.View(func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(w)
		return err
	})
	if err != nil {
		return fmt.Errorf("store: backup of %s: %w", s.disk.path, err)
	}
	return nil
}

// A Report is what Check found.
type Report struct {
	Path                 string
	Nodes, Relationships int
	Bytes                int64
	Problems             []string // empty: the file is sound
}

// maxProblems bounds Report.Problems; a damaged file has many of a kind.
const maxProblems = 100

func (r *Report) add(format string, args ...any) {
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
	}
}

// Check reads the whole file as it stands and reports what is wrong with it. Transactions go on.
func (s *Store) Check() (*Report, error) {
	if s.disk == nil {
		return nil, errors.New("store: check: the store is in memory only")
	}
	return checkBolt(s.disk.db, s.disk.path)
}

// CheckFile is Check for a file that no process has open; it does not change the file. The error
// tells that it could not be read at all.
func CheckFile(path string) (*Report, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	db, err := openBolt(path, false)
	if err != nil {
		return nil, err
	}
	r, err := checkBolt(db, path)
	return r, errors.Join(err, db.Close())
}

func checkBolt(db *bbolt.DB, path string) (r *Report, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(path, &err)
	r = &Report{Path: path}
	s := newStore(Options{})
	s.disk = &disk{db, path}
	err = db.View(func(tx *bbolt.Tx) error {
		r.Bytes = tx.Size()
		l := &loader{s: s, r: &root{}}
		if err := l.meta(tx); err != nil {
			return err
		}
		for err := range tx.Check() {
			r.add("page: %v", err)
		}
		if len(r.Problems) == 0 { // reading records needs sound pages
			l.check(tx, r)
		}
		return nil
	})
	return r, err
}

// check reads all records into the loader, reporting bad ones.
func (l *loader) check(tx *bbolt.Tx, r *Report) {
	if err := l.names(tx); err != nil {
		r.add("%v", err)
		return
	}
	each := func(bucket string, f func(id uint32, b []byte) error) {
		c := tx.Bucket([]byte(bucket)).Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			body, err := unseal(k, v)
			if err == nil {
				err = f(binary.BigEndian.Uint32(k), body)
			}
			if err != nil {
				r.add("%s %x: %v", bucket, k, err)
			}
		}
	}
	each(bucketNodes, l.node)
	each(bucketRels, l.rel)
	r.Nodes, r.Relationships = l.r.nodeCount, l.r.relCount
	m := tx.Bucket([]byte(bucketMeta))
	if n := getUint(m, metaNodes); n != uint64(r.Nodes) {
		r.add("%d nodes of %d", r.Nodes, n)
	}
	if n := getUint(m, metaRels); n != uint64(r.Relationships) {
		r.add("%d relationships of %d", r.Relationships, n)
	}
	if err := l.schema(tx); err != nil {
		r.add("%v", err)
		return
	}
	l.r.shapes, l.r.sets = l.s.reg.shapes, l.s.reg.sets
	if err := l.trees(); err != nil {
		r.add("%v", err)
	}
}
