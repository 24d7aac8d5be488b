package web

import (
	"fmt"
	"strings"
	"testing"

	"guestgraph/graph"
)

// sketch writes a description so that a test can read it: [marked], <link:text>, #anchor.
func sketch(d description) string {
	var b strings.Builder
	for _, r := range d.Runs {
		if r.Fact {
			b.WriteString("[")
		}
		for _, sp := range r.Spans {
			if sp.ID != "" {
				b.WriteString("#" + sp.ID + " ")
			}
			if sp.Href != "" {
				fmt.Fprintf(&b, "<%s:%s>", sp.Href, sp.Text)
			} else {
				b.WriteString(sp.Text)
			}
		}
		if r.Fact {
			b.WriteString("]")
		}
	}
	return b.String()
}

func quote(text, q string) graph.Statement {
	at := strings.Index(text, q)
	return graph.Statement{Quote: q, Start: at, End: at + len(q)}
}

func TestDescribe(t *testing.T) {
	tests := []struct {
		name, text string
		facts      []string
		named      map[string]graph.Ref
		want       string
	}{
		{name: "empty", text: "", want: ""},
		{name: "plain", text: "a & b\n\nc", want: "a & b\n\nc"},
		{name: "fact and name", text: "Ann, CEO of Acme, spoke.", facts: []string{"Ann, CEO of Acme"}, named: map[string]graph.Ref{"Acme": harbor},
			want: "[#b0 Ann, CEO of #b12 </company/harbor-grid:Acme>], spoke."},
		{name: "overlapping facts", text: "one two three four", facts: []string{"one two", "two three"}, want: "[#b0 one #b4 two three] four"},
		{name: "name half in a fact", text: "Ann Lee spoke", facts: []string{"Ann"}, named: map[string]graph.Ref{"Ann Lee": maren}, want: "[#b0 </person/maren-oskarsson:Ann>]</person/maren-oskarsson: Lee> spoke"},
		{name: "longest name wins", text: "Amazon S3 rocks", named: map[string]graph.Ref{"Amazon S3": kelp, "S3": sqlite}, want: "#b0 </technology/kelpdb:Amazon >#b7 </technology/kelpdb:S3> rocks"},
		{name: "address", text: "See (https://a.example/b?c=1&d=2), now.", want: "See (<https://a.example/b?c=1&d=2:https://a.example/b?c=1&d=2>), now."},
		{name: "bad address", text: "javascript:alert(1) http:// x", want: "javascript:alert(1) http:// x"},
		{name: "markup", text: "<p>Ann &amp; <b>Bob</b></p><ul><li>x</li></ul><p>See <a href=\"https://a.example/\">this</a> <a href='javascript:x'>that</a></p>", facts: []string{"Ann &amp;"},
			want: "[#b3 Ann &] Bob\n• x\n\nSee <https://a.example/:this> that"},
		{name: "list with white space", text: "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n<p>\nc<br>d</p>", want: "• a\n• b\n\nc\nd"},
		{name: "hidden parts", text: "<p>a</p><script>alert('<p>')</script><style>p{}</style>b", want: "a\n\nb"},
		{name: "less than is no markup", text: "a < b and c > d <3", want: "a < b and c > d <3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var facts []graph.Statement
			for _, q := range tt.facts {
				facts = append(facts, quote(tt.text, q))
			}
			var named []graph.Mentioned
			for q, ref := range tt.named {
				named = append(named, graph.Mentioned{Entity: ref, Said: []graph.Statement{quote(tt.text, q)}})
			}
			if got := sketch(describe(tt.text, facts, named)); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestDescribeIgnoresWhatDoesNotQuote(t *testing.T) {
	text := "Ann works at Acme"
	for _, st := range []graph.Statement{
		{Quote: "Bob", Start: 0, End: 3},
		{Quote: "Ann", Start: 0, End: 3, In: "title"},
		{Quote: "", Start: 3, End: 3},
		{Quote: "x", Start: -1, End: 0},
		{Quote: "Acme!", Start: 13, End: 18},
	} {
		if got := sketch(describe(text, []graph.Statement{st}, nil)); got != text {
			t.Errorf("%+v: %q", st, got)
		}
	}
}

func TestDescribeCutsLongText(t *testing.T) {
	d := describe(strings.Repeat("ä", maxDescription), nil, nil)
	shown := 0
	for _, r := range d.Runs {
		for _, sp := range r.Spans {
			shown += len(sp.Text)
		}
	}
	if shown != maxDescription || d.More != maxDescription {
		t.Errorf("%d bytes shown, %d more", shown, d.More)
	}
}

// What is shown of a plain description is the description, whatever the evidence says.
func FuzzDescribe(f *testing.F) {
	f.Add("Ann, CEO of Acme: https://acme.example", 0, 3, 12, 16)
	f.Add("<p>Ann &amp; Bob</p>", 3, 6, 9, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		slice := func(from, to int) graph.Statement {
			st := graph.Statement{Start: from, End: to}
			if from >= 0 && from <= to && to <= len(text) {
				st.Quote = text[from:to]
			}
			return st
		}
		got := describe(text, []graph.Statement{slice(a, b), slice(c, d)}, []graph.Mentioned{{Entity: maren, Said: []graph.Statement{slice(a, d)}}})
		var shown strings.Builder
		for _, r := range got.Runs {
			for _, sp := range r.Spans {
				shown.WriteString(sp.Text)
				if sp.Href != "" && sp.Kind == "" && outgoing(sp.Href) == "" {
					t.Errorf("link to %q", sp.Href)
				}
			}
		}
		if !looksHTML.MatchString(text) && len(text) <= maxDescription && shown.String() != text {
			t.Errorf("shown %q, want %q", shown.String(), text)
		}
	})
}

func TestEvidence(t *testing.T) {
	long := strings.Repeat("word ", 1000)
	tests := []struct {
		name string
		in   graph.Statement
		want string
	}{
		{"in its sentence", graph.Statement{Quote: "CEO", Context: "The CEO spoke"}, "The |CEO| spoke"},
		{"context without the quote", graph.Statement{Quote: "CEO", Context: "other"}, "|CEO|"},
		{"whole words first", graph.Statement{Quote: "Go", Context: "Google, Golang, Go."}, "Google, Golang, |Go|."},
		{"part of a word", graph.Statement{Quote: "ä", Context: "xäy"}, "x|ä|y"},
		{"no context", graph.Statement{Quote: "CEO"}, "|CEO|"},
	}
	for _, tt := range tests {
		e := newEvidence(tt.in)
		if got := e.Before + "|" + e.Quote + "|" + e.After; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	e := newEvidence(graph.Statement{Quote: "CEO", Context: long + "CEO" + long})
	if len(e.Before) > 300 || len(e.After) > 300 || !strings.HasPrefix(e.Before, "…") || !strings.HasSuffix(e.After, "…") {
		t.Errorf("long context: %q %q", e.Before, e.After)
	}
}

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		clock(0): "0:00", clock(754.9): "12:34", clock(3723): "1:02:03", clock(-1): "0:00",
		number(0): "0", number(999): "999", number(1000): "1,000", number(-1234567): "-1,234,567",
		day("2025-11-06T23:30:00-08:00"): "6 Nov 2025", day("2025-11-06"): "6 Nov 2025", day("soon"): "",
		count(1, "company"): "1 company", count(2, "company"): "2 companies", count(2, "person"): "2 people", count(0, "row"): "0 rows",
		roleText(nil): "", roleText([]string{"co-founder", "vp of engineering", "ceo"}): "co-founder, VP of engineering and CEO",
		shorten("äöü", 3): "äöü", shorten("one two three", 9): "one two…", shortenLeft("one two three", 6): "…three",
		string(dropControls([]byte("a\u202eb\u2069c\u200fd\u20ac"))): "abc\u200fd\u20ac",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func BenchmarkDescribe(b *testing.B) {
	page := fakeEpisodes()[epKelp.ID]
	facts, named := factsOf(page), mentionsOf(page)
	b.ReportAllocs()
	for b.Loop() {
		describe(page.Text, facts, named)
	}
}

func BenchmarkEpisodePage(b *testing.B) {
	s := newSite(b, newFake())
	b.ReportAllocs()
	for b.Loop() {
		if _, body := get(b, s, "/episode/deep-water-41"); len(body) == 0 {
			b.Fatal("empty page")
		}
	}
}
