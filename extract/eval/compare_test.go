package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	judged := func(id string, v *Verdicts) Judged { return Judged{id, "S", map[string]*Verdicts{People: v}} }
	report := func(value float64, list ...Judged) *Report {
		return &Report{Fields: map[string]Figure{People: {Value: value}}, Judged: list}
	}
	before := report(0.5, judged("a", &Verdicts{Right: []string{"ann"}, Wrong: []string{"acme"}}), judged("b", &Verdicts{Missing: []string{"bob"}}), judged("gone", &Verdicts{Right: []string{"x"}}))
	now := report(0.75, judged("a", &Verdicts{Missing: []string{"ann"}, Wrong: []string{"tuesday"}}), judged("b", &Verdicts{Right: []string{"bob"}}), judged("new", &Verdicts{}))
	c := now.Compare(before)
	if c.Episodes != 2 || c.Fields[People].Delta != 0.25 || c.Fields[People].Low >= 0 || c.Fields[People].High <= 0 || c.Fields[People].Sure {
		t.Errorf("%d episodes, people %+v", c.Episodes, c.Fields[People])
	}
	if diff := cmp.Diff([]Item{{People, "no longer wrong", "a", "acme"}, {People, "found", "b", "bob"}}, c.Better); diff != "" {
		t.Errorf("better (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Item{{People, "no longer found", "a", "ann"}, {People, "wrong now", "a", "tuesday"}}, c.Worse); diff != "" {
		t.Errorf("worse (-want +got):\n%s", diff)
	}
	if same := now.Compare(now); len(same.Better)+len(same.Worse) > 0 || same.Fields[People].Delta != 0 || same.Fields[People].Sure {
		t.Errorf("the same report differs from itself: %+v", same)
	}
	if old := now.Compare(report(0.5)); old.Episodes != 0 || old.Fields[People].Delta != 0.25 {
		t.Errorf("with a report that has no items: %+v", old)
	}
}
