package web

import (
	"fmt"
	"strconv"

	"guestgraph/graph"
)

// A yearTable is a picture and its table in one: a row a year, its numbers beside their bars.
type yearTable struct {
	Heads []yearHead // of the numbers
	Rows  []yearRow
}

// A yearHead is the title of a column; Part names the color of its bars.
type yearHead struct{ Title, Part string }

type yearRow struct {
	Year  string // empty for what has no date
	Cells []yearCell
	Bars  []bar
}

// A yearCell is a number that leads to what it counts.
type yearCell struct {
	N    int
	Href string
}

// A bar is one extent of a row's bar, in percent of its width.
type bar struct{ X, Width, Class string }

// mostYears bounds the rows that are added for years in which nothing was.
const mostYears = 40

// newYearTable sets the numbers of parts side by side; it is nil when nothing is counted that has a date.
func newYearTable(counts []graph.YearCount, e extent, parts, heads []string) *yearTable {
	t := &yearTable{}
	for i, part := range parts {
		t.Heads = append(t.Heads, yearHead{heads[i], part})
	}
	numbers := map[string][]int{}
	used := make([]bool, len(parts))
	for _, c := range counts {
		if numbers[c.Year] == nil {
			numbers[c.Year] = make([]int, len(parts))
		}
		for i, part := range parts {
			if c.Part == part {
				numbers[c.Year][i] += c.N
				used[i] = true
			}
		}
	}
	if _, undated := numbers[""]; len(numbers) == 0 || undated && len(numbers) == 1 {
		return nil // one row would only say once more how many there are
	}
	most := 1
	for _, n := range numbers {
		most = max(most, sum(n))
	}
	for _, year := range spanOfYears(counts) {
		row := yearRow{Year: year}
		at := 0
		for i, part := range parts {
			n := 0
			if list := numbers[year]; list != nil {
				n = list[i]
			}
			cell := yearCell{N: n}
			if n > 0 && year != "" {
				cell.Href = e.InYear(part, year)
			}
			row.Cells = append(row.Cells, cell)
			if n > 0 {
				row.Bars = append(row.Bars, bar{percent(at, most), percent(n, most), part})
			}
			at += n
		}
		t.Rows = append(t.Rows, row)
	}
	return t.without(used)
}

// without leaves out the columns in which nothing is counted.
func (t *yearTable) without(used []bool) *yearTable {
	keep := func(i int) bool { return i < len(used) && used[i] }
	var heads []yearHead
	for i, head := range t.Heads {
		if keep(i) {
			heads = append(heads, head)
		}
	}
	for r := range t.Rows {
		var cells []yearCell
		for i, cell := range t.Rows[r].Cells {
			if keep(i) {
				cells = append(cells, cell)
			}
		}
		t.Rows[r].Cells = cells
	}
	t.Heads = heads
	return t
}

// spanOfYears lists the years from the first to the last, oldest first, and "" at the end when something has no date.
func spanOfYears(counts []graph.YearCount) []string {
	first, last, undated := 0, 0, false
	var known []string
	for _, c := range counts {
		year, err := strconv.Atoi(c.Year)
		if err != nil || year < 1 {
			undated = true
			continue
		}
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
		if n := len(known); n == 0 || known[n-1] != c.Year {
			known = append(known, c.Year)
		}
	}
	if last-first < mostYears && first > 0 {
		known = nil
		for year := first; year <= last; year++ {
			known = append(known, strconv.Itoa(year))
		}
	}
	if undated {
		known = append(known, "")
	}
	return known
}

func sum(numbers []int) int {
	n := 0
	for _, m := range numbers {
		n += m
	}
	return n
}

// percent writes n of all as a length of SVG.
func percent(n, all int) string { return fmt.Sprintf("%.2f%%", 100*float64(n)/float64(all)) }
