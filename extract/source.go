package extract

import "sort"

// A source is one text of an episode (description or title): as published, and cleaned for reading.
// Offsets named start and end count bytes of text unless said otherwise; rawRange leads back to the published bytes.
type source struct {
	in    string // Evidence.In
	raw   string
	text  string
	segs  []segment
	links []link
	marks []mark
}

// A segment says where a run of cleaned bytes comes from. A copied run has the same length on both sides;
// a replaced one (an entity, a no-break space) maps as a whole.
type segment struct {
	clean, raw  int
	n, rawN     int
	replacement bool
}

// A link is a URL of the text. bare links stand in the text themselves, others hide behind a label.
type link struct {
	start, end       int // of the label, or of the URL itself when bare
	rawStart, rawEnd int // of the URL in raw
	bare             bool
}

// A markKind is what a line's markup says about it.
type markKind uint8

const (
	markNone markKind = iota
	markHeading
	markBullet
)

// A mark is markup found at the beginning of a line.
type mark struct {
	pos  int
	kind markKind
}

// rawRange maps a range of the cleaned text to the published bytes it was made from.
func (s *source) rawRange(start, end int) (int, int) {
	if start >= end || len(s.segs) == 0 {
		return 0, 0
	}
	i := s.segmentAt(start)
	j := s.segmentAt(end - 1)
	a, b := s.segs[i], s.segs[j]
	rawStart := a.raw
	if !a.replacement {
		rawStart += start - a.clean
	}
	rawEnd := b.raw + b.rawN
	if !b.replacement {
		rawEnd = b.raw + end - b.clean
	}
	return rawStart, rawEnd
}

func (s *source) segmentAt(pos int) int {
	return sort.Search(len(s.segs), func(i int) bool { return s.segs[i].clean > pos }) - 1
}

// markAt tells the markup of the line that begins at start and ends at end.
func (s *source) markAt(start, end int) markKind {
	i := sort.Search(len(s.marks), func(i int) bool { return s.marks[i].pos >= start })
	if i < len(s.marks) && s.marks[i].pos <= end {
		return s.marks[i].kind
	}
	return markNone
}

// linksIn returns the links whose label or URL begins within [start, end).
func (s *source) linksIn(start, end int) []link {
	i := sort.Search(len(s.links), func(i int) bool { return s.links[i].start >= start })
	j := i
	for j < len(s.links) && s.links[j].start < end {
		j++
	}
	return s.links[i:j]
}

// linkOf returns the address of the link whose whole label the tokens [from, to) are.
func (s *sentence) linkOf(from, to int) (url string, ok bool) {
	start, end := s.toks[from].start, s.toks[to-1].end
	for _, l := range s.src.linksIn(start, end) {
		if !l.bare && l.start == start && l.end == end {
			return s.src.raw[l.rawStart:l.rawEnd], true
		}
	}
	return "", false
}
