package store

import (
	"context"
	"sync"
	"testing"

	"guestgraph/cypher/engine/value"
)

// TestReadersBesideWriter lets readers check an invariant while a writer commits and rolls back:
// every node of a version carries the version's number, and the hub has as many relationships as
// there are other nodes. It is meant for the race detector.
func TestReadersBesideWriter(t *testing.T) {
	s := memory(t)
	tx := begin(t, s, true)
	node, hub, typ, key := tx.EnsureLabel("N"), tx.EnsureLabel("Hub"), tx.EnsureType("R"), tx.EnsureKey("round")
	if _, err := tx.CreateIndex(IndexDef{Labels: []string{"N"}, Properties: []string{"round"}}); err != nil {
		t.Fatal(err)
	}
	center := tx.CreateNode([]Token{hub})
	commit(t, tx)
	ctx, stop := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for ctx.Err() == nil {
				checkRound(t, begin(t, s, false), center, node, typ, key)
			}
		})
	}
	for round := range 120 {
		tx := begin(t, s, true)
		c := tx.NodesWithLabel(node)
		for id, ok := c.Next(); ok; id, ok = c.Next() {
			if err := tx.SetNodeProperty(id, key, value.Int(int64(round))); err != nil {
				t.Error(err)
			}
		}
		for range 7 {
			id := tx.CreateNode([]Token{node})
			tx.CreateRel(typ, center, id)
			if err := tx.SetNodeProperty(id, key, value.Int(int64(round))); err != nil {
				t.Error(err)
			}
		}
		for i, a := range tx.Adjacent(center, Out, typ) {
			if i%5 == round%5 {
				tx.DeleteRel(a.Rel)
				tx.DeleteNode(a.Node)
			}
		}
		if round%3 == 0 {
			tx.Rollback()
			continue
		}
		if err := tx.Commit(); err != nil {
			t.Error(err)
		}
	}
	stop()
	wg.Wait()
}

func checkRound(t *testing.T, tx *Tx, center value.NodeID, node, typ, key Token) {
	list := tx.Adjacent(center, Out, typ)
	if len(list) != tx.LabelCount(node) || len(list) != tx.RelCount() || len(list) != tx.NodeCount()-1 {
		t.Errorf("%d relationships of %d, %d nodes", len(list), tx.RelCount(), tx.NodeCount())
	}
	if len(list) == 0 {
		return
	}
	want := tx.NodePropertyAt(list[0].Node, key)
	for _, a := range list {
		if !value.Equivalent(tx.NodePropertyAt(a.Node, key), want) || tx.RelTypeToken(a.Rel) != typ {
			t.Errorf("a version mixes rounds")
		}
	}
	ix, _ := tx.FindIndex(node, []Token{key}, false)
	if got := len(collect(tx.Seek(ix, []value.Value{want}))); got != len(list) {
		t.Errorf("index has %d entries, want %d", got, len(list))
	}
}
