package graphtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"guestgraph/graph"
)

// dump writes the whole graph as sorted lines, one a node and one an edge, without internal ids, hashes and the contents
// of records.
func dump(t *testing.T, g *graph.Graph) []string {
	t.Helper()
	var lines []string
	for _, row := range statement(t, g, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS p", nil) {
		lines = append(lines, nodeName(row[0], row[1])+" "+properties(t, row[1]))
	}
	for _, row := range statement(t, g, `MATCH (a)-[r]->(b)
		RETURN labels(a), properties(a), type(r), properties(r), labels(b), properties(b)`, nil) {
		lines = append(lines, fmt.Sprintf("%s-[%s]->%s %s", nodeName(row[0], row[1]), row[2], nodeName(row[4], row[5]), properties(t, row[3])))
	}
	slices.Sort(lines)
	return lines
}

func nodeName(labels, p any) string {
	var names []string
	for _, l := range labels.([]any) {
		names = append(names, l.(string))
	}
	slices.Sort(names)
	return fmt.Sprintf("(%s %v)", strings.Join(names, ":"), p.(map[string]any)["id"])
}

func properties(t *testing.T, p any) string {
	t.Helper()
	m := p.(map[string]any)
	delete(m, "hash")
	delete(m, "content")
	out, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// difference lists the lines that only one of two sorted dumps has, with - and + before them.
func difference(before, after []string) []string {
	var lines []string
	for _, l := range before {
		if _, found := slices.BinarySearch(after, l); !found {
			lines = append(lines, "- "+l)
		}
	}
	for _, l := range after {
		if _, found := slices.BinarySearch(before, l); !found {
			lines = append(lines, "+ "+l)
		}
	}
	return lines
}
