package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"guestgraph/extract"
	"guestgraph/extract/eval"
)

func TestLearn(t *testing.T) {
	var examples []example
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		examples = append(examples,
			example{episode: "1", name: name, features: []string{"any", "prev by"}, person: true, weight: 1},
			example{episode: "2", name: name, features: []string{"any", "prev using"}, weight: 1},
			example{episode: "3", name: name, features: []string{"any", "only " + name}, person: true, weight: 1})
	}
	weights := learn(examples)
	by := map[string]float64{}
	for _, w := range weights {
		by[w.Feature] = w.Value
	}
	if by["prev by"] <= 0 || by["prev using"] >= 0 || by["only a"] != 0 {
		t.Errorf("weights %v", weights)
	}
	slices.Reverse(examples)
	if again := learn(examples); !slices.Equal(again, weights) {
		t.Errorf("in another order: %v, want %v", again, weights)
	}
}

func TestOthers(t *testing.T) {
	list := []example{{show: "A", name: "1"}, {show: "B", name: "2"}, {show: "A", name: "3"}}
	if got := others(list, "A"); len(got) != 1 || got[0].name != "2" {
		t.Errorf("got %v", got)
	}
}

// TestScorerGains holds what the scorer is there for: on shows left out, people are found no worse with it, and what it
// adds is mostly right.
func TestScorerGains(t *testing.T) {
	gold := filepath.Join("..", "..", "..", "shared", "gold")
	if _, err := os.Stat(gold); err != nil {
		t.Skipf("%s is absent", gold)
	}
	set, err := readSet(filepath.Join(gold, "dev.gold.jsonl"), filepath.Join(gold, "dev.jsonl"), filepath.Join(gold, "aliases.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	examples, err := examplesOf([]labelled{set})
	if err != nil {
		t.Fatal(err)
	}
	scorers := leaveShowsOut(examples)
	f1 := func(scorer func(string) *extract.NameScorer) float64 {
		return set.figures(scorer, nil)[eval.People].Count.F1()
	}
	alone, with := f1(rulesAlone), f1(scorers)
	if with < alone {
		t.Errorf("F1 of people on shows left out: %.4f with the scorer, %.4f without; run make names", with, alone)
	}
	a, b := writeWeights(t, examples), writeWeights(t, examples)
	if !bytes.Equal(a, b) {
		t.Error("the same examples gave two files")
	}
}

func writeWeights(t *testing.T, examples []example) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := extract.WriteNameWeights(&b, remarks, learn(examples)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
