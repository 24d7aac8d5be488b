// Package graph keeps the property graph of people, companies, technologies and episodes, and answers questions about it.
//
// It speaks Bolt only, through neo4j-go-driver, so that Neo4j and the embedded engine are one and the same to it.
// Every statement it runs is a named file of package cypher.
//
//	extract.Facts ─ Load ─▶ (:Show)<-[:PART_OF]-(:Episode)-[:HAS_CHAPTER]->(:Chapter)
//	                        (:Person)-[:HOSTED|GUEST_ON]->(:Episode)-[:MENTIONS]->(:Person|Company|Technology)
//	                        (:Person)-[:WORKED_AT]->(:Company)  (:Person)-[:CREATED]->(:Technology)
//	                        (:Company)-[:MAKES]->(:Technology)  (:Company)-[:SPONSORED]->(:Episode)
//	                             │
//	pages, widget, console ◀─────┘ Person, Company, Technology, Episode, Show, Home, Related, Paths, Flow, Search, Query
//
// One edge is one statement made in one episode, with the passage that makes it.
//
// Curated Decisions stand between facts and graph. So that they can be applied and undone at any time, each episode lists
// those that shaped it (decided), and a (:Record) of its id keeps, compressed, the facts as they were extracted.
package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"guestgraph/cypher"
)

// ErrNotFound tells that the graph holds nothing by the id asked for.
var ErrNotFound = errors.New("not found")

// Config says where the graph is and how to reach it.
type Config struct {
	URI      string // bolt://host:port, neo4j://, or with +s for TLS
	User     string // empty: no authentication
	Password string
	Database string // empty: the server's default database
	Logger   *slog.Logger
}

// A Graph is a connection to the graph. It is safe for use by many goroutines.
type Graph struct {
	driver   neo4j.DriverWithContext
	database string
	library  *cypher.Library
	log      *slog.Logger
	keeper   nameKeeper
	movers   moveKeeper
}

// Open connects to the graph that cfg names and checks that it answers.
func Open(ctx context.Context, cfg Config) (*Graph, error) {
	library, err := cypher.Load()
	if err != nil {
		return nil, fmt.Errorf("open graph: %w", err)
	}
	auth := neo4j.NoAuth()
	if cfg.User != "" {
		auth = neo4j.BasicAuth(cfg.User, cfg.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(cfg.URI, auth, func(c *config.Config) {
		c.UserAgent = "guestgraph"
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, fmt.Errorf("open graph %s: %w", cfg.URI, err)
	}
	logger := cfg.Logger
	if logger == nil {
		logger = slog.New(slog.DiscardHandler)
	}
	g := &Graph{driver: driver, database: cfg.Database, library: library, log: logger}
	if err := g.Ready(ctx); err != nil {
		_ = driver.Close(ctx)
		return nil, fmt.Errorf("open graph %s: %w", cfg.URI, err)
	}
	return g, nil
}

// Library is the set of named queries that the graph runs.
func (g *Graph) Library() *cypher.Library { return g.library }

// Close ends all connections.
func (g *Graph) Close(ctx context.Context) error {
	g.keeper.making.Wait()
	if err := g.driver.Close(ctx); err != nil {
		return fmt.Errorf("close graph: %w", err)
	}
	return nil
}

// Ready reports whether the graph answers now; nil means that it does.
func (g *Graph) Ready(ctx context.Context) error {
	if err := g.driver.VerifyConnectivity(ctx); err != nil {
		return fmt.Errorf("reach graph: %w", err)
	}
	return nil
}
