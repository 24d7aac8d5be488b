package extract_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guestgraph/extract"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden compares the facts of hand-written descriptions with what they were when last reviewed. A description is
// testdata/golden/NAME.txt, its first line the title; its facts are NAME.json beside it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden descriptions: %v", err)
	}
	x := extract.New()
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			title, text, _ := strings.Cut(string(data), "\n")
			ep := extract.Episode{ID: name, Title: title, Text: text}
			facts := x.Extract(ep)
			checkQuotes(t, &ep, facts)
			var got bytes.Buffer
			enc := json.NewEncoder(&got)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", " ")
			if err := enc.Encode(facts); err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, ".txt") + ".json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run go test ./extract -run Golden -update", err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("facts differ from %s; if they are right, run go test ./extract -run Golden -update\n%s", golden, got.String())
			}
		})
	}
}
