package eval

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
)

//go:embed published/*.json
var published embed.FS

// Headline is the figures of an evaluation that are published: what pages and README say of how good the facts are.
type Headline struct {
	Set        string            `json:"-"` // development or twenty, by the name of the file
	Episodes   int               `json:"episodes"`
	Shows      int               `json:"shows"`
	Fields     map[string]Figure `json:"fields"`
	WithoutOwn map[string]Figure `json:"withoutOwn,omitempty"` // each show read without the names that it alone has
}

// Headline takes the published figures out of a report.
func (r *Report) Headline() Headline {
	h := Headline{Episodes: r.Episodes, Shows: len(r.Shows), Fields: r.Fields}
	for _, left := range r.LeftOut {
		if left.Names == LeaveOwn {
			h.WithoutOwn = left.Fields
		}
	}
	return h
}

// WriteJSON writes the figures as Published reads them.
func (h Headline) WriteJSON(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(h); err != nil {
		return fmt.Errorf("write headline figures: %w", err)
	}
	return nil
}

// Published returns the figures that `make evaluation` wrote last, by set: development before twenty.
func Published() ([]Headline, error) {
	files, err := published.ReadDir("published")
	if err != nil {
		return nil, fmt.Errorf("read published figures: %w", err)
	}
	var all []Headline
	for _, f := range files {
		text, err := published.ReadFile(path.Join("published", f.Name()))
		if err != nil {
			return nil, fmt.Errorf("read published figures: %w", err)
		}
		h := Headline{Set: strings.TrimSuffix(f.Name(), ".json")}
		if err := json.Unmarshal(text, &h); err != nil {
			return nil, fmt.Errorf("read published figures: %s: %w", f.Name(), err)
		}
		all = append(all, h)
	}
	return all, nil
}

// Measured are the fields that an evaluation has figures for, in the order in which reports list them.
func Measured() []string { return measured() }
