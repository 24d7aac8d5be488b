package feed

import (
	"bytes"
	"iter"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// A tag is a piece of markup found in XML that need not be well-formed.
type tag struct {
	name       string // with its prefix, as written
	start, end int    // bytes of the document, brackets included
	closing    bool   // </name>
	empty      bool   // <name/>
}

// tags finds the tags of a document, and passes over comments, CDATA sections, declarations and instructions.
// A "<" that begins none of these is text.
func tags(data []byte) iter.Seq[tag] {
	return func(yield func(tag) bool) {
		asides := newAsides(data)
		for at := 0; ; {
			i := bytes.IndexByte(data[at:], '<')
			if i < 0 {
				return
			}
			at += i
			if n := asides.length(at); n > 0 {
				at += n
				continue
			}
			t, ok := tagAt(data, at)
			if !ok {
				at++
				continue
			}
			if !yield(t) {
				return
			}
			at = t.end
		}
	}
}

// An aside is markup that is no tag.
type aside struct {
	open, closing []byte
	next          int // where closing stands next, as far as was asked; len(data) for nowhere
}

// asides are the kinds of markup that tags passes over. Each remembers the ending it found last, for many openings may
// stand before one ending.
type asides struct {
	data  []byte
	kinds [4]aside
}

func newAsides(data []byte) *asides {
	a := &asides{data: data}
	for i, k := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}} {
		a.kinds[i] = aside{[]byte(k[0]), []byte(k[1]), -1}
	}
	return a
}

// length is the length of the comment, CDATA section, instruction or declaration that begins at a byte, and 0 for
// others. One that does not end is passed over as far as its opening, and so is a CDATA section in which another
// opens: they do not nest, so the first never ended.
func (a *asides) length(at int) int {
	for i := range a.kinds {
		k := &a.kinds[i]
		if !bytes.HasPrefix(a.data[at:], k.open) {
			continue
		}
		inner := at + len(k.open)
		if k.next < inner {
			k.next = len(a.data)
			if n := bytes.Index(a.data[inner:], k.closing); n >= 0 {
				k.next = inner + n
			}
		}
		if k.next == len(a.data) || i == 1 && bytes.Contains(a.data[inner:k.next], k.open) {
			return len(k.open)
		}
		return k.next + len(k.closing) - at
	}
	return 0
}

func tagAt(data []byte, at int) (tag, bool) {
	t := tag{start: at}
	i := at + 1
	if i < len(data) && data[i] == '/' {
		t.closing = true
		i++
	}
	first := i
	for i < len(data) && isNameByte(data[i]) {
		i++
	}
	if i == first || data[first] >= '0' && data[first] <= '9' || data[first] == '-' || data[first] == '.' {
		return t, false
	}
	t.name = string(data[first:i])
	end := tagEnd(data[i:])
	if end < 0 {
		return t, false
	}
	t.end = i + end
	t.empty = data[t.end-2] == '/'
	return t, true
}

func isNameByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == ':' || b == '-' || b == '_' || b == '.'
}

// maxTag bounds one tag with its attributes.
const maxTag = 64 << 10

// tagEnd is the length of a tag's rest, up to its ">" outside quotes, or else its first ">". It is -1 when
// another "<" comes first, or none ends it.
func tagEnd(rest []byte) int {
	rest = rest[:min(len(rest), maxTag)]
	var quote byte
	for i, b := range rest {
		switch {
		case quote != 0:
			if b == quote {
				quote = 0
			} else if b == '<' {
				return firstEnd(rest)
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i + 1
		case b == '<':
			return -1
		}
	}
	if quote != 0 {
		return firstEnd(rest)
	}
	return -1
}

func firstEnd(rest []byte) int {
	end, next := bytes.IndexByte(rest, '>'), bytes.IndexByte(rest, '<')
	if end < 0 || next >= 0 && next < end {
		return -1
	}
	return end + 1
}

var attribute = regexp.MustCompile(`([A-Za-z_][\w:.-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)`)

// attributes writes the attributes of a tag anew, quoted and escaped.
func attributes(source string) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, m := range attribute.FindAllStringSubmatch(source, -1) {
		if seen[m[1]] {
			continue
		}
		seen[m[1]] = true
		b.WriteString(" " + m[1] + `="` + escape(unquote(m[2])) + `"`)
	}
	return b.String()
}

// unquote gives the text of an attribute's value.
func unquote(value string) string {
	if value[0] == '"' || value[0] == '\'' {
		value = value[1 : len(value)-1]
	}
	return html.UnescapeString(value)
}
