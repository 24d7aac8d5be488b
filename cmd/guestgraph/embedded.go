package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"guestgraph/cypher/bolt"
	"guestgraph/cypher/engine"
	"guestgraph/graph"
)

const (
	storeFile = "guestgraph.db"
	ownerFile = "owner.json"
	ownerUser = "guestgraph"

	// statementMemory is how many bytes one statement may hold: visitors' statements run beside each other.
	statementMemory = 128 << 20
)

// An embedded is the embedded store, open, with a Bolt server on a loopback port of its own that
// only this user's processes know the password of. A port for everybody is a second server on the same
// store.
//
//	graph ──Bolt, password──▶ private port ─┐
//	second command (owner.json) ────────────┤─▶ engine ─▶ guestgraph.db
//	drivers and tools ──────▶ --bolt-addr ──┘
type embedded struct {
	db      *engine.DB
	dir     string
	owner   owner
	log     *slog.Logger
	servers *errgroup.Group
	ctx     context.Context
	stop    context.CancelFunc
}

// An owner says who has a data folder open and how to reach it: the content of owner.json.
type owner struct {
	PID      int    `json:"pid"`
	Command  string `json:"command"`
	Bolt     string `json:"bolt"` // host:port of the private port
	Password string `json:"password"`
}

func (o owner) config() graph.Config {
	return graph.Config{URI: "bolt://" + o.Bolt, User: ownerUser, Password: o.Password}
}

// openEmbedded opens the store in dir, made when absent, and serves it on a private port.
func openEmbedded(dir string, log *slog.Logger) (*embedded, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open data folder: %w", err)
	}
	db, err := engine.Open(filepath.Join(dir, storeFile), engine.Options{Logger: log, Limits: engine.Limits{Memory: statementMemory}})
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	e := &embedded{db: db, dir: dir, log: log, servers: &errgroup.Group{}, ctx: ctx, stop: stop}
	if err := e.open(); err != nil {
		return nil, errors.Join(err, e.Close())
	}
	return e, nil
}

func (e *embedded) open() error {
	e.owner = owner{PID: os.Getpid(), Command: strings.Join(os.Args, " "), Password: rand.Text()}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("open the store's private port: %w", err)
	}
	e.owner.Bolt = listener.Addr().String()
	e.serve(listener, bolt.Config{Logger: e.log, Owner: true, Auth: bolt.Auth{User: ownerUser, Password: e.owner.Password}})
	return e.writeOwner()
}

// serve answers Bolt on a listener until the store is closed.
func (e *embedded) serve(listener net.Listener, cfg bolt.Config) {
	server := bolt.New(e.db, cfg)
	e.servers.Go(func() error { return server.Serve(e.ctx, listener) })
}

// writeOwner leaves the private port's address where only this user can read it.
func (e *embedded) writeOwner() error {
	data, err := json.Marshal(e.owner)
	if err != nil {
		return err
	}
	path := filepath.Join(e.dir, ownerFile)
	if err := os.WriteFile(path+".new", data, 0o600); err != nil {
		return fmt.Errorf("note the owner of the data folder: %w", err)
	}
	return os.Rename(path+".new", path)
}

func readOwner(dir string) (owner, error) {
	var o owner
	data, err := os.ReadFile(filepath.Join(dir, ownerFile))
	if err != nil {
		return o, err
	}
	return o, json.Unmarshal(data, &o)
}

// Close ends the servers, then closes the store.
func (e *embedded) Close() error {
	e.stop()
	err := errors.Join(e.servers.Wait(), e.db.Close())
	if removeErr := os.Remove(filepath.Join(e.dir, ownerFile)); !errors.Is(removeErr, fs.ErrNotExist) {
		err = errors.Join(err, removeErr)
	}
	return err
}
