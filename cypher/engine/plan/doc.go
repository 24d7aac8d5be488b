// Package plan turns a checked syntax tree into operators.
//
//	tree ─ resolve ─▶ expressions over slots ─ solve patterns ─▶ operators ─ rules ─▶ operators
//
// Every variable of a statement has a slot of its own in one frame of values; a subquery shares the
// frame of the query around it, so that a correlated plan needs no copying of arguments.
// Rules is the ordered list of what is done to make a plan fast or safe; each can be left out in tests.
package plan
