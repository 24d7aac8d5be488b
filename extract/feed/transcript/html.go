package transcript

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"guestgraph/extract"
)

// html reads <cite>Speaker:</cite> <time>1:02</time> <p>words</p>, and a page without those as its paragraphs.
func (b *builder) html(text string) {
	h := htmlReader{b: b}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken: // a tokenizer of a string fails at its end only
			h.flush()
			return
		case html.TextToken:
			h.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			h.open(atom.Lookup(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			h.close(atom.Lookup(name))
		}
	}
}

// An htmlReader collects the words of one paragraph.
type htmlReader struct {
	b     *builder
	in    atom.Atom // cite, time, or what hides its text
	words strings.Builder
	field strings.Builder // text of cite or time
	cue   extract.Cue
}

func (h *htmlReader) open(tag atom.Atom) {
	switch tag {
	case atom.Cite:
		h.flush()
		h.in = tag
	case atom.Time, atom.Script, atom.Style, atom.Head, atom.Nav:
		h.in = tag
	case atom.P, atom.Div, atom.Li, atom.Br, atom.H1, atom.H2, atom.H3, atom.H4, atom.Blockquote, atom.Tr:
		h.flush()
	}
}

func (h *htmlReader) close(tag atom.Atom) {
	if tag != h.in {
		return
	}
	h.in = 0
	field := strings.TrimSpace(h.field.String())
	h.field.Reset()
	switch tag {
	case atom.Cite:
		h.cue.Speaker = strings.TrimSpace(strings.TrimSuffix(field, ":"))
	case atom.Time:
		h.flush()
		h.cue.Start = seconds(field)
		h.cue.End = h.cue.Start
	}
}

func (h *htmlReader) text(s string) {
	switch h.in {
	case 0:
		h.words.WriteString(s)
	case atom.Cite, atom.Time:
		h.field.WriteString(s)
	}
}

func (h *htmlReader) flush() {
	words := h.words.String()
	h.words.Reset()
	if strings.TrimSpace(words) == "" {
		return
	}
	h.b.add(h.cue, words, true)
}
