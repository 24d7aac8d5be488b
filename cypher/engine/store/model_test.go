package store

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"guestgraph/cypher/engine/value"
)

// A model is a graph in maps, against which the store is checked.
type model struct {
	nodes map[value.NodeID]modelNode
	rels  map[value.RelID]modelRel
}

type modelNode struct {
	labels map[string]bool
	props  map[string]value.Value
}

type modelRel struct {
	typ        string
	start, end value.NodeID
	props      map[string]value.Value
}

func newModel() *model {
	return &model{map[value.NodeID]modelNode{}, map[value.RelID]modelRel{}}
}

func (m *model) clone() *model {
	c := newModel()
	for id, n := range m.nodes {
		c.nodes[id] = modelNode{maps.Clone(n.labels), maps.Clone(n.props)}
	}
	for id, r := range m.rels {
		r.props = maps.Clone(r.props)
		c.rels[id] = r
	}
	return c
}

var (
	someLabels = []string{"A", "B", "C"}
	someTypes  = []string{"R", "S", "T"}
	someKeys   = []string{"k", "l", "m", "n"}
)

func randomValue(r *rand.Rand) value.Value {
	switch r.IntN(9) {
	case 0:
		return value.Int(r.Int64())
	case 1:
		return value.Int(int64(r.IntN(200)) - 100)
	case 2:
		return value.Float(float64(r.IntN(20)) / 4)
	case 3:
		return value.Bool(r.IntN(2) == 0)
	case 4:
		return value.String(strings.Repeat("x", r.IntN(3*bigValue)))
	case 5:
		return value.List([]value.Value{value.String("a"), value.String(fmt.Sprint(r.IntN(10)))})
	case 6:
		return value.Value{}
	}
	return value.String(fmt.Sprintf("s%d", r.IntN(30)))
}

// step makes one random change to both.
func (m *model) step(t *testing.T, r *rand.Rand, tx *Tx) {
	t.Helper()
	ids := slices.Sorted(maps.Keys(m.nodes))
	rels := slices.Sorted(maps.Keys(m.rels))
	key := someKeys[r.IntN(len(someKeys))]
	put := func(props map[string]value.Value, v value.Value) {
		if v.IsNull() {
			delete(props, key)
		} else {
			props[key] = v
		}
	}
	op := r.IntN(20)
	switch {
	case op < 4 || len(ids) < 2:
		n := modelNode{map[string]bool{}, map[string]value.Value{}}
		var labels []Token
		for range r.IntN(3) {
			l := someLabels[r.IntN(len(someLabels))]
			n.labels[l] = true
			labels = append(labels, tx.EnsureLabel(l))
		}
		m.nodes[tx.CreateNode(labels)] = n
	case op < 9:
		rel := modelRel{someTypes[r.IntN(len(someTypes))], ids[r.IntN(len(ids))], ids[r.IntN(min(3, len(ids)))], map[string]value.Value{}}
		m.rels[tx.CreateRel(tx.EnsureType(rel.typ), rel.start, rel.end)] = rel
	case op < 13:
		id, v := ids[r.IntN(len(ids))], randomValue(r)
		if err := tx.SetNodeProperty(id, tx.EnsureKey(key), v); err != nil {
			t.Fatal(err)
		}
		put(m.nodes[id].props, v)
	case op < 16 && len(rels) > 0:
		id, v := rels[r.IntN(len(rels))], randomValue(r)
		if err := tx.SetRelProperty(id, tx.EnsureKey(key), v); err != nil {
			t.Fatal(err)
		}
		put(m.rels[id].props, v)
	case op < 17:
		id, l := ids[r.IntN(len(ids))], someLabels[r.IntN(len(someLabels))]
		if added, err := tx.AddLabel(id, tx.EnsureLabel(l)); err != nil || added == m.nodes[id].labels[l] {
			t.Fatalf("AddLabel = %v, %v", added, err)
		}
		m.nodes[id].labels[l] = true
	case op < 18:
		id, l := ids[r.IntN(len(ids))], someLabels[r.IntN(len(someLabels))]
		if tx.RemoveLabel(id, tx.EnsureLabel(l)) != m.nodes[id].labels[l] {
			t.Fatal("RemoveLabel disagrees")
		}
		delete(m.nodes[id].labels, l)
	case op < 19 && len(rels) > 0:
		id := rels[r.IntN(len(rels))]
		tx.DeleteRel(id)
		delete(m.rels, id)
	default:
		m.detachDelete(tx, ids[r.IntN(len(ids))])
	}
}

func (m *model) detachDelete(tx *Tx, id value.NodeID) {
	for _, dir := range []Direction{Out, In} {
		for _, typ := range tx.AdjacentTypes(id, dir) {
			for _, a := range tx.Adjacent(id, dir, typ) {
				tx.DeleteRel(a.Rel)
				delete(m.rels, a.Rel)
			}
		}
	}
	tx.DeleteNode(id)
	delete(m.nodes, id)
}

func collect(c NodeCursor) []value.NodeID {
	ids := []value.NodeID{}
	for id, ok := c.Next(); ok; id, ok = c.Next() {
		ids = append(ids, id)
	}
	return ids
}

func collectRels(c RelCursor) []value.RelID {
	ids := []value.RelID{}
	for id, ok := c.Next(); ok; id, ok = c.Next() {
		ids = append(ids, id)
	}
	return ids
}

// check compares everything the store can tell with the model.
func (m *model) check(t *testing.T, tx *Tx) {
	t.Helper()
	if got, want := collect(tx.Nodes()), slices.Sorted(maps.Keys(m.nodes)); !slices.Equal(got, want) {
		t.Fatalf("nodes = %v, want %v", got, want)
	}
	if got, want := collectRels(tx.Rels()), slices.Sorted(maps.Keys(m.rels)); !slices.Equal(got, want) {
		t.Fatalf("relationships = %v, want %v", got, want)
	}
	if tx.NodeCount() != len(m.nodes) || tx.RelCount() != len(m.rels) {
		t.Fatalf("counts %d, %d; want %d, %d", tx.NodeCount(), tx.RelCount(), len(m.nodes), len(m.rels))
	}
	for id, n := range m.nodes {
		if got, want := tx.NodeLabels(id), slices.Sorted(maps.Keys(n.labels)); !slices.Equal(got, want) {
			t.Fatalf("labels of %d = %v, want %v", id, got, want)
		}
		sameProps(t, tx.NodeProperties(id), n.props)
		for _, k := range someKeys {
			if !value.Equivalent(tx.NodeProperty(id, k), n.props[k]) {
				t.Fatalf("node %d.%s = %v", id, k, tx.NodeProperty(id, k))
			}
		}
	}
	m.checkRels(t, tx)
	m.checkIndexes(t, tx)
}

func (m *model) checkRels(t *testing.T, tx *Tx) {
	t.Helper()
	type end struct {
		node value.NodeID
		dir  Direction
		typ  string
	}
	want := map[end][]Adj{}
	byType := map[string]int{}
	for id, r := range m.rels {
		start, stop := tx.RelEnds(id)
		if tx.RelType(id) != r.typ || start != r.start || stop != r.end {
			t.Fatalf("relationship %d is wrong", id)
		}
		sameProps(t, tx.RelProperties(id), r.props)
		want[end{r.start, Out, r.typ}] = append(want[end{r.start, Out, r.typ}], Adj{id, r.end})
		want[end{r.end, In, r.typ}] = append(want[end{r.end, In, r.typ}], Adj{id, r.start})
		byType[r.typ]++
	}
	byRel := func(a, b Adj) int { return int(a.Rel) - int(b.Rel) }
	for _, name := range someTypes {
		typ, ok := tx.LookupType(name)
		if !ok {
			continue
		}
		if tx.TypeCount(typ) != byType[name] || len(collectRels(tx.RelsWithType(typ))) != byType[name] {
			t.Fatalf("count of %s = %d, want %d", name, tx.TypeCount(typ), byType[name])
		}
		for id := range m.nodes {
			for _, dir := range []Direction{Out, In} {
				w := want[end{id, dir, name}]
				if tx.Degree(id, dir, typ) != len(w) {
					t.Fatalf("degree of %d = %d, want %d", id, tx.Degree(id, dir, typ), len(w))
				}
				got := slices.Clone(tx.Adjacent(id, dir, typ))
				slices.SortFunc(got, byRel)
				slices.SortFunc(w, byRel)
				if !slices.Equal(got, w) {
					t.Fatalf("adjacent to %d = %v, want %v", id, got, w)
				}
			}
		}
	}
}

func (m *model) checkIndexes(t *testing.T, tx *Tx) {
	t.Helper()
	for _, ix := range tx.Indexes() {
		switch ix.Kind {
		case Lookup:
			continue
		case Fulltext:
			m.checkText(t, tx, ix)
			continue
		}
		want := map[string][]value.NodeID{}
		values := map[string]value.Value{}
		n := 0
		for id, node := range m.nodes {
			v := node.props[ix.Properties[0]]
			if !node.labels[ix.Labels[0]] || v.IsNull() || len(ix.Properties) > 1 && node.props[ix.Properties[1]].IsNull() {
				continue
			}
			k := string(value.AppendKey(nil, v))
			want[k] = append(want[k], id)
			values[k] = v
			n++
		}
		for k, w := range want {
			slices.Sort(w)
			got := collect(tx.Seek(ix, []value.Value{values[k]}))
			slices.Sort(got)
			if !slices.Equal(got, w) {
				t.Fatalf("%s: seek %v = %v, want %v", ix, values[k], got, w)
			}
		}
		forth, back := collect(tx.SeekRange(ix, nil, nil)), tx.SeekRange(ix, nil, nil)
		back.Back()
		backwards := collect(back)
		if slices.Reverse(backwards); !slices.Equal(forth, backwards) {
			t.Fatalf("%s: backwards %v, want %v", ix, backwards, forth)
		}
		if got := len(forth); got != n || tx.IndexSize(ix) != n {
			t.Fatalf("%s: %d entries, size %d, want %d", ix, got, tx.IndexSize(ix), n)
		}
		if len(ix.Properties) == 1 && tx.IndexDistinct(ix) != len(want) {
			t.Fatalf("%s: %d distinct, want %d", ix, tx.IndexDistinct(ix), len(want))
		}
	}
}

// checkText compares every term of a full-text index with the model.
func (m *model) checkText(t *testing.T, tx *Tx, ix *Index) {
	t.Helper()
	for field, key := range ix.Properties {
		want := map[string]map[uint32]Posting{}
		docs, total := 0, 0
		for id, n := range m.nodes {
			terms, ok := ix.FieldTerms(n.props[key])
			if !ok || !slices.ContainsFunc(ix.Labels, func(l string) bool { return n.labels[l] }) {
				continue
			}
			docs++
			total += len(terms)
			for _, term := range terms {
				if want[term] == nil {
					want[term] = map[uint32]Posting{}
				}
				p := want[term][uint32(id)]
				want[term][uint32(id)] = Posting{ID: uint32(id), Freq: p.Freq + 1, Length: len(terms)}
			}
		}
		if gotDocs, gotTotal := tx.TextStats(ix, field); gotDocs != docs || gotTotal != int64(total) {
			t.Fatalf("text stats %d, %d; want %d, %d", gotDocs, gotTotal, docs, total)
		}
		terms := slices.Collect(tx.TermsFrom(ix, field, ""))
		if !slices.Equal(terms, slices.Sorted(maps.Keys(want))) {
			t.Fatalf("terms %v, want %v", terms, slices.Sorted(maps.Keys(want)))
		}
		for _, term := range terms {
			got := map[uint32]Posting{}
			for p := range tx.Postings(ix, field, term) {
				got[p.ID] = p
			}
			if !maps.Equal(got, want[term]) {
				t.Fatalf("postings of %s: %v, want %v", term, got, want[term])
			}
		}
	}
}

func sameProps(t *testing.T, got value.Map, want map[string]value.Value) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("properties %v, want %v", got, want)
	}
	for _, e := range got {
		if !value.Equivalent(e.Val, want[e.Key]) {
			t.Fatalf("property %s = %v, want %v", e.Key, e.Val, want[e.Key])
		}
	}
}

func modelIndexes(t *testing.T, tx *Tx) {
	t.Helper()
	for _, def := range []IndexDef{
		{Labels: []string{"A"}, Properties: []string{"k"}},
		{Labels: []string{"B"}, Properties: []string{"k", "l"}},
		{Kind: Fulltext, Labels: []string{"B", "C"}, Properties: []string{"k", "l"}},
	} {
		if _, err := tx.CreateIndex(def); err != nil {
			t.Fatal(err)
		}
	}
}

// TestModel makes random changes, commits and rollbacks, and checks that every version equals the
// model and that versions held by readers do not change.
func TestModel(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			s := memory(t)
			runModel(t, r, s, 60)
		})
	}
}

type held struct {
	tx *Tx
	m  *model
}

func runModel(t *testing.T, r *rand.Rand, s *Store, txs int) *model {
	m := newModel()
	var readers []held
	for i := range txs {
		tx := begin(t, s, true)
		if i == txs/4 {
			modelIndexes(t, tx)
		}
		next := m.clone()
		for range r.IntN(60) {
			next.step(t, r, tx)
			if r.IntN(50) == 0 {
				next.check(t, tx)
			}
		}
		if r.IntN(3) == 0 && i != txs/4 {
			tx.Rollback()
			m.check(t, begin(t, s, false))
			continue
		}
		commit(t, tx)
		m = next
		if r.IntN(5) == 0 {
			readers = append(readers, held{begin(t, s, false), m.clone()})
		}
		m.check(t, begin(t, s, false))
		for _, h := range readers {
			h.m.check(t, h.tx)
		}
	}
	return m
}
