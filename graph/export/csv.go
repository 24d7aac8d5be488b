package export

import (
	"fmt"
	"io"

	"guestgraph/graph"
)

// A csvWriter writes one of the two tables: a line a relationship with both of its ends, or a line a node. What is
// absent is an empty field; a list is a JSON array.
type csvWriter struct {
	out     *Lines
	table   Table
	columns []column
	row     []any
}

func newCSV(w io.Writer, table Table) (*csvWriter, error) {
	c := &csvWriter{out: NewLines(w), table: table}
	var head []string
	switch table {
	case Relationships, "":
		c.table, c.columns = Relationships, edgeColumns()
		head = []string{"type", "from_type", "from_id", "from_name", "to_type", "to_id", "to_name"}
	case Nodes:
		c.columns = nodeColumns()
		head = []string{"type", "id"}
	default:
		return nil, fmt.Errorf("table %q is not known: use relationships or nodes", table)
	}
	for _, column := range c.columns {
		head = append(head, column.name)
	}
	return c, c.out.Head(head)
}

func (c *csvWriter) Node(n graph.Node) error {
	if c.table != Nodes {
		return nil
	}
	c.row = append(c.row[:0], string(n.Kind), n.ID)
	return c.write(n.Props)
}

func (c *csvWriter) Edge(e graph.Edge) error {
	if c.table != Relationships {
		return nil
	}
	c.row = append(c.row[:0], e.Type, string(e.From.Kind), e.From.ID, e.From.Name, string(e.To.Kind), e.To.ID, e.To.Name)
	return c.write(e.Props)
}

func (c *csvWriter) write(props map[string]any) error {
	for _, column := range c.columns {
		value := props[column.name]
		if list, ok := value.([]any); ok && len(list) == 0 {
			value = nil
		}
		c.row = append(c.row, value)
	}
	return c.out.Row(c.row)
}

func (c *csvWriter) Close() error { return c.out.Flush() }
