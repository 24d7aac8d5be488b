package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"guestgraph/cypher/engine/value"
)

// The buckets and keys of the file, and the version of their layout.
const (
	bucketMeta        = "meta"
	bucketLabels      = "labels"
	bucketTypes       = "types"
	bucketKeys        = "keys"
	bucketNodes       = "nodes"
	bucketRels        = "rels"
	bucketIndexes     = "indexes"
	bucketConstraints = "constraints"

	metaMagic   = "magic"
	metaFormat  = "format"
	metaUUID    = "uuid"
	metaCreated = "created" // milliseconds since 1970
	metaVersion = "version"
	metaNodes   = "nodes" // their number
	metaRels    = "relationships"
	metaSchema  = "schema" // next id of a schema rule

	magic  = "guestgraph store"
	format = 1
)

func buckets() []string {
	return []string{bucketMeta, bucketLabels, bucketTypes, bucketKeys, bucketNodes, bucketRels, bucketIndexes, bucketConstraints}
}

// lockWait is how long to wait for another process to leave the file.
const lockWait = time.Second

// A disk is the file of a store.
type disk struct {
	db   *bbolt.DB
	path string
}

// openDisk opens the file at path, made first when it is missing or empty.
func openDisk(path string, o Options) (d *disk, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0:
		if err := createDisk(path); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, fmt.Errorf("store: open: %w", err)
	}
	if err := inspect(path); err != nil {
		return nil, err
	}
	db, err := openBolt(path, o.NoSync)
	if err != nil {
		return nil, err
	}
	return &disk{db, path}, nil
}

// ErrLocked tells that the file is open in another process.
var ErrLocked = errors.New("another process holds it; stop that process or work through it")

func openBolt(path string, noSync bool) (db *bbolt.DB, err error) {
	defer recoverDamage(path, &err)
	db, err = bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait, NoSync: noSync, FreelistType: bbolt.FreelistMapType})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, fmt.Errorf("store: open %s: %w", path, ErrLocked)
	case err != nil:
		return nil, fmt.Errorf("store: open %s: %w", path, err)
	}
	return db, nil
}

// recoverDamage turns a panic of bbolt over a damaged page, or a fault of reading past the end of
// the mapped file, into an error.
func recoverDamage(path string, err *error) {
	if r := recover(); r != nil {
		*err = damaged(path, fmt.Sprint(r))
	}
}

func damaged(path, what string) error {
	return fmt.Errorf("store: %s is damaged: %s; restore it from a backup", path, what)
}

// createDisk makes an empty store beside path and moves it there, so that a crash leaves no half
// a file under the name.
func createDisk(path string) error {
	tmp := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	defer os.Remove(tmp)
	db, err := bbolt.Open(tmp, 0o600, &bbolt.Options{Timeout: lockWait})
	if err != nil {
		return fmt.Errorf("store: create: %w", err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		for _, name := range buckets() {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		m := tx.Bucket([]byte(bucketMeta))
		return errors.Join(
			m.Put([]byte(metaMagic), []byte(magic)),
			m.Put([]byte(metaFormat), binary.BigEndian.AppendUint64(nil, format)),
			m.Put([]byte(metaUUID), []byte(newUUID())),
			m.Put([]byte(metaCreated), binary.BigEndian.AppendUint64(nil, uint64(time.Now().UnixMilli()))))
	})
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("store: create %s: %w", path, err)
	}
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		err = os.Rename(tmp, path)
		return wrapCreate(path, err)
	}
	// A link, unlike a rename, does not replace the file another process may just have made.
	err = os.Link(tmp, path)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		err = os.Rename(tmp, path)
	}
	return wrapCreate(path, err)
}

func wrapCreate(path string, err error) error {
	if err != nil {
		return fmt.Errorf("store: create %s: %w", path, err)
	}
	return nil
}

// An arena keeps encoded records until bbolt has written them.
type arena struct {
	buf  []byte
	next int // size of the next block
}

// room gives where to append the next record.
func (a *arena) room() []byte {
	if cap(a.buf)-len(a.buf) < 512 {
		a.next = min(max(2*a.next, 1<<11), 1<<18)
		a.buf = make([]byte, 0, a.next)
	}
	return a.buf
}

// persist writes the changes of a transaction in one bbolt transaction.
func (t *Tx) persist() (err error) {
	d := t.s.disk
	if d == nil {
		return nil
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer recoverDamage(d.path, &err)
	tx, err := d.db.Begin(true)
	if err != nil {
		return fmt.Errorf("store: commit: %w", err)
	}
	if err := t.write(tx); err != nil {
		return errors.Join(fmt.Errorf("store: commit: %w", err), tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("store: commit: %w", err)
	}
	return nil
}

func (t *Tx) write(tx *bbolt.Tx) error {
	w, r := t.w, t.r
	meta := tx.Bucket([]byte(bucketMeta))
	for key, n := range map[string]uint64{metaVersion: r.version, metaNodes: uint64(r.nodeCount), metaRels: uint64(r.relCount)} {
		if err := meta.Put([]byte(key), binary.BigEndian.AppendUint64(nil, n)); err != nil {
			return err
		}
	}
	for bucket, names := range map[string][2][]string{
		bucketLabels: {w.base.labels.names, r.labels.names},
		bucketTypes:  {w.base.types.names, r.types.names},
		bucketKeys:   {w.base.keys.names, r.keys.names},
	} {
		b := tx.Bucket([]byte(bucket))
		for i := len(names[0]); i < len(names[1]); i++ {
			k := recordKey(uint32(i))
			if err := b.Put(k[:], []byte(names[1][i])); err != nil {
				return err
			}
		}
	}
	var a arena
	if err := writeRecords(tx.Bucket([]byte(bucketNodes)), &w.changedNodes, &a, t.appendNode); err != nil {
		return err
	}
	if err := writeRecords(tx.Bucket([]byte(bucketRels)), &w.changedRels, &a, t.appendRel); err != nil {
		return err
	}
	if w.schema {
		return t.writeSchema(tx)
	}
	return nil
}

// writeRecords puts the changed records that still exist, and deletes the others.
func writeRecords(b *bbolt.Bucket, changed *idSet, a *arena, encode func(buf []byte, id uint32) ([]byte, bool)) error {
	b.FillPercent = 0.95 // ids mostly ascend
	for id := range changed.all() {
		k := recordKey(id)
		buf := a.room()
		rec, ok := encode(buf, id)
		if !ok {
			if err := b.Delete(k[:]); err != nil {
				return err
			}
			continue
		}
		a.buf = seal(rec, len(buf), k[:])
		if err := b.Put(k[:], a.buf[len(buf):len(a.buf):len(a.buf)]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) appendNode(b []byte, id uint32) ([]byte, bool) {
	n := t.r.node(id)
	if n == nil {
		return b, false
	}
	labels := t.r.sets[n.labels-1].tokens
	b = binary.AppendUvarint(b, uint64(len(labels)))
	for _, l := range labels {
		b = binary.AppendUvarint(b, uint64(l))
	}
	return t.r.nodes.page(id).ext.appendProps(b, t.r.shapes[n.shape], n.off), true
}

func (t *Tx) appendRel(b []byte, id uint32) ([]byte, bool) {
	n := t.r.rel(id)
	if n == nil {
		return b, false
	}
	b = binary.AppendUvarint(b, uint64(n.typ-1))
	b = binary.AppendUvarint(b, uint64(n.start))
	b = binary.AppendUvarint(b, uint64(n.end))
	return t.r.rels.page(id).ext.appendProps(b, t.r.shapes[n.shape], n.off), true
}

// storedIndex is an Index as the file has it.
type storedIndex struct {
	Index
	Config []byte // value.AppendBinary of Index.Config
}

// writeSchema replaces the definitions of the file.
func (t *Tx) writeSchema(tx *bbolt.Tx) error {
	for _, name := range []string{bucketIndexes, bucketConstraints} {
		if err := tx.DeleteBucket([]byte(name)); err != nil {
			return err
		}
	}
	s := t.r.schema
	put := func(b *bbolt.Bucket, id int64, v any) error {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		return b.Put(binary.BigEndian.AppendUint64(nil, uint64(id)), data)
	}
	b, err := tx.CreateBucket([]byte(bucketIndexes))
	if err != nil {
		return err
	}
	for _, ix := range s.indexes {
		if err := put(b, ix.ID, storedIndex{*ix, value.AppendBinary(nil, value.FromMap(ix.Config))}); err != nil {
			return err
		}
	}
	if b, err = tx.CreateBucket([]byte(bucketConstraints)); err != nil {
		return err
	}
	for _, c := range s.constraints {
		if err := put(b, c.ID, c); err != nil {
			return err
		}
	}
	return tx.Bucket([]byte(bucketMeta)).Put([]byte(metaSchema), binary.BigEndian.AppendUint64(nil, uint64(s.nextID)))
}
