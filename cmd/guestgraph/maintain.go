package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"guestgraph/cypher/engine/store"
	"guestgraph/graph"
)

func (p *program) dbCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE]",
		Short: "Read the whole store, or a backup, and tell what is wrong with it",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := filepath.Join(p.settings.Data, storeFile)
			if len(args) == 1 {
				path = args[0]
			}
			problems, err := p.checkStore(cmd.Context(), path, len(args) == 1)
			if err != nil {
				return err
			}
			for _, problem := range problems {
				if _, err := fmt.Fprintln(p.out, problem); err != nil {
					return err
				}
			}
			if len(problems) > 0 {
				return fmt.Errorf("%s is damaged: restore a backup (copy it to %s while nothing runs), or load the sources into a new store", path, filepath.Join("DATA", storeFile))
			}
			_, err = fmt.Fprintf(p.out, "%s is sound\n", path)
			return err
		},
	}
}

// checkStore lists what is wrong with a file. The store of the data folder may be in use: then its owner checks it.
func (p *program) checkStore(ctx context.Context, path string, named bool) ([]string, error) {
	report, err := store.CheckFile(path)
	if err == nil {
		return report.Problems, nil
	}
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil, fmt.Errorf("there is no store in %s yet: load something, or name another folder with --data", p.settings.Data)
	}
	if named || !errors.Is(err, store.ErrLocked) {
		return nil, err
	}
	var problems []string
	err = p.askOwner(ctx, "CALL guestgraph.check()", nil, func(row []any) { problems = append(problems, fmt.Sprint(row[0])) })
	return problems, err
}

func (p *program) dbBackupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write the store as it is now to a new file, while others go on using it",
		Long: `backup writes the store as it is now to a new file and reads it once to see that it is sound. Others go on reading and
writing meanwhile. To restore it, stop guestgraph and copy the file to ` + storeFile + ` in the data folder.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			bytes, err := p.backup(cmd.Context(), path)
			if err != nil {
				return err
			}
			report, err := store.CheckFile(path)
			if err == nil && len(report.Problems) > 0 {
				err = fmt.Errorf("%s is not sound: %s", path, report.Problems[0])
			}
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.out, "%s: %d bytes, %d nodes, %d relationships\n", path, bytes, report.Nodes, report.Relationships)
			return err
		},
	}
}

func (p *program) backup(ctx context.Context, path string) (bytes int64, err error) {
	opened, err := p.openStore()
	if errors.Is(err, store.ErrLocked) {
		err = p.askOwner(ctx, "CALL guestgraph.backup($path)", map[string]any{"path": path}, func(row []any) { bytes, _ = row[0].(int64) })
		return bytes, err
	}
	if err != nil {
		return 0, err
	}
	bytes, err = opened.db.Backup(path)
	return bytes, errors.Join(err, opened.Close())
}

func (p *program) dbStatsCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Tell how large the store is",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "table" && format != "json" {
				return usagef("format %q is not known: use table or json", format)
			}
			counts, err := p.storeStats(cmd.Context())
			if err != nil {
				return err
			}
			if format == "json" {
				values := map[string]int64{}
				for _, c := range counts {
					values[c.Name] = c.Value
				}
				return json.NewEncoder(p.out).Encode(values)
			}
			table := tabwriter.NewWriter(p.out, 0, 4, 2, ' ', 0)
			for _, c := range counts {
				fmt.Fprintf(table, "%s\t%d\n", c.Name, c.Value)
			}
			return table.Flush()
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	return cmd
}

func (p *program) storeStats(ctx context.Context) (counts []store.Count, err error) {
	opened, err := p.openStore()
	if errors.Is(err, store.ErrLocked) {
		err = p.askOwner(ctx, "CALL guestgraph.stats()", nil, func(row []any) {
			name, _ := row[0].(string)
			n, _ := row[1].(int64)
			counts = append(counts, store.Count{Name: name, Value: n})
		})
		return counts, err
	}
	if err != nil {
		return nil, err
	}
	counts = opened.db.Stats().Lines()
	return counts, opened.Close()
}

// openStore opens the store of the data folder, which must be there: looking after a store makes none.
func (p *program) openStore() (*embedded, error) {
	if _, err := os.Stat(filepath.Join(p.settings.Data, storeFile)); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no store in %s yet: load something, or name another folder with --data", p.settings.Data)
	}
	return openEmbedded(p.settings.Data, p.log)
}

// askOwner runs a statement in the process that has the data folder open.
func (p *program) askOwner(ctx context.Context, statement string, params map[string]any, row func([]any)) (err error) {
	b, err := p.joinOwner(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	return b.graph.QueryStream(ctx, statement, params, graph.QueryOptions{},
		func([]string) error { return nil }, func(values []any) error { row(values); return nil })
}
