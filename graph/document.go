package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"guestgraph/extract"
)

// A Document is one episode with the facts extracted from it: what Load takes.
type Document struct {
	Episode extract.Episode
	Facts   extract.Facts
}

// Documents makes a sequence of a slice.
func Documents(docs []Document) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// model is the version of what this package writes for a document. Raise it when that changes, and graphs written
// before are written anew by their next load.
const model = "3"

// hash tells whether two documents would be written alike.
func (d Document) hash(extractor string) (string, error) {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, v := range []any{model, extractor, d.Episode, d.Facts} {
		if err := enc.Encode(v); err != nil {
			return "", fmt.Errorf("hash episode %s: %w", d.Episode.ID, err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}

// published is the date of the episode as the graph stores it: RFC 3339 in UTC, so that the order of strings is the
// order of time. "" when unknown.
func (d Document) published() string {
	if !d.Episode.Published.IsZero() {
		return d.Episode.Published.UTC().Format(time.RFC3339)
	}
	if t, err := time.Parse(time.RFC3339, d.Facts.Published); err == nil {
		return t.UTC().Format(time.RFC3339)
	}
	return ""
}

// titleRunes bounds a title that is made of the text.
const titleRunes = 80

// title is what the episode is called by. One without a title is called by the sentence that presents its guest, or
// else by its beginning, which is often the same advertisement in all episodes.
func (d Document) title() string {
	for _, s := range []string{d.Episode.Title, d.Facts.Title} {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	text := d.Episode.Text
	for _, guest := range d.Facts.Guests {
		for _, e := range guest.Evidence {
			if e.In == "" && e.At == "" && 0 <= e.Start && e.Start <= e.End && e.End <= len(text) {
				from, to := lineAround(text, e.Start, e.End)
				from, to = sentenceAround(text, from, to, e.Start, e.End)
				return lead(text[from:to], titleRunes)
			}
		}
	}
	if s := lead(text, titleRunes); s != "" {
		return s
	}
	return d.Episode.ID
}

// check refuses a document that cannot be written whole, naming the fact that is amiss.
func (d Document) check() error {
	if d.Episode.ID == "" {
		return fmt.Errorf("episode %q has no id: its source must give one", d.title())
	}
	bare := func(what, name string, evidence []extract.Evidence) error {
		switch {
		case name == "":
			return fmt.Errorf("episode %s: a %s has no name", d.Episode.ID, what)
		case len(evidence) == 0:
			return fmt.Errorf("episode %s: %s %q has no evidence", d.Episode.ID, what, name)
		}
		return nil
	}
	f := d.Facts
	for what, list := range map[string][]extract.Mention{"host": f.Hosts, "guest": f.Guests, "person": f.People,
		"company": f.Companies, "technology": f.Technologies, "sponsor": f.Sponsors} {
		for _, m := range list {
			if err := bare(what, m.Name, m.Evidence); err != nil {
				return err
			}
		}
	}
	for _, a := range f.Affiliations {
		if err := errors.Join(bare("affiliation", a.Person, a.Evidence), bare("affiliation", a.Company, a.Evidence)); err != nil {
			return err
		}
	}
	for _, c := range f.Creations {
		if err := errors.Join(bare("creation", c.Person, c.Evidence), bare("creation", c.Technology, c.Evidence)); err != nil {
			return err
		}
	}
	for _, m := range f.Makers {
		if err := errors.Join(bare("maker", m.Company, m.Evidence), bare("maker", m.Technology, m.Evidence)); err != nil {
			return err
		}
	}
	return nil
}
