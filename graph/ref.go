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
	var missing []Ref
	for i, ref := range named {
		if ref.ID == "" {
			missing = append(missing, refs[i])
		}
	}
	led, err := t.formers(ctx, missing)
	if err != nil {
		return nil, err
	}
	found, seen := make([]Ref, 0, len(refs)), map[Ref]bool{}
	for i, ref := range named {
		if ref.ID == "" {
			ref = led[refs[i]]
		}
		if ref.ID != "" && !seen[ref] {
			seen[ref] = true
			found = append(found, ref)
		}
	}
	return found, nil
}

// formers finds the entities into which decisions merged what refs name. A ref that leads to none, or to several, is
// left out. However many are asked for, the graph is looked through once: anyone may ask for what is not there.
func (t tx) formers(ctx context.Context, refs []Ref) (map[Ref]Ref, error) {
	wanted, led := map[string]any{}, map[Ref]Ref{}
	for _, ref := range refs {
		if ref.ID != "" {
			wanted[ref.ID] = true
		}
	}
	if len(wanted) == 0 {
		return led, nil
	}
	byID := map[string][]Ref{}
	err := t.run(ctx, "page/formers", map[string]any{"wanted": wanted}, func(r record) {
		id := r.str("former")
		byID[id] = append(byID[id], r.ref())
	})
	for _, ref := range refs {
		for _, kind := range []Kind{KindPerson, KindCompany, KindTechnology} {
			others := slices.DeleteFunc(slices.Clone(byID[ref.ID]), func(o Ref) bool { return o.Kind != kind })
			if led[ref].ID == "" && len(others) == 1 && (ref.Kind == "" || ref.Kind == kind) {
				led[ref] = others[0]
			}
		}
	}
	return led, err
}
