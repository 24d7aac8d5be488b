package plan

// eager puts an operator that reads all rows before it gives one between a read and a write, or a
// write and a read, of the same thing: each clause must see the graph as all rows of the clause
// before it left it, and none of its own changes.
func eager(_ *builder, root Op) Op {
	if _, writes := readsAndWrites(root); !writes {
		return root
	}
	read := slotsRead(root)
	return eagerChain(root, read)
}

func eagerChain(top Op, read slotSet) Op {
	var chain []Op
	for op := top; op != nil; op = op.Source() {
		chain = append(chain, op)
	}
	var sofar effects
	for i := len(chain) - 1; i >= 0; i-- {
		op := chain[i]
		eagerInner(op, read)
		own := effectsOf(op)
		if op.Source() != nil && i < len(chain)-2 && (own.conflicts(&sofar) || sofar.conflicts(own)) {
			src := op.Source()
			op.setSource(&Eager{Base{src, src.Rows()}, liveAt(src, read), "read/write conflict"})
			sofar = effects{}
		}
		if isBarrier(op) {
			sofar = effects{}
			continue
		}
		sofar.merge(own)
	}
	return top
}

func eagerInner(op Op, read slotSet) {
	for _, in := range op.Inner() {
		eagerChain(in, read)
	}
}

// isBarrier tells whether an operator reads all of its rows before it gives one.
func isBarrier(op Op) bool {
	switch op.(type) {
	case *Aggregate, *Sort, *Eager:
		return true
	}
	return false
}

// liveAt gives the slots that op and what is under it set and something reads.
func liveAt(op Op, read slotSet) []int {
	var seen slotSet
	var out []int
	Walk(op, func(o Op) {
		for _, s := range o.writes() {
			if read.has(s) && !seen.has(s) {
				seen.add(s)
				out = append(out, s)
			}
		}
	})
	return out
}

// readsAndWrites tells whether a plan reads the graph and whether it changes it.
func readsAndWrites(root Op) (reads, writes bool) {
	Walk(root, func(o Op) {
		e := effectsOf(o)
		reads = reads || e.readsAny()
		writes = writes || e.writesAny()
	})
	return reads, writes
}

// A names is a set of labels, types or keys; all stands for every one.
type names struct {
	all bool
	set map[string]bool
}

func (n *names) add(s ...string) {
	if n.set == nil {
		n.set = map[string]bool{}
	}
	for _, x := range s {
		n.set[x] = true
	}
}

func (n *names) any() bool { return n.all || len(n.set) > 0 }

func (n *names) merge(o *names) {
	n.all = n.all || o.all
	for s := range o.set {
		n.add(s)
	}
}

func (n *names) meets(o *names) bool {
	if n.all && o.any() || o.all && n.any() {
		return true
	}
	for s := range n.set {
		if o.set[s] {
			return true
		}
	}
	return false
}

// effects is what operators read and change.
type effects struct {
	scans, labels, keys, rels          names // read: labels of node scans, label predicates, property keys, relationship types
	newNodes, newRels, setKeys, setLbl names // written
	bareNodes                          bool  // nodes without labels are made
	deletes                            bool
}

func (e *effects) readsAny() bool {
	return e.scans.any() || e.labels.any() || e.keys.any() || e.rels.any()
}

func (e *effects) writesAny() bool {
	return e.bareNodes || e.newNodes.any() || e.newRels.any() || e.setKeys.any() || e.setLbl.any() || e.deletes
}

// conflicts tells whether what e writes changes what r reads.
func (e *effects) conflicts(r *effects) bool {
	return e.deletes && r.readsAny() ||
		e.bareNodes && r.scans.all || e.newNodes.meets(&r.scans) ||
		e.newRels.meets(&r.rels) || e.setKeys.meets(&r.keys) ||
		e.setLbl.meets(&r.labels) || e.setLbl.meets(&r.scans)
}

func (e *effects) merge(o *effects) {
	e.scans.merge(&o.scans)
	e.labels.merge(&o.labels)
	e.keys.merge(&o.keys)
	e.rels.merge(&o.rels)
	e.newNodes.merge(&o.newNodes)
	e.newRels.merge(&o.newRels)
	e.setKeys.merge(&o.setKeys)
	e.setLbl.merge(&o.setLbl)
	e.bareNodes = e.bareNodes || o.bareNodes
	e.deletes = e.deletes || o.deletes
}
