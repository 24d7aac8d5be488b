// Package engine is the embedded openCypher engine: a durable property graph that speaks Cypher
// as Neo4j 5 does.
//
//	statement ─ syntax ─▶ tree ─ check ─▶ tree ─ plan ─▶ operators ─ exec ─▶ rows
//	                                                 value · function · procedure · store
//
// A DB hands out transactions, a transaction runs statements, a Result gives their rows.
package engine
