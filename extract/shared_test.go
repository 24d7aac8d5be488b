package extract_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"guestgraph/extract"
	"guestgraph/extract/feed"
)

// TestShared reads everything in ../shared/feeds and ../shared/corpus as the command does: nothing panics, every file gives
// its episodes, most files give facts, each fact is told by the text (see checkQuotes), and twice the same.
func TestShared(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 25 MB")
	}
	x := extract.New()
	for _, tt := range []struct {
		file             string
		episodes         int
		people, products int // at least so many mentions
		problem          string
	}{
		{"feeds/1865_art19.xml", 61, 500, 0, ""},
		{"feeds/dw_german_utf8.xml", 59, 0, 0, ""}, // news in German, about nobody in English
		{"feeds/homegrownhits_persons_chapters.xml", 4, 12, 0, ""},
		{"feeds/noagenda_malformed_entity.xml", 29, 300, 29, ""},
		{"feeds/podlove_simple_chapters_atom.xml", 1, 0, 0, ""},
		{"feeds/podlove_simple_chapters_rss2.xml", 1, 0, 0, ""},
		{"feeds/podverse_test.xml", 5, 1, 0, ""},
		{"feeds/rust_rss_itunes_minimal.xml", 1, 0, 0, ""},
		{"feeds/transcripts/changelog_bold_speaker.md", 1, 3, 15, ""},
		{"feeds/transcripts/haskellweekly_036_numbered_cues.vtt", 1, 6, 10, ""},
		{"feeds/transcripts/pc20_example_chapters.json", 0, 0, 0, "a chapters file, and no episode"},
		{"feeds/transcripts/pc20_example_transcript.json", 1, 0, 0, ""},
		{"feeds/transcripts/pc20_example_transcript.srt", 1, 1, 5, ""},
		{"feeds/video/tubesync_metadata.json", 1, 0, 0, ""},
		{"feeds", 165, 800, 60, "pc20_example_chapters.json"},
		{"corpus/syntax_notes.jsonl.gz", 1033, 2000, 10000, ""},
		{"corpus/pythonbytes_notes.jsonl.gz", 462, 900, 4000, ""},
		{"corpus/runninginproduction_notes.jsonl.gz", 117, 117, 1500, ""},
		{"corpus/changelog_transcripts_gotime.jsonl.gz", 341, 1500, 6000, ""},
	} {
		t.Run(tt.file, func(t *testing.T) {
			path := filepath.Join(shared, tt.file)
			if _, err := os.Stat(path); err != nil {
				t.Skipf("%s is absent", tt.file)
			}
			var eps []extract.Episode
			var problems []string
			for ep, err := range feed.Read(context.Background(), path, feed.Options{}) {
				if damage, ok := errors.AsType[*feed.Error](err); ok {
					problems = append(problems, damage.Error())
					continue
				}
				eps = append(eps, ep)
			}
			people, products := 0, 0
			again := x.ExtractAll(eps)
			for i, f := range x.ExtractAll(eps) {
				checkQuotes(t, &eps[i], f)
				if !reflect.DeepEqual(f, again[i]) {
					t.Errorf("%s: two extractions differ", eps[i].ID)
				}
				people += len(f.People)
				products += len(f.Companies) + len(f.Technologies)
			}
			if len(eps) != tt.episodes || people < tt.people || products < tt.products {
				t.Errorf("%d episodes, %d people, %d companies and technologies; want %d, at least %d and %d", len(eps), people, products, tt.episodes, tt.people, tt.products)
			}
			if all := strings.Join(problems, "\n"); (tt.problem == "") != (all == "") || !strings.Contains(all, tt.problem) {
				t.Errorf("problems %q, want %q", problems, tt.problem)
			}
		})
	}
}
