package web

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"

	"guestgraph/graph"
)

// A listing is the body of an answer that lists.
type listing[T any] struct {
	Results []T `json:"results"`
}

func sendList[T any](w http.ResponseWriter, r *http.Request, results []T) error {
	if results == nil {
		results = []T{} // [] rather than null
	}
	return sendJSON(w, r, listing[T]{results})
}

func (s *Server) apiSearch(w http.ResponseWriter, r *http.Request) error {
	terms, err := searchTerms(r)
	if err != nil {
		return err
	}
	limit, err := limitOf(r, 20, 100)
	if err != nil {
		return err
	}
	if terms.q == "" {
		return fail(http.StatusBadRequest, "Say what to search for: ?q=NAME.")
	}
	found, err := s.Graph.Search(r.Context(), terms.q, graph.SearchOptions{Kinds: terms.kinds, Limit: limit, Offset: terms.offset})
	if err != nil {
		return err
	}
	answer := searchAnswer{Found: *found}
	if n := r.URL.Query().Get("phrases"); n != "" {
		most, err := strconv.Atoi(n)
		if err != nil || most < 0 || most > 10 {
			return fail(http.StatusBadRequest, "The number of phrases is from 0 to 10.")
		}
		if answer.Phrases, err = s.suggest(r.Context(), terms.q, most); err != nil {
			return err
		}
	}
	return sendJSON(w, r, answer)
}

// A searchAnswer is what was found and, when asked for, the questions that the text may be the beginning of.
type searchAnswer struct {
	graph.Found
	Phrases []phrase `json:"phrases,omitempty"`
}

func (s *Server) apiPerson(w http.ResponseWriter, r *http.Request) error {
	return window(w, r, graph.KindPerson, s.Graph.Person)
}

func (s *Server) apiCompany(w http.ResponseWriter, r *http.Request) error {
	return window(w, r, graph.KindCompany, s.Graph.Company)
}

func (s *Server) apiTechnology(w http.ResponseWriter, r *http.Request) error {
	return window(w, r, graph.KindTechnology, s.Graph.Technology)
}

func (s *Server) apiShow(w http.ResponseWriter, r *http.Request) error {
	return window(w, r, graph.KindShow, s.Graph.Show)
}

func (s *Server) apiEpisode(w http.ResponseWriter, r *http.Request) error {
	return one(w, r, s.Graph.Episode)
}

func (s *Server) apiRelated(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	limit, err := limitOf(r, 8, 50)
	if err != nil {
		return err
	}
	related, err := s.Graph.Related(r.Context(), id, limit)
	if err != nil {
		return err
	}
	return sendList(w, r, related)
}

// A question as it is posted to /api/v1/query.
type queryRequest struct {
	Query      string          `json:"query"`
	Parameters json.RawMessage `json:"parameters"`
}

func (s *Server) apiQuery(w http.ResponseWriter, r *http.Request) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return fail(http.StatusUnsupportedMediaType, "Send the query as application/json.")
	}
	var req queryRequest
	dec := json.NewDecoder(r.Body)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&req); err != nil {
		return s.badBody(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return fail(http.StatusBadRequest, "The body holds more than one JSON value.")
	}
	params, err := parameters(req.Parameters)
	if err != nil {
		return fail(http.StatusBadRequest, err.Error())
	}
	if format := streamed(r); format != "" {
		return s.stream(w, r, format, req.Query, params)
	}
	table, err := s.ask(r.Context(), req.Query, params)
	if err != nil {
		return s.withSuggestion(r.Context(), err)
	}
	return sendJSON(w, r, table)
}

func (s *Server) badBody(err error) error {
	var tooBig *http.MaxBytesError
	if errors.As(err, &tooBig) {
		return fail(http.StatusRequestEntityTooLarge, fmt.Sprintf("A request may hold %s bytes at most.", number(int(tooBig.Limit))))
	}
	return fail(http.StatusBadRequest, `The body is not {"query": "…", "parameters": {…}}: `+jsonError(err).Error()+".")
}

//go:embed openapi.json
var openAPI []byte

// apiDescription serves the OpenAPI document; a test holds it against the routes and the types.
func (s *Server) apiDescription(w http.ResponseWriter, r *http.Request) error {
	return send(w, r, answer{kind: "application/json", cache: "public, max-age=3600", body: openAPI})
}

// one answers with the page of the node that the route names, as JSON.
func one[T any](w http.ResponseWriter, r *http.Request, find func(context.Context, string) (T, error)) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := find(r.Context(), id)
	if err != nil {
		return err
	}
	return sendJSON(w, r, page)
}

// window answers with the stretch of a node's page that is asked for.
func window[T any](w http.ResponseWriter, r *http.Request, kind graph.Kind, find func(context.Context, string, graph.Window) (T, error)) error {
	stretch, err := windowOf(r, kind)
	if err != nil {
		return err
	}
	return one(w, r, func(ctx context.Context, id string) (T, error) { return find(ctx, id, stretch) })
}

// limitOf reads ?limit=, from 1 to most.
func limitOf(r *http.Request, usual, most int) (int, error) {
	text := r.URL.Query().Get("limit")
	if text == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most {
		return 0, fail(http.StatusBadRequest, fmt.Sprintf("The limit is a number from 1 to %d.", most))
	}
	return n, nil
}
