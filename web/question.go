package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/gorilla/mux"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// A sentencePart is text of a phrase, or a blank of it.
type sentencePart struct {
	Text  string
	Blank *blank
}

// A questionView is what templates/question.html shows: one question of the library and its answer.
type questionView struct {
	Query   *cypher.Query
	Form    phraseForm
	Asked   string // the sentence as it was asked; empty while blanks are open
	Blanks  []*blank
	Answer  *answerTable // nil while there are blanks to fill
	Console string       // the Cypher behind, with what was filled in
	About   []about      // other questions about what was filled in
	Others  []phrase     // where there is nothing to ask about: of the same category
}

// A phraseForm is a sentence with inputs for its blanks.
type phraseForm struct {
	Action   string
	Prefix   string // of the inputs' ids
	Sentence []sentencePart
}

// An about is more questions about one thing.
type about struct {
	graph.Ref
	Phrases []phrase
}

// A questionsView is what templates/questions.html shows: all questions.
type questionsView struct{ Groups []phraseGroup }

// A phraseGroup is the questions of one category.
type phraseGroup struct {
	Category string
	Phrases  []phrase
}

func (s *Server) questions(w http.ResponseWriter, r *http.Request) error {
	var view questionsView
	for _, group := range savedGroups(s.Library) {
		g := phraseGroup{Category: group.Category}
		for _, q := range group.Queries {
			g.Phrases = append(g.Phrases, open(q))
		}
		view.Groups = append(view.Groups, g)
	}
	return s.render(w, r, http.StatusOK, "questions", layout{Title: "Questions", Here: "/ask", Page: view})
}

func (s *Server) question(w http.ResponseWriter, r *http.Request) error {
	q, err := s.libraryQuestion(mux.Vars(r)["name"])
	if err != nil {
		return err
	}
	values := r.URL.Query()
	view := questionView{Query: q}
	if view.Blanks, err = readBlanks(q, values); err != nil {
		return err
	}
	settled := true
	for _, b := range view.Blanks {
		if err := s.settle(r.Context(), b); err != nil {
			return err
		}
		settled = settled && b.Filled != ""
	}
	view.write(values)
	params, err := view.params()
	if err != nil {
		return err
	}
	view.Console = consoleHref(q.Text, string(params.text))
	if settled {
		table, err := s.ask(r.Context(), q.Text, params.values)
		if err != nil {
			return err
		}
		if view.Answer, err = s.answerTable(r.Context(), q, table); err != nil {
			return err
		}
		view.Asked = view.sentence()
	}
	s.more(&view)
	return s.render(w, r, http.StatusOK, "question", layout{Title: questionTitle(view), Here: "/ask", NoIndex: len(view.Blanks) > 0 && settled, Page: view})
}

// libraryQuestion finds a question that people may ask.
func (s *Server) libraryQuestion(name string) (*cypher.Query, error) {
	if name, err := url.PathUnescape(name); err == nil && s.Library != nil {
		if q, err := s.Library.Get("ask/" + name); err == nil && q.Access == cypher.Read {
			return q, nil
		}
	}
	return nil, fail(http.StatusNotFound, "There is no question of this name.")
}

// write lays the sentence out and gives each choice the address of the question about it.
func (v *questionView) write(values url.Values) {
	v.Form = newPhraseForm(v.Query, v.Blanks, "")
	for _, b := range v.Blanks {
		for i := range b.Choices {
			filled := url.Values{}
			for _, other := range v.Blanks {
				if typed := values.Get(other.Param); typed != "" {
					filled.Set(other.Param, typed)
				}
			}
			filled.Set(b.Param, b.Choices[i].Name)
			filled.Set(b.Param+refSuffix, b.Choices[i].String())
			b.Choices[i].Href = questionHref(v.Query, filled)
		}
	}
}

func newPhraseForm(q *cypher.Query, blanks []*blank, prefix string) phraseForm {
	form := phraseForm{Action: questionHref(q, nil), Prefix: prefix}
	i := 0
	for _, part := range q.Sentence() {
		if part.Param == "" {
			form.Sentence = append(form.Sentence, sentencePart{Text: part.Text})
			continue
		}
		form.Sentence = append(form.Sentence, sentencePart{Blank: blanks[i]})
		i++
	}
	return form
}

// parameterSet is parameters as they go to the graph and as the console writes them.
type parameterSet struct {
	values map[string]any
	text   []byte
}

// params are the query's defaults with the blanks filled in.
func (v *questionView) params() (parameterSet, error) {
	values, err := v.Query.Bind(nil)
	if err != nil {
		return parameterSet{}, fmt.Errorf("ask %s: %w", v.Query.Name, err)
	}
	for _, b := range v.Blanks {
		if b.Filled == "" {
			continue
		}
		if v.Query.Param(b.Param).Type == cypher.String {
			values[b.Param] = b.Filled
		} else if values[b.Param], err = v.Query.Param(b.Param).Type.Value(b.Filled); err != nil {
			return parameterSet{}, fail(http.StatusBadRequest, "This does not fit: "+err.Error()+".")
		}
	}
	if len(values) == 0 {
		return parameterSet{}, nil
	}
	text, err := json.Marshal(values)
	if err != nil {
		return parameterSet{}, fmt.Errorf("write the parameters of %s: %w", v.Query.Name, err)
	}
	return parameterSet{values, text}, nil
}

// sentence is the question with its blanks filled in.
func (v *questionView) sentence() string {
	var b strings.Builder
	for _, part := range v.Form.Sentence {
		if part.Blank == nil {
			b.WriteString(part.Text)
		} else {
			b.WriteString(part.Blank.Filled)
		}
	}
	return b.String()
}

func questionTitle(v questionView) string {
	if v.Asked != "" {
		return v.Asked
	}
	return v.Query.Title
}

// more offers other questions: about what was filled in, or else of the same category.
func (s *Server) more(v *questionView) {
	for _, b := range v.Blanks {
		if b.Known.ID != "" {
			if phrases := s.phrasesAbout(b.Known, v.Query); len(phrases) > 0 {
				v.About = append(v.About, about{b.Known, phrases})
			}
		}
	}
	if len(v.About) > 0 || s.Library == nil {
		return
	}
	for _, q := range s.Library.Questions() {
		if q.Category == v.Query.Category && q != v.Query && q.Access == cypher.Read {
			v.Others = append(v.Others, open(q))
		}
	}
}

// questionHref is the address of a question with its blanks filled.
func questionHref(q *cypher.Query, filled url.Values) string {
	address := "/ask/" + url.PathEscape(strings.TrimPrefix(q.Name, "ask/"))
	if len(filled) > 0 {
		address += "?" + filled.Encode()
	}
	return address
}
