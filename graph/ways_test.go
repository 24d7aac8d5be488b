package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// waysOf makes the ways of links written as "a b TYPE" and degrees written as "m 3".
func waysOf(links, degrees []string) *ways {
	w := &ways{from: "a", to: "z", onward: map[string][]link{}, nodes: map[string]pathNode{"z": {id: "z"}}, rest: map[string]worth{}, count: map[string]int{}}
	for _, l := range links {
		f := strings.Fields(l)
		w.onward[f[0]] = append(w.onward[f[0]], link{f[1], f[2], hopCost(f[2])})
	}
	for _, d := range degrees {
		var id string
		var n int
		if _, err := fmt.Sscan(d, &id, &n); err != nil {
			panic(err)
		}
		w.nodes[id] = pathNode{id, n}
	}
	w.measure("a")
	return w
}

func TestBestWays(t *testing.T) {
	links := []string{
		"a hub WORKED_AT", "hub z WORKED_AT", "a firm WORKED_AT", "firm z WORKED_AT", "a firm2 WORKED_AT", "firm2 z WORKED_AT",
		"a talk GUEST_ON", "talk z GUEST_ON", "a rare MENTIONS", "rare z MENTIONS", "a mixed WORKED_AT", "mixed z MENTIONS",
	}
	degrees := []string{"hub 900", "firm 3", "firm2 3", "talk 2", "rare 2", "mixed 2"}
	want := []string{"firm", "firm2", "hub", "talk", "mixed", "rare"}
	for _, turned := range []bool{false, true} {
		if turned {
			slices.Reverse(links)
		}
		w := waysOf(links, degrees)
		if w.total() != len(want) {
			t.Errorf("%d ways, want %d", w.total(), len(want))
		}
		for limit := range len(want) + 2 {
			var got []string
			for _, r := range w.best(limit) {
				got = append(got, r.nodes[1])
			}
			if !slices.Equal(got, want[:min(limit, len(want))]) {
				t.Errorf("best %d are %v, want %v", limit, got, want)
			}
		}
	}
}

// Seven layers of forty nodes, each tied to each: 40^6 ways, of which the best come at once and the count is cut.
func TestBestOfMany(t *testing.T) {
	const wide, deep = 40, 7
	var links, degrees []string
	name := func(layer, i int) string { return fmt.Sprintf("n%d-%02d", layer, i) }
	for i := range wide {
		links = append(links, "a "+name(1, i)+" WORKED_AT", name(deep-1, i)+" z WORKED_AT")
		for layer := 1; layer < deep; layer++ {
			degrees = append(degrees, fmt.Sprintf("%s %d", name(layer, i), 40+i))
			for j := range wide {
				if layer < deep-1 {
					links = append(links, name(layer, i)+" "+name(layer+1, j)+" WORKED_AT")
				}
			}
		}
	}
	w := waysOf(links, degrees)
	best := w.best(3)
	if len(best) != 3 || best[0].names != "\nn1-00\nn2-00\nn3-00\nn4-00\nn5-00\nn6-00\nz" {
		t.Errorf("best of many: %+v", best)
	}
	if w.total() != 1<<31-1 {
		t.Errorf("%d ways in all", w.total())
	}
}

func TestHopTypes(t *testing.T) {
	for _, h := range HopTypes() {
		if h.Relation() == "" || hopOf(h.Relation()) != h {
			t.Errorf("%s is the relationship %q, which is the hop %q", h, h.Relation(), hopOf(h.Relation()))
		}
	}
	if HopType("x").Relation() != "" || hopOf("HAS_CHAPTER") != "" {
		t.Error("what is no hop is taken for one")
	}
}
