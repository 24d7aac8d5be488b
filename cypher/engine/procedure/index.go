package procedure

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// indexProcedures wait for indexes and refresh their statistics. Here an index is complete once
// it exists and its statistics are exact, so they only check their arguments.
func indexProcedures() []*Procedure {
	seconds := Param{Name: "timeOutSeconds", Type: "INTEGER", Description: "How long to wait.", Default: defaultTo(value.Int(300))}
	index := Param{Name: "indexName", Type: "STRING", Description: "The index."}
	nothing := func(*Context, []value.Value, func([]value.Value) error) error { return nil }
	exists := func(ctx *Context, args []value.Value, _ func([]value.Value) error) error {
		_, err := findIndex(ctx.Tx, args[0])
		return err
	}
	return []*Procedure{
		{Name: "db.awaitIndex", Mode: Read, System: true, Description: "Waits until an index is complete.", Args: []Param{index, seconds}, Call: exists},
		{Name: "db.awaitIndexes", Mode: Read, System: true, Description: "Waits until all indexes are complete.", Args: []Param{seconds}, Call: nothing},
		{Name: "db.resampleIndex", Mode: Read, System: true, Description: "Refreshes the statistics of an index.", Args: []Param{index}, Call: exists},
		{Name: "db.resampleOutdatedIndexes", Mode: Read, System: true, Description: "Refreshes the statistics of all indexes.", Call: nothing},
		{Name: "db.prepareForReplanning", Mode: Read, System: true, Admin: true, Description: "Refreshes all statistics that plans are made from.",
			Args: []Param{seconds}, Call: nothing},
	}
}

func findIndex(tx *store.Tx, name value.Value) (*store.Index, error) {
	s, _ := name.AsString()
	for _, ix := range tx.Indexes() {
		if ix.Name == s {
			return ix, nil
		}
	}
	return nil, fault.New(fault.IndexNotFound, "No such index '%s'", s)
}
