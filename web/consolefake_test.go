package web

import (
	"context"

	"guestgraph/graph"
)

func (f *fakeGraph) QueryStream(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions,
	head func([]string) error, row func([]any) error) error {
	if f.stream != nil {
		return f.stream(ctx, head, row)
	}
	table, err := f.query(ctx, statement, params, opts)
	if err != nil {
		return err
	}
	if err := head(table.Columns); err != nil {
		return err
	}
	for _, values := range table.Rows {
		if err := row(values); err != nil {
			return err
		}
	}
	return nil
}

func (f *fakeGraph) Catalog(context.Context) (*graph.Catalog, error) {
	return &graph.Catalog{
		Labels:        []graph.Named{{Name: "Company", Properties: []graph.Property{}}, {Name: "Person", Properties: []graph.Property{{Name: "name", Types: []string{"STRING"}}}}},
		Relationships: []graph.Named{{Name: "WORKED_AT", Properties: []graph.Property{{Name: "asOf", Types: []string{"STRING"}}}}},
		Functions:     []graph.Callable{{Name: "count", Signature: "count(input :: ANY) :: INTEGER", Description: "The number of values that are not null."}},
		Procedures:    []graph.Callable{{Name: "db.labels", Signature: "db.labels() :: (label :: STRING)", Description: "The labels that nodes have."}},
	}, f.broken
}
