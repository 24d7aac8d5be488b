package export

import (
	"fmt"
	"io"

	"guestgraph/graph"
)

// A Format is the name of a file format.
type Format string

// The formats.
const (
	GraphML Format = "graphml" // http://graphml.graphdrawing.org/specification.html
	GEXF    Format = "gexf"    // version 1.3, https://gexf.net/schema.html
	CSV     Format = "csv"     // RFC 4180, with a line of column names
	JSONLD  Format = "jsonld"  // JSON-LD 1.1 in the vocabulary of schema.org
)

// Formats lists the formats.
func Formats() []Format { return []Format{GraphML, GEXF, CSV, JSONLD} }

// A Table is one of the two that CSV has.
type Table string

// The tables.
const (
	Relationships Table = "relationships" // the default
	Nodes         Table = "nodes"
)

// Options are those of single formats.
type Options struct {
	Table Table  // of CSV; empty means Relationships
	Base  string // of JSON-LD: the address of the site on which the nodes have their pages; empty leaves addresses relative
}

// A Writer writes one graph: all nodes, then all edges, then Close. A failed write is returned at once or by Close.
type Writer interface {
	Node(graph.Node) error
	Edge(graph.Edge) error
	Close() error // ends the document; the underlying writer stays open
}

// NewWriter begins a document. Its error names a format, table or address that cannot be used.
func NewWriter(f Format, w io.Writer, o Options) (Writer, error) {
	switch f {
	case GraphML:
		return newGraphML(w), nil
	case GEXF:
		return newGEXF(w), nil
	case CSV:
		return newCSV(w, o.Table)
	case JSONLD:
		return newJSONLD(w, o.Base)
	}
	return nil, fmt.Errorf("format %q is not known: use graphml, gexf, csv or jsonld", f)
}
