package cypher

import (
	"fmt"
	"slices"
	"strings"
)

// A Part of a phrase is either text as it stands or a blank for a parameter.
type Part struct {
	Text  string `json:"text,omitempty"`
	Param string `json:"param,omitempty"`
	Kind  string `json:"kind,omitempty"` // what the blank names: person, company, technology, show, or text for any words
}

// A Link says that a column of the answer names nodes that have pages, each by its name, an episode by its id.
type Link struct {
	Column string `json:"column"`
	Kind   string `json:"kind"` // person, company, technology, show, episode; or entity for any of the first three
}

func linkKinds() []string {
	return []string{"person", "company", "technology", "show", "episode", "entity"}
}

func blankKinds() []string { return []string{"person", "company", "technology", "show", "text"} }

// parsePhrase reads "Who worked at {company} and {other:company}?": a blank names a parameter and, after a colon, what
// it is filled with; without one the parameter has the name of a kind.
func parsePhrase(s string) ([]Part, error) {
	var parts []Part
	for s != "" {
		text, rest, open := strings.Cut(s, "{")
		if text != "" {
			parts = append(parts, Part{Text: text})
		}
		if !open {
			break
		}
		blank, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("phrase: { without }")
		}
		param, kind, named := strings.Cut(blank, ":")
		if !named {
			kind = param
		}
		if !slices.Contains(blankKinds(), kind) {
			return nil, fmt.Errorf("phrase: blank {%s} is filled with one of %v", blank, blankKinds())
		}
		parts = append(parts, Part{Param: param, Kind: kind})
		s = after
	}
	return parts, nil
}

// parseLinks reads "person, to company": columns, each with its kind where that is not its name.
func parseLinks(s string) ([]Link, error) {
	var links []Link
	for item := range strings.SplitSeq(s, ",") {
		words := strings.Fields(item)
		if len(words) == 1 {
			words = append(words, words[0])
		}
		if len(words) != 2 || !slices.Contains(linkKinds(), words[1]) {
			return nil, fmt.Errorf("links wants `column kind, …` with kinds of %v, not %q", linkKinds(), strings.TrimSpace(item))
		}
		links = append(links, Link{words[0], words[1]})
	}
	return links, nil
}

// Sentence is the query as a sentence with blanks: its phrase, or its title where it has none.
func (q *Query) Sentence() []Part {
	if len(q.Phrase) > 0 {
		return q.Phrase
	}
	return []Part{{Text: q.Title}}
}

// Param returns the parameter of that name; the zero Param where there is none.
func (q *Query) Param(name string) Param {
	for _, p := range q.Params {
		if p.Name == name {
			return p
		}
	}
	return Param{}
}

// checkPhrase holds the phrase against the parameters.
func (q *Query) checkPhrase() []error {
	var mistakes []error
	var seen []string
	for _, part := range q.Phrase {
		if part.Param == "" {
			continue
		}
		if q.Param(part.Param).Name == "" {
			mistakes = append(mistakes, fmt.Errorf("phrase: blank {%s} is no parameter", part.Param))
		}
		if slices.Contains(seen, part.Param) {
			mistakes = append(mistakes, fmt.Errorf("phrase: blank {%s} stands twice", part.Param))
		}
		seen = append(seen, part.Param)
	}
	return mistakes
}
