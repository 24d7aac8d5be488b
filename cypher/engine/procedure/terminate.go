package procedure

import (
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// terminateTransactions ends the transactions that stand after the command, and tells of each how it went.
func terminateTransactions() *Listing {
	return &Listing{
		Columns: fields("transactionId STRING", "username STRING", "message STRING"),
		Default: []string{"transactionId", "username", "message"},
		Rows: func(ctx *Context, emit func([]value.Value) error) error {
			for _, name := range ctx.Names {
				id, ok := name.AsString()
				if !ok || !strings.Contains(id, "-transaction-") {
					return fault.New(fault.InvalidArguments, "Could not parse id (expected format: <databasename>-transaction-<id>)")
				}
				row := []value.Value{name, {}, value.String("Transaction not found.")}
				if of, found := ctx.Terminate(id); found {
					row[1], row[2] = value.String(of.User), value.String("Transaction terminated.")
				}
				if err := emit(row); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
