package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"guestgraph/graph"
)

// A lanes is the picture of a time line: a lane for each employer and for each part in episodes, a dot for each month in
// which an episode said so. What an employer's dots lie between is not drawn: no episode says it.
type lanes struct {
	Ticks []tick
	Rows  []lane
	Years []string // columns of the table that says the same
	Left  int      // employers that have no lane
	Bare  int      // statements without a date
}

// A tick is a mark below the lanes.
type tick struct {
	X, Text, Anchor string
}

type lane struct {
	Company *graph.Ref // of an employer's lane
	Name    string     // of another
	Kind    string     // job, created, guest, host, mention
	Dots    []dot
	Cells   []string // one for each year of the table
}

// A dot is what was said in one month.
type dot struct {
	X, Status, Title string
	month            int
	n                int
	year             string
}

const (
	mostLanes = 12  // of employers
	laneEdge  = 1.5 // percent of the width left free at both ends
)

// newLanes draws the dates of a person; nil when there is too little for a picture.
func newLanes(dates []graph.Dated) *lanes {
	l := &lanes{}
	first, last := 0, 0
	var rows []lane
	for _, d := range dates {
		month, ok := monthOf(d.Month)
		if !ok {
			l.Bare += d.N
			continue
		}
		if first == 0 || month < first {
			first = month
		}
		last = max(last, month)
		rows = addDot(rows, d, month)
	}
	if len(rows) == 0 || first == last {
		return nil
	}
	l.Rows = l.choose(rows)
	for r := range l.Rows {
		for i := range l.Rows[r].Dots {
			l.Rows[r].Dots[i].X = along(l.Rows[r].Dots[i].month, first, last)
		}
	}
	l.Ticks = ticks(first, last)
	l.table()
	return l
}

// addDot adds a month to its lane.
func addDot(rows []lane, d graph.Dated, month int) []lane {
	at := slices.IndexFunc(rows, func(l lane) bool {
		return l.Kind == d.Part && (l.Company == nil) == (d.Company == nil) && (l.Company == nil || l.Company.ID == d.Company.ID)
	})
	if at < 0 {
		rows = append(rows, lane{Company: d.Company, Kind: d.Part, Name: laneName(d.Part)})
		at = len(rows) - 1
	}
	status := d.Status
	if d.Part == "job" && status != "current" && status != "former" {
		status = "unknown"
	}
	when := time.Date(0, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC).Format("Jan 2006")
	words := count(d.N, "episode")
	if d.Part == "job" {
		words = statusWords(status)
	}
	rows[at].Dots = append(rows[at].Dots, dot{Status: status, Title: when + ": " + words, month: month, n: d.N, year: d.Month[:4]})
	return rows
}

func laneName(part string) string {
	switch part {
	case "created":
		return "Creations told"
	case "guest":
		return "Guest"
	case "host":
		return "Host"
	case "mention":
		return "Spoken of"
	}
	return ""
}

func statusWords(status string) string {
	switch status {
	case "current":
		return "works there"
	case "former":
		return "worked there before"
	}
	return "no time said"
}

// choose puts employers first, in the order in which they are first told of, and leaves out those least spoken of.
func (l *lanes) choose(rows []lane) []lane {
	weight := func(r lane) int { return len(r.Dots) }
	var jobs, rest []lane
	for _, r := range rows {
		if r.Kind == "job" {
			jobs = append(jobs, r)
		} else {
			rest = append(rest, r)
		}
	}
	if len(jobs) > mostLanes {
		slices.SortStableFunc(jobs, func(a, b lane) int { return cmp.Compare(weight(b), weight(a)) })
		l.Left = len(jobs) - mostLanes
		jobs = jobs[:mostLanes]
	}
	begin := func(r lane) int {
		return slices.MinFunc(r.Dots, func(a, b dot) int { return cmp.Compare(a.month, b.month) }).month
	}
	slices.SortStableFunc(jobs, func(a, b lane) int { return cmp.Compare(begin(a), begin(b)) })
	order := []string{"created", "guest", "host", "mention"}
	slices.SortStableFunc(rest, func(a, b lane) int {
		return cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind))
	})
	return append(jobs, rest...)
}

// table fills the cells of the years in which something was said.
func (l *lanes) table() {
	for _, r := range l.Rows {
		for _, d := range r.Dots {
			if !slices.Contains(l.Years, d.year) {
				l.Years = append(l.Years, d.year)
			}
		}
	}
	slices.Sort(l.Years)
	for r := range l.Rows {
		row := &l.Rows[r]
		row.Cells = make([]string, len(l.Years))
		for i, year := range l.Years {
			row.Cells[i] = row.cell(year)
		}
	}
}

// cell says what the dots of a year say.
func (l lane) cell(year string) string {
	n := 0
	var said []string
	for _, d := range l.Dots {
		if d.year != year {
			continue
		}
		n += d.n
		if l.Kind == "job" && !slices.Contains(said, statusWords(d.Status)) {
			said = append(said, statusWords(d.Status))
		}
	}
	switch {
	case n == 0:
		return ""
	case l.Kind == "job":
		return strings.Join(said, ", ")
	}
	return number(n)
}

// monthOf counts the months of "2023-05" from year 0.
func monthOf(s string) (int, bool) {
	year, month, _ := strings.Cut(s, "-")
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	if errY != nil || errM != nil || y < 1 || y > 9999 || m < 1 || m > 12 || len(year) != 4 {
		return 0, false
	}
	return y*12 + m - 1, true
}

// along is where a month stands between the first and the last.
func along(month, first, last int) string {
	return fmt.Sprintf("%.2f%%", laneEdge+(100-2*laneEdge)*float64(month-first)/float64(last-first))
}

// ticks marks years, six at most; a picture of two years is marked by its first and last month.
func ticks(first, last int) []tick {
	name := func(month int) string {
		return time.Date(0, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC).Format("Jan 2006")
	}
	if last-first < 24 {
		return []tick{{along(first, first, last), name(first), "start"}, {along(last, first, last), name(last), "end"}}
	}
	from, to := (first+11)/12, last/12
	step := (to-from)/6 + 1
	var out []tick
	for year := from; year <= to; year += step {
		out = append(out, tick{along(year*12, first, last), strconv.Itoa(year), "middle"})
	}
	return out
}
