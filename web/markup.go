package web

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Feeds give descriptions as HTML or as plain text and do not say which.
var looksHTML = regexp.MustCompile(`(?i)</?(?:p|br|a|div|ul|ol|li|strong|em|b|i|span|h[1-6]|script|img|table|iframe)(?:\s[^>]*)?/?>`)

// stretchesOf tells which parts of a raw description are text. Tags are left out, never passed
// on: those that break a line become line ends, and of an <a> only a safe address is kept.
func stretchesOf(text string) []stretch {
	if !looksHTML.MatchString(text) {
		return []stretch{{start: 0, end: len(text)}}
	}
	var out []stretch
	z := html.NewTokenizer(strings.NewReader(text))
	link, hidden, offset := "", atom.Atom(0), 0
	for {
		kind := z.Next()
		start := offset
		offset += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if endsInBreak(out) {
				out = out[:len(out)-1]
			}
			return out
		case html.TextToken:
			if atLineStart(out) {
				start = offset - len(strings.TrimLeft(text[start:offset], " \t\r\n")) // white space of the source
			}
			if hidden == 0 && offset > start {
				out = append(out, stretch{start: start, end: offset, href: link, html: true})
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, link2 := tag(z)
			switch name {
			case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Textarea, atom.Title, atom.Xmp:
				hidden = name
			case atom.A:
				link = link2
			default:
				out = breakLine(out, name, offset)
			}
		case html.EndTagToken:
			name, _ := tag(z)
			switch name {
			case hidden:
				hidden = 0
			case atom.A:
				link = ""
			case atom.Li:
				out = breakLine(out, atom.Br, offset)
			default:
				out = breakLine(out, name, offset)
			}
		}
	}
}

func atLineStart(out []stretch) bool { return len(out) == 0 || out[len(out)-1].shown != "" }

func endsInBreak(out []stretch) bool {
	return len(out) > 0 && (out[len(out)-1].shown == "\n" || out[len(out)-1].shown == "\n\n")
}

// tag reads the current tag's name and, of an <a>, the address when it is safe to link to.
func tag(z *html.Tokenizer) (atom.Atom, string) {
	raw, more := z.TagName()
	name := atom.Lookup(raw)
	link := ""
	for more && name == atom.A {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "href" {
			link = outgoing(string(value))
		}
	}
	return name, link
}

// breakLine adds the line end that a block's tag stands for; line ends that meet become one,
// the longest.
func breakLine(out []stretch, name atom.Atom, offset int) []stretch {
	ends := ""
	switch name {
	case atom.Br, atom.Div, atom.Tr, atom.Ul, atom.Ol:
		ends = "\n"
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Blockquote:
		ends = "\n\n"
	case atom.Li:
		ends = "\n• "
	default:
		return out
	}
	if len(out) == 0 {
		if ends = strings.TrimLeft(ends, "\n"); ends == "" {
			return nil
		}
	}
	if endsInBreak(out) {
		if last := &out[len(out)-1]; len(ends) > len(last.shown) {
			last.shown = ends
		}
		return out
	}
	return append(out, stretch{start: offset, end: offset, shown: ends})
}
