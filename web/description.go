package web

import (
	"html"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"guestgraph/graph"
)

// maxDescription is how many bytes of a description a page shows.
const maxDescription = 100_000

// A description is an episode's text cut into runs: templates/parts/description.html.
type description struct {
	Runs []run
	More int // bytes not shown
	Long bool
}

// longDescription is from how many bytes a description scrolls by itself: a whole transcript would push away all else.
const longDescription = 6000

// A run is a stretch of text that lies wholly inside the quotes of facts, or wholly outside.
type run struct {
	Fact  bool
	Spans []span
}

// A span is text that is one link at most.
type span struct {
	Text string
	ID   string     // anchor, when a passage starts here
	Kind graph.Kind // of the entity that Href leads to; empty for an outgoing link
	Href string
}

// A stretch is a part of the raw text that is shown: all of it, or what lies between tags.
type stretch struct {
	start, end int
	shown      string // written instead of the slice, for a tag that breaks the line
	href       string // of the <a> around it
	html       bool
}

// An interval is a marked part of the raw text.
type interval struct {
	start, end int
	ref        graph.Ref // for a mention
	href       string    // for an address in the text
}

// intervals are sorted and do not overlap.
type intervals []interval

// at finds the interval that covers an offset.
func (in intervals) at(offset int) (interval, bool) {
	i := sort.Search(len(in), func(i int) bool { return in[i].end > offset })
	if i < len(in) && in[i].start <= offset {
		return in[i], true
	}
	return interval{}, false
}

// layers is the evidence laid over a text.
type layers struct {
	marks, names, links intervals
	anchors             map[int]bool // offsets at which a passage starts
	cuts                []int        // offsets at which any of the above changes, sorted
}

// describe lays the evidence over the text: quotes of facts are marked, names lead to their
// pages, addresses lead out, and each passage has an anchor that evidence elsewhere links to.
func describe(text string, facts []graph.Statement, named []graph.Mentioned) description {
	shown := text
	if len(shown) > maxDescription {
		end := maxDescription
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		shown = text[:end]
	}
	stretches := stretchesOf(shown)
	l := layersOf(shown, stretches, facts, named)
	d := description{More: len(text) - len(shown), Long: len(text) >= longDescription}
	for _, st := range stretches {
		if st.shown != "" {
			d.add(false, span{Text: st.shown})
			continue
		}
		next, _ := slices.BinarySearch(l.cuts, st.start+1)
		for start := st.start; start < st.end; {
			end := st.end
			if next < len(l.cuts) && l.cuts[next] < end {
				end = l.cuts[next]
				next++
			}
			_, fact := l.marks.at(start)
			d.add(fact, l.span(st, start, st.text(shown[start:end])))
			start = end
		}
	}
	return d
}

func layersOf(text string, stretches []stretch, facts []graph.Statement, named []graph.Mentioned) layers {
	l := layers{marks: quoted(text, facts), names: namedIn(text, named), links: addresses(text, stretches), anchors: map[int]bool{}}
	passages := slices.Clone(facts)
	for _, m := range named {
		passages = append(passages, m.Said...)
	}
	for _, st := range passages {
		if standsIn(text, st) && !l.anchors[st.Start] {
			l.anchors[st.Start] = true
			l.cuts = append(l.cuts, st.Start)
		}
	}
	for _, layer := range []intervals{l.marks, l.names, l.links} {
		for _, in := range layer {
			l.cuts = append(l.cuts, in.start, in.end)
		}
	}
	slices.Sort(l.cuts)
	l.cuts = slices.Compact(l.cuts)
	return l
}

// span makes the span that starts at an offset: a name goes before an address, and an address
// in the text before the one of the tag around it.
func (l layers) span(st stretch, start int, text string) span {
	sp := span{Text: text, Href: st.href}
	if l.anchors[start] {
		sp.ID = markID(start)
	}
	if in, ok := l.names.at(start); ok {
		sp.Kind, sp.Href = in.ref.Kind, href(in.ref.Kind, in.ref.ID)
	} else if in, ok := l.links.at(start); ok {
		sp.Href = in.href
	}
	return sp
}

func (d *description) add(fact bool, sp span) {
	if len(d.Runs) == 0 || d.Runs[len(d.Runs)-1].Fact != fact {
		d.Runs = append(d.Runs, run{Fact: fact})
	}
	last := &d.Runs[len(d.Runs)-1]
	last.Spans = append(last.Spans, sp)
}

var spaces = regexp.MustCompile(`[ \t\r\n]+`)

func (st stretch) text(raw string) string {
	if !st.html {
		return raw
	}
	return spaces.ReplaceAllString(html.UnescapeString(raw), " ")
}

// standsIn tells whether a statement quotes the text at its offsets: evidence from a title or a
// credit does not, and neither does evidence past what is shown.
func standsIn(text string, st graph.Statement) bool {
	return st.In == "" && st.Start >= 0 && st.Start < st.End && st.End <= len(text) && text[st.Start:st.End] == st.Quote
}

// quoted joins the quotes of facts where they overlap.
func quoted(text string, facts []graph.Statement) intervals {
	var all intervals
	for _, st := range facts {
		if standsIn(text, st) {
			all = append(all, interval{start: st.Start, end: st.End})
		}
	}
	slices.SortFunc(all, func(a, b interval) int { return a.start - b.start })
	var out intervals
	for _, in := range all {
		if n := len(out); n > 0 && in.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, in.end)
			continue
		}
		out = append(out, in)
	}
	return out
}

// namedIn keeps the longest of the names that start first: "Amazon S3" rather than "S3" in it.
func namedIn(text string, named []graph.Mentioned) intervals {
	var all intervals
	for _, m := range named {
		for _, st := range m.Said {
			if standsIn(text, st) {
				all = append(all, interval{start: st.Start, end: st.End, ref: m.Entity})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b interval) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out intervals
	for _, in := range all {
		if n := len(out); n == 0 || in.start >= out[n-1].end {
			out = append(out, in)
		}
	}
	return out
}

var address = regexp.MustCompile(`https?://[^\s<>"'“”‘’]+`)

// addresses finds what reads as an address in the text outside of tags.
func addresses(text string, stretches []stretch) intervals {
	var out intervals
	for _, st := range stretches {
		for _, at := range address.FindAllStringIndex(text[st.start:st.end], -1) {
			found := strings.TrimRight(text[st.start+at[0]:st.start+at[1]], ".,;:!?)]}…")
			if link := outgoing(st.text(found)); link != "" {
				out = append(out, interval{start: st.start + at[0], end: st.start + at[0] + len(found), href: link})
			}
		}
	}
	return out
}
