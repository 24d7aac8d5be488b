package graph

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Tomás Řehoř":      "tomas rehor",
		"Node.js":          "node js",
		"C++ & C#":         "c++ c#",
		"Søren's  Æther":   "sorens aether",
		"ЩЕРБАКОВА":        "щербакова",
		"日本データ":            "日本テータ", // voicing marks count as accents on both sides
		"!?":               "",
		"  PlanetScale™  ": "planetscale",
	} {
		if got := fold(name); got != want {
			t.Errorf("fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestSearchText(t *testing.T) {
	got := searchText("Planet Scale", []string{"PlanetScale", "PS", "ps"})
	if want := "\n planet scale\n planetscale\n ps\n"; got != want {
		t.Errorf("searchText = %q, want %q", got, want)
	}
	for q, want := range map[string]bool{" planet": true, " sca": true, " planetsc": true, "\n ps\n": true, " cale": false} {
		if strings.Contains(got, q) != want {
			t.Errorf("%q in %q: want %v", q, got, want)
		}
	}
}
