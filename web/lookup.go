package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"guestgraph/graph"
)

// A lookup is a field of a form that names a node, and what it turned out to name: one node, several to choose from,
// or nothing.
type lookup struct {
	Field   string // its parameter; the ref that a script put in stands in Field-ref
	Text    string // as typed
	Node    *graph.Ref
	Choices []choice
	Unknown bool
}

// Value is what stands in the field.
func (l lookup) Value() string {
	if l.Node != nil && l.Node.Name != "" {
		return l.Node.Name
	}
	return shorten(l.Text, maxSearch)
}

// Ref is the node as addresses have it; empty when there is none.
func (l lookup) Ref() string {
	if l.Node == nil {
		return ""
	}
	return l.Node.String()
}

// param is what stands for the field in an address.
func (l lookup) param() string {
	if l.Node != nil {
		return l.Ref()
	}
	return shorten(l.Text, maxSearch)
}

// lookup reads a field: a ref, a bare id, or a name that search knows. The ref beside it counts only as long as the
// text is still the name of its node, so that a name typed over it without a script is not passed over.
func (s *Server) lookup(ctx context.Context, values url.Values, field string, kind graph.Kind) (lookup, error) {
	text := strings.ToValidUTF8(strings.TrimSpace(values.Get(field)), "")
	l := lookup{Field: field, Text: text}
	if ref := strings.ToValidUTF8(strings.TrimSpace(values.Get(field+refSuffix)), ""); ref != "" {
		node, err := s.named(ctx, ref, kind)
		if err != nil {
			return l, err
		}
		if node != nil && (text == "" || text == node.Name) {
			l.Node = node
			return l, nil
		}
	}
	if text == "" {
		return l, nil
	}
	var err error
	if l.Node, err = s.named(ctx, text, kind); err != nil || l.Node != nil {
		return l, err
	}
	if utf8.RuneCountInString(text) > maxSearch {
		l.Unknown = true
		return l, nil
	}
	opts := graph.SearchOptions{Limit: mostChoices}
	if kind != "" {
		opts.Kinds = []graph.Kind{kind}
	}
	found, err := s.Graph.Search(ctx, text, opts)
	if err != nil {
		return l, err
	}
	hit, others := settled(found, text)
	if hit != nil {
		l.Node = &hit.Ref
	}
	for _, h := range others {
		l.Choices = append(l.Choices, choice{Hit: h})
	}
	l.Unknown = len(found.Hits) == 0
	return l, nil
}

// named finds the node of a ref; nil when there is none of that kind.
func (s *Server) named(ctx context.Context, text string, kind graph.Kind) (*graph.Ref, error) {
	if len(text) > 4*maxSearch {
		return nil, nil
	}
	ref := graph.ParseRef(text)
	if kind != "" && ref.Kind == "" {
		ref.Kind = kind
	}
	found, err := s.Graph.Named(ctx, []graph.Ref{ref})
	if err != nil || len(found) == 0 || kind != "" && found[0].Kind != kind {
		return nil, err
	}
	return &found[0], nil
}

// settled is what a name means: the only one called so, else the only one that comes near; where there are several they
// are left to choose from.
func settled(found *graph.Found, typed string) (*graph.Hit, []graph.Hit) {
	hits := found.Hits
	switch {
	case len(hits) == 0:
		return nil, nil
	case found.Exact == 1, len(hits) == 1, found.Exact > 1 && strings.EqualFold(hits[0].Name, typed) && !strings.EqualFold(hits[1].Name, typed):
		return &hits[0], nil
	case found.Exact > 1:
		hits = hits[:min(found.Exact, len(hits))]
	}
	return nil, hits
}

// known tells that the field is empty or names one node.
func (l lookup) known() bool { return l.Text == "" || l.Node != nil }

// must is the node of a field for the API, which does not ask back.
func (l lookup) must() (graph.Ref, error) {
	switch {
	case l.Node != nil:
		return *l.Node, nil
	case l.Text == "":
		return graph.Ref{}, fail(http.StatusBadRequest, fmt.Sprintf("Say which node: ?%s=KIND:ID or a name.", l.Field))
	case l.Unknown:
		return graph.Ref{}, fail(http.StatusNotFound, fmt.Sprintf("Nothing in the graph is called “%s”.", shorten(l.Text, 60)))
	}
	refs := make([]string, len(l.Choices))
	for i, c := range l.Choices {
		refs[i] = c.String()
	}
	return graph.Ref{}, fail(http.StatusBadRequest, fmt.Sprintf("“%s” may be any of %s. Say which.", shorten(l.Text, 60), shorten(strings.Join(refs, ", "), 400)))
}

// A query is an address with parameters in a fixed order, those that are empty left out.
type query struct{ b strings.Builder }

func newQuery(path string) *query {
	q := &query{}
	q.b.WriteString(path)
	return q
}

// plainInQuery undoes what QueryEscape escapes without need (RFC 3986, 3.4), so that refs and lists stay readable.
func plainInQuery(value string) string {
	return strings.NewReplacer("%3A", ":", "%2C", ",").Replace(url.QueryEscape(value))
}

func (q *query) with(name, value string) *query {
	if value == "" {
		return q
	}
	mark := "&"
	if !strings.Contains(q.b.String(), "?") {
		mark = "?"
	}
	q.b.WriteString(mark + name + "=" + plainInQuery(value))
	return q
}

func (q *query) String() string { return q.b.String() }
