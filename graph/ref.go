package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// kinds in the order in which an id without a kind is looked for: ids are unique per kind only.
func kinds() []Kind { return []Kind{KindPerson, KindCompany, KindTechnology, KindShow, KindEpisode} }

// ParseRef reads a ref as addresses and scripts write it: "person:aaron-francis", or an id alone, whose kind stays
// empty until Named finds it. What stands before the first colon counts as a kind only when it is one, so that an
// episode may have an address for an id.
func ParseRef(s string) Ref {
	s = strings.TrimSpace(s)
	if kind, id, found := strings.Cut(s, ":"); found && slices.Contains(kinds(), Kind(kind)) {
		return Ref{Kind: Kind(kind), ID: id}
	}
	return Ref{ID: s}
}

// String writes the ref as ParseRef reads it.
func (r Ref) String() string {
	if r.Kind == "" {
		return r.ID
	}
	return string(r.Kind) + ":" + r.ID
}

// Named fills in the kinds and names of refs, in their order, each node once. A ref without a kind means the first of
// person, company, technology, show and episode that has its id; an id that a decision merged into another leads to
// that one; a ref that leads nowhere is left out.
func (g *Graph) Named(ctx context.Context, refs []Ref) ([]Ref, error) {
	var found []Ref
	err := g.read(ctx, func(t tx) error {
		named := make([]Ref, len(refs))
		rows := make([]map[string]any, len(refs))
		for i, ref := range refs {
			rows[i] = map[string]any{"i": i, "kind": string(ref.Kind), "id": ref.ID}
		}
		err := t.run(ctx, "page/named", map[string]any{"refs": rows}, func(r record) {
			i, x := r.int("i"), r.ref()
			if named[i].ID == "" || slices.Index(kinds(), x.Kind) < slices.Index(kinds(), named[i].Kind) {
				named[i] = x
			}
		})
		if err != nil {
			return err
		}
		found, err = t.present(ctx, refs, named)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find %d refs: %w", len(refs), err)
	}
	return found, nil
}

// present lists what was found, each once, following former ids where nothing was.
func (t tx) present(ctx context.Context, refs, named []Ref) ([]Ref, error) {
	found := make([]Ref, 0, len(refs))
	for i, ref := range named {
		if ref.ID == "" {
			former, err := t.former(ctx, refs[i])
			if err != nil {
				return nil, err
			}
			ref = former
		}
		if ref.ID != "" && !slices.Contains(found, ref) {
			found = append(found, ref)
		}
	}
	return found, nil
}

// former is the entity into which decisions merged what ref names; the zero Ref when there is none, or several.
func (t tx) former(ctx context.Context, ref Ref) (Ref, error) {
	for _, kind := range []Kind{KindPerson, KindCompany, KindTechnology} {
		if ref.ID == "" || ref.Kind != "" && ref.Kind != kind {
			continue
		}
		var found []Ref
		err := t.run(ctx, "page/former", map[string]any{"label": labelOf(kind), "id": ref.ID}, func(r record) { found = append(found, r.node("x")) })
		if err != nil {
			return Ref{}, err
		}
		if len(found) == 1 {
			return found[0], nil
		}
	}
	return Ref{}, nil
}
