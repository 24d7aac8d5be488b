// Package exec runs plans.
//
// A plan is compiled to a tree of operators and closures. Operators pull rows from their source; a
// row is the state of one shared frame of values, of which each operator sets its own slots:
//
//	Result ◀─ Filter ◀─ Expand ◀─ IndexSeek ◀─ argument
//	   └─────────┴─────────┴──────────┴──▶ frame []value.Value
//
// Operators that keep rows (sort, eager, aggregation) copy the slots that are read later.
// A compiled Program serves one execution at a time and can be run again.
package exec
