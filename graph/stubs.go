package graph

import (
	"context"
	"errors"
	"iter"
	"time"

	"guestgraph/extract"
)

var errSoon = errors.New("being written")

// A Document is one episode with the facts extracted from it: what Load takes.
type Document struct {
	Episode extract.Episode
	Facts   extract.Facts
}

// LoadOptions steer Load.
type LoadOptions struct {
	Version  string       // version of the extractor; another one replaces what it wrote before
	DryRun   bool         // count what would change, write nothing
	Progress func(Report) // called after each batch with the totals so far
}

// A Report counts what a load changed.
type Report struct {
	Added     int `json:"added"`     // episodes new to the graph
	Kept      int `json:"kept"`      // episodes whose content and extractor are unchanged
	Replaced  int `json:"replaced"`  // episodes written anew
	Withdrawn int `json:"withdrawn"` // episodes removed
}

// Load brings documents into the graph.
func (g *Graph) Load(ctx context.Context, docs iter.Seq2[Document, error], opts LoadOptions) (Report, error) {
	return Report{}, errSoon
}

// Withdraw removes episodes by id.
func (g *Graph) Withdraw(ctx context.Context, ids []string) (Report, error) { return Report{}, errSoon }

// EnsureSchema creates the constraints and indexes that are missing.
func (g *Graph) EnsureSchema(ctx context.Context) error { return errSoon }

// Home is the first page.
func (g *Graph) Home(ctx context.Context) (*HomePage, error) { return nil, errSoon }

// Person is the page of a person.
func (g *Graph) Person(ctx context.Context, id string) (*PersonPage, error) { return nil, errSoon }

// Company is the page of a company.
func (g *Graph) Company(ctx context.Context, id string) (*CompanyPage, error) { return nil, errSoon }

// Technology is the page of a technology.
func (g *Graph) Technology(ctx context.Context, id string) (*TechnologyPage, error) {
	return nil, errSoon
}

// Show is the page of a show.
func (g *Graph) Show(ctx context.Context, id string) (*ShowPage, error) { return nil, errSoon }

// Episode is the page of an episode.
func (g *Graph) Episode(ctx context.Context, id string) (*EpisodePage, error) { return nil, errSoon }

// FindEpisode finds an episode by its id, its page's URL or its feed's guid.
func (g *Graph) FindEpisode(ctx context.Context, ref string) (EpisodeRef, error) {
	return EpisodeRef{}, errSoon
}

// Related lists episodes related to one.
func (g *Graph) Related(ctx context.Context, id string, limit int) ([]Related, error) {
	return nil, errSoon
}

// Search finds entities, shows and episodes by name; an empty kind means all.
func (g *Graph) Search(ctx context.Context, q string, kind Kind, limit int) ([]Hit, error) {
	return nil, errSoon
}

// QueryOptions limit a console query.
type QueryOptions struct {
	Write   bool          // allow updates; else they are refused
	MaxRows int           // 0: no limit
	Timeout time.Duration // 0: the server's
}

// A QueryError is a statement's mistake as the server tells it.
type QueryError struct {
	Code    string `json:"code"`             // Neo4j's status code, e.g. Neo.ClientError.Statement.SyntaxError
	Message string `json:"message"`          // without the position and the excerpt
	Line    int    `json:"line,omitempty"`   // 1-based; 0 when the server names no place
	Column  int    `json:"column,omitempty"` // 1-based, in characters
	Offset  int    `json:"offset"`           // 0-based, in characters
}

func (e *QueryError) Error() string { return e.Message }

// Query runs one statement and returns its rows.
func (g *Graph) Query(ctx context.Context, statement string, params map[string]any, opts QueryOptions) (*Table, error) {
	return nil, errSoon
}

// QueryStream runs one statement and hands over its columns once, then each row as it comes.
func (g *Graph) QueryStream(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) error {
	return errSoon
}
