package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"guestgraph/graph"
)

// Rows of each part on a node's page, and on the page of one part.
const (
	beginRows = 10
	asideRows = 5 // of a part that stands aside
	partRows  = 100
)

// aside tells the parts of which a node's page shows fewer rows, for others say the same or more matters more.
func aside(part string) bool {
	switch part {
	case "guest", "host", "hosts", "sponsored":
		return true
	}
	return false
}

// An extent is what of a node's page is shown: the beginning of every part, or some rows of one.
type extent struct {
	path   string // of the node's page
	with   string // name of the window's With
	window graph.Window
	totals graph.Totals
}

// pageWindow is windowOf for a page, whose rows are not for the visitor to choose.
func pageWindow(r *http.Request, kind graph.Kind) (graph.Window, error) {
	w, err := windowOf(r, kind)
	w.Limit = beginRows
	if w.Part != "" {
		w.Limit = partRows
	}
	return w, err
}

// nameWith finds what the node is called that the window is with.
func (s *Server) nameWith(ctx context.Context, e *extent) error {
	if e.window.With.ID == "" {
		return nil
	}
	e.with = e.window.With.ID
	node, err := s.named(ctx, e.window.With.String(), e.window.With.Kind)
	if node != nil && node.Name != "" {
		e.with = node.Name
	}
	return err
}

func newExtent(ref graph.Ref, w graph.Window, totals graph.Totals) extent {
	return extent{path: href(ref.Kind, ref.ID), window: w, totals: totals}
}

// Whole tells a node's page from the page of one part.
func (s extent) Whole() bool { return s.window.Part == "" }

// Has tells whether one of the parts is shown, be it empty.
func (s extent) Has(parts ...string) bool {
	for _, part := range parts {
		if s.Whole() || s.window.Part == part {
			return true
		}
	}
	return false
}

// Total is the number of rows of some parts in all.
func (s extent) Total(parts ...string) int {
	n := 0
	for _, part := range parts {
		n += s.totals[part]
	}
	return n
}

// At is the address of a section of the node's page.
func (s extent) At(section string) string {
	if s.Whole() {
		return "#" + section
	}
	return s.path + "#" + section
}

// Part is the address of one part alone.
func (s extent) Part(part string) string { return s.href(part, 0, 0) }

// Home is the address of the node's page.
func (s extent) Home() string { return s.path }

// Year is the only year that is shown; 0 for all.
func (s extent) Year() int { return s.window.Year }

// AllYears is the address of the same for all years.
func (s extent) AllYears() string { return s.href(s.window.Part, 0, 0) }

// With is the name of the node that the episodes shown have too; empty when they may lack any.
func (s extent) With() string { return s.with }

// Alone is the address of the same part without that.
func (s extent) Alone() string {
	s.window.With = graph.Ref{}
	return s.href(s.window.Part, 0, s.window.Year)
}

// Shared is the address of the rows of a part that have a node too.
func (s extent) Shared(part string, ref graph.Ref) string {
	s.window.Part, s.window.With = part, ref
	return s.href(part, 0, s.window.Year)
}

// A sharedNode is a node with the episodes that have it, too.
type sharedNode struct {
	graph.Counted
	Href string
}

// Links leads from each number to the rows of a part that it counts.
func (s extent) Links(part string, counted []graph.Counted) []sharedNode {
	out := make([]sharedNode, len(counted))
	for i, c := range counted {
		out[i] = sharedNode{c, s.Shared(part, c.Entity)}
	}
	return out
}

// InYear is the address of a part for one year.
func (s extent) InYear(part, year string) string {
	n, err := strconv.Atoi(year)
	if err != nil {
		return ""
	}
	return s.href(part, 0, n)
}

func (s extent) href(part string, offset, year int) string {
	v := url.Values{}
	if part != "" {
		v.Set("part", part)
	}
	if offset > 0 {
		v.Set("offset", strconv.Itoa(offset))
	}
	if year > 0 {
		v.Set("year", strconv.Itoa(year))
	}
	if s.window.With.ID != "" && part == s.window.Part {
		v.Set("with", s.window.With.String())
	}
	if len(v) == 0 {
		return s.path
	}
	return s.path + "?" + v.Encode()
}

// A pager says which rows of a part are shown, and leads to the rest.
type pager struct {
	Shown               string // "10 of 1,204 shown"
	All, Previous, Next string // addresses; empty where there is nothing
	Total, Rest         int    // rows in all, and those not shown on a node's page
}

// rows bounds the rows of a part.
func (s extent) rows(part string) int {
	if s.Whole() && aside(part) {
		return asideRows
	}
	return s.window.Limit
}

// begin cuts the rows of a part to those that are shown.
func begin[T any](s extent, part string, rows []T) []T { return rows[:min(len(rows), s.rows(part))] }

// Pager is nil when all rows of a part are shown.
func (s extent) Pager(part string) *pager {
	total, from := s.totals[part], s.window.Offset
	to := min(from+s.rows(part), total)
	if from == 0 && to == total {
		return nil
	}
	if s.Whole() {
		return &pager{Shown: fmt.Sprintf("%s of %s shown", number(to), number(total)), All: s.href(part, 0, s.window.Year), Total: total, Rest: total - to}
	}
	p := &pager{Total: total, Shown: fmt.Sprintf("%s–%s of %s", number(from+1), number(to), number(total))}
	if from >= to { // also past the end, where no row is left to tell the total
		p.Shown = "Nothing this far on"
	}
	if from > 0 {
		p.Previous = s.href(part, max(0, from-s.window.Limit), s.window.Year)
	}
	if to < total {
		p.Next = s.href(part, to, s.window.Year)
	}
	return p
}
