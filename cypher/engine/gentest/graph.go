package gentest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"guestgraph/cypher/engine/syntax"
)

// A Graph is a small graph. Every node and relationship has its number as property id.
type Graph struct {
	Nodes []GraphNode
	Rels  []GraphRel
}

// A GraphNode is a node with its labels and properties.
type GraphNode struct {
	ID     int64
	Labels []string
	Props  []Prop
}

// A GraphRel is a relationship between nodes given by their ids.
type GraphRel struct {
	ID       int64
	From, To int64
	Type     string
	Props    []Prop
}

// A Prop is a key and the Cypher expression of its value.
type Prop struct{ Key, Value string }

func drawGraph(r *rand.Rand) *Graph {
	g := &Graph{}
	gen := &generator{r: r}
	props := func(keys []property) (out []Prop) {
		for i, p := range keys[1:] {
			if r.IntN(2) == 0 && p != keys[i] {
				out = append(out, Prop{p.key, syntax.FormatExpr(gen.constant(p.kind))})
			}
		}
		return out
	}
	for i := range 3 + r.IntN(5) {
		n := GraphNode{ID: int64(i)}
		for _, l := range labelNames {
			if r.IntN(2) == 0 {
				n.Labels = append(n.Labels, l)
			}
		}
		n.Props = props(nodeKeys)
		g.Nodes = append(g.Nodes, n)
	}
	for i := range r.IntN(10) {
		g.Rels = append(g.Rels, GraphRel{
			ID: int64(i), From: int64(r.IntN(len(g.Nodes))), To: int64(r.IntN(len(g.Nodes))),
			Type: typeNames[r.IntN(len(typeNames))], Props: props(relKeys),
		})
	}
	return g
}

// Create is the statement that makes the graph, "" for an empty one.
func (g *Graph) Create() string {
	c := &syntax.Create{}
	node := func(id int64) *syntax.NodePattern { return &syntax.NodePattern{Var: name(fmt.Sprintf("n%d", id))} }
	for _, n := range g.Nodes {
		p := node(n.ID)
		for _, l := range n.Labels {
			p.Labels = and(p.Labels, label(l))
		}
		p.Properties = properties(n.ID, n.Props)
		c.Patterns = append(c.Patterns, &syntax.PathPattern{Elements: []syntax.PathElement{p}})
	}
	for _, r := range g.Rels {
		rel := &syntax.RelPattern{Types: label(r.Type), Direction: syntax.Right, Properties: properties(r.ID, r.Props)}
		c.Patterns = append(c.Patterns, &syntax.PathPattern{Elements: []syntax.PathElement{node(r.From), rel, node(r.To)}})
	}
	if len(c.Patterns) == 0 {
		return ""
	}
	return syntax.Format(&syntax.Statement{Body: single(c)})
}

func and(l, r syntax.LabelExpr) syntax.LabelExpr {
	if l == nil {
		return r
	}
	return &syntax.LabelAnd{L: l, R: r, Colon: true}
}

func properties(id int64, props []Prop) syntax.Expr {
	keys, values := []string{"id"}, []syntax.Expr{integer(id)}
	for _, p := range props {
		e, err := syntax.ParseExpr(p.Value)
		if err != nil {
			panic(fmt.Sprintf("property %s: %v", p.Value, err))
		}
		keys, values = append(keys, p.Key), append(values, e)
	}
	return mapping(keys, values)
}

// smaller gives the graphs that lack one thing of g.
func (g *Graph) smaller() []*Graph {
	var out []*Graph
	change := func(f func(*Graph)) {
		c := &Graph{Nodes: slices.Clone(g.Nodes), Rels: slices.Clone(g.Rels)}
		f(c)
		out = append(out, c)
	}
	for i, n := range g.Nodes {
		change(func(c *Graph) {
			c.Nodes = slices.Delete(c.Nodes, i, i+1)
			c.Rels = slices.DeleteFunc(c.Rels, func(r GraphRel) bool { return r.From == n.ID || r.To == n.ID })
		})
	}
	for i := range g.Rels {
		change(func(c *Graph) { c.Rels = slices.Delete(c.Rels, i, i+1) })
	}
	for i, n := range g.Nodes {
		for j := range n.Labels {
			change(func(c *Graph) { c.Nodes[i].Labels = slices.Delete(slices.Clone(n.Labels), j, j+1) })
		}
		for j := range n.Props {
			change(func(c *Graph) { c.Nodes[i].Props = slices.Delete(slices.Clone(n.Props), j, j+1) })
		}
	}
	for i, r := range g.Rels {
		for j := range r.Props {
			change(func(c *Graph) { c.Rels[i].Props = slices.Delete(slices.Clone(r.Props), j, j+1) })
		}
	}
	return out
}
