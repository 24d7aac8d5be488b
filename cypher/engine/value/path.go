package value

// A Path alternates nodes and relationships: len(Nodes) == len(Rels)+1. Whether a relationship
// is walked along or against its direction follows from its start node.
type Path struct {
	Nodes []NodeID
	Rels  []RelID
}

// A Graph gives what the ids inside values stand for, as one transaction sees it. The store's
// transaction implements it; functions and the Bolt encoder read through it.
type Graph interface {
	// NodeLabels gives the names of a node's labels, sorted; nil for a node deleted in this transaction.
	NodeLabels(id NodeID) []string
	// NodeProperties gives all properties of a node.
	NodeProperties(id NodeID) Map
	// NodeProperty gives one property, null when the node lacks it.
	NodeProperty(id NodeID, key string) Value
	// NodeDeleted tells whether this transaction deleted the node.
	NodeDeleted(id NodeID) bool
	// RelType gives the name of a relationship's type.
	RelType(id RelID) string
	// RelEnds gives a relationship's start and end node.
	RelEnds(id RelID) (start, end NodeID)
	// RelProperties gives all properties of a relationship.
	RelProperties(id RelID) Map
	// RelProperty gives one property, null when the relationship lacks it.
	RelProperty(id RelID, key string) Value
	// RelDeleted tells whether this transaction deleted the relationship.
	RelDeleted(id RelID) bool
	// DatabaseID gives the UUID of the database, which element ids carry.
	DatabaseID() string
}
