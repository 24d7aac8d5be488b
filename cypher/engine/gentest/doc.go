// Package gentest makes small random graphs and statements over them, for tests that ask two engines the same:
// this one and Neo4j, or this one with a planner's rule and without. What is drawn follows from a seed alone.
//
// The statements are valid, for the most part without errors at run time, and have one answer: rows are cut off only
// under an order that is total, lists are collected in an order, and what a row writes does not depend on the rows
// before it. When two answers differ, Shrink looks for the smallest statement and graph for which they still do.
package gentest
