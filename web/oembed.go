package web

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"guestgraph/graph"
)

// An oembed is the answer for one episode as https://oembed.com has it: type "rich", an iframe.
type oembed struct {
	XMLName      xml.Name `json:"-" xml:"oembed"`
	Version      string   `json:"version" xml:"version"`
	Type         string   `json:"type" xml:"type"`
	Title        string   `json:"title" xml:"title"`
	AuthorName   string   `json:"author_name,omitempty" xml:"author_name,omitempty"`
	AuthorURL    string   `json:"author_url,omitempty" xml:"author_url,omitempty"`
	ProviderName string   `json:"provider_name" xml:"provider_name"`
	ProviderURL  string   `json:"provider_url" xml:"provider_url"`
	CacheAge     int      `json:"cache_age" xml:"cache_age"` // seconds
	HTML         string   `json:"html" xml:"html"`
	Width        int      `json:"width" xml:"width"`
	Height       int      `json:"height" xml:"height"`
}

// The size of the frame unless the consumer has less room.
const (
	frameWidth  = 640
	frameHeight = 480
)

// oembedAnswer tells consumers how to embed what is related to an episode. They name it by its page here, or by its own.
func (s *Server) oembedAnswer(w http.ResponseWriter, r *http.Request) error {
	query := r.URL.Query()
	format := query.Get("format")
	if format != "" && format != "json" && format != "xml" {
		return fail(http.StatusNotImplemented, "The formats are json and xml.") // as the specification wants it
	}
	address := query.Get("url")
	if address == "" || len(address) > maxRef {
		return fail(http.StatusBadRequest, "Say what to embed: ?url= of an episode's page.")
	}
	width, err := roomOf(query, "maxwidth", frameWidth)
	if err != nil {
		return err
	}
	height, err := roomOf(query, "maxheight", frameHeight)
	if err != nil {
		return err
	}
	base := s.base(r)
	episode, err := s.Graph.FindEpisode(r.Context(), episodeAt(base, address))
	if err != nil {
		return err
	}
	o, err := s.newOEmbed(base, episode, width, height)
	if err != nil {
		return err
	}
	return sendOEmbed(w, r, o, format)
}

// episodeAt takes the id out of the address of an episode's page on this site; any other address stays what it is.
func episodeAt(base, address string) string {
	rest, ok := strings.CutPrefix(address, base+"/"+string(graph.KindEpisode)+"/")
	if !ok {
		return address
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	if id, err := url.PathUnescape(rest); err == nil {
		return id
	}
	return address
}

func roomOf(query url.Values, key string, usual int) (int, error) {
	text := query.Get(key)
	if text == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, fail(http.StatusBadRequest, key+" is a number of pixels.")
	}
	return min(n, usual), nil
}

func (s *Server) newOEmbed(base string, episode graph.EpisodeRef, width, height int) (oembed, error) {
	title := short(s.words.in("en").Heading + ": " + episode.Title)
	frame, err := s.iframe(base+framePath(episode.ID), title, strconv.Itoa(width), height)
	if err != nil {
		return oembed{}, err
	}
	o := oembed{Version: "1.0", Type: "rich", Title: title, ProviderName: "guestgraph", ProviderURL: base + "/", CacheAge: 3600,
		HTML: frame, Width: width, Height: height}
	if episode.Show.ID != "" {
		o.AuthorName, o.AuthorURL = short(episode.Show.Name), base+href(graph.KindShow, episode.Show.ID)
	}
	return o, nil
}

// framePath is where the page for an iframe is.
func framePath(id string) string { return fragmentPath(id) + "/frame" }

func fragmentPath(id string) string { return "/embed/related/" + url.PathEscape(id) }

func (s *Server) iframe(src, title, width string, height int) (string, error) {
	return s.code("iframe", map[string]any{"Src": src, "Title": short(title), "Width": width, "Height": height})
}

func sendOEmbed(w http.ResponseWriter, r *http.Request, o oembed, format string) error {
	if format == "xml" {
		body, err := xml.Marshal(o)
		if err != nil {
			return fmt.Errorf("encode oEmbed: %w", err)
		}
		return send(w, r, answer{kind: "text/xml; charset=utf-8", cache: cacheOpen, body: append([]byte(xml.Header), append(body, '\n')...)})
	}
	body, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("encode oEmbed: %w", err)
	}
	return send(w, r, answer{kind: "application/json", cache: cacheOpen, body: append(body, '\n')})
}

// oembedAddress is where a consumer finds an episode's oEmbed; the page links to it, format left open.
func (s *Server) oembedAddress(r *http.Request, id string) string {
	base := s.base(r)
	return base + "/oembed?url=" + url.QueryEscape(base+href(graph.KindEpisode, id))
}
