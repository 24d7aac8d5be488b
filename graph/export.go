package graph

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// KindChapter is the kind of chapters, which have no page of their own: only exports tell them.
const KindChapter Kind = "chapter"

// ExportKinds are the kinds of node that Export gives, in the order in which a reader would want them.
func ExportKinds() []Kind {
	return append(kinds(), KindChapter)
}

// A Node is a node with its properties, as Bolt has them: text, int64, float64, bool and lists of these.
type Node struct {
	Ref
	Props map[string]any
}

// An Edge is a relationship with its properties.
type Edge struct {
	Type     string // WORKED_AT, …
	From, To Ref
	Props    map[string]any
}

// Export hands over every node of those kinds, then every relationship between two of them, each in the store's own order
// and as they come, so that memory stays flat however large the graph is. What only serves the program (texts to search
// in, hashes, records of decisions) is left out.
//
// All is read in one transaction: the embedded store shows it one state of the graph. Neo4j may show what others commit
// meanwhile. An error of node or edge ends the export and is returned as it is.
func (g *Graph) Export(ctx context.Context, of []Kind, node func(Node) error, edge func(Edge) error) error {
	labels := make([]string, len(of))
	for i, kind := range of {
		if labels[i] = labelOf(kind); labels[i] == "" {
			return fmt.Errorf("export: there are no nodes of the kind %q: use %v", kind, ExportKinds())
		}
	}
	ctx, cancel := heeded(ctx)
	defer cancel()
	session := g.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: g.database})
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	// Not ExecuteRead: it would begin again after a passing failure, with half of the output written.
	inner, err := session.BeginTransaction(ctx)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer func() { _ = inner.Close(context.WithoutCancel(ctx)) }()
	t, params := tx{g, inner}, map[string]any{"labels": labels}
	if err := t.stream(ctx, "export/nodes", params, func(r record) error { return node(r.exported()) }); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := t.stream(ctx, "export/edges", params, func(r record) error { return edge(r.exportedEdge()) }); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func (r record) exported() Node {
	n := column[neo4j.Node](r, "n")
	for _, own := range []string{"searchName", "searchText", "hash", "decided"} {
		delete(n.Props, own)
	}
	ref := r.node("n")
	ref.Kind = kindOf(n.Labels)
	return Node{ref, n.Props}
}

func (r record) exportedEdge() Edge {
	rel := column[neo4j.Relationship](r, "r")
	end := func(labels, id, name string) Ref {
		return Ref{Kind: kindOf(r.strings(labels)), ID: r.str(id), Name: r.str(name)}
	}
	return Edge{rel.Type, end("fromLabels", "from", "fromName"), end("toLabels", "to", "toName"), rel.Props}
}
