package export

import (
	"io"

	"guestgraph/graph"
)

// A graphMLWriter writes GraphML. Its keys are prefixed, n for nodes and e for edges, since ids are unique in the file.
// Lists are texts that hold JSON: GraphML has no lists.
type graphMLWriter struct {
	xmlWriter
	nodes, edges []column
}

func newGraphML(w io.Writer) *graphMLWriter {
	g := &graphMLWriter{newXML(w), nodeColumns(), edgeColumns()}
	g.tag("graphml", ">\n", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	g.key("node", "n_ref", "id", "string")
	g.key("node", "n_type", "type", "string")
	for _, c := range g.nodes {
		g.key("node", "n_"+c.name, c.name, c.kind.graphML())
	}
	g.key("edge", "e_type", "type", "string")
	for _, c := range g.edges {
		g.key("edge", "e_"+c.name, c.name, c.kind.graphML())
	}
	g.tag("graph", ">\n", "id", "guestgraph", "edgedefault", "directed")
	return g
}

func (k kind) graphML() string {
	switch k {
	case whole:
		return "long"
	case number:
		return "double"
	}
	return "string"
}

func (g *graphMLWriter) key(of, id, name, kind string) {
	g.tag("key", "/>\n", "id", id, "for", of, "attr.name", name, "attr.type", kind)
}

func (g *graphMLWriter) Node(n graph.Node) error {
	g.tag("node", ">", "id", n.String())
	g.data("n_ref", n.ID)
	g.data("n_type", string(n.Kind))
	g.properties("n_", g.nodes, n.Props)
	g.raw("</node>\n")
	return g.failed()
}

func (g *graphMLWriter) Edge(e graph.Edge) error {
	g.tag("edge", ">", "source", e.From.String(), "target", e.To.String())
	g.data("e_type", e.Type)
	g.properties("e_", g.edges, e.Props)
	g.raw("</edge>\n")
	return g.failed()
}

func (g *graphMLWriter) properties(prefix string, columns []column, props map[string]any) {
	for _, c := range columns {
		if value, ok := cell(props[c.name]); ok {
			g.data(prefix+c.name, value)
		}
	}
}

func (g *graphMLWriter) data(key, value string) {
	g.tag("data", ">", "key", key)
	g.text(value)
	g.raw("</data>")
}

func (g *graphMLWriter) Close() error {
	g.raw("</graph>\n</graphml>\n")
	return g.out.Flush()
}
