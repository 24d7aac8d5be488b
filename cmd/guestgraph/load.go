package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"guestgraph/extract"
	"guestgraph/graph"
)

func (p *program) loadCommand() *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:   "load [SOURCE…]",
		Short: "Extract episodes and load their facts into the graph",
		Long: `load brings episodes into the graph. Only episodes that are new, or whose text or extractor changed, are
written; each is replaced whole. A SOURCE is a file, a folder, an http(s) URL, or - for standard input.

With --decisions it applies curated decisions, and undoes those that are no longer in the file, in the episodes it
reads and in those the graph has already: then it needs no SOURCE.`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if len(args) == 0 && p.settings.Decisions == "" {
				return usagef("load needs a SOURCE, or --decisions FILE to apply decisions to what is loaded already")
			}
			decisions, err := p.decisions()
			if err != nil {
				return err
			}
			b, err := p.openBackend(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, b.Close()) }()
			report, err := p.load(cmd.Context(), b.graph, p.documents(cmd.Context(), args, p.feedCache()), decisions, dryRun)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintln(p.out, loadLine(report, dryRun)); err != nil {
				return err
			}
			return p.verdict()
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "tell what would change, and change nothing")
	declareSources(cmd.Flags())
	declareDecisions(cmd.Flags())
	return cmd
}

// load brings documents into the graph, telling its progress and what decisions did.
func (p *program) load(ctx context.Context, g *graph.Graph, docs iter.Seq2[graph.Document, error], decisions *graph.Decisions, dryRun bool) (graph.Report, error) {
	progress := p.newProgress("loaded")
	report, err := g.Load(ctx, docs, graph.LoadOptions{
		Version: extract.Version, Decisions: decisions, DryRun: dryRun,
		Progress: func(r graph.Report) { progress.set(r.Added + r.Kept + r.Replaced + r.Decided) },
	})
	if errors.Is(err, graph.ErrDecided) {
		return report, fmt.Errorf("%w: name their file with --decisions; an empty one undoes them all", err)
	}
	if err != nil {
		return report, err
	}
	progress.done()
	return report, p.tellDecisions(ctx, g, decisions, report)
}

func loadLine(r graph.Report, dryRun bool) string {
	line := fmt.Sprintf("episodes: %d added, %d kept, %d replaced, %d withdrawn", r.Added, r.Kept, r.Replaced, r.Withdrawn)
	if r.Decided > 0 {
		line += fmt.Sprintf(", %d decided anew", r.Decided)
	}
	if dryRun {
		line += " (dry run: nothing was written)"
	}
	return line
}
