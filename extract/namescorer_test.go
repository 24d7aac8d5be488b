package extract_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
)

func TestReadNameScorer(t *testing.T) {
	scorer, err := extract.ReadNameScorer(strings.NewReader("# a remark\nany\t-1.00\nnext joins\t2.50\nshape Word 2\t0.25\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, because := scorer.Chance([]string{"any", "shape Word 2", "next joins", "next leaves"})
	if p < 0.851 || p > 0.853 { // 1.75 in log odds
		t.Errorf("chance %v", p)
	}
	if len(because) != 3 || because[0].Feature != "next joins" || because[2].Feature != "shape Word 2" {
		t.Errorf("because %v: want the weights there are, the heaviest first", because)
	}
	for damaged, want := range map[string]string{
		"any":             "line 1",
		"any\t1\nnext\tx": "line 2",
		"any\tNaN":        "line 1",
		"any\tInf":        "line 1",
	} {
		if _, err := extract.ReadNameScorer(strings.NewReader(damaged)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one of %s", damaged, err, want)
		}
	}
}

func TestWriteNameWeights(t *testing.T) {
	var b bytes.Buffer
	if err := extract.WriteNameWeights(&b, "one\ntwo\n", []extract.NameWeight{{Feature: "next b", Value: -1}, {Feature: "any", Value: .126}}); err != nil {
		t.Fatal(err)
	}
	if want := "# one\n# two\nany\t0.13\nnext b\t-1.00\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// TestNameScorer reads names that no list holds, with a scorer and without.
func TestNameScorer(t *testing.T) {
	ep := extract.Episode{ID: "1", Title: "Arenas", Text: "It has the style of Vexil Quorra.\n\nMore on arenas: Zanthrop Tool.\n"}
	if got := peopleOf(extract.New().WithNames(nil), ep); len(got) > 0 {
		t.Errorf("without a scorer: %v", got)
	}
	by := extract.NewNameScorer([]extract.NameWeight{{Feature: "any", Value: -2}, {Feature: "prev of", Value: 4}})
	if got := peopleOf(extract.New().WithNames(by), ep); !slices.Equal(got, []string{"Vexil Quorra by learned-name"}) {
		t.Errorf("with one that goes by a word before: %v", got)
	}
	likely := extract.Episode{ID: "2", Title: "Arenas", Text: "Notes: Wendel Quorra."}
	if got := peopleOf(extract.New().WithNames(nil), likely); !slices.Equal(got, []string{"Wendel Quorra by likely-name"}) {
		t.Errorf("a likely name, without a scorer: %v", got)
	}
	none := extract.NewNameScorer([]extract.NameWeight{{Feature: "any", Value: -2}})
	if got := peopleOf(extract.New().WithNames(none), likely); len(got) > 0 {
		t.Errorf("a likely name that the scorer takes back: %v", got)
	}
}

func peopleOf(e *extract.Extractor, ep extract.Episode) []string {
	var out []string
	for _, p := range e.Extract(ep).People {
		out = append(out, p.Name+" by "+p.Rule)
	}
	return out
}

// TestDoubtfulNames holds what training sees: each name once, each feature once, the same every time.
func TestDoubtfulNames(t *testing.T) {
	ep := extract.Episode{ID: "1", Title: "Arenas", Text: "An essay by Vexil Quorra, and one by Vexil Quorra."}
	names := extract.New().DoubtfulNames(ep)
	if len(names) != 1 || names[0].Name != "Vexil Quorra" {
		t.Fatalf("got %v", names)
	}
	for _, want := range []string{"any", "places 2", "prev by", "next ,", "next .", "shape Word 2", "given unknown Word"} {
		if !slices.Contains(names[0].Features, want) {
			t.Errorf("no feature %q in %q", want, names[0].Features)
		}
	}
	sorted := slices.Sorted(slices.Values(names[0].Features))
	if len(slices.Compact(sorted)) != len(names[0].Features) {
		t.Errorf("a feature twice: %q", names[0].Features)
	}
}
