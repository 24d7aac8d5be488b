package graph

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// EnsureSchema creates the constraints and indexes that are missing. It may run any number of times.
func (g *Graph) EnsureSchema(ctx context.Context) error {
	session := g.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, DatabaseName: g.database})
	defer func() { _ = session.Close(ctx) }()
	for _, statement := range g.library.Schema() {
		result, err := session.Run(ctx, statement, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return fmt.Errorf("ensure schema: %s: %w", statement, err)
		}
	}
	return nil
}
