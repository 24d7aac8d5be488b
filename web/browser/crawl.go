package browser

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A Page is one address of the site.
type Page struct {
	Name string // its kind, "person"; a number follows from the second of a kind on
	Path string // with the query
	Code int    // of the answer
}

// Pages returns one page of each kind that links lead to, and those that only asking leads to.
func (s *Site) Pages(ctx context.Context) ([]Page, error) {
	pages, err := s.Crawl(ctx, "/", 1)
	if err != nil {
		return nil, err
	}
	for _, p := range asked() {
		if p.Code, _, err = s.read(ctx, p.Path); err != nil {
			return nil, fmt.Errorf("read %s: %w", p.Path, err)
		}
		pages = append(pages, p)
	}
	return pages, nil
}

// asked are pages of the demo that need an answer to a question; each holds one.
func asked() []Page {
	ask := func(statement string) string { return "/console?run=1&q=" + url.QueryEscape(statement) }
	return []Page{
		{Name: "search-hits", Path: "/search?q=postgres"},
		{Name: "search-none", Path: "/search?q=qqqqqq"},
		{Name: "path-found", Path: "/path?from=person:aaron-francis&to=company:planetscale"},
		{Name: "explore-ids", Path: "/explore?ids=company:planetscale,company:turso"},
		{Name: "console-answer", Path: ask("MATCH (p:Person)-[w:WORKED_AT]->(c:Company)\nRETURN p AS person, w.status AS status, c AS company LIMIT 20")},
		{Name: "console-nothing", Path: ask("MATCH (c:Company {id: 'no-such'}) RETURN c")},
		{Name: "console-error", Path: ask("MATCH (p:Person) RETRUN p.name")},
		{Name: "console-plan", Path: ask("EXPLAIN MATCH (p:Person)-[:WORKED_AT]->(c:Company) RETURN c.name, count(p)")},
		{Name: "embed-chosen", Path: "/embed?episode=dtfm-zed"},
		{Name: "embed-frame", Path: "/embed/related/dtfm-zed/frame"},
		{Name: "missing", Path: "/person/nobody-of-that-name"},
	}
}

// depth is how many pages a crawl reads at most.
const depth = 400

// Crawl follows the site's own links from a page on, nearest first, and returns the first pages of each kind.
// A kind is the first part of the path, and what is asked of it: /console and /console?run= are two.
func (s *Site) Crawl(ctx context.Context, from string, ofEach int) ([]Page, error) {
	queue, seen, found := []string{from}, map[string]bool{from: true}, map[string]int{}
	var pages []Page
	for read := 0; len(queue) > 0 && read < depth; {
		path := queue[0]
		queue = queue[1:]
		kind := kindOf(path)
		if kind == "" || found[kind] == ofEach {
			continue
		}
		read++
		code, links, err := s.read(ctx, path)
		if err != nil {
			return nil, fmt.Errorf("crawl %s: %w", path, err)
		}
		if code == 0 {
			continue
		}
		found[kind]++
		name := kind
		if found[kind] > 1 {
			name = fmt.Sprintf("%s-%d", kind, found[kind])
		}
		pages = append(pages, Page{name, path, code})
		for _, link := range links {
			if !seen[link] {
				seen[link] = true
				queue = append(queue, link)
			}
		}
	}
	return pages, nil
}

// kindOf names the kind of a page, and nothing for what is no page of ours.
func kindOf(path string) string {
	u, err := url.Parse(path)
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(u.EscapedPath(), "/"), "/")
	switch first {
	case "":
		first = "home"
	case "static", "api", "feed":
		return ""
	}
	if strings.HasPrefix(u.Path, "/console/") {
		return "" // files to keep
	}
	asked := slices.Sorted(maps.Keys(u.Query()))
	switch {
	case first == "ask" && len(asked) > 0:
		return "ask-answer"
	case first == "console" && len(asked) > 0 && asked[0] != "saved":
		return "console-statement"
	}
	return strings.Join(append([]string{first}, asked...), "-")
}

// read gets a page and the links in it that stay on the site. What is no page has the code 0.
func (s *Site) read(ctx context.Context, path string) (int, []string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+path, nil)
	if err != nil {
		return 0, nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = res.Body.Close() }() // nothing was written
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		return 0, nil, nil
	}
	doc, err := html.Parse(res.Body)
	if err != nil {
		return 0, nil, err
	}
	var links []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" {
			continue
		}
		for _, a := range n.Attr {
			if path, _, _ := strings.Cut(a.Val, "#"); a.Key == "href" && strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "//") {
				links = append(links, path)
			}
		}
	}
	return res.StatusCode, links, nil
}
