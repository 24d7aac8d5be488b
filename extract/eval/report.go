package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Figure is one measured value with its 95 % interval.
type Figure struct {
	Precision float64 `json:"p,omitempty"`
	Recall    float64 `json:"r,omitempty"`
	Value     float64 `json:"value"` // F1; the accuracy for status and roles
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Count
}

// A Show is the figures of one show, without intervals.
type Show struct {
	Name     string             `json:"name"`
	Episodes int                `json:"episodes"`
	Fields   map[string]float64 `json:"fields"` // only those with something to find or found
}

// A Bin is the items whose confidence lies in [From, To), or up to 1 in the last.
type Bin struct {
	From       float64 `json:"from"`
	To         float64 `json:"to"`
	Items      int     `json:"items"`
	Confidence float64 `json:"confidence"` // mean
	Right      float64 `json:"right"`      // share
}

// A Reliability tells how far confidence can be trusted in one field.
type Reliability struct {
	Field string  `json:"field"`
	Error float64 `json:"error"` // mean distance of confidence from the share that is right, weighted by items
	Bins  []Bin   `json:"bins"`
}

// A Report is a Result in figures.
type Report struct {
	Episodes    int               `json:"episodes"`
	Missing     int               `json:"missing"` // episodes without facts
	Fields      map[string]Figure `json:"fields"`
	Shows       []Show            `json:"shows"`
	Calibration []Reliability     `json:"calibration"`
	CrossCheck  []Reliability     `json:"crossCheck"` // confidence of each show as the other shows would have it
	LeftOut     []LeftOut         `json:"leftOut,omitempty"`
	Changes     *Comparison       `json:"changes,omitempty"` // since an earlier report
	Kinds       []KindCount       `json:"kinds"`
	Errors      []Error           `json:"errors"`
	Judged      []Judged          `json:"judged"` // every item, by episode: what a later report is compared with
}

// A KindCount is how often one kind of error came about in a field.
type KindCount struct {
	Field string `json:"field"`
	Kind  Kind   `json:"kind"`
	Count int    `json:"count"`
}

// measured are the fields of figures, in order.
func measured() []string { return append(Fields(), Status, Roles) }

// value is F1, or the accuracy of status and roles.
func value(field string, c Count) float64 {
	if field == Status || field == Roles {
		return c.Recall()
	}
	return c.F1()
}

// Report works out the figures. Intervals are percentiles of resampled sets of episodes, the same in each run.
func (r *Result) Report() *Report {
	out := &Report{Episodes: len(r.episodes), Missing: r.missing, Fields: r.figures(), Shows: r.shows(), Errors: r.errors, Judged: r.episodes}
	for _, field := range Fields() {
		if len(r.judgements[field]) > 0 {
			out.Calibration = append(out.Calibration, reliability(field, r.judgements[field]))
			out.CrossCheck = append(out.CrossCheck, reliability(field, r.crossChecked(field)))
		}
	}
	out.Kinds = r.kinds()
	return out
}

// figures are those of each field, with intervals.
func (r *Result) figures() map[string]Figure {
	out := map[string]Figure{}
	low, high := r.intervals()
	for _, field := range measured() {
		c := r.total(field)
		f := Figure{Value: round(value(field, c)), Low: round(low[field]), High: round(high[field]), Count: c}
		if field != Status && field != Roles {
			f.Precision, f.Recall = round(c.Precision()), round(c.Recall())
		}
		out[field] = f
	}
	return out
}

// WriteJSON writes the report so that a later one can be compared with it.
func (r *Report) WriteJSON(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(r); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// round keeps four digits, as reports print and compare them.
func round(x float64) float64 { return math.RoundToEven(x*1e4) / 1e4 }

func (r *Result) total(field string) Count {
	var c Count
	for i := range r.episodes {
		c.add(r.episodes[i].count(field))
	}
	return c
}

const (
	resamples = 1000
	seed      = 20260101 // any; fixed so that reports can be compared
)

func (r *Result) intervals() (low, high map[string]float64) {
	low, high = map[string]float64{}, map[string]float64{}
	if len(r.episodes) == 0 {
		return low, high
	}
	for _, field := range measured() {
		counts := make([]Count, len(r.episodes))
		for i := range r.episodes {
			counts[i] = r.episodes[i].count(field)
		}
		low[field], high[field] = resample(len(counts), func(draw []int) float64 { return value(field, sum(counts, draw)) })
	}
	return low, high
}

// resample gives the 95 % interval of a figure over draws of n episodes out of n; the same draws in each run, so that
// figures can be compared.
func resample(n int, figure func(draw []int) float64) (low, high float64) {
	random := rand.New(rand.NewPCG(seed, 0))
	draw := make([]int, n)
	values := make([]float64, resamples)
	for i := range values {
		for k := range draw {
			draw[k] = random.IntN(n)
		}
		values[i] = figure(draw)
	}
	slices.Sort(values)
	return values[resamples*25/1000], values[resamples*975/1000-1]
}

func sum(counts []Count, draw []int) Count {
	var c Count
	for _, i := range draw {
		c.add(counts[i])
	}
	return c
}

func (r *Result) shows() []Show {
	byName := map[string]*Show{}
	totals := map[string]map[string]Count{}
	for i := range r.episodes {
		e := &r.episodes[i]
		if byName[e.Show] == nil {
			byName[e.Show] = &Show{Name: e.Show, Fields: map[string]float64{}}
			totals[e.Show] = map[string]Count{}
		}
		byName[e.Show].Episodes++
		for field := range e.Fields {
			t := totals[e.Show][field]
			t.add(e.count(field))
			totals[e.Show][field] = t
		}
	}
	out := make([]Show, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		for field, c := range totals[name] {
			if c != (Count{}) {
				byName[name].Fields[field] = round(value(field, c))
			}
		}
		out = append(out, *byName[name])
	}
	return out
}

func reliability(field string, list []judgement) Reliability {
	const bins = 10
	var sums [bins]struct {
		items, right int
		confidence   float64
	}
	for _, j := range list {
		s := &sums[max(0, min(bins-1, int(j.confidence*bins)))]
		s.items++
		s.confidence += j.confidence
		if j.right {
			s.right++
		}
	}
	out := Reliability{Field: field}
	for i, s := range sums {
		if s.items == 0 {
			continue
		}
		b := Bin{From: float64(i) / bins, To: float64(i+1) / bins, Items: s.items, Confidence: round(s.confidence / float64(s.items)), Right: round(float64(s.right) / float64(s.items))}
		out.Error += math.Abs(b.Confidence-b.Right) * float64(s.items) / float64(len(list))
		out.Bins = append(out.Bins, b)
	}
	out.Error = round(out.Error)
	return out
}

func (r *Result) kinds() []KindCount {
	counts := map[KindCount]int{}
	for _, e := range r.errors {
		counts[KindCount{Field: e.Field, Kind: e.Kind}]++
	}
	out := make([]KindCount, 0, len(counts))
	for k, n := range counts {
		out = append(out, KindCount{k.Field, k.Kind, n})
	}
	slices.SortFunc(out, func(a, b KindCount) int {
		if d := slices.Index(measured(), a.Field) - slices.Index(measured(), b.Field); d != 0 {
			return d
		}
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(string(a.Kind), string(b.Kind))
	})
	return out
}
