package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"slices"
)

// LoadOptions steer Load.
type LoadOptions struct {
	Version   string       // version of the extractor; another one replaces what it wrote before
	Decisions *Decisions   // of curators; those of an earlier load that are not among them are undone; see ErrDecided for nil
	DryRun    bool         // count what would change, write nothing; entities and deletions are not counted
	Progress  func(Report) // called after each batch with the totals so far; may be nil
}

// A batch is one transaction. Its bounds keep memory flat, whatever the number of episodes.
const (
	batchDocuments = 100
	batchBytes     = 8 << 20 // of text
)

// ErrDecided tells that a load without decisions would undo those that the graph was loaded with, and show again who is
// hidden. Decisions of an empty file undo them on purpose.
var ErrDecided = errors.New("curated decisions shape this graph")

// Load brings documents into the graph. An episode already there with the same content, facts and extractor version is
// kept as it is; a changed one is replaced whole, in one transaction with the rest of its batch, so that the graph
// only ever holds whole episodes. In the end, decisions are applied and undone in the episodes that the sequence lacks;
// it may be empty. When the sequence or the graph fails, the report counts what was done before.
func (g *Graph) Load(ctx context.Context, docs iter.Seq2[Document, error], opts LoadOptions) (Report, error) {
	var total Report
	if !opts.DryRun {
		if err := g.EnsureSchema(ctx); err != nil {
			return total, fmt.Errorf("load: %w", err)
		}
	}
	curated := opts.Decisions
	if curated == nil {
		if n, err := g.curated(ctx); err != nil || n > 0 {
			return total, fmt.Errorf("load: %w", cmp.Or(err, ErrDecided))
		}
	}
	var err error
	if opts.Decisions, err = g.namesakes(ctx, curated); err != nil {
		return total, fmt.Errorf("load: %w", err)
	}
	seen := map[string]bool{}
	b := batch{decisions: opts.Decisions}
	flush := func() error {
		report, err := g.loadBatch(ctx, &b, opts)
		if err != nil {
			return err
		}
		total = total.plus(report)
		if opts.Progress != nil {
			opts.Progress(total)
		}
		b = batch{decisions: opts.Decisions}
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
		if len(b.items) == batchDocuments || b.bytes >= batchBytes {
			if err := flush(); err != nil {
				return total, err
			}
		}
	}
	if len(b.items) > 0 {
		if err := flush(); err != nil {
			return total, err
		}
	}
	// What came may tell namesakes apart, or show that they are one.
	if opts.Decisions, err = g.namesakes(ctx, curated); err != nil {
		return total, fmt.Errorf("load: %w", err)
	}
	report, err := g.redecide(ctx, opts, seen)
	return total.plus(report), err
}

// A batch is the documents of one transaction.
type batch struct {
	decisions *Decisions
	items     []*item
	bytes     int
}

// An item is a document on its way into the graph.
type item struct {
	doc      Document
	id, hash string
	counted  bool // its effects are in the report
	stored   bool // comes from the graph's record, not from a source
	// struck are the decisions in force that shaped the record when somebody was left out of it: it cannot tell again.
	struck  []*Decision
	drafted *draft // once it is needed
}

func (b *batch) add(doc Document, id, version string) error {
	hash, err := doc.hash(version)
	if err != nil {
		return err
	}
	b.items = append(b.items, &item{doc: doc, id: id, hash: hash})
	b.bytes += len(doc.Episode.Text)
	return nil
}

func (b *batch) ids() []string {
	ids := make([]string, len(b.items))
	for i, it := range b.items {
		ids[i] = it.id
	}
	return ids
}

// draft writes the document of an item, once.
func (b *batch) draft(it *item) *draft {
	if it.drafted == nil {
		it.drafted = it.doc.write(it.id, it.hash, &ruling{Decisions: b.decisions, effective: slices.Clone(it.struck)})
	}
	return it.drafted
}

// decided lists what the episode is to keep of decisions. Where there are none, nothing needs to be drafted for it.
func (b *batch) decided(it *item) []string {
	if b.decisions.empty() {
		return nil
	}
	return b.draft(it).rules.stored()
}

// loadBatch looks first and writes only when there is something to write: most loads of a feed change nothing.
func (g *Graph) loadBatch(ctx context.Context, b *batch, opts LoadOptions) (Report, error) {
	report, err := g.tryBatch(ctx, b, opts)
	if err != nil {
		return report, fmt.Errorf("load episodes %s to %s: %w", b.items[0].id, b.items[len(b.items)-1].id, err)
	}
	return report, nil
}

func (g *Graph) tryBatch(ctx context.Context, b *batch, opts LoadOptions) (Report, error) {
	var p plan
	err := g.read(ctx, func(t tx) error {
		known, err := t.known(ctx, b.ids())
		p = b.plan(known)
		return err
	})
	if err != nil || opts.DryRun || p.report.Added+p.report.Replaced+p.report.Decided == 0 {
		return p.report, err
	}
	var report Report
	err = g.write(ctx, func(t tx) error {
		known, err := t.known(ctx, b.ids())
		if err != nil {
			return err
		}
		p := b.plan(known)
		report = p.report
		return t.apply(ctx, p, &report)
	})
	return report, err
}

// A state is what the graph holds of an episode: the hash of its content, and the decisions that shaped it.
type state struct {
	hash    string
	decided []string
}

// known returns the state of each of these episodes that the graph holds.
func (t tx) known(ctx context.Context, ids []string) (map[string]state, error) {
	known := map[string]state{}
	err := t.run(ctx, "load/known", map[string]any{"ids": ids}, func(r record) {
		known[r.str("id")] = state{r.str("hash"), r.strings("decided")}
	})
	return known, err
}

// A plan is what a batch is going to change.
type plan struct {
	rows    rows
	namings []*naming
	written []*item
	stale   []string // ids of episodes to replace
	report  Report
}

// plan compares a batch with what the graph holds.
func (b *batch) plan(known map[string]state) plan {
	p := plan{rows: rows{}}
	for _, it := range b.items {
		was, there := known[it.id]
		decided := slices.Equal(was.decided, b.decided(it))
		if it.stored && !there {
			continue // withdrawn since it was read
		}
		if b.decided(it) != nil && !it.counted {
			p.report.shaped(it.drafted, !there || !decided)
		}
		switch {
		case it.stored && decided:
			continue
		case it.stored:
			p.report.Decided++
		case !there:
			p.report.Added++
		case was.hash != it.hash:
			p.report.Replaced++
		case decided:
			p.report.Kept++
			continue
		default:
			p.report.Decided++
		}
		if there {
			p.stale = append(p.stale, it.id)
		}
		d := b.draft(it)
		p.rows.merge(d.rows)
		p.written = append(p.written, it)
		p.namings = append(p.namings, d.namings...)
	}
	for _, it := range b.items {
		if !it.stored {
			p.report.Read++
		}
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
	doubtful, err := t.writeEntities(ctx, p.namings, gone, &report.Wrote)
	if err != nil {
		return err
	}
	if p.rows["load/records"], err = records(p.written); err != nil {
		return err
	}
	// Nodes before the edges between them.
	for _, statement := range []string{
		"load/shows", "load/episodes", "load/records", "load/chapters", "load/mentions", "load/chapter-mentions", "load/hosted",
		"load/guests", "load/sponsored", "load/worked-at", "load/created", "load/makes",
	} {
		if err := t.writeRows(ctx, statement, p.rows[statement], &report.Wrote); err != nil {
			return err
		}
	}
	return t.tidy(ctx, gone, doubtful, &report.Deleted)
}

func (t tx) writeRows(ctx context.Context, statement string, list []map[string]any, wrote *Tally) error {
	if len(list) == 0 {
		return nil
	}
	return t.run(ctx, statement, map[string]any{"rows": list}, func(r record) { wrote.add(r.str("label"), r.int("n")) })
}

// writeEntities creates the entities that are new, adds to the others what this batch calls them, and keeps the number
// of episodes of each. It returns those that may have to be called otherwise now.
func (t tx) writeEntities(ctx context.Context, namings []*naming, g gone, wrote *Tally) ([]key, error) {
	es := entities{}
	for k := range g {
		es.get(k)
	}
	for _, n := range namings {
		es.get(n.key)
	}
	if err := t.entities(ctx, es); err != nil {
		return nil, err
	}
	for k, was := range g {
		es[k].count(-was.episodes)
		for c, n := range was.calls {
			es[k].call(c, -n)
		}
	}
	for _, n := range namings {
		es[n.key].say(n)
		es[n.key].count(1)
	}
	var doubtful []key
	for _, k := range es.keys() {
		if es[k].isNew {
			wrote.add(k.label, 1)
		}
		if es[k].doubtful() {
			doubtful = append(doubtful, k)
		}
	}
	return doubtful, t.putEntities(ctx, es)
}

// entities reads those of es that the graph holds.
func (t tx) entities(ctx context.Context, es entities) error {
	return t.run(ctx, "load/entities", map[string]any{"refs": es.refs()}, func(r record) {
		*es[key{r.str("label"), r.str("id")}] = entity{
			name: r.str("name"), aliases: r.strings("aliases"), urls: r.strings("urls"), kind: r.str("kind"),
			former: r.strings("former"), episodes: r.int("episodes"),
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
