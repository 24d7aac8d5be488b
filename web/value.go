package web

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guestgraph/graph"
)

// A cell is one value of a result as a table shows it.
type cell struct {
	Text  string
	Href  string // the page of a node
	Kind  graph.Kind
	Class string // number, null, long or "" for other text
}

const maxCell = 600 // runes

// newCell shows a value of graph.Query, which gives nodes, relationships and paths as maps.
func newCell(v any) cell {
	switch v := v.(type) {
	case nil:
		return cell{Text: "null", Class: "null"}
	case int64, float64:
		return cell{Text: cypherText(v), Class: "number"}
	case string:
		return textCell(v)
	case map[string]any:
		if n, ok := asNode(v); ok {
			if kind, id := n.page(); kind != "" {
				return cell{Text: shorten(n.name(), maxCell), Href: href(kind, id), Kind: kind}
			}
		}
	}
	return textCell(cypherText(v))
}

func textCell(text string) cell {
	c := cell{Text: shorten(text, maxCell)}
	if len(text) > 60 {
		c.Class = "long"
	}
	return c
}

// A node is a map that graph.Query wrote for a node of the graph.
type node struct {
	id         string // element id
	labels     []any
	properties map[string]any
}

func asNode(m map[string]any) (node, bool) {
	labels, hasLabels := m["labels"].([]any)
	properties, hasProperties := m["properties"].(map[string]any)
	id, _ := m["id"].(string)
	return node{id, labels, properties}, len(m) == 3 && hasLabels && hasProperties
}

func (n node) name() string {
	for _, key := range []string{"name", "title"} {
		if s, ok := n.properties[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// page returns the kind and id of the page a node has, or "" when it has none.
func (n node) page() (graph.Kind, string) {
	id, _ := n.properties["id"].(string)
	if id == "" || n.name() == "" {
		return "", ""
	}
	for _, label := range n.labels {
		if kind := graph.Kind(strings.ToLower(fmt.Sprint(label))); isKind(kind) {
			return kind, id
		}
	}
	return "", ""
}

func (n node) text() string {
	var b strings.Builder
	b.WriteByte('(')
	for _, label := range n.labels {
		b.WriteString(":" + fmt.Sprint(label))
	}
	if name := n.name(); name != "" {
		b.WriteString(" " + strconv.Quote(name))
	} else {
		b.WriteString(" " + cypherText(n.properties))
	}
	return b.String() + ")"
}

// cypherText writes a value much as Cypher would.
func cypherText(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = cypherText(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		return mapText(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func mapText(m map[string]any) string {
	if n, ok := asNode(m); ok {
		return n.text()
	}
	if kind, ok := m["type"].(string); ok && m["start"] != nil && m["end"] != nil && m["properties"] != nil {
		return "[:" + kind + "]"
	}
	nodes, hasNodes := m["nodes"].([]any)
	steps, hasSteps := m["relationships"].([]any)
	if hasNodes && hasSteps && len(m) == 2 && len(nodes) == len(steps)+1 {
		return pathText(nodes, steps)
	}
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for i, key := range keys {
		keys[i] = key + ": " + cypherText(m[key])
	}
	return "{" + strings.Join(keys, ", ") + "}"
}

// pathText draws a path; a step points left where it starts at the node after it.
func pathText(nodes, steps []any) string {
	var b strings.Builder
	b.WriteString(cypherText(nodes[0]))
	for i, step := range steps {
		left, right := "-", "->"
		relationship, _ := step.(map[string]any)
		if from, _ := nodes[i].(map[string]any); relationship["start"] != from["id"] {
			left, right = "<-", "-"
		}
		b.WriteString(left + cypherText(step) + right + cypherText(nodes[i+1]))
	}
	return b.String()
}
