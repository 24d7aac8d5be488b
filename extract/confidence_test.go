package extract

import (
	"strings"
	"testing"
)

func TestConfidences(t *testing.T) {
	c, err := ReadConfidences(strings.NewReader("# remark\n\ncompanies\t*\t0.8\t9\ncompanies\tlisted\t0.9\t5\ncompanies\tslot\t0.7\t3\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		field string
		rules string
		value float64
		rule  string
	}{
		{"companies", "slot", 0.7, "slot"},
		{"companies", "slot listed", 0.9, "listed"},
		{"companies", "slot new", 0.8, "new"},
		{"people", "listed", unmeasured, "listed"},
	} {
		if value, rule := c.Best(tt.field, strings.Fields(tt.rules)); value != tt.value || rule != tt.rule {
			t.Errorf("%s by %s: %v by %s, want %v by %s", tt.field, tt.rules, value, rule, tt.value, tt.rule)
		}
	}
}

func TestReadConfidencesTellsLines(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\t0.5":              "line 1: 3 columns",
		"# x\na\tb\t1.5\t2":      `line 2: confidence "1.5"`,
		"a\tb\tNaN\t2":           `line 1: confidence "NaN"`,
		"a\tb\t0.5\tmany":        `line 1: support "many"`,
		"a\tb\t0.5\t1\na\tb\t\t": "line 2: confidence",
	} {
		if _, err := ReadConfidences(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
	if _, err := DefaultConfidences(); err != nil {
		t.Error(err)
	}
}
