package plan

import (
	"math"

	"guestgraph/cypher/engine/syntax"
)

// Guesses where the catalog has no figure.
const (
	equalityGuess = 0.1
	rangeGuess    = 0.3
	otherGuess    = 0.5
	reachedLabel  = 0.75 // a node reached over a typed relationship mostly has the label asked of it
)

// relCount is how many relationships a link could be.
func (s *solution) relCount(l *link) float64 {
	if len(l.types) == 0 {
		return max(s.b.cat.RelCount(), 1)
	}
	n := 0.0
	for _, t := range l.types {
		n += s.b.cat.TypeCount(t)
	}
	return n
}

// fan is how many relationships of a link a node at its start (forward) or end has, on average.
func (s *solution) fan(l *link, forward bool) float64 {
	n := l.from
	if !forward {
		n = l.to
	}
	rels := s.relCount(l)
	if l.dir == syntax.Both {
		rels *= 2
	}
	return rels / max(s.population(n), 1)
}

// population is how many nodes a slot could be, by its labels.
func (s *solution) population(n int) float64 {
	count := s.b.cat.NodeCount()
	for _, p := range s.g.preds {
		if label, ok := s.labelOf(p.e, n); ok {
			count = min(count, s.b.cat.LabelCount(label))
		}
	}
	return count
}

// manyFan is the fan of a variable-length step; no more than six hops are counted.
func manyFan(fan float64, lo, hi int64) float64 {
	if hi < 0 || hi > lo+5 {
		hi = lo + 5
	}
	sum := 0.0
	for k := lo; k <= hi; k++ {
		sum += math.Pow(fan, float64(k))
	}
	return max(sum, 0.1)
}

// selectivity guesses which part of the rows a predicate keeps.
func (s *solution) selectivity(e Expr) float64 {
	switch e := e.(type) {
	case *HasLabels:
		v, ok := e.E.(*Slot)
		if !ok || e.Labels.Kind != LabelName {
			return otherGuess
		}
		if s.expandedNodes.has(v.N) {
			return reachedLabel
		}
		return min(1, s.b.cat.LabelCount(e.Labels.Name)/max(s.b.cat.NodeCount(), 1))
	case *Binary:
		switch e.Op {
		case syntax.OpEq:
			return s.equality(e)
		case syntax.OpNe:
			return 1 - equalityGuess
		case syntax.OpStartsWith, syntax.OpIn, syntax.OpContains, syntax.OpEndsWith, syntax.OpRegex:
			return 0.2
		}
		return rangeGuess
	case *Unary:
		if e.Op == syntax.OpNot {
			return 1 - s.selectivity(e.E)/2
		}
	case *IsNull:
		return otherGuess
	}
	return otherGuess
}

// equality uses the number of distinct values of an index on the property, where there is one.
func (s *solution) equality(e *Binary) float64 {
	for _, side := range []Expr{e.L, e.R} {
		p, ok := side.(*Prop)
		if !ok {
			continue
		}
		v, ok := p.E.(*Slot)
		if !ok {
			continue
		}
		for _, q := range s.g.preds {
			label, ok := s.labelOf(q.e, v.N)
			if !ok {
				continue
			}
			for _, ix := range s.b.cat.Indexes(label) {
				if len(ix.Keys) == 1 && ix.Keys[0] == p.Key && ix.Distinct > 0 {
					return 1 / ix.Distinct
				}
			}
		}
	}
	return equalityGuess
}
