package feed

import (
	"bytes"
	"strings"
)

// maxDepth bounds how deeply tags may nest: real feeds stay below a hundred even with HTML that closes nothing.
const maxDepth = 1000

// A nesting follows the tags of a document.
type nesting struct {
	open   []string
	depth  int // the deepest so far
	broken bool
}

func (n *nesting) take(t tag) {
	switch {
	case t.empty || n.depth > maxDepth:
	case !t.closing:
		n.open = append(n.open, t.name)
		n.depth = max(n.depth, len(n.open))
	case len(n.open) == 0 || n.open[len(n.open)-1] != t.name:
		n.broken = true
	default:
		n.open = n.open[:len(n.open)-1]
	}
}

// sound reports whether each tag closed the one opened last, and none is left open.
func (n *nesting) sound() bool { return !n.broken && n.depth <= maxDepth && len(n.open) == 0 }

// A salvage is a feed cut into its items by their tags alone, for reading a damaged one.
type salvage struct {
	lineCounter
	root   string // opens the document to make of a part: <rss> or <feed>, with the namespaces of the feed's own
	close  string
	item   string // name of its items
	items  []part
	sound  bool // its tags are balanced
	closed bool // its root is closed
}

// A part is one item.
type part struct {
	start, end      int  // bytes of the feed
	inner, innerEnd int  // the same without its tags
	last            bool // the feed ends in it
}

// cutItems finds the <item>s of RSS, or the <entry>s of Atom. One without a closing tag lasts to the next.
func cutItems(data []byte) *salvage {
	s := &salvage{lineCounter: lineCounter{data: data}, root: "<rss", close: "</channel></rss>", item: "item"}
	var n nesting
	open := part{start: -1}
	namespaces := map[string]bool{}
	for t := range tags(data) {
		n.take(t)
		if s.items == nil && open.start < 0 && !t.closing {
			s.declare(t, namespaces)
		}
		if t.closing && (t.name == "rss" || t.name == "feed" || t.name == "rdf:RDF") {
			s.closed = true
		}
		if t.name != s.item || t.empty {
			continue
		}
		if open.start >= 0 {
			open.end, open.innerEnd = t.start, t.start
			if t.closing {
				open.end = t.end
			}
			s.items = append(s.items, open)
			open.start = -1
		}
		if !t.closing {
			open = part{start: t.start, inner: t.end}
		}
	}
	if open.start >= 0 {
		open.end, open.innerEnd, open.last = len(data), len(data), !s.closed
		s.items = append(s.items, open)
	}
	s.sound = n.sound()
	s.root += ">"
	if s.item == "item" {
		s.root += "<channel>"
	}
	return s
}

// declare takes the namespaces of the feed's outer tags, and learns from them what feed it is.
func (s *salvage) declare(t tag, seen map[string]bool) {
	switch t.name {
	case "feed":
		s.item, s.root, s.close = "entry", "<feed", "</feed>"
	case "rss", "rdf:RDF", "channel":
	default:
		return
	}
	for _, m := range attribute.FindAllStringSubmatch(string(s.data[t.start:t.end]), -1) {
		if strings.HasPrefix(m[1], "xmlns") && !seen[m[1]] {
			seen[m[1]] = true
			s.root += attributes(m[0])
		}
	}
}

// outside makes a feed without items of what stands outside them.
func (s *salvage) outside() string {
	var b bytes.Buffer
	at := 0
	for _, item := range s.items {
		b.Write(s.data[at:item.start])
		at = item.end
	}
	b.Write(s.data[at:])
	source := b.Bytes()
	for t := range tags(source) {
		if !t.closing && (t.name == "channel" || t.name == "feed") {
			source = source[t.end:]
			break
		}
	}
	mended, _ := mend(source)
	return s.root + mended + s.close
}

// document makes a feed of one item as it stands where it is well-formed, and else of what can be mended, naming
// what cannot.
func (s *salvage) document(item part) (string, []loss) {
	source := s.data[item.start:item.end]
	if wellFormed(source) {
		return s.root + string(source) + s.close, nil
	}
	mended, losses := mend(s.data[item.inner:item.innerEnd])
	return s.root + "<" + s.item + ">" + mended + "</" + s.item + ">" + s.close, losses
}
