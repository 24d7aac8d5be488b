package graph

import (
	"cmp"
	"context"
	"slices"
)

// yearTop is how many names a show's year gives of each kind.
const yearTop = 3

// years counts episodes by part and year, oldest first; those without a date come last, under "".
func (p *pageReader) years(ctx context.Context, statement string) ([]YearCount, error) {
	list := []YearCount{}
	err := p.run(ctx, statement, map[string]any{"id": p.id}, func(r record) {
		list = append(list, YearCount{Part: r.part(), Year: r.str("year"), N: r.int("n")})
	})
	slices.SortFunc(list, func(a, b YearCount) int { return cmp.Or(byYear(a.Year, b.Year), cmp.Compare(a.Part, b.Part)) })
	return list, err
}

// byYear orders years, the unknown last.
func byYear(a, b string) int {
	return cmp.Or(cmp.Compare(btoi(a == ""), btoi(b == "")), cmp.Compare(a, b))
}

// showYears tells what a show was about in each year.
func (p *pageReader) showYears(ctx context.Context) ([]ShowYear, error) {
	list := []ShowYear{}
	at := func(year string) *ShowYear {
		for i := range list {
			if list[i].Year == year {
				return &list[i]
			}
		}
		list = append(list, ShowYear{Year: year, Top: []Counted{}})
		return &list[len(list)-1]
	}
	err := p.run(ctx, "page/show-years", map[string]any{"id": p.id, "top": yearTop}, func(r record) {
		y := at(r.str("year"))
		switch n := r.int("n"); r.part() {
		case "episodes":
			y.Episodes = n
		case "guests":
			y.Guests = n
		case "companies":
			y.Companies = n
		case "technologies":
			y.Technologies = n
		}
		y.Top = append(y.Top, r.countedList("top")...)
	})
	slices.SortFunc(list, func(a, b ShowYear) int { return byYear(a.Year, b.Year) })
	return list, err
}
