package graph

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"

	"guestgraph/extract"
)

// A Record node keeps, compressed, what an episode's source gave beside its text, and the facts as they were extracted.
// From it decisions are applied and undone in episodes whose source is not at hand. What is hidden is not in it.

// records are the rows of the records of items.
func records(items []*item) ([]map[string]any, error) {
	rows := make([]map[string]any, 0, len(items))
	var content bytes.Buffer
	// One compressor for all: making it costs more than using it.
	w, err := flate.NewWriter(&content, flate.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("compress records: %w", err)
	}
	for _, it := range items {
		content.Reset()
		w.Reset(&content)
		doc := it.doc
		doc.Facts = it.drafted.rules.strike(doc.Facts)
		doc.Episode.Text, doc.Episode.People, doc.Episode.Transcripts, doc.Episode.Chapters = "", nil, nil, nil
		if err := errors.Join(json.NewEncoder(w).Encode(doc), w.Close()); err != nil {
			return nil, fmt.Errorf("compress the record of %s: %w", it.id, err)
		}
		rows = append(rows, map[string]any{"id": it.id, "content": bytes.Clone(content.Bytes())})
	}
	return rows, nil
}

// mostRecord bounds what a record may unpack to, in bytes: a store that somebody else wrote is not to fill the memory.
const mostRecord = 64 << 20

func unpack(content []byte) (Document, error) {
	var doc Document
	r := io.LimitReader(flate.NewReader(bytes.NewReader(content)), mostRecord)
	if err := json.NewDecoder(r).Decode(&doc); err != nil {
		return doc, fmt.Errorf("read record: %w", err)
	}
	return doc, nil
}

// strike leaves out what is hidden.
func (r *ruling) strike(f extract.Facts) extract.Facts {
	if !slices.ContainsFunc(r.effective, func(d *Decision) bool { return d.Verb == Hide }) {
		return f
	}
	probe := &ruling{Decisions: r.Decisions, episode: r.episode, show: r.show, showName: r.showName}
	hidden := func(label, name string) bool {
		v := probe.entity(r.rawKey(label, name))
		return v.hidden && r.hidden[v.key] != nil
	}
	mentions := func(label string, list []extract.Mention) []extract.Mention {
		return slices.DeleteFunc(slices.Clone(list), func(m extract.Mention) bool { return hidden(label, m.Name) })
	}
	f.Hosts, f.Guests, f.People = mentions(labelPerson, f.Hosts), mentions(labelPerson, f.Guests), mentions(labelPerson, f.People)
	f.Companies, f.Sponsors = mentions(labelCompany, f.Companies), mentions(labelCompany, f.Sponsors)
	f.Technologies = mentions(labelTechnology, f.Technologies)
	f.Affiliations = slices.DeleteFunc(slices.Clone(f.Affiliations), func(a extract.Affiliation) bool {
		return hidden(labelPerson, a.Person) || hidden(labelCompany, a.Company)
	})
	f.Creations = slices.DeleteFunc(slices.Clone(f.Creations), func(c extract.Creation) bool {
		return hidden(labelPerson, c.Person) || hidden(labelTechnology, c.Technology)
	})
	f.Makers = slices.DeleteFunc(slices.Clone(f.Makers), func(m extract.Maker) bool {
		return hidden(labelCompany, m.Company) || hidden(labelTechnology, m.Technology)
	})
	f.Links = slices.DeleteFunc(slices.Clone(f.Links), func(l extract.Link) bool {
		return l.Of != "" && (hidden(labelPerson, l.Of) || hidden(labelCompany, l.Of))
	})
	return f
}

// awaiting is the hash of an episode whose record lacks what is no longer hidden: no source's hash is like it, so the
// next load of its source writes it anew.
const awaiting = "awaiting source"

// redecide applies decisions, and undoes those that are no longer there, in all episodes that they concern. Those that
// this load brought are mostly right already; their effects are counted.
func (g *Graph) redecide(ctx context.Context, opts LoadOptions, seen map[string]bool) (Report, error) {
	var total Report
	ids, err := g.concerned(ctx, opts.Decisions)
	if err != nil {
		return total, err
	}
	if opts.DryRun {
		ids = slices.DeleteFunc(ids, func(id string) bool { return seen[id] }) // what they would become is not there
	}
	for part := range slices.Chunk(ids, batchDocuments) {
		b := batch{decisions: opts.Decisions}
		if err := g.read(ctx, func(t tx) error { return t.recorded(ctx, &b, part) }); err != nil {
			return total, fmt.Errorf("decide on episodes %s to %s: %w", part[0], part[len(part)-1], err)
		}
		total.Bare += len(part) - len(b.items)
		for _, it := range b.items {
			it.counted = seen[it.id]
		}
		if len(b.items) == 0 {
			continue
		}
		report, err := g.loadBatch(ctx, &b, opts)
		if err != nil {
			return total, err
		}
		for _, it := range b.items {
			if it.hash == awaiting {
				report.Awaiting++
			}
		}
		total = total.plus(report)
	}
	return total, nil
}

// concerned lists the episodes that decisions shaped before, and those that these decisions may shape.
func (g *Graph) concerned(ctx context.Context, ds *Decisions) ([]string, error) {
	refs := []map[string]any{}
	for _, k := range ds.keys() {
		refs = append(refs, k.row())
	}
	var ids []string
	err := g.read(ctx, func(t tx) error {
		ids = ids[:0]
		return t.run(ctx, "load/concerned", map[string]any{"refs": refs}, func(r record) { ids = append(ids, r.str("id")) })
	})
	if err != nil {
		return nil, fmt.Errorf("find the episodes that decisions concern: %w", err)
	}
	return ids, nil
}

// curated is how many episodes the decisions of curators shape.
func (g *Graph) curated(ctx context.Context) (n int, err error) {
	err = g.read(ctx, func(t tx) error {
		return t.run(ctx, "load/curated", map[string]any{"mark": namesakeMark}, func(r record) { n = r.int("n") })
	})
	return n, err
}

// recorded reads episodes from their records into a batch.
func (t tx) recorded(ctx context.Context, b *batch, ids []string) error {
	b.items = b.items[:0]
	inForce := b.decisions.byStored()
	return t.run(ctx, "load/recorded", map[string]any{"ids": ids}, func(r record) {
		doc, err := unpack(column[[]byte](r, "content"))
		if err != nil {
			t.graph.log.Warn("episode left as it is: load its source again", slog.String("id", r.str("id")), slog.Any("error", err))
			return
		}
		doc.Episode.Text = r.str("text")
		it := &item{doc: doc, id: r.str("id"), hash: r.str("hash"), stored: true}
		var kept []*Decision
		struck := false
		for _, text := range r.strings("decided") {
			d := inForce[text]
			hide := strings.HasPrefix(text, hiddenMark)
			struck = struck || hide
			switch {
			case d != nil:
				kept = append(kept, d)
			case hide:
				it.hash = awaiting
			}
		}
		if struck {
			it.struck = kept
		}
		b.items = append(b.items, it)
	})
}
