package procedure

import "guestgraph/cypher/engine/value"

// transactionProcedures read and set what a client attached to its transaction.
func transactionProcedures() []*Procedure {
	return []*Procedure{
		{
			Name: "tx.getMetaData", Mode: DBMS, System: true, Description: "What is attached to this transaction.",
			Yields: []Field{{"metadata", "MAP", "The data."}},
			Call: func(ctx *Context, _ []value.Value, emit func([]value.Value) error) error {
				return emit([]value.Value{value.FromMap(ctx.Metadata)})
			},
		},
		{
			Name: "tx.setMetaData", Mode: DBMS, Description: "Attaches data to this transaction, shown where transactions are listed.",
			Args: []Param{{Name: "data", Type: "MAP", Description: "The data."}},
			Call: func(ctx *Context, args []value.Value, _ func([]value.Value) error) error {
				m, ok := args[0].AsMap()
				if !ok || ctx.SetMetadata == nil {
					return failed("tx.setMetaData", "java.lang.IllegalArgumentException: data must be a map")
				}
				ctx.SetMetadata(m)
				return nil
			},
		},
	}
}
