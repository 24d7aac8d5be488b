// Package sample holds a small set of episode descriptions, so that a first run has something to show and tests have
// something to read. The facts in them are public; the sentences were written for this project.
package sample

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"guestgraph/extract"
)

//go:embed sample.jsonl
var lines string

// Episodes returns the sample's episodes in order.
func Episodes() ([]extract.Episode, error) {
	var eps []extract.Episode
	sc := bufio.NewScanner(strings.NewReader(lines))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		var e struct {
			ID, Show, Title, Text, URL string
			Published                  time.Time
		}
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			return nil, fmt.Errorf("read sample: line %d: %w", n, err)
		}
		eps = append(eps, extract.Episode{ID: e.ID, Show: e.Show, Title: e.Title, Text: e.Text, URL: e.URL, Published: e.Published})
	}
	return eps, sc.Err()
}
