package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"guestgraph/extract"
)

func (p *program) extractCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "extract SOURCE…",
		Short: "Print the facts of episodes, each with its quote; stores nothing",
		Long: `extract reads feeds, JSON Lines, texts (one description, or many run together) and video metadata, and
prints one JSON object per episode. A SOURCE is a file, a folder, an http(s) URL, or - for standard input.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			print, err := p.factsPrinter(format)
			if err != nil {
				return err
			}
			progress := p.newProgress("extracted")
			for doc, err := range p.documents(cmd.Context(), args, "") {
				if err != nil {
					return err
				}
				if err := print.facts(&doc.Facts); err != nil {
					return err
				}
				progress.add(1)
			}
			progress.done()
			if err := print.flush(); err != nil {
				return err
			}
			return p.verdict()
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "jsonl or table")
	declareSources(cmd.Flags())
	return cmd
}

// A factsPrinter writes facts in one format.
type factsPrinter struct {
	facts func(*extract.Facts) error
	flush func() error
}

func (p *program) factsPrinter(format string) (factsPrinter, error) {
	switch format {
	case "jsonl":
		buffered := bufio.NewWriter(p.out)
		encoder := json.NewEncoder(buffered)
		encoder.SetEscapeHTML(false)
		return factsPrinter{func(f *extract.Facts) error { return encoder.Encode(f) }, buffered.Flush}, nil
	case "table":
		table := tabwriter.NewWriter(p.out, 0, 4, 2, ' ', 0)
		if _, err := fmt.Fprintln(table, "EPISODE\tPERSON\tPART\tWORKS OR WORKED AT\tCREATED"); err != nil {
			return factsPrinter{}, err
		}
		return factsPrinter{func(f *extract.Facts) error { return peopleRows(table, f) }, table.Flush}, nil
	}
	return factsPrinter{}, usagef("format %q is not known: use jsonl or table", format)
}

// peopleRows writes a line for each person of an episode.
func peopleRows(w io.Writer, f *extract.Facts) error {
	for _, person := range f.People {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", f.ID, person.Name, partOf(f, person.Name), jobsOf(f, person.Name), creationsOf(f, person.Name)); err != nil {
			return err
		}
	}
	return nil
}

func partOf(f *extract.Facts, person string) string {
	for part, list := range map[string][]extract.Mention{"host": f.Hosts, "guest": f.Guests} {
		for _, m := range list {
			if m.Name == person {
				return part
			}
		}
	}
	return "mentioned"
}

func jobsOf(f *extract.Facts, person string) string {
	var jobs []string
	for _, a := range f.Affiliations {
		if a.Person != person {
			continue
		}
		job := a.Company
		if len(a.Roles) > 0 {
			job = strings.Join(a.Roles, ", ") + " at " + job
		}
		if a.Status != extract.Unknown {
			job += " (" + string(a.Status) + ")"
		}
		jobs = append(jobs, job)
	}
	return strings.Join(jobs, "; ")
}

func creationsOf(f *extract.Facts, person string) string {
	var names []string
	for _, c := range f.Creations {
		if c.Person == person {
			names = append(names, c.Technology)
		}
	}
	return strings.Join(names, ", ")
}
