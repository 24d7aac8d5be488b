package bolt

import (
	"time"

	"guestgraph/cypher/engine"
)

// summary answers the last PULL or DISCARD of a result.
func (s *session) summary(r *openResult, bookmark, database string) {
	sum := r.res.Summary()
	s.out.begin(msgSuccess, 1)
	meta := s.out.dict()
	if bookmark != "" {
		meta.string("bookmark", bookmark)
	}
	meta.string("type", sum.Kind)
	meta.int("t_last", time.Since(r.ran).Milliseconds())
	meta.string("db", database)
	if c := sum.Counters; c != (engine.Counters{}) {
		meta.key("stats")
		stats(s.out.dict(), c)
	}
	switch {
	case sum.Plan == nil:
	case sum.Profiled:
		s.plan(meta.key("profile"), sum.Plan, true)
	default:
		s.plan(meta.key("plan"), sum.Plan, false)
	}
	switch shown := s.filter.shown(sum.Notifications); {
	case s.version.atLeast(5, 6):
		s.statuses(meta, r, sum, shown)
	case len(shown) > 0:
		s.notifications(meta, shown)
	}
	s.out.end()
}

func stats(d dict, c engine.Counters) {
	d.count("nodes-created", c.NodesCreated)
	d.count("nodes-deleted", c.NodesDeleted)
	d.count("relationships-created", c.RelationshipsCreated)
	d.count("relationships-deleted", c.RelationshipsDeleted)
	d.count("properties-set", c.PropertiesSet)
	d.count("labels-added", c.LabelsAdded)
	d.count("labels-removed", c.LabelsRemoved)
	d.count("indexes-added", c.IndexesAdded)
	d.count("indexes-removed", c.IndexesRemoved)
	d.count("constraints-added", c.ConstraintsAdded)
	d.count("constraints-removed", c.ConstraintsRemoved)
	d.count("system-updates", c.SystemUpdates)
	if system := c.SystemUpdates; c != (engine.Counters{SystemUpdates: system}) {
		d.bool("contains-updates", true)
	}
	if c.SystemUpdates != 0 {
		d.bool("contains-system-updates", true)
	}
}

// plan appends a plan; profiled ones carry what each operator did. Drivers read the page cache's
// figures only where they are given: there is no page cache.
func (s *session) plan(e *encoder, p *engine.PlanNode, profiled bool) {
	d := e.dict()
	d.string("operatorType", p.Operator)
	d.key("identifiers").strings(p.Identifiers)
	d.key("args").mapping(p.Args, nil)
	if profiled {
		d.int("dbHits", p.DbHits)
		d.int("rows", p.Rows)
	}
	d.key("children").listHeader(len(p.Children))
	for _, child := range p.Children {
		s.plan(e, child, profiled)
	}
}
