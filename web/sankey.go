package web

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"guestgraph/graph"
)

// The measures of the picture, in units of its view box.
const (
	sankeyWidth = 760.0
	sankeyLabel = 176.0 // beside the outer columns
	sankeyBar   = 10.0
	sankeyGap   = 9.0
	sankeySlot  = 17.0 // least height of a company, so that its name has room
	sankeyTop   = 34.0 // for the heads of the columns
	sankeyWhole = 420.0
)

// A sankey is moves as bands between columns of companies: templates/parts/sankey.html draws it.
type sankey struct {
	Width, Height float64
	Heads         []sankeyText
	Bars          []sankeyBand
	Bands         []sankeyBand
}

// A sankeyText is a word and where it stands.
type sankeyText struct {
	Text   string
	X, Y   float64
	Anchor string // start, middle or end
}

// A sankeyBand is a company's bar or the band of a move.
type sankeyBand struct {
	Path   string // of a band
	X, Y   float64
	Height float64
	Label  sankeyText
	Ref    graph.Ref // of a bar
	Move   int       // of a band: the place of its row in the table
	Title  string
}

// A sankeyNode is a company in one column; one may stand in several.
type sankeyNode struct {
	ref      graph.Ref
	column   int
	in, out  int // people
	y        float64
	inY      float64 // how much of the bar bands have taken
	outY     float64
	nearness float64
}

type sankeyKey struct {
	column int
	id     string
}

type sankeyLink struct {
	from, to *sankeyNode
	move     int
	n        int
}

// newSankey lays out moves: from the companies on the left to those on the right, or, when they are about one company,
// by way of it. The same moves give the same picture.
func newSankey(moves []graph.Move, about string) *sankey {
	if len(moves) == 0 {
		return nil
	}
	columns, links := sankeyColumns(moves, about)
	total := 0
	for _, m := range moves {
		total += m.N
	}
	unit := math.Max(2, math.Min(24, sankeyWhole/float64(total)))
	for range 4 { // by turns, until hardly anything crosses
		for _, column := range columns {
			slices.SortStableFunc(column, func(a, b *sankeyNode) int {
				return cmp.Or(cmp.Compare(a.nearness, b.nearness), cmp.Compare(max(b.in, b.out), max(a.in, a.out)),
					cmp.Compare(a.ref.Name, b.ref.Name), cmp.Compare(a.ref.ID, b.ref.ID))
			})
			place(column, unit)
			draw(links)
		}
	}
	s := &sankey{Width: sankeyWidth}
	for _, column := range columns {
		s.Height = math.Max(s.Height, place(column, unit))
	}
	s.Height += sankeyGap
	s.bars(columns, unit)
	s.bands(columns, links, unit)
	return s
}

// sankeyColumns sorts companies into columns.
func sankeyColumns(moves []graph.Move, about string) ([][]*sankeyNode, []sankeyLink) {
	columns := make([][]*sankeyNode, 2)
	if about != "" {
		to := slices.ContainsFunc(moves, func(m graph.Move) bool { return m.To.ID == about })
		from := slices.ContainsFunc(moves, func(m graph.Move) bool { return m.From.ID == about })
		if to && from {
			columns = make([][]*sankeyNode, 3)
		}
	}
	nodes := map[sankeyKey]*sankeyNode{}
	node := func(column int, ref graph.Ref) *sankeyNode {
		k := sankeyKey{column, ref.ID}
		if nodes[k] == nil {
			nodes[k] = &sankeyNode{ref: ref, column: column}
			columns[column] = append(columns[column], nodes[k])
		}
		return nodes[k]
	}
	var links []sankeyLink
	for i, m := range moves {
		left := 0
		if len(columns) == 3 && m.From.ID == about {
			left = 1
		}
		l := sankeyLink{node(left, m.From), node(left+1, m.To), i, m.N}
		l.from.out += m.N
		l.to.in += m.N
		links = append(links, l)
	}
	return columns, links
}

func (n *sankeyNode) height(unit float64) float64 { return float64(max(n.in, n.out)) * unit }

// place sets one company under the other and returns where the column ends.
func place(column []*sankeyNode, unit float64) float64 {
	y := sankeyTop
	for _, n := range column {
		slot := math.Max(n.height(unit), sankeySlot)
		n.y = y + (slot-n.height(unit))/2
		y += slot + sankeyGap
	}
	return y
}

// draw tells each company how high what it is tied to stands, on average by people.
func draw(links []sankeyLink) {
	sum, weight := map[*sankeyNode]float64{}, map[*sankeyNode]float64{}
	for _, l := range links {
		for _, end := range [][2]*sankeyNode{{l.from, l.to}, {l.to, l.from}} {
			sum[end[0]] += end[1].y * float64(l.n)
			weight[end[0]] += float64(l.n)
		}
	}
	for n := range sum {
		n.nearness = sum[n] / weight[n]
	}
}

// left is where the bars of a column begin.
func (s *sankey) left(column, columns int) float64 {
	return sankeyLabel + float64(column)*(sankeyWidth-2*sankeyLabel-sankeyBar)/float64(columns-1)
}

func (s *sankey) bars(columns [][]*sankeyNode, unit float64) {
	heads := []string{"From", "To"}
	if len(columns) == 3 {
		heads = []string{"Came from", "", "Went to"}
	}
	for i, column := range columns {
		x := s.left(i, len(columns))
		text := sankeyText{X: x - 8, Anchor: "end"}
		switch {
		case i == len(columns)-1:
			text = sankeyText{X: x + sankeyBar + 8, Anchor: "start"}
		case i > 0:
			text = sankeyText{X: x + sankeyBar/2, Anchor: "middle"}
		}
		head := text
		head.Text, head.Y = heads[i], sankeyTop-16
		if head.Text != "" {
			s.Heads = append(s.Heads, head)
		}
		for _, n := range column {
			b := sankeyBand{X: x, Y: n.y, Height: n.height(unit), Ref: n.ref, Label: text}
			b.Label.Text, b.Label.Y = shorten(nameOf(n.ref), 20), n.y+b.Height/2
			if text.Anchor == "middle" {
				b.Label.Y = n.y - 8
			}
			b.Title = short(nameOf(n.ref)) + ": " + list(slices.DeleteFunc([]string{times(n.out, "departure"), times(n.in, "arrival")}, func(s string) bool { return s == "" }))
			s.Bars = append(s.Bars, b)
		}
	}
}

// bands draws the moves; at each bar those that stand higher at their other end lie higher.
func (s *sankey) bands(columns [][]*sankeyNode, links []sankeyLink, unit float64) {
	byHeight := func(other func(sankeyLink) *sankeyNode) []sankeyLink {
		sorted := slices.Clone(links)
		slices.SortStableFunc(sorted, func(a, b sankeyLink) int { return cmp.Compare(other(a).y, other(b).y) })
		return sorted
	}
	startY, endY := make([]float64, len(links)), make([]float64, len(links))
	for _, l := range byHeight(func(l sankeyLink) *sankeyNode { return l.to }) {
		startY[l.move] = l.from.y + l.from.outY
		l.from.outY += float64(l.n) * unit
	}
	for _, l := range byHeight(func(l sankeyLink) *sankeyNode { return l.from }) {
		endY[l.move] = l.to.y + l.to.inY
		l.to.inY += float64(l.n) * unit
	}
	for _, l := range links {
		x0, x1 := s.left(l.from.column, len(columns))+sankeyBar, s.left(l.to.column, len(columns))
		a, b, h, mid := startY[l.move], endY[l.move], float64(l.n)*unit, (x0+x1)/2
		s.Bands = append(s.Bands, sankeyBand{
			Move:  l.move + 1,
			Title: fmt.Sprintf("%s to %s: %s", short(nameOf(l.from.ref)), short(nameOf(l.to.ref)), count(l.n, "person")),
			Path: fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fv%.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ",
				x0, a, mid, a, mid, b, x1, b, h, mid, b+h, mid, a+h, x0, a+h),
		})
	}
}

// times counts people by their moves, of which one may have several; nothing when there are none.
func times(n int, noun string) string {
	if n == 0 {
		return ""
	}
	return count(n, noun)
}
