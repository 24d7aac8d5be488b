// Package score measures extraction against labelled episodes: precision, recall and F1 per field.
//
// What is right is defined by the labels: a field's list holds what must be found, its "_ok" list what may be found or
// left out. Names are compared without case, spaces and punctuation, and through a table of aliases.
package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guestgraph/extract"
)

// Gold is the label of one episode.
type Gold struct {
	ID             string       `json:"id"`
	Show           string       `json:"show"`
	Hosts          []string     `json:"hosts"`
	HostsOK        []string     `json:"hosts_ok"`
	Guests         []string     `json:"guests"`
	GuestsOK       []string     `json:"guests_ok"`
	Persons        []string     `json:"persons"`
	PersonsOK      []string     `json:"persons_ok"`
	Companies      []string     `json:"companies"`
	CompaniesOK    []string     `json:"companies_ok"`
	Technologies   []string     `json:"technologies"`
	TechnologiesOK []string     `json:"technologies_ok"`
	Affiliations   []Employment `json:"affiliations"`
	AffiliationsOK [][2]string  `json:"affiliations_ok"`
	Created        [][2]string  `json:"created"`
	CreatedOK      [][2]string  `json:"created_ok"`
	Sponsors       []string     `json:"sponsors"`
	SponsorsOK     []string     `json:"sponsors_ok"`

	hostsLabelled bool
}

// An Employment is a labelled affiliation.
type Employment struct {
	Person  string   `json:"person"`
	Company string   `json:"company"`
	Roles   []string `json:"roles"`
	Status  string   `json:"status"`
}

// Read reads labels, one JSON object a line.
func Read(r io.Reader) ([]Gold, error) {
	var out []Gold
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for n := 1; sc.Scan(); n++ {
		if len(strings.TrimSpace(sc.Text())) == 0 {
			continue
		}
		var g Gold
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("read labels: line %d: %w", n, err)
		}
		g.hostsLabelled = strings.Contains(sc.Text(), `"hosts"`)
		out = append(out, g)
	}
	return out, sc.Err()
}

// Aliases maps spellings to the one they are compared by.
type Aliases map[string]string

// ReadAliases reads a table of aliases: one thing a line, its canonical name first, tab-separated. Lines that begin
// with "//" are comments.
func ReadAliases(r io.Reader) (Aliases, error) {
	m := Aliases{}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		line := sc.Text()
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		canonical := ""
		for p := range strings.SplitSeq(line, "\t") {
			if p == "" {
				continue
			}
			if canonical == "" {
				canonical = fold(p)
			}
			m[fold(p)] = canonical
		}
	}
	return m, sc.Err()
}

// name returns what a name is compared by.
func (m Aliases) name(s string) string {
	n := fold(s)
	if c, ok := m[n]; ok {
		return c
	}
	return n
}

func (m Aliases) pair(a, b string) string { return m.name(a) + "\x00" + m.name(b) }

// fold keeps letters, digits, "_", "+" and "#", in lower case, and drops a leading "the".
func fold(s string) string {
	s = strings.ReplaceAll(strings.ToLower(norm.NFKC.String(s)), "’", "'")
	s = strings.TrimSpace(s)
	if t := strings.TrimPrefix(s, "the "); t != s {
		s = strings.TrimSpace(t)
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsNumber(c) || c == '_' || c == '+' || c == '#' {
			return c
		}
		return -1
	}, s)
}

// A Count is the outcome of one field.
type Count struct{ TP, FP, FN int }

// Precision is the share of what was found that is labelled; like Recall and F1 it lies between 0 and 1.
func (c Count) Precision() float64 { return ratio(c.TP, c.TP+c.FP) }

// Recall is the share of what is labelled that was found.
func (c Count) Recall() float64 { return ratio(c.TP, c.TP+c.FN) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// An Error is one thing found that should not be (FP), or not found that should (FN).
type Error struct {
	Field, Kind, Episode, What string
}

// Fields are the measured fields, in the order they are printed.
var Fields = [...]string{"hosts", "guests", "people", "companies", "technologies", "affiliations", "creations", "sponsors"}

// A Report is the outcome over many episodes.
type Report struct {
	Counts               map[string]Count
	StatusRight, StatusN int // of the affiliations found
	RolesRight, RolesN   int
	Errors               []Error
	Episodes             int
}

// Measure compares facts with labels, which belong together by position.
func Measure(gold []Gold, facts []*extract.Facts, aliases Aliases) *Report {
	r := &Report{Counts: map[string]Count{}}
	for i := range gold {
		f := &extract.Facts{}
		if i < len(facts) && facts[i] != nil {
			f = facts[i]
		}
		r.episode(&gold[i], f, aliases)
	}
	return r
}

func (r *Report) episode(g *Gold, f *extract.Facts, m Aliases) {
	r.Episodes++
	if g.hostsLabelled {
		r.add("hosts", g.ID, m.names(g.Hosts), m.mentions(f.Hosts), m.names(g.HostsOK))
	}
	r.add("guests", g.ID, m.names(g.Guests), m.mentions(f.Guests), m.names(g.GuestsOK))
	r.add("people", g.ID, m.names(g.Persons), m.mentions(f.People), m.names(g.PersonsOK))
	r.add("companies", g.ID, m.names(g.Companies), m.mentions(f.Companies), m.names(g.CompaniesOK, g.Sponsors))
	r.add("technologies", g.ID, m.names(g.Technologies), m.mentions(f.Technologies), m.names(g.TechnologiesOK, g.Sponsors))
	r.add("sponsors", g.ID, m.names(g.Sponsors), m.mentions(f.Sponsors), m.names(g.SponsorsOK))
	r.add("creations", g.ID, m.pairs(g.Created), m.creations(f.Creations), m.pairs(g.CreatedOK))
	r.employments(g, f, m)
}

func (r *Report) add(field, id string, gold, pred, ok map[string]bool) {
	c := r.Counts[field]
	for x := range pred {
		switch {
		case gold[x]:
			c.TP++
		case !ok[x]:
			c.FP++
			r.Errors = append(r.Errors, Error{field, "FP", id, x})
		}
	}
	for x := range gold {
		if !pred[x] {
			c.FN++
			r.Errors = append(r.Errors, Error{field, "FN", id, x})
		}
	}
	r.Counts[field] = c
}

func (m Aliases) names(lists ...[]string) map[string]bool {
	out := map[string]bool{}
	for _, list := range lists {
		for _, s := range list {
			out[m.name(s)] = true
		}
	}
	return out
}

func (m Aliases) mentions(list []extract.Mention) map[string]bool {
	out := map[string]bool{}
	for i := range list {
		out[m.name(list[i].Name)] = true
	}
	return out
}

func (m Aliases) pairs(list [][2]string) map[string]bool {
	out := map[string]bool{}
	for _, p := range list {
		out[m.pair(p[0], p[1])] = true
	}
	return out
}

func (m Aliases) creations(list []extract.Creation) map[string]bool {
	out := map[string]bool{}
	for i := range list {
		out[m.pair(list[i].Person, list[i].Technology)] = true
	}
	return out
}
