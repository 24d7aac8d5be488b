package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A section is a statement that answers one part of a page, or several, each row telling which.
type section struct {
	parts     []string
	statement string
	params    map[string]any // besides those of the window
	add       func(row)      // takes a row once the episodes it names are known
}

// A row is one line of a part.
type row struct {
	part       string
	total      int // rows of the part in all
	entry      int // rows of one number belong together
	n          int // episodes, or statements where said may be cut
	mineN      int
	id         string
	x, via     Ref
	said, mine []claim
}

// A claim is a statement as it stands on its relationship, until the episode it names is known.
type claim struct {
	typ string
	p   props
}

// A pageReader gathers the parts of one page.
type pageReader struct {
	tx
	window Window
	id     string
	es     episodes
	totals Totals
}

func (t tx) page(id string, w Window) *pageReader {
	if w.Offset < 0 {
		w.Offset = 0
	}
	if w.Limit <= 0 {
		w.Limit = PageRows
	}
	w.Limit = min(w.Limit, MaxRows)
	return &pageReader{tx: t, window: w, id: id, es: episodes{}, totals: Totals{}}
}

// self reads the node the page is of: ErrNotFound when there is none, a MovedError when it goes by another id.
func (p *pageReader) self(ctx context.Context, statement, label string, take func(Ref, props)) error {
	err := ErrNotFound
	failure := p.run(ctx, statement, map[string]any{"id": p.id}, func(r record) {
		err = nil
		take(r.node("x"), r.props("x"))
	})
	if failure != nil {
		return failure
	}
	if label == labelShow {
		return err // decisions merge entities only
	}
	return p.moved(ctx, label, p.id, err)
}

// read runs the sections that the window asks for, looks up the episodes they name and hands each section its rows.
func (p *pageReader) read(ctx context.Context, sections []section, texts bool) error {
	rows := make([][]row, len(sections))
	for i, s := range sections {
		if p.window.Part != "" && !slices.Contains(s.parts, p.window.Part) {
			continue
		}
		for _, part := range s.parts {
			if p.window.Part == "" || p.window.Part == part {
				p.totals[part] = 0
			}
		}
		var err error
		if rows[i], err = p.rows(ctx, s); err != nil {
			return err
		}
	}
	if err := p.es.resolve(ctx, p.tx, texts); err != nil {
		return err
	}
	for i, s := range sections {
		for _, r := range rows[i] {
			s.add(r)
		}
	}
	return nil
}

func (p *pageReader) rows(ctx context.Context, s section) ([]row, error) {
	params := map[string]any{"id": p.id, "offset": p.window.Offset, "limit": p.window.Limit, "said": MaxSaid, "part": p.window.Part, "year": ""}
	if p.window.With.ID != "" {
		params["with"], params["label"] = p.window.With.ID, labelOf(p.window.With.Kind)
	}
	if p.window.Year > 0 {
		params["year"] = strconv.Itoa(p.window.Year)
	}
	for name, value := range s.params {
		params[name] = value
	}
	var list []row
	err := p.run(ctx, s.statement, params, func(r record) {
		got := row{part: cmp.Or(r.part(), s.parts[0]), total: r.int("total"), entry: r.int("i"), n: r.int("n"), mineN: r.int("mineN"), id: r.str("id"),
			x: r.node("x"), via: r.node("via"), said: r.claims("said"), mine: r.claims("mine")}
		p.totals[got.part] = got.total
		for _, e := range slices.Concat(got.said, got.mine) {
			p.es.want(e.p.str("episode"))
		}
		if got.id != "" {
			p.es.want(got.id)
		}
		list = append(list, got)
	})
	if err == nil && len(list) == 0 && p.window.Offset > 0 {
		// Past the end no row is left to tell the total.
		params["offset"], params["limit"] = 0, 1
		err = p.run(ctx, s.statement, params, func(r record) { p.totals[cmp.Or(r.part(), s.parts[0])] = r.int("total") })
	}
	return list, err
}

// cut tells of a row whose statements are more than are given; nothing of others.
func (r row) cut(part string) []Cut {
	if r.n <= len(r.said) {
		return nil
	}
	return []Cut{{Part: part, Of: r.x, Total: r.n}}
}

// claims reads a column that holds a list of relationships.
func (r record) claims(key string) []claim {
	var list []claim
	for _, v := range column[[]any](r, key) {
		if rel, ok := v.(neo4j.Relationship); ok {
			list = append(list, claim{rel.Type, rel.Props})
		}
	}
	return list
}
