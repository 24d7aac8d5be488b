package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"

	"github.com/spf13/pflag"

	"guestgraph/extract"
	"guestgraph/extract/feed"
	"guestgraph/graph"
)

func declareSources(flags *pflag.FlagSet) {
	flags.String("show", "", "`NAME` of the show for episodes whose source names none")
	flags.Bool("allow-private", false, "let URLs lead to loopback and private addresses")
	flags.Bool("transcripts", false, "download the transcripts and chapter files that episodes link to")
}

// declareDecisions declares the flag of commands that load.
func declareDecisions(flags *pflag.FlagSet) {
	flags.String("decisions", "", "`FILE` of curated decisions: what to merge, split, rename, hide or drop")
}

// documents reads episodes from sources and extracts their facts. A damaged part of a source is
// reported and counted (see verdict), and the rest is read. Feeds are kept in the folder cache, unless it is "",
// and downloaded again only when they changed.
func (p *program) documents(ctx context.Context, sources []string, cache string) iter.Seq2[graph.Document, error] {
	options := feed.Options{
		Show: p.settings.Show, Stdin: p.in, AllowPrivate: p.settings.AllowPrivate, UserAgent: "guestgraph/" + version(),
		Transcripts: p.settings.Transcripts, CacheDir: cache,
	}
	shows := extract.New().NewShows()
	return func(yield func(graph.Document, error) bool) {
		for _, source := range sources {
			for doc, err := range extracted(shows, feed.Read(ctx, source, options)) {
				if damage, ok := errors.AsType[*feed.Error](err); ok {
					p.problems++
					p.say("guestgraph: %v", damage)
					continue
				}
				if !yield(doc, err) || err != nil {
					return
				}
			}
		}
	}
}

// Episodes are read in batches, so that what one tells of a show's hosts helps the others. The bounds keep memory flat.
const (
	batchEpisodes = 500
	batchBytes    = 8 << 20 // of text
)

// extracted adds the facts of each episode.
func extracted(shows *extract.Shows, episodes iter.Seq2[extract.Episode, error]) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		var batch []extract.Episode
		bytes := 0
		flush := func() bool {
			for i, facts := range shows.Extract(batch) {
				if !yield(graph.Document{Episode: batch[i], Facts: *facts}, nil) {
					return false
				}
			}
			clear(batch) // lets the texts go
			batch, bytes = batch[:0], 0
			return true
		}
		for episode, err := range episodes {
			if err != nil {
				_, damage := errors.AsType[*feed.Error](err)
				if !damage && !flush() || !yield(graph.Document{}, err) {
					return
				}
				continue
			}
			batch, bytes = append(batch, episode), bytes+textBytes(&episode)
			if (len(batch) == batchEpisodes || bytes >= batchBytes) && !flush() {
				return
			}
		}
		flush()
	}
}

// textBytes is how much of an episode's memory is its texts.
func textBytes(ep *extract.Episode) int {
	n := len(ep.Text)
	for i := range ep.Transcripts {
		n += len(ep.Transcripts[i].Text)
	}
	return n
}

// feedCache is where load and serve keep feeds: beside the embedded store, when there is one.
func (p *program) feedCache() string {
	if p.settings.Neo4jURI != "" {
		return ""
	}
	return filepath.Join(p.settings.Data, "http")
}

// withoutErrors gives episodes as a source that has no damage.
func withoutErrors(episodes []extract.Episode) iter.Seq2[extract.Episode, error] {
	return func(yield func(extract.Episode, error) bool) {
		for _, episode := range episodes {
			if !yield(episode, nil) {
				return
			}
		}
	}
}

// verdict fails a command that finished its work but could not read all of it.
func (p *program) verdict() error {
	if p.problems == 0 {
		return nil
	}
	return fmt.Errorf("some input could not be read (see above): problems: %d", p.problems)
}

// both gives what two sources give, one after the other.
func both(first, second iter.Seq2[graph.Document, error]) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for doc, err := range first {
			if !yield(doc, err) {
				return
			}
		}
		second(yield)
	}
}
