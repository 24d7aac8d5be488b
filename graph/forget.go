package graph

import (
	"context"
	"fmt"
	"slices"
)

// Withdraw removes episodes and all they said, by the ids their sources gave. Entities that no other episode names go
// with them.
func (g *Graph) Withdraw(ctx context.Context, ids []string) (Report, error) {
	var total Report
	for part := range slices.Chunk(ids, batchDocuments) {
		var report Report
		err := g.write(ctx, func(t tx) error {
			report = Report{}
			return t.withdraw(ctx, part, &report)
		})
		if err != nil {
			return total, fmt.Errorf("withdraw episodes %s to %s: %w", part[0], part[len(part)-1], err)
		}
		total = total.plus(report)
	}
	return total, nil
}

func (t tx) withdraw(ctx context.Context, sources []string, report *Report) error {
	asked := make([]string, len(sources))
	for i, s := range sources {
		asked[i] = EpisodeID(s)
	}
	slices.Sort(asked)
	asked = slices.Compact(asked)
	known, err := t.hashes(ctx, asked)
	if err != nil {
		return err
	}
	there := slices.DeleteFunc(slices.Clone(asked), func(id string) bool { _, ok := known[id]; return !ok })
	report.Withdrawn, report.Missing = len(there), len(asked)-len(there)
	gone, err := t.forget(ctx, there, &report.Deleted)
	if err != nil {
		return err
	}
	if err := t.writeEntities(ctx, nil, gone, &report.Wrote); err != nil {
		return err
	}
	return t.tidy(ctx, gone, &report.Deleted)
}

// gone is what deleted episodes called their entities.
type gone map[key]*formerly

// formerly is what deleted episodes called one entity, and how many they were.
type formerly struct {
	texts    map[string]bool
	episodes int
}

// forget deletes episodes and all they said. Their entities stay, for tidy.
func (t tx) forget(ctx context.Context, ids []string, deleted *Tally) (gone, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	g := gone{}
	params := map[string]any{"ids": ids}
	count := func(r record) { deleted.add(r.str("type"), r.int("n")) }
	for _, step := range []struct {
		statement string
		each      func(record)
	}{
		{"load/named", g.note},
		{"load/tally", count},
		{"load/forget-statements", count},
		{"load/forget-chapters", nil},
		{"load/forget-episodes", nil},
	} {
		if err := t.run(ctx, step.statement, params, step.each); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// note takes one edge that names an entity. Only one edge of an episode carries the name.
func (g gone) note(r record) {
	k := key{entityLabel(r.strings("labels")), r.str("id")}
	if g[k] == nil {
		g[k] = &formerly{texts: map[string]bool{}}
	}
	name := r.str("name")
	if name != "" {
		g[k].episodes++
	}
	for _, s := range slices.Concat([]string{name, r.str("kind")}, r.strings("aliases"), r.strings("urls")) {
		if s != "" {
			g[k].texts[s] = true
		}
	}
}

// tidy removes what only deleted episodes held up: entities and shows nobody names any more, and of the other
// entities the names, aliases and addresses that no remaining episode gives.
func (t tx) tidy(ctx context.Context, g gone, deleted *Tally) error {
	if g == nil {
		return nil
	}
	touched := entities{}
	for k := range g {
		touched.get(k)
	}
	err := t.run(ctx, "load/orphans", map[string]any{"refs": touched.refs()}, func(r record) {
		deleted.add(r.str("label"), r.int("n"))
	})
	if err != nil {
		return err
	}
	err = t.run(ctx, "load/empty-shows", nil, func(record) { deleted.add(labelShow, 1) })
	if err != nil {
		return err
	}
	return t.unsay(ctx, g, touched)
}

// unsay takes from entities what no episode calls them any more.
func (t tx) unsay(ctx context.Context, g gone, touched entities) error {
	var texts []map[string]any
	for _, k := range touched.keys() {
		for _, s := range sorted(g[k].texts) {
			texts = append(texts, map[string]any{"label": k.label, "id": k.id, "text": s})
		}
	}
	lost := map[key][]string{}
	err := t.run(ctx, "load/lost", map[string]any{"rows": texts}, func(r record) {
		k := key{r.str("label"), r.str("id")}
		lost[k] = append(lost[k], r.str("text"))
	})
	if err != nil || len(lost) == 0 {
		return err
	}
	es := entities{}
	for k := range lost {
		es.get(k)
	}
	rest := map[key]inUse{}
	err = t.run(ctx, "load/names", map[string]any{"refs": es.refs()}, func(r record) {
		k := key{r.str("label"), r.str("id")}
		rest[k] = inUse{r.strings("names"), r.strings("kinds")}
	})
	if err != nil {
		return err
	}
	if err := t.entities(ctx, es); err != nil {
		return err
	}
	for k, list := range lost {
		for _, text := range list {
			es[k].unsay(text, rest[k])
		}
	}
	return t.putEntities(ctx, es)
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
