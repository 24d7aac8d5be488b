package store

import (
	"errors"
	"slices"
)

// A Tx is one transaction: a version of the graph and, when writable, its changes. One goroutine
// at a time may use it. Values and slices read from it stay valid after its end, but for those of
// Adjacent. A Tx implements value.Graph.
type Tx struct {
	s *Store
	r *root   // what the transaction sees
	w *writer // nil in a read transaction and after the end

	key []byte // for building index keys
}

// A writer is what a write transaction knows beyond the version it makes.
type writer struct {
	epoch        uint64
	base         *root // the version it started from
	node, rel    openRecord
	changedNodes idSet // created, changed or deleted
	changedRels  idSet
	deletedNodes idSet
	deletedRels  idSet
	thin         idSet // nodes with dead adjacency entries
	usedNodes    int   // ids taken from the pool
	usedRels     int
	schema       bool // the schema changed
}

// An openRecord is the record whose properties a transaction is changing. They are packed into
// their page when another record is changed, so that setting k properties packs once.
type openRecord struct {
	id    uint32
	open  bool
	dirty bool
	props []prop // by key
}

var errReadOnly = errors.New("store: write in a read transaction")

// Writable tells whether the transaction may change the graph.
func (t *Tx) Writable() bool { return t.w != nil }

func (t *Tx) writer() *writer {
	if t.w == nil {
		panic(errReadOnly)
	}
	return t.w
}

// Version is the number of commits before what the transaction sees; after Commit, including it.
func (t *Tx) Version() uint64 { return t.r.version }

// Commit makes the changes durable and visible. On an error nothing was changed and the
// transaction is over.
func (t *Tx) Commit() error {
	w := t.w
	if w == nil {
		return nil
	}
	if err := t.Dangling(); err != nil {
		t.Rollback()
		return err
	}
	t.flush()
	t.filterAll()
	if t.changed() {
		t.r.version++
		if err := t.persist(); err != nil {
			t.Rollback()
			return err
		}
		t.s.root.Store(t.r)
		t.s.ids.commit(t)
	}
	t.end()
	return nil
}

func (t *Tx) changed() bool {
	w := t.w
	return w.changedNodes.count+w.changedRels.count > 0 || w.schema ||
		len(t.r.labels.names) > len(w.base.labels.names) ||
		len(t.r.types.names) > len(w.base.types.names) ||
		len(t.r.keys.names) > len(w.base.keys.names)
}

// Rollback drops the changes. It does nothing after Commit.
func (t *Tx) Rollback() {
	w := t.w
	if w == nil {
		return
	}
	if len(t.r.labels.names) > len(w.base.labels.names) {
		t.s.reg.truncateSets(len(w.base.sets))
	}
	t.r = w.base
	t.end()
}

func (t *Tx) end() {
	t.w = nil
	<-t.s.turn
}

// flush packs the open records.
func (t *Tx) flush() {
	t.flushNode()
	t.flushRel()
}

// find gives the place of key in props.
func (o *openRecord) find(key Token) (int, bool) {
	return slices.BinarySearchFunc(o.props, key, func(p prop, k Token) int { return int(p.key) - int(k) })
}
