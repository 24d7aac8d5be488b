package exec

import (
	"fmt"

	"guestgraph/cypher/engine/plan"
)

// An operator gives rows. open begins anew, which it may do any number of times; next sets the
// operator's slots to those of its next row and is false at the end; close lets go of what it holds.
type operator interface {
	open(*state) error
	next(*state) (bool, error)
	close(*state)
}

// op compiles an operator with its sources.
func (c *compiler) op(p plan.Op) operator {
	o := c.opNode(p)
	if c.profile == nil {
		return o
	}
	w := &profiled{operator: o}
	c.profile[p] = w
	return w
}

func (c *compiler) opNode(p plan.Op) operator {
	if _, ok := p.(*plan.Argument); ok {
		return &argument{}
	}
	if w := c.writeOp(p); w != nil {
		return w
	}
	src := source{c.op(p.Source())}
	switch p := p.(type) {
	case *plan.AllNodes:
		return &allNodes{source: src, slot: p.Slot}
	case *plan.LabelScan:
		return &labelScan{source: src, slot: p.Slot, label: newToken(labelSpace, p.Label)}
	case *plan.IndexSeek:
		return c.indexSeek(src, p)
	case *plan.IndexRange:
		return c.indexRange(src, p)
	case *plan.IndexScan:
		return newIndexScan(src, p)
	case *plan.NodeByID:
		return &nodeByID{source: src, slot: p.Slot, id: c.expr(p.ID), element: p.Element, in: p.In}
	case *plan.RelScan:
		return newRelScan(src, p)
	case *plan.RelSeek:
		return c.relSeek(src, p)
	case *plan.RelRange:
		return c.relRange(src, p)
	case *plan.Expand:
		return newExpand(src, p)
	case *plan.VarExpand:
		return c.varExpand(src, p)
	case *plan.ProjectEndpoints:
		return newEndpoints(src, p)
	case *plan.ShortestPath:
		return c.shortestPath(src, p)
	case *plan.Repeat:
		return c.repeat(src, p)
	case *plan.SelectPaths:
		return c.selectPaths(src, p)
	case *plan.Filter:
		return c.filter(src, p)
	case *plan.Project:
		return c.project(src, p)
	case *plan.Aggregate:
		return c.aggregate(src, p)
	case *plan.Distinct:
		return &distinct{source: src, slots: p.Slots}
	case *plan.Sort:
		return c.sort(src, p)
	case *plan.Skip:
		return &skip{source: src, n: c.expr(p.N)}
	case *plan.Limit:
		return &limit{source: src, n: c.expr(p.N), all: p.All}
	case *plan.Unwind:
		return c.unwind(src, p)
	case *plan.Apply:
		if p.Batch != nil {
			return c.batches(src, p)
		}
		return c.apply(src, p)
	case *plan.HashJoin:
		return c.hashJoin(src, p)
	case *plan.Union:
		return c.union(src, p)
	case *plan.Eager:
		return &eager{source: src, rows: buffer{slots: p.Live}}
	case *plan.Count:
		return &count{source: src, p: p, label: newToken(labelSpace, p.Label), types: tokens(typeSpace, p.Types)}
	case *plan.Drain:
		return &drainAll{source: src}
	case *plan.Result:
		return src.src
	}
	panic(fmt.Sprintf("exec: no operator for %T", p))
}

// source is embedded by operators with a source.
type source struct{ src operator }

func (s *source) open(st *state) error { return s.src.open(st) }

func (s *source) close(st *state) { s.src.close(st) }

// argument is one row: the frame as it is.
type argument struct{ done bool }

func (a *argument) open(*state) error { a.done = false; return nil }

func (a *argument) next(*state) (bool, error) {
	if a.done {
		return false, nil
	}
	a.done = true
	return true, nil
}

func (a *argument) close(*state) {}

// drainAll reads all rows and gives none.
type drainAll struct{ source }

func (d *drainAll) next(st *state) (bool, error) {
	for {
		ok, err := d.src.next(st)
		if err != nil || !ok {
			return false, err
		}
	}
}
