package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync/atomic"
	"time"
)

// Options configure a store. The zero value is durable and quiet.
type Options struct {
	Logger *slog.Logger // nil: no logging
	NoSync bool         // do not wait for the disk at commit: a power failure may lose or damage the file
}

// A Store is one graph. All methods may be used by many goroutines.
type Store struct {
	opts    Options
	uuid    string
	created time.Time
	root    atomic.Pointer[root]
	turn    chan struct{} // holds one element while a write transaction runs
	disk    *disk         // nil in memory
	// The rest belongs to the writer whose turn it is.
	reg      *registry
	nodePack *packer
	relPack  *packer
	ids      idPool
	epoch    uint64
	closed   bool
}

func newStore(o Options) *Store {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	s := &Store{opts: o, uuid: newUUID(), created: time.Now(), turn: make(chan struct{}, 1), reg: newRegistry()}
	s.nodePack, s.relPack = newPacker(s.reg), newPacker(s.reg)
	s.root.Store(&root{shapes: s.reg.shapes, sets: s.reg.sets, schema: newSchema()})
	return s
}

// newUUID makes a random UUID (RFC 9562, version 4).
func newUUID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// Begin starts a transaction. A read transaction sees the newest committed version and never
// waits. A write transaction waits until the one before it has ended; ctx ends the wait.
func (s *Store) Begin(ctx context.Context, write bool) (*Tx, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !write {
		return &Tx{s: s, r: s.root.Load()}, nil
	}
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.closed {
		<-s.turn
		return nil, errors.New("store: write after close")
	}
	s.epoch++
	base := s.root.Load()
	r := *base
	r.byLabel, r.byType = slices.Clone(r.byLabel), slices.Clone(r.byType)
	r.trees = slices.Clone(r.trees)
	r.shapes, r.sets = s.reg.shapes, s.reg.sets
	return &Tx{s: s, r: &r, w: &writer{epoch: s.epoch, base: base}}, nil
}

// Version is the number of commits the graph has seen.
func (s *Store) Version() uint64 { return s.root.Load().version }

// idPool hands out ids: first those that earlier, committed deletions freed.
type idPool struct {
	nodes, rels []uint32 // free; taken from the end
}

func (p *idPool) takeNode(t *Tx) uint32 {
	if n := len(p.nodes) - t.w.usedNodes; n > 0 {
		t.w.usedNodes++
		return p.nodes[n-1]
	}
	t.r.nextNode++
	return t.r.nextNode - 1
}

func (p *idPool) takeRel(t *Tx) uint32 {
	if n := len(p.rels) - t.w.usedRels; n > 0 {
		t.w.usedRels++
		return p.rels[n-1]
	}
	t.r.nextRel++
	return t.r.nextRel - 1
}

// commit makes what the transaction took taken and what it deleted free.
func (p *idPool) commit(t *Tx) {
	p.nodes = p.nodes[:len(p.nodes)-t.w.usedNodes]
	for id := range t.w.deletedNodes.all() {
		p.nodes = append(p.nodes, id)
	}
	p.rels = p.rels[:len(p.rels)-t.w.usedRels]
	for id := range t.w.deletedRels.all() {
		p.rels = append(p.rels, id)
	}
}
