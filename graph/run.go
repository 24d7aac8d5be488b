package graph

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A tx is one transaction in which named statements run.
type tx struct {
	graph *Graph
	inner interface {
		Run(ctx context.Context, statement string, params map[string]any) (neo4j.ResultWithContext, error)
	}
}

// forever is longer than anything runs.
const forever = 365 * 24 * time.Hour

// heeded is ctx in a form that the driver heeds while it waits for the server: it looks only at contexts with a deadline.
func heeded(ctx context.Context) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, forever)
}

// read runs work in a read transaction. The driver runs it again after a passing failure, so work starts from scratch each time.
func (g *Graph) read(ctx context.Context, work func(tx) error) error {
	ctx, cancel := heeded(ctx)
	defer cancel()
	_, err := g.readMarked(ctx, work)
	return err
}

// readMarked is read that returns the bookmark of the state it saw: another one, once anybody has written.
func (g *Graph) readMarked(ctx context.Context, work func(tx) error) (bookmark string, err error) {
	session := g.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: g.database})
	defer func() { _ = session.Close(ctx) }()
	_, err = session.ExecuteRead(ctx, func(inner neo4j.ManagedTransaction) (any, error) {
		return nil, work(tx{g, inner})
	})
	if err != nil {
		return "", err
	}
	return strings.Join(neo4j.BookmarksToRawValues(session.LastBookmarks()), " "), nil
}

// write runs work in one transaction: all of it is in the graph afterwards, or nothing.
func (g *Graph) write(ctx context.Context, work func(tx) error) error {
	ctx, cancel := heeded(ctx)
	defer cancel()
	session := g.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, DatabaseName: g.database})
	defer func() { _ = session.Close(ctx) }()
	_, err := session.ExecuteWrite(ctx, func(inner neo4j.ManagedTransaction) (any, error) {
		return nil, work(tx{g, inner})
	})
	return err
}

// run runs the library's statement of that name and hands each record to each, which may be nil.
func (t tx) run(ctx context.Context, name string, params map[string]any, each func(record)) error {
	return t.stream(ctx, name, params, func(r record) error {
		if each != nil {
			each(r)
		}
		return nil
	})
}

// stream is run for work that may fail: the first error of each ends it and is returned as it is.
func (t tx) stream(ctx context.Context, name string, params map[string]any, each func(record) error) error {
	q, err := t.graph.library.Get(name)
	if err != nil {
		return err
	}
	ctx, cancel := heeded(ctx)
	defer cancel()
	result, err := t.inner.Run(ctx, q.Text, params)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for result.Next(ctx) {
		if err := each(record{result.Record()}); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// A record reads the columns of one row. A column that is null or absent reads as the zero value.
type record struct{ *neo4j.Record }

func column[T any](r record, key string) T {
	v, _ := r.Get(key)
	t, _ := v.(T)
	return t
}

func (r record) str(key string) string { return column[string](r, key) }
func (r record) float(key string) *float64 {
	v, _ := r.Get(key)
	return number(v)
}

func (r record) int(key string) int          { return int(column[int64](r, key)) }
func (r record) strings(key string) []string { return stringsOf(column[[]any](r, key)) }

// ref reads a node that stands in the columns id, name and labels.
func (r record) ref() Ref {
	return Ref{Kind: kindOf(r.strings("labels")), ID: r.str("id"), Name: r.str("name")}
}

// props are the properties of a node or a relationship.
type props map[string]any

func (p props) str(key string) string { s, _ := p[key].(string); return s }

func (p props) int(key string) int { n, _ := p[key].(int64); return int(n) }

func (p props) float(key string) *float64 { return number(p[key]) }

// number reads a number that may be whole or not; nil is none.
func number(v any) *float64 {
	switch n := v.(type) {
	case float64:
		return &n
	case int64:
		f := float64(n)
		return &f
	}
	return nil
}

func (p props) strings(key string) []string {
	list, _ := p[key].([]any)
	return stringsOf(list)
}

func stringsOf(list []any) []string {
	out := make([]string, 0, len(list))
	for _, v := range list {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
