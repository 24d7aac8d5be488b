package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// A loss is an element that mend left out.
type loss struct {
	at   int // byte of the source
	name string
}

// textElements hold one text, which may be marked up; mend makes text of whatever stands in them. Other elements
// have a structure of their own.
var textElements = map[string]bool{
	"title": true, "link": true, "guid": true, "id": true, "pubDate": true, "published": true, "updated": true, "dc:date": true,
	"description": true, "summary": true, "content": true, "content:encoded": true, "author": true, "dc:creator": true,
	"itunes:title": true, "itunes:summary": true, "itunes:subtitle": true, "itunes:duration": true, "itunes:author": true,
	"category": true, "comments": true, "podcast:person": true, "language": true, "copyright": true,
}

// mend writes the elements that stand side by side in source anew, so that they are well-formed, and tells which could
// not be kept. An element lasts to its closing tag or, where that is missing, to the next element of an item.
func mend(source []byte) (mended string, losses []loss) {
	var b strings.Builder
	closings := lastClosings(source)
	at := 0
	for at < len(source) {
		e, ok := nextElement(source, at, closings)
		if !ok {
			break
		}
		at = e.end
		text := source[e.start:e.end]
		switch {
		case e.closed && wellFormed(text):
			b.Write(text)
		case textElements[e.name] && (e.closed || !needsWhole[e.name] || !e.last):
			b.WriteString("<" + e.name + attributes(string(source[e.start:e.inner])) + ">" + escape(plainXML(string(source[e.inner:e.innerEnd]))) + "</" + e.name + ">")
		case e.empty:
			b.WriteString("<" + e.name + attributes(string(source[e.start:e.end])) + "/>")
		default:
			losses = append(losses, loss{e.start, e.name})
		}
	}
	return b.String(), losses
}

// needsWhole are the elements of which a part says something else.
var needsWhole = map[string]bool{
	"guid": true, "id": true, "link": true, "pubDate": true, "published": true, "updated": true, "dc:date": true, "itunes:duration": true, "podcast:person": true,
}

// An element is one child, with where its content begins and ends.
type element struct {
	name            string
	start, end      int
	inner, innerEnd int
	closed          bool // it has its closing tag, or needs none
	empty           bool // <name/>
	last            bool // the source ends in it
}

// lastClosings tells where each name is closed for the last time.
func lastClosings(source []byte) map[string]int {
	last := map[string]int{}
	for t := range tags(source) {
		if t.closing {
			last[t.name] = t.start
		}
	}
	return last
}

// nextElement finds the first element at or after at.
func nextElement(source []byte, at int, closings map[string]int) (element, bool) {
	var e element
	depth := 0
	for t := range tags(source[at:]) {
		if e.name == "" {
			if t.closing {
				continue // closes what was never opened
			}
			e = element{name: t.name, start: at + t.start, inner: at + t.end, empty: t.empty, closed: t.empty, end: at + t.end, innerEnd: at + t.end}
			if t.empty {
				return e, true
			}
			continue
		}
		switch {
		case t.name == e.name && t.closing && depth == 0:
			e.innerEnd, e.end, e.closed = at+t.start, at+t.end, true
			return e, true
		case t.name == e.name && t.closing:
			depth--
		case t.name == e.name && !t.empty && !textElements[e.name]:
			depth++
		case !t.closing && itemElements[t.name] && closings[e.name] < e.inner:
			e.innerEnd, e.end = at+t.start, at+t.start
			return e, true
		}
	}
	if e.name == "" {
		return e, false
	}
	e.innerEnd, e.end, e.last = len(source), len(source), true
	return e, true
}

// itemElements are elements of items that are no elements of HTML: one of them in a text means that the text ended.
var itemElements = map[string]bool{
	"guid": true, "pubDate": true, "published": true, "updated": true, "description": true, "content:encoded": true, "enclosure": true,
	"itunes:title": true, "itunes:summary": true, "itunes:subtitle": true, "itunes:duration": true, "itunes:author": true, "itunes:image": true,
	"itunes:explicit": true, "itunes:episode": true, "podcast:person": true, "podcast:transcript": true, "podcast:chapters": true, "link": true, "title": true,
}

// wellFormed reports whether an element is XML as it stands, its prefixes aside.
func wellFormed(element []byte) bool {
	dec := xml.NewDecoder(bytes.NewReader(element))
	dec.Entity = xml.HTMLEntity
	for {
		_, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return false
		}
	}
	var n nesting
	for t := range tags(element) {
		n.take(t)
	}
	return n.sound()
}

// plainXML gives the text that XML stands for: the content of CDATA sections as it is, and elsewhere with entities
// replaced once. An opened section that does not end is taken to reach to the end.
func plainXML(source string) string {
	const open, closing = "<![CDATA[", "]]>"
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(source, open)
		b.WriteString(html.UnescapeString(before))
		if !found {
			return strings.TrimSpace(b.String())
		}
		inside, after, _ := strings.Cut(rest, closing)
		b.WriteString(inside)
		source = after
	}
}

// escape makes text safe as content and as an attribute; characters that XML does not allow become U+FFFD.
func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder does not fail
	return b.String()
}
