package gentest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"guestgraph/cypher/engine/syntax"
)

// A variable is one the generator may refer to.
type variable struct {
	name string
	kind kind
}

// A generator draws one statement.
type generator struct {
	r     *rand.Rand
	scope []variable
	names int
	// nodes counts the nodes that patterns have bound, which bounds the rows of a statement.
	nodes int
	// plain forbids subqueries and patterns in expressions: where SET and MERGE take values.
	plain bool
	wrote bool
}

// Draw gives a statement and the graph to ask it of. Statements whose seeds agree but for their last few bits ask the
// same graph, so that a test need not load one for each.
func Draw(seed uint64) (*syntax.Statement, *Graph) {
	graph := drawGraph(rand.New(rand.NewPCG(seed/StatementsPerGraph, 1)))
	g := &generator{r: rand.New(rand.NewPCG(seed, 2))}
	return &syntax.Statement{Body: g.statement()}, graph
}

// StatementsPerGraph is how many statements with consecutive seeds share a graph.
const StatementsPerGraph = 50

func pick[T any](g *generator, from []T) T { return from[g.r.IntN(len(from))] }

// chance is true in percent of a hundred cases.
func (g *generator) chance(percent int) bool { return g.r.IntN(100) < percent }

// fresh gives a name that the statement has not used.
func (g *generator) fresh() string {
	g.names++
	return fmt.Sprintf("v%d", g.names)
}

func (g *generator) bind(k kind) *syntax.Variable {
	v := variable{g.fresh(), k}
	g.scope = append(g.scope, v)
	return name(v.name)
}

// inside runs f with the scope as it is and takes away afterwards what f bound.
func (g *generator) inside(f func()) {
	before, plain := slices.Clip(g.scope), g.plain
	f()
	g.scope, g.plain = before, plain
}

// of gives the variables in scope of kind k.
func (g *generator) of(k kind) []variable {
	var out []variable
	for _, v := range g.scope {
		if v.kind == k {
			out = append(out, v)
		}
	}
	return out
}

func (g *generator) has(k kind) bool { return len(g.of(k)) > 0 }
