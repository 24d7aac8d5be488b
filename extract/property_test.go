package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"guestgraph/extract"
)

// checkQuotes verifies what must hold of every fact of any text: it has evidence, each quote is exactly its slice of the
// field it names, its time is that of the chapter or the words it stands in, it has a rule, and its confidence is a
// probability.
func checkQuotes(t testing.TB, ep *extract.Episode, f *extract.Facts) {
	t.Helper()
	times := newChapterTimes(ep, f)
	check := func(what string, confidence float64, rule string, also []string, list []extract.Evidence) {
		if len(list) == 0 {
			t.Errorf("%s: %s has no evidence", ep.ID, what)
		}
		if rule == "" || !(confidence > 0 && confidence <= 1) {
			t.Errorf("%s: %s has confidence %v by rule %q", ep.ID, what, confidence, rule)
		}
		for _, r := range also {
			if r == rule || r == "" {
				t.Errorf("%s: %s is also by %q, beside %q", ep.ID, what, r, rule)
			}
		}
		for _, e := range list {
			checkSlice(t, ep, what, e)
			if problem := times.wrong(ep, e); problem != "" {
				t.Errorf("%s: %s: %q at [%d,%d) of %q: %s", ep.ID, what, e.Quote, e.Start, e.End, e.In, problem)
			}
		}
	}
	for _, list := range [][]extract.Mention{f.Hosts, f.Guests, f.People, f.Companies, f.Technologies, f.Sponsors} {
		for _, m := range list {
			check(m.Name, m.Confidence, m.Rule, m.Also, m.Evidence)
		}
	}
	for _, a := range f.Affiliations {
		check(a.Person+" at "+a.Company, a.Confidence, a.Rule, a.Also, a.Evidence)
	}
	for _, c := range f.Creations {
		check(c.Person+" and "+c.Technology, c.Confidence, c.Rule, c.Also, c.Evidence)
	}
	for _, m := range f.Makers {
		check(m.Company+" and "+m.Technology, m.Confidence, m.Rule, nil, m.Evidence)
	}
	for _, l := range f.Links {
		if l.Start < 0 || l.End > len(ep.Text) || l.Start >= l.End || ep.Text[l.Start:l.End] != l.URL {
			t.Errorf("%s: link %q is not at [%d,%d)", ep.ID, l.URL, l.Start, l.End)
		}
	}
}

func checkSlice(t testing.TB, ep *extract.Episode, what string, e extract.Evidence) {
	t.Helper()
	field := ep.Text
	switch e.In {
	case "title":
		field = ep.Title
	case "credit":
		field = e.Quote
	case "transcript":
		field = ep.Spoken().Text
		if !strings.Contains(e.Context, e.Quote) || !strings.Contains(field, e.Context) {
			t.Errorf("%s: %s: context %q of %q", ep.ID, what, e.Context, e.Quote)
		}
	}
	if e.Start < 0 || e.Start >= e.End || e.End > len(field) || field[e.Start:e.End] != e.Quote {
		t.Errorf("%s: %s quotes %q at [%d,%d) of %q", ep.ID, what, e.Quote, e.Start, e.End, e.In)
	}
}

// chapterTimes tells the times of an episode's chapters apart from how extraction came by them.
type chapterTimes struct {
	spoken *extract.Transcript // whose times are those of the text itself
	titles map[string]string   // the letters of the titles of the chapters of a time
	ranges []titleRange        // of titles that the text has once
}

type titleRange struct {
	from, to int
	at       string
}

func newChapterTimes(ep *extract.Episode, f *extract.Facts) *chapterTimes {
	c := &chapterTimes{titles: map[string]string{}}
	if spoken := ep.Spoken(); spoken != nil && spoken.Text == ep.Text {
		c.spoken = spoken
		return c
	}
	for _, chapter := range f.Chapters {
		at := clock(chapter.Start)
		c.titles[at] += letters(chapter.Title) + "|"
		const telling = 16 // bytes: a shorter title may be anywhere
		if i := strings.Index(ep.Text, chapter.Title); len(ep.Chapters) == 0 && len(chapter.Title) >= telling && i >= 0 && strings.LastIndex(ep.Text, chapter.Title) == i {
			c.ranges = append(c.ranges, titleRange{i, i + len(chapter.Title), at})
		}
	}
	return c
}

// wrong says what is wrong with the time of a passage; "" when nothing is.
func (c *chapterTimes) wrong(ep *extract.Episode, e extract.Evidence) string {
	switch {
	case e.In == "title" || e.In == "credit":
		if e.At != "" {
			return "has time " + e.At
		}
	case e.In == "transcript" || c.spoken != nil:
		cues := ep.Spoken().Cues
		inOrder := slices.IsSortedFunc(cues, func(a, b extract.Cue) int { return a.Offset - b.Offset })
		if this, next := cuesAt(cues, e.Start); inOrder && e.At != "" && e.At != this && e.At != next {
			return fmt.Sprintf("has time %s; its cue begins at %s, the next at %s", e.At, this, next)
		}
	case e.At != "":
		// Markup within a quote is not in the chapter's title.
		if plain := !strings.ContainsAny(e.Quote, "<[&*_`\\("); plain && !strings.Contains(c.titles[e.At], letters(e.Quote)) {
			return fmt.Sprintf("has time %s, whose chapters are %q", e.At, c.titles[e.At])
		}
	default:
		for _, r := range c.ranges {
			if r.from <= e.Start && e.End <= r.to {
				return "has no time; it stands in the chapter of " + r.at
			}
		}
	}
	return ""
}

// cuesAt is when the cue begins in which a byte stands, and the one after it: a speaker's label stands before its words.
func cuesAt(cues []extract.Cue, offset int) (this, next string) {
	for i := range cues {
		if cues[i].Offset > offset {
			return this, clock(cues[i].Start)
		}
		this = clock(cues[i].Start)
	}
	return this, ""
}

func clock(seconds float64) string {
	s := max(0, int(seconds))
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			return c
		}
		return -1
	}, s)
}
