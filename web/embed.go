package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"guestgraph/graph"
)

// An embedView is what templates/embed.html shows.
type embedView struct {
	Asked   string // what stands in the box
	Look    embedLook
	Limit   int
	Usual   int // limit that needs no saying
	Langs   []string
	Found   []graph.Hit // several that may be meant
	Unknown bool        // what was asked for is not there
	Chosen  *embedChosen
}

// An embedChosen is the episode with the ways to show it elsewhere.
type embedChosen struct {
	Episode  graph.EpisodeRef
	Heading  string
	Cards    []embedCard
	Snippets []snippet
	Feed     string // address of the show's feed; "" without a show
	Host     string // of this site, for a content policy
}

// A snippet is code to take over.
type snippet struct {
	ID, Title, Note, Code string
	Rows                  int
}

// embed lets the owner of a site choose an episode, see the widget and take its code.
func (s *Server) embed(w http.ResponseWriter, r *http.Request) error {
	query := r.URL.Query()
	limit, err := limitOf(r, widgetShown, 20)
	if err != nil {
		return err
	}
	view := embedView{Asked: strings.TrimSpace(query.Get("episode")), Look: newLook(query), Limit: limit, Usual: widgetShown, Langs: s.words.langs()}
	if len(view.Asked) > maxRef || len(query.Get("ref")) > maxRef {
		return fail(http.StatusBadRequest, "An id, an address or a guid has 2,048 bytes at most.")
	}
	if !slices.Contains(view.Langs, view.Look.Lang) {
		view.Look.Lang = ""
	}
	if err := s.chooseEpisode(r, &view); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "embed", layout{Title: "Related episodes on your site", Here: "/embed", Page: view})
}

// chooseEpisode finds the episode that was chosen from suggestions, named by its id, address or guid, or meant by words
// of its title.
func (s *Server) chooseEpisode(r *http.Request, view *embedView) error {
	ref := graph.ParseRef(r.URL.Query().Get("ref"))
	if ref.Kind == graph.KindEpisode {
		episode, err := s.Graph.FindEpisode(r.Context(), ref.ID)
		// Without a script the box may say something else by now.
		if err == nil && (view.Asked == "" || view.Asked == strings.TrimSpace(episode.Title)) {
			return s.choose(r, view, episode)
		}
		if err != nil && !errors.Is(err, graph.ErrNotFound) {
			return err
		}
	}
	if view.Asked == "" {
		return nil
	}
	episode, err := s.Graph.FindEpisode(r.Context(), view.Asked)
	if err == nil {
		return s.choose(r, view, episode)
	}
	if !errors.Is(err, graph.ErrNotFound) {
		return err
	}
	words := view.Asked[:runeOffset(view.Asked, maxSearch)]
	found, err := s.Graph.Search(r.Context(), words, graph.SearchOptions{Kinds: []graph.Kind{graph.KindEpisode}, Limit: 10})
	if err != nil {
		return err
	}
	view.Found, view.Unknown = found.Hits, len(found.Hits) == 0
	return nil
}

func (s *Server) choose(r *http.Request, view *embedView, episode graph.EpisodeRef) error {
	related, err := s.Graph.Related(r.Context(), episode.ID, view.Limit)
	if err != nil {
		return err
	}
	base := s.base(r)
	shown := s.newRelatedView(base, s.words.in(view.Look.Lang), view.Look, relatedTo{episode, related})
	view.Asked = strings.TrimSpace(episode.Title)
	view.Chosen = &embedChosen{Episode: episode, Heading: shown.Heading, Cards: shown.Cards, Host: base}
	if episode.Show.ID != "" {
		view.Chosen.Feed = base + href(graph.KindShow, episode.Show.ID) + "/related.xml"
	}
	view.Chosen.Snippets, err = s.snippets(base, view, shown)
	return err
}

func (s *Server) snippets(base string, view *embedView, shown relatedView) ([]snippet, error) {
	id, limit := view.Chosen.Episode.ID, 0
	if view.Limit != view.Usual {
		limit = view.Limit
	}
	element, err := s.code("snippet", map[string]any{"Base": base, "ID": id, "Limit": limit, "Look": view.Look, "Cards": shown.Cards})
	if err != nil {
		return nil, err
	}
	options := view.Look.query()
	if limit > 0 {
		options.Set("limit", fmt.Sprint(limit))
	}
	frame, err := s.iframe(withQuery(base+framePath(id), options), shown.Heading+": "+shown.Title, "100%", frameHeight)
	if err != nil {
		return nil, err
	}
	options.Del("theme") // of no matter to plain HTML
	return []snippet{
		{"code-element", "The widget", "One script tag on the page, and the element where the episodes are to stand. The links inside show at once, and stay without JavaScript or when this server cannot be reached.", element, 11},
		{"code-frame", "A frame", "For sites that take no scripts.", frame, 3},
		{"code-oembed", "oEmbed", "Where a system embeds addresses, give it the address of the episode’s page here; this is what it asks.",
			base + "/oembed?url=" + url.QueryEscape(base+href(graph.KindEpisode, id)) + "&format=json", 2},
		{"code-fragment", "HTML", "For a server that puts it into its own page: headings and links, no script, no style.", withQuery(base+fragmentPath(id), options), 2},
	}, nil
}

func withQuery(address string, query url.Values) string {
	if len(query) == 0 {
		return address
	}
	return address + "?" + query.Encode()
}

// query writes what was chosen as an address has it.
func (l embedLook) query() url.Values {
	query := url.Values{}
	for key, value := range map[string]string{"heading": l.Heading, "lang": l.Lang, "theme": l.Theme} {
		if value != "" {
			query.Set(key, value)
		}
	}
	return query
}

// code writes one of the templates in templates/embed.
func (s *Server) code(name string, data any) (string, error) {
	var buf bytes.Buffer
	if err := s.pages.embed.ExecuteTemplate(&buf, name, data); err != nil {
		return "", fmt.Errorf("write %s: %w", name, err)
	}
	// All attributes there are in double quotes, so that these two may stand as they are.
	return strings.NewReplacer("&#43;", "+", "&#39;", "'").Replace(strings.TrimSpace(string(dropControls(buf.Bytes())))), nil
}
