package store

import (
	"slices"
	"strings"
	"testing"
)

func TestAnalyzers(t *testing.T) {
	tests := []struct{ analyzer, text, want string }{
		{defaultAnalyzer, "The Quick-brown fox's 2.5 e-mails, 1,000 times!", "the|quick|brown|fox's|2.5|e|mails|1,000|times"},
		{defaultAnalyzer, "example.com U.S.A. a_b _ __ 3g x.1", "example.com|u.s.a|a_b|3g|x|1"},
		{defaultAnalyzer, "Søren 東京 naïve 日本語ab", "søren|東|京|naïve|日|本|語|ab"},
		{defaultAnalyzer, "", ""},
		{"standard", "The fox and a dog", "|fox|||dog"},
		{"standard-folding", "Čapek Déjà", "capek|deja"},
		{"simple", "Route66 to LA", "route|to|la"},
		{"whitespace", "A b-C", "A|b-C"},
		{"keyword", "A b", "A b"},
	}
	for _, test := range tests {
		a, ok := findAnalyzer(test.analyzer)
		if !ok {
			t.Fatalf("no analyzer %s", test.analyzer)
		}
		if got := strings.Join(a.Terms(test.text), "|"); got != test.want {
			t.Errorf("%s(%q) = %s, want %s", test.analyzer, test.text, got, test.want)
		}
	}
	if !slices.IsSortedFunc(Analyzers(), func(a, b Analyzer) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("analyzers are not in order")
	}
}
