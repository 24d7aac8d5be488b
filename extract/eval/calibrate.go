package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"guestgraph/extract"
)

// prior is how many facts of the field's mean rule are added to those of a rule, so that one seen twice is neither sure
// nor hopeless: the mean of a Beta distribution that knows the field. Log loss of all facts on shows left out was 492 with
// 2, 487 with 3, 482 with 5, 479 with 8 and 12; from 8 on, confidence strays from what is right on the shows at hand.
const prior = 5.0

// Calibrate measures how often the facts of each rule are right: the lines of extract/confidence.tsv, in order. A fact
// that several rules found counts for the surest of them, whose confidence it has. Rules that learned from these labels
// are left out: what they are worth elsewhere, ./extract/train tells.
func (r *Result) Calibrate() []extract.Confidence {
	var out []extract.Confidence
	for _, field := range Fields() {
		for _, line := range calibrateField(field, r.judgements[field]) {
			if field != People || !slices.Contains(extract.ScoredRules(), line.Rule) {
				out = append(out, line)
			}
		}
	}
	return out
}

// calibrateField first takes each fact as one of each of its rules, to know which is the surest.
func calibrateField(field string, list []judgement) []extract.Confidence {
	table := extract.NewConfidences(measureRules(field, list, func(j *judgement) []string { return j.rules }))
	return measureRules(field, list, func(j *judgement) []string {
		_, surest := table.Best(field, j.rules)
		return []string{surest}
	})
}

// measureRules counts each fact for the rules that credited gives.
func measureRules(field string, list []judgement, credited func(*judgement) []string) []extract.Confidence {
	if len(list) == 0 {
		return nil
	}
	all, rules := Count{}, map[string]Count{}
	for i := range list {
		j := &list[i]
		c := Count{Right: 1}
		if !j.right {
			c = Count{Wrong: 1}
		}
		all.add(c)
		for _, rule := range credited(j) {
			t := rules[rule]
			t.add(c)
			rules[rule] = t
		}
	}
	mean := ruleMean(rules)
	out := []extract.Confidence{{Field: field, Rule: extract.AnyRule, Value: thousandths(mean), Support: all.Right + all.Wrong}}
	for _, rule := range sorted(rules) {
		c := rules[rule]
		n := c.Right + c.Wrong
		out = append(out, extract.Confidence{Field: field, Rule: rule, Value: thousandths((float64(c.Right) + prior*mean) / (float64(n) + prior)), Support: n})
	}
	return out
}

// ruleMean is what to expect of a rule of the field before it is measured. A rule counts for at most prior facts, so that
// the mean is that of rules and not of whatever one found; half a fact each way (Jeffreys) keeps it off 0 and 1.
func ruleMean(rules map[string]Count) float64 {
	right, all := 0.5, 1.0
	for _, rule := range sorted(rules) {
		c := rules[rule]
		weight := min(float64(c.Right+c.Wrong), prior)
		right += weight * c.Precision()
		all += weight
	}
	return right / all
}

// thousandths keeps the three digits that the table has.
func thousandths(x float64) float64 { return round(float64(int(x*1000+0.5)) / 1000) }

// crossChecked gives the judgements of a field with the confidence that the other shows would have given each.
func (r *Result) crossChecked(field string) []judgement {
	tables := map[string]*extract.Confidences{}
	out := slices.Clone(r.judgements[field])
	for i := range out {
		j := &out[i]
		if tables[j.show] == nil {
			others := slices.DeleteFunc(slices.Clone(r.judgements[field]), func(o judgement) bool { return o.show == j.show })
			tables[j.show] = extract.NewConfidences(calibrateField(field, others))
		}
		j.confidence, _ = tables[j.show].Best(field, j.rules)
	}
	return out
}

// remarks opens the table; extract.ReadConfidences skips it.
const remarks = `# How likely a fact is right, by the rule that found it. Measured: "make confidence" writes this file.
# A rule's confidence is the share of its facts that are right in the labelled episodes, with %d facts of the field's mean
# rule added. Where several rules found a fact, the highest counts. A * stands for rules that were never measured. Lines with
# 0 facts are assumed, since no labels tell, and kept: those may be edited.
# field	rule	confidence	facts
`

// WriteConfidences writes a table of confidences.
// Of the assumed lines it keeps those that nothing measured has replaced.
func WriteConfidences(out io.Writer, lines, assumed []extract.Confidence) error {
	w := bufio.NewWriter(out)
	_, _ = fmt.Fprintf(w, remarks, int(prior)) // Flush tells
	for _, l := range slices.Concat(lines, unmeasured(lines, assumed)) {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%.3f\t%d\n", l.Field, l.Rule, l.Value, l.Support)
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write confidences: %w", err)
	}
	return nil
}

func unmeasured(lines, assumed []extract.Confidence) []extract.Confidence {
	table := extract.NewConfidences(lines)
	var out []extract.Confidence
	for _, l := range assumed {
		if _, measured := table.Line(l.Field, l.Rule); !measured {
			out = append(out, l)
		}
	}
	return out
}

// A Drift is a rule whose confidence in the table is not what is measured.
type Drift struct {
	Field, Rule     string
	Table, Measured float64
}

func (d Drift) String() string {
	return fmt.Sprintf("%s by %s: %.3f in the table, measured %.3f", d.Field, d.Rule, d.Table, d.Measured)
}

// Drifts gives the rules with at least support facts whose confidence is off by more than tolerance.
func (r *Result) Drifts(table *extract.Confidences, support int, tolerance float64) []Drift {
	var out []Drift
	for _, l := range r.Calibrate() {
		if l.Support < support {
			continue
		}
		have, _ := table.Best(l.Field, []string{l.Rule})
		if d := have - l.Value; d > tolerance || d < -tolerance {
			out = append(out, Drift{l.Field, l.Rule, have, l.Value})
		}
	}
	slices.SortFunc(out, func(a, b Drift) int { return strings.Compare(a.String(), b.String()) })
	return out
}
