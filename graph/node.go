package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// part tells which of a page's branches a row comes from.
func (r record) part() string { return r.str("part") }

// node reads a column that holds a node as a name for it.
func (r record) node(key string) Ref { return refOf(column[neo4j.Node](r, key)) }

// refOrNil reads a column that may be null.
func (r record) refOrNil(key string) *Ref {
	ref := r.node(key)
	if ref.ID == "" {
		return nil
	}
	return &ref
}

// countedList reads a column that holds a list of maps of x and n.
func (r record) countedList(key string) []Counted {
	var list []Counted
	for _, v := range column[[]any](r, key) {
		m, _ := v.(map[string]any)
		node, _ := m["x"].(neo4j.Node)
		list = append(list, Counted{Entity: refOf(node), N: props(m).int("n")})
	}
	return list
}

// refOf names a node.
func refOf(n neo4j.Node) Ref {
	p := props(n.Props)
	name := p.str("name")
	if name == "" {
		name = p.str("title")
	}
	return Ref{Kind: kindOf(n.Labels), ID: p.str("id"), Name: name}
}

// props reads the properties of a column that holds a node or a relationship.
func (r record) props(key string) props {
	switch v, _ := r.Get(key); v := v.(type) {
	case neo4j.Relationship:
		return v.Props
	case neo4j.Node:
		return v.Props
	}
	return nil
}

// relation reads the type of the relationship in column r.
func (r record) relation() string { return column[neo4j.Relationship](r, "r").Type }

// counted reads columns x and n.
func (r record) counted() Counted { return Counted{Entity: r.node("x"), N: r.int("n")} }

// episodes are the episodes an answer names, with their texts where quotes are shown.
type episodes map[string]episode

type episode struct {
	EpisodeRef
	text string
}

// want notes an id that resolve is to look up.
func (es episodes) want(id string) { es[id] = episode{} }

// resolve looks the wanted episodes up, all in one statement.
func (es episodes) resolve(ctx context.Context, t tx, texts bool) error {
	if len(es) == 0 {
		return nil
	}
	ids := make([]string, 0, len(es))
	for id := range es {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return t.run(ctx, "page/episodes", map[string]any{"ids": ids, "texts": texts}, func(r record) {
		ref := EpisodeRef{ID: r.str("id"), Title: r.str("title"), Published: r.str("published"), URL: r.str("url")}
		if show := r.str("showId"); show != "" {
			ref.Show = Ref{Kind: KindShow, ID: show, Name: r.str("showName")}
		}
		es[ref.ID] = episode{ref, r.str("text")}
	})
}

// said makes a statement of the properties of an edge.
func (es episodes) said(p props) Statement {
	e := es[p.str("episode")]
	s := Statement{
		Episode: e.EpisodeRef, Quote: p.str("quote"), Start: p.int("start"), End: p.int("end"), At: p.float("at"),
		In: p.str("in"), Rule: p.str("rule"),
	}
	if c := p.float("confidence"); c != nil {
		s.Confidence = *c
	}
	switch s.In {
	case "":
		s.Context = passage(e.text, s.Start, s.End)
	case "title":
		s.Context = e.Title
	case "transcript":
		s.Context = p.str("context")
	}
	if s.Context == "" {
		s.Context = s.Quote
	}
	return s
}

// newest orders episodes newest first; those of one day by id.
func newest(a, b EpisodeRef) int {
	return cmp.Or(cmp.Compare(b.Published, a.Published), cmp.Compare(a.ID, b.ID))
}

// newestSaid orders statements newest first, those of one episode as they stand in its text, then in credits, title and transcript.
func newestSaid(a, b Statement) int {
	return cmp.Or(newest(a.Episode, b.Episode), cmp.Compare(a.In, b.In), cmp.Compare(a.Start, b.Start))
}
