package web

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"guestgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// plain turns a value of the Bolt driver into one that encoding/json writes as documented in
// openapi.json: nodes, relationships and paths become objects with a "kind", temporal values
// and numbers that JSON lacks become strings.
func plain(v any) any {
	switch v := v.(type) {
	case dbtype.Node:
		return map[string]any{"kind": "node", "id": v.ElementId, "labels": v.Labels, "properties": plain(v.Props)}
	case dbtype.Relationship:
		return map[string]any{"kind": "relationship", "id": v.ElementId, "type": v.Type,
			"start": v.StartElementId, "end": v.EndElementId, "properties": plain(v.Props)}
	case dbtype.Path:
		nodes, edges := make([]any, len(v.Nodes)), make([]any, len(v.Relationships))
		for i, n := range v.Nodes {
			nodes[i] = plain(n)
		}
		for i, e := range v.Relationships {
			edges[i] = plain(e)
		}
		return map[string]any{"kind": "path", "nodes": nodes, "relationships": edges}
	case dbtype.Point2D:
		return map[string]any{"kind": "point", "srid": v.SpatialRefId, "x": v.X, "y": v.Y}
	case dbtype.Point3D:
		return map[string]any{"kind": "point", "srid": v.SpatialRefId, "x": v.X, "y": v.Y, "z": v.Z}
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = plain(item)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, item := range v {
			out[key] = plain(item)
		}
		return out
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return strconv.FormatFloat(v, 'g', -1, 64)
		}
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case fmt.Stringer: // the driver's dates, times and durations write themselves in ISO 8601
		return v.String()
	}
	return v
}

// A cell is one value of a result as a table shows it.
type cell struct {
	Text  string
	Href  string // the page of a node
	Kind  graph.Kind
	Class string // number, null or "" for text
}

const maxCell = 600 // runes

func newCell(v any) cell {
	switch v := v.(type) {
	case nil:
		return cell{Text: "null", Class: "null"}
	case bool:
		return cell{Text: strconv.FormatBool(v)}
	case int64:
		return cell{Text: strconv.FormatInt(v, 10), Class: "number"}
	case float64:
		return cell{Text: strconv.FormatFloat(v, 'g', -1, 64), Class: "number"}
	case string:
		return cell{Text: shorten(v, maxCell)}
	case dbtype.Node:
		return nodeCell(v)
	}
	return cell{Text: shorten(cypherText(v), maxCell)}
}

func nodeCell(n dbtype.Node) cell {
	name := nodeName(n)
	id, _ := n.Props["id"].(string)
	for _, label := range n.Labels {
		if kind := graph.Kind(strings.ToLower(label)); isKind(kind) && id != "" && name != "" {
			return cell{Text: shorten(name, maxCell), Href: href(kind, id), Kind: kind}
		}
	}
	return cell{Text: shorten(cypherText(n), maxCell)}
}

func nodeName(n dbtype.Node) string {
	for _, key := range []string{"name", "title"} {
		if s, ok := n.Props[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// cypherText writes a value much as Cypher would.
func cypherText(v any) string {
	switch v := v.(type) {
	case dbtype.Node:
		if name := nodeName(v); name != "" {
			return "(:" + strings.Join(v.Labels, ":") + " " + strconv.Quote(name) + ")"
		}
		return "(:" + strings.Join(v.Labels, ":") + " " + cypherText(v.Props) + ")"
	case dbtype.Relationship:
		return "[:" + v.Type + "]"
	case dbtype.Path:
		return pathText(v)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = cypherText(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for i, key := range keys {
			keys[i] = key + ": " + cypherText(v[key])
		}
		return "{" + strings.Join(keys, ", ") + "}"
	}
	b, err := json.Marshal(plain(v))
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func pathText(p dbtype.Path) string {
	if len(p.Nodes) == 0 {
		return "()"
	}
	var b strings.Builder
	b.WriteString(cypherText(p.Nodes[0]))
	for i, e := range p.Relationships {
		if i+1 >= len(p.Nodes) {
			break
		}
		left, right := "-", "->"
		if e.StartElementId != p.Nodes[i].ElementId {
			left, right = "<-", "-"
		}
		b.WriteString(left + cypherText(e) + right + cypherText(p.Nodes[i+1]))
	}
	return b.String()
}
