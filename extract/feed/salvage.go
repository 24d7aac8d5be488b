package feed

import (
	"bytes"
	"strings"
)

// A salvage is a feed cut into its items by their tags alone, for reading a damaged one.
type salvage struct {
	data  []byte
	root  string // of the document to make of a part: <rss> or <feed>, with the namespaces of the feed's own
	close string
	items []part
	depth int // of the most deeply nested tag
}

// A part is one item.
type part struct {
	start, end int // bytes of the feed
	cut        bool // it has no closing tag
	last       bool // the feed ends in it
}

// cutItems finds the <item>s of RSS, or the <entry>s of Atom.
func cutItems(data []byte) salvage {
	s := salvage{data: data, root: "<rss", close: "</channel></rss>"}
	name := "item"
	namespaces := map[string]bool{}
	depth, open := 0, -1
	for t := range tags(data) {
		if s.items == nil && open < 0 {
			switch t.name {
			case "feed":
				name, s.root, s.close = "entry", "<feed", "</feed>"
				fallthrough
			case "rss", "rdf:RDF", "channel":
				s.declare(string(data[t.start:t.end]), namespaces)
			}
		}
		if t.closing {
			depth--
		} else if !t.empty {
			depth++
			s.depth = max(s.depth, depth)
		}
		if t.name != name || t.empty {
			continue
		}
		if open >= 0 {
			s.items = append(s.items, part{start: open, end: t.start, cut: !t.closing})
			open = -1
			if t.closing {
				s.items[len(s.items)-1].end = t.end
			}
		}
		if !t.closing {
			open = t.start
		}
	}
	if open >= 0 {
		s.items = append(s.items, part{start: open, end: len(data), cut: true, last: true})
	}
	s.root += ">"
	if name == "item" {
		s.root += "<channel>"
	}
	return s
}

// declare adds a tag's attributes, namespaces among them, to the root.
func (s *salvage) declare(source string, seen map[string]bool) {
	for _, m := range attribute.FindAllStringSubmatch(source, -1) {
		if strings.HasPrefix(m[1], "xmlns") && !seen[m[1]] {
			seen[m[1]] = true
			s.root += attributes(m[0])
		}
	}
}

// line is the line on which a byte of the feed stands.
func (s *salvage) line(at int) int { return 1 + bytes.Count(s.data[:at], []byte("\n")) }

// head is what the feed says outside its items, mended.
func (s *salvage) head() string {
	var b strings.Builder
	at := 0
	for _, item := range s.items {
		b.Write(s.data[at:item.start])
		at = item.end
	}
	b.Write(s.data[at:])
	outside := b.String()
	for t := range tags([]byte(outside)) {
		if !t.closing && (t.name == "channel" || t.name == "feed") {
			outside = outside[t.end:]
			break
		}
	}
	mended, _ := mend(outside)
	return mended
}

// document makes a feed of one item's source.
func (s *salvage) document(head, item string) string { return s.root + head + item + s.close }
