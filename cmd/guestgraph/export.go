package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"guestgraph/graph"
	"guestgraph/graph/export"
)

func (p *program) exportCommand() *cobra.Command {
	var (
		format, table, base string
		only                []string
	)
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph for other tools: GraphML, GEXF, CSV or JSON-LD",
		Long: `export writes every node and every relationship to standard output, with the passage that each relationship
rests on.

  guestgraph export --format graphml > graph.graphml      yEd, Gephi, networkx, igraph
  guestgraph export --format gexf --only person,company > people.gexf
  guestgraph export --format csv > relationships.csv      a line a relationship, both of its ends named
  guestgraph export --format csv --table nodes > nodes.csv
  guestgraph export --format jsonld --base https://example.org/ > graph.jsonld`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			kinds, err := exportKinds(only)
			if err != nil {
				return err
			}
			switch {
			case table != "" && format != string(export.CSV):
				return usagef("--table is of --format csv only")
			case base != "" && format != string(export.JSONLD):
				return usagef("--base is of --format jsonld only")
			}
			w, err := export.NewWriter(export.Format(format), p.out, export.Options{Table: export.Table(table), Base: base})
			if err != nil {
				return usagef("%v", err)
			}
			b, err := p.openBackend(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, b.Close()) }()
			if err := b.graph.Export(cmd.Context(), kinds, w.Node, w.Edge); err != nil {
				return err
			}
			return w.Close()
		},
	}
	cmd.Flags().StringVar(&format, "format", "graphml", "graphml, gexf, csv or jsonld")
	cmd.Flags().StringVar(&table, "table", "", "of csv: relationships (default) or nodes")
	cmd.Flags().StringVar(&base, "base", "", "of jsonld: `ADDRESS` of the site where the nodes have their pages")
	cmd.Flags().StringSliceVar(&only, "only", nil, "`KINDS` of node, and the relationships between them: person, company, technology, show, episode, chapter (default all)")
	return cmd
}

// exportKinds reads --only.
func exportKinds(only []string) ([]graph.Kind, error) {
	if len(only) == 0 {
		return graph.ExportKinds(), nil
	}
	kinds := make([]graph.Kind, len(only))
	for i, name := range only {
		if kinds[i] = graph.Kind(strings.TrimSpace(name)); !slices.Contains(graph.ExportKinds(), kinds[i]) {
			return nil, usagef("--only %q is no kind of node: use %v", name, graph.ExportKinds())
		}
	}
	return kinds, nil
}
