package graph

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

// A nameKeeper keeps the index of names and makes a new one when the graph has changed.
//
// It learns of a change from the bookmark that every transaction ends with: both backends count their commits in it,
// whoever made them. So each search tells for nothing whether the index it used was still right. A small index is made
// anew within the answer; a large one beside the answers, which lag behind a change for the moment that takes.
type nameKeeper struct {
	mu      sync.Mutex
	current *nameIndex
	making  sync.WaitGroup // an index in the background
	busy    bool           // there is one
}

const (
	indexInAnswer = 2000        // an index of fewer nodes is made within an answer
	indexPause    = 4           // a larger one rests this many times as long as it took
	indexPatience = time.Minute // and is given up after this
)

// names returns the index, which is the given one unless that is outdated and a newer one is there; nil asks for any.
func (g *Graph) names(ctx context.Context, outdated *nameIndex) (*nameIndex, error) {
	k := &g.keeper
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.current != outdated {
		return k.current, nil
	}
	if outdated == nil || len(outdated.docs) < indexInAnswer {
		ix, err := g.readNames(ctx)
		if err != nil {
			return nil, err
		}
		k.current = ix
		return ix, nil
	}
	if !k.busy && time.Since(outdated.built) > indexPause*outdated.took {
		k.busy = true
		k.making.Add(1)
		go g.remakeNames(context.WithoutCancel(ctx))
	}
	return outdated, nil
}

func (g *Graph) remakeNames(ctx context.Context) {
	k := &g.keeper
	defer k.making.Done()
	ctx, cancel := context.WithTimeout(ctx, indexPatience)
	defer cancel()
	ix, err := g.readNames(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.busy = false
	if err != nil {
		g.log.Warn("names for search are as before", slog.Any("err", err))
		return
	}
	k.current = ix
}

// readNames builds the index of the names that are in the graph now.
func (g *Graph) readNames(ctx context.Context) (*nameIndex, error) {
	begin := time.Now()
	var rows []nameRow
	bookmark, err := g.readMarked(ctx, func(t tx) error {
		rows = rows[:0]
		return t.run(ctx, "page/names", nil, func(r record) {
			rows = append(rows, nameRow{
				named:  named{kind: kindOf(r.strings("labels")), id: r.str("id"), text: r.str("text")},
				weight: r.int("weight"), published: r.str("published"),
			})
		})
	})
	if err != nil {
		return nil, fmt.Errorf("index names: %w", err)
	}
	ix := newNameIndex(rows)
	ix.bookmark, ix.took, ix.built = bookmark, time.Since(begin), time.Now()
	return ix, nil
}
