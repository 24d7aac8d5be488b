package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"guestgraph/graph"
)

// Evidence longer than this, in runes, is cut: a description without line ends is one sentence.
const (
	maxQuote   = 400
	maxContext = 220 // on either side of the quote
)

// An evidence is a quote in its sentence and where it stands: templates/parts/evidence.html.
type evidence struct {
	Before, Quote, After string // Before and After hold "…" where they were cut
	Source               graph.EpisodeRef
	Place                string // "title", "transcript" or "credits" when not in the description
	Time                 string // the chapter's time, or when it is said
	TimeHref, PlaceHref  string
	Doubt                string // confidence as a number when it is low
}

func newEvidence(st graph.Statement) evidence {
	before, after := "", ""
	if i := wholeWord(st.Context, st.Quote); i >= 0 {
		before, after = st.Context[:i], st.Context[i+len(st.Quote):]
	}
	e := evidence{
		Before: shortenLeft(strings.TrimLeft(before, " \n\t"), maxContext),
		Quote:  shorten(st.Quote, maxQuote),
		After:  shorten(strings.TrimRight(after, " \n\t"), maxContext),
		Source: st.Episode,
	}
	page := href(graph.KindEpisode, st.Episode.ID)
	switch st.In {
	case "":
		e.PlaceHref = page + "#" + markID(st.Start)
	case "title":
		e.Place = "title"
	case "credit":
		e.Place = "credits"
	default:
		e.Place = st.In
	}
	if st.At != nil {
		e.Time = clock(*st.At)
		if st.In == "" { // else no line of the page has this time
			e.TimeHref = page + "#" + chapterID(*st.At)
		}
	}
	if st.Confidence > 0 && st.Confidence < 0.8 {
		e.Doubt = strconv.FormatFloat(st.Confidence, 'f', 2, 64)
	}
	return e
}

// wholeWord finds quote in context where it begins and ends between words, so that the mark for
// "Go" does not fall on "Google" before it; failing that anywhere, and -1 when it is not there.
func wholeWord(context, quote string) int {
	if quote == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(context[from:], quote)
		if i < 0 {
			return strings.Index(context, quote)
		}
		start, end := from+i, from+i+len(quote)
		before, _ := utf8.DecodeLastRuneInString(context[:start])
		after, _ := utf8.DecodeRuneInString(context[end:])
		if !isWord(before) && !isWord(after) {
			return start
		}
		_, size := utf8.DecodeRuneInString(quote)
		from = start + size
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markID is the anchor of the passage that starts at a byte offset of the description.
func markID(start int) string { return "b" + strconv.Itoa(start) }

// chapterID is the anchor of the chapter that starts at a second.
func chapterID(at float64) string { return "t" + url.PathEscape(strconv.FormatFloat(at, 'f', -1, 64)) }

// A pile is evidence of which the first is shown and the rest is folded away.
type pile struct {
	First evidence
	Rest  []evidence
}

func newPile(said []graph.Statement) *pile {
	if len(said) == 0 {
		return nil
	}
	p := &pile{First: newEvidence(said[0])}
	for _, st := range said[1:] {
		p.Rest = append(p.Rest, newEvidence(st))
	}
	return p
}

func (p *pile) len() int {
	if p == nil {
		return 0
	}
	return 1 + len(p.Rest)
}

// A passage is what one episode says of the page's subject.
type passage struct {
	Episode graph.EpisodeRef
	Said    *pile
}

// byEpisode gathers statements by their episode, newest episode first.
func byEpisode(said []graph.Statement) []passage {
	order := []string{}
	groups := map[string][]graph.Statement{}
	for _, st := range said {
		if _, ok := groups[st.Episode.ID]; !ok {
			order = append(order, st.Episode.ID)
		}
		groups[st.Episode.ID] = append(groups[st.Episode.ID], st)
	}
	out := make([]passage, len(order))
	for i, id := range order {
		out[i] = passage{Episode: groups[id][0].Episode, Said: newPile(groups[id])}
	}
	slices.SortStableFunc(out, func(a, b passage) int { return newer(a.Episode.Published, b.Episode.Published) })
	return out
}

// newer orders two RFC 3339 times, the later first and the unknown last.
func newer(a, b string) int {
	ta, okA := parseDay(a)
	tb, okB := parseDay(b)
	switch {
	case okA && okB:
		return tb.Compare(ta)
	case okA:
		return -1
	case okB:
		return 1
	}
	return 0
}
