package feed

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// maxPages bounds a feed that comes in pages.
const maxPages = 200

// xmlFeed reads a feed, and where it came over the network, the pages that continue it (RFC 5005):
// <atom:link rel="next" href="…">, or rel="prev-archive".
func (r *reader) xmlFeed(d document, data []byte) {
	f := feedReader{reader: r, name: d.name, seen: map[string]string{}}
	visited := map[string]bool{d.name: true}
	for {
		f.xml(data)
		next := nextPage(data, f.name)
		if !d.remote || next == "" || visited[next] || r.stopped {
			return
		}
		if len(visited) == maxPages {
			r.fail(next, 0, fmt.Errorf("more than %d pages of one feed", maxPages), "give this address as a SOURCE to go on")
			return
		}
		visited[next] = true
		var err error
		if data, err = r.furtherPage(next); err != nil {
			r.fail(next, 0, fmt.Errorf("the feed goes on there: %w", err), "its later pages are missing")
			return
		}
		f.name = next
	}
}

// furtherPage downloads a further page of a feed.
func (r *reader) furtherPage(address string) ([]byte, error) {
	d, err := r.fetcher.get(r.ctx, address, r.options.MaxBytes)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	in, err := open(d, document{remote: true}, r.options.MaxBytes)
	if err != nil {
		return nil, err
	}
	if head, _ := in.Peek(sniffBytes); sniff(head) != kindXML {
		return nil, errors.New("not a feed")
	}
	data, err := readWhole(in, r.options.MaxBytes)
	return xmlToUTF8(data, d.charset), err
}

// nextPage gives the address of the page after this one, "" when it is the last. It stands before the items.
func nextPage(data []byte, base string) string {
	for t := range tags(data) {
		switch name := strings.ToLower(t.name); {
		case name == "item" || name == "entry":
			return ""
		case name != "link" && name != "atom:link" && name != "atom10:link":
			continue
		}
		values := map[string]string{}
		for _, m := range attribute.FindAllSubmatch(data[t.start:t.end], -1) {
			values[strings.ToLower(string(m[1]))] = unquote(string(m[2]))
		}
		if !slices.Contains([]string{"next", "prev-archive"}, values["rel"]) {
			continue
		}
		from, err := url.Parse(base)
		if err != nil {
			return ""
		}
		to, err := from.Parse(values["href"])
		if err != nil || !isURL(to.String()) {
			return ""
		}
		return to.String()
	}
	return ""
}
