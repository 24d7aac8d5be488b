package engine

import (
	"fmt"

	"guestgraph/cypher/engine/store"
)

// notifications tells of likely mistakes in a statement, given the data.
func (e *planEntry) notifications(at *store.Tx) []Notification { return nil }

// existing tells of schema objects that IF NOT EXISTS found in place.
func existing(found []string) []Notification {
	var out []Notification
	for _, f := range found {
		out = append(out, Notification{
			Code:        "Neo.ClientNotification.Schema.IndexOrConstraintAlreadyExists",
			Title:       "The requested operation has no effect because the index or constraint specified already exists.",
			Description: fmt.Sprintf("`%s` already exists.", f),
			Severity:    "INFORMATION", Category: "SCHEMA",
		})
	}
	return out
}
