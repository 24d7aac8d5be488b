package feed

import (
	"encoding/json"
	"fmt"
	"regexp"

	"guestgraph/extract"
)

// chaptersHead is how a JSON chapters file begins: an object with a version and chapters before anything that
// an episode has.
var chaptersHead = regexp.MustCompile(`^\s*\{\s*(?:"version"\s*:\s*"[^"]*"\s*,\s*)?(?:"(?:author|title|podcastName|description|fileName|waypoints)"\s*:\s*(?:"[^"]*"|true|false)\s*,\s*)*"chapters"\s*:\s*\[\s*(?:\{[^{}]*"startTime"|\])`)

// headBytes is how much of a JSON document tells what it is.
const headBytes = 2 << 10

func isChapters(head []byte) bool { return chaptersHead.Match(head[:min(len(head), headBytes)]) }

// parseChapters reads JSON chapters, those that are for a table of contents:
// https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md.
func parseChapters(data []byte) ([]extract.Chapter, error) {
	var file struct {
		Chapters []struct {
			StartTime number `json:"startTime"`
			Title     string `json:"title"`
			URL       string `json:"url"`
			TOC       *bool  `json:"toc"`
		} `json:"chapters"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("line %d: chapters: %w", errorLine(data, err), describeJSON(err))
	}
	var out []extract.Chapter
	for _, c := range file.Chapters {
		if c.Title != "" && (c.TOC == nil || *c.TOC) {
			out = append(out, extract.Chapter{Start: float64(c.StartTime), Title: c.Title, URL: c.URL})
		}
	}
	return out, nil
}
