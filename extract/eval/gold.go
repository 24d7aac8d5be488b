// Package eval measures extraction against labelled episodes: precision, recall and F1 a field, with intervals, by
// show, and the errors by kind.
//
//	gold.jsonl ─ ReadGold ─┐
//	aliases.tsv ─ ReadNames ─┼─ Score ─▶ Result ─ Report ─▶ text, Markdown, JSON; compared with an earlier one
//	facts of the episodes ─┘
//
// What counts as right: an item counts once an episode, by its normalized name; items that the labels leave open are
// neither right nor wrong.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// A Gold is what is right for one episode. Fields that end in OK are left open: finding them is no error, and neither
// is leaving them out.
type Gold struct {
	ID             string    `json:"id"`
	Show           string    `json:"show"`
	Hosts          *[]string `json:"hosts"` // nil when nobody labelled them
	HostsOK        []string  `json:"hosts_ok"`
	Guests         []string  `json:"guests"`
	GuestsOK       []string  `json:"guests_ok"`
	People         []string  `json:"persons"`
	PeopleOK       []string  `json:"persons_ok"`
	Companies      []string  `json:"companies"`
	CompaniesOK    []string  `json:"companies_ok"`
	Technologies   []string  `json:"technologies"`
	TechnologiesOK []string  `json:"technologies_ok"`
	Sponsors       []string  `json:"sponsors"`
	SponsorsOK     []string  `json:"sponsors_ok"`

	Affiliations   []Affiliation `json:"affiliations"`
	AffiliationsOK [][2]string   `json:"affiliations_ok"`
	Created        [][2]string   `json:"created"` // person, technology
	CreatedOK      [][2]string   `json:"created_ok"`
}

// An Affiliation is a labelled employment.
type Affiliation struct {
	Person  string   `json:"person"`
	Company string   `json:"company"`
	Roles   []string `json:"roles"`
	Status  string   `json:"status"`
}

// maxLine bounds one line of a labels file, in bytes.
const maxLine = 16 << 20

// ReadGold reads labels, an episode a line.
func ReadGold(in io.Reader) ([]Gold, error) {
	var out []Gold
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var g Gold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("line %d: labels: %w", number, err)
		}
		if g.ID == "" {
			return nil, fmt.Errorf("line %d: labels without an id", number)
		}
		out = append(out, g)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read labels: %w", err)
	}
	return out, nil
}
