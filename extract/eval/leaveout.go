package eval

import (
	"fmt"
	"slices"

	"guestgraph/extract"
)

// A Leaving says which curated names the extractor must do without on a show.
type Leaving string

// The ways to leave a show out.
const (
	LeaveOwn Leaving = "own" // the names in the show's texts that no other labelled show's texts have
	LeaveAll Leaving = "all" // all names in the show's texts
)

// LeftOut are the figures of shows on which the extractor had to do without the names that it may owe to them, and
// without what it learned of names from their labels. Rules cannot be left out: they were written once for all shows.
type LeftOut struct {
	Names       Leaving           `json:"names"`
	Dropped     int               `json:"dropped"` // names, over all shows
	Fields      map[string]Figure `json:"fields"`
	Shows       []Show            `json:"shows"`
	Calibration []Reliability     `json:"calibration"`
}

// LeaveOut measures as Score does, each show with lists that lack names, and with the scorer of names that scorer gives for
// it; nil is none. Episodes are aligned with gold; those without a text are nil.
func LeaveOut(gold []Gold, episodes []*extract.Episode, names Names, leaving Leaving, scorer func(show string) *extract.NameScorer) (LeftOut, error) {
	x, err := extract.DefaultLexicon()
	if err != nil {
		return LeftOut{}, err
	}
	out := LeftOut{Names: leaving}
	facts := make([]*extract.Facts, len(gold))
	shows := namesByShow(x, gold, episodes)
	for _, show := range sorted(shows) {
		dropped := shows[show]
		if leaving == LeaveOwn {
			dropped = own(shows, show)
		}
		lists, n, err := x.Without(dropped)
		if err != nil {
			return LeftOut{}, fmt.Errorf("leave %s out: %w", show, err)
		}
		out.Dropped += n
		extractShow(extract.NewWith(lists).WithNames(scorer(show)), show, gold, episodes, facts)
	}
	r := Score(gold, facts, names)
	out.Fields, out.Shows = r.figures(), r.shows()
	for _, field := range Fields() {
		if len(r.judgements[field]) > 0 {
			out.Calibration = append(out.Calibration, reliability(field, r.judgements[field]))
		}
	}
	return out, nil
}

// ByShow extracts the facts of labelled episodes, those of each show by the extractor that is given for it.
func ByShow(gold []Gold, episodes []*extract.Episode, extractor func(show string) *extract.Extractor) []*extract.Facts {
	facts := make([]*extract.Facts, len(gold))
	shows := map[string]bool{}
	for i := range gold {
		shows[gold[i].Show] = true
	}
	for _, show := range sorted(shows) {
		extractShow(extractor(show), show, gold, episodes, facts)
	}
	return facts
}

// extractShow fills in the facts of one show's episodes.
func extractShow(e *extract.Extractor, show string, gold []Gold, episodes []*extract.Episode, facts []*extract.Facts) {
	var list []extract.Episode
	var at []int
	for i, ep := range episodes {
		if ep != nil && gold[i].Show == show {
			list, at = append(list, *ep), append(at, i)
		}
	}
	for k, f := range e.ExtractAll(list) {
		facts[at[k]] = f
	}
}

// namesByShow gives the listed names that occur in each show's texts.
func namesByShow(x *extract.Lexicon, gold []Gold, episodes []*extract.Episode) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for i, ep := range episodes {
		if ep == nil {
			continue
		}
		names := out[gold[i].Show]
		if names == nil {
			names = map[string]bool{}
			out[gold[i].Show] = names
		}
		for _, name := range slices.Concat(x.NamesIn(ep.Title), x.NamesIn(ep.Text)) {
			names[name] = true
		}
	}
	return out
}

// own gives the names of one show that no other has.
func own(shows map[string]map[string]bool, show string) map[string]bool {
	out := map[string]bool{}
	for name := range shows[show] {
		alone := true
		for other, names := range shows {
			alone = alone && (other == show || !names[name])
		}
		if alone {
			out[name] = true
		}
	}
	return out
}
