// Package store keeps a property graph: the working set in memory, every commit in one bbolt file.
//
// # Versions
//
// A root is one immutable version of the graph. Store.root points at the newest; a read
// transaction loads that pointer once and never waits. A write transaction (one at a time) starts
// from a copy of the root and changes pages copy-on-write: a page carries the epoch of the
// transaction that made it, so a transaction copies a page once and then changes it in place.
// Commit makes the changed records durable and then publishes the new root by one atomic store.
// Rollback drops the copy.
//
//	root ─ nodes ─ dir ─ page of 256 {label set, shape, offset} + slab of property bytes
//	     ├ rels  ─ dir ─ page of 256 {type, start, end, shape, offset} + slab
//	     ├ adj   ─ dir ─ page of 256 {out, in: groups of (type, []Adj)}
//	     ├ byLabel, byType: bit sets of ids
//	     ├ trees: one B+tree an index, over order-preserving byte keys
//	     └ tokens, shapes, label sets, schema
//
// # Properties
//
// A record's properties are a shape (which keys, of which slot kinds; shared by all records alike)
// and fixed-width slots in the slab of the record's page. Strings stand once a page in the slab and
// are handed out as sub-slices of it without copying: slab bytes never change once written,
// new versions are appended and a page is compacted into a new slab when half of it is waste.
// Values longer than bigValue are objects of their own, so that copying a page stays cheap.
//
// # Adjacency
//
// A node lists its relationships grouped by direction and type. Lists grow in place behind the
// length older versions know, see adjacency.go. Deleting a relationship only counts it as dead in
// both lists; a list is filtered once when it is next read or at commit, so deleting all
// relationships of a hub is linear.
//
// # Disk
//
// The file holds what cannot be derived: tokens, node records, relationship records, schema.
// Adjacency, bit sets, shapes and index trees are rebuilt on open. bbolt makes a commit atomic: its
// pages are written and synced before its meta page is.
package store
