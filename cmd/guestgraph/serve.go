package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"

	"github.com/spf13/cobra"

	"guestgraph/cypher/engine"
	"guestgraph/cypher/engine/fault"
	"guestgraph/extract"
	"guestgraph/extract/sample"
	"guestgraph/graph"
	"guestgraph/web"
)

func (p *program) serveCommand() *cobra.Command {
	var demo bool
	cmd := &cobra.Command{
		Use:   "serve [SOURCE…]",
		Short: "Serve the pages, the console, the API and a Bolt port",
		Long: `serve loads the given sources, if any, and serves the graph: pages and API over HTTP, and the embedded
store over Bolt, read-only, for drivers and tools. With --demo it shows the bundled sample from a temporary store.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if demo {
				return p.serveDemo(cmd.Context(), args)
			}
			return p.serve(cmd.Context(), args, false)
		},
	}
	cmd.Flags().BoolVar(&demo, "demo", false, "load the bundled sample episodes into a temporary store")
	cmd.Flags().String("addr", "127.0.0.1:8080", "`HOST:PORT` for HTTP; port 0 picks a free one")
	cmd.Flags().String("bolt-addr", defaultBoltAddr, "`HOST:PORT` for Bolt, read-only; port 0 picks a free one; \"off\" for none")
	cmd.Flags().String("public-url", "", "http(s) `ADDRESS` by which visitors reach the site, for links in other sites (default what each request says)")
	cmd.Flags().String("contact", "", "mailto: or http(s) `ADDRESS` shown for removal requests")
	declareSources(cmd.Flags())
	declareDecisions(cmd.Flags())
	declareBoltTLS(cmd.Flags())
	declareVisitors(cmd.Flags())
	return cmd
}

// serveDemo serves from a temporary data folder, removed in the end.
func (p *program) serveDemo(ctx context.Context, sources []string) (err error) {
	if p.settings.Neo4jURI != "" {
		return usagef("--demo uses a temporary embedded store: leave --neo4j-uri out, or load the sample's sources into Neo4j with 'guestgraph load'")
	}
	p.settings.Data, err = os.MkdirTemp("", "guestgraph-demo-")
	if err != nil {
		return fmt.Errorf("make the demo's store: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(p.settings.Data)) }()
	return p.serve(ctx, sources, true)
}

func (p *program) serve(ctx context.Context, sources []string, demo bool) (err error) {
	listener, err := net.Listen("tcp", p.settings.Addr)
	if err != nil {
		return fmt.Errorf("listen for HTTP: %w (choose another address with --addr)", err)
	}
	defer listener.Close() // closed already when the server ended well
	b, err := p.openBackend(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	boltAt, err := p.openBoltPort(b)
	if err != nil {
		return err
	}
	if err := p.fill(ctx, b, sources, demo); err != nil {
		return err
	}
	server, err := p.newServer(b, boltAt)
	if err != nil {
		return err
	}
	if err := p.announce(listener, boltAt); err != nil {
		return err
	}
	return server.Serve(ctx, listener)
}

// openBoltPort opens the read-only port for drivers and tools, where this process owns the store, and gives its URI.
// The default port being taken, often by a Neo4j, must not keep the pages from being served.
func (p *program) openBoltPort(b *backend) (string, error) {
	addr := p.settings.BoltAddr
	if b.store == nil || addr == "off" {
		return "", nil
	}
	cfg, err := p.secured(p.settings.Visitors.bolt(p.log))
	if err != nil {
		return "", err
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil && !p.settings.BoltAddrSet {
		p.say("guestgraph: Bolt port %s is taken; using a free one", addr)
		listener, err = net.Listen("tcp", "127.0.0.1:0")
	}
	if err != nil {
		return "", fmt.Errorf("listen for Bolt: %w (choose another address with --bolt-addr, or \"off\")", err)
	}
	b.store.serve(listener, cfg)
	return boltURI(cfg, listener.Addr()), nil
}

// fill makes the schema, loads the sample and the sources, and applies decisions to what was there.
func (p *program) fill(ctx context.Context, b *backend, sources []string, demo bool) error {
	decisions, err := p.decisions()
	if err != nil {
		return err
	}
	if err := b.graph.EnsureSchema(ctx); err != nil {
		return err
	}
	docs := p.documents(ctx, sources, p.feedCache())
	if demo {
		episodes, err := sample.Episodes()
		if err != nil {
			return err
		}
		docs = both(extracted(extract.New().NewShows(), withoutErrors(episodes)), docs)
	}
	if !demo && len(sources) == 0 && decisions == nil {
		return nil
	}
	report, err := p.load(ctx, b.graph, docs, decisions, false)
	if err != nil {
		return err
	}
	what := ""
	if demo {
		what = "sample: "
	}
	p.say("%s%s", what, loadLine(report, false))
	return nil
}

func (p *program) newServer(b *backend, boltAt string) (*web.Server, error) {
	limits := p.settings.Visitors.web()
	if b.store != nil {
		limits.Memory = statementMemory
	}
	return web.New(web.Config{
		Limits: limits,
		Graph:  b.graph, Library: b.graph.Library(), Check: readOnly, Logger: p.log,
		Version: version(), BoltURI: boltAt, Contact: p.settings.Contact, PublicURL: p.settings.PublicURL,
	})
}

// announce tells the real addresses once everything answers.
func (p *program) announce(listener net.Listener, boltAt string) error {
	line := "ready: http://" + listener.Addr().String()
	if boltAt != "" {
		line += "  " + boltAt
	}
	_, err := fmt.Fprintln(p.out, line+"  (Ctrl-C stops)")
	return err
}

// readOnly refuses a statement that does more than read, or is none, and points at the place.
func readOnly(statement string) error {
	err := engine.ReadOnly(statement)
	if f, ok := errors.AsType[*fault.Error](err); ok {
		q := &graph.QueryError{Code: string(f.Code), Message: f.Message}
		q.Line, q.Column, q.Offset = f.Place(statement)
		return q
	}
	return err
}
