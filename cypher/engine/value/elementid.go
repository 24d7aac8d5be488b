package value

import (
	"strconv"
	"strings"
)

// NodeElementID gives the element id of a node, 4:<database>:<id>, as Neo4j 5 writes it.
func NodeElementID(database string, id NodeID) string {
	return "4:" + database + ":" + strconv.FormatUint(uint64(id), 10)
}

// RelElementID gives the element id of a relationship, 5:<database>:<id>.
func RelElementID(database string, id RelID) string {
	return "5:" + database + ":" + strconv.FormatUint(uint64(id), 10)
}

// ParseNodeElementID reads what NodeElementID writes; ok is false for anything else, another database's ids included.
func ParseNodeElementID(database, s string) (id NodeID, ok bool) {
	n, ok := parseElementID("4:", database, s)
	return NodeID(n), ok
}

// ParseRelElementID reads what RelElementID writes.
func ParseRelElementID(database, s string) (id RelID, ok bool) {
	n, ok := parseElementID("5:", database, s)
	return RelID(n), ok
}

func parseElementID(prefix, database, s string) (n uint64, ok bool) {
	s, ok = strings.CutPrefix(s, prefix+database+":")
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 32)
	return n, err == nil
}
