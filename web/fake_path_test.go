package web

import (
	"context"
	"fmt"
	"slices"

	"guestgraph/graph"
)

func (f *fakeGraph) Paths(_ context.Context, q graph.PathQuery) (*graph.Paths, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	if f.paths != nil {
		return f.paths, nil
	}
	hops := q.Hops
	if hops == nil {
		hops = graph.HopTypes()[:5]
	}
	found := &graph.Paths{From: q.From, To: q.To, Hops: hops, Max: 6, Paths: []graph.Path{}}
	if q.To == rust || q.From == q.To || !slices.Contains(hops, graph.HopWorked) {
		return found, nil
	}
	tie := func(j graph.Job) graph.Tie {
		return graph.Tie{Roles: j.Roles, Status: j.Status, AsOf: j.AsOf, Said: j.Said}
	}
	episode := graph.Ref{Kind: graph.KindEpisode, ID: epKelp.ID, Name: epKelp.Title}
	found.Length, found.Total = 2, 143
	found.Paths = []graph.Path{
		{Nodes: []graph.Ref{q.From, harbor, q.To}, Hops: []graph.Hop{
			{Type: graph.HopWorked, Forward: true, Said: []graph.Tie{tie(marenFormer), tie(marenThen)}, Total: 9},
			{Type: graph.HopWorked, Said: []graph.Tie{tie(wenCurrent)}, Total: 1},
		}},
		{Nodes: []graph.Ref{q.From, episode, q.To}, Hops: []graph.Hop{
			{Type: graph.HopGuest, Forward: true, Said: []graph.Tie{{Said: inKelp("Maren Oskarsson")}}, Total: 1},
			{Type: graph.HopShow, Forward: true, Said: []graph.Tie{}, Total: 1},
		}},
	}
	return found, nil
}

func (f *fakeGraph) Flow(_ context.Context, q graph.FlowQuery) (*graph.Flow, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	if f.moves != nil {
		return f.moves, nil
	}
	flow := &graph.Flow{Moves: []graph.Move{}}
	if q.Company == quarry.ID {
		return flow, nil
	}
	person := func(ref graph.Ref) graph.Mover { return graph.Mover{Person: ref, Left: marenFormer, Joined: marenCEO} }
	flow.Total = 57
	flow.Moves = []graph.Move{
		{From: harbor, To: tidewater, N: 61, People: []graph.Mover{person(maren), person(idris)}},
		{From: quarry, To: harbor, N: 2, People: []graph.Mover{person(wen), person(paula)}},
		{From: harbor, To: quarry, N: 1, People: []graph.Mover{person(idris)}},
	}
	return flow, nil
}

// hostilePaths and hostileMoves are what a malicious feed could hold.
func (f *fakeGraph) hostilePaths(bad, firm graph.Ref, job graph.Job) {
	tie := graph.Tie{Roles: job.Roles, Status: job.Status, AsOf: job.AsOf, Role: job.Status, Said: job.Said}
	f.paths = &graph.Paths{From: bad, To: firm, Length: 1, Total: 1, Hops: []graph.HopType{graph.HopWorked}, Max: 6, Paths: []graph.Path{
		{Nodes: []graph.Ref{bad, firm}, Hops: []graph.Hop{{Type: graph.HopWorked, Said: []graph.Tie{tie}}}},
		{Nodes: []graph.Ref{bad, firm}, Hops: []graph.Hop{{Type: graph.HopType(job.Status), Said: []graph.Tie{tie, tie}}}},
	}}
	f.moves = &graph.Flow{Total: 1, Moves: []graph.Move{{From: firm, To: bad, N: 1, People: []graph.Mover{{Person: bad, Left: job, Joined: job}}}}}
	for i := range 40 {
		f.moves.Moves = append(f.moves.Moves, graph.Move{From: firm, To: graph.Ref{Kind: graph.KindCompany, ID: fmt.Sprintf("%s-%d", bad.ID, i), Name: bad.Name}, N: 1 << i})
	}
}
