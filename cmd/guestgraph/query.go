package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"guestgraph/cypher"
	"guestgraph/graph"
)

func (p *program) queryCommand() *cobra.Command {
	var (
		params  []string
		format  string
		write   bool
		timeout time.Duration
	)
	cmd := &cobra.Command{
		Use:   "query FILE|-|STATEMENT|NAME",
		Short: "Run a Cypher statement, or a saved query by its name",
		Long: `query runs one Cypher statement: from a file, from standard input (-), as given, or a saved query of the
library by its name. It only reads, unless --write is given.

  guestgraph query 'MATCH (p:Person)-[w:WORKED_AT]->(c:Company) RETURN p.name, w.roles, c.name LIMIT 5'
  guestgraph query 'MATCH (p:Person {id: $id}) RETURN p' --param id=aaron-francis --format json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			parameters, err := parseParams(params)
			if err != nil {
				return err
			}
			statement, err := p.statement(args[0], parameters)
			if err != nil {
				return err
			}
			rows, err := newRowWriter(format, p.out)
			if err != nil {
				return err
			}
			b, err := p.openBackend(cmd.Context())
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, b.Close()) }()
			options := graph.QueryOptions{Write: write, Timeout: timeout}
			if err := b.graph.QueryStream(cmd.Context(), statement, parameters, options, rows.head, rows.row); err != nil {
				return err
			}
			return rows.end()
		},
	}
	cmd.Flags().StringArrayVar(&params, "param", nil, "`NAME=VALUE` of a parameter; VALUE is JSON, or else a string; may be repeated")
	cmd.Flags().StringVar(&format, "format", "table", "table, json or csv")
	cmd.Flags().BoolVar(&write, "write", false, "allow the statement to change the graph")
	cmd.Flags().DurationVar(&timeout, "timeout", 0, "end the query after this time, e.g. 30s (default: no limit)")
	return cmd
}

// statement finds what the argument of query means: standard input, a saved query, a file, or itself. Parameters of a
// saved query that are not given take its defaults.
func (p *program) statement(arg string, params map[string]any) (string, error) {
	if arg == "-" {
		text, err := io.ReadAll(p.in)
		return string(text), err
	}
	if strings.ContainsAny(arg, " \t\n(") {
		return arg, nil
	}
	library, err := cypher.Load()
	if err != nil {
		return "", err
	}
	if saved, err := library.Get(arg); err == nil {
		for _, param := range saved.Params {
			if _, given := params[param.Name]; !given && param.Default != nil {
				params[param.Name] = param.Default
			}
		}
		return saved.Text, nil
	}
	text, err := os.ReadFile(arg)
	if err != nil {
		return "", usagef("%q is neither a file, nor a saved query, nor a Cypher statement", arg)
	}
	return string(text), nil
}

// parseParams reads NAME=VALUE, where VALUE is JSON or else taken as a string.
func parseParams(pairs []string) (map[string]any, error) {
	out := map[string]any{}
	for _, pair := range pairs {
		name, text, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return nil, usagef("--param %q: write NAME=VALUE", pair)
		}
		var value any
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&value); err != nil || decoder.More() {
			value = text
		}
		value, err := withNumbers(value)
		if err != nil {
			return nil, usagef("--param %s: %v", name, err)
		}
		out[strings.TrimPrefix(name, "$")] = value
	}
	return out, nil
}

// withNumbers turns JSON numbers into Cypher's INTEGER where they are whole, else FLOAT.
func withNumbers(v any) (any, error) {
	var err error
	switch v := v.(type) {
	case json.Number:
		if i, intErr := v.Int64(); intErr == nil {
			return i, nil
		}
		f, floatErr := v.Float64()
		if floatErr != nil {
			return nil, fmt.Errorf("number %s is out of range", v)
		}
		return f, nil
	case []any:
		for i := range v {
			if v[i], err = withNumbers(v[i]); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		for k := range v {
			if v[k], err = withNumbers(v[k]); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}
