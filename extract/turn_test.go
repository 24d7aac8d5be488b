package extract_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
)

// TestTurns reads testdata/turns.txt: what each turn of phrase must tell, and look-alikes that must tell nothing.
func TestTurns(t *testing.T) {
	raw, err := os.ReadFile("testdata/turns.txt")
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New()
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		tu := parseTurn(block)
		if tu.text == "" {
			continue
		}
		name, _, _ := strings.Cut(tu.title+" "+tu.text, "\n")
		t.Run(strings.TrimSpace(name), func(t *testing.T) {
			ep := extract.Episode{ID: "a", Title: tu.title, Text: tu.text}
			f := x.Extract(ep)
			checkQuotes(t, &ep, f)
			if got := factsOf(f); !slices.Equal(got, tu.facts) {
				t.Errorf("got  %q\nwant %q", got, tu.facts)
			}
			for list, want := range tu.lists {
				if got := names(f, list); got != want {
					t.Errorf("%s: got %q, want %q", list, got, want)
				}
			}
		})
	}
}

// A turn is one block of the file: an episode and what it tells.
type turn struct {
	title, text string
	facts       []string
	lists       map[string]string
}

func parseTurn(block string) turn {
	tu := turn{lists: map[string]string{}}
	var text []string
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		head, rest, _ := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= ") || strings.HasPrefix(line, "> "):
			fields := strings.Split(line[2:], "|")
			for i := range fields {
				fields[i] = strings.TrimSpace(fields[i])
			}
			tu.facts = append(tu.facts, line[:2]+strings.Join(fields, "|"))
		case head == "title":
			tu.title = strings.TrimSpace(rest)
		case head == "hosts" || head == "guests" || head == "people" || head == "sponsors":
			tu.lists[head] = strings.TrimSpace(rest)
		default:
			text = append(text, strings.ReplaceAll(line, `\n`, "\n"))
		}
	}
	tu.text = strings.Join(text, "\n")
	slices.Sort(tu.facts)
	return tu
}

// factsOf returns the affiliations and creations as the file writes them.
func factsOf(f *extract.Facts) []string {
	var out []string
	for _, a := range f.Affiliations {
		out = append(out, fmt.Sprintf("= %s|%s|%s|%s", a.Person, a.Company, strings.Join(a.Roles, ", "), a.Status))
	}
	for _, c := range f.Creations {
		out = append(out, "> "+c.Person+"|"+c.Technology)
	}
	slices.Sort(out)
	return out
}

func names(f *extract.Facts, list string) string {
	of := map[string][]extract.Mention{"hosts": f.Hosts, "guests": f.Guests, "people": f.People, "sponsors": f.Sponsors}[list]
	var out []string
	for i := range of {
		out = append(out, of[i].Name)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}
