package feed

import "bytes"

// A salvage is a damaged feed cut into its items.
type salvage struct {
	head     []byte // everything before the first item: the root's namespaces and the show's title
	tail     []byte // what closes the root again
	data     []byte
	items    []span
	unclosed int // line of an item that never ends; 0 when none
}

type span struct{ start, end int }

// splitItems finds the <item>s of RSS, or the <entry>s of Atom, by their tags alone.
func splitItems(data []byte) salvage {
	s := salvage{data: data, tail: []byte("</channel></rss>")}
	open, closing := []byte("<item"), []byte("</item>")
	if !bytes.Contains(data, closing) && bytes.Contains(data, []byte("</entry>")) {
		open, closing = []byte("<entry"), []byte("</entry>")
		s.tail = []byte("</feed>")
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], open)
		if i < 0 {
			return s
		}
		start := at + i
		if s.head == nil {
			s.head = data[:start]
		}
		n := bytes.Index(data[start:], closing)
		if n < 0 {
			s.unclosed = 1 + bytes.Count(data[:start], []byte("\n"))
			return s
		}
		at = start + n + len(closing)
		s.items = append(s.items, span{start, at})
	}
}

// wrap makes one item a feed of its own.
func (s *salvage) wrap(item span) []byte {
	return bytes.Join([][]byte{s.head, s.data[item.start:item.end], s.tail}, nil)
}
