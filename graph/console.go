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
	Write   bool          // allow updates; else the server refuses them
	MaxRows int           // 0: no limit
	Timeout time.Duration // 0: the server's own
}

// errEnough ends a stream once the row limit is reached.
var errEnough = errors.New("row limit reached")

// Query runs one statement and returns its rows, at most opts.MaxRows. Values are fit for JSON: numbers, strings,
// booleans, nil, []any and map[string]any; see the functions of value.go for nodes, paths, times and points.
// A mistake in the statement is a *QueryError.
func (g *Graph) Query(ctx context.Context, statement string, params map[string]any, opts QueryOptions) (*Table, error) {
	begin := time.Now()
	table := &Table{Columns: []string{}, Rows: [][]any{}}
	err := g.QueryStream(ctx, statement, params, opts,
		func(columns []string) error {
			table.Columns = append(table.Columns, columns...)
			return nil
		},
		func(values []any) error {
			if opts.MaxRows > 0 && len(table.Rows) == opts.MaxRows {
				table.Truncated = true
				return errEnough
			}
			table.Rows = append(table.Rows, values)
			return nil
		})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	table.Millis = time.Since(begin).Milliseconds()
	return table, nil
}

// QueryStream runs one statement and hands over its columns once, then each row as it comes, so that memory stays flat
// however many there are. An error of head or row ends the query and is returned as it is. MaxRows is not looked at.
func (g *Graph) QueryStream(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) error {
	if opts.Timeout <= 0 {
		return g.stream(ctx, statement, params, opts, head, row)
	}
	// The server ends the statement itself, but may look at the clock only every few seconds, as Neo4j does.
	limited, cancel := context.WithTimeout(ctx, opts.Timeout+timeoutMargin)
	defer cancel()
	err := g.stream(limited, statement, params, opts, head, row)
	if err != nil && limited.Err() != nil && ctx.Err() == nil {
		return &QueryError{Code: codeTimedOut, Message: fmt.Sprintf("the statement ran longer than %v", opts.Timeout)}
	}
	return err
}

// timeoutMargin is how long the server may be late in ending a statement before its connection is cut.
const timeoutMargin = 500 * time.Millisecond

func (g *Graph) stream(ctx context.Context, statement string, params map[string]any, opts QueryOptions,
	head func(columns []string) error, row func(values []any) error) error {
	mode := neo4j.AccessModeRead
	if opts.Write {
		mode = neo4j.AccessModeWrite
	}
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
		return queryError(err)
	}
	columns, err := result.Keys()
	if err != nil {
		return queryError(err)
	}
	if err := head(columns); err != nil {
		return err
	}
	for result.Next(ctx) {
		values := result.Record().Values
		for i, v := range values {
			values[i] = jsonValue(v)
		}
		if err := row(values); err != nil {
			return err
		}
	}
	return queryError(result.Err())
}

// fetchSize asks for one row more than wanted, to know whether there are more, and for no page above 1,000.
func fetchSize(maxRows int) int {
	if maxRows <= 0 || maxRows >= 1000 {
		return 1000
	}
	return maxRows + 1
}
