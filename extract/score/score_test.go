package score

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guestgraph/extract"
	"guestgraph/extract/feed"
)

const shared = "../../../shared"

func open(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("%s is absent", name)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func labels(t *testing.T, name string) ([]Gold, Aliases) {
	t.Helper()
	gold, err := Read(open(t, name))
	if err != nil {
		t.Fatal(err)
	}
	aliases, err := ReadAliases(open(t, "gold/aliases.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	return gold, aliases
}

func check(t *testing.T, r *Report, floors map[string]float64) {
	t.Helper()
	for _, field := range Fields {
		c := r.Counts[field]
		t.Logf("%-13s P %.3f R %.3f F1 %.3f  %d/%d/%d", field, c.Precision(), c.Recall(), c.F1(), c.TP, c.FP, c.FN)
		if c.F1() < floors[field] {
			t.Errorf("%s: F1 %.3f is below its floor %.3f", field, c.F1(), floors[field])
		}
	}
	t.Logf("status %d/%d, roles %d/%d", r.StatusRight, r.StatusN, r.RolesRight, r.RolesN)
}

// Floors are what the extractor reached, less a margin; a change that falls below one loses more than it gains.
func TestSeedFloors(t *testing.T) {
	gold, aliases := labels(t, "gold/seed.gold.jsonl")
	text, err := os.ReadFile(filepath.Join(shared, "seed/database-school.txt"))
	if err != nil {
		t.Skip("seed is absent")
	}
	facts := extract.New().ExtractAll(feed.SplitText(string(text)))
	check(t, Measure(gold, facts, aliases), map[string]float64{"hosts": 0.99, "guests": 0.99, "people": 0.99, "companies": 0.95,
		"technologies": 0.95, "affiliations": 0.97, "creations": 0.97, "sponsors": 0.97})
}

func TestDevFloors(t *testing.T) {
	gold, aliases := labels(t, "gold/dev.gold.jsonl")
	byID := map[string]extract.Episode{}
	sc := bufio.NewScanner(open(t, "gold/dev.jsonl"))
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var e struct{ ID, Show, Title, Text string }
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		byID[e.ID] = extract.Episode{ID: e.ID, Show: e.Show, Title: e.Title, Text: e.Text}
	}
	eps := make([]extract.Episode, len(gold))
	for i := range gold {
		eps[i] = byID[gold[i].ID]
	}
	check(t, Measure(gold, extract.New().ExtractAll(eps), aliases), map[string]float64{"hosts": 0.98, "guests": 0.97, "people": 0.96,
		"companies": 0.895, "technologies": 0.89, "affiliations": 0.895, "creations": 0.79, "sponsors": 0.97})
}

func TestMeasure(t *testing.T) {
	gold, err := Read(strings.NewReader(`{"id":"a","hosts":["Ann Lee"],"guests":["The Bob Ray"],"persons":["Ann Lee","Bob Ray"],"companies":["Meta"],"technologies":["Go"],"technologies_ok":["C"],` +
		`"affiliations":[{"person":"Bob Ray","company":"Meta","roles":["Co-founder and CTO"],"status":"former"}],"created":[["Bob Ray","Go"]]}`))
	if err != nil {
		t.Fatal(err)
	}
	aliases, err := ReadAliases(strings.NewReader("// comment\nFacebook\tMeta\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := func(names ...string) (out []extract.Mention) {
		for _, n := range names {
			out = append(out, extract.Mention{Name: n})
		}
		return out
	}
	r := Measure(gold, []*extract.Facts{{Hosts: m("ann lee"), Guests: m("Bob Ray"), People: m("Ann Lee", "Cy Dow"), Companies: m("Facebook"), Technologies: m("Go", "C", "D"),
		Affiliations: []extract.Affiliation{{Person: "Bob Ray", Company: "Meta", Roles: []string{"founder", "chief technology officer"}, Status: extract.Current}}}}, aliases)
	for field, want := range map[string]Count{"hosts": {1, 0, 0}, "guests": {1, 0, 0}, "people": {1, 1, 1}, "companies": {1, 0, 0},
		"technologies": {1, 1, 0}, "affiliations": {1, 0, 0}, "creations": {0, 0, 1}} {
		if got := r.Counts[field]; got != want {
			t.Errorf("%s: %+v, want %+v", field, got, want)
		}
	}
	if r.StatusRight != 0 || r.StatusN != 1 || r.RolesRight != 1 || r.RolesN != 1 {
		t.Errorf("status %d/%d, roles %d/%d; want 0/1, 1/1", r.StatusRight, r.StatusN, r.RolesRight, r.RolesN)
	}
}
