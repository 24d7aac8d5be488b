package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
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
		return &csvWriter{out: csv.NewWriter(w)}, nil
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
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return v
	}
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(data)
}

// A jsonWriter writes one array of objects, a row a line.
type jsonWriter struct {
	out     *bufio.Writer
	columns []string
	n       int
}

func (j *jsonWriter) head(columns []string) error {
	j.columns = columns
	_, err := j.out.WriteString("[")
	return err
}

func (j *jsonWriter) row(values []any) error {
	if j.n++; j.n > 1 {
		j.out.WriteByte(',')
	}
	j.out.WriteString("\n  {")
	for i, column := range j.columns {
		key, err := json.Marshal(column)
		if err != nil {
			return err
		}
		value, err := json.Marshal(values[i])
		if err != nil {
			return err
		}
		if i > 0 {
			j.out.WriteString(", ")
		}
		fmt.Fprintf(j.out, "%s: %s", key, value)
	}
	return j.out.WriteByte('}')
}

func (j *jsonWriter) end() error {
	if j.n > 0 {
		j.out.WriteByte('\n')
	}
	j.out.WriteString("]\n")
	return j.out.Flush()
}

type csvWriter struct{ out *csv.Writer }

func (c *csvWriter) head(columns []string) error { return c.out.Write(columns) }

func (c *csvWriter) row(values []any) error {
	cells := make([]string, len(values))
	for i, v := range values {
		if v != nil {
			cells[i] = cell(v)
		}
	}
	return c.out.Write(cells)
}

func (c *csvWriter) end() error {
	c.out.Flush()
	return c.out.Error()
}
