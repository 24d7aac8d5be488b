package engine

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// Stats gives the sizes of the database as it is now.
func (db *DB) Stats() store.Stats { return db.store.Stats() }

// Check reads the whole file as it stands and reports what is wrong with it. Transactions go on.
func (db *DB) Check() (*store.Report, error) { return db.store.Check() }

// Backup writes the database as it is now to a new file at path, which Open opens. Transactions go on. A file that is
// there already is left as it is, with an error; one that could not be written to its end is removed.
func (db *DB) Backup(path string) (bytes int64, err error) {
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return 0, fmt.Errorf("backup: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(part))
		}
	}()
	err = errors.Join(db.store.Backup(f), f.Sync())
	if err == nil {
		bytes, err = f.Seek(0, io.SeekCurrent)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return 0, err
	}
	// A link, unlike a rename, does not replace what is there.
	if err := os.Link(part, path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return 0, fmt.Errorf("backup: %s is there already: name a new file", path)
		}
		return 0, fmt.Errorf("backup: %w", err)
	}
	return bytes, errors.Join(os.Remove(part), syncFolder(filepath.Dir(path)))
}

// syncFolder makes the name of a new file last.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// maintenance are the procedures by which another process of the owner's looks after a database that this one has open.
func (db *DB) maintenance() []*procedure.Procedure {
	return []*procedure.Procedure{
		{
			Name: "guestgraph.backup", Mode: procedure.DBMS, Owner: true, Description: "Writes a backup to a new file.",
			Args:   []procedure.Param{{Name: "path", Type: "STRING", Description: "Absolute path of the file."}},
			Yields: []procedure.Field{{Name: "bytes", Type: "INTEGER", Description: "The size of the backup."}},
			Call: func(_ *procedure.Context, args []value.Value, emit func([]value.Value) error) error {
				path, _ := args[0].AsString()
				if !filepath.IsAbs(path) {
					return fault.New(fault.ArgumentError, "guestgraph.backup needs an absolute path, not %q.", path)
				}
				bytes, err := db.Backup(path)
				if err != nil {
					return wrap(err, fault.ProcedureCallFailed, "guestgraph.backup")
				}
				return emit([]value.Value{value.Int(bytes)})
			},
		},
		{
			Name: "guestgraph.check", Mode: procedure.DBMS, Owner: true, Description: "Reads the whole file and tells what is wrong with it.",
			Yields: []procedure.Field{{Name: "problem", Type: "STRING", Description: "One problem."}},
			Call: func(_ *procedure.Context, _ []value.Value, emit func([]value.Value) error) error {
				r, err := db.Check()
				if err != nil {
					return wrap(err, fault.ProcedureCallFailed, "guestgraph.check")
				}
				for _, p := range r.Problems {
					if err := emit([]value.Value{value.String(p)}); err != nil {
						return err
					}
				}
				return nil
			},
		},
		{
			Name: "guestgraph.stats", Mode: procedure.DBMS, Owner: true, Description: "The sizes of the store.",
			Yields: []procedure.Field{{Name: "name", Type: "STRING", Description: "What is counted."}, {Name: "value", Type: "INTEGER", Description: "How many, or how many bytes."}},
			Call: func(_ *procedure.Context, _ []value.Value, emit func([]value.Value) error) error {
				for _, s := range db.Stats().Lines() {
					if err := emit([]value.Value{value.String(s.Name), value.Int(s.Value)}); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
}
