package web

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"guestgraph/graph"
)

// framePolicy lets any site show the page in a frame, and the page do nothing but look like one.
const framePolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"

// A relatedView is what templates/embed shows: the widget without its script.
type relatedView struct {
	Words    wording
	Heading  string
	Theme    string // light, dark, or "" for the reader's choice
	Frame    bool   // links leave the frame
	Title    string // of the episode
	Evidence string // address of what was said
	Cards    []embedCard
}

// An embedCard is a related episode as another site shows it, with absolute addresses.
type embedCard struct {
	Title, Href string
	Show        string
	Published   string
	Before      string // of the sentence that says why, up to the names
	Names       []embedName
	After       string
}

type embedName struct{ Name, Href, Comma string }

// relatedFragment answers with a piece of HTML that a server puts into its own page.
func (s *Server) relatedFragment(w http.ResponseWriter, r *http.Request) error {
	view, err := s.relatedView(r)
	if err != nil {
		return err
	}
	return s.sendEmbed(w, r, "fragment", view)
}

// relatedFrame answers with a whole page for an iframe.
func (s *Server) relatedFrame(w http.ResponseWriter, r *http.Request) error {
	view, err := s.relatedView(r)
	if err != nil {
		return err
	}
	view.Frame = true
	w.Header().Set("Content-Security-Policy", framePolicy)
	w.Header().Del("X-Frame-Options")
	return s.sendEmbed(w, r, "frame", view)
}

func (s *Server) sendEmbed(w http.ResponseWriter, r *http.Request, name string, view relatedView) error {
	var buf bytes.Buffer
	if err := s.pages.embed.ExecuteTemplate(&buf, name, view); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return send(w, r, answer{kind: "text/html; charset=utf-8", cache: cacheOpen, body: dropControls(buf.Bytes())})
}

// maxHeading bounds a heading that the site chooses, in runes.
const maxHeading = 100

func (s *Server) relatedView(r *http.Request) (relatedView, error) {
	id, err := pathID(r)
	if err != nil {
		return relatedView{}, err
	}
	limit, err := limitOf(r, widgetShown, 50)
	if err != nil {
		return relatedView{}, err
	}
	found, err := s.relatedTo(r, id, limit)
	if err != nil {
		return relatedView{}, err
	}
	query := r.URL.Query()
	look := newLook(query)
	return s.newRelatedView(s.base(r), s.words.in(look.Lang), look, found), nil
}

func (s *Server) newRelatedView(base string, words wording, look embedLook, found relatedTo) relatedView {
	view := relatedView{Words: words, Heading: look.Heading, Theme: look.Theme, Title: found.Episode.Title,
		Evidence: base + href(graph.KindEpisode, found.Episode.ID) + "#related"}
	if look.Theme == "page" { // a frame knows no other
		view.Theme = ""
	}
	if view.Heading == "" {
		view.Heading = words.Heading
	}
	for _, rel := range found.Results {
		view.Cards = append(view.Cards, newEmbedCard(base, words, rel))
	}
	return view
}

func newEmbedCard(base string, words wording, rel graph.Related) embedCard {
	e := rel.Episode
	c := embedCard{Title: e.Title, Href: episodePage(base, e), Show: e.Show.Name, Published: e.Published}
	if c.Title == "" {
		c.Title = words.Untitled
	}
	if len(rel.Reasons) == 0 {
		return c
	}
	// One line: the strongest kind of reason with up to three names.
	kind := rel.Reasons[0].Kind
	c.Before, c.After, _ = strings.Cut(words.reason(kind), "{}")
	for _, why := range rel.Reasons {
		if why.Kind != kind || len(c.Names) == 3 {
			continue
		}
		n := embedName{Name: why.Entity.Name, Href: base + href(why.Entity.Kind, why.Entity.ID)}
		if len(c.Names) > 0 {
			n.Comma = words.Comma
		}
		c.Names = append(c.Names, n)
	}
	return c
}

// episodePage is where an episode is to be read about and heard: its own page, if it has one, or else the one here.
// What leads to the front of a site is the show's.
func episodePage(base string, e graph.EpisodeRef) string {
	own := outgoing(e.URL)
	if u, err := url.Parse(own); err == nil && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "") {
		return own
	}
	return base + href(graph.KindEpisode, e.ID)
}

// An embedLook is what a site chose of how the widget looks.
type embedLook struct {
	Lang, Theme, Heading string
}

// newLook reads it from a query; what is not known is left out.
func newLook(query map[string][]string) embedLook {
	get := func(key string) string {
		if v := query[key]; len(v) > 0 {
			return strings.TrimSpace(v[0])
		}
		return ""
	}
	look := embedLook{Lang: get("lang"), Theme: get("theme"), Heading: get("heading")}
	if look.Theme != "light" && look.Theme != "dark" && look.Theme != "page" {
		look.Theme = ""
	}
	if end := runeOffset(look.Heading, maxHeading); end < len(look.Heading) {
		look.Heading = look.Heading[:end]
	}
	return look
}
