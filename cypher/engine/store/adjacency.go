package store

import (
	"runtime"

	"guestgraph/cypher/engine/value"
)

// A Direction is the side of a node on which a relationship hangs.
type Direction uint8

// The directions.
const (
	Out Direction = iota // the node is the relationship's start
	In                   // the node is the relationship's end
)

// An Adj is a relationship as its node sees it: the relationship and the node at its other end.
type Adj struct {
	Rel  value.RelID
	Node value.NodeID
}

// adjGroup is a node's relationships of one type in one direction.
//
// list grows in place when it has room, also when an older version shares its array. That is
// safe: a version reads list[:len] of its own header only, the one writer writes behind the
// length of every published header, and a header is published, by the atomic store of the root,
// after the elements below its length were written. After a rollback the next writer may write
// the same elements again: only the transaction that was rolled back ever saw them.
// Removing makes a new array.
type adjGroup struct {
	list []Adj
	typ  Token
	dead int32 // entries of deleted relationships still in list; zero in a published version
}

// adjRec holds a node's groups. The slices belong to the transaction of epoch.
type adjRec struct {
	epoch uint64
	side  [2][]adjGroup // by Direction
}

// grown gives the capacity of a list that must hold n entries. Most lists stay short, so small
// steps save more memory than they cost copying.
func grown(n int) int {
	switch {
	case n <= 2:
		return n
	case n <= 8:
		return (n + 1) &^ 1
	}
	return n + n/4 + 3
}

func findGroup(groups []adjGroup, typ Token) int {
	for i := range groups {
		if groups[i].typ == typ {
			return i
		}
	}
	return -1
}

// ownAdj gives the adjacency of a node for changing.
func (t *Tx) ownAdj(id uint32) *adjRec {
	epoch := t.w.epoch
	rec := &t.r.adj.own(id, epoch).recs[id&pageMask]
	if rec.epoch != epoch {
		for d := range rec.side {
			if len(rec.side[d]) > 0 {
				rec.side[d] = append(make([]adjGroup, 0, len(rec.side[d])), rec.side[d]...)
			}
		}
		rec.epoch = epoch
	}
	return rec
}

func (t *Tx) link(node uint32, dir Direction, typ Token, a Adj) {
	rec := t.ownAdj(node)
	groups := rec.side[dir]
	i := findGroup(groups, typ)
	if i < 0 {
		i = len(groups)
		groups = append(make([]adjGroup, 0, i+1), groups...)
		groups = append(groups, adjGroup{typ: typ})
		rec.side[dir] = groups
	}
	g := &groups[i]
	if len(g.list) == cap(g.list) {
		g.list = append(make([]Adj, 0, grown(len(g.list)+1)), g.list...)
	}
	g.list = append(g.list, a)
}

// unlink counts the entry of a deleted relationship as dead.
func (t *Tx) unlink(node uint32, dir Direction, typ Token) {
	rec := t.ownAdj(node)
	rec.side[dir][findGroup(rec.side[dir], typ)].dead++
	t.w.thin.add(node)
}

// filter takes the dead entries out of g, which the transaction owns.
func (t *Tx) filter(g *adjGroup) {
	live := make([]Adj, 0, len(g.list)-int(g.dead))
	for _, a := range g.list {
		if t.r.rel(uint32(a.Rel)) != nil {
			live = append(live, a)
		}
	}
	g.list, g.dead = live, 0
}

// filterAll takes out all dead entries, and groups that became empty, before a commit.
func (t *Tx) filterAll() {
	for id := range t.w.thin.all() {
		rec := t.ownAdj(id)
		for d, groups := range rec.side {
			kept := groups[:0]
			for i := range groups {
				g := groups[i]
				if g.dead > 0 {
					t.filter(&g)
				}
				if len(g.list) > 0 {
					kept = append(kept, g)
				}
			}
			if len(kept) == 0 {
				kept = nil
			}
			rec.side[d] = kept
		}
	}
}

func (t *Tx) groups(id value.NodeID, dir Direction) []adjGroup {
	rec := t.r.adj.rec(uint32(id))
	if rec == nil {
		return nil
	}
	return rec.side[dir]
}

func (t *Tx) live(g *adjGroup) []Adj {
	if g.dead > 0 {
		t.filter(g)
	}
	return g.list
}

// Adjacent gives the relationships of one type that hang on a node in one direction, oldest
// first; after the file is opened again, those from before by id. A loop stands in both directions.
// The slice is shared: it must not be changed, and is valid until the transaction ends; later
// changes of this transaction do not show in it.
func (t *Tx) Adjacent(id value.NodeID, dir Direction, typ Token) []Adj {
	groups := t.groups(id, dir)
	for i := range groups {
		if groups[i].typ == typ {
			return t.live(&groups[i])
		}
	}
	return nil
}

// AdjacentGroup gives the i-th type in direction dir of a node and its relationships, as Adjacent
// does; ok is false from the number of types on. It serves walking all types without allocating;
// in a transaction that deleted relationships a group may be empty.
func (t *Tx) AdjacentGroup(id value.NodeID, dir Direction, i int) (typ Token, list []Adj, ok bool) {
	groups := t.groups(id, dir)
	if i >= len(groups) {
		return 0, nil, false
	}
	return groups[i].typ, t.live(&groups[i]), true
}

// AdjacentTypes gives the types of which at least one relationship hangs on a node in one direction.
func (t *Tx) AdjacentTypes(id value.NodeID, dir Direction) []Token {
	var types []Token
	for _, g := range t.groups(id, dir) {
		if len(g.list) > int(g.dead) {
			types = append(types, g.typ)
		}
	}
	return types
}

// Degree gives the number of relationships of one type that hang on a node in one direction.
func (t *Tx) Degree(id value.NodeID, dir Direction, typ Token) int {
	groups := t.groups(id, dir)
	if i := findGroup(groups, typ); i >= 0 {
		return len(groups[i].list) - int(groups[i].dead)
	}
	return 0
}

// DegreeAll gives the number of relationships that hang on a node in one direction.
func (t *Tx) DegreeAll(id value.NodeID, dir Direction) int {
	n := 0
	for _, g := range t.groups(id, dir) {
		n += len(g.list) - int(g.dead)
	}
	return n
}

// FetchLen is how many relationships FetchRels takes at once.
const FetchLen = 16

// FetchRels brings the places of the properties of at most FetchLen relationships near the processor. None of its reads needs
// another's result, so the processor waits for them together; where one property is read after another it waits for each.
func (t *Tx) FetchRels(list []Adj) {
	var at [FetchLen]struct {
		buf []byte
		off uint32
	}
	for i, a := range list {
		p := t.r.rels.page(uint32(a.Rel))
		at[i].buf, at[i].off = p.ext.buf, p.recs[a.Rel&pageMask].off
	}
	var sum byte
	for _, r := range at[:len(list)] {
		if int(r.off) < len(r.buf) {
			sum += r.buf[r.off]
		}
	}
	runtime.KeepAlive(sum)
}
