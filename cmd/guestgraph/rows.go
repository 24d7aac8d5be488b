package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"guestgraph/graph/export"
)

// A rowWriter writes the rows of a query as they come.
type rowWriter interface {
	head(columns []string) error
	row(values []any) error
	end() error
}

func newRowWriter(format string, w io.Writer) (rowWriter, error) {
	switch format {
	case "table":
		return &tableWriter{out: w, table: tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)}, nil
	case "json":
		return &jsonWriter{out: bufio.NewWriter(w)}, nil
	case "csv":
		return &csvWriter{lines: export.NewLines(w)}, nil
	}
	return nil, usagef("format %q is not known: use table, json or csv", format)
}

// tableRows is how many rows are aligned together, which keeps a long answer streaming.
const tableRows = 1000

type tableWriter struct {
	out   io.Writer
	table *tabwriter.Writer
	n     int
}

func (t *tableWriter) head(columns []string) error {
	for i, c := range columns {
		columns[i] = oneLine(c)
	}
	if len(columns) == 0 {
		return nil
	}
	_, err := fmt.Fprintln(t.table, strings.Join(columns, "\t"))
	return err
}

func (t *tableWriter) row(values []any) error {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = oneLine(cell(v))
	}
	t.n++
	if _, err := fmt.Fprintln(t.table, strings.Join(cells, "\t")); err != nil {
		return err
	}
	if t.n%tableRows == 0 {
		return t.table.Flush()
	}
	return nil
}

func (t *tableWriter) end() error {
	if err := t.table.Flush(); err != nil {
		return err
	}
	if t.n == 0 {
		_, err := fmt.Fprintln(t.out, "(no rows)")
		return err
	}
	return nil
}

// oneLine keeps a cell on its line and a terminal's control sequences out of it.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f:
			return -1
		}
		return r
	}, s)
}

// cell writes strings as they are and everything else as JSON.
func cell(v any) string {
	if v == nil {
		return "null"
	}
	text, err := export.Cell(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return text
}

// A jsonWriter writes one array of objects, a row a line.
type jsonWriter struct {
	out     *bufio.Writer
	objects *export.Objects
	line    []byte
	n       int
}

func (j *jsonWriter) head(columns []string) (err error) {
	if j.objects, err = export.NewObjects(columns); err != nil {
		return err
	}
	_, err = j.out.WriteString("[")
	return err
}

func (j *jsonWriter) row(values []any) (err error) {
	if j.n++; j.n > 1 {
		j.out.WriteByte(',')
	}
	if j.line, err = j.objects.Append(append(j.line[:0], "\n  "...), values); err != nil {
		return err
	}
	_, err = j.out.Write(j.line)
	return err
}

func (j *jsonWriter) end() error {
	if j.n > 0 {
		j.out.WriteByte('\n')
	}
	j.out.WriteString("]\n")
	return j.out.Flush()
}

type csvWriter struct{ lines *export.Lines }

func (c *csvWriter) head(columns []string) error { return c.lines.Head(columns) }

func (c *csvWriter) row(values []any) error { return c.lines.Row(values) }

func (c *csvWriter) end() error { return c.lines.Flush() }
