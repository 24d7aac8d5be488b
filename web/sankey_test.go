package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

func firm(name string) graph.Ref {
	return graph.Ref{Kind: graph.KindCompany, ID: strings.ToLower(name), Name: name}
}

func moved(from, to string, n int) graph.Move {
	return graph.Move{From: firm(from), To: firm(to), N: n}
}

func TestSankeyOfNothing(t *testing.T) {
	if newSankey(nil, "") != nil {
		t.Error("a picture of no moves")
	}
}

// A company that people leave and join stands in both columns; about one company it stands between them.
func TestSankeyColumns(t *testing.T) {
	moves := []graph.Move{moved("A", "B", 3), moved("B", "C", 1), moved("D", "B", 1)}
	for about, want := range map[string]string{
		"":  "Left A Left D Left B Joined B Joined C",
		"b": "From A From D Via B To C",
		"c": "Left A Left D Left B Joined B Joined C", // nobody left it
	} {
		s := newSankey(moves, about)
		names := map[float64]string{s.left(0, 2): "Left", s.left(1, 2): "Joined"}
		if len(s.Heads) == 2 && s.Heads[0].Text == "Came from" {
			names = map[float64]string{s.left(0, 3): "From", s.left(1, 3): "Via", s.left(2, 3): "To"}
		}
		var got []string
		for _, b := range s.Bars {
			got = append(got, names[b.X]+" "+b.Label.Text)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("about %q:\n%s", about, diff)
		}
	}
}

// Bars of a column never overlap, bands stay on their bars, and the same moves give the same picture.
func TestSankeyLayout(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var moves []graph.Move
		for range 1 + r.IntN(60) {
			from, to := r.IntN(20), r.IntN(20)
			if from != to {
				moves = append(moves, moved(fmt.Sprintf("F%d", from), fmt.Sprintf("F%d", to), 1+r.IntN(9)))
			}
		}
		if len(moves) == 0 {
			continue
		}
		about := moves[0].From.ID
		if r.IntN(2) == 0 {
			about = ""
		}
		var own []graph.Move // each move once, and only those about the company
		for _, m := range moves {
			if about == "" || m.From.ID == about || m.To.ID == about {
				own = append(own, m)
			}
		}
		s := newSankey(own, about)
		if diff := cmp.Diff(s, newSankey(own, about)); diff != "" {
			t.Fatalf("two pictures of the same moves:\n%s", diff)
		}
		checkBars(t, s)
		if len(s.Bands) != len(own) {
			t.Errorf("%d bands of %d moves", len(s.Bands), len(own))
		}
	}
}

func checkBars(t *testing.T, s *sankey) {
	t.Helper()
	end := map[float64]float64{}
	for _, b := range s.Bars {
		if b.Height <= 0 || b.Y < end[b.X] || b.Y+b.Height > s.Height || b.X < 0 || b.X > s.Width {
			t.Fatalf("bar %s at %v,%v high %v in a picture of %v by %v; the one above ends at %v", b.Label.Text, b.X, b.Y, b.Height, s.Width, s.Height, end[b.X])
		}
		end[b.X] = b.Y + b.Height
	}
	for _, band := range s.Bands {
		var x0, a, x1, b, h, skip float64
		if _, err := fmt.Sscanf(strings.NewReplacer("M", "", "C", " ", "v", " ", "Z", "").Replace(band.Path), "%f %f %f %f %f %f %f %f %f",
			&x0, &a, &skip, &skip, &skip, &skip, &x1, &b, &h); err != nil {
			t.Fatalf("%s: %v", band.Path, err)
		}
		for _, at := range [][2]float64{{x0 - sankeyBar, a}, {x1, b}} {
			if !onBar(s, at[0], at[1], h) {
				t.Fatalf("%s leaves its bar at %v", band.Title, at)
			}
		}
	}
}

func onBar(s *sankey, x, y, height float64) bool {
	const slack = 0.2 // paths are written with one decimal
	for _, b := range s.Bars {
		if b.X-slack <= x && x <= b.X+slack && b.Y-slack <= y && y+height <= b.Y+b.Height+slack {
			return true
		}
	}
	return false
}
