package syntax_test

import (
	"errors"
	"testing"

	"guestgraph/cypher/engine/check/tcktest"
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// TestTCK parses every statement of the openCypher TCK: it must parse, or else its scenario must expect
// a SyntaxError at compile time.
func TestTCK(t *testing.T) {
	scenarios := tcktest.Load(t, "../../../../shared/tck/features")
	parsed, refused := 0, 0
	for _, s := range scenarios {
		for i, q := range append(s.Queries, s.Setup...) {
			st, err := syntax.Parse(q)
			if err == nil {
				parsed++
				reparse(t, st)
				continue
			}
			refused++
			if i > 0 || !s.CompileError() || s.Error != "SyntaxError" {
				t.Errorf("%s\n%s\n%v", s.ID, q, err)
			}
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.SyntaxError || f.Pos < 0 {
				t.Errorf("%s: error without code or place: %v", s.ID, err)
			}
		}
	}
	t.Logf("%d scenarios: %d statements parse, %d are refused", len(scenarios), parsed, refused)
}
