package store

// none is the shared part of pages that share nothing.
type none struct{}

// A nodeRec is one node. labels is the label set's number plus one, zero where there is no node.
type nodeRec struct {
	labels uint32
	shape  uint32
	off    uint32
}

// A relRec is one relationship. typ is the type's token plus one, zero where there is no
// relationship; relGone is set while a transaction that deleted it can still ask for its type.
type relRec struct {
	typ        uint32
	start, end uint32
	shape      uint32
	off        uint32
}

const relGone = 1 << 31

// A root is one version of the graph, immutable once published.
type root struct {
	version   uint64 // number of commits since the file was made
	nodes     table[nodeRec, slab]
	rels      table[relRec, slab]
	adj       table[adjRec, none]
	nextNode  uint32 // all node ids are below
	nextRel   uint32
	nodeCount int
	relCount  int
	labels    tokens
	types     tokens
	keys      tokens
	byLabel   []bitset // by label token
	byType    []bitset // by type token
	sets      []*labelSet
	shapes    []*shape
	schema    *schema
	trees     []tree // by schema.indexes
}

func (r *root) node(id uint32) *nodeRec {
	n := r.nodes.rec(id)
	if n == nil || n.labels == 0 {
		return nil
	}
	return n
}

func (r *root) rel(id uint32) *relRec {
	n := r.rels.rec(id)
	if n == nil || n.typ == 0 || n.typ&relGone != 0 {
		return nil
	}
	return n
}
