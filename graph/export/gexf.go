package export

import (
	"io"
	"strconv"

	"guestgraph/graph"
)

// A gexfWriter writes GEXF 1.3. Each edge has its type as kind, so that Gephi keeps statements of different types
// between the same two nodes apart. Lists are texts that hold JSON, as in the other formats.
type gexfWriter struct {
	xmlWriter
	nodes, edges []column
	count        int  // edges so far, which number them
	inEdges      bool // the list of nodes is closed
}

func newGEXF(w io.Writer) *gexfWriter {
	g := &gexfWriter{xmlWriter: newXML(w), nodes: nodeColumns(), edges: edgeColumns()}
	g.tag("gexf", ">\n", "xmlns", "http://gexf.net/1.3", "version", "1.3")
	g.raw("<meta><creator>guestgraph</creator></meta>\n")
	g.raw(`<graph mode="static" defaultedgetype="directed">` + "\n")
	g.attributes("node", append([]column{{"type", text}}, g.nodes...))
	g.attributes("edge", append([]column{{"type", text}}, g.edges...))
	g.raw("<nodes>\n")
	return g
}

func (g *gexfWriter) attributes(of string, columns []column) {
	g.tag("attributes", ">", "class", of, "mode", "static")
	for _, c := range columns {
		g.tag("attribute", "/>", "id", c.name, "title", c.name, "type", c.kind.graphML())
	}
	g.raw("</attributes>\n")
}

func (g *gexfWriter) Node(n graph.Node) error {
	g.tag("node", "><attvalues>", "id", n.String(), "label", n.Name)
	g.value("type", string(n.Kind))
	g.values(g.nodes, n.Props)
	g.raw("</attvalues></node>\n")
	return g.failed()
}

func (g *gexfWriter) Edge(e graph.Edge) error {
	g.openEdges()
	g.tag("edge", "><attvalues>", "id", strconv.Itoa(g.count), "source", e.From.String(), "target", e.To.String(), "kind", e.Type, "label", e.Type)
	g.count++
	g.value("type", e.Type)
	g.values(g.edges, e.Props)
	g.raw("</attvalues></edge>\n")
	return g.failed()
}

func (g *gexfWriter) values(columns []column, props map[string]any) {
	for _, c := range columns {
		if value, ok := cell(props[c.name]); ok {
			g.value(c.name, value)
		}
	}
}

func (g *gexfWriter) value(name, value string) {
	g.tag("attvalue", "/>", "for", name, "value", value)
}

func (g *gexfWriter) openEdges() {
	if !g.inEdges {
		g.inEdges = true
		g.raw("</nodes>\n<edges>\n")
	}
}

func (g *gexfWriter) Close() error {
	g.openEdges()
	g.raw("</edges>\n</graph>\n</gexf>\n")
	return g.out.Flush()
}
