package graph

import (
	"strings"
	"testing"
)

func TestPassage(t *testing.T) {
	long := strings.Repeat("Nothing of note happens here. ", 20) + "Then Maya joined Pinyon as an engineer. " + strings.Repeat("And so on it goes. ", 20)
	wordy := strings.Repeat("word ", 200) + "Maya " + strings.Repeat("word ", 200)
	for _, c := range []struct{ name, text, quote, want string }{
		{"line", "Intro\n 12:30 Why Volant grew \nEnd", "Volant", "12:30 Why Volant grew"},
		{"paragraph of HTML", "<p>One.</p><p>Two <b>Maya</b> three.</p>", "Maya", "Two <b>Maya</b> three."},
		{"line break of HTML", "One<br/>Maya two<br>three", "Maya", "Maya two"},
		{"sentence of a long line", long, "joined Pinyon", "Then Maya joined Pinyon as an engineer."},
		{"quote over two lines", "One\nMaya\nLind\nTwo", "Maya\nLind", "Maya\nLind"},
		{"whole text", "Maya", "Maya", "Maya"},
		{"empty quote", "Maya", "", "Maya"},
	} {
		start := strings.Index(c.text, c.quote)
		if got := passage(c.text, start, start+len(c.quote)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	start := strings.Index(wordy, "Maya")
	if got := passage(wordy, start, start+4); len(got) > maxPassage || !strings.HasPrefix(got, "word ") || !strings.HasSuffix(got, " word") {
		t.Errorf("a line of many words: %q", got)
	}
	for _, bad := range [][2]int{{-1, 2}, {3, 2}, {0, 99}} {
		if got := passage("Maya", bad[0], bad[1]); got != "" {
			t.Errorf("passage at %v = %q", bad, got)
		}
	}
}

func FuzzPassage(f *testing.F) {
	f.Add("One. Two <p>three</p>\nfour", 5, 8)
	f.Add(strings.Repeat("x", 1000), 500, 501)
	f.Add(strings.Repeat("é ", 400), 400, 402)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		got := passage(text, start, end)
		if start < 0 || end > len(text) || start > end {
			return
		}
		if !strings.Contains(got, text[start:end]) || len(got) > max(maxPassage, end-start) {
			t.Errorf("passage of %d:%d has %d bytes: %q", start, end, len(got), got)
		}
	})
}

func TestLead(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"\n Short line \nmore", "Short line"},
		{"One two three four five six", "One two three…"},
		{strings.Repeat("é", 30), strings.Repeat("é", 16) + "…"},
		{"", ""},
	} {
		if got := lead(c.text, 16); got != c.want {
			t.Errorf("lead(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
