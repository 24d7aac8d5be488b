package function

import "guestgraph/cypher/engine/value"

func predicates() []*Function {
	const cat = "Predicate"
	const over = "(variable :: VARIABLE IN list :: LIST<ANY> WHERE predicate :: ANY) :: BOOLEAN"
	return []*Function{
		syntax("all", cat, "all"+over, "True where the predicate holds for every element of the list."),
		syntax("any", cat, "any"+over, "True where the predicate holds for an element of the list."),
		syntax("exists", cat, "exists(input :: ANY) :: BOOLEAN", "True where the pattern has a match in the graph."),
		{
			Name: "isEmpty", Category: cat, Signature: "isEmpty(input :: STRING | MAP | LIST<ANY>) :: BOOLEAN",
			Description: "True of a string, list or map that holds nothing.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(isEmpty),
		},
		syntax("none", cat, "none"+over, "True where the predicate holds for no element of the list."),
		syntax("single", cat, "single"+over, "True where the predicate holds for exactly one element of the list."),
	}
}

func isEmpty(_ *Context, args []value.Value) (value.Value, error) {
	if s, ok := args[0].AsString(); ok {
		return value.Bool(s == ""), nil
	}
	if l, ok := args[0].AsList(); ok {
		return value.Bool(len(l) == 0), nil
	}
	if m, ok := args[0].AsMap(); ok {
		return value.Bool(len(m) == 0), nil
	}
	return null, expected("isEmpty", "a List, Map, or String", args[0])
}
