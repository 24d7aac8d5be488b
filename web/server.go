package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/gorilla/mux"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// Graph is what the pages ask of package graph. Methods that take an id return an error that
// wraps graph.ErrNotFound when there is no such node.
type Graph interface {
	Home(ctx context.Context) (*graph.HomePage, error)
	Person(ctx context.Context, id string, w graph.Window) (*graph.PersonPage, error)
	Company(ctx context.Context, id string, w graph.Window) (*graph.CompanyPage, error)
	Technology(ctx context.Context, id string, w graph.Window) (*graph.TechnologyPage, error)
	Show(ctx context.Context, id string, w graph.Window) (*graph.ShowPage, error)
	Episode(ctx context.Context, id string) (*graph.EpisodePage, error)
	Related(ctx context.Context, id string, limit int) ([]graph.Related, error)
	RelatedToEach(ctx context.Context, ids []string, limit int) (map[string][]graph.Related, error)
	FindEpisode(ctx context.Context, ref string) (graph.EpisodeRef, error)
	Credits(ctx context.Context, show string, offset, limit int) (*graph.Credits, error)
	Search(ctx context.Context, q string, opts graph.SearchOptions) (*graph.Found, error)
	Named(ctx context.Context, refs []graph.Ref) ([]graph.Ref, error)
	Called(ctx context.Context, callings []graph.Calling) (map[graph.Calling]graph.Called, error)
	Paths(ctx context.Context, q graph.PathQuery) (*graph.Paths, error)
	Flow(ctx context.Context, q graph.FlowQuery) (*graph.Flow, error)
	Piece(ctx context.Context, refs []graph.Ref) (*graph.Piece, error)
	Neighbours(ctx context.Context, q graph.NeighbourQuery) (*graph.Piece, error)
	Query(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions) (*graph.Table, error)
	QueryStream(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions,
		head func(columns []string) error, row func(values []any) error) error
	Catalog(ctx context.Context) (*graph.Catalog, error)
	Ready(ctx context.Context) error
}

// Config is what New needs. Graph is required; the rest may be left zero.
type Config struct {
	Graph     Graph
	Library   *cypher.Library              // its questions are offered in the console
	Check     func(statement string) error // refuses statements that are not to run; see Server.ask
	Logger    *slog.Logger
	Version   string
	PublicURL string // http(s)://host by which visitors reach the site; empty: what each request says
	BoltURI   string // address of the Bolt server visitors may connect to, e.g. bolt+s://host:port; empty hides the hint
	Contact   string // a mailto: or http(s) address for removal requests, shown on /about
	Limits    Limits
}

// Limits bounds what one visitor may ask. A zero field takes its default.
type Limits struct {
	Timeout    time.Duration // of one request's work; default 10 s
	Rows       int           // of one console answer; default 1,000
	Bytes      int           // of the values of one console answer, about; default 8 MiB
	Concurrent int           // console statements running at once; default 4
	Export     time.Duration // of one export of all rows; default 1 minute
	Exports    int           // exports running at once; default 2
	Memory     int           // bytes the store lets a statement hold, told to visitors; 0: not known
	Statement  int           // bytes of a Cypher statement; default 16 KiB
	Body       int64         // bytes of a request body; default 64 KiB
}

func (l Limits) withDefaults() Limits {
	if l.Timeout <= 0 {
		l.Timeout = 10 * time.Second
	}
	if l.Rows <= 0 {
		l.Rows = 1000
	}
	if l.Bytes <= 0 {
		l.Bytes = 8 << 20
	}
	if l.Concurrent <= 0 {
		l.Concurrent = 4
	}
	if l.Export <= 0 {
		l.Export = time.Minute
	}
	if l.Exports <= 0 {
		l.Exports = 2
	}
	if l.Statement <= 0 {
		l.Statement = 16 << 10
	}
	if l.Body <= 0 {
		l.Body = 64 << 10
	}
	return l
}

// A Server is the whole site as one http.Handler.
type Server struct {
	Config
	handler http.Handler
	pages   *pages
	assets  *assets
	words   wordings
	running chan struct{} // one token a console statement that runs
	exports chan struct{} // one token an export that runs
	catalog catalog
	metrics *metrics
	quality quality
}

// New builds the site.
func New(cfg Config) (*Server, error) {
	if cfg.Graph == nil {
		return nil, errors.New("build web server: no graph given")
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	cfg.Limits = cfg.Limits.withDefaults()
	if cfg.PublicURL != "" && outgoing(cfg.PublicURL) == "" {
		return nil, fmt.Errorf("build web server: the public address %q is no http(s) address", cfg.PublicURL)
	}
	s := &Server{Config: cfg, metrics: newMetrics(),
		running: make(chan struct{}, cfg.Limits.Concurrent), exports: make(chan struct{}, cfg.Limits.Exports)}
	var err error
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("build web server: %w", err)
	}
	if s.words, err = loadWordings(); err != nil {
		return nil, fmt.Errorf("build web server: %w", err)
	}
	if s.pages, err = parsePages(s.assets); err != nil {
		return nil, fmt.Errorf("build web server: %w", err)
	}
	if s.quality, err = loadQuality(); err != nil {
		return nil, fmt.Errorf("build web server: %w", err)
	}
	s.handler = s.middleware(s.router())
	return s, nil
}

// A route is one line of the table below; GET answers HEAD as well.
type route struct {
	method, path string
	handler      http.Handler
}

func (s *Server) routes() []route {
	const get, post = http.MethodGet, http.MethodPost
	return []route{
		{get, "/", s.page(s.home)},
		{get, "/person/{id}", s.page(s.person)},
		{get, "/company/{id}", s.page(s.company)},
		{get, "/technology/{id}", s.page(s.technology)},
		{get, "/show/{id}", s.page(s.show)},
		{get, "/episode/{id}", s.page(s.episode)},
		{get, "/search", s.page(s.search)},
		{get, "/ask", s.page(s.questions)},
		{get, "/ask/{name}", s.page(s.question)},
		{get, "/path", s.page(s.path)},
		{get, "/flow", s.page(s.flow)},
		{get, "/explore", s.page(s.explore)},
		{get, "/console", s.page(s.console)},
		{get, "/console/as", s.api(s.consoleAs)},
		{get, "/console/export", s.page(s.export)},
		{get, "/about", s.page(s.about)},
		{get, "/embed", s.page(s.embed)},

		{get, "/api/v1/search", s.api(s.apiSearch)},
		{get, "/api/v1/person/{id}", s.api(s.apiPerson)},
		{get, "/api/v1/company/{id}", s.api(s.apiCompany)},
		{get, "/api/v1/technology/{id}", s.api(s.apiTechnology)},
		{get, "/api/v1/show/{id}", s.api(s.apiShow)},
		{get, "/api/v1/episode/{id}", s.api(s.apiEpisode)},
		{get, "/api/v1/episode/{id}/related", s.api(s.apiRelated)},
		{get, "/api/v1/related", s.api(s.apiRelatedTo)},
		{get, "/api/v1/path", s.api(s.apiPath)},
		{get, "/api/v1/flow", s.api(s.apiFlow)},
		{get, "/api/v1/graph", s.api(s.apiGraph)},
		{get, "/api/v1/graph/neighbours", s.api(s.apiNeighbours)},
		{post, "/api/v1/query", s.api(s.apiQuery)},
		{get, "/api/v1/queries", s.api(s.apiQueries)},
		{get, "/api/v1/schema", s.api(s.apiSchema)},
		{get, "/api/v1/openapi.json", s.api(s.apiDescription)},

		{get, "/widget.js", s.open(s.api(s.widgetScript))},
		{get, "/embed/related/{id}", s.open(s.page(s.relatedFragment))},
		{get, "/embed/related/{id}/frame", s.open(s.page(s.relatedFrame))},
		{get, "/show/{id}/related.xml", s.open(s.page(s.showRelated))},
		{get, "/oembed", s.open(s.api(s.oembedAnswer))},

		{get, "/healthz", s.api(s.healthz)},
		{get, "/readyz", s.api(s.readyz)},
		{get, "/metrics", s.api(s.showMetrics)},
		{get, "/robots.txt", s.api(s.robots)},
		{get, "/static/{file}", s.open(s.api(s.static))},
	}
}

// router matches on the encoded path and never cleans it, so that an id may hold any character
// (a feed's guid is often an address). Only an id that decisions merged into another is answered with a redirect.
func (s *Server) router() *mux.Router {
	m := mux.NewRouter().UseEncodedPath().SkipClean(true)
	allowed := map[string][]string{}
	for _, rt := range s.routes() {
		methods := []string{rt.method}
		if rt.method == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
		allowed[rt.path] = append(allowed[rt.path], methods...)
		m.Handle(rt.path, rt.handler).Methods(methods...)
	}
	for path, methods := range allowed {
		m.Handle(path, s.otherMethod(path, methods))
	}
	m.NotFoundHandler = s.notFound()
	return m
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Serve answers requests on ln until ctx is done, then lets the running ones finish (at most
// ten seconds) and returns nil. It closes ln.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      s.Limits.Timeout + 20*time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    4*s.Limits.Statement + 16<<10, // a statement in an address, percent-encoded
		ErrorLog:          slog.NewLogLogger(s.Logger.Handler(), slog.LevelWarn),
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(ln) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve pages on %s: %w", ln.Addr(), err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(grace); err != nil {
		_ = srv.Close() // the slow ones have had their time
		return fmt.Errorf("stop serving pages: %w", err)
	}
	return nil
}
