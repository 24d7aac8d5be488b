package graph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// QueryOptions limit a console query.
type QueryOptions struct {
	Write    bool          // allow updates; else the server refuses them
	MaxRows  int           // 0: no limit
	MaxBytes int           // of the values kept, about; 0: no limit. The first row is kept whatever its size.
	ReadOn   bool          // past MaxRows read on without keeping, as a PROFILE is told only at the end
	Timeout  time.Duration // 0: the server's own
}

// errEnough ends a stream once the row limit is reached.
var errEnough = errors.New("row limit reached")

// Query runs one statement and returns its rows, at most opts.MaxRows. Values are fit for JSON: numbers, strings,
// booleans, nil, []any and map[string]any; see the functions of value.go for nodes, paths, times and points.
// A mistake in the statement is a *QueryError.
func (g *Graph) Query(ctx context.Context, statement string, params map[string]any, opts QueryOptions) (*Table, error) {
	begin := time.Now()
	table := &Table{Columns: []string{}, Rows: [][]any{}}
	bytes := 0
	summary, err := g.within(ctx, statement, params, opts,
		func(columns []string) error {
			table.Columns = append(table.Columns, columns...)
			return nil
		},
		func(values []any) error {
			size := sizeOf(values)
			if opts.MaxRows > 0 && len(table.Rows) == opts.MaxRows || opts.MaxBytes > 0 && len(table.Rows) > 0 && bytes+size > opts.MaxBytes {
				table.Truncated = true
			}
			switch {
			case !table.Truncated:
				table.Rows = append(table.Rows, values)
				bytes += size
			case !opts.ReadOn:
				return errEnough
			}
			return nil
		})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	if summary != nil {
		table.Plan, table.Notices = stepOf(summary), noticesOf(summary)
	}
	table.Millis = time.Since(begin).Milliseconds()
	return table, nil
}

// sizeOf is about how many bytes a value takes as JSON.
func sizeOf(v any) int {
	n := 2
	switch v := v.(type) {
	case string:
		n += len(v)
	case []any:
		for _, item := range v {
			n += 1 + sizeOf(item)
		}
	case map[string]any:
		for key, item := range v {
			n += 4 + len(key) + sizeOf(item)
		}
	default:
		n = 8
	}
	return n
}

// QueryStream runs one statement and hands over its columns once, then each row as it comes, so that memory stays flat
// however many there are. An error of head or row ends the query and is returned as it is. MaxRows is not looked at.
func (g *Graph) QueryStream(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) error {
	_, err := g.within(ctx, statement, params, opts, head, row)
	return err
}

// within streams and holds the server to the time limit.
func (g *Graph) within(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) (neo4j.ResultSummary, error) {
	if opts.Timeout <= 0 {
		return g.stream(ctx, statement, params, opts, head, row)
	}
	// The server ends the statement itself, but may look at the clock only every few seconds, as Neo4j does.
	limited, cancel := context.WithTimeout(ctx, opts.Timeout+timeoutMargin)
	defer cancel()
	summary, err := g.stream(limited, statement, params, opts, head, row)
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		return nil, &QueryError{Code: codeTimedOut, Message: fmt.Sprintf("the statement ran longer than %v", opts.Timeout)}
	}
	return summary, err
}

// timeoutMargin is how long the server may be late in ending a statement before its connection is cut.
const timeoutMargin = 500 * time.Millisecond

func (g *Graph) stream(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) (neo4j.ResultSummary, error) {
	mode := neo4j.AccessModeRead
	if opts.Write {
		mode = neo4j.AccessModeWrite
	}
	ctx, cancel := heeded(ctx)
	defer cancel()
	session := g.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: g.database, FetchSize: fetchSize(opts.MaxRows),
	})
	// Closing tells the server to drop what was not read, even when ctx has ended.
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	var config []func(*neo4j.TransactionConfig)
	if opts.Timeout > 0 {
		config = append(config, neo4j.WithTxTimeout(opts.Timeout))
	}
	result, err := session.Run(ctx, statement, params, config...)
	if err != nil {
		return nil, streamError(ctx, err)
	}
	columns, err := result.Keys()
	if err != nil {
		return nil, streamError(ctx, err)
	}
	if err := head(columns); err != nil {
		return nil, err
	}
	for result.Next(ctx) {
		values := result.Record().Values
		for i, v := range values {
			values[i] = jsonValue(v)
		}
		if err := row(values); err != nil {
			return nil, err
		}
	}
	if err := result.Err(); err != nil {
		return nil, streamError(ctx, err)
	}
	summary, err := result.Consume(ctx) // all was read: the summary is there already
	return summary, streamError(ctx, err)
}

// streamError is queryError for a statement whose context may have ended: then that is the reason, whatever the driver
// says of it.
func streamError(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("run query: %w", ctx.Err())
	}
	return queryError(err)
}

// fetchSize asks for one row more than wanted, to know whether there are more, and for no page above 1,000.
func fetchSize(maxRows int) int {
	if maxRows <= 0 || maxRows >= 1000 {
		return 1000
	}
	return maxRows + 1
}
