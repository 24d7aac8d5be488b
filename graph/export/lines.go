package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Lines writes CSV (RFC 4180): a line of names, then a line a row. It is the one way in which anything here becomes CSV.
//
// A text that a spreadsheet would take for a formula has an apostrophe before it, as OWASP advises ("CSV Injection"):
// descriptions are written by anybody, and =HYPERLINK(…) in one must do nothing in the sheet of who exports it. Whoever
// needs texts to the letter takes JSON.
type Lines struct {
	csv   *csv.Writer
	cells []string
}

// NewLines writes to w, buffered until Flush.
func NewLines(w io.Writer) *Lines { return &Lines{csv: csv.NewWriter(w)} }

// Head writes the names of the columns.
func (l *Lines) Head(columns []string) error {
	l.cells = l.cells[:0]
	for _, c := range columns {
		l.cells = append(l.cells, disarmed(c))
	}
	return l.csv.Write(l.cells)
}

// Row writes a line: texts as they are but for formulas, nothing for null, and the rest as JSON.
func (l *Lines) Row(values []any) error {
	l.cells = l.cells[:0]
	for _, v := range values {
		cell, err := Cell(v)
		if err != nil {
			return err
		}
		if _, isText := v.(string); isText {
			cell = disarmed(cell)
		}
		l.cells = append(l.cells, cell)
	}
	return l.csv.Write(l.cells)
}

// Flush writes what is buffered, and returns the first error of all.
func (l *Lines) Flush() error {
	l.csv.Flush()
	return l.csv.Error()
}

// disarmed is a text that no spreadsheet runs. The wide forms of the signs count as the signs in some of them.
func disarmed(text string) string {
	if text != "" && strings.ContainsAny(text[:1], "=+-@\t\r\n") || strings.HasPrefix(text, "＝") || strings.HasPrefix(text, "＋") ||
		strings.HasPrefix(text, "－") || strings.HasPrefix(text, "＠") {
		return "'" + text
	}
	return text
}

// Cell is a value as the text of a cell: a text as it is, nothing for null, and the rest as JSON.
func Cell(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("write a cell: %w", err)
	}
	return string(b), nil
}

// Objects writes rows as JSON objects, their keys in the order of the columns.
type Objects struct{ keys [][]byte }

// NewObjects writes rows of these columns.
func NewObjects(columns []string) (*Objects, error) {
	o := &Objects{keys: make([][]byte, len(columns))}
	for i, c := range columns {
		key, err := json.Marshal(c)
		if err != nil {
			return nil, fmt.Errorf("write a column's name: %w", err)
		}
		o.keys[i] = append(key, ':')
	}
	return o, nil
}

// Append adds one row to b, without an end of line.
func (o *Objects) Append(b []byte, values []any) ([]byte, error) {
	b = append(b, '{')
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		value, err := json.Marshal(v)
		if err != nil {
			return b, fmt.Errorf("write a row: %w", err)
		}
		b = append(append(b, o.keys[i]...), value...)
	}
	return append(b, '}'), nil
}
