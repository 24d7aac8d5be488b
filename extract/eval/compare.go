package eval

import (
	"fmt"
	"slices"
)

// A Change is how one figure differs from that of an earlier report.
type Change struct {
	Before float64 `json:"before"`
	Delta  float64 `json:"delta"`
	Low    float64 `json:"low"` // 95 % interval of the difference on the same episodes
	High   float64 `json:"high"`
	Sure   bool    `json:"sure"` // the interval does not hold 0
}

// An Item is one that was judged otherwise before.
type Item struct {
	Field   string `json:"field"`
	Change  string `json:"change"` // found, no longer found; no longer wrong, wrong now
	Episode string `json:"episode"`
	Item    string `json:"item"`
}

// A Comparison is how a report differs from an earlier one.
type Comparison struct {
	Episodes int               `json:"episodes"` // in both
	Fields   map[string]Change `json:"fields"`
	Better   []Item            `json:"better"`
	Worse    []Item            `json:"worse"`
}

// Compare tells how the figures changed. Intervals resample pairs: each episode as it was judged before and now, so
// that what episodes differ in does not blur what the change did.
func (r *Report) Compare(before *Report) *Comparison {
	out := &Comparison{Fields: map[string]Change{}}
	earlier := map[string]*Judged{}
	for i := range before.Judged {
		earlier[before.Judged[i].ID] = &before.Judged[i]
	}
	var pairs [][2]*Judged
	for i := range r.Judged {
		if old := earlier[r.Judged[i].ID]; old != nil {
			pairs = append(pairs, [2]*Judged{old, &r.Judged[i]})
		}
	}
	out.Episodes = len(pairs)
	for _, field := range measured() {
		now, old := r.Fields[field].Value, before.Fields[field].Value
		change := Change{Before: old, Delta: round(now - old)}
		if len(pairs) > 0 {
			change.Low, change.High = difference(field, pairs)
			change.Sure = change.Low > 0 || change.High < 0
		}
		out.Fields[field] = change
		for _, p := range pairs {
			out.items(field, p[0], p[1])
		}
	}
	return out
}

// difference is the interval of the change of one figure.
func difference(field string, pairs [][2]*Judged) (low, high float64) {
	old, now := make([]Count, len(pairs)), make([]Count, len(pairs))
	for i, p := range pairs {
		old[i], now[i] = p[0].count(field), p[1].count(field)
	}
	low, high = resample(len(pairs), func(draw []int) float64 { return value(field, sum(now, draw)) - value(field, sum(old, draw)) })
	return round(low), round(high)
}

// items lists what one episode gained and lost.
func (c *Comparison) items(field string, before, now *Judged) {
	old, v := before.Fields[field], now.Fields[field]
	if old == nil {
		old = &Verdicts{}
	}
	if v == nil {
		v = &Verdicts{}
	}
	add := func(to *[]Item, change string, list, other []string) {
		for _, item := range list {
			if !slices.Contains(other, item) {
				*to = append(*to, Item{field, change, now.ID, item})
			}
		}
	}
	add(&c.Better, "found", v.Right, old.Right)
	add(&c.Better, "no longer wrong", old.Wrong, v.Wrong)
	add(&c.Worse, "no longer found", old.Right, v.Right)
	add(&c.Worse, "wrong now", v.Wrong, old.Wrong)
}

// print writes what changed, with up to limit items of each field.
func (c *Comparison) print(w *printer, now *Report, limit int) {
	w.heading("Changes")
	var rows [][]string
	for _, field := range measured() {
		change := c.Fields[field]
		sure := ""
		if change.Sure {
			sure = "yes"
		}
		rows = append(rows, []string{field, three(change.Before), three(now.Fields[field].Value), fmt.Sprintf("%+.3f", change.Delta), fmt.Sprintf("%+.3f to %+.3f", change.Low, change.High),
			fmt.Sprint(countOf(c.Better, field)), fmt.Sprint(countOf(c.Worse, field)), sure})
	}
	w.table([]string{"field", "before", "now", "change", "95 %", "better", "worse", "sure"}, rows)
	w.text(fmt.Sprintf("Episodes in both reports: %d. Intervals: of the difference on the same resampled episodes; sure when without 0.", c.Episodes))
	c.printItems(w, "Better items", c.Better, limit)
	c.printItems(w, "Worse items", c.Worse, limit)
}

func countOf(items []Item, field string) (n int) {
	for _, item := range items {
		if item.Field == field {
			n++
		}
	}
	return n
}

func (c *Comparison) printItems(w *printer, title string, items []Item, limit int) {
	if limit == 0 || len(items) == 0 {
		return
	}
	w.heading(title)
	var rows [][]string
	shown := map[string]int{}
	for _, item := range items {
		if shown[item.Field]++; shown[item.Field] <= limit {
			rows = append(rows, []string{item.Field, item.Change, item.Episode, item.Item})
		}
	}
	w.table([]string{"field", "change", "episode", "item"}, rows)
}
