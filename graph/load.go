package graph

import (
	"context"
	"fmt"
	"iter"
	"log/slog"
)

// LoadOptions steer Load.
type LoadOptions struct {
	Version  string       // version of the extractor; another one replaces what it wrote before
	DryRun   bool         // count what would change, write nothing; entities and deletions are not counted
	Progress func(Report) // called after each batch with the totals so far; may be nil
}

// A batch is one transaction. Its bounds keep memory flat, whatever the number of episodes.
const (
	batchDocuments = 100
	batchBytes     = 8 << 20 // of text
)

// Load brings documents into the graph. An episode already there with the same content, facts and extractor version is
// kept as it is; a changed one is replaced whole, in one transaction with the rest of its batch, so that the graph
// only ever holds whole episodes. When the sequence or the graph fails, the report counts what was done before.
func (g *Graph) Load(ctx context.Context, docs iter.Seq2[Document, error], opts LoadOptions) (Report, error) {
	var total Report
	if !opts.DryRun {
		if err := g.EnsureSchema(ctx); err != nil {
			return total, fmt.Errorf("load: %w", err)
		}
	}
	seen := map[string]bool{}
	var b batch
	flush := func() error {
		report, err := g.loadBatch(ctx, &b, opts)
		if err != nil {
			return fmt.Errorf("load episodes %s to %s: %w", b.ids[0], b.ids[len(b.ids)-1], err)
		}
		total = total.plus(report)
		if opts.Progress != nil {
			opts.Progress(total)
		}
		b = batch{}
		return nil
	}
	for doc, err := range docs {
		if err == nil {
			err = doc.check()
		}
		if err != nil {
			return total, fmt.Errorf("load: %w", err)
		}
		id := EpisodeID(doc.Episode.ID)
		if seen[id] {
			g.log.Warn("episode left out: its id stands twice in this load",
				slog.String("id", doc.Episode.ID), slog.String("title", doc.title()))
			total.Read++
			total.Repeated++
			continue
		}
		seen[id] = true
		if err := b.add(doc, id, opts.Version); err != nil {
			return total, fmt.Errorf("load: %w", err)
		}
		if len(b.docs) == batchDocuments || b.bytes >= batchBytes {
			if err := flush(); err != nil {
				return total, err
			}
		}
	}
	if len(b.docs) > 0 {
		if err := flush(); err != nil {
			return total, err
		}
	}
	return total, nil
}

// A batch is the documents of one transaction.
type batch struct {
	docs   []Document
	ids    []string
	hashes []string
	bytes  int
}

func (b *batch) add(doc Document, id, version string) error {
	hash, err := doc.hash(version)
	if err != nil {
		return err
	}
	b.docs, b.ids, b.hashes = append(b.docs, doc), append(b.ids, id), append(b.hashes, hash)
	b.bytes += len(doc.Episode.Text)
	return nil
}

// loadBatch looks first and writes only when there is something to write: most loads of a feed change nothing.
func (g *Graph) loadBatch(ctx context.Context, b *batch, opts LoadOptions) (Report, error) {
	var known map[string]string
	err := g.read(ctx, func(t tx) (err error) {
		known, err = t.hashes(ctx, b.ids)
		return err
	})
	if err != nil {
		return Report{}, err
	}
	if kept := b.kept(known); kept == len(b.docs) {
		return Report{Read: kept, Kept: kept}, nil
	}
	if opts.DryRun {
		return b.plan(known).report, nil
	}
	var report Report
	err = g.write(ctx, func(t tx) error {
		known, err := t.hashes(ctx, b.ids)
		if err != nil {
			return err
		}
		p := b.plan(known)
		report = p.report
		return t.apply(ctx, p, &report)
	})
	return report, err
}

// hashes returns the hash of each of these episodes that the graph holds.
func (t tx) hashes(ctx context.Context, ids []string) (map[string]string, error) {
	known := map[string]string{}
	err := t.run(ctx, "load/known", map[string]any{"ids": ids}, func(r record) { known[r.str("id")] = r.str("hash") })
	return known, err
}

// kept counts the documents that the graph holds as they are.
func (b *batch) kept(known map[string]string) int {
	n := 0
	for i, id := range b.ids {
		if known[id] == b.hashes[i] {
			n++
		}
	}
	return n
}

// A plan is what a batch is going to change.
type plan struct {
	rows    rows
	namings []*naming
	stale   []string // ids of episodes to replace
	report  Report
}

// plan compares a batch with what the graph holds.
func (b *batch) plan(known map[string]string) plan {
	p := plan{rows: rows{}, report: Report{Read: len(b.docs)}}
	for i, id := range b.ids {
		hash, there := known[id]
		switch {
		case !there:
			p.report.Added++
		case hash == b.hashes[i]:
			p.report.Kept++
			continue
		default:
			p.report.Replaced++
			p.stale = append(p.stale, id)
		}
		p.namings = append(p.namings, p.rows.write(&b.docs[i], id, b.hashes[i])...)
	}
	for statement, list := range p.rows {
		p.report.Wrote.add(statement, len(list))
	}
	return p
}

// apply carries a plan out.
func (t tx) apply(ctx context.Context, p plan, report *Report) error {
	gone, err := t.forget(ctx, p.stale, &report.Deleted)
	if err != nil {
		return err
	}
	if err := t.writeEntities(ctx, p.namings, gone, &report.Wrote); err != nil {
		return err
	}
	// Nodes before the edges between them.
	for _, statement := range []string{
		"load/shows", "load/episodes", "load/chapters", "load/mentions", "load/chapter-mentions", "load/hosted",
		"load/guests", "load/sponsored", "load/worked-at", "load/created", "load/makes",
	} {
		if err := t.writeRows(ctx, statement, p.rows[statement], &report.Wrote); err != nil {
			return err
		}
	}
	return t.tidy(ctx, gone, &report.Deleted)
}

func (t tx) writeRows(ctx context.Context, statement string, list []map[string]any, wrote *Tally) error {
	if len(list) == 0 {
		return nil
	}
	return t.run(ctx, statement, map[string]any{"rows": list}, func(r record) { wrote.add(r.str("label"), r.int("n")) })
}

// writeEntities creates the entities that are new, adds to the others what this batch calls them, and keeps the number
// of episodes of each.
func (t tx) writeEntities(ctx context.Context, namings []*naming, g gone, wrote *Tally) error {
	es := entities{}
	for k := range g {
		es.get(k)
	}
	for _, n := range namings {
		es.get(n.key)
	}
	if err := t.entities(ctx, es); err != nil {
		return err
	}
	for k, was := range g {
		es[k].count(-was.episodes)
	}
	for _, n := range namings {
		es[n.key].say(n.name, n.aliases, n.urls, n.kind)
		es[n.key].count(1)
	}
	for _, k := range es.keys() {
		if es[k].isNew {
			wrote.add(k.label, 1)
		}
	}
	return t.putEntities(ctx, es)
}

// entities reads those of es that the graph holds.
func (t tx) entities(ctx context.Context, es entities) error {
	return t.run(ctx, "load/entities", map[string]any{"refs": es.refs()}, func(r record) {
		*es[key{r.str("label"), r.str("id")}] = entity{
			name: r.str("name"), aliases: r.strings("aliases"), urls: r.strings("urls"), kind: r.str("kind"),
			episodes: r.int("episodes"),
		}
	})
}

// putEntities writes those of es that changed.
func (t tx) putEntities(ctx context.Context, es entities) error {
	byLabel := map[string][]map[string]any{}
	for _, k := range es.keys() {
		if es[k].changed {
			byLabel[k.label] = append(byLabel[k.label], es[k].row(k.id))
		}
	}
	for label, statement := range map[string]string{
		labelPerson: "load/people", labelCompany: "load/companies", labelTechnology: "load/technologies",
	} {
		if len(byLabel[label]) == 0 {
			continue
		}
		if err := t.run(ctx, statement, map[string]any{"rows": byLabel[label]}, nil); err != nil {
			return err
		}
	}
	return nil
}
