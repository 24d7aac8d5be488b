package procedure

import (
	"math"
	"slices"

	"guestgraph/cypher/engine/value"
)

// An Overlay is a graph with nodes and relationships on top that are not stored, such as those of
// db.schema.visualization. Their ids count down from the highest; stored ones count up.
type Overlay struct {
	value.Graph
	nodes []virtualNode
	rels  []virtualRel
}

type virtualNode struct {
	labels []string
	props  value.Map
}

type virtualRel struct {
	typ        string
	start, end value.NodeID
	props      value.Map
}

// NewOverlay puts an empty overlay on g.
func NewOverlay(g value.Graph) *Overlay { return &Overlay{Graph: g} }

// AddNode makes a virtual node.
func (o *Overlay) AddNode(labels []string, props value.Map) value.NodeID {
	labels = slices.Sorted(slices.Values(labels))
	o.nodes = append(o.nodes, virtualNode{labels, props})
	return value.NodeID(math.MaxUint32 - (len(o.nodes) - 1))
}

// AddRel makes a virtual relationship between any two nodes.
func (o *Overlay) AddRel(typ string, start, end value.NodeID, props value.Map) value.RelID {
	o.rels = append(o.rels, virtualRel{typ, start, end, props})
	return value.RelID(math.MaxUint32 - (len(o.rels) - 1))
}

func (o *Overlay) node(id value.NodeID) *virtualNode {
	if i := math.MaxUint32 - int(id); i < len(o.nodes) {
		return &o.nodes[i]
	}
	return nil
}

func (o *Overlay) rel(id value.RelID) *virtualRel {
	if i := math.MaxUint32 - int(id); i < len(o.rels) {
		return &o.rels[i]
	}
	return nil
}

// NodeLabels implements value.Graph.
func (o *Overlay) NodeLabels(id value.NodeID) []string {
	if n := o.node(id); n != nil {
		return n.labels
	}
	return o.Graph.NodeLabels(id)
}

// NodeProperties implements value.Graph.
func (o *Overlay) NodeProperties(id value.NodeID) value.Map {
	if n := o.node(id); n != nil {
		return n.props
	}
	return o.Graph.NodeProperties(id)
}

// NodeProperty implements value.Graph.
func (o *Overlay) NodeProperty(id value.NodeID, key string) value.Value {
	if n := o.node(id); n != nil {
		return n.props.Get(key)
	}
	return o.Graph.NodeProperty(id, key)
}

// NodeDeleted implements value.Graph.
func (o *Overlay) NodeDeleted(id value.NodeID) bool {
	return o.node(id) == nil && o.Graph.NodeDeleted(id)
}

// RelType implements value.Graph.
func (o *Overlay) RelType(id value.RelID) string {
	if r := o.rel(id); r != nil {
		return r.typ
	}
	return o.Graph.RelType(id)
}

// RelEnds implements value.Graph.
func (o *Overlay) RelEnds(id value.RelID) (start, end value.NodeID) {
	if r := o.rel(id); r != nil {
		return r.start, r.end
	}
	return o.Graph.RelEnds(id)
}

// RelProperties implements value.Graph.
func (o *Overlay) RelProperties(id value.RelID) value.Map {
	if r := o.rel(id); r != nil {
		return r.props
	}
	return o.Graph.RelProperties(id)
}

// RelProperty implements value.Graph.
func (o *Overlay) RelProperty(id value.RelID, key string) value.Value {
	if r := o.rel(id); r != nil {
		return r.props.Get(key)
	}
	return o.Graph.RelProperty(id, key)
}

// RelDeleted implements value.Graph.
func (o *Overlay) RelDeleted(id value.RelID) bool { return o.rel(id) == nil && o.Graph.RelDeleted(id) }
