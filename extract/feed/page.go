package feed

import (
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"guestgraph/extract"
)

// page reads one description in HTML: a part of a page as it stands, or what the main part of a whole page holds.
func (r *reader) page(d document, data []byte) {
	p := readPage(string(data))
	ep := extract.Episode{
		Title: firstOf(p.meta["og:title"], p.title, title(path.Base(d.stem))), Text: p.content,
		Show: firstOf(p.meta["og:site_name"], r.options.Show), URL: p.meta["og:url"], AudioURL: p.meta["og:audio"],
	}
	if !isURL(ep.URL) {
		ep.URL = ""
	}
	if d.remote {
		ep.URL = firstOf(ep.URL, d.name)
	}
	published, err := parseDate(p.meta["article:published_time"])
	if err != nil && !r.fail(d.name, 0, err, "the episode is read without its date") {
		return
	}
	ep.Published = published
	ep.ID = fileID(d.stem, ep.Show)
	if strings.TrimSpace(ep.Text) != "" {
		r.emit(ep)
	}
}

// A htmlPage is what a page says about itself.
type htmlPage struct {
	title   string
	meta    map[string]string // by property
	content string            // source of its main part
}

// readPage finds the main part of a page: its <main>, its first <article>, its <body>, or else all of it.
func readPage(source string) htmlPage {
	p := htmlPage{meta: map[string]string{}, content: source}
	z := html.NewTokenizer(strings.NewReader(source))
	found := map[atom.Atom]*span{}
	inTitle := false
	for at := 0; ; {
		token := z.Next()
		if token == html.ErrorToken { // a tokenizer of a string fails at its end only
			break
		}
		start := at
		at += len(z.Raw())
		switch token {
		case html.TextToken:
			if inTitle {
				p.title += string(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			inTitle = t.DataAtom == atom.Title && p.title == ""
			switch t.DataAtom {
			case atom.Meta:
				p.property(t)
			case atom.Main, atom.Article, atom.Body:
				if found[t.DataAtom] == nil {
					found[t.DataAtom] = &span{at, len(source)}
				}
			}
		case html.EndTagToken:
			t := z.Token()
			inTitle = false
			if s := found[t.DataAtom]; s != nil && (s.end == len(source) || t.DataAtom == atom.Body) {
				s.end = start
			}
		}
	}
	p.title = strings.TrimSpace(p.title)
	for _, a := range [...]atom.Atom{atom.Main, atom.Article, atom.Body} {
		if s := found[a]; s != nil && strings.TrimSpace(source[s.start:s.end]) != "" {
			p.content = source[s.start:s.end]
			break
		}
	}
	return p
}

type span struct{ start, end int }

func (p *htmlPage) property(t html.Token) {
	var property, content string
	for _, a := range t.Attr {
		switch a.Key {
		case "property", "name":
			property = a.Val
		case "content":
			content = a.Val
		}
	}
	if p.meta[property] == "" {
		p.meta[property] = strings.TrimSpace(content)
	}
}
