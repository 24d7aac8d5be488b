package web

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

func TestLanes(t *testing.T) {
	l := newLanes(fakeDates())
	var names []string
	for _, r := range l.Rows {
		name := r.Name
		if r.Company != nil {
			name = r.Company.Name
		}
		names = append(names, name)
	}
	if diff := cmp.Diff([]string{"Harbor & Grid", "Quarry Labs", "Tidewater Systems", "Creations told", "Guest", "Spoken of"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"works there", "worked there before"}, l.Rows[0].Cells); diff != "" {
		t.Error(diff)
	}
	if first, last := l.Rows[0].Dots[0], l.Rows[0].Dots[1]; first.X != "1.50%" || last.X != "98.50%" || last.Title != "Nov 2025: worked there before" {
		t.Errorf("dots %+v, %+v", first, last)
	}
	if diff := cmp.Diff([]tick{{"33.83%", "2024", "middle"}, {"69.11%", "2025", "middle"}}, l.Ticks); diff != "" {
		t.Error(diff)
	}
}

func TestLanesNeedDates(t *testing.T) {
	for _, dates := range [][]graph.Dated{nil, {{Part: "host", Month: "2024-01", N: 3}}, {{Part: "host", N: 3}, {Part: "guest", Month: "someday", N: 1}, {Part: "guest", Month: "2024-13", N: 1}}} {
		if l := newLanes(dates); l != nil {
			t.Errorf("%+v are drawn", dates)
		}
	}
}

func TestYearTable(t *testing.T) {
	counts := []graph.YearCount{{Part: "mentions", Year: "2021", N: 3}, {Part: "mentions", Year: "2023", N: 1}, {Part: "mentions", N: 2}}
	e := newExtent(harbor, graph.Window{}, nil)
	got := newYearTable(counts, e, []string{"mentions", "sponsored"}, []string{"Spoken of", "Sponsored"})
	want := &yearTable{Heads: []yearHead{{"Spoken of", "mentions"}}, Rows: []yearRow{
		{"2021", []yearCell{{3, "/company/harbor-grid?part=mentions&year=2021"}}, []bar{{"0.00%", "100.00%", "mentions"}}},
		{"2022", []yearCell{{0, ""}}, nil},
		{"2023", []yearCell{{1, "/company/harbor-grid?part=mentions&year=2023"}}, []bar{{"0.00%", "33.33%", "mentions"}}},
		{"", []yearCell{{2, ""}}, []bar{{"0.00%", "66.67%", "mentions"}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if newYearTable(nil, e, []string{"mentions"}, []string{"Episodes"}) != nil {
		t.Error("nothing makes a table")
	}
}
