package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"guestgraph/graph"
)

// decisions reads the file of curated decisions; nil where none is set.
func (p *program) decisions() (*graph.Decisions, error) {
	file := p.settings.Decisions
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	defer f.Close() // only read
	return graph.ParseDecisions(file, f)
}

// tellDecisions tells what decisions changed, and warns of those that match nothing.
func (p *program) tellDecisions(ctx context.Context, g *graph.Graph, decisions *graph.Decisions, r graph.Report) error {
	for _, d := range decisions.List() {
		effect := r.Effects[d.Text()]
		switch {
		case effect.New > 0:
			p.say("%s: %s", d.Text(), episodesOf(effect))
		case effect.Episodes == 0:
			near, err := p.hint(ctx, g, d)
			if err != nil {
				return err
			}
			p.say("guestgraph: %s:%d: %s matches nothing%s", p.settings.Decisions, d.Line, d.Text(), near)
		}
	}
	if r.Bare > 0 {
		p.say("guestgraph: an earlier version loaded %d of the episodes that decisions concern: load their sources again", r.Bare)
	}
	if r.Awaiting > 0 {
		p.say("guestgraph: what is no longer hidden comes back to %d episodes when their sources are loaded again", r.Awaiting)
	}
	return nil
}

func episodesOf(e graph.Effect) string {
	if e.Episodes == 1 {
		return "1 episode"
	}
	if e.New < e.Episodes {
		return fmt.Sprintf("%d episodes, %d of them anew", e.Episodes, e.New)
	}
	return fmt.Sprintf("%d episodes", e.Episodes)
}

// hint tells which ids a decision may mean that matches nothing.
func (p *program) hint(ctx context.Context, g *graph.Graph, d graph.Decision) (string, error) {
	near, err := g.Near(ctx, d.Kind, d.ID)
	if err != nil || len(near) == 0 || slices.ContainsFunc(near, func(r graph.Ref) bool { return r.ID == d.ID }) {
		return "", err
	}
	var ids []string
	for _, r := range near {
		ids = append(ids, r.ID)
	}
	return ": is it " + strings.Join(ids, ", or ") + "?", nil
}
