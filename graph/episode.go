package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// Episode returns the page of an episode: ErrNotFound when the graph knows none by that id.
func (g *Graph) Episode(ctx context.Context, id string) (*EpisodePage, error) {
	var page *EpisodePage
	err := g.read(ctx, func(t tx) error {
		b := newEpisodeBuilder()
		page = b.page
		list, err := t.edges(ctx, id, b.self)
		if err != nil {
			return err
		}
		b.fill(list)
		return t.run(ctx, "page/chapters", map[string]any{"id": id}, b.chapter)
	})
	if err != nil {
		return nil, fmt.Errorf("episode %s: %w", id, err)
	}
	return page, nil
}

// An edge is one row of an episode's page.
type edge struct {
	part string
	typ  string
	x    Ref
	via  Ref
	p    props
}

// episodePassages bounds the passages of one entity in an episode: a text of a megabyte may name it at every other word.
const episodePassages = 100

// edges runs the statement of an episode's page. The row of the part "self" goes to self, rows with an edge are
// returned. Nothing at all is ErrNotFound.
func (t tx) edges(ctx context.Context, id string, self func(record)) ([]edge, error) {
	var list []edge
	found := false
	err := t.run(ctx, "page/episode", map[string]any{"id": id, "passages": episodePassages}, func(r record) {
		switch {
		case r.part() == "self":
			found = true
			self(r)
		case r.relation() != "":
			list = append(list, edge{part: r.part(), typ: r.relation(), x: r.node("x"), via: r.node("via"), p: r.props("r")})
		}
	})
	if err == nil && !found {
		err = ErrNotFound
	}
	return list, err
}

// FindEpisode finds an episode by its id, by the URL of its page or by its feed's guid: ErrNotFound when there is none,
// or when several have that page, which then is not theirs but their show's.
func (g *Graph) FindEpisode(ctx context.Context, ref string) (EpisodeRef, error) {
	var found EpisodeRef
	err := g.read(ctx, func(t tx) error {
		id, err := t.findEpisode(ctx, ref)
		if err != nil {
			return err
		}
		es := episodes{}
		es.want(id)
		if err := es.resolve(ctx, t, false); err != nil {
			return err
		}
		found = es[id].EpisodeRef
		return nil
	})
	if err != nil {
		return EpisodeRef{}, fmt.Errorf("find episode %s: %w", ref, err)
	}
	return found, nil
}

func (t tx) findEpisode(ctx context.Context, ref string) (string, error) {
	for _, refs := range spellings(ref) {
		var ids []string
		err := t.run(ctx, "page/find-episode", map[string]any{"refs": refs}, func(r record) { ids = append(ids, r.str("id")) })
		switch {
		case err != nil:
			return "", err
		case slices.Contains(ids, ref):
			return ref, nil
		case len(ids) == 1:
			return ids[0], nil
		case len(ids) > 1:
			return "", ErrNotFound
		}
	}
	return "", ErrNotFound
}

// spellings are the ways in which the graph may hold what ref names, surest first: as it stands; a page's address but for
// its scheme, "www.", fragment and last slash; the same without its query, where sites and newsletters add words of their own.
func spellings(ref string) [][]string {
	list := [][]string{{ref, EpisodeID(ref)}}
	scheme, bare, ok := strings.Cut(ref, "://")
	if !ok || scheme != "http" && scheme != "https" {
		return list
	}
	bare, _, _ = strings.Cut(bare, "#")
	short, _, _ := strings.Cut(bare, "?")
	for _, s := range []string{bare, short} {
		s = strings.TrimPrefix(strings.TrimSuffix(s, "/"), "www.")
		var same []string
		for _, front := range []string{"https://", "https://www.", "http://", "http://www."} {
			same = append(same, front+s, front+s+"/")
		}
		list = append(list, same)
	}
	return list
}

// An episodeBuilder gathers the rows of an episode's page.
type episodeBuilder struct {
	page      *EpisodePage
	es        episodes // the episode itself
	mentioned map[Ref]*Mentioned
	position  int // of the last chapter
}

func newEpisodeBuilder() *episodeBuilder {
	return &episodeBuilder{
		page: &EpisodePage{Hosts: []Mentioned{}, Guests: []Mentioned{}, People: []Mentioned{}, Companies: []Mentioned{}, Technologies: []Mentioned{},
			Jobs: []Job{}, Makings: []Making{}, Sponsors: []Mentioned{}, Chapters: []ChapterLine{}},
		es:        episodes{},
		mentioned: map[Ref]*Mentioned{},
	}
}

func (b *episodeBuilder) self(r record) {
	p := r.props("x")
	b.page.EpisodeRef = EpisodeRef{ID: p.str("id"), Title: p.str("title"), Published: p.str("published"), URL: p.str("url")}
	b.page.Text, b.page.AudioURL = p.str("text"), p.str("audioUrl")
}

func (b *episodeBuilder) fill(list []edge) {
	for _, e := range list {
		if e.part == "show" {
			b.page.Show = e.x
		}
	}
	// Quotes are cut from the text that is already here.
	b.es[b.page.ID] = episode{b.page.EpisodeRef, b.page.Text}
	for _, e := range list {
		b.edge(e)
	}
	p := b.page
	for _, m := range b.mentioned {
		slices.SortFunc(m.Said, newestSaid)
		switch m.Entity.Kind {
		case KindPerson:
			p.People = append(p.People, *m)
		case KindCompany:
			p.Companies = append(p.Companies, *m)
		case KindTechnology:
			p.Technologies = append(p.Technologies, *m)
		}
	}
	for _, m := range [][]Mentioned{p.People, p.Companies, p.Technologies} {
		slices.SortFunc(m, asTold)
	}
	for _, parts := range [][]Mentioned{p.Hosts, p.Guests, p.Sponsors} {
		slices.SortFunc(parts, func(a, b Mentioned) int { return byName(a.Entity, b.Entity) })
	}
	slices.SortFunc(p.Jobs, func(a, b Job) int {
		return cmp.Or(newestSaid(a.Said, b.Said), byName(a.Person, b.Person), byName(a.Company, b.Company))
	})
	slices.SortFunc(p.Makings, func(a, b Making) int {
		return cmp.Or(newestSaid(a.Said, b.Said), byName(a.Maker, b.Maker), byName(a.Technology, b.Technology))
	})
}

func (b *episodeBuilder) edge(e edge) {
	p := b.page
	switch e.typ {
	case "MENTIONS":
		m := b.mentioned[e.x]
		if m == nil {
			m = &Mentioned{Entity: e.x}
			b.mentioned[e.x] = m
		}
		m.Said = append(m.Said, b.es.said(e.p))
	case "HOSTED":
		p.Hosts = append(p.Hosts, b.part(e))
	case "GUEST_ON":
		p.Guests = append(p.Guests, b.part(e))
	case "SPONSORED":
		p.Sponsors = append(p.Sponsors, b.part(e))
	case "WORKED_AT":
		p.Jobs = append(p.Jobs, b.es.job(e.x, e.via, e.p))
	case "CREATED", "MAKES":
		p.Makings = append(p.Makings, b.es.making(e.x, e.via, e.p))
	}
}

// part is a host, guest or sponsor with the passage that says so.
func (b *episodeBuilder) part(e edge) Mentioned {
	return Mentioned{Entity: e.x, Said: []Statement{b.es.said(e.p)}}
}

// chapter adds a chapter, or another entity to the one before: rows come chapter by chapter.
func (b *episodeBuilder) chapter(r record) {
	if position := r.int("position"); position != b.position {
		b.position = position
		line := ChapterLine{Title: r.str("title")}
		if start := r.float("start"); start != nil {
			line.Start = *start
		}
		b.page.Chapters = append(b.page.Chapters, line)
	}
	last := &b.page.Chapters[len(b.page.Chapters)-1]
	if x := r.node("x"); x.ID != "" && !slices.Contains(last.Entities, x) {
		last.Entities = append(last.Entities, x)
	}
}

// asTold orders entities by where the episode first names them.
func asTold(a, b Mentioned) int {
	return cmp.Or(newestSaid(a.Said[0], b.Said[0]), byName(a.Entity, b.Entity))
}

func byName(a, b Ref) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) }
