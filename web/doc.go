// Package web serves guestgraph's pages and its JSON API.
//
// Pages are rendered on the server and work without JavaScript. Everything a page says comes
// from package graph as plain values; nothing that was ingested is ever trusted as HTML.
//
//	request ─ middleware.go ─▶ server.go (routes) ─▶ one file a page ─▶ graph
//	                                                      │
//	response ◀─ respond.go (ETag, gzip) ◀─ render.go (templates/) ◀─ view values
package web
