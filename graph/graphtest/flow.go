package graphtest

import (
	"testing"

	"guestgraph/graph"
)

func testFlow(t *testing.T, g *graph.Graph) {
	for name, q := range map[string]graph.FlowQuery{
		"flow":         {},
		"flow-company": {Company: "volant"},
		"flow-pair":    {Company: "volant", To: "pinyon"},
		"flow-years":   {Since: 2024, Until: 2024},
		"flow-one":     {Limit: 1},
		"flow-many":    {People: 2},
		"flow-nowhere": {Company: "nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			flow, err := g.Flow(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			check(t, name, flow)
		})
	}
}
