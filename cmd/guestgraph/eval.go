package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"guestgraph/extract"
	"guestgraph/extract/eval"
)

// An evaluation is what the flags of eval say.
type evaluation struct {
	gold, text, aliases, baseline, floor string
	format                               string
	byOrder, raise                       bool
	errors                               int
}

func (p *program) evalCommand() *cobra.Command {
	var e evaluation
	cmd := &cobra.Command{
		Use:   "eval --gold FILE --text SOURCE",
		Short: "Measure extraction against labelled episodes",
		Long: `eval extracts the facts of labelled episodes and tells precision, recall and F1 of each field with 95 % intervals, the
figures of each show, how far confidence can be trusted, and the errors by kind.

The labels are JSON Lines with "id", "hosts", "guests", "persons", "companies", "technologies", "affiliations", "created" and
"sponsors"; lists that end in _ok hold what may be found or left out. With --format json the report can be kept, and given
to a later run as --baseline. With --floor, a file of figures that must be held, eval fails where one has fallen by more
than 0.005.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if e.gold == "" || e.text == "" {
				return usagef("eval needs --gold and --text")
			}
			if e.raise && e.floor == "" {
				return usagef("--raise needs --floor, the file to write")
			}
			return p.evaluate(cmd.Context(), e)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&e.gold, "gold", "", "`FILE` of labels, JSON Lines")
	flags.StringVar(&e.text, "text", "", "`SOURCE` of the episodes: JSON Lines, a text with many run together, a feed …")
	flags.StringVar(&e.aliases, "aliases", "", "`FILE` of spellings that mean the same: a line a thing, divided by tabs")
	flags.BoolVar(&e.byOrder, "by-order", false, "episodes and labels belong together by their order, not by id")
	flags.StringVar(&e.format, "format", "text", "text, json or markdown")
	flags.StringVar(&e.baseline, "baseline", "", "earlier report (JSON `FILE`) to compare with")
	flags.StringVar(&e.floor, "floor", "", "JSON `FILE` of figures to hold")
	flags.BoolVar(&e.raise, "raise", false, "write the figures that were reached into the floor file where they are higher")
	flags.IntVar(&e.errors, "errors", 0, "list this many errors of each field")
	declareSources(flags)
	return cmd
}

func (p *program) evaluate(ctx context.Context, e evaluation) error {
	if e.format != "text" && e.format != "json" && e.format != "markdown" {
		return usagef("format %q is not known: use text, json or markdown", e.format)
	}
	gold, err := readFile(e.gold, eval.ReadGold)
	if err != nil {
		return err
	}
	var names eval.Names
	if e.aliases != "" {
		if names, err = readFile(e.aliases, eval.ReadNames); err != nil {
			return err
		}
	}
	var baseline *eval.Report
	if e.baseline != "" {
		if baseline, err = readFile(e.baseline, readReport); err != nil {
			return err
		}
	}
	facts, err := p.labelled(ctx, e, gold)
	if err != nil {
		return err
	}
	report := eval.Score(gold, facts, names).Report()
	if err := p.printReport(report, e, baseline); err != nil {
		return err
	}
	if err := p.verdict(); err != nil || e.floor == "" {
		return err
	}
	return p.hold(report, e)
}

// labelled extracts the facts of the labelled episodes, in the order of the labels.
func (p *program) labelled(ctx context.Context, e evaluation, gold []eval.Gold) ([]*extract.Facts, error) {
	var list []*extract.Facts
	byID := map[string]*extract.Facts{}
	for doc, err := range p.documents(ctx, []string{e.text}, "") {
		if err != nil {
			return nil, err
		}
		list = append(list, &doc.Facts)
		byID[doc.Facts.ID] = &doc.Facts
	}
	if e.byOrder {
		if len(list) != len(gold) {
			return nil, fmt.Errorf("%s holds %d episodes and %s %d labels: by order, there must be as many", e.text, len(list), e.gold, len(gold))
		}
		return list, nil
	}
	aligned := make([]*extract.Facts, len(gold))
	found := 0
	for i := range gold {
		if aligned[i] = byID[gold[i].ID]; aligned[i] != nil {
			found++
		}
	}
	if found == 0 {
		return nil, fmt.Errorf("none of the %d ids in %s stands in %s: give the episodes that were labelled, or --by-order", len(gold), e.gold, e.text)
	}
	return aligned, nil
}

func (p *program) printReport(report *eval.Report, e evaluation, baseline *eval.Report) error {
	if e.format == "json" {
		encoder := json.NewEncoder(p.out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(report)
	}
	return report.Print(p.out, eval.Printing{Baseline: baseline, Errors: e.errors, Markdown: e.format == "markdown"})
}

// hold compares a report with the floors, or raises them.
func (p *program) hold(report *eval.Report, e evaluation) error {
	floors, err := readFile(e.floor, eval.ReadFloors)
	if err != nil && (!e.raise || !errors.Is(err, os.ErrNotExist)) {
		return err
	}
	falls := report.Below(floors)
	for _, fall := range falls {
		p.say("guestgraph: %s fell to %.4f; its floor is %.4f", fall.Field, fall.Value, fall.Floor)
	}
	if len(falls) > 0 {
		return fmt.Errorf("extraction got worse: figures below their floors in %s: %d", e.floor, len(falls))
	}
	if !e.raise {
		return nil
	}
	data, err := json.MarshalIndent(report.Raise(floors), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(e.floor, append(data, '\n'), 0o644)
}

func readReport(in io.Reader) (*eval.Report, error) {
	var report eval.Report
	if err := json.NewDecoder(in).Decode(&report); err != nil {
		return nil, fmt.Errorf("not a report of eval --format json: %w", err)
	}
	return &report, nil
}

// readFile reads a file of one kind, and names it where it is damaged.
func readFile[T any](path string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	f, err := os.Open(path)
	if err != nil {
		return none, err
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return v, nil
}
