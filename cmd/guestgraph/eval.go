package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"guestgraph/extract"
	"guestgraph/extract/eval"
	"guestgraph/graph"
)

// An evaluation is what the flags of eval say.
type evaluation struct {
	gold, text, aliases, compare, floor  string
	format, report, headline, confidence string
	leaveOut                             []string
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

How much of that is owed to names that were listed because these very shows have them, --leave-out tells: "own" reads each
show without the curated names that its texts have and no other labelled show's texts, "all" without any curated name that
its texts have. Both do without the scorer of doubtful names, which such labels trained. Rules cannot be left out so.

The labels are JSON Lines with "id", "hosts", "guests", "persons", "companies", "technologies", "affiliations", "created" and
"sponsors"; lists that end in _ok hold what may be found or left out. --report keeps the report, as JSON, for a later run to
compare with: what got better and worse, item by item, and whether that is more than chance. With --floor, a file of
figures that must be held, eval fails where one has fallen by more than 0.005. --confidence writes the table from which
facts have their confidence (extract/confidence.tsv), as these labels tell it.`,
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
	flags.StringVar(&e.report, "report", "", "JSON `FILE` to write the report to")
	flags.StringVar(&e.headline, "headline", "", "JSON `FILE` to write the figures to that are published")
	flags.StringVar(&e.compare, "compare", "", "earlier report (JSON `FILE`) to compare with")
	flags.StringSliceVar(&e.leaveOut, "leave-out", nil, "also read each show without names it may have given: own, all")
	flags.StringVar(&e.confidence, "confidence", "", "`FILE` to write the confidence of each rule to")
	flags.StringVar(&e.floor, "floor", "", "JSON `FILE` of figures to hold")
	flags.BoolVar(&e.raise, "raise", false, "write the figures that were reached into the floor file where they are higher")
	flags.IntVar(&e.errors, "errors", 0, "list this many errors and changes of each field")
	declareSources(flags)
	return cmd
}

func (p *program) evaluate(ctx context.Context, e evaluation) error {
	if e.format != "text" && e.format != "json" && e.format != "markdown" {
		return usagef("format %q is not known: use text, json or markdown", e.format)
	}
	for _, leaving := range e.leaveOut {
		if l := eval.Leaving(leaving); l != eval.LeaveOwn && l != eval.LeaveAll {
			return usagef("--leave-out %q is not known: use own, all or both with a comma", leaving)
		}
	}
	gold, err := eval.ReadFile(e.gold, eval.ReadGold)
	if err != nil {
		return err
	}
	var names eval.Names
	if e.aliases != "" {
		if names, err = eval.ReadFile(e.aliases, eval.ReadNames); err != nil {
			return err
		}
	}
	var earlier *eval.Report
	if e.compare != "" {
		if earlier, err = eval.ReadFile(e.compare, readReport); err != nil {
			return err
		}
	}
	documents, err := p.labelled(ctx, e, gold)
	if err != nil {
		return err
	}
	result := eval.Score(gold, labelledFacts(documents), names)
	report := result.Report()
	for _, leaving := range e.leaveOut {
		left, err := eval.LeaveOut(gold, labelledEpisodes(documents), names, eval.Leaving(leaving), rulesAlone)
		if err != nil {
			return err
		}
		report.LeftOut = append(report.LeftOut, left)
	}
	if err := p.printReport(report, e, earlier); err != nil {
		return err
	}
	if err := e.write(result, report); err != nil {
		return err
	}
	if err := p.verdict(); err != nil || e.floor == "" {
		return err
	}
	return p.hold(report, e)
}

// rulesAlone leaves shows that are read as if never seen without the scorer of names: it learned from these labels.
func rulesAlone(string) *extract.NameScorer { return nil }

// labelled extracts the facts of the labelled episodes, in the order of the labels; nil for those without a text.
func (p *program) labelled(ctx context.Context, e evaluation, gold []eval.Gold) ([]*graph.Document, error) {
	var list []*graph.Document
	byID := map[string]*graph.Document{}
	for doc, err := range p.documents(ctx, []string{e.text}, "") {
		if err != nil {
			return nil, err
		}
		list = append(list, &doc)
		byID[doc.Facts.ID] = &doc
	}
	if e.byOrder {
		if len(list) != len(gold) {
			return nil, fmt.Errorf("%s holds %d episodes and %s %d labels: by order, there must be as many", e.text, len(list), e.gold, len(gold))
		}
		return list, nil
	}
	aligned := make([]*graph.Document, len(gold))
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

func labelledFacts(documents []*graph.Document) []*extract.Facts {
	return partOfEach(documents, func(doc *graph.Document) *extract.Facts { return &doc.Facts })
}

func labelledEpisodes(documents []*graph.Document) []*extract.Episode {
	return partOfEach(documents, func(doc *graph.Document) *extract.Episode { return &doc.Episode })
}

// partOfEach takes a part of each document; nil of those that are nil.
func partOfEach[T any](documents []*graph.Document, part func(*graph.Document) *T) []*T {
	out := make([]*T, len(documents))
	for i, doc := range documents {
		if doc != nil {
			out[i] = part(doc)
		}
	}
	return out
}

func (p *program) printReport(report *eval.Report, e evaluation, earlier *eval.Report) error {
	if earlier != nil {
		report.Changes = report.Compare(earlier)
	}
	if e.format == "json" {
		return report.WriteJSON(p.out)
	}
	return report.Print(p.out, eval.Printing{Errors: e.errors, Markdown: e.format == "markdown"})
}

// write keeps the report and the table of confidences in the files that were asked for.
func (e *evaluation) write(result *eval.Result, report *eval.Report) error {
	if e.report != "" {
		if err := writeFile(e.report, report.WriteJSON); err != nil {
			return err
		}
	}
	if e.headline != "" {
		if err := writeFile(e.headline, report.Headline().WriteJSON); err != nil {
			return err
		}
	}
	if e.confidence == "" {
		return nil
	}
	table, err := extract.DefaultConfidences()
	if err != nil {
		return err
	}
	return writeFile(e.confidence, func(out io.Writer) error { return eval.WriteConfidences(out, result.Calibrate(), table.Assumed()) })
}

// writeFile writes a file once its content is complete.
func writeFile(path string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// hold compares a report with the floors, or raises them.
func (p *program) hold(report *eval.Report, e evaluation) error {
	floors, err := eval.ReadFile(e.floor, eval.ReadFloors)
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
		return nil, fmt.Errorf("not a report of eval --report: %w", err)
	}
	if report.Fields == nil {
		return nil, errors.New("not a report of eval --report: no figures in it")
	}
	return &report, nil
}
