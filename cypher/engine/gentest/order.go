package gentest

import "guestgraph/cypher/engine/syntax"

// Ordered tells whether a statement ends with an order that leaves no choice: every column is a key of it.
func Ordered(statement string) bool {
	st, err := syntax.Parse(statement)
	if err != nil {
		return false
	}
	q, ok := st.Body.(*syntax.Query)
	if !ok || len(q.Parts) != 1 {
		return false
	}
	clauses := q.Parts[0].Clauses
	r, ok := clauses[len(clauses)-1].(*syntax.Return)
	if !ok || r.OrderBy == nil {
		return false
	}
	keys := map[string]bool{}
	for _, s := range r.OrderBy {
		if v, ok := s.Expr.(*syntax.Variable); ok {
			keys[v.Name] = true
		}
	}
	for _, i := range r.Items {
		if !keys[i.Name] {
			return false
		}
	}
	return true
}
