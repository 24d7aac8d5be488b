package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// A Printing says what a report is printed with.
type Printing struct {
	Errors   int // how many errors, and changes, of each field are listed
	Markdown bool
}

// Print writes a report for people.
func (r *Report) Print(out io.Writer, p Printing) error {
	w := &printer{out: out, markdown: p.Markdown}
	r.printFields(w)
	w.text(fmt.Sprintf("Episodes: %d, without facts: %d. Intervals: 95 %%, %d resampled sets of episodes.", r.Episodes, r.Missing, resamples))
	if r.Changes != nil {
		r.Changes.print(w, r, p.Errors)
	}
	r.printLeftOut(w)
	w.heading("F1 by show")
	printShows(w, r.Shows)
	w.heading("Reliability of confidence")
	printReliability(w, r.Calibration)
	w.heading("Reliability of the confidence that the other shows give a show")
	printReliability(w, r.CrossCheck)
	r.printKinds(w)
	if p.Errors > 0 {
		r.printErrors(w, p.Errors)
	}
	return w.err
}

func (r *Report) printFields(w *printer) {
	header := []string{"field", "P", "R", "F1", "95 %", "right", "wrong", "missing"}
	for _, l := range r.LeftOut {
		header = append(header, "without "+string(l.Names), "95 %")
	}
	var rows [][]string
	for _, field := range measured() {
		f := r.Fields[field]
		row := []string{field, three(f.Precision), three(f.Recall), three(f.Value), f.interval(), fmt.Sprint(f.Right), fmt.Sprint(f.Wrong), fmt.Sprint(f.Missing)}
		if field == Status || field == Roles {
			row[0], row[1], row[2], row[6] = field+" (accuracy)", "", "", ""
		}
		for _, l := range r.LeftOut {
			row = append(row, three(l.Fields[field].Value), l.Fields[field].interval())
		}
		rows = append(rows, row)
	}
	w.table(header, rows)
}

func (f Figure) interval() string { return three(f.Low) + "–" + three(f.High) }

// printLeftOut tells what the columns of shows left out mean, and their figures by show.
func (r *Report) printLeftOut(w *printer) {
	for _, l := range r.LeftOut {
		if l.Names == LeaveOwn {
			w.text(fmt.Sprintf("Without own: each show read without the curated names that its texts have and no other labelled show's (lines left out: %d).", l.Dropped))
		} else {
			w.text(fmt.Sprintf("Without all: each show read without any curated name that its texts have (lines left out: %d).", l.Dropped))
		}
	}
	if len(r.LeftOut) > 0 {
		w.text("Rules cannot be left out so: they were written once, for all shows. What decides about doubtful names is: these labels trained it.")
	}
	for _, l := range r.LeftOut {
		w.heading("F1 by show, without " + string(l.Names))
		printShows(w, l.Shows)
		w.heading("Reliability of confidence, without " + string(l.Names))
		printReliability(w, l.Calibration)
	}
}

func printShows(w *printer, shows []Show) {
	rows := make([][]string, 0, len(shows))
	for _, s := range shows {
		row := []string{s.Name, fmt.Sprint(s.Episodes)}
		for _, field := range measured() {
			if v, ok := s.Fields[field]; ok {
				row = append(row, three(v))
			} else {
				row = append(row, "")
			}
		}
		rows = append(rows, row)
	}
	w.table(append([]string{"show", "episodes"}, measured()...), rows)
}

func printReliability(w *printer, fields []Reliability) {
	var rows [][]string
	for _, c := range fields {
		for _, b := range c.Bins {
			rows = append(rows, []string{c.Field, fmt.Sprintf("%.1f–%.1f", b.From, b.To), fmt.Sprint(b.Items), three(b.Confidence), three(b.Right)})
		}
		rows = append(rows, []string{c.Field, "error", "", "", three(c.Error)})
	}
	w.table([]string{"field", "confidence", "items", "mean", "right"}, rows)
}

func (r *Report) printKinds(w *printer) {
	rows := make([][]string, 0, len(r.Kinds))
	for _, k := range r.Kinds {
		rows = append(rows, []string{k.Field, string(k.Kind), fmt.Sprint(k.Count)})
	}
	w.heading("Errors by kind")
	w.table([]string{"field", "kind", "errors"}, rows)
}

func (r *Report) printErrors(w *printer, limit int) {
	w.heading("Errors")
	var rows [][]string
	for _, field := range measured() {
		n := 0
		for _, e := range r.Errors {
			if e.Field != field {
				continue
			}
			if n++; n > limit {
				continue
			}
			rows = append(rows, []string{e.Field, string(e.Kind), e.Episode, e.Item})
		}
		if n > limit {
			rows = append(rows, []string{field, fmt.Sprintf("… %d more", n-limit), "", ""})
		}
	}
	w.table([]string{"field", "kind", "episode", "item"}, rows)
}

func three(x float64) string { return fmt.Sprintf("%.3f", x) }

// A printer writes tables, and keeps the first error.
type printer struct {
	out      io.Writer
	markdown bool
	err      error
}

func (w *printer) print(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.out, s)
	}
}

func (w *printer) text(s string) { w.print(s + "\n") }

func (w *printer) heading(s string) {
	if w.markdown {
		s = "### " + s + "\n"
	}
	w.print("\n" + s + "\n")
}

func (w *printer) table(header []string, rows [][]string) {
	if w.markdown {
		rule := slices.Repeat([]string{"---"}, len(header))
		for _, row := range slices.Concat([][]string{header, rule}, rows) {
			w.print("| " + strings.Join(row, " | ") + " |\n")
		}
		w.print("\n")
		return
	}
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, row := range slices.Concat([][]string{header}, rows) {
		_, _ = fmt.Fprintln(t, strings.Join(row, "\t")) // a strings.Builder does not fail
	}
	_ = t.Flush()
	for line := range strings.Lines(b.String()) {
		w.print(strings.TrimRight(line, " \n") + "\n")
	}
}
