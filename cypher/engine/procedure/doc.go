// Package procedure is the one table of what CALL can call, and of what SHOW can list.
//
// Names, signatures, columns, modes and errors are those of Neo4j 5.26 Community, so that drivers
// and tools that look around a database find what they expect. To add a procedure, write its
// Procedure value beside its kin and name it in builtin; to add a listing, name it in Show.
package procedure
