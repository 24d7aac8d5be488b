package main

import (
	"context"
	"errors"
	"fmt"

	"guestgraph/cypher/engine/store"
	"guestgraph/graph"
)

// A backend is the graph, and the embedded store under it where this process has it open.
type backend struct {
	graph *graph.Graph
	store *embedded // nil on Neo4j, and when another process owns the data folder
}

// openBackend connects to Neo4j where one is configured; else it opens the embedded store in the
// data folder; else, where another process has that open, it works through that process.
func (p *program) openBackend(ctx context.Context) (*backend, error) {
	s := p.settings
	if s.Neo4jURI != "" {
		cfg := graph.Config{URI: s.Neo4jURI, Database: s.Neo4jDB, Logger: p.log}
		if s.Neo4jPass != "" {
			cfg.User, cfg.Password = s.Neo4jUser, s.Neo4jPass
		}
		return connect(ctx, cfg, nil)
	}
	opened, err := openEmbedded(s.Data, p.log)
	if errors.Is(err, store.ErrLocked) {
		return p.joinOwner(ctx)
	}
	if err != nil {
		return nil, err
	}
	cfg := opened.owner.config()
	cfg.Logger = p.log
	return connect(ctx, cfg, opened)
}

// joinOwner works through the process that has the data folder open.
func (p *program) joinOwner(ctx context.Context) (*backend, error) {
	o, err := readOwner(p.settings.Data)
	if err != nil {
		return nil, fmt.Errorf("data folder %s is in use by another process, which left no address: stop it, or choose another folder with --data", p.settings.Data)
	}
	cfg := o.config()
	cfg.Logger = p.log
	b, err := connect(ctx, cfg, nil)
	if err != nil {
		return nil, fmt.Errorf("data folder %s is in use by process %d (%s), which does not answer at %s: stop it, or choose another folder with --data: %w",
			p.settings.Data, o.PID, o.Command, o.Bolt, err)
	}
	p.log.Info("working through the process that has the data folder open", "pid", o.PID, "bolt", o.Bolt)
	return b, nil
}

func connect(ctx context.Context, cfg graph.Config, under *embedded) (*backend, error) {
	g, err := graph.Open(ctx, cfg)
	if err != nil {
		if under != nil {
			err = errors.Join(err, under.Close())
		}
		return nil, err
	}
	return &backend{graph: g, store: under}, nil
}

// Close closes the graph, then the store.
func (b *backend) Close() error {
	err := b.graph.Close(context.Background())
	if b.store != nil {
		err = errors.Join(err, b.store.Close())
	}
	return err
}
