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
	known, err := t.known(ctx, asked)
	if err != nil {
		return err
	}
	there := slices.DeleteFunc(slices.Clone(asked), func(id string) bool { _, ok := known[id]; return !ok })
	report.Withdrawn, report.Missing = len(there), len(asked)-len(there)
	gone, err := t.forget(ctx, there, &report.Deleted)
	if err != nil {
		return err
	}
	doubtful, err := t.writeEntities(ctx, nil, gone, &report.Wrote)
	if err != nil {
		return err
	}
	return t.tidy(ctx, gone, doubtful, &report.Deleted)
}

// gone is what deleted episodes called their entities.
type gone map[key]*formerly

// formerly is what deleted episodes called one entity, and how many they were.
type formerly struct {
	texts    map[string]bool // names, aliases, addresses, former ids
	calls    map[call]int
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
		{"load/forget-records", nil},
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
		g[k] = &formerly{texts: map[string]bool{}, calls: map[call]int{}}
	}
	name := r.str("name")
	if name != "" {
		g[k].episodes++
		g[k].calls[call{name, r.str("kind")}]++
	}
	for _, s := range slices.Concat([]string{name}, r.strings("aliases"), r.strings("urls"), r.strings("former")) {
		if s != "" {
			g[k].texts[s] = true
		}
	}
}

// tidy removes what only deleted episodes held up: entities and shows nobody names any more, and of the other
// entities the aliases, addresses and former ids that no remaining episode gives. It settles doubtful names before.
func (t tx) tidy(ctx context.Context, g gone, doubtful []key, deleted *Tally) error {
	touched := entities{}
	for k := range g {
		touched.get(k)
	}
	if g != nil {
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
	}
	lost, err := t.lost(ctx, g, touched)
	if err != nil {
		return err
	}
	calls, err := t.calls(ctx, doubtful)
	if err != nil || len(lost)+len(calls) == 0 {
		return err
	}
	es := entities{}
	for k := range lost {
		es.get(k)
	}
	for k := range calls {
		es.get(k)
	}
	if err := t.entities(ctx, es); err != nil {
		return err
	}
	for k, used := range calls {
		es[k].settle(k.id, used)
	}
	for k, texts := range lost {
		for _, text := range texts {
			es[k].unsay(text)
		}
	}
	return t.putEntities(ctx, es)
}

// lost returns what entities were called and no episode calls them any more.
func (t tx) lost(ctx context.Context, g gone, touched entities) (map[key][]string, error) {
	var texts []map[string]any
	for _, k := range touched.keys() {
		for _, s := range sorted(g[k].texts) {
			texts = append(texts, map[string]any{"label": k.label, "id": k.id, "text": s})
		}
	}
	lost := map[key][]string{}
	if len(texts) == 0 {
		return lost, nil
	}
	err := t.run(ctx, "load/lost", map[string]any{"rows": texts}, func(r record) {
		k := key{r.str("label"), r.str("id")}
		lost[k] = append(lost[k], r.str("text"))
	})
	return lost, err
}

// calls returns how many episodes call each of these entities what.
func (t tx) calls(ctx context.Context, keys []key) (map[key]map[call]int, error) {
	all := map[key]map[call]int{}
	if len(keys) == 0 {
		return all, nil
	}
	refs := make([]map[string]any, len(keys))
	for i, k := range keys {
		refs[i] = k.row()
	}
	err := t.run(ctx, "load/names", map[string]any{"refs": refs}, func(r record) {
		k := key{r.str("label"), r.str("id")}
		if all[k] == nil {
			all[k] = map[call]int{}
		}
		all[k][call{r.str("name"), r.str("kind")}] += r.int("n")
	})
	return all, err
}

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
