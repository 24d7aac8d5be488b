package eval

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

// judgements makes n facts of some rules, of which right are right.
func judgements(show string, n, right int, rules ...string) (out []judgement) {
	for i := range n {
		out = append(out, judgement{show: show, rules: rules, right: i < right})
	}
	return out
}

func TestCalibrate(t *testing.T) {
	r := &Result{judgements: map[string][]judgement{People: append(append(append(
		judgements("A", 40, 40, "sure"), judgements("A", 10, 5, "shaky")...), judgements("B", 10, 10, "shaky", "sure")...), judgements("B", 1, 1, "rare")...)}}
	table := extract.NewConfidences(r.Calibrate())
	// What both rules found counts for the surer one alone.
	if l, _ := table.Line(People, "sure"); l.Support != 50 || l.Value < 0.97 {
		t.Errorf("sure: %+v", l)
	}
	if l, _ := table.Line(People, "shaky"); l.Support != 10 || l.Value < 0.5 || l.Value > 0.65 {
		t.Errorf("shaky: %+v", l)
	}
	if l, _ := table.Line(People, "rare"); l.Support != 1 || l.Value > 0.9 {
		t.Errorf("one fact made a rule sure: %+v", l)
	}
	for _, j := range r.crossChecked(People) {
		if j.show == "B" && len(j.rules) == 1 && j.confidence > 0.85 {
			t.Errorf("show A does not know the rule, yet gives it %v", j.confidence)
		}
	}
	if drifts := r.Drifts(table, 1, 0.001); len(drifts) > 0 {
		t.Errorf("drifts from itself: %v", drifts)
	}
	old := extract.NewConfidences([]extract.Confidence{{Field: People, Rule: "sure", Value: 0.5, Support: 9}})
	if drifts := r.Drifts(old, 20, 0.1); len(drifts) != 2 || drifts[1].Rule != "sure" {
		t.Errorf("drifts: %v", drifts)
	}
}

func TestWriteConfidences(t *testing.T) {
	measured := []extract.Confidence{{Field: People, Rule: "speaker", Value: 0.75, Support: 3}}
	assumed := []extract.Confidence{{Field: People, Rule: "speaker", Value: 0.9}, {Field: "makers", Rule: "made-by", Value: 0.9}}
	var b bytes.Buffer
	if err := WriteConfidences(&b, measured, assumed); err != nil {
		t.Fatal(err)
	}
	table, err := extract.ReadConfidences(&b)
	if err != nil {
		t.Fatal(err)
	}
	if l, _ := table.Line(People, "speaker"); l != measured[0] {
		t.Errorf("an assumed line replaced a measured one: %+v", l)
	}
	if diff := cmp.Diff(assumed[1:], table.Assumed()); diff != "" {
		t.Errorf("assumed (-want +got):\n%s", diff)
	}
}
