// Package syntax reads Cypher: a hand-written lexer and recursive-descent parser that keep the place
// of every node, and a printer that writes a tree back.
//
//	text ─ lexer ─▶ tokens ─ parser ─▶ *Statement
package syntax
