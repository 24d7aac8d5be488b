package eval

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

func mentions(names ...string) (out []extract.Mention) {
	for _, n := range names {
		out = append(out, extract.Mention{Name: n, Confidence: 0.9})
	}
	return out
}

const goldLine = `{"id":"a","show":"S","hosts":["Ann Lee"],"guests":["The Bob Ray"],"persons":["Ann Lee","Bob Ray"],"companies":["Meta","Acme"],"technologies":["Go"],"technologies_ok":["C"],` +
	`"affiliations":[{"person":"Bob Ray","company":"Meta","roles":["Co-founder and CTO"],"status":"former"},{"person":"Ann Lee","company":"Acme","roles":["ceo"],"status":"unknown"}],"created":[["Bob Ray","Go"]],"sponsors":["Sun"]}`

func scored(t *testing.T) *Result {
	t.Helper()
	gold, err := ReadGold(strings.NewReader(goldLine + "\n\n" + `{"id":"b","show":"T","guests":[],"persons":[],"companies":[],"technologies":[]}`))
	if err != nil {
		t.Fatal(err)
	}
	names, err := ReadNames(strings.NewReader("// remark\n\nFacebook\tMeta\n"))
	if err != nil {
		t.Fatal(err)
	}
	return Score(gold, []*extract.Facts{{
		Hosts: mentions("ann  lee"), Guests: mentions("Bob Ray"), People: mentions("Ann Lee", "Cy Dow", "Bob"), Companies: mentions("Facebook", "Go", "Sun"), Technologies: mentions("Go", "C", "Acme"),
		Affiliations: []extract.Affiliation{
			{Person: "Bob Ray", Company: "Meta", Roles: []string{"founder"}, Status: extract.Current},
			{Person: "Ann Lee", Company: "Meta"},
			{Person: "Cy Dow", Company: "Meta"},
		},
	}, nil}, names)
}

func TestScore(t *testing.T) {
	r := scored(t)
	for field, want := range map[string]Count{
		Hosts: {1, 0, 0}, Guests: {1, 0, 0}, People: {1, 2, 1}, Companies: {1, 1, 1}, Technologies: {1, 1, 0}, Affiliations: {1, 2, 1}, Creations: {0, 0, 1}, Sponsors: {0, 0, 1},
		Status: {0, 0, 1}, Roles: {0, 0, 1},
	} {
		if got := r.total(field); got != want {
			t.Errorf("%s: %+v, want %+v", field, got, want)
		}
	}
	want := []Error{
		{Status, WrongStatus, "a", "bobray → facebook: former"},
		{Roles, MissingRole, "a", "bobray → facebook: cofounder, cto"},
		{People, WrongEdge, "a", "bob"},
		{People, Spurious, "a", "cydow"},
		{People, OtherEdge, "a", "bobray"},
		{Companies, WrongType, "a", "go"},
		{Companies, OtherType, "a", "acme"},
		{Technologies, WrongType, "a", "acme"},
		{Affiliations, WrongLink, "a", "annlee → facebook"},
		{Affiliations, WrongName, "a", "cydow → facebook"},
		{Affiliations, MissedName, "a", "annlee → acme"},
		{Creations, MissedName, "a", "bobray → go"},
		{Sponsors, OtherType, "a", "sun"},
	}
	if diff := cmp.Diff(want, r.errors); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if r.missing != 1 {
		t.Errorf("%d episodes missing", r.missing)
	}
}

func TestReport(t *testing.T) {
	report := scored(t).Report()
	if diff := cmp.Diff(report, scored(t).Report()); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
	people := report.Fields[People]
	if people.Precision != 0.3333 || people.Recall != 0.5 || people.Value != 0.4 || people.Low > people.Value || people.High < people.Value {
		t.Errorf("people: %+v", people)
	}
	if len(report.Shows) != 2 || report.Shows[0].Fields[Hosts] != 1 || report.Shows[1].Episodes != 1 {
		t.Errorf("shows: %+v", report.Shows)
	}
	if c := report.Calibration[0]; c.Field != Hosts || len(c.Bins) != 1 || c.Bins[0].From != 0.9 || c.Bins[0].Right != 1 || math.Abs(c.Error-0.1) > 1e-9 {
		t.Errorf("calibration: %+v", c)
	}
	for _, markdown := range []bool{false, true} {
		var b bytes.Buffer
		if err := report.Print(&b, Printing{Errors: 1, Markdown: markdown}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"people", "0.400", "wrong boundary", "… 2 more", "accuracy"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("markdown %v: %q is not in:\n%s", markdown, want, b.String())
			}
		}
	}
}

func TestFloors(t *testing.T) {
	report := scored(t).Report()
	floors, err := ReadFloors(strings.NewReader(`{"people":0.404,"companies":0.9}`))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Fall{{Companies, 0.5, 0.9}}, report.Below(floors)); diff != "" {
		t.Errorf("falls (-want +got):\n%s", diff)
	}
	if raised := report.Raise(floors); raised[People] != 0.404 || raised[Hosts] != 1 {
		t.Errorf("raised: %v", raised)
	}
	for _, bad := range []string{"", "[]", `{"peple":1}`, `{"people":2}`} {
		if _, err := ReadFloors(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was taken for floors", bad)
		}
	}
}

func TestReadGold(t *testing.T) {
	for in, want := range map[string]string{"{\"id\":\"a\"}\n{": "line 2: labels", "{}": "line 1: labels without an id"} {
		if _, err := ReadGold(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"The New York Times": "newyorktimes", "Theo": "theo", "C++": "c++", "C#": "c#", "Søren  Bramer-Schmidt": "sørenbramerschmidt", "Straße": "strasse", "ＡＷＳ": "aws", "O’Reilly": "oreilly", "Node.js": "nodejs", "x²": "x2",
	} {
		if got := normalize(in); got != want {
			t.Errorf("normalize(%q) = %q, want %q", in, got, want)
		}
	}
}
