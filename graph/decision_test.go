package graph

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDecisions(t *testing.T) {
	ds, err := ParseDecisions("d", strings.NewReader(`
# Reviewed each month.
merge person sugu-s into sugu-sougoumarane   # one handle on GitHub, 2026-11-02, ab
split person david-brown in episode row-7 as "David \"Dave\" Brown # 2"

rename company tigris-data "Tigris"
hide person jane-doe#on request
drop person jane-roe worked-at acme in show night-deploys
drop company acme sponsored
drop technology rill mentioned in episode row-1
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Decision{
		{Verb: Merge, Kind: KindPerson, ID: "sugu-s", Into: "sugu-sougoumarane", Reason: "one handle on GitHub, 2026-11-02, ab", Line: 3},
		{Verb: Split, Kind: KindPerson, ID: "david-brown", In: Scope{KindEpisode, "row-7"}, Name: `David "Dave" Brown # 2`, Line: 4},
		{Verb: Rename, Kind: KindCompany, ID: "tigris-data", Name: "Tigris", Line: 6},
		{Verb: Hide, Kind: KindPerson, ID: "jane-doe", Reason: "on request", Line: 7},
		{Verb: Drop, Kind: KindPerson, ID: "jane-roe", Says: "worked-at", Of: "acme", In: Scope{KindShow, "night-deploys"}, Line: 8},
		{Verb: Drop, Kind: KindCompany, ID: "acme", Says: "sponsored", Line: 9},
		{Verb: Drop, Kind: KindTechnology, ID: "rill", Says: "mentioned", In: Scope{KindEpisode, "row-1"}, Line: 10},
	}
	if diff := cmp.Diff(want, ds.List(), cmp.AllowUnexported(Decision{})); diff != "" {
		t.Error(diff)
	}
}

func TestParseDecisionsMistakes(t *testing.T) {
	for lines, want := range map[string]string{
		"join person a into b":                                                 `d:1: unknown decision "join": write merge,`,
		"merge people a into b":                                                `"people" is no kind`,
		"merge person \"Sugu S\" into b":                                       `"Sugu S" is no id: write it as in the page's address, perhaps sugu-s`,
		"merge person a b":                                                     `"b" where "into" stands`,
		"merge person a into":                                                  "the line ends early",
		"hide person a, please":                                                "no id",
		"hide person a please":                                                 `"please" is more than hide takes: put reasons behind a #`,
		"rename person a Anna":                                                 `a name stands in quotes: "Anna"`,
		`rename person a "Anna`:                                                "lacks its closing",
		`rename person a ""`:                                                   "empty",
		`split person a as "B"`:                                                `"as" where "in" stands`,
		`split person a in chapter x as "B"`:                                   `"chapter" where show or episode stands`,
		`split person a in show "Night Deploys" as "B"`:                        "perhaps night-deploys",
		"drop person a likes b":                                                `"likes" is no statement`,
		"drop company a worked-at b":                                           "worked-at is said of a person, not of a company",
		"drop person a mentioned":                                              "to take a out everywhere, write hide person a",
		"hide person a\n\nhide person a":                                       "d:3: the same as line 1",
		"rename person a \"X\"\nrename person a \"Y\"":                         "d:2: line 1 already decides that",
		"merge person a into b\nmerge person a into c":                         "d:2: line 1 already decides that",
		"merge person a into a":                                                "merged into itself",
		"merge person a into b\nmerge person b into a":                         "d:1: the merges go round in a circle, by line 2",
		"merge person a into b\nhide person b":                                 "d:1: line 2 hides b: write hide person a",
		"rename person a \"X\"\nmerge person a into b":                         "d:1: line 2 merges a into b: decide on b instead",
		`split person a in show s as "A"`:                                      "has the id a itself",
		"split person a in show s as \"B\"\nsplit person a in show s as \"C\"": "d:2: line 1 splits the same off",
		"hide person a\x00":                                                    "control character",
	} {
		_, err := ParseDecisions("d", strings.NewReader(lines))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "d:") {
			t.Errorf("%q: err = %v, want %s", lines, err, want)
		}
	}
	// What stands beside each other without conflict.
	for _, lines := range []string{
		"merge person a into b\nmerge person b into c\nmerge person d into b\nhide company b",
		"split person a in show s as \"B\"\nsplit person a in episode e as \"C\"\nhide person a",
	} {
		if _, err := ParseDecisions("d", strings.NewReader(lines)); err != nil {
			t.Errorf("%q: %v", lines, err)
		}
	}
}

func TestEntityDecided(t *testing.T) {
	ds, err := ParseDecisions("d", strings.NewReader(`
split person a in show s as "S"
split person a in episode e as "E"
merge person e into b
merge person b into c
rename person c "See"
hide person a
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		episode, show, id string
		want              verdict
	}{
		{"e", "s", "a", verdict{key: key{labelPerson, "c"}, name: "See", former: []string{"a", "e", "b"}}},
		{"f", "s", "a", verdict{key: key{labelPerson, "s"}, name: "S", former: []string{"a"}}},
		{"f", "t", "a", verdict{key: key{labelPerson, "a"}, hidden: true}},
		{"f", "s", "c", verdict{key: key{labelPerson, "c"}, name: "See"}},
		{"f", "s", "x", verdict{key: key{labelPerson, "x"}}},
	} {
		r := &ruling{Decisions: ds, episode: c.episode, show: c.show}
		if diff := cmp.Diff(c.want, r.entity(key{labelPerson, c.id}), cmp.AllowUnexported(verdict{}, key{})); diff != "" {
			t.Errorf("%s in %s of %s: %s", c.id, c.episode, c.show, diff)
		}
	}
}

// FuzzDecision: what parses is printed so that it parses to the same.
func FuzzDecision(f *testing.F) {
	for _, line := range []string{
		"merge person a into b # why", `split person a in episode "x y" as "B"`, `rename company c "D \"e\""`, "hide person é",
		"drop person a worked-at b in show s", "drop technology t mentioned in episode e", "# only", `hide person "`,
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		d, err := parseDecision(line)
		if err != nil || d.Verb == "" {
			return
		}
		again, err := parseDecision(d.String())
		if err != nil {
			t.Fatalf("%q is printed as %q: %v", line, d.String(), err)
		}
		if diff := cmp.Diff(d, again, cmp.AllowUnexported(Decision{})); diff != "" {
			t.Errorf("%q is printed as %q: %s", line, d.String(), diff)
		}
	})
}
