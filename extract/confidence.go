package extract

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed confidence.tsv
var confidenceTable string

// Confidences tells how likely a fact is right by the rules that found it: what share of such facts was right in
// labelled episodes. It is read from confidence.tsv, which `make confidence` measures, and immutable.
type Confidences struct {
	rules  map[fieldRule]Confidence
	fields map[string]float64 // of rules that were never measured
}

// A Confidence is one line of the table.
type Confidence struct {
	Field   string  // as Facts has it in JSON: "hosts", "companies", …
	Rule    string  // AnyRule for the field's mean
	Value   float64 // probability that a fact is right, 0..1
	Support int     // labelled facts that the rule found; 0 when no labels tell, and the value is assumed
}

// AnyRule stands for the rules of a field that were never measured.
const AnyRule = "*"

// saidRule begins the names of rules that read speech; the line "said-*" stands for those that were never measured.
const saidRule = "said-"

// The fields whose confidence is measured, as Facts has them in JSON.
const (
	fieldHosts        = "hosts"
	fieldGuests       = "guests"
	fieldPeople       = "people"
	fieldCompanies    = "companies"
	fieldTechnologies = "technologies"
	fieldAffiliations = "affiliations"
	fieldCreations    = "creations"
	fieldSponsors     = "sponsors"
)

type fieldRule struct{ field, rule string }

// unmeasured is the confidence of facts of a field that has no line at all.
const unmeasured = 0.5

var embeddedConfidences = sync.OnceValues(func() (*Confidences, error) { return ReadConfidences(strings.NewReader(confidenceTable)) })

// DefaultConfidences returns the embedded table, read once.
func DefaultConfidences() (*Confidences, error) { return embeddedConfidences() }

// NewConfidences makes a table of its lines; the last of two for the same rule counts.
func NewConfidences(lines []Confidence) *Confidences {
	c := &Confidences{rules: map[fieldRule]Confidence{}, fields: map[string]float64{}}
	for _, l := range lines {
		if l.Rule == AnyRule {
			c.fields[l.Field] = l.Value
		}
		c.rules[fieldRule{l.Field, l.Rule}] = l
	}
	return c
}

// ReadConfidences reads a table: field, rule, confidence and support, divided by tabs; lines that begin with # are
// remarks.
func ReadConfidences(in io.Reader) (*Confidences, error) {
	var list []Confidence
	lines := bufio.NewScanner(in)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("read confidences: line %d: %d columns: give field, rule, confidence and support, divided by tabs", number, len(f))
		}
		value, err := strconv.ParseFloat(f[2], 64)
		if err != nil || !(value >= 0 && value <= 1) {
			return nil, fmt.Errorf("read confidences: line %d: confidence %q is no number from 0 to 1", number, f[2])
		}
		support, err := strconv.Atoi(f[3])
		if err != nil || support < 0 {
			return nil, fmt.Errorf("read confidences: line %d: support %q is no count", number, f[3])
		}
		list = append(list, Confidence{f[0], f[1], value, support})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read confidences: %w", err)
	}
	return NewConfidences(list), nil
}

// Line returns the line of a rule, and whether there is one.
func (c *Confidences) Line(field, rule string) (Confidence, bool) {
	l, ok := c.rules[fieldRule{field, rule}]
	return l, ok
}

// Assumed returns the lines that no labels support, in order.
func (c *Confidences) Assumed() []Confidence {
	var out []Confidence
	for _, l := range c.rules {
		if l.Support == 0 {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b Confidence) int { return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Rule, b.Rule)) })
	return out
}

// of returns the confidence that one rule deserves.
func (c *Confidences) of(field, rule string) float64 {
	if l, ok := c.rules[fieldRule{field, rule}]; ok {
		return l.Value
	}
	if l, ok := c.rules[fieldRule{field, saidRule + AnyRule}]; ok && strings.HasPrefix(rule, saidRule) {
		return l.Value
	}
	if v, ok := c.fields[field]; ok {
		return v
	}
	return unmeasured
}

// Best returns the confidence of a fact that several rules found, and the rule it comes from: the highest. On shows left
// out, that is closer to what is right than taking the rules for independent witnesses ("noisy or") is.
func (c *Confidences) Best(field string, rules []string) (confidence float64, rule string) {
	for _, r := range rules {
		if v := c.of(field, r); rule == "" || v > confidence {
			confidence, rule = v, r
		}
	}
	return confidence, rule
}

// judge gives what a fact tells of the rules that found it: its confidence, the surest rule, the others.
func (c *Confidences) judge(field string, rules []string) (confidence float64, rule string, also []string) {
	confidence, rule = c.Best(field, rules)
	for _, other := range rules {
		if other != rule {
			also = append(also, other)
		}
	}
	return round(confidence), rule, also
}

// withRule adds a rule to a sorted list of them.
func withRule(rules []string, rule string) []string {
	i, known := slices.BinarySearch(rules, rule)
	if known {
		return rules
	}
	return slices.Insert(rules, i, rule)
}
