package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
)

// TestRules pins what single turns of phrase tell. A fact is "person|company|roles|status" or "person>technology".
func TestRules(t *testing.T) {
	const guest = "Ada talks with Bo Sample, CEO of Heapworks, about trees on disk.\n\nFollow Ada:\nTwitter: https://twitter.com/ada\n"
	tests := map[string]struct {
		title, text string
		want        []string
	}{
		"a former employer no list holds": {text: "Ada talks with Bo Sample, CEO of Heapworks and former Pagely engineer, about trees on disk.",
			want: []string{"Bo Sample|Heapworks|ceo|current", "Bo Sample|Pagely|engineer|former"}},
		"a chapter looks at a company": {text: guest + "\nChapters:\n00:00 - Hello\n10:00 - Looking at Crunchy Data and Citus\n",
			want: []string{"Bo Sample|Heapworks|ceo|current"}},
		"who created a product works elsewhere": {text: "This week we have Bo Sample, the creator of Docker and co-founder of Heapworks.",
			want: []string{"Bo Sample>Docker", "Bo Sample|Heapworks|co-founder|current"}},
		"the boss may still be there, the speaker is not": {text: "Bo Sample, my former boss at PlanetScale, talks to me about tables.\n\nFollow Bo:\nTwitter: https://twitter.com/bosample\n\nFollow Ada:\nWebsite: https://adalovelace.dev\nTwitter: https://twitter.com/ada-lovelace\n\nChapters:\n00:00 - Hello\n03:00 - MySQL at PlanetScale\n",
			want: []string{"Ada Lovelace|PlanetScale||former", "Bo Sample|PlanetScale||unknown"}},
		"a founder who works elsewhere": {text: "Bo Sample, co-founder of PlanetScale, joins us. Bo is an engineer at Supabase.",
			want: []string{"Bo Sample|PlanetScale|co-founder|unknown", "Bo Sample|Supabase|engineer|current"}},
		"an editor may be a program": {text: "We talk to Bo Sample about his years on the Atom editor at GitHub.",
			want: []string{"Bo Sample|GitHub||former"}},
		"a first job is over": {text: "We talk to Bo Sample, a senior engineer at Turso, about his first job at Unlock Labs.",
			want: []string{"Bo Sample|Turso|senior engineer|current", "Bo Sample|Unlock Labs||former"}},
		"an extension for a language is not the language": {text: "We talk to Bo Sample, creator of the Python extension for Emacs.", want: nil},
		"a title tells what the guest built": {title: "Heapster Is a Monitor for Trees", text: "In this episode, Bo Sample talks about building a monitoring tool with Go.",
			want: []string{"Bo Sample>Heapster"}},
	}
	x := extract.New()
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ep := extract.Episode{ID: "a", Title: tt.title, Text: tt.text}
			f := x.Extract(ep)
			checkQuotes(t, &ep, f)
			var got []string
			for _, a := range f.Affiliations {
				got = append(got, fmt.Sprintf("%s|%s|%s|%s", a.Person, a.Company, strings.Join(a.Roles, ","), a.Status))
			}
			for _, c := range f.Creations {
				got = append(got, c.Person+">"+c.Technology)
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestNearQuote asks for the span from person to company, not the whole sentence.
func TestNearQuote(t *testing.T) {
	f := extract.New().Extract(extract.Episode{ID: "a", Text: "Today Ada talks with Bo Sample, co-founder and CEO of Heapworks, about trees on disk."})
	if len(f.Affiliations) != 1 {
		t.Fatalf("affiliations: %+v", f.Affiliations)
	}
	if got, want := f.Affiliations[0].Evidence[0].Quote, "Bo Sample, co-founder and CEO of Heapworks"; got != want {
		t.Errorf("quote %q, want %q", got, want)
	}
}
