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
	s, ok = strings.CutPrefix(s, "4:"+database+":")
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 32)
	return NodeID(n), err == nil
}
