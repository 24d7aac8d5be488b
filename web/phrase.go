package web

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A phrase is a question of the library in words: a suggestion, or a link.
type phrase struct {
	Text  string       `json:"text"`
	Href  string       `json:"href"`
	Parts []phrasePart `json:"-"`
}

// A phrasePart is text of a phrase, a name that fills a blank, or an open blank, of which Text says what it takes.
type phrasePart struct {
	Text         string
	Filled, Open bool
}

// open is a question with its blanks open.
func open(q *cypher.Query) phrase { return fill(q, nil) }

// fill is a question with the blanks of those parameters filled.
func fill(q *cypher.Query, names map[string]string) phrase {
	var p phrase
	values := url.Values{}
	for _, part := range q.Sentence() {
		piece := phrasePart{Text: part.Text}
		if name := names[part.Param]; part.Param != "" && name != "" {
			piece = phrasePart{Text: name, Filled: true}
			values.Set(part.Param, name)
		} else if part.Param != "" {
			piece = phrasePart{Text: part.Kind, Open: true}
			if part.Kind == "text" {
				piece.Text = part.Param
			}
		}
		p.Parts = append(p.Parts, piece)
	}
	for _, piece := range p.Parts {
		if piece.Open {
			p.Text += "⟨" + piece.Text + "⟩"
		} else {
			p.Text += piece.Text
		}
	}
	p.Href = questionHref(q, values)
	return p
}

// phrasesAbout are the questions with one blank, that takes such a thing, filled with it; all but one question.
func (s *Server) phrasesAbout(ref graph.Ref, but *cypher.Query) []phrase {
	if s.Library == nil {
		return nil
	}
	var out []phrase
	for _, q := range s.Library.Questions() {
		blanks := blanksOf(q)
		if q != but && len(blanks) == 1 && blanks[0].Kind == string(ref.Kind) {
			out = append(out, fill(q, map[string]string{blanks[0].Param: ref.Name}))
		}
	}
	return out
}

func blanksOf(q *cypher.Query) []cypher.Part {
	return slices.DeleteFunc(slices.Clone(q.Phrase), func(p cypher.Part) bool { return p.Param == "" })
}

// perPhrase is how many names are offered for the blank that is being typed.
const perPhrase = 2

// suggest returns the questions that a text is the beginning of, with real names for what was typed into their blanks,
// and after them those that have its words; most at the most.
func (s *Server) suggest(ctx context.Context, typed string, most int) ([]phrase, error) {
	tokens := strings.Fields(typed)
	if s.Library == nil || most < 1 || len(tokens) < 2 {
		return nil, nil
	}
	var begun, near []phrase
	for _, q := range s.Library.Questions() {
		if len(begun) >= most {
			break
		}
		if filling, ok := align(q.Sentence(), tokens); ok {
			phrases, err := s.complete(ctx, q, filling)
			if err != nil {
				return nil, err
			}
			begun = append(begun, phrases...)
		} else if sharesWords(q, tokens) {
			near = append(near, open(q))
		}
	}
	all := append(begun, near...)
	return all[:min(len(all), most)], nil
}

// A typedBlank is what was typed into a blank; the last one may not be finished.
type typedBlank struct {
	cypher.Part
	text string
}

// align reads typed words as the beginning of a sentence: its words as they stand, the last one perhaps begun, and any
// words in its blanks. It wants two words of the sentence, or all there are before the first blank.
func align(parts []cypher.Part, tokens []string) ([]typedBlank, bool) {
	var filling []typedBlank
	matched, at := 0, 0
	for i, part := range parts {
		if part.Param != "" {
			end := len(tokens)
			if i+1 < len(parts) {
				end = nextLiteral(wordsOf(parts[i+1].Text), tokens, at+1)
			}
			if at < len(tokens) {
				filling = append(filling, typedBlank{part, strings.Join(tokens[at:end], " ")})
			}
			at = end
			continue
		}
		for _, want := range wordsOf(part.Text) {
			if at == len(tokens) {
				return filling, matched >= 2
			}
			got := strings.Join(wordsOf(tokens[at]), "")
			if got != want && (at != len(tokens)-1 || got == "" || !strings.HasPrefix(want, got)) {
				return nil, false
			}
			matched, at = matched+1, at+1
		}
	}
	return filling, matched >= 2 && at == len(tokens)
}

// nextLiteral is where the words of the sentence go on after a blank; at the end when they do not.
func nextLiteral(words, tokens []string, from int) int {
	if len(words) == 0 {
		return len(tokens)
	}
	for i := from; i < len(tokens); i++ {
		if strings.Join(wordsOf(tokens[i]), "") == words[0] {
			return i
		}
	}
	return len(tokens)
}

// complete fills the blanks of a question with what the typed texts find; of the last one several.
func (s *Server) complete(ctx context.Context, q *cypher.Query, filling []typedBlank) ([]phrase, error) {
	names := map[string]string{}
	for i, b := range filling {
		text := strings.TrimRight(b.text, "?.! ")
		if b.Kind == "text" {
			names[b.Param] = text
			continue
		}
		found, err := s.Graph.Search(ctx, text, graph.SearchOptions{Kinds: []graph.Kind{graph.Kind(b.Kind)}, Limit: perPhrase})
		if err != nil || len(found.Hits) == 0 {
			return nil, err
		}
		if i < len(filling)-1 || found.Exact == 1 {
			names[b.Param] = found.Hits[0].Name
			continue
		}
		var all []phrase
		for _, hit := range found.Hits {
			if slices.ContainsFunc(filling[:i], func(before typedBlank) bool { return names[before.Param] == hit.Name && before.Kind == b.Kind }) {
				continue
			}
			names[b.Param] = hit.Name
			all = append(all, fill(q, names))
		}
		return all, nil
	}
	return []phrase{fill(q, names)}, nil
}

// sharesWords tells whether all typed words but little ones begin words of the question's sentence or title.
func sharesWords(q *cypher.Query, tokens []string) bool {
	own := wordsOf(q.Title)
	for _, part := range q.Phrase {
		own = append(own, wordsOf(part.Text)...)
	}
	said := 0
	for _, t := range tokens {
		word := strings.Join(wordsOf(t), "")
		if !slices.ContainsFunc(own, func(w string) bool { return word != "" && strings.HasPrefix(w, word) }) {
			return false
		}
		if len(word) > 3 {
			said++
		}
	}
	return said >= 2
}

// wordsOf are the words of a text in lower case, without what stands between them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
}
