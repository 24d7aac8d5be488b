package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A blank is a gap in a phrase and what was typed into it.
type blank struct {
	Param, Kind string
	Label       string // what to type
	Example     string
	Typed       string
	Ref         string    // the ref of what was chosen from the suggestions, if it was
	Filled      string    // the name it stands for; empty until that is settled
	Known       graph.Ref // what is called so
	Near        bool      // Filled is not quite what was typed
	Choices     []choice  // what it may stand for
	Unknown     bool      // nothing is called so
}

// A choice is one thing that a blank may stand for.
type choice struct {
	graph.Hit
	Href string // the same question about it
}

// Open tells whether nothing was typed yet.
func (b *blank) Open() bool { return b.Typed == "" }

// Field is the name of the field that holds the ref.
func (b *blank) Field() string { return b.Param + refSuffix }

// mostChoices is how many things a name may stand for that are offered.
const mostChoices = 8

// refSuffix ends the name of the field that holds the ref of a blank.
const refSuffix = "-ref"

// blanksFor are the blanks of a question, all open.
func blanksFor(q *cypher.Query) []*blank {
	var blanks []*blank
	for _, part := range blanksOf(q) {
		p := q.Param(part.Param)
		b := &blank{Param: part.Param, Kind: part.Kind, Label: p.Doc}
		b.Example, _ = p.Default.(string)
		blanks = append(blanks, b)
	}
	return blanks
}

// readBlanks takes what an address says of the blanks of a question.
func readBlanks(q *cypher.Query, values url.Values) ([]*blank, error) {
	blanks := blanksFor(q)
	for _, b := range blanks {
		b.Typed = strings.ToValidUTF8(strings.TrimSpace(values.Get(b.Param)), "")
		b.Ref = strings.ToValidUTF8(values.Get(b.Field()), "")
		if utf8.RuneCountInString(b.Typed) > maxSearch || utf8.RuneCountInString(b.Ref) > maxSearch {
			return nil, fail(http.StatusBadRequest, "A name may hold 200 characters at most.")
		}
	}
	return blanks, nil
}

// settle finds out what was meant by what was typed: the thing chosen, else the only one called so, else the only one
// that comes near; where there are several they become choices.
func (s *Server) settle(ctx context.Context, b *blank) error {
	if b.Kind == "text" {
		b.Filled = b.Typed
		return nil
	}
	if b.Ref != "" {
		if ref := graph.ParseRef(b.Ref); ref.Kind == graph.Kind(b.Kind) {
			known, err := s.Graph.Named(ctx, []graph.Ref{ref})
			if err != nil {
				return err
			}
			if len(known) == 1 && (b.Open() || strings.EqualFold(known[0].Name, b.Typed)) {
				b.Typed, b.Filled, b.Known = known[0].Name, known[0].Name, known[0]
				return nil
			}
		}
		b.Ref = "" // other words were typed since
	}
	if b.Open() {
		return nil
	}
	found, err := s.Graph.Search(ctx, b.Typed, graph.SearchOptions{Kinds: []graph.Kind{graph.Kind(b.Kind)}, Limit: mostChoices})
	if err != nil {
		return err
	}
	b.choose(found)
	return nil
}

func (b *blank) choose(found *graph.Found) {
	hit, others := settled(found, b.Typed)
	if hit != nil {
		b.Filled, b.Known = hit.Name, hit.Ref
		b.Near = !strings.EqualFold(b.Filled, b.Typed)
	}
	for _, h := range others {
		b.Choices = append(b.Choices, choice{Hit: h})
	}
	b.Unknown = len(found.Hits) == 0
}
