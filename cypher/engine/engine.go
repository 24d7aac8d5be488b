package engine

import (
	"context"
	"errors"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/procedure"
	"guestgraph/cypher/engine/store"
)

// Options say how to open a database.
type Options struct {
	Logger  *slog.Logger
	Limits  Limits
	Version string // what dbms.components() tells, e.g. "5.26.0"
	NoSync  bool   // leave flushing to the operating system: fast, not durable
	// Procedures are added to the built-in ones, and replace those of their name.
	Procedures []*procedure.Procedure
}

// Limits bound each query; 0 means no bound.
type Limits struct {
	Timeout time.Duration
	Rows    int64 // rows of a result
	Memory  int64 // bytes that buffering operators may hold
}

// A DB is an open database.
type DB struct {
	opts  Options
	store *store.Store
	cache planCache
	// planning leaves planner rules out, in tests.
	planning plan.Options
	// schema counts schema changes: plans of an earlier count are not used again.
	schema     atomic.Uint64
	procedures *procedure.Table
	server     procedure.Server
	turns      *exec.Turns // of long statements that read

	mu      sync.Mutex
	running map[int64]*Tx
	lastTx  int64
}

// Open opens the database in the file at path, made when absent; "" keeps everything in memory.
func Open(path string, o Options) (*DB, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Version == "" {
		o.Version = "5.26.0"
	}
	s, err := store.Open(path, store.Options{Logger: o.Logger, NoSync: o.NoSync})
	if err != nil {
		return nil, err
	}
	at, err := s.Begin(context.Background(), false)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	defer at.Rollback()
	db := &DB{
		opts: o, store: s, cache: planCache{entries: map[string]*planEntry{}}, running: map[int64]*Tx{},
		turns:  exec.NewTurns(max(1, runtime.GOMAXPROCS(0)-1)),
		server: procedure.Server{Version: o.Version, Edition: "community", ID: at.DatabaseID(), Started: time.Now()},
	}
	db.procedures = procedure.NewTable(append(db.maintenance(), o.Procedures...)...)
	return db, nil
}

// Close closes the database; open transactions must have ended.
func (db *DB) Close() error { return db.store.Close() }

// Begin begins a transaction.
//
// A read-only one sees the graph as it is now until its end. Any other takes a version to read at
// its first statement and waits for its turn to write only at its first statement that writes, so
// that clients that open write sessions out of habit do not queue; from then on it sees the newest
// graph and its own changes. That is Neo4j's isolation, read committed, and somewhat more.
func (db *DB) Begin(ctx context.Context, c TxConfig) (*Tx, error) {
	tx := &Tx{db: db, cfg: c, began: time.Now(), schema: db.schema.Load()}
	tx.timeout = c.Timeout
	if l := db.opts.Limits.Timeout; l > 0 && (tx.timeout == 0 || l < tx.timeout) {
		tx.timeout = l
	}
	if c.ReadOnly {
		if err := tx.beginRead(ctx); err != nil {
			return nil, err
		}
	}
	db.register(tx)
	return tx, nil
}

// planCache keeps plans by the text of their statement; the least recently used goes first.
type planCache struct {
	mu      sync.Mutex
	entries map[string]*planEntry
	clock   uint64
}

// cacheSize is how many plans are kept.
const cacheSize = 1000

func (c *planCache) get(text string, schema uint64) *planEntry {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[text]
	if e == nil || e.schema != schema {
		return nil
	}
	c.clock++
	e.used = c.clock
	return e
}

func (c *planCache) put(text string, e *planEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.entries[text]; old != nil && old.schema > e.schema {
		return
	}
	c.clock++
	e.used = c.clock
	c.entries[text] = e
	if len(c.entries) <= cacheSize {
		return
	}
	// Dropping the older half at once keeps eviction from costing at each statement.
	limit := c.clock - cacheSize/2
	for k, e := range c.entries {
		if e.used < limit {
			delete(c.entries, k)
		}
	}
}

// wrap makes an error of the context or of anything else one with a code.
func wrap(err error, code fault.Code, what string) error {
	if err == nil {
		return nil
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return f
	}
	return fault.Wrap(err, code, "%s: %v", what, err)
}
