// Package export writes the graph in the formats that other tools read.
//
//	graph.Export ─ nodes, then edges ─▶ Writer ─▶ GraphML   yEd, Gephi, networkx, igraph
//	                                            ─▶ GEXF      Gephi
//	                                            ─▶ CSV       spreadsheets, pandas, R: one table of nodes, or one of relationships
//	                                            ─▶ JSON-LD   schema.org, for anything that reads linked data
//
// Every writer streams: what it has been given is written, not kept.
package export
