// Package bolt serves the embedded engine over Bolt, the protocol of Neo4j's drivers:
// neo4j-go-driver, the JavaScript, Python and Java drivers, cypher-shell and Neo4j Browser
// connect to it as they connect to Neo4j.
//
//	TCP ──┬─ "6060B017" ──────────────┐
//	      └─ "GET " ─ WebSocket ──────┤
//	                                  ▼
//	 handshake ─▶ reader goroutine ─▶ inbox ─▶ executor goroutine ─▶ session ─▶ engine
//	              (chunks → messages)           (one message at a time)  │
//	                                                                     ▼
//	                          connection ◀─ writer (buffered chunks) ◀─ replies
//
// The reader only frames messages and looks at their tags, so that a RESET interrupts a query at
// once; the executor decodes, runs and answers them in order.
//
// Versions 5.0 to 5.8 without 5.5, and 4.4. The protocol is described at
// https://neo4j.com/docs/bolt/current/.
package bolt
