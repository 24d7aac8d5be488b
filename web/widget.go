package web

import (
	"net/http"
	"net/url"

	"guestgraph/graph"
)

// open marks what pages of other sites may load.
func (s *Server) open(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		next.ServeHTTP(w, r)
	})
}

// widgetScript serves the widget under an address that stays: other sites have it in their pages.
func (s *Server) widgetScript(w http.ResponseWriter, r *http.Request) error {
	return send(w, r, answer{kind: contentType(".js"), cache: cacheOpen, body: s.assets.plain["widget.js"]})
}

// cacheOpen is for what other sites load: an hour, and a day in which a new one may be fetched behind the old.
const cacheOpen = "public, max-age=3600, stale-while-revalidate=86400"

// A relatedTo is what the widget asks for.
type relatedTo struct {
	Episode graph.EpisodeRef `json:"episode"`
	Results []graph.Related  `json:"results"`
}

// relatedTo finds an episode and what is related to it.
func (s *Server) relatedTo(r *http.Request, ref string, limit int) (relatedTo, error) {
	episode, err := s.Graph.FindEpisode(r.Context(), ref)
	if err != nil {
		return relatedTo{}, err
	}
	related, err := s.Graph.Related(r.Context(), episode.ID, limit)
	if related == nil {
		related = []graph.Related{}
	}
	return relatedTo{episode, related}, err
}

func (s *Server) apiRelatedTo(w http.ResponseWriter, r *http.Request) error {
	ref, err := episodeAsked(r.URL.Query())
	if err != nil {
		return err
	}
	limit, err := limitOf(r, widgetShown, 50)
	if err != nil {
		return err
	}
	found, err := s.relatedTo(r, ref, limit)
	if err != nil {
		return err
	}
	return sendJSON(w, r, found)
}

// widgetShown is how many related episodes the widget shows when nothing is said.
const widgetShown = 6

// maxRef bounds an id, an address or a guid that is looked up, in bytes.
const maxRef = 2048

// episodeAsked reads which episode a query names: by id=, url= or guid=, one of them.
func episodeAsked(query url.Values) (string, error) {
	ref, named := "", 0
	for _, key := range []string{"id", "url", "guid"} {
		if v := query.Get(key); v != "" {
			ref = v
			named++
		}
	}
	if named != 1 {
		return "", fail(http.StatusBadRequest, "Say which episode: by ?id=, ?url= of its page, or ?guid=, one of them.")
	}
	if len(ref) > maxRef {
		return "", fail(http.StatusBadRequest, "An id, an address or a guid has 2,048 bytes at most.")
	}
	return ref, nil
}
