package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// The most hits a search gives, and how many it gives when asked for none.
const (
	searchMost    = 100
	searchDefault = 20
)

// SearchOptions narrow a search and page through what it finds.
type SearchOptions struct {
	Kinds  []Kind // only these; none means all
	Limit  int    // hits wanted; 20 when below 1, 100 at most
	Offset int    // hits to leave out, of those that come first
}

// Search finds entities, shows and episodes by the beginnings of the words of their names and aliases, whatever the
// case, the accents and the script (see romanize). Where hardly anything is written so, it forgives slips of typing.
//
// Best first: the whole name, a whole alias, the beginning of the name, beginnings of its words, anything else (words
// of aliases, or of name and alias together), then what was typed with slips, fewer first. Within one of these what
// more episodes name comes first, then the newer episode, then the name.
func (g *Graph) Search(ctx context.Context, q string, opts SearchOptions) (*Found, error) {
	found, err := g.search(ctx, fold(q), opts)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", q, err)
	}
	return found, nil
}

// search looks a folded query up, once more where the graph has changed since its names were read.
func (g *Graph) search(ctx context.Context, folded string, opts SearchOptions) (*Found, error) {
	if folded == "" {
		return &Found{Hits: []Hit{}, ByKind: map[Kind]int{}}, nil
	}
	ix, err := g.names(ctx, nil)
	if err != nil {
		return nil, err
	}
	for tries := 1; ; tries++ {
		found, refs := ix.page(folded, opts)
		bookmark, err := g.describe(ctx, found, refs, folded)
		if err != nil {
			return nil, err
		}
		if bookmark == ix.bookmark || tries == searchTries {
			return found, nil
		}
		newer, err := g.names(ctx, ix)
		if err != nil {
			return nil, err
		}
		if newer == ix {
			return found, nil
		}
		ix = newer
	}
}

// searchTries bounds how often a search begins anew while the graph keeps changing.
const searchTries = 3

// page returns the part of what is found that is asked for, as an answer that lacks the hits and as refs to them.
func (ix *nameIndex) page(folded string, opts SearchOptions) (*Found, []foundRef) {
	limit := opts.Limit
	if limit < 1 {
		limit = searchDefault
	}
	limit = min(limit, searchMost)
	found := &Found{Hits: []Hit{}, ByKind: map[Kind]int{}}
	var refs []foundRef
	for _, m := range ix.find(folded) {
		doc := &ix.docs[m.doc]
		found.ByKind[doc.kind]++
		if len(opts.Kinds) > 0 && !slices.Contains(opts.Kinds, doc.kind) {
			continue
		}
		if found.Total == 0 && m.slipped() {
			found.Meant = ix.meant(folded, m.doc)
		}
		if found.Total >= opts.Offset && len(refs) < limit {
			refs = append(refs, foundRef{Ref{Kind: doc.kind, ID: doc.id}, m.slipped()})
		}
		found.Total++
		if m.rank <= rankAlias {
			found.Exact++
		}
	}
	return found, refs
}

// A foundRef is what was found, and whether slips had to be forgiven for it.
type foundRef struct {
	Ref
	slipped bool
}

// describe fills in the hits of an answer and returns the bookmark of the state they are of. What is no longer in the
// graph is left out.
func (g *Graph) describe(ctx context.Context, found *Found, refs []foundRef, folded string) (string, error) {
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = " " + w
	}
	rows := make([]map[string]any, len(refs))
	for i, ref := range refs {
		rows[i] = map[string]any{"i": i, "kind": string(ref.Kind), "id": ref.ID}
	}
	hits := make([]Hit, len(refs))
	bookmark, err := g.readMarked(ctx, func(t tx) error {
		clear(hits)
		return t.run(ctx, "page/hits", map[string]any{"refs": rows}, func(r record) {
			i := r.int("i")
			hits[i] = hitOf(r, words)
			hits[i].Alike = refs[i].slipped
		})
	})
	if err != nil {
		return "", err
	}
	found.Hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.ID == "" })
	if len(found.Hits) > 0 && fold(found.Hits[0].Name) == found.Meant {
		found.Meant = found.Hits[0].Name
	}
	return bookmark, nil
}

// labelOf is the label of the nodes of a kind; "" for none.
func labelOf(kind Kind) string {
	switch kind {
	case KindPerson:
		return labelPerson
	case KindCompany:
		return labelCompany
	case KindTechnology:
		return labelTechnology
	case KindEpisode:
		return labelEpisode
	case KindShow:
		return labelShow
	case KindChapter:
		return labelChapter
	}
	return ""
}

func hitOf(r record, words []string) Hit {
	h := Hit{Ref: r.ref()}
	if !matches(h.Name, words) {
		for _, alias := range r.strings("aliases") {
			if matches(alias, words) {
				h.Match = alias
				break
			}
		}
	}
	switch h.Kind {
	case KindPerson:
		h.Detail = jobLine(r.strings("roles"), r.str("company"), r.str("status"))
	case KindCompany:
		h.Detail = count(r.int("n"), "person", "people")
	case KindTechnology:
		h.Detail = r.str("class")
	case KindShow:
		h.Detail = count(r.int("n"), "episode", "episodes")
	case KindEpisode:
		date, _, _ := strings.Cut(r.str("published"), "T")
		h.Detail = strings.Trim(r.str("show")+" · "+date, " ·")
	}
	return h
}

// matches tells whether each word, as searchText writes them, begins a word of the name.
func matches(name string, words []string) bool {
	text := searchText(name, nil)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// jobLine writes the last thing said of a person's work: "co-founder, ceo at Tigris Data", "formerly Uber".
func jobLine(roles []string, company, status string) string {
	if company == "" {
		return ""
	}
	line := company
	if len(roles) > 0 {
		line = strings.Join(roles, ", ") + " at " + company
	}
	if status == "former" {
		line = "formerly " + line
	}
	return line
}

// count writes "1 episode", "2 episodes", and nothing for none.
func count(n int, one, many string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
